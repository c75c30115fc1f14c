"""What is happening at the terminal now, read from the day's audit lines: for staff who come to a call. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.audit.line import Line


@dataclass(frozen=True)
class Situation:
    """The session that runs or has just ended, without anything personal. ``failure``: the problem that was shown."""

    began_at: str = ""
    procedure: str = ""
    version: int = 0
    language: str = "ja"
    step: int = 0
    failure: str = ""


def situation(lines: Iterable[Line]) -> Situation:
    """The situation after these lines; it begins anew with each session that is made ready."""
    found = Situation()
    for line in lines:
        code = line["code"]
        if code == "session_prepared":
            found = Situation()
        elif code == "session_begun":
            found = replace(found, began_at=str(line["at"]))
        elif code == "procedure_chosen":
            found = replace(found, procedure=line["procedure"], version=line["version"])
        elif code == "language":
            found = replace(found, language=line["language"])
        elif code == "step":
            found = replace(found, step=line["number"])
        elif code == "problem_shown":
            found = replace(found, failure=line["failure"])
    return found
