"""One terminal's settings as plain frozen values: what the supervisor works from."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kiosk.lifecycle.states import Limits
from kiosk.procedures.model import Procedure, say
from kiosk.protocol.messages import SessionConfig, SessionTimers
from kiosk.reports.place import Place

if TYPE_CHECKING:
    from kiosk.config.settings import Config, Timers

_PORTS = {"http": 80, "https": 443}
#: Seconds that the session has for its own idle warning before the supervisor ends it.
IDLE_MARGIN = 2.0


@dataclass(frozen=True)
class TerminalSettings:
    """What one terminal was set up with (the composition root makes them from the configuration).

    ``session``: what every session is told; the rest of its ``SessionConfig`` differs from session to session.
    """

    session: SessionConfig
    limits: Limits
    procedures: tuple[Procedure, ...]
    data_folder: Path
    report_folder: Path
    audit_months: int
    printer: str = ""
    #: Ask the operating system whether the page's process is really confined, before anybody logs in.
    confine: bool = True
    helpers: frozenset[int] = frozenset()

    @property
    def terminal(self) -> str:
        """Its name."""
        return self.session.terminal

    @property
    def city(self) -> str:
        """The city that it stands in."""
        return self.session.city

    @property
    def training(self) -> bool:
        """Software persons only: every screen says so."""
        return self.session.training

    def session_config(self, folder: Path, reader: str, clock_moved: bool) -> SessionConfig:
        """What the next session is told: its folder, the reader that was found, whether the time of day was set."""
        return replace(self.session, folder=str(folder), reader=reader, clock_moved=clock_moved, hosts=self.hosts)

    @property
    def hosts(self) -> tuple[str, ...]:
        """``host:port`` of every portal: where the engine may connect to at all."""
        return tuple(f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in self.addresses)

    @property
    def addresses(self) -> tuple[tuple[str, int], ...]:
        """Host and port of every portal."""
        parts = [urlsplit(origin) for origin in self._origins()]
        return tuple(sorted({(part.hostname or "", part.port or _PORTS[part.scheme]) for part in parts}))

    def _origins(self) -> set[str]:
        return {origin for procedure in self.procedures for origin in procedure.allowed_origins}

    @property
    def sessions_folder(self) -> Path:
        """Where every session has its folder."""
        return self.data_folder / "sessions"

    @property
    def place(self) -> Place:
        """What its reports say of it."""
        titles = {procedure.id: say(procedure.title, "ja") for procedure in self.procedures}
        where = (self.terminal, self.city, self.session.window, self.training)
        return Place(*where, self.data_folder, self.report_folder, MappingProxyType(titles))

    @property
    def record(self) -> Path:
        """What the next supervisor needs to find an old tree."""
        return self.data_folder / "session.json"


def settings_from(
    config: "Config",
    procedures: tuple[Procedure, ...],
    *,
    training: bool = False,
    helpers: frozenset[int] = frozenset(),
) -> TerminalSettings:
    """The settings of a checked configuration; ``helpers`` are processes that no wipe ends."""
    timers, limits = time_limits(config.timers)
    session = SessionConfig(
        folder="",
        terminal=config.terminal_id,
        city=config.city,
        window=config.window,
        reader=config.reader_name,
        training=training,
        languages=config.languages,
        timers=timers,
        disable_gpu=config.disable_gpu,
        hardware_keyboard=config.hardware_keyboard,
        clock_moved=False,
        hosts=(),
    )
    return TerminalSettings(
        session=session,
        limits=limits,
        procedures=procedures,
        data_folder=config.data_folder,
        report_folder=config.report_folder,
        audit_months=config.audit_months,
        printer=config.printer,
        helpers=helpers,
    )


def time_limits(timers: "Timers") -> tuple[SessionTimers, Limits]:
    """The configured times, in seconds: those that the session keeps (by their names), and those of the lifecycle."""
    session = SessionTimers(**{item.name: getattr(timers, item.name) for item in fields(SessionTimers)})
    lifecycle = Limits(
        grace=timers.card_grace,
        idle=timers.idle + timers.warning + IDLE_MARGIN,
        absolute=timers.absolute,
        wipe=timers.wipe_limit,
    )
    return session, lifecycle
