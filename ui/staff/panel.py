"""The staff panel. It is a page of the curtain, so that the customer's page is hidden while it is open."""

from collections.abc import Sequence
from enum import StrEnum, unique

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kiosk.desk import Desk
from kiosk.failures import FailureName
from kiosk.reports.case import Case
from ui import style
from ui.staff.checklist import MixupChecklist
from ui.staff.guidance import GuidanceCard
from ui.staff.lesson import LessonPage
from ui.staff.mixup import MixupForm
from ui.staff.pause import PauseForm
from ui.staff.unlock import StaffUnlock
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.marks import MarkChip

#: Milliseconds after which the first of two taps is forgotten.
SECOND_TAP_MS = 5000
COLUMNS = 2


@unique
class Action(StrEnum):
    """The actions of staff; the buttons' object names contain them."""

    NEXT_CUSTOMER = "next_customer"
    STAFF_ABORT = "staff_abort"
    MIXUP = "mixup"
    CHECKLIST = "checklist"
    CHECK = "check"
    DAY_REPORT = "day_report"
    PAUSE = "pause"
    END_OF_DAY = "end_of_day"
    OPEN = "open"
    LESSON = "lesson"
    PRINT = "print"


ACTIONS = {
    Action.NEXT_CUSTOMER: "終わって、次の方に交代",
    Action.STAFF_ABORT: "この利用を終了させる",
    Action.CHECK: "始業点検",
    Action.DAY_REPORT: "日報を保存",
    Action.PAUSE: "休止",
    Action.END_OF_DAY: "終業",
    Action.OPEN: "始業する・再開する",
    Action.MIXUP: "取り違えの疑いを報告",
    Action.CHECKLIST: "報告の後にすること",
    Action.LESSON: "10分の練習",
    Action.PRINT: "日報印刷",
}
#: The groups in which staff look for them.
GROUPS = {
    "利用中": (Action.NEXT_CUSTOMER, Action.STAFF_ABORT),
    "一日の仕事": (Action.CHECK, Action.DAY_REPORT, Action.PAUSE, Action.END_OF_DAY, Action.OPEN),
    "困ったとき": (Action.MIXUP, Action.CHECKLIST),
}
#: These end a session: the first tap shows which, the second ends it.
IN_TWO_TAPS = (Action.NEXT_CUSTOMER, Action.STAFF_ABORT, Action.END_OF_DAY)
#: These need somebody who can be ended.
OF_SESSION = GROUPS["利用中"]


