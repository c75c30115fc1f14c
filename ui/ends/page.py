"""The curtain's page after an end: what was done or what to do now, take the card, and the receipt of the wipe."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from ui import style
from ui.ends import sentences, slip
from ui.ends.words import EndWords, Tone
from ui.layout.room import Room, arrange, fit
from ui.text import languages
from ui.text.languages import fill
from ui.widgets import controls
from ui.widgets.card_picture import TAKE, CardPicture
from ui.widgets.controls import Button, Text
from ui.widgets.countdown import DeadlineRing
from ui.widgets.pictures import Picture

#: Kind of card, drawing and colour of each tone: no kind is distinguished by colour alone.
APPEARANCES = {
    Tone.DONE: ("end_done", "picture_done", "success"),
    Tone.ADVICE: ("end_advice", "info", "main"),
    Tone.STAFF: ("end_staff", "bell", "warning"),
    Tone.PLAIN: ("end_plain", "check", "success"),
}


class Band(QFrame):
    """The title of the end with its picture, over the whole width."""

    def __init__(self) -> None:
        super().__init__()
        values = style.tokens()
        large = style.letters() > 1
        self.title, self.about = Text(_title_role()), Text("body" if large else "question")
        self._picture = Picture("picture_done", values.size.icon_hero)
        inside = QBoxLayout(controls.direction(not style.is_cramped()), self)
        inside.setContentsMargins(values.space.margin, values.space.tight, values.space.margin, values.space.tight)
        inside.setSpacing(values.space.wide)
        inside.addWidget(self._picture)
        inside.addLayout(controls.column(self.title, self.about, space=0), 1)

    def show_words(self, words: EndWords, language: str) -> None:
        """Show title, sentence and picture."""
        card, picture, colour = APPEARANCES[words.tone]
        controls.set_style_property(self, "card", card)
        self._picture.show_drawing(picture, colour)
        for text, said in ((self.title, words.title), (self.about, words.about)):
            text.set_language(language)
            text.setText(said)
            text.setVisible(bool(said))


class Facts(QWidget):
    """Pairs of a label and a text, with a line between them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def show_facts(self, facts: Sequence[tuple[str, str]], language: str) -> None:
        """Show these pairs in place of the ones before."""
        controls.clear(self._rows)
        for label, text in facts:
            self._rows.addWidget(self._row(label, text, language))
        self.setVisible(bool(facts))

    def _row(self, label: str, text: str, language: str) -> QWidget:
        values = style.tokens()
        row, inside = controls.card("row", margins=(0, values.space.hair))
        is_list = "\n" in text
        name, said = Text("label", language=language), Text("small" if is_list else "body", language=language)
        name.setText(label)
        said.setText(text)
        if style.letters() > 1:
            inside.setDirection(controls.direction(False))
            inside.setSpacing(0)
        else:
            name.setFixedWidth(values.size.fact_label)
        inside.addWidget(name)
        inside.addWidget(said, 1)
        return row


class TakeCard(QFrame):
    """The call to take the card and one's belongings; blue, because it is not an error."""

    def __init__(self) -> None:
        super().__init__()
        values = style.tokens()
        self.setProperty("card", "take")
        self._title, self._second = Text("take", language="ja"), Text("second")
        self._belongings = Text("label")
        self._picture = CardPicture(TAKE, values.size.take_width, values.size.take_height)
        inside = QBoxLayout(controls.direction(not style.is_cramped()), self)
        space = values.space
        inside.setContentsMargins(space.wide, space.snug, space.wide, space.snug)
        inside.setSpacing(space.wide)
        inside.addWidget(self._picture)
        words = controls.column(self._title, self._second, self._belongings, space=space.hair)
        words.insertStretch(0, 1)
        words.addStretch(1)
        inside.addLayout(words, 1)

    def show_words(self, language: str) -> None:
        """Show the words in Japanese and in the customer's language, in English if none was chosen."""
        second = languages.second(language)
        self._title.setText(sentences.TAKE_CARD)
        self._second.set_language(second)
        self._second.setText(languages.in_one_line(_say(second, sentences.TAKE_CARD), second))
        self._belongings.set_language(language or "ja")
        self._belongings.setText(_say(language, sentences.BELONGINGS))

    def set_large(self, large: bool) -> None:
        """Show the picture large, or no higher than beside other words."""
        size = style.tokens().size
        wanted = (size.picture_width, size.picture_height) if large else (size.take_width, size.take_height)
        self._picture.setFixedSize(*wanted)


