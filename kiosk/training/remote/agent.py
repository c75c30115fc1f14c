"""The control channel's agents in the session's process and in the supervisor: they press, type and report states."""

import json
import math
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
from kiosk.training.remote.on_gui import OnGui
from kiosk.training.remote.paints import Paints
from ui import style

Finish = Callable[[Any], None]
#: A control or a page element is searched this often, at this interval: at most a second.
ATTEMPTS, RETRY_MS = 50, 20
SETTLE_MS = 200


class NotThere(Exception):
    """There is no such control, or it is hidden or disabled."""


def visible_control(window: QWidget, name: str) -> QWidget:
    """The visible and enabled control of this name. Raises NotThere."""
    for widget in window.findChildren(QWidget, name):
        if widget.isVisibleTo(window) and widget.isEnabled() and window.isVisible():
            return widget
    raise NotThere(name)


def press(
    window: QWidget, name: str, finish: Finish, attempts: int = ATTEMPTS, left: Callable[[], float] = lambda: 0.0
) -> None:
    """Click in the middle of the control as soon as it can be pressed (within a second); answers with the time.

    ``left``: seconds until a press counts.
    """
    try:
        widget = visible_control(window, name)
    except NotThere as error:
        if attempts == 0:
            finish(error)
        else:
            QTimer.singleShot(RETRY_MS, lambda: press(window, name, finish, attempts - 1, left))
        return
    if left() > 0:
        QTimer.singleShot(math.ceil(left() * 1000), lambda: press(window, name, finish, attempts, left))
        return
    finish(clock.now())
    click(widget, widget.rect().center())


def click(widget: QWidget, place: QPoint) -> None:
    """Click through the native window, as a finger would: a widget that covers this one gets the click instead."""
    window = widget.window()
    handle = window.windowHandle()
    if handle is None:
        raise NotThere(widget.objectName())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=widget.mapTo(window, place))


def type_text(window: QWidget, text: str) -> None:
    """Send keys through the native window; the focused widget gets them."""
    handle = window.windowHandle()
    if handle is not None:
        for character in text:
            QTest.keyClick(handle, character)  # type: ignore[call-overload] # a character works, the stub lacks it


def press_keys(window: QWidget, keys: str) -> None:
    """Press a combination, written as ``Ctrl+Shift+I``, through the native window."""
    pressed = QKeySequence.fromString(keys)[0]  # type: ignore[index] # the stub lacks it
    QTest.keyClick(window.windowHandle(), pressed.key(), pressed.keyboardModifiers())


def turn_wheel(widget: QWidget, delta: int) -> None:
    """Turn the wheel with Ctrl held, over the middle of the widget, through the native window."""
    window, middle = widget.window(), widget.rect().center()
    place, turn = QPointF(widget.mapTo(window, middle)), QPoint(0, delta)
    control, phase = Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase
    there = QPointF(widget.mapToGlobal(middle))
    event = QWheelEvent(place, there, QPoint(), turn, Qt.MouseButton.NoButton, control, phase, False)
    QApplication.sendEvent(window.windowHandle(), event)


def click_with(widget: QWidget, place: QPoint, button: str, keys: str) -> None:
    """Click with this mouse button and modifier held, written as ``RightButton`` and ``ControlModifier``."""
    window = widget.window()
    held = Qt.KeyboardModifier[keys] if keys else Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton[button], held, widget.mapTo(window, place))


def drop_file(widget: QWidget, path: str) -> bool:
    """Drag a file over the middle of the widget; returns whether a drop would be accepted."""
    window, data = widget.window(), QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    place = widget.mapTo(window, widget.rect().center())
    event = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(window.windowHandle(), event)
    return event.isAccepted()


def words_on(window: QWidget) -> list[str]:
    """The texts of all visible labels and buttons."""
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisibleTo(window)]
    return [widget.text() for widget in shown if isinstance(widget, QLabel | QAbstractButton) and widget.text()]


def titles() -> list[str]:
    """The titles of all windows of this process."""
    return [window.title() for window in QGuiApplication.allWindows()]


