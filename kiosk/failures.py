"""The failure catalogue (``resources/failures.toml``): one code and one set of words for all that can go wrong."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

import resources


@dataclass(frozen=True)
class Failure:
    """What happened and what to do. ``citizen`` and ``next_step`` are easy Japanese, ``staff`` is for the desk."""

    code: str
    name: str
    citizen: str
    staff: str
    next_step: str
    english: str
    english_next_step: str

    def said_in(self, language: str) -> "Failure":
        """The same failure with ``citizen`` and ``next_step`` in this language; Japanese where there is none."""
        if language == "en":
            return replace(self, citizen=self.english, next_step=self.english_next_step)
        said = _translated(language).get(self.name)
        return replace(self, citizen=said["citizen"], next_step=said["next_step"]) if said else self


@cache
def failures() -> Mapping[str, Failure]:
    """Name -> failure, in the order of the file. Raises TypeError for a missing or unknown key."""
    with resources.path("failures.toml").open("rb") as file:
        entries = tomllib.load(file)
    return MappingProxyType({name: Failure(name=name, **entry) for name, entry in entries.items()})


@cache
def _translated(language: str) -> Mapping[str, Mapping[str, str]]:
    """Name -> ``citizen`` and ``next_step`` from ``resources/texts/failures_<language>.toml``; empty without one."""
    file = resources.path("texts", f"failures_{language}.toml")
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def failure(name: str) -> Failure:
    """The failure of this name; an unknown name is shown as ``internal_error``, never as a crash."""
    known = failures()
    return known.get(name) or known["internal_error"]
