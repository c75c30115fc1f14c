"""The screen of a failure: what happened, and what to do now."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from kiosk.desk import PublicDesk
from kiosk.failures import Failure, FailureName, failure
from ui.flow import retry
from ui.flow.events import EndConfirmed, Retried
from ui.screens.content import Content
from ui.screens.message import MessageScreen
from ui.text import languages, sentences
from ui.widgets import controls
from ui.widgets.card_picture import has_slot
from ui.widgets.controls import Button

#: The place after a full stop of any script, with the space there.
_SENTENCE_END = re.compile(r"(?<=[。။।])\s*|(?<=[.!?]) ")


#: First letter of the failure's code -> its icon; for all others "info".
ICONS = {"C": "card", "P": "lock", "B": "globe", "T": "warning", "W": "warning"}


class ProblemScreen(MessageScreen):
    """A sentence for the customer, the next step, and in small letters the code for the desk."""

    name = "problem"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("info", "main", parent)
        self._failure: Failure | None = None
        self._retry_offered = False
        self._desk = PublicDesk()
        self._menu: int | None = None
        self.retry, self.end = Button("retry", "main"), Button("end", "main")
        self.retry.clicked.connect(lambda: self.post(Retried()))
        self.end.clicked.connect(lambda: self.post(EndConfirmed()))
        self.add_buttons(self.retry, self.end)
        self.retranslate()

    def fill(self, content: Content) -> None:
        """Show the failure, the citizens' line, and whether the portal may be tried again."""
        self._desk, self._menu = content.desk, content.desk.menu.get(content.flow.procedure)
        self.set_failure(failure(content.flow.failure or FailureName.INTERNAL_ERROR), retry.offered(content.flow))

    def set_failure(self, failure: Failure, retry: bool) -> None:
        """Show this failure; ``retry``: offer to try again."""
        self._failure, self._retry_offered = failure, retry
        self.icon.show_drawing(ICONS.get(failure.code[0], "info"))
        self.retry.setVisible(retry)
        controls.set_style_property(self.end, "kind", "neutral" if retry else "main")
        self.retranslate()
        if self.isVisible():
            self.entered()

    def main_control(self) -> QWidget | None:
        """The button that tries again if it is offered, else 終わる."""
        return self.retry if self._retry_offered else self.end

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        if self._failure is not None:
            translated = self._failure.in_language(languages.language(), slot=has_slot())
            meant = self._failure.in_language(languages.SOURCE_LANGUAGE, slot=has_slot())
            self.title.setText(_SENTENCE_END.sub("\n", translated.citizen).strip())
            self.about.setText("\n".join((translated.next_step, *self._counter())))
            code = languages.fill(self.tr("お問い合わせ番号 %1"), translated.code)
            self.small.setText("\n".join(filter(None, (code, self._helpline()))))
            self.japanese.setText(sentences.also_in_japanese(f"{meant.citizen}{meant.next_step}"))
        self.retry.say(self.tr("もう一度"))
        self.end.say(self.tr("終わる"))

    def _counter(self) -> list[str]:
        """Where to go for this failure, when it is open, and which paper is filled in there; often nothing."""
        code = self._failure.code if self._failure else ""
        counter, form = self._desk.counters.get(code), self._desk.forms.get(code, "")
        if counter is None:
            return []
        where = languages.fill(self.tr("窓口：%1　%2"), counter.where(languages.language()), counter.hours).rstrip()
        return [where, *([languages.fill(self.tr("書類：%1"), form)] if form else [])]

    def _helpline(self) -> str:
        """The citizens' line, what to press there for this procedure, and its hours; empty if the city names none."""
        if not self._desk.number:
            return ""
        number = self._desk.number if self._menu is None else f"{self._desk.number} → {self._menu}"
        # The sentence of the closed terminal, with its translations.
        said = QCoreApplication.translate("curtain", "お電話でのお問い合わせ　%1　%2")
        return languages.fill(said, number, self._desk.hours)
