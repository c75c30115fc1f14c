"""The control channel's hand inside the session process and inside the supervisor: presses, types, looks."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QGuiApplication, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from kiosk.system import clock
from kiosk.training.base import equipment
from kiosk.training.remote import control
from kiosk.training.remote.hearing import is_heard
from kiosk.training.remote.on_gui import OnGui
from kiosk.training.remote.paints import Paints
from ui import style

Finish = Callable[[Any], None]
LOOKS = 50
SETTLE_MS = 200
LOOK_MS = 20


class NotThere(Exception):
    """No such control, or nobody could press it: hidden, disabled, covered."""


def visible_control(window: QWidget, name: str) -> QWidget:
    """The control of that name, if a person could press it now."""
    for widget in window.findChildren(QWidget, name):
        if widget.isVisibleTo(window) and widget.isEnabled() and window.isVisible():
            return widget
    raise NotThere(name)


def press(window: QWidget, name: str, finish: Finish, looks: int = LOOKS) -> None:
    """Click in the middle of the control, as soon as it can be pressed (at most a second); answers when it was."""
    try:
        widget = visible_control(window, name)
    except NotThere as error:
        if looks == 0:
            finish(error)
        else:
            QTimer.singleShot(LOOK_MS, lambda: press(window, name, finish, looks - 1))
        return
    finish(clock.now())
    click(widget, widget.rect().center())


def click(widget: QWidget, place: QPoint) -> None:
    """Through the native window, as a finger would: what lies over the control gets the click instead."""
    window = widget.window()
    handle = window.windowHandle()
    if handle is None:
        raise NotThere(widget.objectName())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=widget.mapTo(window, place))


def type_text(window: QWidget, text: str) -> None:
    """Keys through the native window; whatever has the focus gets them."""
    handle = window.windowHandle()
    if handle is not None:
        for character in text:
            QTest.keyClick(handle, character)  # type: ignore[call-overload] # a character works, the stub lacks it


def press_keys(window: QWidget, keys: str) -> None:
    """One combination, written as ``Ctrl+Shift+I``, through the native window."""
    pressed = QKeySequence.fromString(keys)[0]  # type: ignore[index] # the stub lacks it
    QTest.keyClick(window.windowHandle(), pressed.key(), pressed.keyboardModifiers())


def turn_wheel(widget: QWidget, delta: int) -> None:
    """The wheel with Ctrl held, over the middle of the widget, through the native window."""
    window, middle = widget.window(), widget.rect().center()
    place, turn = QPointF(widget.mapTo(window, middle)), QPoint(0, delta)
    control, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    there = QPointF(widget.mapToGlobal(middle))
    event = QWheelEvent(place, there, QPoint(), turn, Qt.MouseButton.NoButton, control, phase, False)
    QApplication.sendEvent(window.windowHandle(), event)


def click_with(widget: QWidget, place: QPoint, button: str, keys: str) -> None:
    """Click with a button of the mouse and keys held, written as ``RightButton`` and ``ControlModifier``."""
    window = widget.window()
    held = Qt.KeyboardModifier[keys] if keys else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton[button], held, widget.mapTo(window, place))


def drop_file(widget: QWidget, path: str) -> bool:
    """Drag a file over the middle of the widget; whether anything there would take it."""
    window, data = widget.window(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    place = widget.mapTo(window, widget.rect().center())
    event = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def words_on(window: QWidget) -> list[str]:
    """Every text that a person can read on it now."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window)]
    return [widget.text() for widget in shown if isinstance(widget, QLabel | QAbstractButton) and widget.text()]


def titles() -> list[str]:
    """The titles of all windows of this process."""
    return [window.title() for window in QGuiApplication.allWindows()]


