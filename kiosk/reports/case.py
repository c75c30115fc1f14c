"""The suspected mix-up that staff work on today, read from the audit lines: when it was known, what is done. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kiosk.audit.line import Line
from kiosk.vocabulary import SUSPICIONS

#: Audit lines of a suspicion.
SUSPECTED = ("suspected_mixup", "portal_refused", "mixup_by_staff")
#: Days from awareness to the reports on leaks (漏えい等の報告): first report (about 3 to 5), full report (30).
DEADLINES = (3, 5, 30)


@dataclass(frozen=True)
class Case:
    """``aware_at``: time of the first suspicion. ``done``: step of ``mixup_text.MUST`` -> time of its tick."""

    aware_at: str
    done: Mapping[str, str] = field(default_factory=dict)

    def tick(self, step: str, done: bool, at: str) -> "Case":
        """The case after staff ticked this step, or took the tick away."""
        others = {name: time for name, time in self.done.items() if name != step}
        return replace(self, done=others | {step: at} if done else others)


def latest_case(lines: Iterable[Line]) -> Case | None:
    """The last case of these lines; None: nothing is suspected. Several suspicions in one session are one case."""
    case, of_session = None, False
    for line in lines:
        earlier = line["code"] == "mixup_by_staff" and line["when"] != "now"
        if is_suspicion(line) and (earlier or not of_session):
            case = Case(str(line["at"]))
        if case and line["code"] == "mixup_step":
            case = case.tick(str(line["step"]), bool(line["done"]), str(line["at"]))
        of_session = _of_session(line, of_session, earlier)
    return case


def _of_session(line: Line, before: bool, earlier: bool) -> bool:
    """Whether the session that runs after this line is suspected already."""
    if line["code"] == "session_prepared":
        return False
    return before or (is_suspicion(line) and not earlier)


def is_suspicion(line: Line) -> bool:
    """A refusal counts: who has not applied and is told that they have may have been mixed up with somebody."""
    ended = line["code"] == "session_ended" and line.get("reason") in SUSPICIONS
    return line["code"] in SUSPECTED or ended


def deadlines(aware_at: str) -> dict[str, str]:
    """``plus_3_days`` and so on -> the day, ``2026-01-31``, counted from this time."""
    aware = datetime.fromisoformat(aware_at)
    return {f"plus_{days}_days": (aware + timedelta(days=days)).date().isoformat() for days in DEADLINES}
