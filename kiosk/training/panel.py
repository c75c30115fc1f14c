"""The panel of the training station: put software persons' cards on the reader, take and swap them, break things.

A slim dock at the right of the screen. Its parts have fixed places: nothing moves between two presses.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from textwrap import wrap

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolBox,
    QVBoxLayout,
    QWidget,
)

from kiosk.training.base.settings import DOCK_WIDTH, STAFF_CODE
from kiosk.training.cards.persons import Group, Person
from kiosk.training.portal.settings import Mode
from kiosk.training.reader.virtual_slot import PlacementError, ReaderScene
from kiosk.training.station import Station

TITLE = "研修用パネル：カードを置く・取る"
REFRESH_MS = 200
COLUMNS = 2
#: What the person who practises must know and cannot guess.
HELP = f"職員コード：{STAFF_CODE}\n職員パネル：Shift+F12\n次の方へ：F12"
#: Height of the letters in pixels, and how many of full width are in a line of a person's button.
LETTER, LINE = 12, 13
_GROUPS = {
    Group.ORDINARY: "手続きができるカード",
    Group.TROUBLE: "途中で止まるカード",
    Group.OTHER: "マイナンバーカードではないもの",
}
#: The persons whom a lesson needs most.
_FIRST = ("taro", "hanako")
_COLOURS = {Group.ORDINARY: "#d9a7c7", Group.TROUBLE: "#f2c14e", Group.OTHER: "#9db4c0"}
#: Width and height of a drawn card in pixels, in the proportion of ID-1 (ISO/IEC 7810).
_CARD = QSize(35, 22)
_MODES = {
    Mode.TWO_CHECKS_2023_04: "本人確認2回（2023年4月から）",
    Mode.ONE_CHECK_2022_06: "本人確認1回（2022年6月から）",
    Mode.TWO_CHECKS_2022_02: "本人確認2回（2022年2月から）",
    Mode.REDIRECTS: "本人確認1回、転送で申込み（実際にはない）",
}


class Panel(QWidget):
    """The panel's window: one button for each person, buttons for reader and portal, and what is on the reader."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self._station = station
        self.setFixedWidth(DOCK_WIDTH)
        font = self.font()
        font.setPixelSize(LETTER)
        self.setFont(font)
        self._on_reader, self._machine_state = _label_of("on_reader", lines=3), _label_of("machine_state", lines=2)
        self._modes = self._mode_list()
        self._take = self._button("take", "カードを取る", station.reader.take)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self._on_reader)
        inside.addWidget(self._take)
        inside.addWidget(self._persons(), 1)
        inside.addWidget(self._machine())
        inside.addWidget(QLabel(HELP))
        timer = QTimer(self)
        timer.timeout.connect(self._refresh)
        timer.start(REFRESH_MS)
        self._refresh()

    def _persons(self) -> QToolBox:
        """The cards in groups, one of them open; a press swaps the card that lies on the reader."""
        box = QToolBox()
        for group, title in _GROUPS.items():
            persons = [person for person in self._station.persons.values() if person.group is group]
            box.addItem(self._group(sorted(persons, key=_order)), title)
        return box

    def _group(self, persons: Sequence[Person]) -> QScrollArea:
        shown, content = QScrollArea(), QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        for person in persons:
            button = self._button(f"place_{person.id}", _broken(person), partial(self._put, person.id))
            button.setIcon(_card(QColor(_COLOURS[person.group])))
            button.setIconSize(_CARD)
            button.setStyleSheet("text-align: left; padding: 3px")
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.setToolTip(person.note["ja"])
            column.addWidget(button)
        column.addStretch(1)
        shown.setWidget(content)
        shown.setWidgetResizable(True)
        shown.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return shown

    def _machine(self) -> QGroupBox:
        box = QGroupBox("機械と申込みサイト")
        inside = QGridLayout(box)
        station = self._station
        actions: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("unplug", "リーダーを抜く", station.reader.unplug),
            ("plug", "リーダーを差す", station.reader.plug),
            ("close_portal", "サイトを止める", station.close_portal),
            ("open_portal", "サイトを動かす", station.open_portal),
        )
        for place, (name, text, action) in enumerate(actions):
            inside.addWidget(self._button(name, text, action), place // COLUMNS, place % COLUMNS)
        reset = self._button("reset", "はじめから", self._reset)
        reset.setToolTip("カード・リーダー・サイトを元に戻す")
        for row, widget in enumerate((self._modes, reset, self._machine_state), len(actions) // COLUMNS):
            inside.addWidget(widget, row, 0, 1, COLUMNS)
        return box

    def _mode_list(self) -> QComboBox:
        """The historic modes. The row's number is used, not its data: Qt hands an enumeration back as plain text."""
        modes = QComboBox()
        modes.setObjectName("mode")
        modes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        modes.setAccessibleName("サイトの本人確認の回数")
        modes.addItems(list(_MODES.values()))
        modes.setCurrentIndex(list(_MODES).index(self._station.mode))
        modes.currentIndexChanged.connect(lambda row: self._try(lambda: self._station.set_mode(list(_MODES)[row])))
        return modes

    def _reset(self) -> None:
        self._station.reset()
        self._modes.setCurrentIndex(list(_MODES).index(self._station.mode))

    def _button(self, name: str, text: str, action: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.clicked.connect(lambda: self._try(action))
        return button

    def _try(self, action: Callable[[], object]) -> None:
        try:
            action()
        except PlacementError as error:
            self._on_reader.setText(str(error))
        self._refresh()

    def _put(self, person: str) -> None:
        reader = self._station.reader
        if reader.state().person:
            reader.swap(person)
        else:
            reader.place(person)

    def _refresh(self) -> None:
        scene = self._station.reader.state()
        person = self._station.persons.get(scene.person)
        self._on_reader.setText(f"リーダーの上：{_label(person)}" if person else "リーダーの上：なし")
        self._take.setEnabled(person is not None)
        self._machine_state.setText(self._state_text(scene))

    def _state_text(self, scene: ReaderScene) -> str:
        reader = "つながっています" if scene.plugged else "抜いてあります"
        site = "動いています" if self._station.portal is not None else "止めてあります"
        return f"カードリーダー：{reader}\n申込みサイト：{site}"


def _label(person: Person) -> str:
    return f"{person.label['ja']}\n{person.note['ja']}"


def _order(person: Person) -> tuple[int, str]:
    return _FIRST.index(person.id) if person.id in _FIRST else len(_FIRST), person.id


def _broken(person: Person) -> str:
    """Name and note in lines that fit the dock: a button does not wrap its text."""
    lines = [line for sentence in person.note["ja"].split("。") for line in wrap(sentence, LINE)]
    return "\n".join([person.label["ja"].removesuffix("（研修用）"), *lines])


def _label_of(name: str, lines: int) -> QLabel:
    """A label with room for this many lines from the beginning, so that nothing under it moves."""
    label = QLabel()
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setFixedHeight(lines * label.fontMetrics().lineSpacing())
    return label


def _card(colour: QColor) -> QIcon:
    """A card with its chip."""
    drawn = QPixmap(_CARD * 2)
    drawn.setDevicePixelRatio(2)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(0.5, 0.5, _CARD.width() - 1, _CARD.height() - 1), 2, 2)
    painter.setBrush(QColor("#e8d48b"))
    painter.drawRect(QRectF(5, 8, 7, 6))
    painter.end()
    return QIcon(drawn)


def dock(available: QRect) -> QRect:
    """The panel's place on a screen with this much room; ``ui.window.placement`` leaves it free."""
    return available.adjusted(available.width() - DOCK_WIDTH, 0, 0, 0)


def run_panel(station: Station) -> int:
    """Show the panel beside the kiosk until the station is ended."""
    application = QApplication(["training-panel"])
    application.setQuitOnLastWindowClosed(False)
    panel = Panel(station)
    panel.setWindowFlags(Qt.WindowType.WindowStaysOnTopHint | Qt.WindowType.FramelessWindowHint)
    panel.setGeometry(dock(application.primaryScreen().availableGeometry()))
    panel.show()
    code = application.exec()
    sys.stdout.flush()
    return code
