"""``kiosk demo``: the whole kiosk with the training station beside it. The composition root of the training part."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import resources
from kiosk.config.settings import Config, ConfigError, Network, Timers, load_config
from kiosk.config.staff_code import hash_code
from kiosk.exit_codes import ExitCode
from kiosk.processes import start as processes
from kiosk.system import console, logs
from kiosk.training.base.program import argv_of
from kiosk.training.base.settings import STAFF_CODE, TrainingSettings, make_settings

CITY, WINDOW, TERMINAL = "見本市役所", "マイナンバーカード支援窓口", "3"


def main(arguments: list[str]) -> int:
    """Parse the options of ``kiosk demo`` and run it; the exit code."""
    options = _parser().parse_args(arguments)
    if options.koriyama:
        from kiosk.training.koriyama.koriyama import main as koriyama

        return koriyama(options)
    shown = os.environ.get("DISPLAY") or sys.platform == "win32"
    if options.play or not shown:
        from kiosk.training.play.play import main as play

        return play(options)
    folder = options.folder or Path(tempfile.gettempdir()) / f"madoguchi-kiosk-demo-{os.getuid()}"
    settings = make_settings(folder, fullscreen=options.fullscreen, panel=True)
    return run_demo(settings)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk demo", description="The kiosk with software persons and a training portal."
    )
    parser.add_argument("--fullscreen", action="store_true", help="the whole screen instead of a window of 1280×800")
    parser.add_argument(
        "--play", action="store_true", help="play the incident by itself (the only way without a display)"
    )
    parser.add_argument(
        "--koriyama", action="store_true", help="the whole case of 2022, old desk beside kiosk, up to the city's paper"
    )
    parser.add_argument("--out", type=Path, default=Path("var/play"), help="where --play and --koriyama write")
    parser.add_argument("--folder", type=Path, help="where the training station keeps its files")
    return parser


def run_demo(settings: TrainingSettings) -> int:
    """Start the training station, then run the supervisor until the window is closed or the program is stopped."""
    helper = processes.start_helper(argv_of("station", settings), os.environ, stdout=-1)
    from kiosk.training.supervise import supervise

    try:
        assert helper.stdout is not None
        if not helper.stdout.readline():
            console.write_error("kiosk demo: the training station did not start")
            return ExitCode.CHECK_FAILED
        return supervise(settings, _config(settings), argv_of("session", settings), helper.pid)
    except ConfigError as error:
        console.write_error(f"kiosk demo: {error}")
        return ExitCode.WRONG_USE
    finally:
        helper.terminate()
        helper.wait(10)


def training_timers(changes: dict[str, float]) -> Timers:
    """The ordinary timers with these changes. Tests may go below the ranges that a real configuration must keep to."""
    return Timers().model_copy(update=changes)


def _config(settings: TrainingSettings) -> Config:
    data = settings.root / "data"
    data.mkdir(mode=0o700, exist_ok=True)
    logs.configure(data, "INFO")
    return with_own_file(_of_training(settings, data), settings.root / "kiosk.toml")


def with_own_file(config: Config, file: Path) -> Config:
    """The configuration, overridden by a ``kiosk.toml`` in the training folder that is checked as in ``kiosk run``.

    Raises ConfigError.
    """
    if not file.exists():
        return config
    own = load_config(file)
    return config.model_copy(update={key: getattr(own, key) for key in own.model_fields_set})


def _of_training(settings: TrainingSettings, data: Path) -> Config:
    return Config(
        terminal_id=TERMINAL,
        city=CITY,
        window=WINDOW,
        phone="000-000-0000",
        data_folder=data,
        reader_name=settings.reader_name,
        procedures_folder=resources.path("procedures", "training"),
        staff_code_hash=hash_code(bytearray(STAFF_CODE.encode())),
        timers=training_timers(settings.timers),
        network=Network(proxy=settings.proxy),
        disable_gpu=True,
        hardware_keyboard=settings.hardware_keyboard,
        reduced_motion=settings.reduced_motion,
    )
