"""The city's list of its terminals (``terminals.toml``): name, window, public keys, days of service.

Without it a survey can neither miss a terminal nor know whether a key is a terminal's own.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.audit.key import PublicKey, PublicKeyError, public_keys
from kiosk.config.toml_file import NotToml, read_toml
from kiosk.system import regular_file

#: Bytes at most of a file with public keys.
_KEY_FILE = 100_000


class RegisterError(ValueError):
    """The list cannot be used; the text says in Japanese where and why."""


@dataclass(frozen=True)
class Terminal:
    """One terminal. ``since``, ``until``: its first and last day of service; None: as the survey's.

    ``keys``: those that may have signed.
    """

    name: str
    window: str = ""
    keys: tuple[PublicKey, ...] = ()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Register:
    """All terminals of a city, and the days on which none of them is used."""

    terminals: tuple[Terminal, ...] = ()
    closed: frozenset[date] = frozenset()
    #: Days of the week with service; Monday is 0 (in the file 1).
    weekdays: frozenset[int] = frozenset(range(5))

    def terminal(self, name: str) -> Terminal:
        """The terminal of this name; one without window and keys where it is not listed."""
        return next((item for item in self.terminals if item.name == name), Terminal(name))

    def at_window(self, window: str) -> frozenset[str]:
        """The names of the terminals at this window."""
        return frozenset(item.name for item in self.terminals if item.window == window)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    id: str = Field(pattern=r"^[A-Za-z0-9_-]{1,32}$")
    window: str = Field("", max_length=40)
    public_key: str = ""
    since: date | None = None
    until: date | None = None


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    closed_days: list[date] = []
    weekdays: list[Annotated[int, Field(ge=1, le=7)]] = [1, 2, 3, 4, 5]
    terminal: list[_Entry] = Field(min_length=1)


def load_register(file: Path) -> Register:
    """Read and check the list; key files lie beside it unless their path is absolute. Raises RegisterError."""
    try:
        read = _File.model_validate(read_toml(file))
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise RegisterError(f"{file}：{where}の値が正しくありません") from None
    except (OSError, NotToml) as error:
        raise RegisterError(f"{file}：読めません（{error}）") from None
    _no_doubles(file, [item.id for item in read.terminal])
    terminals = tuple(_terminal(file, item) for item in read.terminal)
    return Register(terminals, frozenset(read.closed_days), frozenset(day - 1 for day in read.weekdays))


def _no_doubles(file: Path, names: Iterable[str]) -> None:
    every = list(names)
    if doubles := sorted({name for name in every if every.count(name) > 1}):
        raise RegisterError(f"{file}：端末{doubles[0]}が二度あります")


def _terminal(file: Path, entry: Any) -> Terminal:
    keys = _keys(file.parent / entry.public_key) if entry.public_key else ()
    return Terminal(entry.id, entry.window, keys, entry.since, entry.until)


def _keys(file: Path) -> tuple[PublicKey, ...]:
    try:
        return public_keys(regular_file.read(file, _KEY_FILE))
    except (OSError, PublicKeyError):
        raise RegisterError(f"{file}：公開鍵（kiosk audit public-key の出力）を読めません") from None
