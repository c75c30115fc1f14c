"""The warden: what went on to the hold must arrive there, and what stands for it counts as its arrival."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from kiosk.procedures.model import RequestPattern
from tests.support.example_procedure import PORTAL, example_procedure
from ui.browser import warden as module
from ui.browser.surface import Arrival, Sender
from ui.browser.warden import Warden

APPLY = f"{PORTAL}/apply/complete"
PUT = Arrival("PUT", APPLY, Sender.SCRIPT)
PREFLIGHT = Arrival("OPTIONS", APPLY, Sender.SCRIPT, announced="PUT")


class Waiting:
    """A request that is paused in the engine; ``answers``: True when it left, False when it was aborted."""

    def __init__(self, arrival: Arrival) -> None:
        self.arrival = arrival
        self.answers: list[bool] = []

    def answer(self, go: bool) -> None:
        self.answers.append(go)

    def ask(self, then: Callable[[bool], None]) -> None:
        then(True)


@pytest.fixture
def warden(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Warden:
    monkeypatch.setattr(module, "SEEN_MS", 20)
    made = Warden(now=lambda: 0.0)
    made.procedure = example_procedure(commit_requests=(RequestPattern("POST", APPLY),))
    made.holding = True
    made.log_in()
    return made


def test_a_commit_that_never_arrives_at_the_hold_is_reported(warden: Warden, qtbot: QtBot) -> None:
    with qtbot.waitSignal(warden.commit_unchecked):
        assert warden.admits(PUT)
        warden.expect(PUT)


@pytest.mark.parametrize("first", [PUT, PREFLIGHT])
def test_its_preflight_is_held_in_its_place_for_as_long_as_the_person_needs(
    warden: Warden, qtbot: QtBot, first: Arrival
) -> None:
    for sent in (PUT, first):
        assert warden.admits(sent)
        warden.expect(sent)
    held = Waiting(first)
    with qtbot.assertNotEmitted(warden.commit_unchecked, wait=100):
        warden.decide(held)
    assert held.answers == []


def test_after_the_check_the_preflight_leaves_and_then_its_request(warden: Warden) -> None:
    preflight, put, again = Waiting(PREFLIGHT), Waiting(PUT), Waiting(PUT)
    warden.decide(preflight)
    warden.pass_check()
    for waiting in (put, again):
        warden.decide(waiting)
    assert (preflight.answers, put.answers, again.answers) == ([True], [True], [])


def test_only_the_request_itself_is_written_down_as_left_and_before_it_leaves(warden: Warden) -> None:
    preflight, put = Waiting(PREFLIGHT), Waiting(PUT)
    written: list[list[bool]] = []
    warden.commit_passed.connect(lambda: written.append(list(put.answers)))
    warden.decide(preflight)
    warden.pass_check()
    assert (preflight.answers, written) == ([True], [])
    warden.decide(put)
    assert (put.answers, written) == ([True], [[]])