class PageAgent(QObject):
    """Commands for a portal's page: click, type, look."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._gui = OnGui()
        self._browser: Any = None
        self._commands: equipment.Commands = {}
        self.loaded = False
        control.listen(folder, "session", self._handle)

    def watch(self, browser: Any) -> None:
        """The page to work on."""
        self._browser = browser
        page = browser.view.page()
        page.loadStarted.connect(lambda: setattr(self, "loaded", False))
        page.loadFinished.connect(lambda ok: setattr(self, "loaded", ok))

    @property
    def page(self) -> str:
        """The path of the page's address."""
        return urlsplit(self._browser.view.url().toString()).path if self._browser else ""

    def _handle(self, command: control.Command) -> Any:
        name = command.pop("do")
        do = self._commands.get(name) or getattr(self, f"_do_{name}")
        return self._gui.run(lambda finish: do(finish, **command))

    def _do_page_heard(self, finish: Finish) -> None:
        finish(is_heard(self._browser.view))

    def _do_page_eval(self, finish: Finish, script: str) -> None:
        self._browser.view.page().runJavaScript(f"JSON.stringify({script})", 0, _parsed(finish))

    def _do_page_press(self, finish: Finish, selector: str) -> None:
        def on_place(place: Any) -> None:
            if not place:
                finish(NotThere(selector))
                return
            finish(True)
            self._click(QPoint(round(place[0]), round(place[1])))

        self._look(_FIND % json.dumps(selector), on_place)

    def _do_page_fill(self, finish: Finish, selector: str, text: str) -> None:
        def on_pressed(answer: Any) -> None:
            if answer is True:
                self._type_when_focused(finish, selector, text)
            else:
                finish(answer)

        self._do_page_press(on_pressed, selector)

    def _type_when_focused(self, finish: Finish, selector: str, text: str) -> None:
        """A busy page takes its time to give the pressed field the focus; keys before that would be lost."""

        def on_focus(_: Any) -> None:
            type_text(self._browser.view.window(), text)
            finish(True)

        self._look(
            f"JSON.stringify(document.activeElement === document.querySelector({json.dumps(selector)}))", on_focus
        )

    def _look(self, script: str, then: Finish, looks: int = LOOKS) -> None:
        """What the script says of the page, as soon as that is something; after a second whatever it says."""

        def on_found(found: Any) -> None:
            if found or looks == 0:
                then(found)
            else:
                QTimer.singleShot(LOOK_MS, lambda: self._look(script, then, looks - 1))

        self._browser.view.page().runJavaScript(script, LOOKING_WORLD, _parsed(on_found))

    def _click(self, place: QPoint) -> None:
        click(self._browser.view, place)


class SessionAgent(PageAgent):
    """Commands for the customer's side."""

    def __init__(self, session: Any, unwatched: Any, folder: Path, modules: Sequence[str] = ()) -> None:
        self.session = session
        #: What ends the session when nobody watches over it.
        self.unwatched = unwatched
        super().__init__(folder)
        self._commands = equipment.commands(modules, "session", self)
        session.engine_ready.connect(lambda: self.watch(session.browser))

    def where(self) -> str:
        """The screen; until the engine is there, that, since it starts behind the first screen."""
        session = self.session
        return str(session.flow.overlay or session.flow.stage) if session.browser else "engine"

    def _do_state(self, finish: Finish) -> None:
        session, flow = self.session, self.session.flow
        finish(
            {
                "stage": str(flow.stage),
                "overlay": str(flow.overlay),
                "shown": str(flow.overlay or flow.stage),
                "tries": flow.tries,
                "result": str(flow.result or ""),
                "failure": flow.failure or "",
                "notice": flow.notice,
                "busy": flow.busy,
                "page": self.page,
                "loaded": self.loaded,
                "mark": session.mark,
                "times": dict(session.times),
                "engine": session.browser is not None,
                "look": style.variant(),
            }
        )

    def _do_press(self, finish: Finish, name: str) -> None:
        press(self.session.window, name, finish)

    def _do_words(self, finish: Finish) -> None:
        finish(words_on(self.session.window))

    def _do_titles(self, finish: Finish) -> None:
        finish(titles())

    def _do_settle(self, finish: Finish) -> None:
        """Answers when the event loop has turned for a while."""
        QTimer.singleShot(LOOK_MS, lambda: finish(True))

    def _do_type(self, finish: Finish, text: str) -> None:
        finish(True)
        type_text(self.session.window, text)

    def _do_key(self, finish: Finish, keys: str) -> None:
        finish(True)
        press_keys(self.session.window, keys)

    def _do_wheel(self, finish: Finish, delta: int) -> None:
        finish(True)
        turn_wheel(self._browser.view, delta)

    def _do_click_with(self, finish: Finish, button: str, keys: str, x: int, y: int) -> None:
        finish(True)
        click_with(self._browser.view, QPoint(x, y), button, keys)

    def _do_drop(self, finish: Finish, path: str) -> None:
        finish(drop_file(self._browser.view, path))

    def _do_windows(self, finish: Finish) -> None:
        finish([type(window).__name__ for window in QApplication.topLevelWidgets() if window.isVisible()])

    def _do_screenshot(self, finish: Finish, path: str) -> None:
        # The page's widget shows what it was given before: its next frames are waited for.
        QTimer.singleShot(SETTLE_MS, lambda: finish(self.session.window.grab().save(path)))


