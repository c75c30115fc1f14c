"""The panel of the training station: put software persons' cards on the reader, take and swap them, break things."""

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QGridLayout, QGroupBox, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.training.base.settings import STAFF_CODE
from kiosk.training.cards.persons import Person
from kiosk.training.portal.settings import Mode
from kiosk.training.reader.virtual_slot import PlacementError, ReaderScene
from kiosk.training.station import Station

TITLE = "研修用パネル：カードを置く・取る"
REFRESH_MS = 200
COLUMNS = 2
#: What the person who practises must know and cannot guess.
HELP = f"職員コード：{STAFF_CODE}　職員パネル：Shift+F12　次の方へ：F12"
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
        self._buttons: dict[str, QPushButton] = {}
        self._on_reader = QLabel()
        self._on_reader.setObjectName("on_reader")
        self._machine_state = QLabel()
        self._machine_state.setObjectName("machine_state")
        self._modes = self._mode_list()
        self._take = self._button("take", "カードを取る", station.reader.take)
        inside = QVBoxLayout(self)
        inside.addWidget(self._on_reader)
        inside.addWidget(self._take)
        inside.addWidget(self._persons())
        inside.addWidget(self._machine())
        timer = QTimer(self)
        timer.timeout.connect(self._refresh)
        timer.start(REFRESH_MS)
        self._refresh()

    def _persons(self) -> QGroupBox:
        box = QGroupBox("カードを置く（置いてあるときは、すばやく入れかえます）")
        grid = QGridLayout(box)
        for place, person in enumerate(self._station.persons.values()):
            button = self._button(f"place_{person.id}", _label(person), partial(self._put, person.id))
            button.setToolTip(person.note["ja"])
            self._buttons[person.id] = button
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        return box

    def _machine(self) -> QGroupBox:
        box = QGroupBox("機械と申込みサイト")
        inside = QGridLayout(box)
        station = self._station
        actions: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("unplug", "カードリーダーを抜く", station.reader.unplug),
            ("plug", "カードリーダーを差す", station.reader.plug),
            ("close_portal", "サイトを止める", station.close_portal),
            ("open_portal", "サイトを動かす", station.open_portal),
        )
        for place, (name, text, action) in enumerate(actions):
            inside.addWidget(self._button(name, text, action), place // COLUMNS, place % COLUMNS)
        inside.addWidget(self._modes, len(actions) // COLUMNS, 0, 1, COLUMNS)
        inside.addWidget(self._button("reset", "はじめから（カード・リーダー・サイトを元に戻す）", self._reset))
        inside.addWidget(self._machine_state)
        inside.addWidget(QLabel(HELP))
        return box

    def _mode_list(self) -> QComboBox:
        """The historic modes. The row's number is used, not its data: Qt hands an enumeration back as plain text."""
        modes = QComboBox()
        modes.setObjectName("mode")
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
        return f"カードリーダー：{reader}　申込みサイト：{site}"


def _label(person: Person) -> str:
    return f"{person.label['ja']}\n{person.note['ja']}"


def run_panel(station: Station) -> int:
    """Show the panel beside the kiosk until the station is ended."""
    application = QApplication(["training-panel"])
    application.setQuitOnLastWindowClosed(False)
    panel = Panel(station)
    panel.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
    panel.show()
    panel.move(application.screens()[-1].geometry().topLeft())
    code = application.exec()
    sys.stdout.flush()
    return code
