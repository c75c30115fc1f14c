"""The training persons from ``resources/cards/*.toml``: a closed vocabulary, and none of them can be a real person.

Their certificates come from the training CA, their names are 見本 ("sample"), their municipality code is 00000.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum, unique
from pathlib import Path
from typing import Any

import resources
from kiosk.procedures.model import Text


@unique
class CardKind(StrEnum):
    """The kinds of cards and objects that can be put on the reader."""

    PLASTIC = "plastic"
    ANDROID = "android"
    IPHONE = "iphone"
    OLD_JUKI = "old_juki"
    TRANSPORT = "transport"
    LICENCE = "licence"
    BANK = "bank"
    FOREIGN_EID = "foreign_eid"
    BLANK = "blank"
    MUTE = "mute"


@unique
class Group(StrEnum):
    """What the card is for in a lesson: it serves, the procedure stops over it, or it is no My Number card."""

    ORDINARY = "ordinary"
    TROUBLE = "trouble"
    OTHER = "other"


#: Kinds with a JPKI application.
WITH_JPKI = frozenset({CardKind.PLASTIC, CardKind.ANDROID, CardKind.IPHONE, CardKind.OLD_JUKI})


@unique
class KeyKind(StrEnum):
    """Key of the certificate: RSA on today's card, P-384 on the next generation's."""

    RSA_2048 = "rsa-2048"
    P384 = "p-384"


class PersonError(ValueError):
    """A person file has an unknown key or a wrong value. The message names file and key, never a PIN."""


@dataclass(frozen=True)
class CertificateOptions:
    """The user-authentication certificate. ``issued_today`` (up to half an hour ago) overrides ``issued_days_ago``."""

    issued_days_ago: int = 400
    issued_today: bool = False
    valid_days: int = 1826
    key: KeyKind = KeyKind.RSA_2048


@dataclass(frozen=True)
class Person:
    """One training person with one card. ``pin`` "": a card without a PIN. ``tries``: PIN tries left on a new card."""

    id: str
    kind: CardKind
    group: Group
    label: Text
    note: Text
    pin: str = field(default="", repr=False)
    tries: int = 3
    age: int = 0
    representative: str = ""
    short_ef: bool = True
    signature_certificate: bool = True
    certificate: CertificateOptions | None = None


def load_persons(folder: Path | None = None) -> Mapping[str, Person]:
    """All persons by id, in the order of their files. Raises PersonError."""
    files = sorted((folder or resources.path("cards")).glob("*.toml"))
    persons = [_load(file) for file in files]
    found = {person.id: person for person in persons}
    for person in persons:
        if person.representative and person.representative not in found:
            raise PersonError(f"{person.id}: representative")
    return found


def _load(file: Path) -> Person:
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        person = _person(data)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise PersonError(f"{file.name}: {error}") from None
    if person.id != file.stem:
        raise PersonError(f"{file.name}: id")
    return person


def _person(data: dict[str, Any]) -> Person:
    _only(data, Person)
    options = data.pop("certificate", None)
    kinds = {"kind": CardKind(data["kind"]), "group": Group(data["group"])}
    person = Person(**{**data, **kinds, "certificate": options and _certificate(options)})
    for text in (person.label, person.note):
        if set(text) != {"ja", "en"}:
            raise ValueError("label and note need ja and en")
    if person.pin and not (len(person.pin) == 4 and person.pin.isascii() and person.pin.isdigit()):
        raise ValueError("pin")
    if not 0 <= person.tries <= 3:
        raise ValueError("tries")
    return person


def _certificate(data: dict[str, Any]) -> CertificateOptions:
    _only(data, CertificateOptions)
    return CertificateOptions(**{**data, "key": KeyKind(data.get("key", KeyKind.RSA_2048))})


def _only(data: Mapping[str, Any], shape: type[Person] | type[CertificateOptions]) -> None:
    unknown = set(data) - {known.name for known in fields(shape)}
    if unknown:
        raise ValueError(f"unknown key {min(unknown)}")
