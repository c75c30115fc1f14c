"""The curtain's page while staff keep the terminal closed: one fact, and where to go instead."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.desk import PublicDesk
from kiosk.vocabulary import Closing
from ui import style
from ui.terminal import words
from ui.text import languages
from ui.text.languages import fill
from ui.widgets.controls import Text

TITLES = {Closing.PAUSE: words.PAUSED, Closing.DAY: words.DAY_CLOSED}


class ClosedPage(QWidget):
    """In Japanese and English: nobody is there who could have chosen a language."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = style.tokens().space
        second = languages.SECOND_LANGUAGE
        self.head, self.until = Text("hero", language="ja"), Text("title", language="ja")
        self.second = Text("second", language=second)
        self.counter, self.helpline = Text("strong", language="ja"), Text("body", language="ja")
        self._desk = PublicDesk()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        inside.setSpacing(space.wide)
        inside.addStretch(1)
        for text in (self.head, self.until, self.second, self.counter, self.helpline):
            inside.addWidget(text)
        inside.addStretch(2)

    def set_desk(self, desk: PublicDesk) -> None:
        """Set the city's usual counter and the citizens' line."""
        self._desk = desk

    def show_closing(self, closing: Closing, until: str) -> None:
        """Show why it is closed, and when staff think it opens again (``13:00``; empty: not known)."""
        title = TITLES[closing]
        self.head.setText(languages.in_one_line(words.japanese(title), languages.SOURCE_LANGUAGE))
        self.until.setText(fill(words.japanese(words.REOPENS), until) if until else "")
        self.until.setVisible(bool(until))
        english = languages.SECOND_LANGUAGE
        second = [languages.in_one_line(words.second(title, english), english)]
        second += [fill(words.second(words.REOPENS, english), until)] if until else []
        self.second.setText("\n".join(second))
        counter = self._desk.counter
        where = "　".join(filter(None, (counter.where(), counter.hours)))
        self.counter.setText(fill(words.japanese(words.IN_A_HURRY), where) if where else "")
        self.helpline.setText(fill(words.japanese(words.HELPLINE), self._desk.number, self._desk.hours))
        self.helpline.setVisible(bool(self._desk.number))

    def title(self) -> str:
        """The title of the page, in Japanese."""
        return self.head.text()
