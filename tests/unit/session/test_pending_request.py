"""The request that the card signs for: the page's, or the gate's for a final request that it holds."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from kiosk.procedures.gate import Decision
from kiosk.procedures.model import Procedure
from ui.browser.surface import Arrival, Sender
from ui.browser.warden import Warden
from ui.browser.web_eid import CANCELLED, PENDING
from ui.flow.events import Purpose
from ui.session.card_worker import Signature
from ui.session.pending_request import PendingRequest

PORTAL = "https://portal.example.jp"
CONFIRM = f"{PORTAL}/confirm"
PROCEDURE = Procedure("x", 1, {"ja": "x"}, {"ja": "x"}, PORTAL, (PORTAL,), 1, confirm_pages=(CONFIRM,))
APPLY = Arrival("POST", f"{PORTAL}/apply", Sender.DOCUMENT)


class Page:
    """The page's bridge and its gate, after the login; ``answers`` are the error codes that the page got."""

    def __init__(self) -> None:
        self.answers: list[str] = []
        self.succeeded: list[tuple[object, ...]] = []
        self.bridge = SimpleNamespace(
            pending=None,
            fail=self.answers.append,
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
    """A final request in the engine; ``answers``: True when it left, False when it was aborted."""

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
def request_made(page: Page) -> PendingRequest:
    made = PendingRequest()
    made.watch(cast(Any, page))
    return made


def begin(pending: PendingRequest, page: Page, purpose: Purpose) -> None:
    """Make a request for this purpose."""
    if purpose is Purpose.GATE_CHECK:
        page.held = page.presses_apply()
    else:
        page.asks(CONFIRM if purpose is Purpose.PORTAL_CHECK else PORTAL)
        assert pending.classify() is (Decision.HOLD if purpose is Purpose.PORTAL_CHECK else Decision.PASS)


def confirmed(pending: PendingRequest, purpose: Purpose) -> bool:
    """Whether the signature is still waited for."""
    answers: list[bool] = []
    pending.confirm(purpose, answers.append)
    (answer,) = answers
    return answer


@pytest.mark.parametrize("purpose", [Purpose.GATE_CHECK, Purpose.PORTAL_CHECK])
def test_a_check_that_is_closed_opens_nothing(request_made: PendingRequest, page: Page, purpose: Purpose) -> None:
    begin(request_made, page, purpose)
    request_made.close_check()
    assert not page.warden.fail_check(), "the check is over"
    assert page.held.answers == ([False] if purpose is Purpose.GATE_CHECK else [])
    assert not page.lets_through()


def test_a_check_that_was_passed_lets_what_is_held_leave_once(request_made: PendingRequest, page: Page) -> None:
    begin(request_made, page, Purpose.GATE_CHECK)
    request_made.open_gate()
    assert page.held.answers == [True]
    assert not page.lets_through()


@pytest.mark.parametrize("waits", [True, False])
def test_a_try_of_the_pin_is_spent_only_for_what_is_still_held(
    request_made: PendingRequest, page: Page, waits: bool
) -> None:
    begin(request_made, page, Purpose.GATE_CHECK)
    page.held.waits = waits
    assert confirmed(request_made, Purpose.GATE_CHECK) is waits


def test_a_page_that_is_gone_waits_for_no_signature(request_made: PendingRequest, page: Page) -> None:
    begin(request_made, page, Purpose.PORTAL_CHECK)
    assert confirmed(request_made, Purpose.PORTAL_CHECK)
    page.bridge.pending = None
    assert not confirmed(request_made, Purpose.PORTAL_CHECK)
    assert request_made.classify() is None


def test_the_request_of_another_document_is_not_the_one_that_the_pin_was_typed_for(
    request_made: PendingRequest, page: Page
) -> None:
    begin(request_made, page, Purpose.LOGIN)
    page.asks(PORTAL)
    assert not confirmed(request_made, Purpose.LOGIN)


def test_without_a_page_nothing_is_waited_for() -> None:
    none = PendingRequest()
    assert none.classify() is None
    assert not any(confirmed(none, purpose) for purpose in Purpose)


def test_the_fourth_check_that_a_page_requests_is_one_too_many(request_made: PendingRequest, page: Page) -> None:
    for _ in range(3):
        begin(request_made, page, Purpose.PORTAL_CHECK)
        request_made.close_check()
    page.asks(CONFIRM)
    assert request_made.classify() is Decision.TOO_MANY


def test_the_signature_goes_to_the_page_that_requested_it(request_made: PendingRequest, page: Page) -> None:
    begin(request_made, page, Purpose.LOGIN)
    assert request_made.message(Purpose.LOGIN, "RS256") == f"{PORTAL} RS256".encode(), "what the page wants signed"
    assert not request_made.answer(None)
    assert request_made.answer(Signature(b"certificate", "RS256", b"signature"))
    assert page.succeeded == [(b"certificate", "RS256", b"signature")]


def test_a_check_of_the_kiosks_own_signs_what_nobody_knows_before(request_made: PendingRequest, page: Page) -> None:
    page.asks(PORTAL)
    begin(request_made, page, Purpose.GATE_CHECK)
    first, second = (request_made.message(Purpose.GATE_CHECK, "ES384") for _ in range(2))
    assert (len(first), first == second) == (64, False)


def test_a_refusal_reaches_the_page_with_its_code(request_made: PendingRequest, page: Page) -> None:
    request_made.refuse()
    request_made.refuse(PENDING)
    assert page.answers == [CANCELLED, PENDING]


def test_the_login_opens_nothing_and_lets_checks_begin(request_made: PendingRequest, page: Page) -> None:
    page.warden = warden = Warden(now=lambda: 0.0)
    warden.procedure = PROCEDURE
    assert page.presses_apply().answers == [False], "before it a final request is only refused"
    request_made.log_in()
    assert page.presses_apply().answers == [], "after it, it is held for a check"
