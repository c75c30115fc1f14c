"""The settings of the training portal, as frozen values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum, unique
from pathlib import Path

from starlette.routing import BaseRoute


@unique
class Mode(StrEnum):
    """The three historic modes: how often the portal checks the identity, and since which month.

    And one that nobody had: it checks once and makes an application final at the end of a redirect.
    """

    TWO_CHECKS_2022_02 = "two_checks_2022_02"
    ONE_CHECK_2022_06 = "one_check_2022_06"
    TWO_CHECKS_2023_04 = "two_checks_2023_04"
    REDIRECTS = "redirects"

    @property
    def second_check(self) -> bool:
        """Whether an application needs a second identity check."""
        return self in (Mode.TWO_CHECKS_2022_02, Mode.TWO_CHECKS_2023_04)

    @property
    def redirects(self) -> bool:
        """Whether form and link for the last step lead to an ordinary address, which sends them on to the commit."""
        return self is Mode.REDIRECTS


@dataclass(frozen=True)
class Switches:
    """Faults of real sites, all off by default. ``marker``: the text that ``storage`` leaves in the browser."""

    no_logout: bool = False
    persistent_cookie: bool = False
    service_worker: bool = False
    storage: bool = False
    marker: str = "training-marker"


@dataclass(frozen=True)
class PersonFacts:
    """What the portal knows about a software person; None: taken from the certificate."""

    label: str = ""
    age: int | None = None
    eligible: bool = True
    issued_at: datetime | None = None
    renewed_today: bool | None = None


def utc_now() -> datetime:
    """The portal's default clock."""
    return datetime.now(UTC)


def no_facts(_key: str) -> PersonFacts | None:
    """The default of ``PortalSettings.persons``: no facts about anybody."""
    return None


@dataclass(frozen=True)
class PortalSettings:
    """``ca_certificate`` is PEM; ``persons`` maps an identity key (``token.identity_key``) to facts.

    ``origin`` is set by ``serve``; while it is empty, the origin of each request is used.
    ``web_eid_library``: a file of the public web-eid.js (iife build) that is served in place of the portal's client.
    ``hostile_routes``: pages below ``/_hostile`` that only tests have.
    """

    database: Path
    ca_certificate: bytes
    admin_token: str
    mode: Mode = Mode.TWO_CHECKS_2023_04
    switches: Switches = field(default_factory=Switches)
    clock: Callable[[], datetime] = utc_now
    persons: Callable[[str], PersonFacts | None] = no_facts
    origin: str = ""
    web_eid_library: Path | None = None
    hostile_routes: Sequence[BaseRoute] = ()
