"""Turns the reports of the card's thread into events of the flow, and into verdicts for the supervisor."""

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.failures import FailureName
from kiosk.vocabulary import CardVerdict
from ui.flow import events as ev
from ui.session.card_worker import CardWorker


class CardReports(QObject):
    """Lives on the GUI thread. It connects bound methods, because a lambda would run on the card's thread."""

    posted = Signal(object)
    judged = Signal(object)

    def __init__(self, worker: CardWorker, parent: QObject) -> None:
        super().__init__(parent)
        queued = Qt.ConnectionType.QueuedConnection
        worker.read.connect(self._on_read, queued)
        worker.tries_known.connect(self._on_tries_known, queued)
        worker.signed.connect(self._on_signed, queued)
        worker.pin_wrong.connect(self._on_pin_wrong, queued)
        worker.failed.connect(self._on_failed, queued)
        worker.compared.connect(self._on_compared, queued)
        worker.unusable.connect(self._on_unusable, queued)

    def post(self, event: ev.Event) -> None:
        """Post this event."""
        self.posted.emit(event)

    def _on_read(self, tries: int) -> None:
        self.post(ev.CardRead(tries))

    def _on_tries_known(self, tries: int) -> None:
        self.post(ev.TriesKnown(tries))

    def _on_signed(self) -> None:
        self.post(ev.Signed())

    def _on_pin_wrong(self, tries: int) -> None:
        self.post(ev.PinWrong(tries))

    def _on_failed(self, failure: str) -> None:
        self.post(ev.CardFailed(FailureName(failure)))

    def _on_compared(self, same: bool) -> None:
        self.judged.emit(CardVerdict.SAME if same else CardVerdict.OTHER)

    def _on_unusable(self) -> None:
        self.judged.emit(CardVerdict.UNUSABLE)
