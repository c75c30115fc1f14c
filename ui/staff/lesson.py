"""The ten-minute lesson on a training terminal: three parts, what to do in each, and what was seen of it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.reports.lesson import Part, lessons
from ui import style
from ui.widgets.controls import Button, Text
from ui.widgets.pictures import Picture

#: Rows for the steps of the longest part.
MOST_STEPS = 4


class LessonPage(QWidget):
    """Shows one part at a time. It keeps no marks: what was done is read from the audit file."""

    #: The ``Part`` that staff begin, or begin again.
    begun = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part, self._done = lessons()[0], dict[str, int | None]()
        self.story, self.state = Text("body", language="ja"), Text("small_bold", language="ja")
        self._tabs = {part.id: Button(f"lesson_{part.id}", "language") for part in lessons()}
        pixels = style.tokens().size.icon
        self._rows = [(Picture("box", pixels), Text("label", language="ja")) for _ in range(MOST_STEPS)]
        self.start, self.back = Button("lesson_begin", "main"), Button("lesson_back", "outline")
        self.start.say("この練習をはじめる（もう一度はじめから）")
        self.back.say("もどる")
        self._lay_out()
        self.back.clicked.connect(self.left)
        self.start.clicked.connect(lambda: self.begun.emit(self._part))
        for part in lessons():
            self._tabs[part.id].say(part.title)
            self._tabs[part.id].setCheckable(True)
            self._tabs[part.id].clicked.connect(lambda _=False, part=part: self.show_part(part))
        self.show_part(self._part)

    def _lay_out(self) -> None:
        space = style.tokens().space
        tabs, bottom = QHBoxLayout(), QHBoxLayout()
        for tab in self._tabs.values():
            tabs.addWidget(tab, 1)
        bottom.addWidget(self.back, 1)
        bottom.addWidget(self.start, 2)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, space.tight, 0, 0)
        outer.setSpacing(space.base)
        outer.addLayout(tabs)
        outer.addWidget(self.story)
        outer.addWidget(self.state)
        for box, text in self._rows:
            row = QHBoxLayout()
            row.setSpacing(space.snug)
            row.addWidget(box)
            row.addWidget(text, 1)
            outer.addLayout(row)
        outer.addStretch(1)
        outer.addLayout(bottom)

    def show_part(self, part: Part) -> None:
        """Show this part and how far it is."""
        self._part = part
        done = self._done.get(part.id)
        for name, tab in self._tabs.items():
            tab.setChecked(name == part.id)
        self.story.setText(part.story)
        self.state.setText(_state(part, done))
        for place, (box, text) in enumerate(self._rows):
            ticked = place < (done or 0)
            text.setText(part.steps[place].say if place < len(part.steps) else "")
            box.setVisible(place < len(part.steps))
            box.show_drawing("box_ticked" if ticked else "box", "success" if ticked else "field")

    def show_done(self, done: Mapping[str, int | None]) -> None:
        """Show how many steps of each part are done; None: it is not practised."""
        self._done = dict(done)
        self.show_part(self._part)


def _state(part: Part, done: int | None) -> str:
    if done is None:
        return "下の「はじめる」を押し、パネルを閉じて、上から順に行います。終わったらここで確かめます。"
    if done == len(part.steps):
        return "よくできました。すべて端末の記録で確かめました。"
    return f"練習中　{done}／{len(part.steps)}　できたことは、端末の記録から分かります。"
