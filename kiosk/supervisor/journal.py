"""The supervisor's records: the audit file, the end of its chain in the keyring, reports of suspected mix-ups."""

from collections.abc import Callable

import structlog

from kiosk.audit import time_of_day
from kiosk.audit.file import AuditFile
from kiosk.audit.key import Keys
from kiosk.audit.line import AuditUnwritable, Head, Line
from kiosk.audit_events import Value
from kiosk.failures import FailureName
from kiosk.reports.mixup import MixupReports
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.system import clock
from kiosk.system.background import Background
from kiosk.vocabulary import WIPE_STEPS
from kiosk.wipe.receipt import Receipt, StepResult

#: After these, number and hash of the last line are saved in the keyring, so that a file cut later is detected.
NOTED = frozenset(
    {
        "kiosk_started", "kiosk_stopped", "wipe_verified", "wipe_failed", "suspected_mixup", "portal_refused",
        "out_of_service", "staff_unlock", "staff_unlock_refused", "mixup_reported",
    }
)  # fmt: skip
#: Seconds that ``close`` waits for the keyring, and for a report that is being written to a shared folder.
_LAST_WAIT = 5.0


class AuditJournal:
    """Writes audit lines and reports. ``on_outcome`` is called with a failure, or with None after a written report.

    It may be called on another thread.
    """

    def __init__(self, settings: TerminalSettings, keys: Keys) -> None:
        """Open the audit file. Raises AuditUnwritable, of which KeyUnavailable is a kind."""
        self.on_outcome: Callable[[FailureName | None], None] = lambda _: None
        self._log = structlog.get_logger("audit")
        settings.data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._keys = keys
        #: Whether the clock agrees with the lines of before this start.
        self.clock_agrees = bool(time_of_day.agrees_with_file(settings.audit_file, clock.wall()))
        self._file = AuditFile(settings.audit_file, keys, settings.audit_months)
        self._noted = Head()
        self._noting = Background("audit_head")
        self.reports = MixupReports(settings.place, self._report_outcome, keys.signer())
        if keys.kept == "memory":
            self._log.info("key_in_memory", why="training")

    @property
    def number(self) -> int:
        """The number of the last line."""
        return self._file.number

    def write(self, code: str, **fields: Value) -> None:
        """Append a line. A failure goes to ``on_outcome``; a report of a mix-up is written even then."""
        try:
            line = self._file.append(code, **fields)
        except (AuditUnwritable, ValueError) as error:
            self._log.error("audit", kind=type(error).__name__)
            self.on_outcome(FailureName.AUDIT_UNWRITABLE)
            line = {"at": clock.wall().isoformat(timespec="milliseconds"), "code": code, **fields}
        self._follow(line)

    def _report_outcome(self, failure: FailureName | None) -> None:
        # Not ``on_outcome`` itself: the supervisor replaces it after this object was made.
        self.on_outcome(failure)

    def _follow(self, line: Line) -> None:
        self.reports.follow(line)
        if line["code"] in NOTED:
            self._noting.submit(self._note)

    def _note(self) -> None:
        """Save the newest line's number and hash, on the thread; a slow keyring skips those in between."""
        head = self._file.head
        if head != self._noted:
            self._keys.save_head(head)
            self._noted = head

    def write_receipt(self, receipt: Receipt) -> None:
        """Append the line of a wipe, with all its steps."""
        common = {"number": receipt.number, "ms": round(receipt.ms), **step_fields(receipt)}
        if receipt.verified:
            self.write("wipe_verified", steps=len(receipt.steps), **common)
        else:
            self.write("wipe_failed", step=receipt.failed_step, **common)

    def close(self) -> None:
        """Wait for the keyring and for reports, each at most ``_LAST_WAIT`` seconds, then close the file."""
        if not (self._noting.close(_LAST_WAIT) and self.reports.close(_LAST_WAIT)):
            self._log.warning("audit_close", why="the keyring or the report folder does not respond")
        self._file.close()


def step_fields(receipt: Receipt) -> dict[str, Value]:
    """The outcome of each wipe step and its duration in milliseconds."""
    results = {result.step: result for result in receipt.steps}
    fields: dict[str, Value] = {}
    for step in WIPE_STEPS:
        result = results.get(step)
        fields |= {step: _outcome(result), f"{step}_ms": round(result.ms) if result else 0}
    return fields


def _outcome(result: StepResult | None) -> str:
    if result is None:
        return "missing"
    if not result.done:
        return "failed"
    return "skipped" if result.skipped else "done"
