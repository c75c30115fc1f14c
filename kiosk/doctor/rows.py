"""The rows of ``kiosk doctor``, and values that are found on a thread of their own."""

import os
import subprocess
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from enum import Enum, unique
from typing import Any, Generic, TypeVar

from kiosk.processes import start as processes

Value = TypeVar("Value")

#: How long another program (``fc-match``, ``pcscd --version``) may take, in seconds.
PROGRAM_LIMIT = 2.0
PLAIN_OUTPUT_LIMIT = 4000


@unique
class Result(Enum):
    """The outcome of a check, in the words of the table."""

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
        """As ``--json`` prints it."""
        return asdict(self) | {"result": self.result.value}


@dataclass(frozen=True)
class Check:
    """Name (for programs) and title (for people) of a check; makes its rows."""

    name: str
    title: str

    def ok(self, found: str) -> Row:
        """Nothing to do."""
        return Row(self.name, self.title, Result.OK, found)

    def warn(self, found: str, to_do: str, japanese: str = "") -> Row:
        """The kiosk works; somebody should look at it."""
        return Row(self.name, self.title, Result.WARN, found, to_do, japanese)

    def fail(self, found: str, to_do: str, japanese: str) -> Row:
        """The kiosk would not work, or would not protect."""
        return Row(self.name, self.title, Result.FAIL, found, to_do, japanese)

    def skip(self, why: str) -> Row:
        """Not applicable here."""
        return Row(self.name, self.title, Result.NOT_APPLICABLE, why)


class Later(Generic[Value]):
    """A value that is being found on a daemon thread: a driver that never answers does not keep the doctor."""

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
        """It is found, or failed."""
        return self._done.is_set()

    def get(self, seconds: float | None = None) -> Value:
        """Wait for it. Raises what finding it raised, TimeoutError after ``seconds``."""
        if not self._done.wait(seconds):
            raise TimeoutError("no answer in time")
        if self._error is not None:
            raise self._error
        return self._found  # type: ignore[return-value]


def output_of(argv: Sequence[str]) -> str | None:
    """What a small program prints; None when it is not there, fails or takes longer than 2 s."""
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
