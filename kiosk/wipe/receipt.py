"""The receipt of a wipe: the result of each step, and whether the wipe is verified."""

from dataclasses import asdict, dataclass
from typing import Any

from kiosk.failures import FailureName
from kiosk.vocabulary import WIPE_TABLE, WipeStep


@dataclass(frozen=True)
class StepResult:
    """The result of one step; ``ms``: how long it took, in milliseconds."""

    step: str
    done: bool
    reason: str
    ms: float
    skipped: bool = False


@dataclass(frozen=True)
class Receipt:
    """The results of one wipe. ``started_at``: ISO 8601; ``reason``: the end reason, empty for leftovers."""

    number: int
    session_id: str
    reason: str
    started_at: str
    steps: tuple[StepResult, ...]

    @property
    def failed_step(self) -> str:
        """Name of the first required step that was not verified, or empty. A missing step counts as not verified."""
        results = {result.step: result for result in self.steps}
        unproved = (step.name for step in WIPE_TABLE if step.required and not _is_proved(step, results.get(step.name)))
        return next(unproved, "")

    @property
    def verified(self) -> bool:
        """Whether every required step was done and checked: then the next person may be served."""
        return not self.failed_step

    @property
    def failure(self) -> FailureName | None:
        """The failure of ``failed_step``, None when the wipe is verified."""
        return FailureName(f"wipe_{self.failed_step}") if self.failed_step else None

    @property
    def ms(self) -> float:
        """Milliseconds of all steps together."""
        return round(sum(result.ms for result in self.steps), 1)

    def to_json(self) -> dict[str, Any]:
        """The receipt as a plain dictionary, with ``verified``."""
        return {**asdict(self), "steps": [asdict(result) for result in self.steps], "verified": self.verified}


def _is_proved(step: WipeStep, result: StepResult | None) -> bool:
    return result is not None and result.done and (step.optional or not result.skipped)
