"""The import rules hold, and each of them can fail."""

import pytest

from tests.rules import import_rules
from tests.rules.import_rules import RULES, Rule
from tests.rules.sources import ROOT, Source, cycle, graph, imports, product, reach

#: Processes of the supervisor's side: what they load must not bring the browser engine.
SUPERVISOR_SIDE = (
    "kiosk.supervisor.supervisor",
    "kiosk.cli",
    "kiosk.config.settings",
    "kiosk.wipe.steps",
    "kiosk.cards.presence",
    "ui.terminal.curtain",
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_rule_holds(rule: Rule) -> None:
    findings = [finding for source in product() for finding in rule(source)]
    assert not findings, "\n".join(findings)


BAD = [
    ("kiosk_never_imports_ui", "kiosk/wipe/steps.py", "from ui import curtain"),
    ("kiosk_never_imports_ui", "kiosk/wipe/steps.py", "def f():\n    import ui.terminal.curtain"),
    ("kiosk_never_imports_ui", "kiosk/__main__.py", "import ui"),
    ("only_the_pcsc_module_imports_pyscard", "kiosk/cards/presence.py", "from smartcard.scard import SCardConnect"),
    ("nothing_imports_training", "ui/session/session.py", "def f():\n    from kiosk.training import panel"),
    ("nothing_imports_training", "ui/session/session.py", "from kiosk import training"),
    ("nothing_imports_training", "kiosk/cli.py", "import kiosk.training.demo"),
    ("nothing_imports_training", "kiosk/cli.py", "from .training import demo"),
    ("pure_modules_use_no_qt", "kiosk/cards/identity.py", "from PySide6 import QtCore"),
    ("pure_modules_use_no_qt", "kiosk/procedures/gate.py", "import PySide6.QtCore"),
    ("kiosk_uses_no_widgets", "kiosk/supervisor/supervisor.py", "from PySide6.QtWidgets import QWidget"),
    ("kiosk_uses_no_widgets", "kiosk/supervisor/supervisor.py", "from PySide6 import QtWebEngineCore"),
    ("only_the_browser_makes_profiles", "ui/flow/step.py", "profile = QtWebEngineCore.QWebEngineProfile('x')"),
    ("only_the_browser_makes_profiles", "ui/flow/step.py", "QWebEngineProfile.defaultProfile()"),
    ("only_processes_starts_processes", "ui/flow/step.py", "from subprocess import Popen"),
    ("only_processes_starts_processes", "ui/flow/step.py", "import subprocess\nsubprocess.run([])"),
    ("only_processes_starts_processes", "ui/flow/step.py", "import multiprocessing"),
    ("only_processes_starts_processes", "kiosk/wipe/steps.py", "import os\nos.system('x')"),
    ("only_processes_starts_processes", "kiosk/wipe/steps.py", "import os\nos.execv('x', [])"),
    ("only_processes_starts_processes", "ui/flow/step.py", "process.startDetached('x')"),
    ("only_the_wipe_deletes", "kiosk/audit/file.py", "import shutil\nshutil.rmtree('x')"),
    ("only_the_wipe_deletes", "ui/flow/step.py", "def f(path):\n    path.unlink()"),
    ("nothing_prints", "ui/flow/step.py", "print('x')"),
]


@pytest.mark.parametrize(("name", "path", "text"), BAD)
def test_the_rule_can_fail(name: str, path: str, text: str) -> None:
    rule: Rule = getattr(import_rules, name)
    assert list(rule(Source(path, text)))


def test_every_rule_was_shown_to_fail() -> None:
    assert {name for name, _, _ in BAD} == {rule.__name__ for rule in RULES}


GOOD = [
    ("kiosk_never_imports_ui", "kiosk/__main__.py", "def f():\n    import ui.terminal.curtain"),
    ("nothing_imports_training", "kiosk/cli.py", "def f():\n    from kiosk.training import demo"),
    ("only_the_wipe_deletes", "ui/flow/step.py", "items.remove(3)"),
]


@pytest.mark.parametrize(("name", "path", "text"), GOOD)
def test_the_rule_lets_the_ordinary_pass(name: str, path: str, text: str) -> None:
    rule: Rule = getattr(import_rules, name)
    assert not list(rule(Source(path, text)))


def test_there_is_no_import_cycle() -> None:
    assert cycle(graph(product())) == []


def test_a_cycle_is_found() -> None:
    files = (Source("kiosk/a.py", "from kiosk import b"), Source("kiosk/b.py", "from kiosk.c import x"),
             Source("kiosk/c.py", "import kiosk.a"))  # fmt: skip
    assert cycle(graph(files)) == ["kiosk.a", "kiosk.b", "kiosk.c", "kiosk.a"]


def names_imported(source: Source) -> list[str]:
    """Everything this file imports."""
    return [item.name for item in imports(source)]


def modules_with(part: str) -> set[str]:
    """The modules of the program that import something with this in its name."""
    return {source.module for source in product() if any(part in name for name in names_imported(source))}


@pytest.mark.parametrize("start", SUPERVISOR_SIDE)
def test_the_supervisor_side_never_loads_the_browser_engine(start: str) -> None:
    assert not reach(graph(product()), start) & modules_with("PySide6.QtWebEngine")


def test_pure_modules_reach_no_qt_through_others() -> None:
    edges = graph(product())
    with_qt = modules_with("PySide6")
    for source in product():
        if source.path.startswith(import_rules.NO_QT):
            assert not reach(edges, source.module) & with_qt, source.path


def test_the_rules_look_at_the_program() -> None:
    assert len(product()) > 10
    assert (ROOT / "kiosk").is_dir()
