"""The steps of the wipe and its receipt: what is not verified has failed."""

import json
import sys

import pytest

from kiosk.cards import identity
from kiosk.cards.transport import CardAbsent, CardBusy, CardError, CardReset, CardService, ServiceUnavailable
from kiosk.failures import failures
from kiosk.outcome import DONE, Outcome, failed, skipped
from kiosk.vocabulary import WIPE_STEPS, ReaderState
from kiosk.wipe import printing, steps as wipe_steps
from kiosk.wipe.receipt import Receipt, StepResult
from kiosk.wipe.steps import Step


def _receipt(*changes: tuple[str, Outcome | None]) -> Receipt:
    outcomes: dict[str, Outcome | None] = {**dict.fromkeys(WIPE_STEPS, DONE), **dict(changes)}
    steps = tuple(
        StepResult(name, outcome.done, outcome.reason, 1.5, outcome.skipped)
        for name, outcome in outcomes.items()
        if outcome
    )
    return Receipt(7, "0" * 16, "idle", "2026-01-02T03:04:05+09:00", steps)


class TestReceipt:
    def test_all_steps_done(self) -> None:
        receipt = _receipt()
        assert receipt.verified
        assert receipt.failure is None
        assert receipt.ms == pytest.approx(1.5 * len(WIPE_STEPS))

    @pytest.mark.parametrize("step", [step for step in WIPE_STEPS if step != "portal_logout"])
    def test_a_step_that_failed_or_is_missing(self, step: str) -> None:
        for outcome in (failed("no"), None):
            receipt = _receipt((step, outcome))
            assert not receipt.verified
            assert receipt.failed_step == step
            assert receipt.failure in failures()

    def test_the_first_failure_names_it(self) -> None:
        assert _receipt(("folder", failed("a")), ("processes", failed("b"))).failure == "wipe_processes"

    @pytest.mark.parametrize("outcome", [failed("no answer"), skipped("not for this reason"), None])
    def test_it_never_depends_on_the_portal(self, outcome: Outcome | None) -> None:
        assert _receipt(("portal_logout", outcome)).verified

    @pytest.mark.parametrize("step", WIPE_STEPS)
    def test_only_some_steps_may_be_skipped(self, step: str) -> None:
        may = step in ("portal_logout", "card", "print_queue")
        assert _receipt((step, skipped("nothing to do"))).verified is may

    def test_no_steps_prove_nothing(self) -> None:
        assert not Receipt(1, "", "", "", ()).verified

    def test_as_json(self) -> None:
        plain = json.loads(json.dumps(_receipt(("folder", failed("no"))).to_json()))
        assert plain["verified"] is False
        assert plain["number"] == 7
        assert [step["step"] for step in plain["steps"]] == list(WIPE_STEPS)


class TestRunSteps:
    def test_in_order_timed_and_told(self) -> None:
        clock = iter([0.0, 0.0105, 1.0, 1.002])
        told: list[StepResult] = []
        steps = [Step("curtain", lambda: DONE), Step("card", lambda: skipped("none"))]
        results = wipe_steps.run_steps(steps, told.append, lambda: next(clock))
        assert results == tuple(told)
        assert results == (
            StepResult("curtain", True, "", 10.5),
            StepResult("card", True, "none", 2.0, skipped=True),
        )

    def test_a_failed_step_does_not_stop_the_others(self) -> None:
        def explode() -> Outcome:
            raise ValueError("花子 1234")

        steps = [Step("processes", explode), Step("card", lambda: failed("busy")), Step("folder", lambda: DONE)]
        results = wipe_steps.run_steps(steps, lambda _: None)
        assert [result.done for result in results] == [False, False, True]
        assert results[0].reason == "ValueError in the step"


class TestPowerOffCard:
    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[CardError]:
        """Raise these errors of the card layer, one a call; then succeed."""
        errors: list[CardError] = []

        def power_off(service: CardService, reader: str, limit: float) -> None:
            assert reader == "Reader"
            assert 0 < limit <= 1
            if errors:
                raise errors.pop(0)

        monkeypatch.setattr(identity, "power_off", power_off)
        return errors

    def run(self, state: ReaderState = ReaderState.CARD, reader: str = "Reader", retry_seconds: float = 1.0) -> Outcome:
        return wipe_steps.power_off_card(None, reader, state, retry_seconds)  # type: ignore[arg-type]

    def test_powered_off(self, asked: list[CardError]) -> None:
        assert self.run() == DONE

    @pytest.mark.parametrize("state", [ReaderState.EMPTY, ReaderState.NO_READER])
    def test_no_card_is_not_asked(self, asked: list[CardError], state: ReaderState) -> None:
        asked.append(CardError())
        assert self.run(state) == DONE
        assert asked

    def test_without_service_it_is_skipped(self, asked: list[CardError]) -> None:
        assert self.run(ReaderState.NO_SERVICE).skipped
        assert self.run(ReaderState.AMBIGUOUS, "").skipped

    @pytest.mark.parametrize("state", [ReaderState.UNKNOWN, ReaderState.CARD])
    def test_a_reader_that_was_never_seen_proves_nothing(self, asked: list[CardError], state: ReaderState) -> None:
        assert not self.run(state, "").done

    @pytest.mark.parametrize("state", [ReaderState.UNKNOWN, ReaderState.AMBIGUOUS])
    def test_when_in_doubt_the_card_is_asked(self, asked: list[CardError], state: ReaderState) -> None:
        asked.append(CardAbsent())
        assert self.run(state) == failed("card_removed")

    def test_another_program_is_waited_for(self, asked: list[CardError]) -> None:
        asked += [CardBusy(), CardReset(), CardBusy()]
        assert self.run() == DONE
        assert not asked

    def test_but_not_for_ever(self, asked: list[CardError]) -> None:
        asked += [CardBusy()] * 100
        assert self.run(retry_seconds=0.01) == failed("card_busy")

    def test_any_other_error_has_failed_at_once(self, asked: list[CardError]) -> None:
        asked += [ServiceUnavailable(), CardError()]
        assert self.run() == failed("pcsc_unavailable")
        assert self.run() == failed("card_unreadable")


class FakeClipboard:
    def __init__(self, stubborn: int) -> None:
        self.stubborn = stubborn

    def clear(self) -> None:
        self.stubborn -= 1

    def is_empty(self) -> bool:
        return self.stubborn < 0


@pytest.mark.parametrize(("stubborn", "done"), [(0, True), (2, True), (3, False)])
def test_the_clipboard_is_read_back(stubborn: int, done: bool) -> None:
    assert wipe_steps.clear_clipboard(FakeClipboard(stubborn)).done is done


class FakeQueue:
    def __init__(self, left: int) -> None:
        self.left = left
        self.cancelled: list[str] = []

    def cancel(self, owner: str) -> None:
        self.cancelled.append(owner)

    def remaining(self, owner: str) -> int:
        return self.left


class TestPrintJobs:
    def test_no_printer(self) -> None:
        assert wipe_steps.cancel_print_jobs("", "kiosk").skipped

    def test_cancelled_and_counted(self) -> None:
        queue = FakeQueue(0)
        assert wipe_steps.cancel_print_jobs("p", "kiosk", queue) == DONE
        assert queue.cancelled == ["kiosk"]

    def test_what_is_left_has_failed(self) -> None:
        assert wipe_steps.cancel_print_jobs("p", "kiosk", FakeQueue(2)) == failed("2 print jobs are left")

    @pytest.mark.skipif(sys.platform == "win32", reason="CUPS")
    def test_the_queue_of_this_system(self) -> None:
        assert isinstance(printing.queue_of("p"), printing.CupsQueue)
