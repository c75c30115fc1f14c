"""The supervisor's session processes: the one that serves, and the spare interpreter for the next session.

Lines and ends of the pipes arrive on their threads. Qt signals carry them to the main thread together with their
process, so that a late line of an old session is not taken for one of the new session.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.processes import start as processes
from kiosk.processes.start import SessionProcess
from kiosk.protocol.messages import AuditReport, Down, Hello, ProtocolError, Up, decode_up, encode


class Host(QObject):
    """At most one serving process, and at most one spare process that has only done its imports."""

    #: The process and its message.
    received = Signal(object, object)
    #: The process and the reason: "protocol" or "eof".
    broken = Signal(object, str)
    #: The spare process has sent ``Hello``.
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
        """Start the spare process, unless there is one: it imports its modules, sends ``Hello`` and waits."""
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
        """Make the spare process the serving one and send it ``start``. It must have sent ``Hello``."""
        assert self.spare is not None
        assert self.greeting
        self.serving, self.spare = self.spare, None
        self.greeting = False
        self.send(start)

    def send(self, message: Down) -> bool:
        """Send a message to the serving process; False if there is none or it does not read."""
        return self.serving is not None and self.serving.write(encode(message))

    def release(self) -> frozenset[int]:
        """Forget the serving process, which is being killed. Returns the ids of processes that must not be killed."""
        self.serving = None
        return frozenset({self.spare.pid} if self.spare else ())

    def drop_spare(self) -> None:
        """Close the pipe of the spare process, which then ends itself, and forget it."""
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
