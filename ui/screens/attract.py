"""The first screen: the previous customer's data is gone; choose a language; start."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import style
from ui.screens.screen import Screen, two_columns
from ui.text import languages
from ui.widgets import bullets, controls
from ui.widgets.controls import Button, LanguageButton, Text
from ui.widgets.pictures import Picture

if TYPE_CHECKING:
    from ui.screens.content import Content

LANGUAGE_COLUMNS = 3


class AttractScreen(Screen):
    """Shown between customers, until somebody starts."""

    name = "attract"
    has_steps = False
    has_footer = False
    language_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wiped_at = ""
        self._wiped, self._wiped_note = Text("good"), Text("note")
        self._down = Text("small")
        self._title, self._about = Text("title"), Text("body")
        self._language_title, self._bring_title = Text("label_bold", language="ja"), Text("small_bold")
        self._bring = (Text("small"), Text("small"))
        self.start = Button("start", "main", big=True)
        self.start.clicked.connect(self.on_started)
        two_columns(self, self._left(), self._right())
        self.retranslate()

    def _left(self) -> QVBoxLayout:
        space = style.tokens().space
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addSpacing(space.huge - space.hair - space.hair)
        left.addWidget(self._clean_box())
        left.addSpacing(space.huge)
        left.addLayout(controls.column(self._title, self._about, space=space.snug))
        left.addStretch(1)
        left.addWidget(self._down_notice())
        left.addSpacing(space.base)
        left.addWidget(self.start)
        left.addSpacing(space.base)
        return left

    def _clean_box(self) -> QWidget:
        values = style.tokens()
        box, inside = controls.card("good")
        inside.addWidget(Picture("check", values.size.icon_large, colour="success"))
        inside.addLayout(controls.column(self._wiped, self._wiped_note, space=0), 1)
        return box

    def _down_notice(self) -> QWidget:
        self._down_box, inside = controls.card("warning")
        inside.addWidget(Picture("warning", style.tokens().size.icon, colour="warning"))
        inside.addWidget(self._down, 1)
        self._down_box.hide()
        return self._down_box

    def _right(self) -> QWidget:
        values = style.tokens()
        side = QWidget()
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, values.space.huge - values.space.tight, 0, values.space.base)
        inside.setSpacing(values.space.snug)
        inside.addWidget(self._language_title)
        inside.addLayout(self._language_grid())
        inside.addStretch(1)
        inside.addWidget(self._bring_box())
        return side

    def _language_grid(self) -> QGridLayout:
        values = style.tokens()
        grid = QGridLayout()
        grid.setSpacing(values.space.snug)
        for place, code in enumerate(languages.available()):
            button = LanguageButton(f"language_{code}", code)
            button.setMinimumWidth(values.size.language_width)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self.language_chosen.emit, code))
            button.clicked.connect(self._mark_chosen)
            grid.addWidget(button, place // LANGUAGE_COLUMNS, place % LANGUAGE_COLUMNS)
        for place in range(LANGUAGE_COLUMNS):
            grid.setColumnMinimumWidth(place, values.size.language_width)
        return grid

    def _bring_box(self) -> QWidget:
        box, inside = controls.card("plain", vertical=True)
        inside.setSpacing(style.tokens().space.hair)
        inside.addWidget(self._bring_title)
        for line, drawing in zip(self._bring, ("card", "lock"), strict=True):
            inside.addLayout(bullets.row(drawing, line, style.tokens().size.key_icon, "text_body"))
        return box

    def on_started(self) -> None:
        """Post that 始める was pressed. Imported here: the first paint does not wait for the events."""
        from ui.flow.events import Started

        self.post(Started())

    def fill(self, content: "Content") -> None:
        """Show when the wipe before this session was verified."""
        if content.wiped_at != self._wiped_at:
            self.set_wiped_at(content.wiped_at)
        self.set_portal_up(content.portal_up)

    def set_portal_up(self, up: bool) -> None:
        """Show or hide that the application site cannot be reached at the moment."""
        self._down_box.setVisible(not up)

    def set_wiped_at(self, time: str) -> None:
        """Show when the wipe before this session was verified: ISO 8601 or plain text; "" shows nothing."""
        self._wiped_at = time
        self.retranslate()

    def _wiped_words(self) -> str:
        at = languages.time_of_day(self._wiped_at)
        return languages.fill(self.tr("%1に確認しました"), at) if at else ""

    def main_control(self) -> QWidget | None:
        """The button 始める."""
        return self.start

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._wiped.setText(self.tr("前の方の情報は残っていません"))
        self._wiped_note.setText(self._wiped_words())
        self._title.setText(self.tr("マイナンバーカードの\nお手続き"))
        self._about.setText(
            self.tr("画面の案内にそって、いっしょに進めます。\n分からないときは、いつでも職員をお呼びください。")
        )
        self._down.setText(
            self.tr(
                "ただいま、申込みサイトにつながりません。\nこの表示が消えるまでお待ちになるか、職員にお声がけください。"
            )
        )
        self.start.say(self.tr("始める"))
        self._language_title.setText("ことば / Language")
        self._bring_title.setText(self.tr("ご用意いただくもの"))
        self._bring[0].setText(self.tr("マイナンバーカード"))
        self._bring[1].setText(self.tr("数字4けたの暗証番号（利用者証明用）"))
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        """Check the current language's button. Not a QButtonGroup: there Tab skips buttons, and arrow keys choose."""
        for button in self.findChildren(LanguageButton):
            button.setChecked(button.code == languages.language())
