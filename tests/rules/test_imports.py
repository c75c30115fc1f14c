"""The rules of the house hold, and each of them can fail."""

from collections import Counter

import pytest

from tests.rules import import_rules, layers
from tests.rules.import_rules import LOADERS, LOADS_BY_NAME, OWN_FILES, RULES, Rule, module_folder
from tests.rules.layers import LEVEL, ROOMS, Qt, folder_of, room_of
from tests.rules.sources import (
    ROOT,
    Source,
    cycle,
    graph,
    imports,
    is_below,
    product,
    reach,
    references,
    sources,
)  # fmt: skip

#: Files of a room, without its ``__init__.py``, that a person can still overlook.
FILES = 14
#: Processes of the supervisor's side: what they load must not bring the browser engine.
SUPERVISOR_SIDE = ("kiosk.supervisor.supervisor", "kiosk.cli", "ui.terminal.root")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_holds(rule: Rule) -> None:
    findings = [finding for source in product() for finding in rule(source)]
    assert not findings, "\n".join(findings)


BAD = [
    ("layers", "kiosk/wipe/x.py", "from ui.terminal import curtain"),
    ("layers", "kiosk/wipe/x.py", "def f():\n    import ui.terminal.curtain"),
    ("layers", "kiosk/__main__.py", "import ui.terminal.root"),
    ("layers", "kiosk/cards/x.py", "from kiosk.wipe.steps import Clipboard"),
    ("layers", "kiosk/cards/x.py", "from kiosk.protocol import wire"),
    ("layers", "kiosk/lifecycle/x.py", "from ..supervisor import host"),
    ("layers", "kiosk/x.py", "from kiosk.system import clock"),
    ("layers", "ui/flow/x.py", "from ui.screens.screen import Screen"),
    ("layers", "ui/session/x.py", "def f():\n    from kiosk.training import panel"),
    ("layers", "ui/session/x.py", "from kiosk import training"),
    ("layers", "kiosk/cli.py", "import kiosk.training.demo"),
    ("layers", "kiosk/cli.py", "from .training import demo"),
    ("layers", "kiosk/newroom/x.py", ""),
    ("layers", "kiosk/training/drill/x.py", "from tests.support import terminal"),
    ("layers", "ui/session/x.py", "import tests.hostile"),
    ("layers", "kiosk/cli.py", "def f():\n    from run import ROOT"),
    ("layers", "kiosk/doctor/x.py", "import run"),
    ("layers", "kiosk/doctor/x.py", "from packaging import kiosk"),
    ("qt_by_room", "kiosk/cards/x.py", "from PySide6 import QtCore"),
    ("qt_by_room", "kiosk/procedures/x.py", "import PySide6.QtCore"),
    ("qt_by_room", "kiosk/supervisor/x.py", "from PySide6.QtWidgets import QWidget"),
    ("qt_by_room", "ui/terminal/x.py", "from PySide6 import QtWebEngineCore"),
    ("qt_by_room", "ui/widgets/x.py", "from PySide6.QtQuick import QQuickView"),
    ("qt_by_room", "ui/window/x.py", "from PySide6 import QtWebEngineQuick"),
    ("qt_by_room", "ui/screens/x.py", "from PySide6 import QtPrintSupport"),
    ("qt_by_room", "ui/screens/x.py", "import PySide6"),
    ("qt_by_room", "ui/flow/x.py", "from PySide6.QtCore import QObject"),
    ("only_the_pcsc_module_imports_pyscard", "kiosk/cards/x.py", "from smartcard.scard import SCardConnect"),
    ("only_one_file_asks_the_system_for_its_proxy", "kiosk/network/x.py", "from PySide6 import QtNetwork"),
    ("only_one_file_asks_the_system_for_its_proxy", "ui/window/x.py", "from PySide6.QtNetwork import QTcpSocket"),
    ("only_the_browsers_room_makes_profiles", "ui/flow/x.py", "profile = QtWebEngineCore.QWebEngineProfile('x')"),
    ("only_the_browsers_room_makes_profiles", "ui/flow/x.py", "QWebEngineProfile.defaultProfile()"),
    ("only_the_browsers_room_makes_profiles", "kiosk/training/x.py", "QWebEngineProfile('x')"),
    ("only_the_browsers_room_makes_profiles", "ui/window/x.py", "view = QWebEngineView()"),
    (
        "only_the_browsers_room_makes_profiles",
        "ui/window/x.py",
        "from PySide6.QtWebEngineWidgets import QWebEngineView as V",
    ),
    ("only_the_processes_room_starts_processes", "ui/flow/x.py", "from subprocess import Popen"),
    ("only_the_processes_room_starts_processes", "ui/flow/x.py", "import subprocess\nsubprocess.run([])"),
    ("only_the_processes_room_starts_processes", "ui/flow/x.py", "import multiprocessing"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import os\nos.system('x')"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import os\nos.execv('x', [])"),
    ("only_the_processes_room_starts_processes", "ui/flow/x.py", "process.startDetached('x')"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import subprocess as s\ns.run([])"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from subprocess import run as go"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from os import posix_spawn as p\np('x')"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import os\nf = os.posix_spawn\nf()"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from os import execv"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from os import spawnl as s"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import psutil\npsutil.Popen([])"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from psutil import Popen as P"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from PySide6 import QtCore\nQtCore.QProcess()"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from PySide6.QtCore import QProcess as Q"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "QDesktopServices.openUrl(url)"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "from PySide6.QtGui import QDesktopServices as D"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import webbrowser\nwebbrowser.open('x')"),
    (
        "only_the_processes_room_starts_processes",
        "kiosk/wipe/x.py",
        "from concurrent import futures\nfutures.ProcessPoolExecutor()",
    ),
    (
        "only_the_processes_room_starts_processes",
        "kiosk/wipe/x.py",
        "from concurrent.futures import ProcessPoolExecutor",
    ),
    ("the_processes_room_has_three_doors", "kiosk/wipe/x.py", "from kiosk.processes import linux"),
    ("the_processes_room_has_three_doors", "kiosk/wipe/x.py", "from kiosk.processes.pipes import Pipes"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "import shutil\nshutil.rmtree('x')"),
    ("only_the_deletion_module_deletes", "ui/flow/x.py", "def f(path):\n    path.unlink()"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "from os import remove"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "import os\nmap(os.remove, [])"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "from shutil import rmtree as r"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "import shutil as s\ns.rmtree('x')"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "from pathlib import Path\nr = Path.unlink"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "QFile('x').remove()"),
    (
        "only_the_deletion_module_deletes",
        "kiosk/wipe/x.py",
        "from PySide6.QtCore import QFile as Q\nfile = Q('x')\nfile.remove()",
    ),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "import tempfile\ntempfile.TemporaryDirectory()"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "from tempfile import TemporaryDirectory as T"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "import os\nos.truncate('x', 0)"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "import os\nos.replace('x', 'y')"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "def f(path, other):\n    path.replace(other)"),
    ("only_the_deletion_module_deletes", "kiosk/wipe/x.py", "def f(path, other):\n    path.rename(other)"),
    ("modules_are_loaded_by_their_names", "kiosk/wipe/x.py", "from os import *"),
    (
        "modules_are_loaded_by_their_names",
        "kiosk/wipe/x.py",
        "from importlib import import_module\nimport_module('subprocess')",
    ),
    ("modules_are_loaded_by_their_names", "kiosk/wipe/x.py", "import importlib as i\ni.import_module('os')"),
    ("modules_are_loaded_by_their_names", "kiosk/wipe/x.py", "__import__('os')"),
    ("modules_are_loaded_by_their_names", "kiosk/wipe/x.py", "exec('x')"),
    ("modules_are_loaded_by_their_names", "kiosk/wipe/x.py", "import runpy"),
    ("nothing_lets_go_of_the_hold", "ui/browser/embedded/browser.py", "page.setDevToolsPage(None)"),
    ("nothing_lets_go_of_the_hold", "ui/browser/embedded/hold.py", "tools.deleteLater()"),
    ("nothing_lets_go_of_the_hold", "ui/session/root.py", "application.quit()"),
    ("nothing_lets_go_of_the_hold", "ui/session/x.py", "import sys\nsys.exit(0)"),
    ("nothing_lets_go_of_the_hold", "ui/browser/x.py", "send('Fetch.disable')"),
    ("only_the_warden_asks_the_gate", "ui/session/pending_request.py", "from kiosk.procedures import gate"),
    ("only_the_warden_asks_the_gate", "ui/session/x.py", "from kiosk.procedures.gate import check_passed"),
    ("only_the_warden_asks_the_gate", "ui/session/x.py", "browser.warden._gate = opened"),
    ("nothing_prints", "ui/flow/x.py", "print('x')"),
    ("packages_are_empty", "ui/flow/__init__.py", "from ui.flow.step import step"),
]


