"""The processes of the training part: ``python -m kiosk.training terminal|station|session|check SETTINGS``.

Any other arguments are options of the drill: the drill's own package starts this module (packaging/drill.spec).
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.system import console, crash
from kiosk.training.base.program import PROCESSES
from kiosk.training.base.settings import UNCONFINED, load_settings

if TYPE_CHECKING:
    from kiosk.training.base.settings import TrainingSettings
    from ui.session.session import Session
    from ui.session.watchdog import Watch


def main(arguments: list[str]) -> int:
    """Run the named process of the training part, or the drill; returns the exit code."""
    console.tolerate_letters()
    crash.prepare()
    if len(arguments) != 2 or arguments[0] not in PROCESSES:
        from kiosk.training.drill.drill import main as drill

        return drill(arguments)
    process, file = arguments
    if process == "terminal":
        from kiosk.training.demo import run_demo

        return run_demo(load_settings(Path(file)))
    if process == "station":
        return _run_station(load_settings(Path(file)))
    if process == "session":
        return _run_session(Path(file))
    if process == "check":
        return _run_check(load_settings(Path(file)))
    from kiosk.training.play.control_experiment import main as run_shared_browser

    return run_shared_browser(Path(file))


def _run_station(settings: "TrainingSettings") -> int:
    from kiosk.training.station import open_station, serve_until_stopped

    station = open_station(settings)
    if not settings.panel:
        return serve_until_stopped(station)
    from kiosk.training.panel import run_panel

    return run_panel(station)


def _run_check(settings: "TrainingSettings") -> int:
    from kiosk.doctor import output
    from kiosk.training.check import examine

    report, target = examine(settings), console.output()
    target.writelines(output.printed(report, True, target))
    return report.exit_code


def _run_session(file: Path) -> int:
    from kiosk.training.base import names, wall_clock
    from kiosk.training.reader.readers import service_maker
    from ui.session.root import run_session
    from ui.window.placement import Placement

    settings = load_settings(file)
    wall_clock.follow(settings.root)
    return run_session(
        service_maker(settings),
        (*((UNCONFINED,) if settings.unconfined else ()), *names.engine_switches(settings)),
        lambda session, watch: _attach(session, watch, settings),
        Placement(settings.fullscreen, settings.dock),
    )


def _attach(session: "Session", watch: "Watch", settings: "TrainingSettings") -> object:
    """Attach the control channel's agent. Imported after the first paint, which must not wait for the training part."""
    from kiosk.training.remote import screen_reader
    from kiosk.training.remote.agent import SessionAgent

    session.window.guard.seconds = settings.tap_guard or session.window.guard.seconds
    if settings.screen_reader:
        screen_reader.activate()
    if not settings.hardware_keyboard:
        from kiosk.training.remote.touch_keyboard import TrainingKeyboard

        session.use_keyboard(TrainingKeyboard(session, settings.control))
    return SessionAgent(session, watch, settings.control, settings.equipment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
