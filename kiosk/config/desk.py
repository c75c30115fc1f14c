"""``desk.toml``: the city's counters, telephone lines and guidance, checked whole. It lies beside ``kiosk.toml``.

A table of the city's file replaces the values of the same name that the program brings (``resources/desk.toml``).
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

import resources
from kiosk import desk
from kiosk.config import access
from kiosk.config.plain_text import plain
from kiosk.config.settings import ConfigError, first_problem, unreadable
from kiosk.config.toml_file import NotToml, read_toml
from kiosk.config.wording import not_allowed
from kiosk.failures import failures

FILE = "desk.toml"

Words = Annotated[str, Field(max_length=60), AfterValidator(plain)]
Sentence = Annotated[str, Field(max_length=160), AfterValidator(plain)]
Phone = Annotated[str, Field(max_length=24), AfterValidator(plain)]
Menu = Annotated[int, Field(ge=0, le=99)]


class DeskError(ConfigError):
    """A wrong value in ``desk.toml``, with file, key, value and what is allowed."""


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Counter(_Closed):
    name: Annotated[Words, Field(min_length=1)]
    floor: Words = ""
    place: Words = ""
    hours: Words = ""
    english: Words = ""


class _Contact(_Closed):
    number: Phone = ""
    name: Words = ""
    hours: Words = ""
    checked: date | None = None


class _Helpline(_Contact):
    menu: dict[str, Menu] = {}


class _Guidance(_Closed):
    say: Annotated[Sentence, Field(min_length=1)]
    counter: Words = ""
    form: Words = ""
    bring: Words = ""
    never: Sentence = ""


class _File(_Closed):
    """The tables of the file."""

    usual: Words
    helpline: _Helpline = _Helpline()
    staff_line: _Contact = _Contact()
    counters: dict[str, _Counter]
    guidance: dict[str, _Guidance] = {}

    @model_validator(mode="after")
    def _fits_together(self) -> "_File":
        codes = {failure.code for failure in failures().values()}
        if unknown := self.guidance.keys() - codes:
            raise not_allowed("codes of docs/failure-codes.md", "guidance", min(unknown))
        named = {"usual": self.usual} | {
            f"guidance.{code}.counter": item.counter for code, item in self._with_counter()
        }
        for key, counter in named.items():
            if counter not in self.counters:
                raise not_allowed(f"one of {', '.join(sorted(self.counters))}", key, counter)
        return self

    def _with_counter(self) -> list[tuple[str, _Guidance]]:
        return [(code, item) for code, item in self.guidance.items() if item.counter]

    def value(self) -> desk.Desk:
        """The frozen value that the rest of the program uses."""
        helpline = self.helpline.model_dump()
        return desk.Desk(
            menu=helpline.pop("menu"),
            helpline=desk.Contact(**helpline),
            staff_line=desk.Contact(**self.staff_line.model_dump()),
            usual=self.usual,
            counters={name: desk.Counter(**item.model_dump()) for name, item in self.counters.items()},
            guidance={code: desk.Guidance(**item.model_dump()) for code, item in self.guidance.items()},
        )


def desk_file(config_file: Path | None) -> Path | None:
    """The city's file beside this ``kiosk.toml``, whose folder was looked into; None: there is none."""
    beside = config_file.parent / FILE if config_file else None
    return beside if beside and access.is_there(beside) else None


def load_desk(file: Path | None) -> desk.Desk:
    """The city's desk file over the values that the program brings; None: those alone. Raises DeskError."""
    shipped = _read(resources.path(FILE))
    given = _read(file) if file else {}
    try:
        return _File(**_merged(shipped, given)).value()
    except ValidationError as error:
        raise first_problem(file or resources.path(FILE), error, {}, kind=DeskError) from None


def _read(file: Path) -> dict[str, Any]:
    try:
        return read_toml(file)
    except (OSError, NotToml) as error:
        raise unreadable(file, error, DeskError) from None


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Tables are joined key by key, everything else is replaced."""
    both = {key: _merged(under[key], over[key]) for key in under.keys() & over.keys() if _are_tables(under, over, key)}
    return {**under, **over, **both}


def _are_tables(under: Mapping[str, Any], over: Mapping[str, Any], key: str) -> bool:
    return isinstance(under[key], dict) and isinstance(over[key], dict)
