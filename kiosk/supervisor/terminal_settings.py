"""The settings of one terminal as plain frozen values, for the supervisor."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from kiosk.audit.in_force import fingerprint
from kiosk.audit.key import PublicKey
from kiosk.audit.line import AUDIT_FILE
from kiosk.desk import Desk
from kiosk.lifecycle.states import Limits
from kiosk.network.fence import Fence
from kiosk.network.login import NOBODY, Login
from kiosk.network.setting import DIRECTLY, ProxySetting, read_setting
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
    proxy: ProxySetting = DIRECTLY
    login: Login = NOBODY
    #: Who may acknowledge reports, and the seconds after which one without that calls staff.
    city_keys: tuple[PublicKey, ...] = ()
    unread_limit: float = 1800.0

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

    def session_config(self, folder: Path, reader: str, clock_trusted: bool, fence: Fence) -> SessionConfig:
        """The settings of the next session: its folder, reader and fence, and whether it may judge dates."""
        own = {"folder": str(folder), "reader": reader, "clock_trusted": clock_trusted}
        login = self.login if fence.script else NOBODY
        fenced = {"rules": fence.rules, "proxied": bool(fence.script)}
        return replace(self.session, **own, **fenced, proxy_user=login.user, proxy_password=login.password)  # type: ignore[arg-type]

    @property
    def origins(self) -> tuple[str, ...]:
        """The origins of all procedures: the only ones that a session may reach."""
        return tuple(sorted({origin for procedure in self.procedures for origin in procedure.allowed_origins}))

    @property
    def sessions_folder(self) -> Path:
        """The folder with one folder for each session."""
        return self.data_folder / SESSIONS

    @property
    def place(self) -> Place:
        """The terminal's data for reports."""
        titles = {procedure.id: say(procedure.title, "ja") for procedure in self.procedures}
        where = (self.terminal, self.city, self.session.window, self.training)
        folders = self.data_folder, self.report_folder
        return Place(*where, *folders, MappingProxyType(titles), self.city_keys, self.unread_limit)

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
    login: Login = NOBODY,
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
        rules=(),
        proxied=False,
        proxy_user="",
        proxy_password="",
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
        proxy=read_setting(config.network.proxy),
        login=login,
        unread_limit=config.timers.report_unread,
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
