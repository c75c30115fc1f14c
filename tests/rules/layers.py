"""The plan of the house: one table of rooms. A file is governed by its folder; nobody adds files to a list.

Rows go from the ground up. A room may import itself and the rooms of the rows above it in this table, never a neighbour
of its own row or a later one. ``docs/architecture.md`` shows the same rooms with a sentence each.
"""

from dataclasses import dataclass
from enum import IntEnum


class Qt(IntEnum):
    """How much of Qt a room may use, by itself and through what it imports."""

    NONE = 0
    CORE = 1
    WIDGETS = 2
    ENGINE = 3


@dataclass(frozen=True)
class Room:
    """A folder.

    ``full``: it may hold more files than others, because each of them is one of a kind. ``through``: what it may load
    of Qt through what it imports, where that is more than it may use itself.
    """

    folder: str
    qt: Qt = Qt.NONE
    full: bool = False
    through: Qt = Qt.NONE

    @property
    def package(self) -> str:
        """The dotted name."""
        return self.folder.replace("/", ".")


TABLE: tuple[tuple[Room, ...], ...] = (
    (Room("resources"),),
    # the machine
    (Room("kiosk"),),
    (Room("kiosk/system"),),
    (Room("kiosk/network", Qt.CORE),),
    (
        Room("kiosk/lifecycle"),
        Room("kiosk/protocol"),
        Room("kiosk/cards"),
        Room("kiosk/config"),
        Room("kiosk/hotkey"),
        Room("kiosk/touch_keyboard"),
    ),
    (Room("kiosk/processes"), Room("kiosk/procedures")),
    (Room("kiosk/audit"), Room("kiosk/wipe"), Room("kiosk/trust")),
    (Room("kiosk/reports"), Room("kiosk/cases"), Room("kiosk/survey")),
    (Room("kiosk/doctor"),),
    (Room("kiosk/supervisor", Qt.CORE), Room("kiosk/commands")),
    # what a person sees
    (Room("ui/flow"),),
    (Room("ui/text", Qt.WIDGETS),),
    (Room("ui", Qt.WIDGETS),),
    (Room("ui/widgets", Qt.WIDGETS), Room("ui/browser", Qt.CORE)),
    (Room("ui/layout", Qt.WIDGETS),),
    (
        Room("ui/browser/embedded", Qt.ENGINE),
        Room("ui/screens", Qt.WIDGETS, full=True),
        Room("ui/staff", Qt.WIDGETS),
        Room("ui/ends", Qt.WIDGETS),
    ),
    (Room("ui/window", Qt.WIDGETS),),
    (Room("ui/session", Qt.WIDGETS, through=Qt.ENGINE), Room("ui/terminal", Qt.WIDGETS)),
    # the training part: in no production build
    (Room("kiosk/training/base"),),
    (Room("kiosk/training/cards"), Room("kiosk/training/portal", full=True)),
    (Room("kiosk/training/reader"),),
    (Room("kiosk/training/koriyama", Qt.CORE),),
    (Room("kiosk/training/remote", Qt.WIDGETS),),
    (Room("kiosk/training", Qt.WIDGETS),),
    (Room("kiosk/training/play", Qt.ENGINE),),
    (Room("kiosk/training/drill", Qt.ENGINE),),
)

#: The composition roots: they put processes together and may import anything, inside a function. What they import when
#: they are loaded is little: a root of the ground floor, only vocabulary and system, since every process begins there.
ROOTS = frozenset({"kiosk/__main__.py", "kiosk/cli.py", "kiosk/training/__main__.py", "kiosk/training/demo.py"})

#: The name of the room that the roots in ``kiosk/`` make.
ROOT_ROOM = "kiosk (roots)"

#: Modules of Qt by how much of it they are. Any other (QtWebEngineQuick, QtPrintSupport) counts as ENGINE.
QT_MODULES = {
    **dict.fromkeys(("QtCore", "QtNetwork", "__version__"), Qt.CORE),
    **dict.fromkeys(("QtGui", "QtWidgets", "QtSvg", "QtMultimedia", "QtDBus", "QtTest"), Qt.WIDGETS),
}

ROOMS: dict[str, Room] = {room.folder: room for row in TABLE for room in row}
LEVEL: dict[str, int] = {room.folder: level for level, row in enumerate(TABLE) for room in row}


def folder_of(path: str) -> str:
    """The folder of a file, ``kiosk/wipe`` for ``kiosk/wipe/steps.py``."""
    return path.rpartition("/")[0]


def room_of(path: str) -> str:
    """The room of a file; the roots of the ground floor stand apart, above the system room."""
    return ROOT_ROOM if path in ROOTS and folder_of(path) == "kiosk" else folder_of(path)


def may_import(importer: str, imported: str) -> bool:
    """Whether files of the first folder may import files of the second; False for a folder without a row."""
    if importer == ROOT_ROOM:
        return imported in ("kiosk", "kiosk/system", "kiosk/commands")
    if importer not in LEVEL or imported not in LEVEL:
        return False
    return importer == imported or LEVEL[imported] < LEVEL[importer]
