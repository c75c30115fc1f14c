"""The wipe: named steps, each timed and checked, whose results are the receipt; and the only code that deletes files.

What a step cannot prove has failed. A failed step does not stop the others, so that as much as possible is gone.
"""

import os
import shutil
import stat
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol

from kiosk import clock
from kiosk.audit_events import WIPE_STEPS
from kiosk.cards.transport import CardBusy, CardError, CardReset, CardService
from kiosk.vocabulary import ReaderState
from kiosk.wipe_print import PrintQueue, queue_of

#: Steps that may have nothing to do; a skipped step of any other name is not verified.
MAY_BE_SKIPPED = frozenset({"portal_logout", "card", "print_queue"})
#: Recorded, but the wipe never depends on it: the portal may be down, hang, or lie.
WITHOUT_WEIGHT = frozenset({"portal_logout"})
_RETRY_FOLDER = 1.0
_PAUSE = 0.05
_CLIPBOARD_TRIES = 3


@dataclass(frozen=True)
class Outcome:
    """What a step's worker says. ``reason`` is for the log and staff: no path, no name, nothing of the customer."""

    done: bool
    reason: str = ""
    skipped: bool = False


DONE = Outcome(done=True)


def failed(reason: str) -> Outcome:
    """The step could not be done or could not be checked."""
    return Outcome(done=False, reason=reason)


def skipped(reason: str) -> Outcome:
    """There was nothing to do."""
    return Outcome(done=True, reason=reason, skipped=True)


@dataclass(frozen=True)
class Step:
    """One thing to wipe; ``name`` is one of WIPE_STEPS."""

    name: str
    run: Callable[[], Outcome]


@dataclass(frozen=True)
class StepResult:
    """A line of the receipt; ``ms`` milliseconds."""

    step: str
    done: bool
    reason: str
    ms: float
    skipped: bool = False


@dataclass(frozen=True)
class Receipt:
    """What one wipe did. ``started_at`` is ISO 8601; ``reason`` an end reason, or empty for leftovers."""

    number: int
    session_id: str
    reason: str
    started_at: str
    steps: tuple[StepResult, ...]

    @property
    def failed_step(self) -> str:
        """The first step that was not verified, or empty. A step that is missing was not verified either."""
        results = {result.step: result for result in self.steps}
        for name in WIPE_STEPS:
            result = results.get(name)
            if name not in WITHOUT_WEIGHT and (result is None or not _counts(result)):
                return name
        return ""

    @property
    def verified(self) -> bool:
        """Every step was done and checked: the next person may come."""
        return not self.failed_step

    @property
    def failure(self) -> str:
        """The name in resources/failures.toml for the first step that was not verified, or empty."""
        return f"wipe_{self.failed_step}" if self.failed_step else ""

    @property
    def ms(self) -> float:
        """Milliseconds of all steps together."""
        return round(sum(result.ms for result in self.steps), 1)

    def to_json(self) -> dict[str, Any]:
        """A plain dictionary, with ``verified``."""
        return {**asdict(self), "steps": [asdict(result) for result in self.steps], "verified": self.verified}


def _counts(result: StepResult) -> bool:
    return result.done and (not result.skipped or result.step in MAY_BE_SKIPPED)


