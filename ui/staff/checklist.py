"""After a suspected mix-up: what must be done, to be ticked, what must not be advised, and the deadlines."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.reports import mixup_text
from kiosk.reports.case import Case, deadlines
from ui import style
from ui.widgets import bullets, controls
from ui.widgets.controls import Button, Text
from ui.widgets.rows import TickRow


class MixupChecklist(QWidget):
    """The lists are those of the printed report. It keeps no ticks: it shows those of the audit file."""

    #: A step of ``mixup_text.MUST``, and whether it is done now.
    ticked = Signal(str, bool)
    left = Signal()
    printed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = style.tokens().space
        self.state, self.must = Text("label_bold", language="ja"), Text("small_bold", language="ja")
        self.times, self.told = Text("note", language="ja"), Text("small_bold", language="ja")
        self.rows = {step: TickRow(f"step_{step}") for step in mixup_text.MUST}
        for step, row in self.rows.items():
            row.clicked.connect(lambda ticked=False, step=step: self.ticked.emit(step, ticked))
        self.back, self.print = Button("checklist_back", "outline"), Button("checklist_print")
        self.back.say("もどる")
        self.print.say("報告書を印刷")
        self.print.hide()  # there may be no printer
        self.print.clicked.connect(self.printed)
        self.back.clicked.connect(self.left)
        columns = QHBoxLayout()
        columns.setSpacing(space.loose)
        columns.addLayout(self._to_do(), 54)
        columns.addLayout(self._never(), 46)
        outer = controls.column(self.state, space=space.snug)
        outer.addLayout(columns, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back, 1)
        bottom.addWidget(self.print, 1)
        outer.addWidget(self.told)
        outer.addLayout(bottom)
        self.setLayout(outer)

    def _to_do(self) -> QVBoxLayout:
        made = controls.column(self.must, *self.rows.values(), space=style.tokens().space.tight)
        made.addStretch(1)
        return made

    def _never(self) -> QVBoxLayout:
        space = style.tokens().space
        made = controls.column(_heading("案内してはいけないこと"), space=space.tight)
        frame, inside = controls.card("error", vertical=True, margins=(space.base, space.snug))
        inside.setSpacing(space.tight)
        for sentence in mixup_text.MUST_NOT:
            text = Text("note", language="ja")
            text.setText(sentence)
            inside.addLayout(bullets.row("cross", text, style.tokens().size.icon_small, "error"))
        for part in (frame, _heading("覚知日時と期限の目安"), self.times):
            made.addWidget(part)
        made.addStretch(1)
        return made

    def begin(self) -> None:
        """Give the keyboard to the first row; what was told before is old."""
        self.told.setText("")
        next(iter(self.rows.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_case(self, case: Case, state: str) -> None:
        """Show the ticks and the times of this case; ``state``: what the terminal does meanwhile."""
        self.state.setText(state)
        self.must.setText(f"必ず行うこと　{len(case.done)}／{len(self.rows)}　（押すと、時刻が記録に残ります）")
        for step, row in self.rows.items():
            at = case.done.get(step, "")
            row.describe(mixup_text.MUST[step], f"{at[11:16]} 済み" if at else "未")
            row.show_tick(bool(at))
        self.times.setText("\n".join(_times(case)))


def _heading(text: str) -> Text:
    made = Text("small_bold", language="ja")
    made.setText(text)
    return made


def _times(case: Case) -> Sequence[str]:
    return (f"覚知日時：{case.aware_at[:10]} {case.aware_at[11:16]}", *mixup_text.deadlines(deadlines(case.aware_at)))
