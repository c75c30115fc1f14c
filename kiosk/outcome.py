"""The result of a wipe step or of a deletion: done *and* verified, skipped, or failed."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """Result of one step. ``reason`` is for the log and for staff: no path, no name, nothing of the customer."""

    done: bool
    reason: str = ""
    skipped: bool = False


DONE = Outcome(done=True)


def failed(reason: str) -> Outcome:
    """The step could not be done or could not be verified."""
    return Outcome(done=False, reason=reason)


def skipped(reason: str) -> Outcome:
    """There was nothing to do."""
    return Outcome(done=True, reason=reason, skipped=True)