def run_steps(
    steps: Iterable[Step], on_result: Callable[[StepResult], None], monotonic: Callable[[], float] = clock.now
) -> tuple[StepResult, ...]:
    """Run the steps in order and report each.

    An exception is a failed step; its text may hold anything, so only its type is kept.
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


# --- folder ---


def delete_folder(path: Path, aside: Path, retry_seconds: float = _RETRY_FOLDER) -> Outcome:
    """Delete a session's folder and see that it is gone.

    ``aside`` is a folder in the data folder: whatever cannot be deleted is moved there for ``sweep`` at the next start,
    and the step has failed. Refuses what is not strictly inside the data folder (``aside``'s parent), and a link. Never
    follows a link.
    """
    if not _is_ours(path, aside):
        return failed("refused: not a folder inside the data folder")
    if _delete(path, retry_seconds):
        return DONE
    return _put_aside(path, aside)


def _is_ours(path: Path, aside: Path) -> bool:
    data = aside.parent
    if not path.is_absolute() or ".." in path.parts or path.is_symlink() or path == aside:
        return False
    real = path.parent.resolve() / path.name
    return real != data.resolve() and real.is_relative_to(data.resolve())


def _delete(path: Path, retry_seconds: float) -> bool:
    """Try until it is gone or the time is over: on Windows a virus scanner may hold a file for a moment."""
    until = clock.now() + retry_seconds
    while True:
        loosened: set[str] = set()
        _delete_once(path, loosened)
        if not os.path.lexists(path):
            return True
        if clock.now() >= until:
            return False
        if not loosened:
            time.sleep(_PAUSE)


def _delete_once(path: Path, loosened: set[str]) -> None:
    def on_error(_call: object, name: str, _error: object) -> None:
        for place in (name, os.path.dirname(name)):  # noqa: PTH120 (names may be no valid text)
            if Path(place).is_relative_to(path) and _loosen(place):
                loosened.add(place)

    if path.is_dir() and not path.is_symlink():
        handler: dict[str, Any] = {"onexc" if sys.version_info >= (3, 12) else "onerror": on_error}
        shutil.rmtree(path, **handler)
    else:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            on_error(None, str(path), None)


def _loosen(name: str) -> bool:
    """Take a read-only mark off a folder (on Windows also off a file); True if that changed something."""
    try:
        mode = os.lstat(name).st_mode
        if stat.S_ISLNK(mode) or (not stat.S_ISDIR(mode) and os.name != "nt"):
            return False
        wanted = mode | stat.S_IRWXU
        os.chmod(name, stat.S_IMODE(wanted))  # noqa: PTH101
    except OSError:
        return False
    return wanted != mode


def _put_aside(path: Path, aside: Path) -> Outcome:
    try:
        aside.mkdir(mode=0o700, exist_ok=True)
        path.rename(aside / f"{path.name}-{os.urandom(4).hex()}")
    except OSError:
        return failed("could be neither deleted nor moved aside")
    return failed("could not be deleted; moved aside for the next start")


def sweep(folder: Path, retry_seconds: float = _RETRY_FOLDER) -> Outcome:
    """Delete everything in a folder (old sessions, what was moved aside) and see that it is gone; the folder stays."""
    if not folder.is_absolute() or folder.is_symlink() or _holds_what_matters(folder):
        return failed("refused: not a folder to sweep")
    if not folder.exists():
        return DONE
    left = sum(not _delete(child, retry_seconds) for child in list(folder.iterdir()))
    return failed(f"{left} entries could not be deleted") if left else DONE


def _holds_what_matters(folder: Path) -> bool:
    real = folder.resolve()
    return any(place.resolve().is_relative_to(real) for place in (Path.home(), Path(__file__), Path(sys.executable)))


# --- card ---


def power_off_card(service: CardService, reader: str, state: ReaderState, retry_seconds: float = 3.0) -> Outcome:
    """Make the card on the reader forget the PIN. ``state`` is what the presence watch says.

    Skipped without a smart-card service or a chosen reader: nobody is served then, and the start that follows wipes
    again. Another program that holds the card is waited for, then the step has failed.
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
            identity.power_off(service, reader)
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
    """The clipboard of the desktop, with the selection of X11 where there is one."""

    def clear(self) -> None:
        """Empty it: both selections, all formats, on Windows also what a history may keep."""
        ...

    def is_empty(self) -> bool:
        """Read back: nothing is in any of them."""
        ...


def clear_clipboard(clipboard: Clipboard) -> Outcome:
    """Clear and read back; a few tries, since another program may hold the clipboard for a moment."""
    for _ in range(_CLIPBOARD_TRIES):
        clipboard.clear()
        if clipboard.is_empty():
            return DONE
    return failed("the clipboard is not empty")


def cancel_print_jobs(printer: str, owner: str, queue: PrintQueue | None = None) -> Outcome:
    """Cancel the owner's jobs on the printer and see that none is left; skipped when no printer is configured."""
    if not printer:
        return skipped("no printer configured")
    queue = queue or queue_of(printer)
    queue.cancel(owner)
    left = queue.remaining(owner)
    return failed(f"{left} print jobs are left") if left else DONE


def forget_file(path: Path) -> None:
    """Remove one file of the program's own (a stale socket, a record); nothing happens when it is not there."""
    path.unlink(missing_ok=True)
