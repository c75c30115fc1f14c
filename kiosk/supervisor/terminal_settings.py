"""The settings of one terminal as plain frozen values, for the supervisor."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from kiosk.audit.in_force import fingerprint
from kiosk.audit.line import AUDIT_FILE
from kiosk.desk import Desk
from kiosk.lifecycle.states import Limits
from kiosk.procedures.model import Procedure, say
from kiosk.protocol.messages import SessionConfig, SessionTimers
from kiosk.reports.place import Place
from kiosk.version import __version__
from kiosk.vocabulary import ReaderShape

if TYPE_CHECKING:
    from kiosk.config.settings import Config, Timers

#: What a kiosk keeps in its data folder beside the audit file (docs/operations.md).
SESSIONS = "sessions"
RECORD = "session.json"
LOCK = "kiosk.lock"
TRUST_STORE = "nssdb"
_PORTS = {"http": 80, "https": 443}
#: Seconds that the supervisor waits after the end of the session's idle warning, or of a shown result or failure,
#: before it ends the session itself.
IDLE_MARGIN = 2.0


@dataclass(frozen=True)
class TerminalSettings:
    """The settings of one terminal, which the composition root makes from the configuration.

    ``session``: the settings sent to every session; ``session_config`` adds those that differ between sessions.
    """

    session: SessionConfig
    limits: Limits
    procedures: tuple[Procedure, ...]
    data_folder: Path
    report_folder: Path
    audit_months: int
    desk: Desk
    printer: str = ""
    #: The NSS database that every session's home gets a copy of; None: the city adds no authorities.
    authorities: Path | None = None
    #: Check by the operating system's data that the page's process is sandboxed.
    confine: bool = True
    helpers: frozenset[int] = frozenset()

    @property
    def terminal(self) -> str:
        """The name of the terminal."""
        return self.session.terminal

    @property
    def city(self) -> str:
        """The name of the city."""
        return self.session.city

    @property
    def training(self) -> bool:
        """Whether this is a training system, with virtual cards only; every screen shows that."""
        return self.session.training

    def session_config(self, folder: Path, reader: str, clock_trusted: bool) -> SessionConfig:
        """The settings of the next session: its folder, its reader, and whether it may judge dates by the clock."""
        return replace(self.session, folder=str(folder), reader=reader, clock_trusted=clock_trusted, hosts=self.hosts)

    @property
    def hosts(self) -> tuple[str, ...]:
        """``host:port`` of every portal: the only addresses that the engine may connect to."""
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
        """The folder with one folder for each session."""
        return self.data_folder / SESSIONS

    @property
    def place(self) -> Place:
        """The terminal's data for reports."""
        titles = {procedure.id: say(procedure.title, "ja") for procedure in self.procedures}
        where = (self.terminal, self.city, self.session.window, self.training)
        return Place(*where, self.data_folder, self.report_folder, MappingProxyType(titles))

    @property
    def in_force(self) -> dict[str, str]:
        """The terminal's name, and the versions in force, as the audit line ``kiosk_started`` says them."""
        settings = replace(self, procedures=(), helpers=frozenset())
        return {
            "terminal": self.terminal,
            "version": __version__,
            "config": fingerprint(settings),
            "procedures": fingerprint(self.procedures),
        }

    @property
    def lock(self) -> Path:
        """Held by the kiosk that runs with this data folder."""
        return self.data_folder / LOCK

    @property
    def audit_file(self) -> Path:
        """The audit file that is written now."""
        return self.data_folder / AUDIT_FILE

    @property
    def record(self) -> Path:
        """The file from which the next supervisor finds a process tree that was left."""
        return self.data_folder / RECORD


def settings_from(
    config: "Config",
    procedures: tuple[Procedure, ...],
    desk: Desk,
    *,
    training: bool = False,
    helpers: frozenset[int] = frozenset(),
) -> TerminalSettings:
    """The settings of a checked configuration; ``helpers``: ids of processes that no wipe kills."""
    timers, limits = time_limits(config.timers)
    session = SessionConfig(
        folder="",
        terminal=config.terminal_id,
        city=config.city,
        window=config.window,
        reader=config.reader_name,
        reader_shape=ReaderShape(config.reader_shape),
        training=training,
        languages=config.languages,
        timers=timers,
        disable_gpu=config.disable_gpu,
        reduced_motion=config.reduced_motion,
        hardware_keyboard=config.hardware_keyboard,
        clock_trusted=False,
        hosts=(),
    )
    return TerminalSettings(
        session=session,
        limits=limits,
        procedures=procedures,
        desk=desk,
        data_folder=config.data_folder,
        report_folder=config.report_folder,
        audit_months=config.audit_months,
        printer=config.printer,
        helpers=helpers,
    )


def time_limits(timers: "Timers") -> tuple[SessionTimers, Limits]:
    """The configured time limits, in seconds: those of the session (same names), and those of the lifecycle."""
    session = SessionTimers(**{item.name: getattr(timers, item.name) for item in fields(SessionTimers)})
    lifecycle = Limits(
        grace=timers.card_grace,
        idle=timers.idle + timers.warning + IDLE_MARGIN,
        completion=timers.completion + IDLE_MARGIN,
        absolute=timers.absolute,
        waiting=timers.waiting + timers.warning + IDLE_MARGIN,
        wipe=timers.wipe_limit,
    )
    return session, lifecycle
