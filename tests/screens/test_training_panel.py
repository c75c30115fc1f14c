"""The panel of the training station: what its controls do to the real portal and the real virtual reader."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton, QToolBox
from pytestqt.qtbot import QtBot

from kiosk.training.base.settings import DOCK_WIDTH, make_settings
from kiosk.training.cards.persons import Group
from kiosk.training.panel import HELP, Panel, dock
from kiosk.training.portal.settings import Mode
from kiosk.training.station import Station
from tests.screens.finding import part, place_of
from ui import style
from ui.window.placement import Placement

pytestmark = pytest.mark.slow


@pytest.fixture
def station(tmp_path: Path) -> Iterator[Station]:
    made = Station(make_settings(tmp_path))
    yield made
    made.close_portal()


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication, station: Station) -> Iterator[Panel]:
    """The panel; its process has no style of the kiosk."""
    qapp.setStyleSheet("")
    made = Panel(station)
    qtbot.addWidget(made)
    yield made
    style.install(qapp)


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


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768), (1920, 1080)])
def test_the_panel_lies_beside_the_kiosk_and_never_over_it(panel: Panel, size: tuple[int, int]) -> None:
    screen = QRect(0, 0, *size)
    kiosk, place = Placement(fullscreen=False, dock=DOCK_WIDTH).rectangle(screen), dock(screen)
    assert not kiosk.intersects(place)
    assert screen.contains(kiosk)
    assert not style.is_too_small((kiosk.width(), kiosk.height()))
    panel.setGeometry(place)
    panel.show()
    QApplication.processEvents()
    assert panel.size() == place.size()
    buttons = [button for button in panel.findChildren(QPushButton) if button.isVisible()]
    assert not [button.text() for button in buttons if place_of(button).right() > panel.width()]


def test_no_button_moves_when_a_card_is_placed_or_refused(panel: Panel) -> None:
    panel.setGeometry(dock(QRect(0, 0, 1280, 800)))
    panel.show()
    QApplication.processEvents()
    places = {button: place_of(button) for button in panel.findChildren(QPushButton) if button.isVisible()}
    assert len(places) > 8
    for name in ("place_child_14", "unplug", "place_taro", "plug", "take"):
        part(panel, QPushButton, name).click()
        QApplication.processEvents()
        assert {button: place_of(button) for button in places} == places, name


def test_every_person_has_a_button_in_its_group(panel: Panel, station: Station) -> None:
    box = part(panel, QToolBox)
    assert box.count() == len(Group)
    for place, group in enumerate(Group):
        page = box.widget(place)
        assert page is not None
        names = {button.objectName() for button in page.findChildren(QPushButton)}
        assert names == {f"place_{person.id}" for person in station.persons.values() if person.group is group}
