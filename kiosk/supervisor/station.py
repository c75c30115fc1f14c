"""One terminal's settings as plain frozen values: what the supervisor works from."""

from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kiosk.lifecycle.states import Limits
from kiosk.procedures.model import Procedure, say
from kiosk.protocol.messages import SessionTimers
from kiosk.reports.place import Place

if TYPE_CHECKING:
    from kiosk.config.settings import Config, Timers

_PORTS = {"http": 80, "https": 443}
#: Seconds that the session has for its own idle warning before the supervisor ends it.
IDLE_MARGIN = 2.0


@dataclass(frozen=True)
class Station:
    """One terminal: its settings in plain values (the composition root makes them from the configuration)."""

    terminal: str
    city: str
    window: str
    reader: str
    data_folder: Path
    timers: SessionTimers
    limits: Limits
    procedures: tuple[Procedure, ...]
    languages: tuple[str, ...]
    training: bool = False
    #: Ask the operating system whether the page's process is really confined, before anybody logs in.
    confine: bool = True
    disable_gpu: bool = False
    hardware_keyboard: bool = True
    printer: str = ""
    helpers: frozenset[int] = frozenset()
    report_folder: Path | None = None
    audit_months: int = 13

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
    def reports(self) -> Path:
        """Where reports of suspected mix-ups go; without a folder of IT's in the data folder."""
        return self.report_folder or self.data_folder / "reports"

    @property
    def place(self) -> Place:
        """What its reports say of it."""
        titles = {procedure.id: say(procedure.title, "ja") for procedure in self.procedures}
        where = (self.terminal, self.city, self.window, self.training)
        return Place(*where, self.data_folder, self.reports, MappingProxyType(titles))

    @property
    def record(self) -> Path:
        """What the next supervisor needs to find an old tree."""
        return self.data_folder / "session.json"


def station_from(config: "Config", procedures: tuple[Procedure, ...], **changes: object) -> Station:
    """The station of a checked configuration."""
    return Station(
        terminal=config.terminal_id,
        city=config.city,
        window=config.window,
        reader=config.reader_name,
        data_folder=config.data_folder,
        timers=session_timers(config.timers),
        limits=limits(config.timers),
        procedures=procedures,
        languages=config.languages,
        disable_gpu=config.disable_gpu,
        hardware_keyboard=config.hardware_keyboard,
        printer=config.printer,
        report_folder=config.report_folder,
        audit_months=config.audit_months,
        **changes,  # type: ignore[arg-type]
    )


def session_timers(timers: "Timers") -> SessionTimers:
    """What the session needs of the timers, in seconds."""
    return SessionTimers(
        idle=timers.idle,
        warning=timers.warning,
        pin_idle=timers.pin_idle,
        completion=timers.completion,
        check_window=timers.check_window,
        absolute=timers.absolute,
    )


def limits(timers: "Timers") -> Limits:
    """What the lifecycle needs of the timers, in seconds."""
    return Limits(
        grace=timers.card_grace,
        idle=timers.idle + timers.warning + IDLE_MARGIN,
        absolute=timers.absolute,
        wipe=timers.wipe_limit,
    )
