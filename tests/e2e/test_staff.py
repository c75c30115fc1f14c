"""The staff panel over a running session: opened by a key on an X server, its actions, and closed by itself."""

import json
from typing import Any

import pytest

from kiosk.training.base.settings import STAFF_CODE
from kiosk.training.remote import walk
from kiosk.training.remote.walk import B
from tests.support.terminal import Terminal, assert_card_waits, assert_ended, assert_next_may_come, reach, visit
from tests.support.xserver import XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

WRONG_CODE = "135799"
#: Seconds after which the panel closes in these tests; 60 in service.
QUIET = 5.0


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, Any]:
    return {"doctor": True, "panel_quiet": QUIET, "fullscreen": True}


@pytest.fixture
def terminal(terminal: Terminal) -> Terminal:
    """The terminal, without the wrong codes of earlier tests."""
    (terminal.data / "staff_code.json").unlink(missing_ok=True)
    return terminal


def test_the_key_covers_a_session_and_gives_it_back_as_it_was(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    open_panel(terminal, monitors)
    assert "利用中です。画面は職員パネルでかくれています。" in words(terminal)
    assert "staff_panel" in before.trail.codes()
    press(terminal, "staff_check")
    assert "利用中は点検できません。" in words(terminal), "the card on the reader is a person's"
    press(terminal, "staff_panel_close")
    terminal.control.wait_until("the page", lambda: not terminal.control.terminal()["covered"])
    assert (visit(terminal).pid, terminal.shown()) == (before.pid, "browse")
    terminal.control.wait_page("/measures")


def test_nobody_sees_more_than_the_pad_without_the_code(terminal: Terminal, monitors: XServer) -> None:
    """Three wrong codes cause no delay; after them even the right code has to wait."""
    reach(terminal, "place_card")
    trail = terminal.trail.now()
    monitors.press("Shift_L", "F12")
    wait_covered(terminal)
    for tries in range(1, 4):
        enter(terminal, WRONG_CODE)
        terminal.control.wait_until("refused", lambda tries=tries: trail.codes().count("staff_unlock_refused") == tries)  # type: ignore[misc]
    enter(terminal, STAFF_CODE)
    terminal.control.wait_until("refused", lambda: trail.codes().count("staff_unlock_refused") == 4)
    assert "コードがちがいます。" in words(terminal)
    assert "秒たってから、もう一度入力してください。" in words(terminal)
    assert "staff_panel" not in trail.codes()
    assert "次の方へ" not in words(terminal)


def test_a_pause_says_when_it_ends_and_where_to_go(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "place_card")
    before = visit(terminal)
    open_panel(terminal, monitors)
    press(terminal, "staff_pause")
    press(terminal, "pause_30")
    assert_ended(terminal, before, "staff_abort")
    terminal.control.wait_phase("closed")
    shown = words(terminal)
    for said in ("ただいま休止中です", "に再開する予定です", "市民課の窓口", "0120-95-0178"):
        assert said in shown
    terminal.station("unplug")
    terminal.station("plug")
    assert terminal.control.terminal()["phase"] == "closed"
    open_panel(terminal, monitors)
    press(terminal, "staff_open")
    assert_next_may_come(terminal)
    assert not (terminal.data / "closed.json").exists()


def test_the_keyboards_digits_and_enter_open_the_panel_and_a_wrong_code_is_told(
    terminal: Terminal, monitors: XServer
) -> None:
    """Nothing is focused by hand before: real keys on the X server, as at the desk."""
    reach(terminal, "place_card")
    monitors.press("Shift_L", "F12")
    wait_covered(terminal)
    for digit in WRONG_CODE:
        monitors.press(digit)
    monitors.press("Return")
    terminal.control.wait_until("the refusal", lambda: "コードがちがいます。" in words(terminal))
    for digit in STAFF_CODE:
        monitors.press(digit)
    monitors.press("Return")
    terminal.control.wait_until("the panel", lambda: "職員パネル" in words(terminal))
    press(terminal, "staff_panel_close")


def test_a_card_that_is_taken_does_not_close_the_panel(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "enter_pin")
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    terminal.control.wait_phase("take_card")
    open_panel(terminal, monitors)
    terminal.control.take()
    terminal.control.wait_phase("ready")
    assert "職員パネル" in words(terminal)
    assert terminal.control.terminal()["covered"]
    press(terminal, "staff_panel_close")
    terminal.control.wait_until("the attract screen", lambda: not terminal.control.terminal()["covered"])


def test_the_panel_closes_by_itself(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "place_card")
    before = visit(terminal)
    open_panel(terminal, monitors)
    terminal.control.wait_until("the session", lambda: not terminal.control.terminal()["covered"], QUIET + 5)
    assert visit(terminal).pid == before.pid
    monitors.press("Shift_L", "F12")
    wait_covered(terminal)
    assert "職員パネル" not in words(terminal), "the code is asked again"


@pytest.mark.parametrize("reason", ["next_customer", "staff_abort"])
def test_staff_end_a_session_by_two_taps(terminal: Terminal, monitors: XServer, reason: str) -> None:
    reach(terminal, "enter_pin")
    before = visit(terminal)
    open_panel(terminal, monitors)
    press(terminal, f"staff_{reason}")
    assert "対象：端末 3、いまの利用" in words(terminal)
    assert visit(terminal).pid == before.pid
    press(terminal, f"staff_{reason}")
    assert_ended(terminal, before, reason)
    assert_card_waits(terminal)


def test_the_other_key_ends_it_at_once(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "place_card")
    before = visit(terminal)
    monitors.press("F12")
    assert_ended(terminal, before, "next_customer")
    assert_next_may_come(terminal)


def test_a_mix_up_is_reported_by_fixed_choices(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "place_card")
    before, mark = visit(terminal), terminal.control.customer()["mark"]
    open_panel(terminal, monitors)
    for name in ("staff_mixup", "seen_already_applied", "when_now", "mixup_send"):
        press(terminal, name)
    assert_ended(terminal, before, "suspected_mixup")
    (line,) = before.trail.of("mixup_by_staff")
    assert (line["seen"], line["when"], line["mark"]) == ("already_applied", "now", mark)
    terminal.control.wait_until("the report's line", lambda: before.trail.of("mixup_reported"))
    (file,) = (terminal.data / "reports").glob("suspected-mixup-*.json")
    report = json.loads(file.read_text("utf-8"))
    assert report["session_mark"] == mark
    assert "mixup_by_staff" in {event["code"] for event in report["events"]}
    shown = words(terminal)
    for sentence in (*report["must"], *report["must_not"], "必ず行うこと　0／5", report["marks"]["plus_3_days"]):
        assert sentence in shown, "the list stays open while the terminal wipes"
    press(terminal, "step_officer")
    (line,) = terminal.control.wait_until("the tick's line", lambda: before.trail.of("mixup_step"))
    assert (line["step"], line["done"]) == ("officer", True)
    assert "必ず行うこと　1／5" in words(terminal)
    press(terminal, "staff_panel_close")
    open_panel(terminal, monitors)
    press(terminal, "staff_checklist")
    assert "必ず行うこと　1／5" in words(terminal), "the ticks are those of the audit file"
    press(terminal, "staff_panel_close")


def test_the_day_begins_with_a_check_and_ends_with_a_wipe_and_its_report(terminal: Terminal, monitors: XServer) -> None:
    before = visit(terminal)
    open_panel(terminal, monitors)
    press(terminal, "staff_check")
    terminal.control.wait_until("what the doctor found", lambda: "項目を見てください。" in words(terminal))
    assert "設定ファイルに誤りがあります。" in words(terminal)
    press(terminal, "staff_end_of_day")
    press(terminal, "staff_end_of_day")
    assert_ended(terminal, before, "staff_abort")
    assert [line["code"] for line in before.trail.of("day_closed")] == ["day_closed"]
    terminal.control.wait_phase("closed")
    assert "終わり方：" in words(terminal), "the day's summary is on the screen"
    press(terminal, "staff_panel_close")
    assert "本日の受付は終了しました" in words(terminal)
    assert not terminal.control.terminal()["serving"]
    assert json.loads((terminal.data / "closed.json").read_text())["closing"] == "day"
    terminal.place_card("taro")
    terminal.control.take()
    assert terminal.control.terminal()["phase"] == "closed", "it stays closed until staff open it"
    open_panel(terminal, monitors)
    press(terminal, "staff_open")
    (file,) = (terminal.data / "reports").glob("day-*.txt")
    assert "延べ支援件数" in file.read_text("utf-8")
    terminal.control.wait_phase("ready")


def test_the_lesson_sees_what_was_done_at_the_real_terminal(terminal: Terminal, monitors: XServer) -> None:
    begin_part(terminal, monitors, "incident")
    before = visit(terminal)
    reach(terminal, "browse")
    terminal.control.take()
    assert_ended(terminal, before, "card_removed")
    assert_lesson(terminal, monitors, "練習 3／4", "練習中　2／4")
    before = visit(terminal)
    walk.begin(terminal.control)
    walk.log_in(terminal.control, B)
    terminal.quit("next_customer")
    assert_ended(terminal, before, "next_customer")
    assert_card_waits(terminal)
    assert_lesson(terminal, monitors, "職員パネル", "よくできました")
    begin_part(terminal, monitors, "pin")
    before = visit(terminal)
    block_pin(terminal)
    terminal.control.wait_until("the call", lambda: terminal.control.terminal()["call"] == "pin_blocked")
    assert_lesson(terminal, monitors, "番号 P02", "練習中　3／4")
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    assert_card_waits(terminal)
    assert_lesson(terminal, monitors, "職員パネル", "よくできました")


def test_the_lesson_of_a_suspected_mix_up_is_played_to_its_end(terminal: Terminal, monitors: XServer) -> None:
    begin_part(terminal, monitors, "mixup")
    before = visit(terminal)
    walk.begin(terminal.control)
    walk.log_in(terminal.control, B)
    open_panel(terminal, monitors)
    assert "練習 2／4" in words(terminal)
    for name in ("staff_mixup", "seen_already_applied", "when_now", "mixup_send"):
        press(terminal, name)
    assert_ended(terminal, before, "suspected_mixup")
    terminal.control.wait_until("the report's line", lambda: before.trail.of("mixup_reported"))
    press(terminal, "step_officer")
    terminal.control.wait_until("the tick's line", lambda: before.trail.of("mixup_step"))
    press(terminal, "staff_panel_close")
    assert_card_waits(terminal)
    assert_lesson(terminal, monitors, "職員パネル", "よくできました")


# --- helpers ---


def begin_part(terminal: Terminal, monitors: XServer, part: str) -> None:
    """Begin this part of the lesson in the panel, and close the panel."""
    open_panel(terminal, monitors)
    for name in ("staff_lesson", f"lesson_{part}", "lesson_begin", "staff_panel_close"):
        press(terminal, name)


def assert_lesson(terminal: Terminal, monitors: XServer, first: str, then: str) -> None:
    """The opened panel says the first, and the page of the lesson the second."""
    terminal.control.wait_until("a phase", lambda: terminal.phase() in ("ready", "serving"))
    open_panel(terminal, monitors)
    assert first in words(terminal)
    press(terminal, "staff_lesson")
    assert then in words(terminal)
    press(terminal, "staff_panel_close")


def block_pin(terminal: Terminal) -> None:
    """Two wrong PINs, and a third after the person agreed."""
    walk.begin(terminal.control)
    terminal.place_card("saburo")
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin("0000")
    terminal.control.wait_until("two tries", lambda: terminal.control.customer().get("tries") == 2)
    terminal.control.enter_pin("0000")
    terminal.control.wait_stage("last_try")
    terminal.control.press("agree")
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin("0000")
    terminal.control.press("confirm_pin")


def open_panel(terminal: Terminal, monitors: XServer) -> None:
    """Press the key, enter the code and wait for the panel."""
    monitors.press("Shift_L", "F12")
    wait_covered(terminal)
    enter(terminal, STAFF_CODE)
    terminal.control.wait_until("the panel", lambda: "職員パネル" in words(terminal))


def wait_covered(terminal: Terminal) -> None:
    control = terminal.control
    control.wait_until("the pad", lambda: control.terminal()["covered"] and "職員コード" in words(terminal))


def press(terminal: Terminal, name: str) -> None:
    terminal.control.ask("supervisor", "press", name=name)


def enter(terminal: Terminal, digits: str) -> None:
    for name in (*(f"key_{digit}" for digit in digits), "staff_submit"):
        press(terminal, name)


def words(terminal: Terminal) -> str:
    return "\n".join(terminal.control.ask("supervisor", "words"))