@pytest.mark.parametrize(("name", "path", "text"), BAD)
def test_the_rule_can_fail(name: str, path: str, text: str) -> None:
    rule: Rule = getattr(import_rules, name)
    assert list(rule(Source(path, text)))


def test_every_rule_was_shown_to_fail() -> None:
    assert {name for name, _, _ in BAD} == {rule.__name__ for rule in RULES}


GOOD = [
    ("layers", "kiosk/__main__.py", "def f():\n    import ui.terminal.root"),
    ("layers", "kiosk/cli.py", "def f():\n    from kiosk.training import demo"),
    ("layers", "kiosk/wipe/x.py", "from kiosk.cards import transport"),
    ("layers", "kiosk/wipe/x.py", "import json\nfrom pathlib import Path"),
    ("the_processes_room_has_three_doors", "kiosk/wipe/x.py", "from kiosk.processes import start, tree"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import subprocess\nx = subprocess.DEVNULL"),
    ("only_the_processes_room_starts_processes", "kiosk/wipe/x.py", "import subprocess\nx: subprocess.Popen[bytes]"),
    ("only_the_deletion_module_deletes", "ui/flow/x.py", "items.remove(3)"),
    ("only_the_deletion_module_deletes", "ui/flow/x.py", "text.replace('a', 'b')"),
    ("only_the_deletion_module_deletes", "ui/flow/x.py", "import dataclasses\ndataclasses.replace(state, stage=1)"),
    ("packages_are_empty", "ui/flow/__init__.py", ""),
    ("nothing_lets_go_of_the_hold", "ui/terminal/x.py", "application.quit()"),
    ("only_the_warden_asks_the_gate", "ui/session/x.py", "from kiosk.procedures.gate import Decision"),
]


@pytest.mark.parametrize(("name", "path", "text"), GOOD)
def test_the_rule_lets_the_ordinary_pass(name: str, path: str, text: str) -> None:
    rule: Rule = getattr(import_rules, name)
    assert not list(rule(Source(path, text)))


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("kiosk.wipe.steps.DONE", "kiosk/wipe"),
        ("kiosk.wipe", "kiosk/wipe"),
        ("kiosk.vocabulary.EndReason", "kiosk"),
        ("ui.browser.embedded.guards", "ui/browser/embedded"),
        ("resources.path", "resources"),
        ("tests.support.desk", "tests/support"),
        ("run.ROOT", "run"),
        ("json", ""),
    ],
)
def test_where_an_imported_name_lies(name: str, folder: str) -> None:
    assert module_folder(name) == folder


