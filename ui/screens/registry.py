"""The screen class of each stage and overlay. It imports all of them, so it is imported after the first paint."""

from collections.abc import Mapping

from ui.flow.events import Overlay, Stage
from ui.screens.attract import AttractScreen
from ui.screens.browse import BrowseScreen
from ui.screens.choose import ChooseScreen
from ui.screens.enter_pin import CheckScreen, EnterPinScreen
from ui.screens.extend import ExtendLastTryScreen, ExtendScreen
from ui.screens.idle_warning import IdleWarningScreen, LimitWarningScreen
from ui.screens.last_try import LastTryScreen
from ui.screens.place_card import PlaceCardScreen
from ui.screens.prepare import PrepareScreen
from ui.screens.problem import ProblemScreen
from ui.screens.quit_sheet import QuitSheet
from ui.screens.screen import Screen
from ui.screens.staff_called import StaffCalledScreen

SCREENS: Mapping[str, type[Screen]] = {
    Stage.ATTRACT: AttractScreen,
    Stage.CHOOSE: ChooseScreen,
    Stage.PREPARE: PrepareScreen,
    Stage.PLACE_CARD: PlaceCardScreen,
    Stage.LAST_TRY: LastTryScreen,
    Stage.ENTER_PIN: EnterPinScreen,
    Stage.CHECK: CheckScreen,
    Stage.BROWSE: BrowseScreen,
    Stage.PROBLEM: ProblemScreen,
    Overlay.IDLE_WARNING: IdleWarningScreen,
    Overlay.LIMIT_WARNING: LimitWarningScreen,
    Overlay.EXTEND: ExtendScreen,
    Overlay.EXTEND_LAST_TRY: ExtendLastTryScreen,
    Overlay.QUIT_SHEET: QuitSheet,
    Overlay.STAFF_CALLED: StaffCalledScreen,
}
