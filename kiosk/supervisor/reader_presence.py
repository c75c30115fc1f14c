"""The terminal's card reader: passes the presence watch's readings to the main thread."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.cards.presence import PresenceReading, PresenceWatch
from kiosk.cards.reader_names import is_virtual_reader
from kiosk.cards.transport import CardService
from kiosk.vocabulary import ReaderState


class ReaderPresence(QObject):
    """The bound reader and the names of all readers. ``seen`` carries every ``PresenceReading``."""

    seen = Signal(object)
    _reading = Signal(object)

    def __init__(self, make_service: Callable[[], CardService], reader: str, training: bool) -> None:
        """``reader``: the configured name, or empty for any. ``training``: a virtual reader may be used."""
        super().__init__()
        self.reader = reader
        self.names: tuple[str, ...] = ()
        self._training = training
        self._watch = PresenceWatch(make_service(), reader, self._reading.emit)
        self._reading.connect(self._on_reading, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the watch on its thread."""
        self._watch.start()

    def stop(self) -> None:
        """Stop the watch."""
        self._watch.stop()

    def _on_reading(self, reading: PresenceReading) -> None:
        self.names = reading.names
        if not self._training and is_virtual_reader(reading.reader):
            # A virtual reader has no hardware: anybody on the network could put a card on it.
            reading = replace(reading, state=ReaderState.NO_READER, reader="")
        self.reader = reading.reader or self.reader
        self.seen.emit(reading)
