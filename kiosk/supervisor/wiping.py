"""Runs the wipe: one at a time, on a thread; it passes on the end of the session and the result of its logout."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.cards.transport import CardService
from kiosk.wipe.ending import Clipboard, Ending, Evidence
from kiosk.wipe.receipt import Receipt

#: Number of receipts kept in memory for the staff panel; all are in the audit file.
KEPT = 20
#: Seconds to wait for the end of the wipe's thread after its last step.
JOIN = 1.0


class Wiping(QObject):
    """``step_done`` carries a ``StepResult``; ``finished`` the number of the session and the ``Receipt``."""

    step_done = Signal(object)
    finished = Signal(int, object)
    _done = Signal(object, object)

    def __init__(
        self,
        make_service: Callable[[], CardService],
        clipboard: Clipboard,
        spared: Callable[[], frozenset[int]],
    ) -> None:
        """``spared``: called on the wipe's thread; the ids of the processes that must not be killed."""
        super().__init__()
        self.receipts: list[tuple[int, Receipt]] = []
        self._make_service = make_service
        self._clipboard = clipboard
        self._spared = spared
        self._ending: Ending | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def active(self) -> bool:
        """Whether a wipe is running."""
        return self._ending is not None and self._ending.active

    def begin(self, evidence: Evidence) -> None:
        """Start the wipe's thread. No other wipe may be running."""
        assert not self.active, "the lifecycle lets no wipe begin beside another"
        self._ending = Ending(
            evidence,
            self._make_service,
            self._clipboard,
            self._spared,
            on_step=self.step_done.emit,
            on_done=self._done.emit,
        )
        self._ending.start()

    def session_ended(self) -> None:
        """The session being wiped has ended, or finished its logout."""
        if self._ending:
            self._ending.session_ended()

    def portal_answered(self, logged_out: bool) -> None:
        """Record whether the session's logout from the portal succeeded."""
        if self._ending:
            self._ending.logged_out = logged_out

    def _on_done(self, ending: Ending, receipt: Receipt) -> None:
        ending.join(JOIN)
        self.receipts = [*self.receipts[-KEPT + 1 :], (ending.evidence.session, receipt)]
        self.finished.emit(ending.evidence.session, receipt)