#: A world of its own for looking at the page, so that nothing of the page's can be touched by it.
LOOKING_WORLD = 2
_FIND = """(() => {
  const found = document.querySelector(%s);
  if (!found || found.disabled || document.readyState === "loading") return "null";
  found.scrollIntoView({block: "center"});
  const box = found.getBoundingClientRect();
  return JSON.stringify(box.width ? [box.x + box.width / 2, box.y + box.height / 2] : null);
})()"""


def _parsed(finish: Finish) -> Callable[[Any], None]:
    return lambda raw: finish(json.loads(raw) if raw else None)


class SupervisorAgent(QObject):
    """Commands for the terminal's side."""

    def __init__(
        self,
        supervisor: Any,
        curtain: QWidget,
        folder: Path,
        on_key: Callable[[], None],
        modules: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self.supervisor = supervisor
        self.curtain = curtain
        self._paints = Paints(curtain)
        self._on_key = on_key
        self._gui = OnGui()
        self._commands = equipment.commands(modules, "supervisor", self)
        control.listen(folder, "supervisor", self._handle)

    def _handle(self, command: control.Command) -> Any:
        name = command.pop("do")
        do = self._commands.get(name) or getattr(self, f"_do_{name}")
        return self._gui.run(lambda finish: do(finish, **command))

    def _do_state(self, finish: Finish) -> None:
        supervisor, state = self.supervisor, self.supervisor.state
        serving, spare = supervisor.host.serving, supervisor.host.spare
        finish(
            {
                "phase": str(state.phase),
                "session": state.session,
                "reason": str(state.reason or ""),
                "failure": state.failure or "",
                "reader": str(state.reader),
                "receipts": [{**receipt.to_json(), "session": session} for session, receipt in supervisor.receipts],
                "serving": serving.pid if serving else 0,
                "spare": spare.pid if spare else 0,
                "covered": self.curtain.isVisible(),
                "times": dict(self._paints.times),
            }
        )

    def where(self) -> str:
        """The phase of the lifecycle."""
        return str(self.supervisor.state.phase)

    def _do_limits(self, finish: Finish, **changes: float) -> None:
        """Other time limits from now on, so that a drill need not wait for the real ones."""
        state = self.supervisor.state
        self.supervisor.state = replace(state, limits=replace(state.limits, **changes))
        finish(True)

    def _do_press(self, finish: Finish, name: str) -> None:
        press(self.curtain, name, finish)

    def _do_words(self, finish: Finish) -> None:
        finish(words_on(self.curtain))

    def _do_titles(self, finish: Finish) -> None:
        finish(titles())

    def _do_screenshot(self, finish: Finish, path: str) -> None:
        finish(self.curtain.isVisible() and self.curtain.grab().save(path))

    def _do_hardware_key(self, finish: Finish) -> None:
        self._on_key()
        finish(True)

    def _do_stop(self, finish: Finish) -> None:
        finish(True)
        QTimer.singleShot(0, self.supervisor.stop)
