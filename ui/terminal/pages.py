"""The parts of the curtain's pages: left what the customer does now, right what the terminal or staff does."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.failures import Failure
from kiosk.wipe.receipt import StepResult
from ui import style
from ui.staff.unlock import StaffUnlock
from ui.terminal import words
from ui.terminal.away import AwayCount
from ui.text import languages
from ui.text.languages import fill
from ui.widgets import controls
from ui.widgets.card_picture import CardPicture
from ui.widgets.controls import Text
from ui.widgets.pictures import Picture

#: Angles in sixteenths of a degree (QPainter.drawArc).
TURN = 16 * 360
SPIN_STEP = 16 * 12


class Spinner(QWidget):
    """A quarter circle that turns while something runs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        self.setFixedSize(values.size.icon, values.size.icon)
        self._angle = 0
        self._timer = QTimer(self)
        self._timer.setInterval(values.time.spin)
        self._timer.timeout.connect(self.on_turn)

    def on_turn(self) -> None:
        """Turn by one step; stop the timer when it is hidden."""
        if not self.isVisible():
            self._timer.stop()
        self._angle = (self._angle - SPIN_STEP) % TURN
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring, and start the timer unless animations are off."""
        del event
        if not self._timer.isActive() and style.moves():
            self._timer.start()
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = values.border.current
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        pen = QPen(values.paint("main_soft"), line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(values.paint("main"))
        painter.setPen(pen)
        painter.drawArc(box, self._angle, TURN // 4)
        painter.end()


class ReceiptRow(QFrame):
    """One step of the wipe: to do, running, done, not needed or failed; shown by sign and text, not colour alone."""

    def __init__(self, step: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.step = step
        self.setObjectName(f"step_{step}")
        self.setProperty("card", "row")
        values = style.tokens()
        self._sign, self._spinner = Picture("waiting", values.size.icon, colour="field_soft"), Spinner()
        self._label = Text("label")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(values.space.base)
        inside.addWidget(self._spinner)
        inside.addWidget(self._sign)
        inside.addWidget(self._label, 1)
        self.setFixedHeight(values.size.receipt_row)
        self._spinner.hide()
        self.finished = False
        todo, _ = words.STEPS.get(step, (step, step))
        self._say(words.japanese(todo))

    def _say(self, text: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)

    def start(self) -> None:
        """Show that the step runs."""
        self._sign.hide()
        self._spinner.show()

    def finish(self, result: StepResult) -> None:
        """Show the step's result."""
        self.finished = True
        todo, done = words.STEPS.get(self.step, (self.step, self.step))
        self._spinner.hide()
        self._sign.show()
        if result.skipped:
            self._sign.show_drawing("minus", "text_support")
            self._say(fill(words.japanese(words.STEP_SKIPPED), todo))
            return
        self._sign.show_drawing("check" if result.done else "cross", "success" if result.done else "error")
        self._say(done if result.done else fill(words.japanese(words.STEP_FAILED), todo))


