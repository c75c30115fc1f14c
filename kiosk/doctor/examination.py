"""``kiosk doctor``: is this terminal fit to serve? For IT at installation and for staff at the start of the day.

Every check is a small function that returns one row. All run at once, each on its own thread; an exception in one, or
no answer in time, fails that row. Only a temporary file is written, and nothing personal is shown.
"""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.cards.transport import CardService
from kiosk.config.settings import Config, ConfigError
from kiosk.doctor import (
    engine as doctor_engine,
    letters as doctor_letters,
    machine as doctor_machine,
    portal as doctor_portal,
    proxy as doctor_proxy,
    reader as doctor_reader,
    reports as doctor_reports,
    settings as settings_checks,
    windows as doctor_windows,
)
from kiosk.doctor.engine import EngineProbe
from kiosk.doctor.refusals import is_administrator
from kiosk.doctor.rows import Check, Later, Result, Row
from kiosk.doctor.settings import Settings
from kiosk.exit_codes import ExitCode
from kiosk.procedures.model import Procedure
from kiosk.system import clock, time_service
from kiosk.trust.authorities import read_authorities
from kiosk.version import __version__

#: Seconds after which a check without an answer has failed.
LIMIT = 8.0
#: Seconds between two polls for finished checks.
_PAUSE = 0.02
_LATE = "look at this part by itself; a driver or a service may hang"
_JA_LATE = "点検に時間がかかりすぎました。もう一度試し、直らなければIT担当に連絡してください。"

Task = tuple[Check, Callable[[], Row]]
#: Called for each finished row with the row, the number of finished rows, and the number of all.
OnRow = Callable[[Row, int, int], None]


@dataclass(frozen=True)
class Report:
    """The result of an examination: all rows in the order of the table; ``seconds``: how long it took."""

    rows: tuple[Row, ...]
    seconds: float
    wrong_configuration: bool = False

    @property
    def exit_code(self) -> ExitCode:
        """OK (warnings allowed), CHECK_FAILED, or WRONG_USE for a wrong configuration."""
        if self.wrong_configuration:
            return ExitCode.WRONG_USE
        failed = any(row.result is Result.FAIL for row in self.rows)
        return ExitCode.CHECK_FAILED if failed else ExitCode.OK

    def to_json(self) -> dict[str, Any]:
        """The dictionary that ``--json`` prints."""
        return {
            "kiosk": __version__,
            "at": clock.wall().isoformat(timespec="seconds"),
            "seconds": round(self.seconds, 2),
            "exit_code": self.exit_code,
            "rows": [row.to_json() for row in self.rows],
        }


@dataclass(frozen=True)
class Examination:
    """What to check. ``training_origin`` is for tests and the training station, never from the command line."""

    file: Path | None = None
    browser: bool = True
    training_origin: str | None = None
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    limit: float = LIMIT

    def run(self, on_row: OnRow = lambda *_: None) -> Report:
        """Run all checks; call it on the main thread. Faults of the terminal never raise."""
        begun = time.perf_counter()
        settings = settings_checks.read_settings(self.file, self.training_origin)
        probe = EngineProbe(with_page=not _is_root()) if self.browser else None
        try:
            rows = finish(list(self._tasks(settings, probe)), self.limit, on_row)
        finally:
            if probe:
                probe.end()
        return Report(rows, time.perf_counter() - begun, settings.wrong)

    def _tasks(self, settings: Settings, probe: EngineProbe | None) -> Iterator[Task]:
        look = Later(partial(doctor_proxy.look, settings.config, settings.procedures or ()))
        portals = self._portals(settings.procedures or (), look, _trusted(settings.config))
        yield from _of_settings(settings, self.environment)
        yield doctor_machine.KEYRING, doctor_machine.keyring
        yield doctor_machine.DUMPS, doctor_machine.crash_dumps
        yield doctor_machine.DISPLAY, lambda: doctor_machine.display(self.environment)
        yield from _of_reader(settings)
        yield from _of_engine(probe)
        yield doctor_machine.PAGE_FONT, doctor_machine.page_font
        yield doctor_proxy.PROXY, lambda: doctor_proxy.proxy(look.get())
        yield from _of_portals(portals)
        yield doctor_machine.CLOCK, lambda: _clock([portal.answers for portal in portals], settings.config)
        yield doctor_machine.DISK, lambda: doctor_machine.disk(settings.config)
        yield doctor_machine.DATA, lambda: doctor_machine.data_folder(settings.config)
        yield doctor_reports.REPORTS, lambda: doctor_reports.reports(settings.config)
        yield from doctor_windows.checks()

    def _portals(
        self, procedures: Iterable[Procedure], look: "Later[doctor_proxy.Look]", trusted: str
    ) -> "list[_Portal]":
        made = []
        for procedure in procedures:
            training = self.training_origin in procedure.allowed_origins
            made.append(_Portal(procedure, training, Later(partial(_query, procedure, training, trusted, look))))
        return made


@dataclass(frozen=True)
class _Portal:
    """One procedure's portal: its answers serve its two rows and the row of the clock."""

    procedure: Procedure
    training: bool
    answers: "Later[doctor_portal.PortalAnswers]"

    def reachable(self) -> Row:
        return doctor_portal.portal(self.procedure, self.answers.get(), clock.wall())

    def redirects(self) -> Row:
        return doctor_portal.redirects(self.procedure, self.answers.get(), self.training)


