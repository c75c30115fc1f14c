"""The PIN pad for the login, and the same pad for the second check before an application becomes final."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from kiosk.secret import Pin
from ui import style
from ui.flow.events import PinComplete, PinConfirmed
from ui.screens.content import Content
from ui.screens.screen import Screen, two_columns
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.keypad import Keypad, PinBoxes
from ui.widgets.pictures import Picture


class PinScreen(Screen):
    """Digits go from the key straight into the Pin; the posted events carry none."""

    #: Whether it asks to cover the keys with the other hand.
    shields: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pin: Pin | None = None
        self._tries, self._wrong, self._busy, self._last = 0, False, False, False
        self.title, self.about = Text("title"), Text("body")
        self.boxes, self.keypad = PinBoxes(), Keypad()
        self.note, self._icon = Text("small"), Picture("info", style.tokens().size.icon)
        self._note_box, inside = controls.card("info")
        inside.addWidget(self._icon)
        inside.addWidget(self.note, 1)
        self.shuffle = Button("shuffle", "link")
        self.shuffle.clicked.connect(self.on_shuffle)
        self.confirm = Button("confirm_pin", "main")
        self.confirm.setMinimumHeight(style.tokens().size.button)
        self.confirm.clicked.connect(self.on_confirmed)
        for part in (self.boxes, self.shuffle):
            part.installEventFilter(self.keypad)
        self.keypad.typed.connect(self.on_typed)
        self.keypad.erased.connect(self._refresh)
        two_columns(self, self._left(), self._right())
        self.retranslate()

    def _left(self) -> QVBoxLayout:
        space = style.tokens().space
        left = controls.column(self.title, self.about, space=space.snug)
        left.addSpacing(space.base)
        left.addWidget(self._shield_box())
        left.addSpacing(space.base)
        left.addWidget(self._note_box)
        left.addStretch(1)
        return left

    def _shield_box(self) -> QWidget:
        size = style.tokens().size
        self._shield, self._unseen = Text("heading"), Text("small")
        self._shield_card, inside = controls.card("hint")
        picture = Picture("picture_shield", size.shield_width, size.shield_height)
        inside.addWidget(picture)
        if style.letters() > 1:
            picture.hide()  # large words need its room
        inside.addLayout(controls.middle(self._shield, self._unseen, space=style.tokens().space.hair), 1)
        return self._shield_card

    def _right(self) -> QVBoxLayout:
        """The boxes on the pad, with the same edges: what is typed is seen where the finger is."""
        pad = QWidget()
        on_pad = controls.column(self.boxes, self.keypad, self.shuffle, space=style.tokens().size.key_gap)
        on_pad.setAlignment(self.shuffle, Qt.AlignmentFlag.AlignHCenter)
        pad.setLayout(on_pad)
        pad.setFixedWidth(self.keypad.sizeHint().width())
        policy = self.confirm.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # as wide as the pad, or as the column below the words
        self.confirm.setSizePolicy(policy)
        right = controls.column(pad, self.confirm, space=style.tokens().size.key_gap)
        right.addStretch(1)
        return right

    def fill(self, content: Content) -> None:
        """Set the PIN that takes the digits, whether the card is busy, and the tries left."""
        if content.pin is not self._pin:
            self.set_pin(content.pin)
        self._tries, self._last = content.flow.tries or 0, content.flow.on_last_try
        self.set_busy(self.is_at_work(content))

    def is_at_work(self, content: Content) -> bool:
        """Whether the card is busy for this pad."""
        return content.flow.busy

    def set_pin(self, pin: Pin) -> None:
        """Type into this PIN from now on."""
        self._pin = pin
        self.keypad.set_sink(pin)
        self._wrong = False
        self.set_busy(False)

    def set_tries(self, tries: int, *, last: bool = False) -> None:
        """Show how many tries are left. The ``last`` is in amber, and its digits wait for 「この番号でよい」."""
        self._tries, self._last = tries, last
        self.retranslate()

    def show_wrong(self, tries: int) -> None:
        """Show that the PIN was wrong, with the tries left, and accept another."""
        self._tries, self._wrong = tries, True
        self.set_busy(False)

    def set_busy(self, busy: bool) -> None:
        """Disable the keys while the card is busy."""
        self._busy = busy
        for part in (self.keypad, self.shuffle):
            part.setEnabled(not busy)
        self.retranslate()

    def on_typed(self) -> None:
        """Update the boxes after a digit; post the PIN when it is complete."""
        self._wrong = False
        self._refresh()
        if self._pin is not None and self._pin.complete:
            self.set_busy(not self._last)
            self.post(PinComplete())

    def on_confirmed(self) -> None:
        """Post that the complete PIN may be sent."""
        if self._pin is not None and self._pin.complete and not self._busy:
            self.set_busy(True)
            self.post(PinConfirmed())

    def on_shuffle(self) -> None:
        """Put the keys in another order."""
        self.keypad.shuffle()

    def entered(self) -> None:
        """Put the keys in order again and focus the boxes."""
        self.keypad.set_ordered()
        self._refresh()
        self.boxes.setFocus(Qt.FocusReason.OtherFocusReason)

    def main_control(self) -> QWidget | None:
        """The boxes; digits typed anywhere on the screen are taken."""
        return self.boxes

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits of a keyboard or number pad, Backspace and Escape."""
        if self.keypad.take_key(event):
            event.accept()
        elif self._last and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        self.boxes.set_filled(len(self._pin) if self._pin is not None else 0)
        self.confirm.setEnabled(not self._busy and self._pin is not None and self._pin.complete)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.shuffle.say(self.tr("数字の並びを変える"))
        self._shield.setText(QCoreApplication.translate("PinScreen", "手でかくして、\n押してください"))
        self._unseen.setText(QCoreApplication.translate("PinScreen", "番号は画面に出ません。"))
        self.confirm.say(self.tr("この番号でよい"))
        self.confirm.setVisible(self._last)
        self.shuffle.setVisible(not self._last)
        self._shield_card.setVisible(self.shields and not self._last)  # the warning needs its room
        kind = "warning" if self._last else "error" if self._wrong else "info"
        if self._note_box.property("card") != kind:
            controls.set_style_property(self._note_box, "card", kind)
        colour = "warning" if self._last else "error" if self._wrong else "main"
        self._icon.show_drawing("info" if colour == "main" else "warning", colour)
        self.note.setText(self._note())
        self._refresh()

    def _note(self) -> str:
        if self._busy:
            return self.tr("確かめています。カードを動かさずに、お待ちください。")
        if self._last:
            return QCoreApplication.translate(
                "PinScreen",
                "次にまちがえると、このカードの暗証番号は使えなくなります。\n"
                "番号をよく確かめて、「この番号でよい」を押してください。押すまでは、何も起きません。",
            )
        if self._wrong:
            return QCoreApplication.translate(
                "PinScreen", "暗証番号がちがいます。3回まちがえると使えなくなります（あと%n回）。", "", self._tries
            )
        return self.hint()

    def hint(self) -> str:
        """The text of the note while nothing else is to be shown."""
        if self._tries <= 0:
            return self.tr("暗証番号は、この端末に残りません。")
        return QCoreApplication.translate("PinScreen", "3回まちがえると使えなくなります（あと%n回）。", "", self._tries)


