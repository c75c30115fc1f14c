"""Staff are called: what the whole room reads on the real screen, what is written down, and how the call ends."""

import pytest
from PySide6.QtGui import QColor, QImage

from kiosk.training.base.settings import STAFF_CODE
from kiosk.training.remote import walk
from tests.support.terminal import Terminal, assert_ended, reach, visit
from tests.support.xserver import MONITOR, Picture, XServer
from ui import style

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Part of the screen's height that letters for the whole room have at least.
LEAST = 0.06


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True}


def letters_on_board(image: QImage) -> float:
    """The height of what is white between the left and right edge of the blue board, as a part of the screen."""
    blue = QColor(style.load_tokens().colour.main).rgb()
    middle = round(image.width() * 0.18)
    rows = [row for row in range(image.height()) if image.pixel(middle, row) == blue]
    if len(rows) < image.height() // 4:
        return 0.0
    white = [row for row in range(rows[0], rows[-1]) if _has_white(image, row, middle)]
    lowest = [row for row in white if row > rows[0] + (rows[-1] - rows[0]) * 0.35]
    return len(lowest) / image.height()


def _has_white(image: QImage, row: int, middle: int) -> bool:
    return any(image.pixelColor(middle + by, row).lightness() > 240 for by in range(-90, 91, 3))


def wait_for_board(terminal: Terminal, screen: Picture) -> None:
    terminal.control.wait_until(
        "the terminal's number in large letters", lambda: letters_on_board(screen.image(*MONITOR)) >= LEAST, 10
    )


def lines_of(terminal: Terminal, since: int) -> list[str]:
    return [line["code"] for line in terminal.trail.lines()[since:]]


def test_a_person_calls_and_goes_back(terminal: Terminal, screen: Picture) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.press("call_staff")
    wait_for_board(terminal, screen)
    (rings,) = terminal.control.wait_until("the call", lambda: before.trail.of("call_rings"))
    assert rings["call"] == "person"
    assert terminal.control.terminal()["call"] == "person"
    terminal.control.press("back")
    terminal.control.wait_stage("browse")
    (answered,) = terminal.control.wait_until("its end", lambda: before.trail.of("call_answered"))
    assert answered["by"] == "person"
    assert not terminal.control.terminal()["call"]


def test_staff_answer_by_touch_alone_and_read_why(terminal: Terminal, screen: Picture) -> None:
    """There is no keyboard: 「職員の方」 on the person's screen opens the panel."""
    reach(terminal, "enter_pin")
    before = visit(terminal)
    terminal.control.press("call_staff")
    wait_for_board(terminal, screen)
    terminal.control.press("staff_entry")
    for name in (*(f"key_{digit}" for digit in STAFF_CODE), "staff_submit"):
        terminal.control.ask("supervisor", "press", name=name)
    (answered,) = terminal.control.wait_until("its end", lambda: before.trail.of("call_answered"))
    assert answered["by"] == "staff"
    assert "利用者が「職員を呼ぶ」を押しました" in "\n".join(terminal.control.ask("supervisor", "words"))
    terminal.control.ask("supervisor", "press", name="staff_panel_close")
    terminal.control.press("back")
    terminal.control.wait_stage("enter_pin")


def test_a_blocked_pin_calls_and_the_room_does_not_read_why(terminal: Terminal, screen: Picture) -> None:
    reach(terminal, "place_card")
    before = visit(terminal)
    terminal.place_card("pin_blocked")
    wait_for_board(terminal, screen)
    assert "暗証番号" not in "\n".join(terminal.control.ask("session", "words"))
    (rings,) = terminal.control.wait_until("the call", lambda: before.trail.of("call_rings"))
    assert rings["call"] == "pin_blocked"
    terminal.control.press("back")
    terminal.control.wait_until("what happened", lambda: terminal.shown() == "problem")
    terminal.control.press("end")
    assert_ended(terminal, before, "card_unusable")


def test_a_forgotten_card_calls_and_its_return_ends_the_call(terminal: Terminal, screen: Picture) -> None:
    terminal.control.ask("supervisor", "limits", forgotten=0.5)
    reach(terminal, "enter_pin")
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    wait_for_board(terminal, screen)
    assert "お取りください" not in "\n".join(terminal.control.ask("supervisor", "words")), "an invitation to strangers"
    assert before.trail.of("call_rings")[-1]["call"] == "card_left"
    terminal.control.take()
    terminal.control.wait_phase("ready")
    assert before.trail.of("call_answered")[-1]["by"] == "event"
    terminal.control.ask("supervisor", "limits", forgotten=30.0)


def test_after_a_suspected_mixup_nobody_is_served_before_staff_came(terminal: Terminal, screen: Picture) -> None:
    reach(terminal, "place_card")
    before = visit(terminal)
    terminal.control.ask("supervisor", "fault", name="want_end", reason="suspected_mixup")
    assert_ended(terminal, before, "suspected_mixup")
    wait_for_board(terminal, screen)
    assert terminal.control.terminal()["phase"] == "take_card"
    walk.answer_call(terminal.control)
    terminal.control.wait_phase("ready")
