"""What stays on the screen after an end, as X shows it: the thanks, and words that wait for staff."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.system import clock
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.e2e.test_on_screen import SAME, differs
from tests.support.terminal import Terminal, assert_ended, assert_next_may_come, reach, visit
from tests.support.xserver import MONITOR, Picture, XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Seconds that words stay here; a minute in service.
READING = 3.0


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True, "reading": READING}


def words(terminal: Terminal) -> str:
    return "\n".join(terminal.control.ask("supervisor", "words"))


def assert_seen(terminal: Terminal, screen: Picture, folder: Path, *said: str) -> None:
    """X shows the curtain, and the curtain says this."""
    file = folder / "curtain.png"

    def same() -> bool:
        shown = terminal.control.ask("supervisor", "screenshot", path=str(file))
        return shown and differs(screen.image(*MONITOR), QImage(str(file))) <= SAME

    terminal.control.wait_until("the curtain on the screen", same, 5)
    assert [text for text in said if text not in words(terminal)] == []


def press(terminal: Terminal, name: str) -> None:
    terminal.control.ask("supervisor", "press", name=name)


def take_card_and_wait(terminal: Terminal, seconds: float) -> None:
    """Take the card, and let this many seconds pass."""
    terminal.control.take()
    taken = clock.now()
    terminal.control.wait_until("an empty reader", lambda: terminal.control.terminal()["reader"] == "empty")
    terminal.control.wait_until("time to pass", lambda: clock.now() - taken > seconds)


def apply(terminal: Terminal) -> None:
    reach(terminal, "result")
    before = visit(terminal)
    terminal.control.press("finish")
    assert_ended(terminal, before, "finished")
    terminal.control.wait_phase("take_card")


def test_the_last_screen_thanks_and_stays_after_the_card_was_taken(
    terminal: Terminal, screen: Picture, tmp_path: Path
) -> None:
    apply(terminal)
    said = ("ありがとうございました", "お申込みが完了しました", "ポイントの申込み", "残っていません", "No. ")
    assert_seen(terminal, screen, tmp_path, *said, "カードを\nお取りください", "お忘れ物")
    terminal.control.take()
    terminal.control.wait_until("the card's words to go", lambda: "お取りください" not in words(terminal))
    assert_seen(terminal, screen, tmp_path, *said)
    press(terminal, "look_longer")
    began = clock.now()
    terminal.control.wait_until("the first time to pass", lambda: clock.now() - began > READING)
    assert terminal.phase() == "take_card", "looked at longer"
    press(terminal, "notice_read")
    assert_next_may_come(terminal)


def test_an_application_made_before_is_told_until_staff_have_seen_it(
    terminal: Terminal, screen: Picture, tmp_path: Path
) -> None:
    apply(terminal)
    press(terminal, "notice_read")
    terminal.control.take()
    terminal.control.wait_phase("ready")
    walk.begin(terminal.control)
    before = visit(terminal)
    terminal.control.place(A.person)
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin(A.pin)
    assert_ended(terminal, before, "portal_refused")
    said = ("職員にお声がけください", "すでに申込みがある", "B15")
    terminal.control.wait_phase("take_card")
    assert_seen(terminal, screen, tmp_path, *said)
    assert "ほかの方の情報" not in words(terminal)
    take_card_and_wait(terminal, READING + 0.5)
    assert terminal.phase() == "take_card", "staff have not seen it"
    assert_seen(terminal, screen, tmp_path, *said)
    press(terminal, "notice_seen")
    assert_next_may_come(terminal)


def test_whoever_leaves_the_last_try_reads_where_to_go(terminal: Terminal, screen: Picture, tmp_path: Path) -> None:
    reach(terminal, "last_try")
    before = visit(terminal)
    terminal.control.press("decline")
    assert_ended(terminal, before, "give_up")
    terminal.control.wait_phase("take_card")
    assert_seen(terminal, screen, tmp_path, "窓口でご案内します", "市民課の窓口", "P03")
    take_card_and_wait(terminal, 0.5)
    assert_seen(terminal, screen, tmp_path, "市民課の窓口")
    press(terminal, "notice_read")
    assert_next_may_come(terminal)
