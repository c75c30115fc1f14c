"""What the desktop and the keys tell the terminal arrives at the supervisor as the right event."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.audit.key import MemoryKeys
from kiosk.cards.transport import CardService
from kiosk.config.settings import Config
from kiosk.config.staff_code import StaffCode
from kiosk.desk import Desk
from kiosk.lifecycle.states import EndWanted, Event
from kiosk.supervisor.terminal_settings import settings_from
from kiosk.vocabulary import EndReason
from ui.terminal.root import Root, Terminal


def _no_service() -> CardService:
    """A card service nobody asks: the terminal is not started."""
    return cast(CardService, None)


@pytest.fixture
def terminal(qapp: QApplication, tmp_path: Path) -> Iterator[Terminal]:
    """A terminal that watches its monitors and serves nobody."""
    settings = settings_from(Config(data_folder=tmp_path, report_folder=tmp_path), (), Desk())
    made = Terminal(Root(settings, _no_service, [], "", StaffCode("", tmp_path), (), keys=MemoryKeys), qapp)
    yield made
    for window in qapp.topLevelWidgets():
        window.close()


@pytest.fixture
def events(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> list[Event]:
    """What the supervisor is given."""
    found: list[Event] = []
    monkeypatch.setattr(terminal.supervisor, "dispatch", found.append)
    return found


@pytest.mark.usefixtures("terminal")
def test_another_first_monitor_ends_the_session_as_what_it_is(qapp: QApplication, events: list[Event]) -> None:
    qapp.primaryScreenChanged.emit(qapp.primaryScreen())
    assert events == [EndWanted(EndReason.DISPLAY_CHANGED)]


def test_the_key_calls_the_next_customer(terminal: Terminal, events: list[Event]) -> None:
    terminal.key_pressed.emit()
    assert events == [EndWanted(EndReason.NEXT_CUSTOMER)]


@pytest.mark.parametrize("reason", [EndReason.SCREEN_LOCKED, EndReason.SUSPEND])
def test_lock_and_sleep_end_the_session(terminal: Terminal, events: list[Event], reason: EndReason) -> None:
    terminal.on_wanted(reason)
    assert events == [EndWanted(reason)]
