"""The line above the screens shows the step and the number of steps: the kiosk's own and the portal's."""

from typing import Any

import pytest

import resources
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.protocol.messages import SessionTimers
from kiosk.secret import Pin
from ui.flow.events import Overlay, Purpose, Stage
from ui.flow.step import Flow
from ui.screens.content import Content
from ui.session import display
from ui.window.session_bar import SessionBar
from ui.window.window import SessionWindow

PORTAL = "https://portal.example.jp"
CHECKING: dict[str, Any] = {"asked": Purpose.GATE_CHECK, "logged_in": True, "tries": 3}


def step_name(window: SessionWindow, procedure: str, url: str = "", **flow: Any) -> str:
    """The accessible name of the line."""
    made = load_procedure(resources.path("procedures", f"{procedure}.toml"), TRAINING_ORIGIN)
    timers = SessionTimers(idle=90, warning=30, pin_idle=60, completion=60, check_window=120, absolute=1800)
    display.show(
        window, Content(Flow(procedure=made.id, **flow), {made.id: made}, Pin(), timers, "umbrella", "", url=url)
    )
    (line,) = window.findChildren(SessionBar)
    return line.accessibleName()


@pytest.mark.parametrize(
    ("procedure", "number", "total"), [("example", 7, 8), ("training/points", 6, 7), ("training/status", 6, 7)]
)
def test_the_check_screen_has_its_place_in_every_shipped_procedure(
    window: SessionWindow, procedure: str, number: int, total: int
) -> None:
    assert (
        step_name(window, procedure, stage=Stage.CHECK, **CHECKING)
        == f"全{total}ステップのうち{number}：もう一度の確認"
    )


def test_the_last_try_of_the_check_is_at_the_check(window: SessionWindow) -> None:
    assert step_name(window, "example", stage=Stage.LAST_TRY, **CHECKING) == "全8ステップのうち7：もう一度の確認"


def test_a_page_of_the_portal_has_the_name_of_the_procedure(window: SessionWindow) -> None:
    assert step_name(window, "example", f"{PORTAL}/apply/done", stage=Stage.BROWSE) == "全8ステップのうち8：おわり"


def test_what_lies_over_the_stage_is_no_step(window: SessionWindow) -> None:
    assert step_name(window, "example", stage=Stage.PREPARE, overlay=Overlay.STAFF_CALLED) == ""
