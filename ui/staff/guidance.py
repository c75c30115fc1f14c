"""What staff say and do about a code: the sentence, where to send the person, what is needed, what never to do."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kiosk.desk import Desk, Guidance
from kiosk.failures import Failure, FailureName, failure
from ui import style
from ui.widgets.controls import Text


class GuidanceCard(QFrame):
    """Hidden while there is no code. The words are the city's (``desk.toml``), else those of the failure."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "plain")
        space = style.tokens().space
        inside = QVBoxLayout(self)
        inside.setContentsMargins(space.base, space.snug, space.base, space.snug)
        inside.setSpacing(space.hair)
        self.head, self.say = Text("small_bold", language="ja"), Text("label_bold", language="ja")
        self.rows, self.never = Text("note", language="ja"), Text("small_bold", language="ja")
        for text in (self.head, self.say, self.rows, self.never):
            inside.addWidget(text)
        self.hide()

    def show_failure(self, name: FailureName | None, desk: Desk) -> None:
        """Show what to do about this failure; None: nothing is wrong."""
        self.setVisible(name is not None)
        if name is None:
            return
        found = failure(name)
        entry = desk.guidance.get(found.code, Guidance())
        self.head.setText(f"番号 {found.code}　お伝えする言葉")
        self.say.setText(f"「{entry.say or found.citizen + found.next_step}」")
        self.rows.setText("\n".join(f"{label}：{text}" for label, text in _rows(entry, found, desk) if text))
        self.never.setText(f"× {entry.never}" if entry.never else "")
        self.never.setVisible(bool(entry.never))


def _rows(entry: Guidance, found: Failure, desk: Desk) -> list[tuple[str, str]]:
    counter = desk.counter_for(found.code)
    where = f"{counter.where()}　{counter.hours}".rstrip() if entry.counter else ""
    return [("案内先", where), ("様式", entry.form), ("要るもの", entry.bring), ("職員がすること", found.staff)]
