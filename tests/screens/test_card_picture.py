"""Card and reader: the card moves once, for two seconds, and nothing else in the picture does."""

from collections.abc import Iterator
from typing import Literal

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.config.settings import Config
from kiosk.desk import Desk
from kiosk.failures import FailureName, failure
from kiosk.supervisor.terminal_settings import settings_from
from kiosk.vocabulary import ReaderShape
from tests.support.eyes import count, differs
from ui import style
from ui.screens.attract import AttractScreen
from ui.screens.place_card import PlaceCardScreen
from ui.screens.problem import ProblemScreen
from ui.terminal.curtain import Curtain
from ui.widgets import card_picture
from ui.widgets.card_picture import PLACE, STAY, TAKE, CardPicture
from ui.widgets.controls import Text
from ui.window.placement import Placement, dress

SIZE = (400, 310)
#: Milliseconds: long enough to see it move, short for the test. The real time is checked by its token.
TIME, REAL = 150, 2000


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    assert style.tokens().time.card == REAL
    monkeypatch.setattr(style.tokens().time, "card", TIME)
    style.hold_still(False)
    yield
    style.hold_still(False)
    card_picture.set_reader(ReaderShape.FLAT)


def _shown(qtbot: QtBot, deed: str, *, moves: bool = True) -> CardPicture:
    made = CardPicture(deed, *SIZE, moves=moves)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def _image(picture: CardPicture) -> QImage:
    return picture.grab().toImage()


def _pictures(qtbot: QtBot, picture: CardPicture) -> list[QImage]:
    """All that is seen until it is still, without repetitions."""
    seen = [_image(picture)]
    while picture.is_moving():
        qtbot.waitUntil(lambda: not picture.is_moving() or _image(picture) != seen[-1])
        seen.append(_image(picture))
    return seen


@pytest.mark.parametrize("deed", [PLACE, TAKE])
def test_the_card_moves_once_and_then_stands_still(qtbot: QtBot, deed: str) -> None:
    picture = _shown(qtbot, deed)
    assert len(_pictures(qtbot, picture)) > 2, "it is seen to move"
    after = _image(picture)
    style.hold_still(True)
    assert after == _image(_shown(qtbot, deed)), "the end is the still"
    assert not picture.is_moving()


@pytest.mark.parametrize("deed", [PLACE, TAKE, STAY])
def test_with_reduced_motion_it_never_moves(qtbot: QtBot, deed: str) -> None:
    style.hold_still(True)
    picture = _shown(qtbot, deed)
    assert not picture.is_moving()
    picture.show_drawing(PLACE if deed == TAKE else TAKE)
    assert not picture.is_moving()


def test_a_card_that_is_to_stay_and_a_quiet_picture_do_not_move(qtbot: QtBot) -> None:
    assert not _shown(qtbot, STAY).is_moving()
    assert not _shown(qtbot, PLACE, moves=False).is_moving()


def test_it_moves_again_for_another_deed_and_not_unseen(qtbot: QtBot) -> None:
    picture = _shown(qtbot, PLACE)
    qtbot.waitUntil(lambda: not picture.is_moving())
    picture.show_drawing(PLACE)
    assert not picture.is_moving(), "the same deed"
    picture.show_drawing(TAKE)
    assert picture.is_moving()
    picture.hide()
    assert not picture.is_moving()


def test_placing_ends_on_the_reader_and_taking_begins_there() -> None:
    parts = [step / 20 for step in range(20)]
    placed, taken = ([card_picture.way_done(deed, part) for part in parts] for deed in (PLACE, TAKE))
    assert (placed[0], placed[-1], taken[0], taken[-1]) == (0, 1, 1, 0)
    assert placed == sorted(placed)
    assert taken == sorted(taken, reverse=True)
    assert [card_picture.way_done(deed, 1.0) for deed in (PLACE, TAKE, STAY)] == [0, 0, 1]


@pytest.mark.parametrize("still", [False, True])
def test_a_session_obeys_the_configuration(qapp: QApplication, still: bool) -> None:
    shape: Literal["flat", "slot"] = "slot" if still else "flat"
    config = settings_from(Config(reduced_motion=still, reader_shape=shape), (), Desk()).session
    dress(config, qapp, Placement(fullscreen=False))
    assert style.moves() is not still
    assert card_picture.has_slot() is still
    style.install(qapp)


@pytest.mark.parametrize("deed", [PLACE, TAKE, STAY])
def test_another_reader_is_another_picture(qtbot: QtBot, deed: str) -> None:
    style.hold_still(True)
    flat = _image(_shown(qtbot, deed))
    card_picture.set_reader(ReaderShape.SLOT)
    assert differs(_image(_shown(qtbot, deed)), flat) > flat.width() * flat.height() / 10


def test_what_is_in_the_slot_is_not_seen(qtbot: QtBot) -> None:
    """The gold of the chip, which goes in first."""
    style.hold_still(True)
    card_picture.set_reader(ReaderShape.SLOT)
    outside, inside = (_image(_shown(qtbot, deed)) for deed in (PLACE, STAY))
    gold = style.tokens().paint("warning_mid")
    assert count(outside, gold) > 200
    assert count(inside, gold) == 0


def test_the_words_are_those_of_the_reader() -> None:
    for shape, said, never in ((ReaderShape.FLAT, "顔写真", "差し込"), (ReaderShape.SLOT, "差し込", "顔写真")):
        card_picture.set_reader(shape)
        for screen in (PlaceCardScreen(), AttractScreen()):
            words = "".join(text.text() for text in screen.findChildren(Text))
            assert never not in words
            assert said in words or isinstance(screen, AttractScreen)


@pytest.mark.parametrize(("shape", "verb"), [(ReaderShape.FLAT, "置いて"), (ReaderShape.SLOT, "差し込んで")])
def test_a_wrong_card_and_one_that_is_away_are_told_in_the_words_of_the_reader(
    qtbot: QtBot, shape: ReaderShape, verb: str
) -> None:
    card_picture.set_reader(shape)
    wrong, problem, curtain = PlaceCardScreen(), ProblemScreen(), Curtain()
    wrong.set_state(reading=False, refused=failure(FailureName.CARD_NOT_MY_NUMBER))
    problem.set_failure(failure(FailureName.CARD_UNREADABLE), False)
    curtain.show_away(3)
    for screen in (wrong, problem, curtain):
        qtbot.addWidget(screen)
        words = "".join(text.text() for text in screen.findChildren(Text) if text.isVisibleTo(screen))
        assert [found for found in ("置いて", "差し込んで") if found in words] == [verb]
