"""始業点検 for practice: the doctor's own checks, pointed at reader, portal and folders of the training station.

What only IT sets on a real terminal (account, policies, keyring, kiosk.toml) is not there and not checked.
"""

import time
from collections.abc import Iterator
from functools import partial

import resources
from kiosk.config.desk import desk_file, load_desk
from kiosk.config.settings import Config
from kiosk.doctor import machine, portal, reader, settings as settings_checks
from kiosk.doctor.examination import LIMIT, Report, Task, finish
from kiosk.doctor.rows import Later
from kiosk.procedures.load import load_procedures
from kiosk.procedures.model import Procedure
from kiosk.system import clock
from kiosk.training.base.settings import TrainingSettings
from kiosk.training.reader.readers import service_maker


def examine(settings: TrainingSettings) -> Report:
    """Check the training terminal; faults of it never raise."""
    begun = time.perf_counter()
    rows = finish(list(_tasks(settings)), LIMIT, lambda *_: None)
    return Report(rows, time.perf_counter() - begun)


def _tasks(settings: TrainingSettings) -> Iterator[Task]:
    config = Config(data_folder=settings.root / "data", reader_name=settings.reader_name)
    make, procedures = service_maker(settings), resources.path("procedures", "training")
    desk = settings_checks.Settings(config, desk=load_desk(desk_file(settings.root / "kiosk.toml")))
    yield settings_checks.DESK, lambda: settings_checks.desk(desk, clock.wall().date())
    yield reader.SERVICE, lambda: reader.service_now(make)
    yield reader.READER, lambda: reader.reader(reader.observe(make), config, training=True)
    for procedure in load_procedures(procedures, settings.origin):
        yield from _of_portal(procedure)
    yield machine.DISK, lambda: machine.disk(config)
    yield machine.DATA, lambda: machine.data_folder(config)


def _of_portal(procedure: Procedure) -> Iterator[Task]:
    answers = Later(partial(portal.query, procedure, training=True))
    yield portal.reach_check(procedure), lambda: portal.portal(procedure, answers.get(), clock.wall())
    yield portal.redirect_check(procedure), lambda: portal.redirects(procedure, answers.get(), training=True)
