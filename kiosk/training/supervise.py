"""The supervisor of a demo, drill or test: the code of ``kiosk run`` with the training part attached."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

import resources
from kiosk.audit.key import MemoryKeys
from kiosk.config.desk import desk_file, load_desk
from kiosk.config.settings import Config
from kiosk.config.staff_code import StaffCode
from kiosk.network.login import Login
from kiosk.procedures.load import load_procedures
from kiosk.procedures.model import Procedure, RequestPattern
from kiosk.processes.start import interpreter_argv
from kiosk.reports.acknowledgement import city_keys
from kiosk.supervisor.terminal_settings import settings_from
from kiosk.training.base import wall_clock
from kiosk.training.base.program import argv_of
from kiosk.training.base.settings import TrainingSettings
from kiosk.training.reader.readers import service_maker
from kiosk.training.remote.agent import SupervisorAgent
from ui.terminal.root import Root, Terminal, run_terminal
from ui.window.placement import Placement


def supervise(settings: TrainingSettings, config: Config, session_argv: list[str], station_pid: int) -> int:
    """Run the terminal with the training portal's procedures and the control channel."""
    wall_clock.follow(settings.root)
    procedures = _with_neighbours(load_procedures(resources.path("procedures", "training"), settings.origin), settings)
    desk = load_desk(desk_file(settings.root / "kiosk.toml"))
    helpers, login = frozenset({station_pid}), Login(*settings.proxy_login)
    terminal = settings_from(config, procedures, desk, training=True, helpers=helpers, login=login)
    limits = replace(terminal.limits, notice=settings.notice, reading=settings.reading)
    authorities = settings.authorities if settings.authorities.is_dir() else None
    keys = city_keys(settings.root / "kiosk.toml")
    terminal = replace(terminal, limits=limits, confine=settings.confine, authorities=authorities, city_keys=keys)

    def attach(terminal: Terminal) -> SupervisorAgent:
        return SupervisorAgent(
            terminal.supervisor, terminal.curtain, settings.control, terminal.on_key, settings.equipment
        )

    root = Root(
        settings=terminal,
        make_service=service_maker(settings),
        session_argv=session_argv,
        hardware_key=config.hardware_key,
        staff_code=StaffCode(config.staff_code_hash, config.data_folder),
        keys=MemoryKeys,
        phone=config.phone,
        staff_key=config.staff_key,
        staff_quiet_ms=round(settings.panel_quiet * 1000),
        doctor_argv=_doctor(settings),
        sound_volume=config.sound_volume,
        call_volume=config.call_volume,
        placement=Placement(settings.fullscreen, settings.dock),
        on_stderr=_show if settings.show_errors else lambda _: None,
        attach=attach,
    )
    return run_terminal(root)


def _with_neighbours(procedures: tuple[Procedure, ...], settings: TrainingSettings) -> tuple[Procedure, ...]:
    """Other servers of the same portal: allowed, and what is final at the portal is final there."""
    return tuple(
        replace(
            procedure,
            allowed_origins=(*procedure.allowed_origins, *settings.neighbours),
            commit_requests=tuple(_everywhere(procedure.commit_requests, settings)),
        )
        for procedure in procedures
    )


def _everywhere(patterns: Iterable[RequestPattern], settings: TrainingSettings) -> Iterator[RequestPattern]:
    for pattern in patterns:
        yield pattern
        for neighbour in settings.neighbours:
            yield replace(pattern, url=neighbour + pattern.url.removeprefix(settings.origin))


def _doctor(settings: TrainingSettings) -> tuple[str, ...]:
    """The command of 始業点検: the station's own; in tests the doctor without the slow check of the browser."""
    file = str(settings.root / "kiosk.toml")
    doctor = interpreter_argv("kiosk", "doctor", "--json", "--no-browser", "--config", file)
    return tuple(doctor if settings.doctor else argv_of("check", settings))


def _show(data: bytes) -> None:
    if sys.stderr is not None:
        sys.stderr.buffer.write(data)
        sys.stderr.flush()
