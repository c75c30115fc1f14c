"""A scenario of the drill and its result."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.training.drill.desk import Desk, Line


@dataclass(frozen=True)
class Scenario:
    """``ids``: rows of docs/scenarios.md. ``run`` returns what was seen, or raises ExpectationFailed or ControlError.

    ``hurried``: needs a terminal with short time limits.
    """

    ids: tuple[str, ...]
    name: str
    run: Callable[[Desk], str]
    hurried: bool = False

    @property
    def label(self) -> str:
        """The ids in one column."""
        return " ".join(self.ids)


@dataclass(frozen=True)
class Result:
    """One line of the report. ``receipts``: the wipe receipts written meanwhile."""

    ids: tuple[str, ...]
    name: str
    ok: bool
    seen: str
    seconds: float
    receipts: tuple[Line, ...] = field(default=())
