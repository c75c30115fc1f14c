"""The pipes of a session process: threads that read and write, so that nothing a session does blocks the supervisor."""

import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum, unique
from typing import IO

from kiosk.protocol.messages import LineSplitter, ProtocolError

_CHUNK = 65_536
_QUEUED_LINES = 64
_STDERR_LINE = 4096
#: Seconds: after a broken pipe the session's last words may still be on their way up.
_LAST_WORDS = 0.2


@unique
class Closed(StrEnum):
    """Why the connection to a session is over."""

    EOF = "eof"
    HALF_LINE = "half_line"
    PROTOCOL = "protocol"
    PIPE = "pipe"
    CALLBACK = "callback"


class Pipes:
    """Reads lines from ``stdout`` and ``stderr`` and writes to ``stdin``, each on a daemon thread of its own.

    ``on_line`` gets a line without newline, ``on_closed`` a ``Closed`` exactly once; no line is read after that.
    ``on_stderr`` gets whatever the session says there, in pieces of at most 4 KiB.
    """

    def __init__(
        self,
        stdin: IO[bytes],
        stdout: IO[bytes],
        stderr: IO[bytes],
        on_line: Callable[[bytes], None],
        on_closed: Callable[[str], None],
        on_stderr: Callable[[bytes], None],
    ) -> None:
        self._stdin, self._stdout, self._stderr = stdin, stdout, stderr
        self._on_line, self._on_closed, self._on_stderr = on_line, on_closed, on_stderr
        self._queue: queue.Queue[bytes | None] = queue.Queue(_QUEUED_LINES)
        self._closing = False
        self._over = threading.Event()
        self._once = threading.Lock()

    def open(self) -> None:
        """Start the threads."""
        for work in (self._read_lines, self._read_stderr, self._write_lines):
            threading.Thread(target=work, name=f"session{work.__name__}", daemon=True).start()

    def write(self, line: bytes) -> bool:
        """Queue a line; False when the session does not read, or the pipe is closed. Never blocks."""
        if self._closing:
            return False
        try:
            self._queue.put_nowait(line)
        except queue.Full:
            return False
        return True

    def close(self) -> None:
        """Close the session's stdin after what is queued; if it does not read, when it is dead. Never blocks."""
        self._closing = True
        # When the queue is full the writer has something to do and looks at _closing after it.
        with suppress(queue.Full):
            self._queue.put_nowait(None)

    def _read_lines(self) -> None:
        reason = Closed.CALLBACK
        try:
            reason = self._pump_lines()
        except ProtocolError:
            reason = Closed.PROTOCOL
        finally:
            self._stdout.close()
            self._finish(reason)

    def _pump_lines(self) -> Closed:
        splitter = LineSplitter()
        while chunk := _read(self._stdout):
            for line in splitter.feed(chunk):
                if self._over.is_set():
                    return Closed.PIPE
                self._on_line(line)
        return Closed.HALF_LINE if splitter.partial else Closed.EOF

    def _read_stderr(self) -> None:
        rest = b""
        with self._stderr:
            while chunk := _read(self._stderr):
                *lines, rest = (rest + chunk).split(b"\n")
                for line in lines:
                    self._tell_stderr(line)
                if len(rest) > _STDERR_LINE:
                    self._tell_stderr(rest)
                    rest = b""
            self._tell_stderr(rest)

    def _tell_stderr(self, line: bytes) -> None:
        for start in range(0, len(line), _STDERR_LINE):
            self._on_stderr(line[start : start + _STDERR_LINE])

    def _write_lines(self) -> None:
        try:
            with self._stdin:
                while (line := self._next()) is not None:
                    self._send(line)
        except OSError:
            self._closing = True
            self._over.wait(_LAST_WORDS)
            self._finish(Closed.PIPE)

    def _next(self) -> bytes | None:
        if not self._closing:
            return self._queue.get()
        try:
            return self._queue.get_nowait()
        except queue.Empty:
            return None

    def _send(self, line: bytes) -> None:
        rest = memoryview(line)
        while rest:
            rest = rest[self._stdin.write(rest) :]

    def _finish(self, reason: Closed) -> None:
        with self._once:
            if self._over.is_set():
                return
            self._over.set()
        self.close()
        self._on_closed(reason)


def _read(stream: IO[bytes]) -> bytes:
    try:
        return stream.read(_CHUNK)
    except OSError:
        return b""  # a broken pipe is the end of the stream