class Slip(QFrame):
    """The receipt in three lines: nothing of the person is left here, since when, and its number."""

    def __init__(self) -> None:
        super().__init__()
        values = style.tokens()
        self.setProperty("card", "slip")
        self._name, self.number = Text("good_small", centred=True), Text("good", centred=True, language="ja")
        self._left, self._sure = Text("label_bold"), Text("label")
        beside = style.letters() == 1
        inside = QBoxLayout(controls.direction(beside), self)
        inside.setContentsMargins(values.space.wide, values.space.snug, values.space.wide, values.space.snug)
        inside.setSpacing(values.space.wide)
        if beside:
            self._name.setFixedWidth(values.size.slip_name)
        inside.addLayout(controls.column(self._name, self.number, space=0))
        inside.addLayout(controls.column(self._left, self._sure, space=0), 1)

    def show_receipt(self, number: int, wiped_at: str, language: str) -> None:
        """Show the number of the receipt and when the wipe was verified."""
        for text in (self._name, self._left, self._sure):
            text.set_language(language or "ja")
        self._name.setText(_say(language, sentences.SLIP))
        self.number.setText(f"No. {number:04}")
        self._left.setText(_say(language, sentences.NOTHING_LEFT))
        at = languages.minute_of_day(wiped_at, language or "ja")
        self._sure.setText(fill(_say(language, sentences.MADE_SURE), at))


class Bar(QFrame):
    """The seconds that the page stays, and what may be pressed. The lifecycle decides when the page goes."""

    longer_wanted = Signal()
    read = Signal()
    seen = Signal()

    def __init__(self) -> None:
        super().__init__()
        values = style.tokens()
        self.setProperty("card", "end_bar")
        self._language, self._stay = "", Stay.NONE
        self.ring, self._text = DeadlineRing(small=True), Text("body")
        self.longer, self.understood = Button("look_longer", "outline"), Button("notice_read", "main")
        self.staff = Button("notice_seen", "outline")
        self._lay_out()
        self.understood.setMinimumHeight(values.size.button)
        self.ring.ticked.connect(self.on_ticked)
        self.longer.clicked.connect(self.longer_wanted)
        self.understood.clicked.connect(self._on_read)
        self.staff.clicked.connect(self._on_seen)

    def _lay_out(self) -> None:
        """The time and the buttons in one row, or in two where one has no room for them."""
        values = style.tokens()
        time, answers = QHBoxLayout(), QHBoxLayout()
        time.addWidget(self.ring)
        time.addWidget(self._text, 1)
        for button in (self.staff, self.longer, self.understood):
            button.setMinimumWidth(values.size.button_wide)
            answers.addWidget(button)
        inside = QBoxLayout(controls.direction(not style.is_narrow()), self)
        inside.setContentsMargins(values.space.margin, values.space.tight, values.space.margin, values.space.tight)
        inside.addLayout(time, 1)
        inside.addLayout(answers)
        for part in (time, answers, inside):
            part.setSpacing(values.space.base)
        self.setMinimumHeight(values.size.footer)

    def begin(self, page: ShowCurtain, language: str) -> None:
        """Count down the seconds of this page."""
        self._language, self._stay = language, page.stay
        self.setVisible(page.stay in (Stay.READ, Stay.STAFF))
        self.longer.setVisible(page.may_look)
        self.understood.setVisible(page.stay is Stay.READ)
        self.staff.setVisible(page.stay is Stay.STAFF)
        self.staff.setEnabled(not page.confirmed)
        self._text.set_language(language or "ja")
        labels = {self.longer: sentences.LONGER, self.understood: sentences.UNDERSTOOD, self.staff: sentences.SEEN}
        for button, source in labels.items():
            button.set_language("ja" if button is self.staff else language)
            button.say(source if button is self.staff else _say(language, source))
        self.ring.begin(page.left, page.left)

    def on_ticked(self, left: int) -> None:
        """Tell how long the page stays: until staff confirm, some seconds, or just as long as the card lies there."""
        waits = self._stay is Stay.STAFF and self.staff.isEnabled()
        self.ring.setVisible(left > 0 and not waits)
        stays, closes = _say(self._language, sentences.STAYS), fill(_say(self._language, sentences.CLOSES), left)
        self._text.setText(stays if waits else closes if left else "")

    def _on_read(self) -> None:
        self.hide()
        self.read.emit()

    def _on_seen(self) -> None:
        self.staff.setEnabled(False)
        self.ring.on_tick()
        self.seen.emit()


