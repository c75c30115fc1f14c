"""The customer's one window: header, line of steps, the screens and footer, and screens that cover all of it."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.screens.attract import AttractScreen
from ui.screens.screen import Screen
from ui.widgets import controls
from ui.widgets.focus_ring import ring_of
from ui.window.footer import Footer
from ui.window.guide_strip import Words
from ui.window.header import Header
from ui.window.menus import LanguageMenu, LookMenu
from ui.window.session_bar import SessionBar
from ui.window.tap_guard import TapGuard
from ui.window.too_small import TooSmall
from ui.window.training_tab import TrainingTab

if TYPE_CHECKING:
    from ui.flow.events import Event
    from ui.screens.browse import BrowseScreen

S = TypeVar("S", bound=Screen)


class Screens(Mapping[str, Screen]):
    """All screens by name. A screen is made at its first use."""

    def __init__(self, on_made: Callable[[Screen], None]) -> None:
        self._made: dict[str, Screen] = {}
        self._on_made = on_made

    def __getitem__(self, name: str) -> Screen:
        if name not in self._made:
            self._made[name] = made = _class_of(name)()
            self._on_made(made)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_registry())

    def __len__(self) -> int:
        return len(_registry())

    def made(self) -> tuple[str, ...]:
        """The names of the screens made so far."""
        return tuple(self._made)


class ScreenStack(QStackedWidget):
    """A stack of screens. Its size hints are zero, so that no screen makes the window larger than the monitor."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Zero: no screen enlarges the window."""
        return QSize(0, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Zero: the stack takes the room it is given."""
        return QSize(0, 0)


def _registry() -> Mapping[str, type[Screen]]:
    """The classes of all screens. Imported at the second screen: the first one must not wait for them."""
    from ui.screens.registry import SCREENS

    return SCREENS


def _class_of(name: str) -> type[Screen]:
    return AttractScreen if name == AttractScreen.name else _registry()[name]


def _browse() -> "type[BrowseScreen]":
    """The class of the browse screen, imported at its first use like every screen but the first."""
    from ui.screens.browse import BrowseScreen

    return BrowseScreen


class SessionWindow(QWidget):
    """Shows one screen at a time and posts the person's actions. It decides nothing."""

    #: An event of the flow, from a button of the window or posted by a screen.
    posted = Signal(object)
    look_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("session_window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._current: Screen | None = None
        self._below: Screen | None = None
        self._place, self._is_training = ("", "", ""), False
        self._menu: LanguageMenu | LookMenu | None = None
        self.guard = TapGuard(self)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        self._build()
        self.show_screen("attract")

    def _build(self) -> None:
        self._stack, self._layers = ScreenStack(), ScreenStack()
        self._behind: set[QObject] = set()
        self._chrome = QWidget()
        self._chrome.setObjectName("chrome")
        self._header, self._steps, self._footer = Header(), SessionBar(), Footer()
        self._training, self._too_small = TrainingTab(self), TooSmall(self)
        self.screens = Screens(self._add_screen)
        self._lay_out()
        self._connect()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Empty the window, let the caller change the tokens, then build all widgets anew before the next paint.

        Restyling about a hundred old widgets would take 0.1 s. The page's widget is kept. Afterwards the screens are
        empty: the caller fills them and sets mark and step again.
        """
        shown = [name for name in (self.below_name(), self.current_name()) if name]
        self._close_menu()
        self._drop_focus()
        view = self.screen_of(_browse()).take_view() if "browse" in self.screens.made() else None
        if view is not None:
            view.setParent(self)
        self._paint_later()
        self._empty()
        yield
        self._build()
        if view is not None:
            self.screen_of(_browse()).set_view(view)
        self._header.set_place(*self._place)
        self.set_training(self._is_training)
        for name in shown:
            self.show_screen(name)

    def _empty(self) -> None:
        """Delete the widgets now: those deleted later would still be restyled."""
        self._outer.removeWidget(self._layers)
        sheets = [screen for name in self.screens.made() if (screen := self.screens[name]).is_sheet]
        self._current, self._below = None, None
        for widget in (self._layers, self._training, self._too_small, *sheets):
            widget.hide()
            widget.deleteLater()
            QCoreApplication.sendPostedEvents(widget, QEvent.Type.DeferredDelete.value)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._chrome)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._header)
        inside.addWidget(self._steps)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._footer)
        self._layers.addWidget(self._chrome)
        self._outer.addWidget(self._layers)

    def _connect(self) -> None:
        self._header.staff_called.connect(self.on_staff_called)
        self._header.language_pressed.connect(self.on_language_pressed)
        self._header.look_pressed.connect(self.on_look_pressed)
        self._header.laid_out.connect(self._hang_training)
        self._footer.quit_pressed.connect(self.on_quit_pressed)
        self._footer.back_pressed.connect(self.on_back_pressed)

    def _add_screen(self, screen: Screen) -> None:
        screen.installEventFilter(self)
        screen.posted.connect(self.posted)
        if screen.is_sheet:
            screen.hide()
            screen.setParent(self)
        else:
            (self._layers if screen.covers else self._stack).addWidget(screen)
        if isinstance(screen, AttractScreen):
            screen.language_chosen.connect(self.on_language_chosen)

    def _paint_later(self) -> None:
        """Paint everything in a later turn of the event loop, so that touches made meanwhile are handled first.

        Not done by switching updates off and on: an update request that arrives while they are off is dropped, and Qt
        then waits for it for ever (Qt 6.12 on X11: the screen kept its old language).
        """
        self.update()

    def eventFilter(self, screen: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep a change of language from hidden screens until they are shown, so that the change is quick."""
        if screen in (self._current, self._below) or not controls.is_language_change(event):
            return False
        self._behind.add(screen)
        return True

    def screen_of(self, kind: type[S]) -> S:
        """The screen of this class. Raises TypeError if its name belongs to another class."""
        found = self.screens[kind.name]
        if not isinstance(found, kind):
            raise TypeError(kind.name)
        return found

    def show_screen(self, name: str) -> None:
        """Show this screen and focus its main control; nothing happens when it is shown already. Raises KeyError."""
        screen = self.screens[name]
        if screen is self._current:
            return
        self._close_menu()
        self._drop_focus()
        self._change_to(screen)
        self._catch_up(screen)
        self._show_current(screen)
        controls.settle(self)
        self._place_overlays()
        screen.entered()
        self.guard.screen_changed()

    def _change_to(self, screen: Screen) -> None:
        """Make this the current screen; a sheet keeps the one before it visible."""
        if self._current is not None and self._current.is_sheet:
            self._current.hide()
        self._below = self._current if screen.is_sheet else None
        self._current = screen

    def _catch_up(self, screen: Screen) -> None:
        if screen in self._behind:
            self._behind.discard(screen)
            QCoreApplication.sendEvent(screen, QEvent(QEvent.Type.LanguageChange))
            self._paint_later()

    def _drop_focus(self) -> None:
        """Clear the focus: Qt would move it from a hidden control to the next one; the new screen sets it itself."""
        ring_of(self).release()
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()

    def _show_current(self, screen: Screen) -> None:
        if screen.is_sheet:
            screen.show()
            return
        if screen.covers:
            self._layers.setCurrentWidget(screen)
            return
        self._stack.setCurrentWidget(screen)
        self._layers.setCurrentWidget(self._chrome)
        self._steps.setVisible(screen.has_steps)
        self.fit_footer()

    def fit_footer(self) -> None:
        """Show or hide the footer as the shown screen wants it now."""
        if self._current is not None and not self._current.covers:
            self._footer.setVisible(self._current.wants_footer())

    def current_name(self) -> str:
        """The name of the shown screen."""
        return self._current.name if self._current is not None else ""

    def below_name(self) -> str:
        """The name of the screen under a sheet; "" without a sheet."""
        return self._below.name if self._below is not None else ""

    def set_place(self, city: str, window: str, terminal: str) -> None:
        """Show city, window and terminal in the header."""
        self._place = (city, window, terminal)
        self._header.set_place(city, window, terminal)

    def set_step(self, number: int, total: int, label: str) -> None:
        """Show step ``number`` of ``total``; a total of 0 shows nothing."""
        self._steps.set_step(number, total, label)

    def set_part(self, names: tuple[str, ...], now: int) -> None:
        """Show the five named steps with step ``now``, counted from 0, as the current one; -1 shows none."""
        self._steps.set_names(names, now)

    def set_quit(self, offered: bool) -> None:
        """Show or hide 「やめる」."""
        self._footer.set_quit(offered)

    def set_back(self, offered: bool) -> None:
        """Show or hide 「もどる」."""
        self._footer.back.setVisible(offered)

    def lead(self, words: Words) -> None:
        """Show in the footer where to press on the page."""
        self._footer.lead(words)

    def set_mark(self, mark: str) -> None:
        """Show the session mark; "" hides it."""
        self._steps.set_mark(mark)
        controls.settle(self._steps)

    def set_training(self, training: bool) -> None:
        """Show or hide the tab 「研修用」."""
        self._is_training = training
        self._training.setVisible(training)
        self._place_overlays()

    def post(self, event: "Event") -> None:
        """Emit an event of the flow."""
        self.posted.emit(event)

    def on_staff_called(self) -> None:
        """Post that 「職員を呼ぶ」 was pressed."""
        from ui.flow.events import StaffPressed

        self.post(StaffPressed())

    def on_back_pressed(self) -> None:
        """Post that 「もどる」 below a question was pressed."""
        from ui.flow.events import WentBack

        self.post(WentBack())

    def on_quit_pressed(self) -> None:
        """Post that 「やめる」 was pressed."""
        from ui.flow.events import QuitPressed

        self.post(QuitPressed())

    def on_language_pressed(self) -> None:
        """Open the menu of languages under its button."""
        self._close_menu()
        self._menu = LanguageMenu(self, self._header.language)
        self._menu.chosen.connect(self.on_language_chosen)
        self._menu.closed.connect(self._close_menu)

    def on_look_pressed(self) -> None:
        """Open the menu of letter size and contrast under its button."""
        self._close_menu()
        self._menu = LookMenu(self, self._header.look)
        self._menu.chosen.connect(self.look_changed)
        self._menu.closed.connect(self._close_menu)

    def on_language_chosen(self, language: str) -> None:
        """Close the menu and post the chosen language."""
        from ui.flow.events import LanguageChosen

        self._close_menu()
        self.post(LanguageChosen(language))

    def _close_menu(self) -> None:
        if self._menu is not None:
            menu, self._menu = self._menu, None
            menu.leave()
            menu.deleteLater()

    def _hang_training(self) -> None:
        covered = self._current is not None and self._current.covers
        self._training.hang(None if covered else self._header.gap())

    def _place_overlays(self) -> None:
        self._hang_training()
        if self._current is not None and self._current.is_sheet:
            below_header = self.rect().adjusted(0, self._header.height(), 0, 0)
            self._current.setGeometry(below_header)
            self._current.raise_()
        if self._menu is not None:
            self._menu.setGeometry(self.rect())
            self._menu.raise_()
        ring_of(self).place()
        self._too_small.fit(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back from whatever lies over the stage; the flow decides."""
        if event.key() == Qt.Key.Key_Escape:
            from ui.flow.events import OverlayLeft

            self.post(OverlayLeft())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the overlays again."""
        super().resizeEvent(event)
        self._place_overlays()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Place the overlays again after a change of language, since text widths change; paint in the next turn."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self._place_overlays()
            self._paint_later()
