"""The curtain: it covers a monitor at once and shows in large letters what happens."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from kiosk.desk import PublicDesk
from kiosk.failures import Failure
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.reports.paper import Printed
from kiosk.told import NOTHING, Told
from kiosk.vocabulary import Closing, EndReason
from kiosk.wipe.receipt import StepResult
from ui import style
from ui.ends import slip
from ui.ends.call_page import CallPage
from ui.ends.words import Place
from ui.terminal.backdrop import FRAMELESS, geometry_of
from ui.terminal.closed_page import ClosedPage
from ui.terminal.curtain_pages import CurtainPages
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.window.header import PlaceHeader
from ui.window.training_tab import TrainingTab

#: Pages with the control that opens the staff panel; the others are shown only while something runs.
WITH_STAFF_CONTROL = ("take_card", "staff_called", "closed", "unavailable", "out_of_service")
PAGES = ("starting", "away", "wiping", "take_card", "staff_called", "closed", "unavailable", "out_of_service")


class Curtain(QWidget):
    """Covers one monitor, or a rectangle for a demo in a window. Its window flags never change.

    ``cover`` shows it, ``uncover`` hides it, and every ``show_…`` page covers as well: no call changes the page and
    leaves the monitor uncovered. Only the curtain of the primary monitor has pages. The others are plain and never take
    the keyboard focus, because they may appear while somebody types.
    """

    #: Emitted at the first paint after ``cover``, once it has reached the window system.
    painted = Signal()
    #: A staff code was typed; fetch it with ``take_code``.
    code_entered = Signal()
    #: The staff control was pressed; and: the staff panel is no longer shown, for whatever reason.
    staff_wanted = Signal()
    staff_left = Signal()
    #: Pressed beside the words of an end: 「もう少し見る」, 「分かりました」, 「職員が確認しました」.
    longer_wanted = Signal()
    notice_read = Signal()
    notice_seen = Signal()
    #: 「控えを印刷する」: the text of the slip, and its language.
    slip_wanted = Signal(str, str)

    def __init__(
        self,
        screen: QScreen | None = None,
        *,
        geometry: QRect | None = None,
        fullscreen: bool = True,
        pages: bool = True,
    ) -> None:
        quiet = Qt.WindowType(0) if pages else Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, FRAMELESS | Qt.WindowType.WindowStaysOnTopHint | quiet)
        self.setObjectName("curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not pages)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pages else Qt.FocusPolicy.NoFocus)
        self._screen, self._geometry = screen, None if fullscreen else geometry
        self._page = "starting"
        self._painted, self._has_pages = False, pages
        #: Staff are at work on their panel: a page of the lifecycle does not close it.
        self.keeps_staff = False
        self._pages, self._layers = CurtainPages(), QStackedWidget()
        #: Pages with a layout of their own; all others are those of ``CurtainPages``.
        self._called, self._closed = CallPage(), ClosedPage()
        self._own: dict[str, CallPage | ClosedPage] = {"staff_called": self._called, "closed": self._closed}
        self._stack = QStackedWidget()
        self._staff_control = Button("staff_panel", "link", self)
        self._staff_control.hide()
        self._training, self._header = TrainingTab(self), PlaceHeader()
        if pages:
            self._lay_out()
        self._place()

    def _lay_out(self) -> None:
        self._pages.unlock.entered.connect(self.code_entered)
        self._pages.longer_wanted.connect(self.longer_wanted)
        self._pages.notice_read.connect(self.notice_read)
        self._pages.notice_seen.connect(self.notice_seen)
        self._pages.slip_wanted.connect(self.slip_wanted)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        for page in (self._pages, *self._own.values()):
            self._stack.addWidget(page)
        public = QWidget()
        public.setLayout(controls.column(self._header, self._stack, space=0))
        self._layers.addWidget(public)
        outer.addWidget(self._layers)
        self._staff_control.say("職員")
        # In the margin: it keeps its size when the words of an end are in a person's large letters.
        self._staff_control.setStyleSheet(f"font-size: {style.tokens().type.small}px")
        self._staff_control.adjustSize()
        self._staff_control.clicked.connect(self.staff_wanted)
        self._training.raise_()

    # --- covering ---

    def cover(self, page: str | None = None) -> None:
        """Cover the monitor now, with this page or the last one.

        A curtain with pages takes the keyboard focus, unless staff are at work on their panel.

        Raises ValueError for an unknown page.
        """
        if page is not None and page not in PAGES:
            raise ValueError(page)
        self._painted = False
        self._page = page or self._page
        if self._page != "take_card":
            self._wear(NOTHING)
        if self._has_pages:
            shown = self._own.get(self._page, self._pages)
            self._stack.setCurrentWidget(shown)
            self.setAccessibleName(shown.title())
        if not self.keeps_staff:
            self.leave_staff()
        opens = self._has_pages and self._page in WITH_STAFF_CONTROL
        self._staff_control.setVisible(opens and not self.shows_staff())
        self._staff_control.raise_()
        self._show_over_all()

    def _show_over_all(self) -> None:
        if not self.isVisible():
            self._place()
            self.show()
        self.raise_()
        if self._has_pages:
            self.activateWindow()
            if not self.shows_staff():  # staff may be typing
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        controls.settle(self)
        self.update()
        self.repaint()

    # --- staff ---

    def set_staff_page(self, page: QWidget) -> None:
        """Set the staff panel, which covers the other pages while it is open; it replaces the one before."""
        while (before := self._layers.widget(1)) is not None:
            self._layers.removeWidget(before)
            before.deleteLater()
        self._layers.addWidget(page)

    def show_staff(self) -> None:
        """Cover with the staff panel, which is never in a person's colours and letters; the page under it stays."""
        self._wear(NOTHING)
        self._staff_control.hide()
        self._layers.setCurrentIndex(1)
        self._painted = False
        self._show_over_all()

    def shows_staff(self) -> bool:
        """Whether the staff panel is open."""
        return self._layers.currentIndex() == 1

    def leave_staff(self) -> None:
        """Close the staff panel; the monitor stays covered by the page under it."""
        if self.shows_staff():
            self._layers.setCurrentIndex(0)
            self._staff_control.setVisible(self._page in WITH_STAFF_CONTROL)
            self.staff_left.emit()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def uncover(self) -> None:
        """Hide the curtain, so that the session's window is visible."""
        self._pages.unlock.reset()
        self._painted = False
        self.hide()
        self._wear(NOTHING)

    def is_painted(self) -> bool:
        """Whether it is visible and was painted since ``cover``."""
        return self._painted and self.isVisible()

    def page(self) -> str:
        """The name of the current page, shown or not."""
        return self._page

    def set_geometry(self, geometry: QRect | None) -> None:
        """Cover this rectangle; None: the whole monitor."""
        self._geometry = geometry
        self._place()

    def set_place(self, terminal: str, phone: str = "", city: str = "", window: str = "") -> None:
        """Set the terminal's name, the telephone number to call when it is out of service, and whose terminal it is."""
        self._header.set_place(city, window, terminal)
        self._pages.set_place(terminal, phone)
        self._called.set_terminal(terminal)

    def speak(self, language: str) -> None:
        """Show the main sentences in Japanese and this language from the next page on; "": no language was chosen."""
        self._pages.set_second(language)
        self._called.set_second(language)

    def _wear(self, told: Told) -> None:
        """Take the colours, and for the words after an end the letters, of the person who is told about here."""
        before = style.letters_chosen()
        if not self._has_pages or (style.colours(), before) == (told.colours, told.letters):
            return
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        style.change(application, told.colours, told.letters)
        for text in self.findChildren(Text):
            text.take_colour()
        if before != told.letters:
            self._pages.make_end()

    def set_training(self, training: bool) -> None:
        """Show or hide the tab 「研修用」."""
        self._training.setVisible(training)
        self._training.hang()

    # --- pages ---

    def show_starting(self) -> None:
        """Show that leftovers are wiped or the next session is prepared."""
        self._pages.starting()
        self.cover("starting")

    def show_away(self, seconds: float, whole: int = 0) -> None:
        """Show that the card is off the reader, and the seconds to put it back; 0: it is back and being checked."""
        self._pages.away(seconds, whole or math.ceil(seconds))
        self.cover("away")

    def show_wiping(self, step_names: Sequence[str], reason: EndReason | None = None) -> None:
        """Show the steps of a wipe that begins; ``tick`` marks them as done."""
        self._pages.wiping(step_names, reason)
        self.cover("wiping")

    def tick(self, result: StepResult) -> None:
        """Show the result of one wipe step."""
        self._pages.tick(result)

    def show_end(self, page: ShowCurtain, place: Place, receipt_number: int, wiped_at: str) -> None:
        """Show that the wipe is verified: the words of the end, and with a card on the reader that it must be taken.

        They are in the colours and letters in which the person read until then; every other page has the usual ones.
        """
        self._wear(page.told)
        self._pages.show_end(page, place, receipt_number, wiped_at)
        self.cover("take_card")

    def offer_slips(self) -> None:
        """From now on a person may have the words after an end printed."""
        self._pages.offer_slips()

    def show_printed(self, outcome: Printed) -> None:
        """Tell the person what became of the slip."""
        self._pages.end.print_slip.tell(slip.TOLD[outcome])

    def show_staff_called(self) -> None:
        """Show which terminal calls staff, and no reason."""
        self.cover("staff_called")

    def set_desk(self, desk: PublicDesk) -> None:
        """Set where people go, and whom they call, while the terminal is closed."""
        self._closed.set_desk(desk)

    def show_closed(self, closing: Closing, until: str) -> None:
        """Show that staff closed the terminal, and when it opens again if that is known."""
        self._closed.show_closing(closing, until)
        self.cover("closed")

    def show_unavailable(self, failure: Failure, readers: Sequence[str] = ()) -> None:
        """Show a failure that may end by itself, and what staff can do."""
        self._pages.unavailable(failure, readers)
        self.cover("unavailable")

    def show_out_of_service(self, failure: Failure) -> None:
        """Show the failure and the entry of the staff code, the only way back into service."""
        self._pages.out_of_service(failure)
        self.cover("out_of_service")

    # --- staff code ---

    def take_code(self) -> bytearray:
        """Return the typed staff code; the caller overwrites it."""
        return self._pages.unlock.take_code()

    def show_code_refused(self, wait_seconds: int) -> None:
        """Show that the code was wrong and the next one is accepted after this many seconds."""
        self._pages.unlock.show_refused(wait_seconds)

    # --- painting ---

    def _place(self) -> None:
        self.setGeometry(self._geometry or geometry_of(self._screen))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place the tab 「研修用」 and the staff control again."""
        super().resizeEvent(event)
        self._training.hang()
        corner = self.rect().bottomLeft()
        self._staff_control.move(corner.x(), corner.y() - self._staff_control.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the whole curtain; at the first paint since ``cover``, emit ``painted``."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.tokens().paint("surface" if self._has_pages else "main"))
        painter.end()
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Place the tab again. The pages do not follow the current language: they are in two languages."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self._training.hang()
