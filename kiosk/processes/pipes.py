"""The pipes of a session process, read and written on threads, so that no session can block the supervisor."""

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
#: Seconds to wait after a broken pipe: the session's last lines may not have been read yet.
_LAST_LINES = 0.2


@unique
class Closed(StrEnum):
    """Why the connection to a session is over.

    ``HALF_LINE``: the stream ended within a line. ``PROTOCOL``: a line was too long. ``PIPE``: writing failed.
    ``CALLBACK``: ``on_line`` raised.
    """

    EOF = "eof"
    HALF_LINE = "half_line"
    PROTOCOL = "protocol"
    PIPE = "pipe"
    CALLBACK = "callback"


class Pipes:
    """Reads lines from ``stdout`` and ``stderr`` and writes to ``stdin``, each on a daemon thread of its own.

    ``on_line`` gets a line without newline, ``on_closed`` a ``Closed`` exactly once; no line is read after that.
    ``on_stderr`` gets what the session writes there, in pieces of at most 4 KiB.
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
        """Start the three threads."""
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
        """Close the session's stdin after the queued lines, or once it is dead if it does not read. Never blocks."""
        self._closing = True
        # When the queue is full the writer still has lines to send and checks _closing after them.
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
                    self._pass_stderr(line)
                if len(rest) > _STDERR_LINE:
                    self._pass_stderr(rest)
                    rest = b""
            self._pass_stderr(rest)

    def _pass_stderr(self, line: bytes) -> None:
        for start in range(0, len(line), _STDERR_LINE):
            self._on_stderr(line[start : start + _STDERR_LINE])

    def _write_lines(self) -> None:
        try:
            with self._stdin:
                while (line := self._next()) is not None:
                    self._send(line)
        except OSError:
            self._closing = True
            self._over.wait(_LAST_LINES)
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
