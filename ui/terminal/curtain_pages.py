"""The curtain's pages: one for each state of the terminal, in two halves."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.failures import Failure
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.vocabulary import EndReason
from kiosk.wipe.receipt import StepResult
from ui import style
from ui.ends import sentences, words as end_words
from ui.ends.page import EndPage
from ui.terminal import words
from ui.terminal.pages import LeftSide, ReceiptPanel, StaffPanel
from ui.widgets import controls
from ui.widgets.card_picture import PLACE, STAY, has_slot


class CurtainPages(QWidget):
    """Left what the customer does now; right the wipe's receipt or what staff does, or nothing."""

    #: Pressed beside the words of an end.
    longer_wanted, notice_read, notice_seen = Signal(), Signal(), Signal()
    #: The text of a slip to print, and its language.
    slip_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._terminal, self._phone = "", ""
        self._left, self._receipt, self._staff = LeftSide(), ReceiptPanel(), StaffPanel()
        self.unlock = self._staff.unlock
        self._right = QStackedWidget()
        self._right.addWidget(self._receipt)
        self._right.addWidget(self._staff)
        if not style.is_upright():
            self._right.setFixedWidth(style.tokens().size.panel_width)
            self._right.setSizePolicy(self._receipt.sizePolicy())
        self._chosen, self._sides, self._prints = "", QWidget(), False
        inside = QBoxLayout(controls.direction(not style.is_upright()), self._sides)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._left, 1)
        inside.addWidget(self._right)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._sides)
        self.end = self._new_end()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self.starting()

    def offer_slips(self) -> None:
        """From now on a person may have the words of an end printed."""
        self._prints = self.end.prints = True

    def make_end(self) -> None:
        """Make the page of an end anew: its sizes are those of the letters that are installed now."""
        before, self.end = self.end, self._new_end()
        self._stack.removeWidget(before)
        before.setParent(None)
        before.deleteLater()

    def _new_end(self) -> EndPage:
        made = EndPage()
        made.bar.longer_wanted.connect(self.longer_wanted)
        made.bar.read.connect(self.notice_read)
        made.bar.seen.connect(self.notice_seen)
        made.print_slip.wanted.connect(self.slip_wanted)
        made.prints = self._prints
        self._stack.addWidget(made)
        return made

    def set_place(self, terminal: str, phone: str) -> None:
        """Set the terminal's name, and the telephone number to call when it is out of service."""
        self._terminal, self._phone = terminal, phone

    def set_second(self, language: str) -> None:
        """Set the second language, from the next page on; "": no language was chosen."""
        self._chosen = language
        self._left.set_second(language)

    def title(self) -> str:
        """The title of the page, in Japanese."""
        title = self.end.title() if self._stack.currentWidget() is self.end else self._left.title.text()
        return title.replace("\n", "")

    def starting(self) -> None:
        """Show that leftovers are wiped or the next session is prepared."""
        self._show_side(None)
        self._left.say(words.STARTING, words.STARTING_ABOUT)
        self._left.show_picture("picture_wiping")

    def away(self, seconds: float, whole: int) -> None:
        """Show that the card is off the reader, and the seconds left of ``whole``; 0: it is back and being checked."""
        self._show_side(None)
        if seconds > 0:
            self._left.say(words.AWAY, words.AWAY_ABOUT_SLOT if has_slot() else words.AWAY_ABOUT)
            self._left.count.begin(seconds, whole)
        else:
            self._left.say(words.AWAY_CHECKING)
        self._left.show_picture(PLACE if seconds > 0 else STAY)

    def wiping(self, step_names: Sequence[str], reason: EndReason | None) -> None:
        """Show the steps of a wipe that begins; ``tick`` marks them as done."""
        self._receipt.begin(step_names, self._terminal)
        self._show_side(self._receipt)
        self._left.say(
            words.WIPING, sentences.REASONS.get(reason, words.WIPING_ABOUT) if reason else words.WIPING_ABOUT
        )
        self._left.show_picture("picture_wiping")

    def tick(self, result: StepResult) -> None:
        """Show the result of one wipe step."""
        self._receipt.tick(result)

    def show_end(self, page: ShowCurtain, place: end_words.Place, number: int, wiped_at: str) -> None:
        """Show that the wipe is verified: the words of the end, the card to take, the receipt."""
        said = end_words.of(page, place, self._chosen or "ja")
        self.end.show_end(page, said, number, wiped_at, self._chosen)
        self._stack.setCurrentWidget(self.end)

    def unavailable(self, failure: Failure, readers: Sequence[str]) -> None:
        """Show a failure that may end by itself, with what staff can do and the connected readers."""
        self._staff.explain(failure, self._phone, tuple(readers))
        self._show_failure(words.NOT_READY, failure, "picture_missing")

    def out_of_service(self, failure: Failure) -> None:
        """Show the failure and the entry of the staff code, the only way back into service."""
        self._staff.explain(failure, self._phone, None)
        self._show_failure(words.CLOSED, failure, "picture_closed")

    def _show_failure(self, title: str, failure: Failure, picture: str) -> None:
        self._show_side(self._staff)
        self._left.say(title)
        second = failure.in_language(self._left.language)
        self._left.say_about(
            f"{failure.citizen}\n{words.japanese(words.ASK_STAFF)}",
            f"{second.citizen}\n{words.second(words.ASK_STAFF, self._left.language)}",
        )
        self._left.show_picture(picture)

    def _show_side(self, side: QWidget | None) -> None:
        self._stack.setCurrentWidget(self._sides)
        self._right.setVisible(side is not None)
        self._left.set_wide(side is None)
        if side is not None:
            self._right.setCurrentWidget(side)
