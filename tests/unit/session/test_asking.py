"""Who waits for the card's signature, and how long: the page, or the gate that holds a final request."""

from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from kiosk.procedures.model import Procedure
from ui.browser.surface import Arrival, Sender
from ui.browser.warden import Warden
from ui.browser.web_eid import PENDING
from ui.flow.events import Purpose
from ui.session.asking import ASK_LIMIT_MS, Asking
from ui.session.card_worker import Signature

PORTAL = "https://portal.example.jp"
CONFIRM = f"{PORTAL}/confirm"
PROCEDURE = Procedure("x", 1, {"ja": "x"}, {"ja": "x"}, PORTAL, (PORTAL,), 1, confirm_pages=(CONFIRM,))
APPLY = Arrival("POST", f"{PORTAL}/apply", Sender.DOCUMENT)
#: Seconds for a check.
WINDOW = 0.05


class Page:
    """The page's bridge and its gate, after the login; ``answers`` are the errors that the page was told."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.succeeded: list[tuple[object, ...]] = []
        self.bridge = SimpleNamespace(
            pending=None,
            fail=lambda code="cancelled": self.answers.append(code),
            succeed=lambda *signature: self.succeeded.append(signature),
        )
        self.warden = Warden(now=lambda: 0.0)
        self.held = Waiting()
        self.warden.procedure = PROCEDURE
        self.warden.log_in()

    def asks(self, page: str) -> None:
        self.bridge.pending = SimpleNamespace(page=page, message=lambda algorithm: f"{page} {algorithm}".encode())

    def presses_apply(self) -> "Waiting":
        """The gate holds the request, as the warden has it do."""
        waiting = Waiting()
        self.warden.decide(waiting)
        return waiting

    def lets_through(self) -> bool:
        return self.presses_apply().answers == [True]


class Waiting:
    """A final request in the engine; ``answers`` are what became of it."""

    def __init__(self) -> None:
        self.arrival = APPLY
        self.answers: list[bool] = []
        self.waits = True

    def answer(self, go: bool) -> None:
        self.answers.append(go)

    def ask(self, then: Callable[[bool], None]) -> None:
        then(self.waits)


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def asking(page: Page, qtbot: QtBot) -> Iterator[Asking]:
    del qtbot
    parent, browser = QObject(), cast(Any, page)
    made = Asking(WINDOW, parent)
    made.watch(browser)
    yield made
    parent.deleteLater()


def timer(asking: Asking) -> QTimer:
    (found,) = asking.findChildren(QTimer)
    return found


def begin(asking: Asking, page: Page, purpose: Purpose) -> QSignalSpy:
    """Ask for this; the spy counts how often it was late."""
    asked, late = QSignalSpy(asking.asked), QSignalSpy(asking.late)
    if purpose is Purpose.GATE_CHECK:
        page.held = page.presses_apply()
        asking.on_commit_blocked(busy=False)
    else:
        page.asks(CONFIRM if purpose is Purpose.PORTAL_CHECK else PORTAL)
        asking.on_page_asked(busy=False)
    assert asked.at(0) == [purpose]
    return late


@pytest.mark.parametrize("purpose", [Purpose.GATE_CHECK, Purpose.PORTAL_CHECK])
def test_a_check_has_its_time_whoever_asked_for_it(asking: Asking, page: Page, purpose: Purpose, qtbot: QtBot) -> None:
    late = begin(asking, page, purpose)
    qtbot.waitUntil(lambda: late.count() == 1)
    asking.close_check()
    assert not page.warden.fail_check(), "the check is over"
    assert page.held.answers == ([False] if purpose is Purpose.GATE_CHECK else [])
    assert not page.lets_through()


def test_a_login_has_the_time_that_the_page_waits(asking: Asking, page: Page) -> None:
    begin(asking, page, Purpose.LOGIN)
    assert (timer(asking).isActive(), timer(asking).interval()) == (True, ASK_LIMIT_MS)


@pytest.mark.parametrize("end", [Asking.open_gate, Asking.close_check, Asking.refuse], ids=lambda end: end.__name__)
def test_what_was_answered_is_never_late(asking: Asking, page: Page, end: Any) -> None:
    begin(asking, page, Purpose.GATE_CHECK)
    assert timer(asking).isActive()
    end(asking)
    assert not timer(asking).isActive()
    if end is not Asking.refuse:
        assert page.held.answers == [end is Asking.open_gate], "the request that was held, once"


def test_a_final_request_during_a_check_takes_nothing_of_its_time(asking: Asking, page: Page, qtbot: QtBot) -> None:
    """The gate turns the second one down; the timer is that of the first."""
    late = begin(asking, page, Purpose.PORTAL_CHECK)
    asking.on_commit_blocked(busy=True)
    assert not page.warden.fail_check(), "nothing waits for it"
    qtbot.waitUntil(lambda: late.count() == 1)


@pytest.mark.parametrize("waits", [True, False])
def test_a_try_of_the_pin_is_spent_only_for_what_still_waits(asking: Asking, page: Page, waits: bool) -> None:
    begin(asking, page, Purpose.GATE_CHECK)
    page.held.waits = waits
    asked: list[bool] = []
    asking.confirm(asked.append)
    assert asked == [waits]


def test_a_page_that_is_gone_waits_for_no_signature(asking: Asking, page: Page) -> None:
    begin(asking, page, Purpose.PORTAL_CHECK)
    asked: list[bool] = []
    asking.confirm(asked.append)
    page.bridge.pending = None
    asking.confirm(asked.append)
    assert asked == [True, False]


def test_the_fourth_check_that_a_page_asks_for_ends_it(asking: Asking, page: Page) -> None:
    limit = QSignalSpy(page.warden.too_many_checks)
    for _ in range(3):
        begin(asking, page, Purpose.PORTAL_CHECK)
        asking.close_check()
    page.asks(CONFIRM)
    asking.on_page_asked(busy=False)
    assert (limit.count(), page.answers) == (1, ["cancelled"])


def test_the_signature_goes_to_the_page_once_and_it_is_never_late(asking: Asking, page: Page) -> None:
    begin(asking, page, Purpose.LOGIN)
    assert asking.message("RS256") == f"{PORTAL} RS256".encode(), "what the page wants to be signed"
    assert not asking.answer(None)
    assert asking.answer(Signature(b"certificate", "RS256", b"signature"))
    assert page.succeeded == [(b"certificate", "RS256", b"signature")]
    assert not timer(asking).isActive()


def test_a_check_of_the_kiosks_own_signs_what_nobody_knows_before(asking: Asking, page: Page) -> None:
    begin(asking, page, Purpose.GATE_CHECK)
    first, second = asking.message("ES384"), asking.message("ES384")
    assert (len(first), first == second) == (64, False)


def test_a_second_request_of_the_page_is_refused_and_takes_nothing_from_the_first(asking: Asking, page: Page) -> None:
    begin(asking, page, Purpose.GATE_CHECK)
    asked = QSignalSpy(asking.asked)
    page.asks(PORTAL)
    asking.on_page_asked(busy=True)
    assert (page.answers, asked.count(), len(asking.message("RS256"))) == ([PENDING], 0, 64)


def test_the_login_opens_nothing_and_lets_checks_begin(asking: Asking, page: Page) -> None:
    page.warden = warden = Warden(now=lambda: 0.0)
    warden.procedure = PROCEDURE
    assert page.presses_apply().answers == [False], "before it a final request is only refused"
    told = QSignalSpy(asking.told)
    asking.logged_in()
    assert told.at(0) == ["login_done"]
    assert page.presses_apply().answers == [], "after it, it is held for a check"
