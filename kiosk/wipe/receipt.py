"""The receipt of a wipe: what each step came to, and whether the next person may come."""

from dataclasses import asdict, dataclass
from typing import Any

from kiosk.failures import FailureName
from kiosk.vocabulary import WIPE_TABLE, WipeStep


@dataclass(frozen=True)
class StepResult:
    """A line of the receipt; ``ms`` milliseconds."""

    step: str
    done: bool
    reason: str
    ms: float
    skipped: bool = False


@dataclass(frozen=True)
class Receipt:
    """What one wipe did. ``started_at`` is ISO 8601; ``reason`` an end reason, or empty for leftovers."""

    number: int
    session_id: str
    reason: str
    started_at: str
    steps: tuple[StepResult, ...]

    @property
    def failed_step(self) -> str:
        """The first step that was not verified, or empty. A step that is missing was not verified either."""
        results = {result.step: result for result in self.steps}
        unproved = (step.name for step in WIPE_TABLE if step.weighs and not _is_proved(step, results.get(step.name)))
        return next(unproved, "")

    @property
    def verified(self) -> bool:
        """Every step was done and checked: the next person may come."""
        return not self.failed_step

    @property
    def failure(self) -> FailureName | None:
        """The failure of the first step that was not verified."""
        return FailureName(f"wipe_{self.failed_step}") if self.failed_step else None

    @property
    def ms(self) -> float:
        """Milliseconds of all steps together."""
        return round(sum(result.ms for result in self.steps), 1)

    def to_json(self) -> dict[str, Any]:
        """A plain dictionary, with ``verified``."""
        return {**asdict(self), "steps": [asdict(result) for result in self.steps], "verified": self.verified}


def _is_proved(step: WipeStep, result: StepResult | None) -> bool:
    return result is not None and result.done and (step.optional or not result.skipped)
