"""The session process as the supervisor holds it: the next interpreter in waiting, and the one that serves.

Lines and endings arrive on pipe threads; the Qt signals carry them to the main thread with the process they belong to,
so that nothing late of an old session is ever taken for the new one.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.processes import start as processes
from kiosk.processes.start import SessionProcess
from kiosk.protocol.messages import AuditReport, Down, Hello, ProtocolError, Up, decode_up, encode


class Host(QObject):
    """At most one process that may serve, and at most one that only did its imports."""

    received = Signal(object, object)
    broken = Signal(object, str)
    greeted = Signal()
    _line = Signal(object, bytes)
    _closed = Signal(object, str)

    def __init__(
        self, argv: list[str], environment: Mapping[str, str], on_stderr: Callable[[bytes], None] = lambda _: None
    ) -> None:
        super().__init__()
        self._argv = argv
        self._environment = dict(environment)
        self._on_stderr = on_stderr
        self.spare: SessionProcess | None = None
        self.serving: SessionProcess | None = None
        self.greeting = False
        self._line.connect(self._on_line)
        self._closed.connect(self._on_closed)

    def warm(self, record: Path) -> None:
        """Start the next interpreter: it does its imports, says hello, and waits. Nothing else before ``launch``."""
        if self.spare is not None:
            return
        self.greeting = False
        holder: list[SessionProcess] = []
        self.spare = SessionProcess.start(
            self._argv,
            self._environment | processes.tree_marker(record),
            lambda line: self._line.emit(holder, line),
            lambda reason: self._closed.emit(holder, reason),
            self._on_stderr,
        )
        holder.append(self.spare)

    def launch(self, start: Down) -> None:
        """The wipe was verified: the process in waiting becomes the session."""
        assert self.spare is not None
        assert self.greeting
        self.serving, self.spare = self.spare, None
        self.greeting = False
        self.tell(start)

    def tell(self, message: Down) -> bool:
        """One line down; False when there is nobody or it does not read."""
        return self.serving is not None and self.serving.write(encode(message))

    def release(self) -> frozenset[int]:
        """Forget the serving process (it is being killed). Returns the pids that must not be killed with it."""
        self.serving = None
        return frozenset({self.spare.pid} if self.spare else ())

    def drop_spare(self) -> None:
        """Give up the process in waiting."""
        if self.spare:
            self.spare.close()
        self.spare = None
        self.greeting = False

    def _on_line(self, holder: list[SessionProcess], line: bytes) -> None:
        process = holder[0] if holder else self.spare
        if process is None or process not in (self.spare, self.serving):
            return
        try:
            message = decode_up(line)
        except ProtocolError:
            self.broken.emit(process, "protocol")
            return
        self._on_message(process, message)

    def _on_message(self, process: SessionProcess, message: Up) -> None:
        if process is self.serving and not isinstance(message, Hello):
            self.received.emit(process, message)
        elif process is self.spare and isinstance(message, Hello) and not self.greeting:
            self.greeting = True
            self.greeted.emit()
        elif not (isinstance(message, AuditReport) and message.code == "session_exception"):
            self.broken.emit(process, "protocol")

    def _on_closed(self, holder: list[SessionProcess], reason: str) -> None:
        process = holder[0] if holder else self.spare
        if process is not None and process in (self.spare, self.serving):
            self.broken.emit(process, "protocol" if reason == "protocol" else "eof")
