"""What the training portal is started with: plain frozen values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum, unique
from pathlib import Path

from starlette.routing import BaseRoute


@unique
class Mode(StrEnum):
    """The three historic modes: how often the portal checks the identity, and since when."""

    TWO_CHECKS_2022_02 = "two_checks_2022_02"
    ONE_CHECK_2022_06 = "one_check_2022_06"
    TWO_CHECKS_2023_04 = "two_checks_2023_04"

    @property
    def second_check(self) -> bool:
        """Whether the application needs a check of its own."""
        return self is not Mode.ONE_CHECK_2022_06


@dataclass(frozen=True)
class Switches:
    """Bad habits of real sites, each off unless switched on."""

    no_logout: bool = False
    persistent_cookie: bool = False
    service_worker: bool = False
    storage: bool = False
    marker: str = "training-marker"


@dataclass(frozen=True)
class PersonFacts:
    """What the portal knows of a software person; what is None is taken from the certificate."""

    label: str = ""
    age: int | None = None
    eligible: bool = True
    issued_at: datetime | None = None
    renewed_today: bool | None = None


def utc_now() -> datetime:
    """The portal's clock unless a test gives another."""
    return datetime.now(UTC)


def nobody(_key: str) -> PersonFacts | None:
    """No facts known: everything is taken from the certificate."""
    return None


@dataclass(frozen=True)
class PortalSettings:
    """``ca_certificate`` is PEM; ``persons`` maps an identity key (``token.identity_key``) to facts.

    ``origin`` is filled in by ``serve``; when empty the request's own origin counts.
    ``web_eid_library`` may name a file of the public web-eid.js (iife build), served in place of the portal's client.
    ``hostile_routes`` are test-only pages below ``/_hostile``.
    """

    database: Path
    ca_certificate: bytes
    admin_token: str
    mode: Mode = Mode.TWO_CHECKS_2023_04
    switches: Switches = field(default_factory=Switches)
    clock: Callable[[], datetime] = utc_now
    persons: Callable[[str], PersonFacts | None] = nobody
    origin: str = ""
    web_eid_library: Path | None = None
    hostile_routes: Sequence[BaseRoute] = ()