class ReceiptPanel(QFrame):
    """The list of the wipe's steps with their results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "receipt")
        values = style.tokens()
        if not style.is_upright():
            self.setFixedWidth(values.size.panel_width)
        self._title, self._foot = Text("heading"), Text("note")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        space = values.space
        inside = QVBoxLayout(self)
        inside.setContentsMargins(space.huge, space.huge, space.huge, space.huge)
        inside.setSpacing(space.wide)
        inside.addStretch(1)
        inside.addWidget(self._title)
        inside.addLayout(self._rows)
        inside.addWidget(self._foot)
        inside.addStretch(1)

    def begin(self, steps: Sequence[str], terminal: str) -> None:
        """Show all steps as to do and the first one as running."""
        controls.clear(self._rows)
        for step in steps:
            self._rows.addWidget(ReceiptRow(step))
        self._start_next()
        self._title.setText(words.japanese(words.PANEL_WIPING))
        self._foot.setText(fill(words.japanese(words.FOOT_WIPING), terminal))

    def tick(self, result: StepResult) -> None:
        """Show the result of one step; the next one runs."""
        row = self.findChild(ReceiptRow, f"step_{result.step}")
        if row is None:
            row = ReceiptRow(result.step)
            self._rows.addWidget(row)
        row.finish(result)
        self._start_next()

    def _start_next(self) -> None:
        waiting = [row for row in self.findChildren(ReceiptRow) if not row.finished]
        if waiting:
            waiting[0].start()


class LeftSide(QWidget):
    """A title and a text in two languages, and a picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        space = values.space
        self.title, self.second = Text("hero", language="ja"), Text("second")
        self.about, self.about_second = Text("body", language="ja"), Text("second_small")
        self.count = AwayCount()
        self.language = ""
        self.set_second("")
        self.picture = CardPicture("picture_wiping", values.size.picture_width, values.size.picture_height)
        self.picture.give_way()
        self._sides = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._sides.setContentsMargins(space.margin, space.loose, space.loose, space.loose)
        self._sides.setSpacing(0)
        self._sides.addStretch(3)
        self._sides.addWidget(self._texts())
        self._sides.addStretch(2)
        self._sides.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sides.addStretch(3)

    def _texts(self) -> QWidget:
        space = style.tokens().space
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space.hair)
        column.addStretch(1)
        for widget in (self.title, self.second):
            column.addWidget(widget)
        column.addSpacing(space.base)
        for widget in (self.about, self.about_second):
            column.addWidget(widget)
        column.addSpacing(space.wide)
        column.addWidget(self.count, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return side

    def set_second(self, language: str) -> None:
        """Set the second language from now on; English if none, or Japanese, was chosen."""
        wanted = languages.second(language)
        if wanted == self.language:
            return
        self.language = wanted
        for text in (self.second, self.about_second):
            text.set_language(wanted)

    def set_wide(self, wide: bool) -> None:
        """Put the picture beside the texts (``wide``, without a panel at the right) or under them."""
        self._sides.setDirection(controls.direction(wide))

    def say(self, title: str, about: str = "", *values: object) -> None:
        """Show title and text in Japanese and in the second language; %1 … are replaced by the values."""
        self.count.begin(0, 0)
        self.title.setText(fill(words.japanese(title), *values))
        second_title = languages.in_one_line(words.second(title, self.language), self.language)
        self.second.setText(fill(second_title, *values))
        second = fill(words.second(about, self.language), *values) if about else ""
        self.say_about(fill(words.japanese(about), *values), second)

    def say_about(self, japanese: str, second: str) -> None:
        """Show a text that is given in both languages."""
        self.about.setText(japanese)
        self.about_second.setText(second)
        self.about.setVisible(bool(japanese))
        self.about_second.setVisible(bool(second))

    def show_picture(self, name: str) -> None:
        """Show this picture."""
        self.picture.show_drawing(name)


class StaffPanel(QFrame):
    """What staff does about a failure, and the entry of the staff code where it is needed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "receipt")
        values = style.tokens()
        space = values.space
        if not style.is_upright():
            self.setFixedWidth(values.size.panel_width)
        self._title, self._todo, self._code = Text("heading"), Text("label"), Text("label_bold")
        self._call, self._readers = Text("label_bold"), Text("note")
        self.unlock = StaffUnlock()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(space.huge, space.base, space.huge, space.base)
        inside.setSpacing(space.base)
        inside.addStretch(1)
        for widget in (self._title, self._code, self._todo, self._readers, self._call):
            inside.addWidget(widget)
        inside.addSpacing(space.base)
        inside.addWidget(self.unlock)
        inside.addStretch(1)
        self.unlock.opened.connect(self.on_unlock_opened)
        self.unlock.closed.connect(self.on_unlock_closed)

    def explain(self, failure: Failure, phone: str, readers: Sequence[str] | None) -> None:
        """Show what to do, and the names of the readers; ``readers`` None: show the entry of the staff code instead."""
        self._title.setText(words.japanese(words.PANEL_STAFF))
        self._code.setText(fill(words.japanese(words.CODE), failure.code))
        self._todo.setText(failure.staff)
        self._call.setText(fill(words.japanese(words.CALL), phone) if phone else "")
        self._readers.setText(_reader_list(readers))
        self.unlock.reset()
        self.unlock.setVisible(readers is None)

    def on_unlock_opened(self) -> None:
        """Hide the texts to make room for the pad."""
        for widget in (self._title, self._todo, self._call, self._readers, self._code):
            widget.hide()

    def on_unlock_closed(self) -> None:
        """Show the texts again."""
        for widget in (self._title, self._todo, self._code):
            widget.show()
        self._call.setVisible(bool(self._call.text()))
        self._readers.setVisible(bool(self._readers.text()))


def _reader_list(readers: Sequence[str] | None) -> str:
    if readers is None:
        return ""
    title = words.japanese(words.READERS if readers else words.NO_READERS)
    return "\n".join((title, *(f"・{name}" for name in readers)))
