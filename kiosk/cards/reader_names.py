"""Names of card readers: which of them is the configured one, whatever number the system gives it today. Pure.

pcsc-lite appends two hexadecimal numbers, ``ACS ACR1281 00 01``: the first is given anew at every plugging in, the
second is the slot, a fixed part of the reader. Windows appends one number, ``ACS ACR1281 0``, which changes likewise.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

#: Names of readers that exist in software only: any program that reaches one can imitate a card.
_VIRTUAL = re.compile(r"virtual|vpcd|software|simulat|emulat|training", re.IGNORECASE)
_NUMBERS = re.compile(r"(?P<model>.+?) (?:[0-9A-F]{2} (?P<slot>[0-9A-F]{2})|\d{1,2})")


@dataclass(frozen=True)
class ReaderName:
    """The parts of a name that stay. ``slot``: pcsc-lite's slot; "" where there is none; None without any number."""

    model: str
    slot: str | None = None


def parts(name: str) -> ReaderName:
    """A reader's name without the number that changes."""
    found = _NUMBERS.fullmatch(name)
    return ReaderName(found["model"], found["slot"] or "") if found else ReaderName(name)


def is_virtual_reader(name: str) -> bool:
    """Whether this is the name of a reader that exists in software only."""
    return bool(_VIRTUAL.search(name))


def is_meant(name: str, configured: str) -> bool:
    """Whether the setting names this reader: its whole name, with another number or none. "" names every reader."""
    if configured in ("", name, parts(name).model):
        return True
    wanted = parts(configured)
    return wanted.slot is not None and parts(name) == wanted


def setting_for(name: str, names: Iterable[str]) -> str:
    """What ``reader_name`` must be for this one of the connected readers; "" when nothing would tell it from another.

    Two of a model are such a case: which number each of them gets is up to chance.
    """
    for setting in (parts(name).model, name):
        if [other for other in names if is_meant(other, setting)] == [name]:
            return setting
    return ""


def toml_line(setting: str) -> str:
    """The line of kiosk.toml; a literal string where the name allows it, so that nothing in it has to be escaped."""
    if "'" in setting:
        escaped = setting.replace("\\", "\\\\").replace('"', '\\"')
        return f'reader_name = "{escaped}"'
    return f"reader_name = '{setting}'"
