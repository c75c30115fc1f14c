"""What stays on the screen after an end, as X shows it: the thanks, and words that wait for staff."""

import pytest

from kiosk.system import clock
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.eyes import Eyes
from tests.support.terminal import Terminal, assert_ended, assert_next_may_come, reach, visit
from tests.support.xserver import XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Seconds that words stay here; a minute in service.
READING = 3.0


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True, "reading": READING}


def words(terminal: Terminal) -> str:
    return "\n".join(terminal.control.ask("supervisor", "words"))


def assert_seen(terminal: Terminal, eyes: Eyes, *said: str) -> None:
    """X shows the curtain, and the curtain says this."""
    eyes.see("the curtain", of="supervisor")
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


def test_the_last_screen_thanks_and_stays_after_the_card_was_taken(terminal: Terminal, eyes: Eyes) -> None:
    apply(terminal)
    said = ("ありがとうございました", "お申込みが完了しました", "ポイントの申込み", "残っていません", "No. ")
    assert_seen(terminal, eyes, *said, "カードを\nお取りください", "お忘れ物")
    terminal.control.take()
    terminal.control.wait_until("the card's words to go", lambda: "お取りください" not in words(terminal))
    assert_seen(terminal, eyes, *said)
    press(terminal, "look_longer")
    began = clock.now()
    terminal.control.wait_until("the first time to pass", lambda: clock.now() - began > READING)
    assert terminal.phase() == "take_card", "looked at longer"
    press(terminal, "notice_read")
    assert_next_may_come(terminal)


def test_an_application_made_before_is_told_until_staff_have_seen_it(terminal: Terminal, eyes: Eyes) -> None:
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
    assert_seen(terminal, eyes, *said)
    assert "ほかの方の情報" not in words(terminal)
    take_card_and_wait(terminal, READING + 0.5)
    assert terminal.phase() == "take_card", "staff have not seen it"
    assert_seen(terminal, eyes, *said)
    press(terminal, "notice_seen")
    assert_next_may_come(terminal)


def test_whoever_leaves_the_last_try_reads_where_to_go(terminal: Terminal, eyes: Eyes) -> None:
    reach(terminal, "last_try")
    before = visit(terminal)
    terminal.control.press("decline")
    assert_ended(terminal, before, "give_up")
    terminal.control.wait_phase("take_card")
    assert_seen(terminal, eyes, "窓口でご案内します", "市民課の窓口", "P03")
    take_card_and_wait(terminal, 0.5)
    assert_seen(terminal, eyes, "市民課の窓口")
    press(terminal, "notice_read")
    assert_next_may_come(terminal)
