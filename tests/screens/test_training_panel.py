"""The panel of the training station: what its controls do to the real portal and the real virtual reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kiosk.training.base.settings import make_settings
from kiosk.training.panel import HELP, Panel
from kiosk.training.portal.settings import Mode
from kiosk.training.station import Station
from tests.screens.finding import part


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(make_settings(tmp_path))
    yield made
    made.close_portal()


@pytest.fixture
def panel(qtbot: QtBot, station: Station) -> Panel:
    made = Panel(station)
    qtbot.addWidget(made)
    return made


def modes(panel: Panel) -> QComboBox:
    """The list of the portal's historic modes."""
    return part(panel, QComboBox, "mode")


def mode_of(station: Station) -> Mode:
    """The mode in which the portal answers now."""
    assert station.portal is not None
    return station.portal.portal.mode


@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_portal_replays_the_chosen_mode(panel: Panel, station: Station, row: int) -> None:
    modes(panel).setCurrentIndex(2 - row)
    modes(panel).setCurrentIndex(row)
    wanted = [Mode.TWO_CHECKS_2023_04, Mode.ONE_CHECK_2022_06, Mode.TWO_CHECKS_2022_02][row]
    assert mode_of(station) is wanted, "a text would break the confirm page"
    assert mode_of(station).second_check == ("2回" in modes(panel).currentText())


def test_a_portal_that_was_stopped_keeps_its_mode(panel: Panel, station: Station) -> None:
    modes(panel).setCurrentIndex(1)
    part(panel, QPushButton, "close_portal").click()
    assert "申込みサイト：止めてあります" in shown(panel)
    part(panel, QPushButton, "open_portal").click()
    assert mode_of(station) is Mode.ONE_CHECK_2022_06
    assert "申込みサイト：動いています" in shown(panel)


def shown(panel: Panel) -> str:
    """All sentences on the panel."""
    return "\n".join(label.text() for label in panel.findChildren(QLabel))


def test_from_the_beginning(panel: Panel, station: Station) -> None:
    """A blocked card, a reader that is unplugged and a stopped portal: one press brings back the first state."""
    part(panel, QPushButton, "place_taro").click()
    used = station.reader.card("taro")
    modes(panel).setCurrentIndex(1)
    part(panel, QPushButton, "unplug").click()
    part(panel, QPushButton, "close_portal").click()
    assert "カードリーダー：抜いてあります" in shown(panel)
    part(panel, QPushButton, "reset").click()
    scene = station.reader.state()
    assert (scene.plugged, scene.service, scene.person) == (True, True, "")
    assert station.reader.card("taro") is not used, "a fresh card with all tries"
    assert mode_of(station) is Mode.TWO_CHECKS_2023_04
    assert modes(panel).currentIndex() == 0


def test_it_says_what_nobody_can_guess(panel: Panel) -> None:
    assert HELP in shown(panel)
    assert "135790" in HELP