class DeskPanel(QWidget):
    """Asks for the staff code, then shows the state, the last wipes and the actions. It decides nothing."""

    #: The ``Action`` of a pressed button; at the second tap where two are needed.
    wanted = Signal(object)
    code_entered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staff_panel_page")
        self._armed: Action | None = None
        self._ends = ""
        self._title, self._terminal, self.mark = Text("title", language="ja"), Text("title", language="ja"), MarkChip()
        self.state, self.citizen = Text("strong", language="ja"), Text("small", language="ja")
        self.guidance, self.line = GuidanceCard(), Text("note", language="ja")
        self.counts, self.receipts = Text("small_bold", language="ja"), Text("note", language="ja")
        self.message = Text("label_bold", language="ja")
        self.unlock, self.form, self.pause = StaffUnlock(), MixupForm(), PauseForm()
        self.checklist = MixupChecklist()
        self.unlock.submit_word = "開く"
        self.unlock.retranslate()
        self.close_panel, self.back = Button("staff_panel_close", "outline"), Button("staff_back", "main")
        self.close_panel.say("パネルを閉じる")
        self.back.say("利用者の画面に戻す")
        self._buttons = {name: Button(f"staff_{name}") for name in ACTIONS}
        for button in (self.back, *self._buttons.values()):
            button.setMinimumHeight(style.tokens().size.header_button)
        self._pages = QStackedWidget()
        self._disarm_timer = QTimer(self)
        self._disarm_timer.setSingleShot(True)
        self._disarm_timer.setInterval(SECOND_TAP_MS)
        self.lesson: LessonPage | None = None
        self._lay_out()
        self._connect()
        self.lock()

    def offer_print(self) -> None:
        """Offer to print the day's report, and that of a suspected mix-up: there is a printer."""
        self._buttons[Action.PRINT].show()
        self.checklist.print.show()

    def teach(self) -> LessonPage:
        """Offer the lesson, on a training terminal; its page."""
        self.lesson = LessonPage()
        self._pages.addWidget(self.lesson)
        self.lesson.left.connect(self.show_overview)
        self._buttons[Action.LESSON].show()
        return self.lesson

    def _lay_out(self) -> None:
        space = style.tokens().space
        outer = QVBoxLayout(self)
        outer.setContentsMargins(space.loose, space.loose, space.loose, space.base)
        head = QHBoxLayout()
        head.setSpacing(space.wide)
        for widget in (self._title, self._terminal, self.mark):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.close_panel)
        outer.addLayout(head)
        outer.addWidget(self._pages, 1)
        self._pages.addWidget(_centred(self.unlock))
        self._pages.addWidget(self._overview())
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.pause)
        self._pages.addWidget(self.checklist)

    def _overview(self) -> QWidget:
        space = style.tokens().space
        page = QWidget()
        inside = QHBoxLayout(page)
        inside.setContentsMargins(0, space.tight, 0, 0)
        inside.setSpacing(space.loose)
        texts = (self.message, self.state, self.citizen, self.guidance, self.counts, self.receipts)
        words = controls.column(*texts, space=space.snug)
        words.addStretch(1)
        words.addWidget(self._buttons[Action.LESSON])
        self._buttons[Action.LESSON].hide()
        inside.addLayout(words, 64)
        inside.addLayout(self._groups(), 36)
        return page

    def _groups(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(style.tokens().space.tight)
        row = 0
        for name, actions in GROUPS.items():
            heading = Text("small_bold", language="ja")
            heading.setText(name)
            grid.addWidget(heading, row, 0, 1, COLUMNS)
            if actions is OF_SESSION:
                row += 1
                grid.addWidget(self.back, row, 0, 1, COLUMNS)
            row = self._fill_group(grid, row + 1, actions)
        grid.addWidget(self.line, row, 0, 1, COLUMNS)
        grid.setRowStretch(row + 1, 1)
        return grid

    def _fill_group(self, grid: QGridLayout, row: int, actions: Sequence[Action]) -> int:
        for place, name in enumerate(actions):
            alone = place == len(actions) - 1 and place % COLUMNS == 0
            grid.addLayout(self._cell(name), row + place // COLUMNS, place % COLUMNS, 1, COLUMNS if alone else 1)
        return row + (len(actions) + 1) // COLUMNS

    def _cell(self, name: Action) -> QHBoxLayout:
        """The button; beside 始業 that of the printer, which is hidden without one and then takes no room."""
        cell = QHBoxLayout()
        cell.setSpacing(style.tokens().space.tight)
        cell.addWidget(self._buttons[name], 1)
        if name is Action.OPEN:
            cell.addWidget(self._buttons[Action.PRINT], 1)
            self._buttons[Action.PRINT].hide()
        return cell

    def _connect(self) -> None:
        self.unlock.entered.connect(self.code_entered)
        self.unlock.closed.connect(self._on_unlock_closed)
        for button in (self.close_panel, self.back):
            button.clicked.connect(self.closed)
        self.form.left.connect(self.show_overview)
        self.pause.left.connect(self.show_overview)
        self.checklist.left.connect(self.show_overview)
        self._disarm_timer.timeout.connect(self._disarm)
        for name, button in self._buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.on_pressed(name))

    def _on_unlock_closed(self) -> None:
        if self._pages.currentIndex() == 0 and self.isVisible():
            self.closed.emit()

    def lock(self) -> None:
        """Ask for the code, from its first digit."""
        self.unlock.reset()
        self._title.setText("職員")
        self.message.setText("")
        self._disarm()
        self._pages.setCurrentIndex(0)
        self.unlock.on_open()

    def show_overview(self) -> None:
        """Show state and actions: after the code was accepted, or the form was sent or left."""
        self._title.setText("職員パネル")
        self._pages.setCurrentIndex(1)
        self.close_panel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self) -> None:
        """Show the form of a mix-up report."""
        self._title.setText("取り違えの疑い")
        self._pages.setCurrentIndex(2)

    def show_pause(self) -> None:
        """Show the choices of a pause."""
        self._title.setText("休止")
        self._pages.setCurrentIndex(3)

    def show_checklist(self) -> None:
        """Show what is to be done after a suspected mix-up."""
        self._title.setText("取り違えの疑い")
        self._pages.setCurrentWidget(self.checklist)
        self.checklist.begin()

    def show_lesson(self) -> None:
        """Show the lesson of a training terminal."""
        if self.lesson is not None:
            self._title.setText("10分の練習")
            self._pages.setCurrentWidget(self.lesson)

    def tell(self, text: str) -> None:
        """Tell staff something; it is there until the next."""
        self.message.setText(text)
        self.checklist.told.setText(text)

    def set_case(self, case: Case | None, state: str) -> None:
        """Show how far the suspected mix-up of the day is; None: there is none, and no list of what to do."""
        self._buttons[Action.CHECKLIST].setEnabled(case is not None)
        if case is not None:
            self.checklist.show_case(case, state)

    def set_closed(self, closed: bool) -> None:
        """Offer what can be done while the terminal is closed, or closes: to open it again."""
        for name in (Action.PAUSE, Action.END_OF_DAY):
            self._buttons[name].setEnabled(not closed)
        self._buttons[Action.OPEN].setEnabled(closed)

    def set_place(self, terminal: str, mark: str) -> None:
        """Show terminal and session mark: large, so that staff do not end the wrong session (scenario F1)."""
        self._terminal.setText(f"端末 {terminal}")
        self.mark.set_mark(mark)
        self._ends = f"端末 {terminal}、いまの利用"

    def set_state(self, state: str, citizen: str, counts: str, receipts: Sequence[str], served: bool) -> None:
        """Show the terminal's state, the customer's screen, the day's counts and the last receipts.

        ``served``: somebody is there, whose use can be ended or gone back to.
        """
        self.state.setText(state)
        self.citizen.setText(f"利用者の画面：{citizen}")
        self.counts.setText(counts)
        self.receipts.setText("\n".join(("最近の消去", *(receipts or ("まだありません",)))))
        self.back.setVisible(served)
        for name in OF_SESSION:
            self._buttons[name].setEnabled(served)

    def show_failure(self, name: FailureName | None, desk: Desk) -> None:
        """Show what to say about this failure, in the place of the last receipts; None: nothing is wrong."""
        self.guidance.show_failure(name, desk)
        self.receipts.setVisible(name is None)

    def set_line(self, text: str) -> None:
        """Show the desks' own telephone line."""
        self.line.setText(text)

    def on_pressed(self, name: Action) -> None:
        """Emit the action; where two taps are needed, the first one only shows what would be ended."""
        if name in IN_TWO_TAPS and self._armed != name:
            self._disarm()
            self._armed = name
            word = self.mark.accessibleName()
            self._buttons[name].say("もう一度押すと消去します")
            self.message.setText(f"対象：{self._ends}" + (f"（しるし「{word}」）" if word else ""))
            self._disarm_timer.start()
            return
        self._disarm()
        self.wanted.emit(name)

    def _disarm(self) -> None:
        self._disarm_timer.stop()
        self._armed = None
        for name, button in self._buttons.items():
            button.say(ACTIONS[name])


def _centred(widget: QWidget) -> QWidget:
    page = QWidget()
    inside = QHBoxLayout(page)
    inside.addStretch(1)
    inside.addWidget(widget)
    inside.addStretch(1)
    return page
