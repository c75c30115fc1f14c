"""The steps of the wipe: each does one thing, checks its effect, and returns an ``Outcome``.

What a step cannot check has failed. A failed step does not stop the others, so that as much as possible is wiped.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from kiosk.cards.transport import HOLD_LIMIT, CardBusy, CardError, CardReset, CardService
from kiosk.outcome import DONE, Outcome, failed, skipped
from kiosk.system import clock
from kiosk.vocabulary import ReaderState
from kiosk.wipe.printing import PrintQueue, queue_of
from kiosk.wipe.receipt import StepResult

#: Seconds between two tries for a card that another program holds.
_PAUSE = 0.05
#: The least seconds that one attempt gets.
_LEAST = 0.2
_CLIPBOARD_TRIES = 3


@dataclass(frozen=True)
class Step:
    """One step of the wipe; ``name`` is one of ``WIPE_STEPS``."""

    name: str
    run: Callable[[], Outcome]


def run_steps(
    steps: Iterable[Step], on_result: Callable[[StepResult], None], monotonic: Callable[[], float] = clock.now
) -> tuple[StepResult, ...]:
    """Run the steps in order and pass each result to ``on_result``.

    An exception fails its step; only its type is kept, since its text may hold anything.
    """
    results = []
    for step in steps:
        began = monotonic()
        outcome = _run(step)
        ms = round((monotonic() - began) * 1000, 1)
        results.append(StepResult(step.name, outcome.done, outcome.reason, ms, outcome.skipped))
        on_result(results[-1])
    return tuple(results)


def _run(step: Step) -> Outcome:
    try:
        return step.run()
    except Exception as error:
        return failed(f"{type(error).__name__} in the step")


# --- card ---


def power_off_card(service: CardService, reader: str, state: ReaderState, retry_seconds: float = HOLD_LIMIT) -> Outcome:
    """End the verified PIN state of the card on the reader. ``state``: the reader's, by the presence watch.

    Skipped without a smart-card service or a chosen reader: nobody is served then, and the next start wipes again.
    Waits ``retry_seconds`` for another program that holds the card, then the step has failed.
    """
    if state in (ReaderState.EMPTY, ReaderState.NO_READER):
        return DONE
    if state is ReaderState.NO_SERVICE:
        return skipped("no smart-card service; repeated before anybody is served")
    if not reader:
        return skipped("no reader chosen") if state is ReaderState.AMBIGUOUS else failed("the reader was not seen yet")
    return _power_off(service, reader, clock.now() + retry_seconds)


def _power_off(service: CardService, reader: str, until: float) -> Outcome:
    from kiosk.cards import identity

    while True:
        try:
            identity.power_off(service, reader, max(until - clock.now(), _LEAST))
        except (CardBusy, CardReset) as error:
            if clock.now() >= until:
                return failed(error.failure)
            time.sleep(_PAUSE)
        except CardError as error:
            return failed(error.failure)
        else:
            return DONE


# --- clipboard, printer ---


class Clipboard(Protocol):
    """The clipboard of the desktop; on X11 with the primary selection."""

    def clear(self) -> None:
        """Empty it: both selections, all formats, on Windows also the history."""
        ...

    def is_empty(self) -> bool:
        """Read back whether all of them are empty."""
        ...


def clear_clipboard(clipboard: Clipboard) -> Outcome:
    """Clear and read back, up to three times: another program may hold the clipboard for a moment."""
    for _ in range(_CLIPBOARD_TRIES):
        clipboard.clear()
        if clipboard.is_empty():
            return DONE
    return failed("the clipboard is not empty")


def cancel_print_jobs(printer: str, owner: str, queue: PrintQueue | None = None) -> Outcome:
    """Cancel the owner's jobs on the printer and check that none is left; skipped when no printer is configured."""
    if not printer:
        return skipped("no printer configured")
    queue = queue or queue_of(printer)
    queue.cancel(owner)
    left = queue.remaining(owner)
    return failed(f"{left} print jobs are left") if left else DONE