# --- the plan as a whole ---


def test_there_is_no_import_cycle_between_files() -> None:
    assert cycle(graph(product())) == []


def test_a_cycle_is_found() -> None:
    files = (Source("kiosk/a.py", "from kiosk import b"), Source("kiosk/b.py", "from kiosk.c import x"),
             Source("kiosk/c.py", "import kiosk.a"))  # fmt: skip
    assert cycle(graph(files)) == ["kiosk.a", "kiosk.b", "kiosk.c", "kiosk.a"]


def test_there_is_no_import_cycle_between_rooms() -> None:
    """By the code itself, without the table; what a root or a type imports lazily makes no cycle at run time."""
    edges: dict[str, set[str]] = {}
    for source in product():
        loaded = {module_folder(item.name) for item in imports(source) if not (item.typing or item.lazy)}
        edges.setdefault(room_of(source.path), set()).update(loaded - {"", room_of(source.path)})
    assert cycle({room: frozenset(others) for room, others in edges.items()}) == []


def test_every_room_of_the_table_exists_and_stands_in_one_row() -> None:
    assert not [folder for folder in ROOMS if not (ROOT / folder).is_dir()]
    assert len(ROOMS) == sum(len(row) for row in layers.TABLE) == len(LEVEL)


def test_no_room_is_too_full() -> None:
    counts = Counter(folder_of(source.path) for source in product() if not source.path.endswith("__init__.py"))
    crowded = {folder: count for folder, count in counts.items() if count > FILES and not ROOMS[folder].full}
    assert not crowded


@pytest.mark.parametrize("level", [Qt.NONE, Qt.CORE, Qt.WIDGETS], ids=lambda level: level.name)
def test_rooms_reach_no_more_of_qt_through_others(level: Qt) -> None:
    edges = graph(product())
    more = {source.module for source in product() if qt_of(source) > level}
    assert more
    for source in product():
        room = ROOMS[folder_of(source.path)]
        if max(room.qt, room.through) == level and source.path not in layers.ROOTS:
            assert not reach(edges, source.module) & more, source.path


def qt_of(source: Source) -> Qt:
    """How much of Qt a file loads by itself."""
    loaded = [item.name for item in imports(source) if not (item.lazy or item.typing)]
    parts = [name.split(".") for name in loaded if is_below(name, "PySide6")]
    return max((layers.QT_MODULES.get(".".join(part[1:2]), Qt.ENGINE) for part in parts), default=Qt.NONE)


@pytest.mark.parametrize(("path", "name"), sorted(OWN_FILES))
def test_what_may_take_its_own_files_away_does_so(path: str, name: str) -> None:
    """An entry nobody needs any more would let a new deletion pass."""
    (source,) = sources(path)
    assert any(item.name.endswith(name) for item in references(source))


@pytest.mark.parametrize("path", sorted(LOADS_BY_NAME))
def test_what_may_load_by_name_does_so(path: str) -> None:
    (source,) = sources(path)
    assert any(item.name in LOADERS for item in references(source))


def names_imported(source: Source) -> list[str]:
    """Everything this file imports."""
    return [item.name for item in imports(source)]


def modules_with(part: str) -> set[str]:
    """The modules of the program that import something with this in its name."""
    return {source.module for source in product() if any(part in name for name in names_imported(source))}


@pytest.mark.parametrize("start", SUPERVISOR_SIDE)
def test_the_supervisor_side_never_loads_the_browser_engine(start: str) -> None:
    assert start in graph(product())
    assert not reach(graph(product()), start) & modules_with("PySide6.QtWebEngine")


def test_the_rules_look_at_the_program() -> None:
    assert len(product()) > 100
    assert (ROOT / "kiosk").is_dir()
