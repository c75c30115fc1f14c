"""Whether something was done *and* checked: what a worker of the wipe and the code that deletes files answer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Outcome:
    """What a step's worker says. ``reason`` is for the log and staff: no path, no name, nothing of the customer."""

    done: bool
    reason: str = ""
    skipped: bool = False


DONE = Outcome(done=True)


def failed(reason: str) -> Outcome:
    """The step could not be done or could not be checked."""
    return Outcome(done=False, reason=reason)


def skipped(reason: str) -> Outcome:
    """There was nothing to do."""
    return Outcome(done=True, reason=reason, skipped=True)
