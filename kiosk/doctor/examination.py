"""``kiosk doctor``: is this terminal fit to serve? For IT at installation and for staff at the start of the day.

Every check is a small function that gives one row. All run at once on threads of their own; an exception in one, or no
answer in time, is that row's failure. Nothing is written but a temporary file, and nothing personal is shown.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.cards.transport import CardService
from kiosk.doctor import (
    engine as doctor_engine,
    machine as doctor_machine,
    portal as doctor_portal,
    reader as doctor_reader,
    settings as settings_checks,
    windows as doctor_windows,
)
from kiosk.doctor.engine import EngineProbe
from kiosk.doctor.refusals import is_administrator
from kiosk.doctor.rows import Check, Later, Result, Row
from kiosk.doctor.settings import Settings
from kiosk.exit_codes import ExitCode
from kiosk.procedures.model import Procedure
from kiosk.system import clock
from kiosk.version import __version__

#: Seconds until a check that has not answered has failed.
LIMIT = 8.0
#: Seconds between two looks for finished checks.
_PAUSE = 0.02
_LATE = "look at this part by itself; a driver or a service may hang"
_JA_LATE = "点検に時間がかかりすぎました。もう一度試し、直らなければIT担当に連絡してください。"

Task = tuple[Check, Callable[[], Row]]
#: Called with each finished row, how many are finished, and how many there are.
Tell = Callable[[Row, int, int], None]


@dataclass(frozen=True)
class Report:
    """All rows in the order of the table."""

    rows: tuple[Row, ...]
    seconds: float
    wrong_configuration: bool = False

    @property
    def exit_code(self) -> ExitCode:
        """All ok (warnings allowed), a check failed, or wrong configuration."""
        if self.wrong_configuration:
            return ExitCode.WRONG_USE
        failed = any(row.result is Result.FAIL for row in self.rows)
        return ExitCode.CHECK_FAILED if failed else ExitCode.OK

    def to_json(self) -> dict[str, Any]:
        """As ``--json`` prints it."""
        return {
            "kiosk": __version__,
            "at": clock.wall().isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 2),
            "exit_code": self.exit_code,
            "rows": [row.to_json() for row in self.rows],
        }


@dataclass(frozen=True)
class Examination:
    """What is to be looked at. ``training_origin`` is for tests and the training station, never of the command line."""

    file: Path | None = None
    browser: bool = True
    training_origin: str | None = None
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    limit: float = LIMIT

    def run(self, tell: Tell = lambda *_: None) -> Report:
        """Do all checks. Call it from the main thread. Never raises for what is wrong with the terminal."""
        begun = time.perf_counter()
        settings = settings_checks.read_settings(self.file, self.training_origin)
        probe = EngineProbe(with_page=not _is_root()) if self.browser else None
        try:
            rows = finish(list(self._tasks(settings, probe)), self.limit, tell)
        finally:
            if probe:
                probe.end()
        return Report(rows, time.perf_counter() - begun, settings.wrong)

    def _tasks(self, settings: Settings, probe: EngineProbe | None) -> Iterator[Task]:
        portals = self._portals(settings.procedures or ())
        yield from _of_settings(settings, self.environment)
        yield doctor_machine.KEYRING, doctor_machine.keyring
        yield doctor_machine.DISPLAY, lambda: doctor_machine.display(self.environment)
        yield from _of_reader(settings)
        yield from _of_engine(probe)
        yield doctor_machine.PAGE_FONT, doctor_machine.page_font
        yield from _of_portals(portals)
        yield doctor_machine.CLOCK, lambda: _clock([portal.look for portal in portals])
        yield doctor_machine.DISK, lambda: doctor_machine.disk(settings.config)
        yield doctor_machine.DATA, lambda: doctor_machine.data_folder(settings.config)
        yield from doctor_windows.checks()

    def _portals(self, procedures: Iterable[Procedure]) -> "list[_Portal]":
        made = []
        for procedure in procedures:
            training = self.training_origin in procedure.allowed_origins
            made.append(_Portal(procedure, training, Later(partial(doctor_portal.look, procedure, training))))
        return made


@dataclass(frozen=True)
class _Portal:
    """One procedure's portal, asked once for its two rows and the clock."""

    procedure: Procedure
    training: bool
    look: "Later[doctor_portal.PortalLook]"

    def reachable(self) -> Row:
        return doctor_portal.portal(self.procedure, self.look.get(), clock.wall())

    def redirects(self) -> Row:
        return doctor_portal.redirects(self.procedure, self.look.get(), self.training)