class PageAgent(QObject):
    """Commands for a portal's page: click, type, run a script."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self._gui = OnGui()
        self._browser: Any = None
        self._commands: equipment.Commands = {}
        self.loaded = False
        control.listen(folder, "session", self._handle)

    def watch(self, browser: Any) -> None:
        """Set the browser whose page the commands are for."""
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

    def _do_page_eval(self, finish: Finish, script: str) -> None:
        self._browser.view.page().runJavaScript(f"JSON.stringify({script})", 0, _parsed(finish))

    def left(self) -> float:
        """Seconds until a press on the page counts (``ui.window.tap_guard``); nothing guards another window."""
        return 0.0

    def _when_open(self, then: Callable[[], None], attempts: int = ATTEMPTS) -> None:
        """Act as soon as a press on the page counts; on a page that changes all the time after some seconds."""
        if self.left() <= 0 or not attempts:
            then()
        else:
            QTimer.singleShot(min(100, math.ceil(self.left() * 1000)), lambda: self._when_open(then, attempts - 1))

    def _do_page_press(self, finish: Finish, selector: str) -> None:
        def on_place(place: Any) -> None:
            if place:
                view = self._browser.view
                self._when_open(lambda: act(QPoint(round(place[0] * view.width()), round(place[1] * view.height()))))
            else:
                finish(NotThere(selector))

        def act(place: QPoint) -> None:
            finish(True)
            self._click(place)

        self._when_open(lambda: self._query(_FIND % json.dumps(selector), on_place))

    def _do_page_fill(self, finish: Finish, selector: str, text: str) -> None:
        def on_pressed(answer: Any) -> None:
            if answer is True:
                self._type_when_focused(finish, selector, text)
            else:
                finish(answer)

        self._do_page_press(on_pressed, selector)

    def _type_when_focused(self, finish: Finish, selector: str, text: str) -> None:
        """Wait until the pressed field has the focus: a busy page gives it late, and earlier keys would be lost."""

        def on_focus(_: Any) -> None:
            type_text(self._browser.view.window(), text)
            finish(True)

        self._query(
            f"JSON.stringify(document.activeElement === document.querySelector({json.dumps(selector)}))", on_focus
        )

    def _do_renderers(self, finish: Finish) -> None:
        """The processes of the portal's page and of the page that holds its requests."""
        page, hold = self._browser.view.page(), self._browser.hold
        finish({"page": page.renderProcessPid(), "hold": hold.process, "held": hold.is_held})

    def _query(self, script: str, then: Finish, attempts: int = ATTEMPTS) -> None:
        """Run the script until its value is true, for a second at most; ``then`` gets the last value."""

        def on_found(found: Any) -> None:
            if found or attempts == 0:
                then(found)
            else:
                QTimer.singleShot(RETRY_MS, lambda: self._query(script, then, attempts - 1))

        self._browser.view.page().runJavaScript(script, QUERY_WORLD, _parsed(on_found))

    def _click(self, place: QPoint) -> None:
        click(self._browser.view, place)


class SessionAgent(PageAgent):
    """Commands for the customer's side."""

    def __init__(self, session: Any, unwatched: Any, folder: Path, modules: Sequence[str] = ()) -> None:
        self.session = session
        #: Ends the session when its supervisor is gone (``ui.session.watchdog``).
        self.unwatched = unwatched
        super().__init__(folder)
        self._commands = equipment.commands(modules, "session", self)
        session.engine_ready.connect(lambda: self.watch(session.browser))

    def left(self) -> float:
        """Seconds until a press on the page counts."""
        return float(self.session.window.guard.left(on_page=True))

    def where(self) -> str:
        """The screen shown, or "engine" while the browser engine is still starting behind the first screen."""
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
                "refused": flow.refused or "",
                "notice": flow.notice,
                "busy": flow.busy,
                "page": self.page,
                "loaded": self.loaded,
                "guarded": self.left() > 0,
                "mark": session.mark,
                "times": dict(session.times),
                "engine": session.browser is not None,
                "variant": style.variant(),
            }
        )

    def _do_press(self, finish: Finish, name: str) -> None:
        press(self.session.window, name, finish, left=self.session.window.guard.left)

    def _do_words(self, finish: Finish) -> None:
        finish(words_on(self.session.window))

    def _do_titles(self, finish: Finish) -> None:
        finish(titles())

    def _do_settle(self, finish: Finish) -> None:
        """Answers after the event loop has run for 20 ms."""
        QTimer.singleShot(RETRY_MS, lambda: finish(True))

    def _do_type(self, finish: Finish, text: str) -> None:
        finish(True)
        type_text(self.session.window, text)

    def _do_key(self, finish: Finish, keys: str) -> None:
        def act() -> None:
            finish(True)
            press_keys(self.session.window, keys)

        self._when_open(act)

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
        # The page's widget still shows an earlier frame: wait for the next ones.
        QTimer.singleShot(SETTLE_MS, lambda: finish(self.session.window.grab().save(path)))


#: A separate JavaScript world for queries, so that they share no objects with the page.
QUERY_WORLD = 2
_FIND = """(() => {
  const found = document.querySelector(%s);
  if (!found || found.disabled || document.readyState === "loading" || document.hidden) return "null";
  if (!performance.getEntriesByName("first-paint").length) return "null"; // input before it is dropped by the engine
  found.scrollIntoView({block: "center"});
  const box = found.getBoundingClientRect();
  // Parts of the page's width and height: its pixels are not those of the screen.
  const place = [(box.x + box.width / 2) / innerWidth, (box.y + box.height / 2) / innerHeight];
  return JSON.stringify(box.width ? place : null);
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
        self.folder = folder
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
                "call": str(state.call or ""),
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
        """Change time limits (seconds), so that a drill does not have to wait for the real ones."""
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
