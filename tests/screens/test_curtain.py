from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kiosk.failures import FailureName, failure
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import Phase
from kiosk.system import clock
from kiosk.vocabulary import EndReason
from kiosk.wipe.receipt import StepResult
from tests.screens.finding import find_button, part
from ui import style
from ui.ends.page import Bar
from ui.ends.sentences import REASONS
from ui.ends.words import NOWHERE
from ui.terminal.away import AwayCount
from ui.terminal.backdrop import Backdrop
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains
from ui.widgets.controls import Text

RECTANGLE = QRect(10, 20, 1280, 800)
STEPS = ("curtain", "processes", "card", "folder")


@pytest.fixture
def curtain(qtbot: QtBot) -> Curtain:
    made = Curtain(geometry=RECTANGLE, fullscreen=False)
    qtbot.addWidget(made)
    made.set_place("3", "内線 1234", "見本市役所", "支援窓口")
    return made


def _words(curtain: Curtain) -> str:
    return "\n".join(label.text() for label in curtain.findChildren(QLabel) if label.isVisible())


def test_it_tells_when_it_is_painted(curtain: Curtain, qtbot: QtBot) -> None:
    assert not curtain.is_painted()
    with qtbot.waitSignal(curtain.painted, timeout=1000):
        curtain.show_starting()
    assert curtain.is_painted()
    curtain.uncover()
    assert not curtain.is_painted()
    with qtbot.waitSignal(curtain.painted, timeout=1000):
        curtain.cover()
    assert curtain.is_painted()


def test_flags_never_change_and_the_rectangle_is_exact(curtain: Curtain) -> None:
    flags = curtain.windowFlags()
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    for _ in range(3):
        curtain.show_wiping(STEPS)
        curtain.show_unavailable(failure(FailureName.READER_MISSING), ("Reader A",))
        curtain.show_out_of_service(failure(FailureName.WIPE_FOLDER))
        QApplication.processEvents()
        assert curtain.geometry() == RECTANGLE
        curtain.uncover()
    assert curtain.windowFlags() == flags


#: Ends without an explanation on the curtain: the person ended it, nobody was there, or the screen is locked or dark.
UNEXPLAINED = {"finished", "next_customer", "give_up", "recycled", "screen_locked", "suspend", "shutdown"}


@pytest.mark.slow
@pytest.mark.parametrize("reason", EndReason)
def test_the_curtain_explains_why_a_session_was_ended(curtain: Curtain, reason: EndReason) -> None:
    curtain.show_wiping(STEPS, reason)
    assert (REASONS.get(reason, "nothing") in _words(curtain)) == (reason not in UNEXPLAINED)


def test_a_terminal_that_failed_does_not_say_that_staff_ended_it() -> None:
    assert "職員" in REASONS[EndReason.STAFF_ABORT]
    for reason in (EndReason.TERMINAL_FAILED, EndReason.DISPLAY_CHANGED):
        assert list(REASONS.values()).count(REASONS[reason]) == 1


def test_the_backdrop_is_one_colour_and_the_citys_name(qtbot: QtBot) -> None:
    named, plain = Backdrop("見本市役所", geometry=RECTANGLE), Backdrop("", geometry=RECTANGLE)
    qtbot.addWidget(named)
    qtbot.addWidget(plain)
    empty, image = plain.grab().toImage(), named.grab().toImage()
    points = [(x, y) for x in range(0, 1280, 64) for y in range(0, 800, 40)]
    assert {empty.pixelColor(*point).name() for point in points} == {QColor(style.tokens().colour.main).name()}
    assert image != empty


def test_it_covers_every_point(curtain: Curtain, qtbot: QtBot) -> None:
    curtain.show_away(3)
    qtbot.waitUntil(curtain.is_painted)
    image = curtain.grab().toImage()
    assert image.size().toTuple() == (1280, 800)
    assert all(image.pixelColor(x, y).alpha() == 255 for x in range(0, 1280, 64) for y in range(0, 800, 40))


