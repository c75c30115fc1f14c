"""A touch keyboard that tests drive: it comes when it is asked for, and lies where it was told to."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kiosk.touch_keyboard.base import Rect
from kiosk.training.remote import control
from kiosk.training.remote.on_gui import OnGui
from ui.session.page_keyboard import on_screen

if TYPE_CHECKING:
    from ui.session.session import Session


class TrainingKeyboard:
    """See ``kiosk.touch_keyboard.base.TouchKeyboard``. Answers on the control channel under the name ``keyboard``."""

    def __init__(self, session: "Session", folder: Path) -> None:
        self._session = session
        self._shown, self._asked, self._height = False, 0, 0
        self._gui = OnGui()
        control.listen(folder, "keyboard", self._handle)

    def show(self) -> None:
        """It comes."""
        self._shown, self._asked = True, self._asked + 1

    def hide(self) -> None:
        """It goes."""
        self._shown = False

    def occluded(self) -> Rect | None:
        """So much of the window, from below, and more at all sides."""
        window = on_screen(self._session.window)
        place = Rect(window.left - 50, window.bottom - self._height, window.right + 50, window.bottom + 50)
        return place if self._shown and self._height else None

    def _handle(self, command: control.Command) -> Any:
        self._height = command.get("height", self._height)
        return self._gui.run(lambda finish: finish(self._state()))

    def _state(self) -> dict[str, Any]:
        browser = self._session.browser
        page = on_screen(browser.view) if browser else None
        return {"shown": self._shown, "asked": self._asked, "place": self.occluded(), "page": page}
