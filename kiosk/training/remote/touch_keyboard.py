"""A touch keyboard for tests: it appears when the session requests it, with a height that the test sets."""

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
        self._shown, self._requests, self._height = False, 0, 0
        self._gui = OnGui()
        control.listen(folder, "keyboard", self._handle)

    def show(self) -> None:
        """Appear; each request is counted."""
        self._shown, self._requests = True, self._requests + 1

    def hide(self) -> None:
        """Disappear."""
        self._shown = False

    def occluded(self) -> Rect | None:
        """The rectangle it covers: its height from the bottom of the window, and 50 pixels beyond the other edges."""
        window = on_screen(self._session.window)
        place = Rect(window.left - 50, window.bottom - self._height, window.right + 50, window.bottom + 50)
        return place if self._shown and self._height else None

    def _handle(self, command: control.Command) -> Any:
        self._height = command.get("height", self._height)
        return self._gui.run(lambda finish: finish(self._state()))

    def _state(self) -> dict[str, Any]:
        browser = self._session.browser
        page = on_screen(browser.view) if browser else None
        return {"shown": self._shown, "requests": self._requests, "place": self.occluded(), "page": page}
