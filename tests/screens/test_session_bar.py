"""The bar under the header: five named steps that do not vanish, and the mark once."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.failures import FailureName
from kiosk.vocabulary import ResultKind
from tests.gallery.matrix import Size
from tests.screens.finding import find_button, part, place_of
from tests.screens.test_display import PORTAL, content
from ui import style
from ui.flow.events import Overlay, Purpose, Stage
from ui.session import display
from ui.text import languages
from ui.widgets.marks import MarkChip
from ui.window.session_bar import SessionBar
from ui.window.training_tab import TrainingTab
from ui.window.window import SessionWindow

IN: dict[str, Any] = {"logged_in": True, "logins": 1, "tries": 3}
#: A moment of each of the five steps.
STEPS: list[dict[str, Any]] = [
    {"stage": Stage.CHOOSE},
    {"stage": Stage.PLACE_CARD},
    {"stage": Stage.ENTER_PIN, "tries": 3, "asked": Purpose.LOGIN},
    {"stage": Stage.BROWSE, **IN},
    {"stage": Stage.BROWSE, **IN, "result": ResultKind.DONE},
]
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
        ({"stage": Stage.PROBLEM, "failed_at": Stage.PREPARE, "failure": FailureName.CERTIFICATE_RENEWED_TODAY}, 0),
        ({"stage": Stage.PROBLEM, "failed_at": Stage.PLACE_CARD, "failure": FailureName.CARD_MUTE}, 1),
        ({"stage": Stage.PROBLEM, "failed_at": Stage.ENTER_PIN, "failure": FailureName.PIN_BLOCKED, "tries": 0}, 2),
        ({"stage": Stage.PROBLEM, "failed_at": Stage.BROWSE, "failure": FailureName.PORTAL_UNREACHABLE, **IN}, 3),
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
    tab = part(window, TrainingTab).geometry()
    assert tab.top() == 0
    for name in ("look", "language", "call_staff"):
        assert not tab.intersects(place_of(find_button(window, name))), name


def painted_to(bar: SessionBar) -> int:
    """The rightmost pixel of the steps, which the bar paints itself; -1: it paints none."""

    def lines() -> list[int]:
        made = QImage(bar.size(), QImage.Format.Format_RGB32)
        bar.render(made, renderFlags=QWidget.RenderFlag.DrawWindowBackground)  # without what lies on it
        line, whole = made.bytesPerLine(), bytes(made.constBits())
        return [int.from_bytes(whole[at : at + line], "little") for at in range(0, len(whole), line)]

    with_steps, shown = lines(), (bar._names, bar.now)
    bar.set_names((), -1)
    without = lines()
    bar.set_names(*shown)
    return max(((one ^ other).bit_length() - 1) // 32 for one, other in zip(with_steps, without, strict=True))


def beside(bar: SessionBar) -> int:
    """The left edge of the mark and of the word before it, in pixels."""
    bar.ensurePolished()
    QApplication.processEvents()
    return min(one.geometry().left() for one in (bar._mark_label, bar.mark) if one.isVisible())


@pytest.fixture(params=[(1280, 800), (1080, 1920)], ids=["lying", "upright"])
def with_largest_letters(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Size]:
    size: Size = request.param
    style.install(qapp, "largest_text", size)
    yield size
    style.install(qapp)


@pytest.mark.slow
def test_with_the_largest_letters_the_current_step_stands_alone(
    with_largest_letters: Size, qtbot: QtBot, qapp: QApplication
) -> None:
    """In a window made for them, nothing lies over anything: the step, the word before the mark, the mark."""
    window = SessionWindow()
    qtbot.addWidget(window)
    window.resize(*with_largest_letters)
    window.show()
    qtbot.waitExposed(window)
    found = bar(window, f"{PORTAL}/apply/confirm", stage=Stage.BROWSE, **IN)
    assert found.width() == with_largest_letters[0]
    assert found.named() == {3: "お手続き 3/4"}
    assert found.mark.isVisible()
    assert 0 < painted_to(found) < beside(found)


@pytest.mark.slow
def test_in_no_language_the_largest_letters_lie_over_the_mark(
    with_largest_letters: Size, qtbot: QtBot, qapp: QApplication
) -> None:
    found = SessionBar()
    qtbot.addWidget(found)
    found.resize(with_largest_letters[0], found.height())
    found.set_mark("umbrella")
    found.show()
    over = []
    for language, at in product(languages.available(), STEPS):
        languages.install(qapp, language)
        shown = content(f"{PORTAL}/apply/confirm", language=language, **at)
        found.set_names(*display.bar_words(shown.procedure, shown.flow, shown.url))
        assert found.mark.isVisible()
        if not 0 < painted_to(found) < beside(found):
            over.append((language, found.named()))
    assert over == []
