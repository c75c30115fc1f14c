"""The session's end of the pipe to the supervisor: lines in from a thread, lines out under a lock."""

import os
import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from kiosk.exit_codes import ExitCode
from kiosk.protocol.messages import MAX_LINE, Down, LineSplitter, ProtocolError, Up, decode_down, encode


def take_stdout() -> int:
    """Return a new descriptor of the pipe and point fd 1 at fd 2, so that no stray print can break a line."""
    kept = os.dup(1)
    os.dup2(2, 1)
    return kept


class Pipe(QObject):
    """Sends to the supervisor, and emits its messages on the GUI thread. The end of stdin ends the process."""

    received = Signal(object)

    def __init__(self, source: int, target: int) -> None:
        super().__init__()
        self._source = source
        self._target = target
        self._lock = threading.Lock()
        self._splitter = LineSplitter()
        self._early: list[bytes] = []

    def send(self, message: Up) -> None:
        """Write one line. Raises OSError when the supervisor is gone, which the reading thread notices as well."""
        with self._lock:
            os.write(self._target, encode(message))

    def wait_first(self, meanwhile: Iterable[Callable[[], object]] = ()) -> Down:
        """Block until the first message, before there is an event loop. The end of the pipe ends the process.

        The functions in ``meanwhile`` are called one by one until the message is there; the others are left out.
        """
        lines: list[bytes] = []
        reading = threading.Thread(target=self._read_first, args=(lines,), name="first", daemon=True)
        reading.start()
        for piece in meanwhile:
            if not reading.is_alive():
                break
            piece()
        reading.join()
        self._early = lines[1:]
        return self._decode(lines[0])

    def _read_first(self, lines: list[bytes]) -> None:
        while not lines:
            lines.extend(self._read())

    def listen(self) -> None:
        """Start the reading thread. (A QSocketNotifier cannot watch a pipe on Windows.)"""
        threading.Thread(target=self._listen, name="pipe", daemon=True).start()

    def _listen(self) -> None:
        lines, self._early = self._early, []
        while True:
            for line in lines:
                self.received.emit(self._decode(line))
            lines = self._read()

    def _read(self) -> list[bytes]:
        data = os.read(self._source, MAX_LINE)
        if not data:
            os._exit(ExitCode.OK)
        try:
            return self._splitter.feed(data)
        except ProtocolError:
            os._exit(ExitCode.UNEXPECTED)

    def _decode(self, line: bytes) -> Down:
        try:
            return decode_down(line)
        except ProtocolError:
            os._exit(ExitCode.UNEXPECTED)
