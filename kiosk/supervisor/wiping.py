"""The wipe as the supervisor runs it: one at a time, on a thread, with the session's last words taken in."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.cards.transport import CardService
from kiosk.wipe.ending import Clipboard, Ending, Evidence
from kiosk.wipe.receipt import Receipt

#: Receipts that are kept in memory for staff; all are in the audit file.
KEPT = 20
#: Seconds that the wipe's thread may take for its end after its last step.
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
        """``spared``: asked on the wipe's thread which processes must not be killed."""
        super().__init__()
        self.receipts: list[tuple[int, Receipt]] = []
        self._make_service = make_service
        self._clipboard = clipboard
        self._spared = spared
        self._ending: Ending | None = None
        self._done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    @property
    def active(self) -> bool:
        """A wipe has begun, and its steps are not through."""
        return self._ending is not None and self._ending.active

    def begin(self, evidence: Evidence) -> None:
        """Start the steps; the curtain goes on painting."""
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
        """The session that is being wiped is through with its logout, or gone."""
        if self._ending:
            self._ending.session_ended()

    def portal_answered(self, logged_out: bool) -> None:
        """What came of the logout that the session tried."""
        if self._ending:
            self._ending.logged_out = logged_out

    def _on_done(self, ending: Ending, receipt: Receipt) -> None:
        ending.join(JOIN)
        self.receipts = [*self.receipts[-KEPT + 1 :], (ending.evidence.session, receipt)]
        self.finished.emit(ending.evidence.session, receipt)
