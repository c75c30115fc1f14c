"""Who waits for the card's signature, and how long: the page, or the gate that holds a final request."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from kiosk.procedures import gate
from kiosk.procedures.model import Procedure
from ui.browser.web_eid import PENDING
from ui.flow.events import Purpose
from ui.session.asking import ASK_LIMIT_MS, Asking
from ui.session.card_worker import Signature

PORTAL = "https://portal.example.jp"
CONFIRM = f"{PORTAL}/confirm"
PROCEDURE = Procedure("x", 1, {"ja": "x"}, {"ja": "x"}, PORTAL, (PORTAL,), 1, confirm_pages=(CONFIRM,))
REQUEST = gate.Request("POST", f"{PORTAL}/apply")
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
        self.warden = SimpleNamespace(gate=gate.Gate(logged_in=True))

    def asks(self, page: str) -> None:
        self.bridge.pending = SimpleNamespace(page=page, message=lambda algorithm: f"{page} {algorithm}".encode())

    def presses_apply(self) -> None:
        """The gate holds the request, as the warden has it do."""
        self.warden.gate, decision = gate.pass_request(self.warden.gate, PROCEDURE, REQUEST, 0.0)
        assert decision is gate.Decision.BLOCK_AND_CHECK

    def lets_through(self) -> bool:
        return gate.peek(self.warden.gate, PROCEDURE, REQUEST, 0.0) is gate.Decision.PASS


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
        page.presses_apply()
        asking.on_commit_blocked(busy=False)
    else:
        page.asks(CONFIRM if purpose is Purpose.PORTAL_CHECK else PORTAL)
        asking.on_page_asked(lambda: PROCEDURE, busy=False)
    assert asked.at(0) == [purpose]
    return late


@pytest.mark.parametrize("purpose", [Purpose.GATE_CHECK, Purpose.PORTAL_CHECK])
def test_a_check_has_its_time_whoever_asked_for_it(asking: Asking, page: Page, purpose: Purpose, qtbot: QtBot) -> None:
    late = begin(asking, page, purpose)
    qtbot.waitUntil(lambda: late.count() == 1)
    asking.close_check()
    assert (page.warden.gate.check, page.lets_through()) == (None, False)


def test_a_login_has_the_time_that_the_page_waits(asking: Asking, page: Page) -> None:
    begin(asking, page, Purpose.LOGIN)
    assert (timer(asking).isActive(), timer(asking).interval()) == (True, ASK_LIMIT_MS)


@pytest.mark.parametrize("end", [Asking.open_gate, Asking.close_check, Asking.refuse], ids=lambda end: end.__name__)
def test_what_was_answered_is_never_late(asking: Asking, page: Page, end: Any) -> None:
    begin(asking, page, Purpose.GATE_CHECK)
    assert timer(asking).isActive()
    end(asking)
    assert not timer(asking).isActive()
    assert page.lets_through() == (end is Asking.open_gate)


def test_a_final_request_during_a_check_takes_nothing_of_its_time(asking: Asking, page: Page, qtbot: QtBot) -> None:
    """The gate turns the second one down; the timer is that of the first."""
    late = begin(asking, page, Purpose.PORTAL_CHECK)
    asking.on_commit_blocked(busy=True)
    assert page.warden.gate.check is None
    qtbot.waitUntil(lambda: late.count() == 1)


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
    asking.on_page_asked(lambda: PROCEDURE, busy=True)
    assert (page.answers, asked.count(), len(asking.message("RS256"))) == ([PENDING], 0, 64)


def test_the_login_opens_nothing_and_lets_checks_begin(asking: Asking, page: Page) -> None:
    page.warden.gate = gate.closed()
    told = QSignalSpy(asking.told)
    asking.logged_in()
    assert (page.warden.gate, told.at(0)) == (gate.Gate(logged_in=True), ["login_done"])