def _trusted(config: Config | None) -> str:
    """The city's authorities in PEM form; wrong ones have a row of their own."""
    try:
        return "".join(item.pem for item in read_authorities(config, clock.wall())) if config else ""
    except ConfigError:
        return ""


def _query(
    procedure: Procedure, training: bool, trusted: str, look: "Later[doctor_proxy.Look]"
) -> doctor_portal.PortalAnswers:
    """The answers of a portal, asked by the way that was found and tried before."""
    return doctor_portal.query(procedure, training, trusted, look.get().connect)


def _is_root() -> bool:
    return os.name == "posix" and is_administrator()


def _of_settings(settings: Settings, environment: Mapping[str, str]) -> Iterator[Task]:
    config = settings.config
    yield settings_checks.CONFIGURATION, lambda: settings_checks.configuration(settings)
    yield settings_checks.PROCEDURES, lambda: settings_checks.procedures(settings)
    yield settings_checks.DESK, lambda: settings_checks.desk(settings, clock.wall().date())
    yield settings_checks.AUTHORITIES, lambda: settings_checks.authorities(config, clock.wall())
    yield doctor_letters.LETTERS, lambda: doctor_letters.letters(settings)
    yield settings_checks.ACCOUNT, settings_checks.account
    yield settings_checks.ENVIRONMENT, lambda: settings_checks.environment(environment)
    yield settings_checks.WRITABLE, lambda: settings_checks.writable(config)
    yield settings_checks.STAFF_CODE, lambda: settings_checks.staff_code(config)
    yield settings_checks.HARDWARE_KEY, lambda: settings_checks.key(config)


def _service() -> CardService:
    """Imported here, so that a missing pyscard fails a row and not the program."""
    from kiosk.cards.pcsc import PcscService

    return PcscService()


def _of_reader(settings: Settings) -> Iterator[Task]:
    config = settings.config
    yield doctor_reader.SERVICE, lambda: doctor_reader.service_now(_service)
    yield doctor_reader.DRIVER, doctor_reader.driver
    yield doctor_reader.APDU_LOG, doctor_reader.apdu_log
    yield doctor_reader.READER, lambda: doctor_reader.reader(doctor_reader.observe(_service), config)
    yield doctor_reader.CARD, lambda: doctor_reader.card(_service, config, doctor_machine.clock_is_trusted(config))


def _of_engine(probe: EngineProbe | None) -> Iterator[Task]:
    engine, sandbox, font = doctor_engine.ENGINE, doctor_engine.SANDBOX, doctor_engine.KIOSK_FONT
    hold = doctor_engine.HOLD
    if probe is None:
        yield engine, lambda: engine.skip("--no-browser")
        yield sandbox, lambda: sandbox.skip("--no-browser")
        yield hold, lambda: hold.skip("--no-browser")
        yield font, lambda: doctor_engine.kiosk_font(None)
        return
    report = Later(probe.read)
    yield engine, lambda: doctor_engine.engine(report.get())
    yield sandbox, lambda: doctor_engine.sandbox(report.get(), _is_root())
    yield hold, lambda: doctor_engine.hold(report.get(), _is_root())
    yield font, lambda: doctor_engine.kiosk_font(report.get())


def _of_portals(portals: Iterable[_Portal]) -> Iterator[Task]:
    for portal in portals:
        yield doctor_portal.reach_check(portal.procedure), portal.reachable
        yield doctor_portal.redirect_check(portal.procedure), portal.redirects


def _clock(portals: "Iterable[Later[doctor_portal.PortalAnswers]]", config: Config | None) -> Row:
    offsets = [offset for answers in portals if (offset := answers.get().start.offset) is not None]
    past = doctor_machine.past_agrees(config)
    return doctor_machine.time_of_day(offsets, time_service.synchronised(), past, clock.wall())


def finish(tasks: list[Task], limit: float, on_row: OnRow) -> tuple[Row, ...]:
    """Run all tasks at once and return their rows in the same order; ``on_row`` gets each as soon as it is finished.

    ``limit``: seconds.
    """
    running = [(check, Later(run)) for check, run in tasks]
    rows: dict[int, Row] = {}
    until = clock.now() + limit
    while len(rows) < len(running):
        late = clock.now() >= until
        for place, (check, row) in enumerate(running):
            if place not in rows and (row.done or late):
                rows[place] = _outcome(check, row)
                on_row(rows[place], len(rows), len(running))
        time.sleep(_PAUSE)
    return tuple(rows[place] for place in range(len(running)))


def _outcome(check: Check, row: "Later[Row]") -> Row:
    """The finished row, or one that says why there is none, without the text of an unexpected exception."""
    try:
        return row.get(0.0)
    except TimeoutError:
        return check.fail("no answer in time", _LATE, _JA_LATE)
    except Exception as error:
        found = f"the check itself failed ({type(error).__name__})"
        return check.fail(
            found, "reinstall the package; else report this", "点検ができませんでした。IT担当に連絡してください。"
        )
