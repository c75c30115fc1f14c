"""The terminal's settings are made from the configuration, and every value arrives."""

import dataclasses
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest

from kiosk.audit.key import Signer
from kiosk.audit_events import check_event
from kiosk.config.settings import Config, Timers
from kiosk.desk import Desk
from kiosk.lifecycle.states import Limits
from kiosk.network.fence import Fence
from kiosk.network.login import Login
from kiosk.procedures.load import load_procedures
from kiosk.supervisor.terminal_settings import IDLE_MARGIN, TerminalSettings, settings_from, time_limits
from kiosk.vocabulary import ReaderShape
from resources import path

CONFIG = Config(terminal_id="kiosk-7", city="みほん市", window="3番", reader_name="Reader A", data_folder=Path("data"))


@pytest.fixture(scope="module")
def settings() -> TerminalSettings:
    return settings_from(CONFIG, load_procedures(path("procedures")), Desk(), training=True)


def test_settings_arrive(settings: TerminalSettings) -> None:
    assert (settings.terminal, settings.city, settings.session.window, settings.session.reader) == (
        "kiosk-7",
        "みほん市",
        "3番",
        "Reader A",
    )
    assert (settings.session.languages, settings.training, settings.helpers) == (CONFIG.languages, True, frozenset())


@pytest.mark.parametrize("shape", ["flat", "slot"])
def test_the_shape_of_the_reader_arrives(shape: Literal["flat", "slot"]) -> None:
    assert settings_from(Config(reader_shape=shape), (), Desk()).session.reader_shape is ReaderShape(shape)


def test_what_is_kept_lies_in_the_data_folder(settings: TerminalSettings) -> None:
    assert settings.sessions_folder == Path("data/sessions")
    assert settings.record == Path("data/session.json")


def test_the_origins_are_those_of_all_procedures(settings: TerminalSettings) -> None:
    first = settings.procedures[0]
    origins = ("https://b.example", "http://127.0.0.1:8443", "https://a.example:444", "https://b.example")
    two = replace(
        settings, procedures=(replace(first, allowed_origins=origins[:2]), replace(first, allowed_origins=origins[2:]))
    )
    assert two.origins == ("http://127.0.0.1:8443", "https://a.example:444", "https://b.example")


def test_only_a_session_behind_a_proxy_gets_its_login(settings: TerminalSettings) -> None:
    known = replace(settings, login=Login("kiosk3", "geheim"))
    for fence, wanted in ((Fence(()), ("", "")), (Fence((), "script"), ("kiosk3", "geheim"))):
        config = known.session_config(Path("folder"), "", clock_trusted=True, fence=fence)
        assert (config.proxy_user, config.proxy_password) == wanted
        assert "geheim" not in repr(config)


def test_the_supervisor_waits_a_little_longer_than_the_session_warns() -> None:
    timers = Timers(idle=60, warning=20, completion=300)
    limits = time_limits(timers)[1]
    assert (limits.idle, limits.completion) == (60 + 20 + IDLE_MARGIN, 300 + IDLE_MARGIN)


def test_the_configured_limits_arrive_and_the_others_stay() -> None:
    _, made = time_limits(Timers(card_grace=0, absolute=600, wipe_limit=30))
    assert (made.grace, made.absolute, made.wipe) == (0, 600, 30)
    assert (made.alive, made.prepare, made.verdict) == (Limits().alive, Limits().prepare, Limits().verdict)


def test_every_timer_of_the_session_is_the_configured_one() -> None:
    timers = Timers(idle=61, warning=21, pin_idle=31, completion=61, check_window=41, absolute=601)
    made, _ = time_limits(timers)
    for field in dataclasses.fields(made):
        assert getattr(made, field.name) == getattr(timers, field.name)


def test_a_session_is_told_the_settings_and_what_is_its_own(settings: TerminalSettings) -> None:
    fence = Fence(("MAP a:1 b:1",))
    config = settings.session_config(Path("folder"), "Reader B", clock_trusted=True, fence=fence)
    own = {"folder": "folder", "reader": "Reader B", "clock_trusted": True, "rules": ("MAP a:1 b:1",)}
    for field in dataclasses.fields(config):
        wanted = own.get(field.name, getattr(settings.session, field.name))
        assert getattr(config, field.name) == wanted, field.name
    assert (config.city, config.window, config.training, config.languages) == (
        "みほん市",
        "3番",
        True,
        CONFIG.languages,
    )


def test_the_first_line_says_what_is_in_force() -> None:
    settings = settings_from(Config(), (), Desk())
    check_event("kiosk_started", {"training": False, **settings.in_force})
    with_key = replace(settings, city_keys=(Signer().public,))
    check_event("kiosk_started", {"training": False, **with_key.in_force})
    assert with_key.in_force["config"] != settings.in_force["config"]


@pytest.mark.parametrize("changed", [Config(audit_months=36), Config(timers={"idle": 100})])  # type: ignore[arg-type]
def test_other_settings_have_another_fingerprint(changed: Config) -> None:
    before, after = (settings_from(config, (), Desk()).in_force for config in (Config(), changed))
    assert before["config"] != after["config"]
    assert before["procedures"] == after["procedures"]
