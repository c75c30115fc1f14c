"""The first screen: start, or place the card; below it the languages, and that the previous customer's data is gone."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import style
from ui.screens.screen import Screen, two_columns
from ui.text import languages
from ui.widgets import bullets, controls
from ui.widgets.card_picture import PLACE, CardPicture, has_slot
from ui.widgets.controls import Button, LanguageButton, Text
from ui.widgets.pictures import Picture

if TYPE_CHECKING:
    from ui.screens.content import Content

#: Languages in a row: two rows of six where there is room, else as many as fit; all rows are full.
LANGUAGE_COLUMNS = (6, 4, 3, 2)
#: From this factor of the letters on the languages have no room below the rest; they scroll with it.
_SCROLLED = 2.0


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
        self._title, self._about, self._or_card = Text(_title_role()), Text("body"), Text("body", centred=True)
        self._bring_title = Text("label_bold")
        self._bring = (Text("small"), Text("small"))
        self.start = Button("start", "begin")
        self.start.set_icon("chevron", "on_main", style.tokens().size.icon_large, after=True)
        self.start.clicked.connect(self.on_started)
        side = self._right()
        two_columns(self, self._left(), side)
        if style.letters() < _SCROLLED:
            self._put_below(self._languages())
        else:
            side.addLayout(self._language_grid())
        self.retranslate()

    def _left(self) -> QVBoxLayout:
        space = style.tokens().space
        left = controls.column(self._title, self._about, self._down_notice(), space=space.snug)
        left.insertStretch(0, 1)
        left.addSpacing(space.snug)
        left.addWidget(self.start)
        left.addWidget(self._or_card)
        left.addStretch(2)
        left.addLayout(self._clean_row())
        left.addStretch(1)
        return left

    def _clean_row(self) -> QHBoxLayout:
        values, row = style.tokens(), QHBoxLayout()
        row.setSpacing(values.space.base)
        row.addWidget(Picture("check", values.size.icon_large, colour="success"))
        row.addLayout(controls.column(self._wiped, self._wiped_note, space=0), 1)
        return row

    def _down_notice(self) -> QWidget:
        self._down_box, inside = controls.card("warning")
        inside.addWidget(Picture("warning", style.tokens().size.icon, colour="warning"))
        inside.addWidget(self._down, 1)
        self._down_box.hide()
        return self._down_box

    def _right(self) -> QVBoxLayout:
        """The side with the picture, no wider than that: longer words beside it are broken."""
        values = style.tokens()
        picture = CardPicture(PLACE, values.size.hero_width, values.size.hero_height, moves=False)
        return controls.middle(picture, self._bring_box(), space=values.space.base)

    def _put_below(self, band: QWidget) -> None:
        """Put this below the rest, where it stays while the rest is scrolled."""
        outer = self.layout()
        assert outer is not None
        outer.addWidget(band)

    def _languages(self) -> QFrame:
        values, band = style.tokens(), QFrame()
        band.setObjectName("footer")
        inside = QHBoxLayout(band)
        inside.setContentsMargins(values.space.margin, values.space.snug, values.space.margin, values.space.base)
        inside.addLayout(self._language_grid(), 1)
        return band

    def _language_grid(self) -> QGridLayout:
        values = style.tokens()
        grid = QGridLayout()
        grid.setSpacing(values.space.tight)
        columns = _columns()
        for place, code in enumerate(languages.available()):
            button = LanguageButton(f"language_{code}", code)
            button.setMinimumSize(values.size.language_width, values.size.language_height)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(partial(self.language_chosen.emit, code))
            button.clicked.connect(self._mark_chosen)
            grid.addWidget(button, place // columns, place % columns)
        for place in range(columns):
            grid.setColumnStretch(place, 1)
        return grid

    def _bring_box(self) -> QWidget:
        box, inside = controls.card("plain", vertical=True)
        inside.setSpacing(style.tokens().space.hair)
        inside.addWidget(self._bring_title)
        for text in (self._bring_title, *self._bring):
            policy = text.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            text.setSizePolicy(policy)
        for line, drawing in zip(self._bring, ("card", "lock"), strict=True):
            inside.addLayout(bullets.row(drawing, line, style.tokens().size.key_icon))
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
        self._about.setVisible(up)

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
        placed, inserted = (
            self.tr("カードを読み取り機に置いても、始まります。"),
            self.tr("カードを読み取り機に差し込んでも、始まります。"),
        )
        self._or_card.setText(inserted if has_slot() else placed)
        self._bring_title.setText(self.tr("ご用意いただくもの"))
        self._bring[0].setText(self.tr("マイナンバーカード"))
        self._bring[1].setText(self.tr("数字4けたの暗証番号（利用者証明用）"))
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        """Check the current language's button. Not a QButtonGroup: there Tab skips buttons, and arrow keys choose."""
        for button in self.findChildren(LanguageButton):
            button.setChecked(button.code == languages.language())


def _title_role() -> str:
    """The largest letters are not needed where all are large: the first line would be broken within a word."""
    return "banner" if style.letters() == 1 else "title"


def _columns() -> int:
    """How many languages stand in a row."""
    values = style.tokens()
    across = style.UPRIGHT_SIZE[0] if style.is_upright() else style.DESIGN_SIZE[0]
    room = across * values.scale - 2 * values.space.margin + values.space.tight
    wide = values.size.button_wide if style.is_cramped() else values.size.language_width
    fitting = (many for many in LANGUAGE_COLUMNS if many * (wide + values.space.tight) <= room)
    return next(fitting, LANGUAGE_COLUMNS[-1])