@pytest.mark.slow
def test_a_card_that_is_away_is_counted_down_in_large_figures(curtain: Curtain, qtbot: QtBot) -> None:
    curtain.show_away(2.0, 10)
    count = part(curtain, AwayCount)
    assert count.isVisible()
    figures = part(count, QLabel)
    assert (figures.text(), count.accessibleName()) == ("2", "あと2秒")
    assert figures.font().pixelSize() >= style.tokens().font("seconds").pixelSize()
    qtbot.waitUntil(lambda: figures.text() == "1", timeout=2000)
    curtain.show_away(0)
    assert not count.isVisible(), "it is back and being checked"
    curtain.show_starting()
    assert not count.isVisible()


def test_going_and_coming_gives_no_more_time(curtain: Curtain, monkeypatch: pytest.MonkeyPatch) -> None:
    """The time runs from the first removal, as in the lifecycle."""
    now = [100.0]
    monkeypatch.setattr(clock, "now", lambda: now[0])
    curtains = DesktopCurtains(curtain, 10.0)
    count = part(curtain, AwayCount)
    curtains.show(ShowCurtain(Phase.AWAY), ())
    now[0] += 4
    curtains.show(ShowCurtain(Phase.AWAY, card=True), ())
    curtains.show(ShowCurtain(Phase.AWAY), ())
    assert count.accessibleName() == "あと6秒"
    curtains.show(ShowCurtain(Phase.WIPING), ())
    curtains.show(ShowCurtain(Phase.AWAY), ())
    assert count.accessibleName() == "あと10秒"


#: What must be read for a minute at least, with the card still on the reader.
END = ShowCurtain(Phase.TAKE_CARD, card=True, reason=EndReason.GIVE_UP, stay=Stay.READ, left=60)


def _seconds(curtain: Curtain) -> str:
    """What the bar of the end page says about how long it stays; "" for nothing."""
    bar = part(curtain, Bar)
    return "\n".join(text.text() for text in bar.findChildren(Text) if text.isVisible() and text.text())