class SlipButton(Button):
    """「控えを印刷する」: nothing is printed unless the person asks, and once."""

    #: The text of the slip and its language.
    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("print_slip", "outline")
        self._text, self._language = "", ""
        self.clicked.connect(self._on_clicked)
        self.hide()

    def offer(self, text: str, language: str) -> None:
        """Offer to print this text; "" offers nothing."""
        self._text, self._language = text, language
        self.set_language(language)
        self.setVisible(bool(text))
        self.tell(sentences.PRINT)
        self.setEnabled(True)

    def tell(self, sentence: str) -> None:
        """Show what became of it."""
        self.say(_say(self._language, sentence))

    def _on_clicked(self) -> None:
        self.setEnabled(False)
        self.tell(sentences.PRINTING)
        self.wanted.emit(self._text, self._language)


class EndPage(QWidget):
    """Band, facts at the left, card and receipt at the right, and the bar."""

    def __init__(self) -> None:
        super().__init__()
        self.print_slip, self.prints = SlipButton(), False
        self.band, self.facts, self.take, self.slip, self.bar = Band(), Facts(), TakeCard(), Slip(), Bar()
        self._right = QVBoxLayout()
        content, outer = QWidget(), QVBoxLayout(self)
        scrolled = controls.column(space=0)
        content.setLayout(scrolled)
        self.room = Room(content, gathered=False)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        # Large letters need the room of the title as well.
        (scrolled if style.letters() > 1 else outer).addWidget(self.band)
        scrolled.addLayout(self._middle(), 1)
        outer.addWidget(self.room, 1)
        outer.addWidget(self.bar)

    def _middle(self) -> QBoxLayout:
        space = style.tokens().space
        right = self._right
        right.setSpacing(space.base)
        right.addWidget(self.take, 1)
        right.addWidget(self.slip)
        right.addWidget(self.print_slip)
        right.addStretch(0)
        middle = QBoxLayout(controls.direction(not style.is_narrow()))
        middle.setContentsMargins(space.margin, space.base, space.margin, space.base)
        middle.setSpacing(space.loose)
        # What has to be scrolled begins with what has to be done first: to take the card.
        before, after = ([right], [self.facts]) if style.letters() > 1 else ([self.facts], [right])
        for part in (*before, *after):
            middle.addLayout(part, 1) if isinstance(part, QVBoxLayout) else middle.addWidget(part, 1)
        return middle

    def title(self) -> str:
        """What the person must do first, in Japanese: take the card; else the title."""
        return sentences.TAKE_CARD if self.take.isVisibleTo(self) else self.band.title.text()

    def show_end(self, page: ShowCurtain, words: EndWords, number: int, wiped_at: str, language: str) -> None:
        """Show this end; ``language``: the customer's, "" if none was chosen."""
        said = language or "ja"
        self.band.show_words(words, said)
        self.facts.show_facts(words.facts, said)
        self.take.show_words(language)
        self.take.setVisible(page.card)
        self._right.setStretch(3, 0 if page.card else 1)  # the slip keeps its height
        self.slip.show_receipt(number, wiped_at, language)
        self.bar.begin(page, language)
        offered = self.prints and page.stay is Stay.READ
        self.print_slip.offer(slip.text(words, number, wiped_at, language) if offered else "", language)
        self.fit()

    def fit(self) -> None:
        """Make the picture, then the texts smaller where there is no room; large letters are scrolled instead."""
        texts = [text for text in self.findChildren(Text) if text.isVisibleTo(self)]
        self.take.set_large(not self.facts.isVisibleTo(self))
        arrange(self)
        if self.room.overflows():
            self.take.set_large(False)
        fit(self, texts)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the texts again: the stylesheet's letters are known only now."""
        super().showEvent(event)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the texts again."""
        super().resizeEvent(event)
        self.fit()


def _title_role() -> str:
    """The largest letters are not needed where all are large: the line would be broken within a word."""
    return "hero" if style.letters() == 1 else "question" if style.is_cramped() else "title"


def _say(language: str, source: str) -> str:
    """The sentence in this language; "": in Japanese."""
    return languages.sentence(language, sentences.CONTEXT, source) if language else source