class EnterPinScreen(PinScreen):
    """The PIN for the login."""

    name = "enter_pin"
    shields = True
    _child = False

    def fill(self, content: Content) -> None:
        """Set also whose PIN is requested."""
        self._child = content.flow.for_child
        super().fill(content)

    def set_child(self, child: bool) -> None:
        """Set whether the PIN of the child's card is requested: the parent's own PIN would cost a try."""
        if child is not self._child:
            self._child = child
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        super().retranslate()
        self.title.setText(self.tr("4けたの暗証番号を\n入力してください"))
        own = self.tr("利用者証明用の番号です。\nコンビニで証明書をとるときと同じ番号です。")
        about = self.tr("お子さまのカードの、利用者証明用の番号です。") if self._child else own
        self.about.setText(about)


class CheckScreen(PinScreen):
    """The PIN for the second check, before the application becomes final."""

    name = "check"

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        super().retranslate()
        self.title.setText(self.tr("最後の確認です。\nもう一度、暗証番号を\n入力してください"))
        self.about.setText(self.tr("カードは、そのままにしてください。"))

    def hint(self) -> str:
        """Why the PIN is requested again, and the tries left."""
        if self._tries <= 0:
            return self.tr("ほかの方の申込みと取り違えないために確かめています。")
        return self.tr(
            "ほかの方の申込みと取り違えないために確かめています。\n3回まちがえると使えなくなります（あと%n回）。",
            "",
            self._tries,
        )