def test_the_end_page_counts_on_under_the_staffs_panel(
    curtain: Curtain, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [100.0]
    monkeypatch.setattr(clock, "now", lambda: now[0])
    curtain.set_staff_page(QLabel("staff"))
    curtain.show_end(END, NOWHERE, 142, "")
    assert _seconds(curtain) == "60\nこの画面は、あと60秒で閉じます。"
    curtain.show_staff()
    now[0] += 20
    curtain.leave_staff()
    assert _seconds(curtain) == "40\nこの画面は、あと40秒で閉じます。"
    now[0] += 1.5
    qtbot.waitUntil(lambda: "あと39秒" in _seconds(curtain), timeout=2000)
    curtain.show_staff()
    now[0] += 60
    curtain.leave_staff()
    assert not _seconds(curtain), "over meanwhile"


@pytest.mark.parametrize("page", [END, replace(END, stay=Stay.STAFF, confirmed=True)])
def test_when_only_the_card_keeps_the_end_page_it_promises_nothing(
    curtain: Curtain, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, page: ShowCurtain
) -> None:
    now = [100.0]
    monkeypatch.setattr(clock, "now", lambda: now[0])
    curtain.show_end(page, NOWHERE, 142, "")
    assert "あと60秒" in _seconds(curtain)
    now[0] += 60
    qtbot.waitUntil(lambda: not _seconds(curtain), timeout=2000)
    curtain.show_end(replace(page, left=0), NOWHERE, 142, "")
    assert not _seconds(curtain)


def test_what_staff_must_see_waits_for_them(curtain: Curtain) -> None:
    curtain.show_end(replace(END, stay=Stay.STAFF, left=0), NOWHERE, 142, "")
    assert _seconds(curtain) == "職員が確認するまで、この画面のままです。"


def test_the_steps_tick_off(curtain: Curtain) -> None:
    curtain.show_wiping(STEPS)
    curtain.tick(StepResult("curtain", True, "", 12.0))
    curtain.tick(StepResult("processes", True, "", 0.0, skipped=True))
    curtain.tick(StepResult("card", False, "busy", 3000.0))
    words = _words(curtain)
    assert "画面をかくしました" in words
    assert "秒" not in words, "durations are for staff"
    assert "手続きのプログラムを終了する（必要なし）" in words
    assert "カードとの通信を終える（失敗）" in words
    assert "一時的な記録を消す" in words


def test_the_receipt_and_both_languages(curtain: Curtain) -> None:
    curtain.show_wiping(STEPS)
    curtain.show_end(ShowCurtain(Phase.TAKE_CARD, card=True), NOWHERE, 142, "2026-01-15T10:42:07+09:00")
    words = _words(curtain)
    for expected in ("カードを\nお取りください", "Please take your card.", "0142", "10時42分に", "残っていません"):
        assert expected in words


@pytest.mark.parametrize(
    "name", [FailureName.READER_MISSING, FailureName.READER_AMBIGUOUS, FailureName.PORTAL_UNREACHABLE]
)
def test_unavailable_shows_the_failure_and_what_to_do(curtain: Curtain, name: FailureName) -> None:
    curtain.show_unavailable(failure(name), ("Reader A", "Reader B"))
    words = _words(curtain)
    shown = failure(name)
    for expected in (shown.citizen, shown.english, shown.staff, shown.code, "Reader B"):
        assert expected in words
    assert "Please call a staff member." in words
    assert not find_button(curtain, "staff_open").isVisible()


def test_the_staff_code_goes_into_one_bytearray(curtain: Curtain, qtbot: QtBot) -> None:
    curtain.show_out_of_service(failure(FailureName.WIPE_FOLDER))
    assert "内線 1234" in _words(curtain)
    QTest.mouseClick(find_button(curtain, "staff_open"), Qt.MouseButton.LeftButton)
    for digit in (2, 4, 6, 8):
        QTest.mouseClick(find_button(curtain, f"key_{digit}"), Qt.MouseButton.LeftButton)
    QTest.keyClick(find_button(curtain, "key_1"), Qt.Key.Key_0)
    with qtbot.waitSignal(curtain.code_entered, timeout=500) as entered:
        QTest.mouseClick(find_button(curtain, "staff_submit"), Qt.MouseButton.LeftButton)
    assert entered.args == []
    assert curtain.take_code() == bytearray(b"24680")
    assert curtain.take_code() == bytearray()
    curtain.show_code_refused(30)
    assert "30秒" in _words(curtain)


def test_a_plain_curtain_for_other_screens(qtbot: QtBot) -> None:
    plain = Curtain(geometry=RECTANGLE, fullscreen=False, pages=False)
    qtbot.addWidget(plain)
    plain.cover()
    qtbot.waitUntil(plain.is_painted)
    assert len({plain.grab().toImage().pixelColor(x, 400).name() for x in range(0, 1280, 40)}) == 1


def test_the_backdrop_is_plain(qtbot: QtBot) -> None:
    backdrop = Backdrop("見本市役所", geometry=QRect(0, 0, 640, 400))
    qtbot.addWidget(backdrop)
    backdrop.show()
    assert backdrop.windowFlags() & Qt.WindowType.WindowStaysOnBottomHint
    assert backdrop.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_is_called_by_the_title_of_its_page(curtain: Curtain) -> None:
    called = []
    for show in (
        curtain.show_starting,
        lambda: curtain.show_away(3),
        lambda: curtain.show_end(ShowCurtain(Phase.TAKE_CARD, card=True), NOWHERE, 7, "2026-01-02T03:04:05+09:00"),
    ):
        show()
        called.append(curtain.accessibleName())
        assert called[-1] in _words(curtain).replace("\n", "")
    assert len(set(called)) == len(called)
