"""The lesson of the staff's panel on a training terminal (``resources/lessons.toml``), and how far it is. Pure.

Whether a step was done is read from the audit lines. The file is in no production build.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import resources
from kiosk.audit.line import Line
from kiosk.audit_events import Value
from kiosk.config.toml_file import read_toml

#: Prefix of a part's id in the action of the audit line ``training`` that begins it.
BEGUN = "lesson_"


@dataclass(frozen=True)
class Step:
    """What to do, and the lines of the audit file that show it: code and fields, in this order."""

    say: str
    seen: tuple[Mapping[str, Value], ...]


@dataclass(frozen=True)
class Part:
    """One part: a story and the steps that are practised."""

    id: str
    title: str
    story: str
    steps: tuple[Step, ...]

    @property
    def action(self) -> str:
        """The action of the audit line ``training`` that begins this part."""
        return BEGUN + self.id

    def done(self, lines: Iterable[Line]) -> int | None:
        """The number of steps done since the part was last begun; None: it was not, or another one was after it."""
        wanted = [(place, lines_) for place, step in enumerate(self.steps) for lines_ in step.seen]
        found: int | None = None
        for line in lines:
            if _begins(line):
                found = 0 if line["action"] == self.action else None
            elif found is not None and found < len(wanted) and _is(line, wanted[found][1]):
                found += 1
        return None if found is None else wanted[found][0] if found < len(wanted) else len(self.steps)


def next_step(lines: Iterable[Line]) -> str:
    """What to do next in the part that was begun last; empty when nothing is practised or it is finished."""
    every = list(lines)
    for part in lessons():
        done = part.done(every)
        if done is not None and done < len(part.steps):
            return f"練習 {done + 1}／{len(part.steps)}：{part.steps[done].say}"
    return ""


def _begins(line: Line) -> bool:
    return line["code"] == "training" and str(line["action"]).startswith(BEGUN)


def _is(line: Line, wanted: Mapping[str, Value]) -> bool:
    return all(line.get(key) == value for key, value in wanted.items())


@cache
def lessons() -> tuple[Part, ...]:
    """The parts of the lesson. Raises OSError, NotToml, KeyError or TypeError when the file is not there or wrong."""
    parts = read_toml(resources.path("lessons.toml"))["part"]
    return tuple(Part(steps=tuple(_step(**step) for step in item.pop("step")), **item) for item in parts)


def _step(say: str, seen: Iterable[Mapping[str, Value]]) -> Step:
    return Step(say, tuple(seen))
