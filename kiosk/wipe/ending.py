"""One wipe: its steps in order on a thread of its own, so that the curtain goes on painting.

docs/security-properties.md says what each step proves. The results make the receipt. The session that is ended can
delay only its own logout (1.5 s).
"""

import getpass
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kiosk.cards.transport import CardService
from kiosk.outcome import DONE, Outcome, failed, skipped
from kiosk.processes import start as processes
from kiosk.system import clock, deletion, dumps
from kiosk.vocabulary import WIPE_TABLE, WITH_LOGOUT, EndReason, ReaderState
from kiosk.wipe import steps as wipe_steps
from kiosk.wipe.receipt import Receipt, StepResult
from kiosk.wipe.steps import Clipboard, Step

__all__ = ["Clipboard", "Ending", "Evidence"]

#: Maximum seconds for the portal's own logout, and for killing the process tree.
LOGOUT_LIMIT = 1.5
KILL_LIMIT = 3.0


@dataclass(frozen=True)
class Evidence:
    """The session that is wiped and the facts that steps check. ``reason`` None: leftovers at a start.

    ``record``: path of the tree record (``kiosk.processes.tree``). ``covered``: the curtain was painted. ``number``: of
    the wipe, for the receipt.
    """

    session: int
    session_id: str
    reason: EndReason | None
    folder: Path
    record: Path
    reader: str
    reader_state: ReaderState
    printer: str
    covered: bool
    number: int


class Ending:
    """Runs the steps once. ``on_step`` and ``on_done`` are called on its thread."""

    def __init__(
        self,
        evidence: Evidence,
        make_service: Callable[[], CardService],
        clipboard: Clipboard,
        spared: Callable[[], frozenset[int]],
        on_step: Callable[[StepResult], None],
        on_done: Callable[["Ending", Receipt], None],
    ) -> None:
        self.evidence = evidence
        self.logged_out = False
        self._make_service = make_service
        self._clipboard = clipboard
        self._spared = spared
        self._on_step = on_step
        self._on_done = on_done
        self._session_over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="wipe", daemon=True)

    @property
    def active(self) -> bool:
        """Whether steps are still running."""
        return self._thread.is_alive()

    def start(self) -> None:
        """Start the thread. Call once."""
        self._thread.start()

    def join(self, timeout: float) -> None:
        """Wait for the end, at most ``timeout`` seconds."""
        self._thread.join(timeout)

    def session_ended(self) -> None:
        """To be called when the session has finished its logout or has ended: the logout step stops waiting."""
        self._session_over.set()

    def _run(self) -> None:
        started = clock.wall().isoformat(timespec="milliseconds")
        results = wipe_steps.run_steps(self._steps(), self._on_step)
        reason = str(self.evidence.reason or "")
        receipt = Receipt(self.evidence.number, self.evidence.session_id, reason, started, results)
        self._on_done(self, receipt)

    def _steps(self) -> tuple[Step, ...]:
        evidence = self.evidence
        workers = {
            "curtain": self._curtain,
            "portal_logout": self._portal_logout,
            "processes": self._processes,
            "card": self._card,
            "folder": self._folders,
            "clipboard": lambda: wipe_steps.clear_clipboard(self._clipboard),
            "print_queue": lambda: wipe_steps.cancel_print_jobs(evidence.printer, getpass.getuser()),
        }
        return tuple(Step(row.name, workers[row.name]) for row in WIPE_TABLE)

    def _curtain(self) -> Outcome:
        return DONE if self.evidence.covered else failed("the curtain was not painted")

    def _portal_logout(self) -> Outcome:
        if self.evidence.reason not in WITH_LOGOUT:
            return skipped("not for this reason")
        self._session_over.wait(LOGOUT_LIMIT)
        return DONE if self.logged_out else skipped("no answer")

    def _processes(self) -> Outcome:
        deadline = clock.now() + KILL_LIMIT
        left = processes.kill_tree([], self._spared(), deadline)
        # The limit of this process holds for all that it ever started: none of them could leave a dump.
        left = left or dumps.trouble()
        if self.evidence.reason is None:
            left = left or processes.kill_recorded(self.evidence.record, deadline)
        return failed(left) if left else DONE

    def _card(self) -> Outcome:
        evidence = self.evidence
        with closing(self._make_service()) as service:
            return wipe_steps.power_off_card(service, evidence.reader, evidence.reader_state)

    def _folders(self) -> Outcome:
        folder, aside = self.evidence.folder, self.evidence.folder.parent / "aside"
        if self.evidence.reason is None:
            outcome = deletion.sweep(aside)
            return deletion.sweep(folder) if outcome.done else outcome
        outcomes = [deletion.delete_folder(child, aside) for child in folder.iterdir()]
        return next((outcome for outcome in outcomes if not outcome.done), DONE)
