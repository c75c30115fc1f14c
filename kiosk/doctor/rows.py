"""The rows of ``kiosk doctor``, and values that are computed on a thread of their own."""

import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import Enum, unique
from typing import Any, Generic, TypeVar

from kiosk.processes import start as processes

Value = TypeVar("Value")

#: Maximum seconds for another program (``fc-match``, ``pcscd --version``), and characters of its output that are read.
PROGRAM_LIMIT = 2.0
PLAIN_OUTPUT_LIMIT = 4000


@unique
class Result(Enum):
    """The result of a check, in the words of the table."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class Row:
    """One line of the table. ``to_do`` is for IT, ``japanese`` for the desk; both are empty when nothing is wrong."""

    check: str
    title: str
    result: Result
    found: str
    to_do: str = ""
    japanese: str = ""

    def to_json(self) -> dict[str, Any]:
        """The dictionary that ``--json`` prints."""
        return asdict(self) | {"result": self.result.value}


@dataclass(frozen=True)
class Check:
    """A check: name for programs, title for people. Makes its rows."""

    name: str
    title: str

    def ok(self, found: str) -> Row:
        """The row when nothing is wrong."""
        return Row(self.name, self.title, Result.OK, found)

    def warn(self, found: str, to_do: str, japanese: str = "") -> Row:
        """The row when the kiosk works, but somebody should look at this."""
        return Row(self.name, self.title, Result.WARN, found, to_do, japanese)

    def fail(self, found: str, to_do: str, japanese: str) -> Row:
        """The row when the kiosk would not work, or not protect."""
        return Row(self.name, self.title, Result.FAIL, found, to_do, japanese)

    def skip(self, why: str) -> Row:
        """The row when the check does not apply here."""
        return Row(self.name, self.title, Result.NOT_APPLICABLE, why)


class Later(Generic[Value]):
    """A value that is computed on a daemon thread, so that a driver that never answers cannot block the doctor."""

    def __init__(self, find: Callable[[], Value]) -> None:
        self._find = find
        self._found: Value | None = None
        self._error: Exception | None = None
        self._done = threading.Event()
        threading.Thread(target=self._run, name="doctor", daemon=True).start()

    def _run(self) -> None:
        try:
            self._found = self._find()
        except Exception as error:
            self._error = error
        self._done.set()

    @property
    def done(self) -> bool:
        """Whether the value is there, or its computation failed."""
        return self._done.is_set()

    def get(self, seconds: float | None = None) -> Value:
        """Wait for the value. Raises what its computation raised; TimeoutError after ``seconds``."""
        if not self._done.wait(seconds):
            raise TimeoutError("no answer in time")
        if self._error is not None:
            raise self._error
        return self._found  # type: ignore[return-value]


def output_of(argv: Sequence[str]) -> str | None:
    """What a program prints; None when it is missing, fails or takes longer than ``PROGRAM_LIMIT``."""
    try:
        program = processes.start_helper(
            argv, processes.session_environment(os.environ), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError:
        return None
    try:
        output, _ = program.communicate(timeout=PROGRAM_LIMIT)
    except subprocess.TimeoutExpired:
        program.kill()
        program.communicate()
        return None
    return output.decode("utf-8", "replace")[:PLAIN_OUTPUT_LIMIT] if program.returncode == 0 else None