def _is_root() -> bool:
    return os.name == "posix" and is_administrator()


def _of_settings(settings: Settings, environment: Mapping[str, str]) -> Iterator[Task]:
    config = settings.config
    yield settings_checks.CONFIGURATION, lambda: settings_checks.configuration(settings)
    yield settings_checks.PROCEDURES, lambda: settings_checks.procedures(settings)
    yield settings_checks.ACCOUNT, settings_checks.account
    yield settings_checks.ENVIRONMENT, lambda: settings_checks.environment(environment)
    yield settings_checks.WRITABLE, lambda: settings_checks.writable(config)
    yield settings_checks.STAFF_CODE, lambda: settings_checks.staff_code(config)
    yield settings_checks.HARDWARE_KEY, lambda: settings_checks.key(config)


def _service() -> CardService:
    """Imported here, so that a missing pyscard is a row and not the end."""
    from kiosk.cards.pcsc import PcscService

    return PcscService()


def _of_reader(settings: Settings) -> Iterator[Task]:
    config = settings.config
    yield doctor_reader.SERVICE, lambda: doctor_reader.service_now(_service)
    yield doctor_reader.DRIVER, doctor_reader.driver
    yield doctor_reader.APDU_LOG, doctor_reader.apdu_log
    yield doctor_reader.READER, lambda: doctor_reader.reader(doctor_reader.seen(_service), config)
    yield doctor_reader.CARD, lambda: doctor_reader.card(_service, config)


def _of_engine(probe: EngineProbe | None) -> Iterator[Task]:
    engine, sandbox, font = doctor_engine.ENGINE, doctor_engine.SANDBOX, doctor_engine.KIOSK_FONT
    if probe is None:
        yield engine, lambda: engine.skip("--no-browser")
        yield sandbox, lambda: sandbox.skip("--no-browser")
        yield font, lambda: doctor_engine.kiosk_font(None)
        return
    look = Later(probe.look)
    yield engine, lambda: doctor_engine.engine(look.get())
    yield sandbox, lambda: doctor_engine.sandbox(look.get(), _is_root())
    yield font, lambda: doctor_engine.kiosk_font(look.get())


def _of_portals(portals: Iterable[_Portal]) -> Iterator[Task]:
    for portal in portals:
        yield doctor_portal.reach_check(portal.procedure), portal.reachable
        yield doctor_portal.redirect_check(portal.procedure), portal.redirects


def _clock(readings: "Iterable[Later[doctor_portal.PortalLook]]") -> Row:
    offsets = [offset for look in readings if (offset := look.get().start.offset) is not None]
    return doctor_machine.time_of_day(offsets, doctor_machine.synchronised(), clock.wall())


def finish(tasks: list[Task], limit: float, tell: Tell) -> tuple[Row, ...]:
    """Run all tasks at once; their rows in the same order. ``tell`` hears of each as soon as it is there."""
    running = [(check, Later(run)) for check, run in tasks]
    rows: dict[int, Row] = {}
    until = clock.now() + limit
    while len(rows) < len(running):
        late = clock.now() >= until
        for place, (check, row) in enumerate(running):
            if place not in rows and (row.done or late):
                rows[place] = _outcome(check, row)
                tell(rows[place], len(rows), len(running))
        time.sleep(_PAUSE)
    return tuple(rows[place] for place in range(len(running)))


def _outcome(check: Check, row: "Later[Row]") -> Row:
    """The row, or the row that says why there is none. Never the text of an unexpected exception."""
    try:
        return row.get(0.0)
    except TimeoutError:
        return check.fail("no answer in time", _LATE, _JA_LATE)
    except Exception as error:
        found = f"the check itself failed ({type(error).__name__})"
        return check.fail(
            found, "reinstall the package; else report this", "点検ができませんでした。IT担当に連絡してください。"
        )
