"""The curtain's page while staff are called for what an ended session left: a card, or a suspected mix-up."""

from PySide6.QtWidgets import QWidget

from ui import style
from ui.text import languages
from ui.widgets import call_sign, controls
from ui.widgets.call_sign import LargeText, TerminalSign

#: The sentence of the session's screen, with its translations.
_CONTEXT, _COMING = "StaffCalledScreen", "職員が\n参ります"


class CallPage(QWidget):
    """Says in large letters which terminal calls and that staff are coming, and nothing about the reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = style.tokens().space
        self.sign = TerminalSign()
        self.words, self.second = LargeText("title", language="ja"), LargeText("second")
        texts = controls.column(self.words, self.second, space=space.base)
        texts.setStretch(0, 3)
        texts.setStretch(1, 1)
        inside = call_sign.beside(self.sign, texts)
        inside.setContentsMargins(space.margin, space.margin, space.margin, space.margin)
        self.setLayout(inside)
        self.words.setText(_COMING)
        self.set_second("")

    def set_terminal(self, name: str) -> None:
        """Show this terminal's name."""
        self.sign.set_terminal("端末", name)

    def set_second(self, language: str) -> None:
        """Set the second language; English if none, or Japanese, was chosen."""
        wanted = languages.second(language)
        self.second.set_language(wanted)
        self.second.setText(languages.in_one_line(languages.sentence(wanted, _CONTEXT, _COMING), wanted))

    def title(self) -> str:
        """The title of the page, in Japanese."""
        return self.words.text().replace("\n", "")
