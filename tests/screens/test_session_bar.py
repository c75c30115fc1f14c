"""The bar under the header: five named steps that do not vanish, and the mark once."""

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from kiosk.failures import FailureName
from kiosk.vocabulary import ResultKind
from tests.screens.finding import find_button, part
from tests.screens.test_display import PORTAL, content
from ui.flow.events import Overlay, Purpose, Stage
from ui.session import display
from ui.text import languages
from ui.widgets.marks import MarkChip
from ui.widgets.training_tab import TrainingTab
from ui.window.session_bar import SessionBar
from ui.window.window import SessionWindow

IN: dict[str, Any] = {"logged_in": True, "logins": 1, "tries": 3}
NAMES = ("準備", "カード", "暗証番号", "お手続き", "完了")


def bar(window: SessionWindow, url: str = "", **flow: Any) -> SessionBar:
    """The bar of this moment; visible."""
    display.show(window, content(url, **flow))
    QApplication.processEvents()
    found = part(window, SessionBar)
    assert found.isVisible()
    return found


@pytest.mark.parametrize(
    ("flow", "now"),
    [
        ({"stage": Stage.CHOOSE}, 0),
        ({"stage": Stage.PREPARE}, 0),
        ({"stage": Stage.PLACE_CARD}, 1),
        ({"stage": Stage.BROWSE, "tries": 3}, 2),
        ({"stage": Stage.ENTER_PIN, "tries": 3, "asked": Purpose.LOGIN}, 2),
        ({"stage": Stage.BROWSE, **IN}, 3),
        ({"stage": Stage.CHECK, "asked": Purpose.GATE_CHECK, **IN}, 3),
        ({"stage": Stage.BROWSE, **IN, "result": ResultKind.NOT_DONE}, 3),
        ({"stage": Stage.BROWSE, **IN, "result": ResultKind.DONE}, 4),
        ({"stage": Stage.PROBLEM, "failure": FailureName.CERTIFICATE_RENEWED_TODAY}, 0),
        ({"stage": Stage.PROBLEM, "failure": FailureName.CARD_MUTE}, 1),
        ({"stage": Stage.PROBLEM, "failure": FailureName.PIN_BLOCKED, "tries": 0}, 2),
        ({"stage": Stage.PROBLEM, "failure": FailureName.PORTAL_UNREACHABLE, **IN}, 3),
        ({"stage": Stage.BROWSE, **IN, "overlay": Overlay.STAFF_CALLED}, 3),
    ],
)
def test_it_tells_where_the_person_stands_on_every_screen(
    window: SessionWindow, flow: dict[str, Any], now: int
) -> None:
    found = bar(window, **flow)
    assert tuple(found.named().values()) == NAMES
    assert found.now == now
    assert part(window, MarkChip).isVisible()


def test_the_steps_of_the_portal_are_counted_in_its_name(window: SessionWindow) -> None:
    assert bar(window, f"{PORTAL}/apply/confirm", stage=Stage.BROWSE, **IN).named()[3] == "お手続き 3/4"


def test_names_without_room_give_way_to_the_current_one(window: SessionWindow, qapp: QApplication) -> None:
    languages.install(qapp, "pt-BR")
    found = bar(window, f"{PORTAL}/apply/confirm", stage=Stage.BROWSE, language="pt-BR", **IN)
    assert tuple(found.named().values()) == ("", "", "", "Procedimento 3/4", "")


@pytest.mark.parametrize("language", ["ja", "fil", "my", "pt-BR"])
def test_the_training_tab_covers_nothing_in_the_header(
    window: SessionWindow, qapp: QApplication, language: str
) -> None:
    languages.install(qapp, language)
    window.set_training(True)
    window.show_screen("choose")
    QApplication.processEvents()
    window.set_training(True)
    tab = part(window, TrainingTab).geometry()
    assert tab.top() == 0
    for name in ("look", "language", "call_staff"):
        button = find_button(window, name)
        assert not tab.intersects(QRect(button.mapTo(window, QPoint(0, 0)), button.size())), name


def test_with_the_largest_letters_the_current_step_stands_alone(window: SessionWindow) -> None:
    """Nothing lies over anything: the names, the mark."""
    found = bar(window, f"{PORTAL}/apply/confirm", stage=Stage.BROWSE, **IN)
    window.resize(620, 800)
    QApplication.processEvents()
    assert found.named() == {3: "お手続き 3/4"}
