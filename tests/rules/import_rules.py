"""Who may import, start, delete, print and browse. Each rule looks at one file and gives ``path:line: sentence``."""

import ast
from collections.abc import Callable, Iterator

from tests.rules.layers import QT_MODULES, ROOMS, ROOTS, Qt, folder_of, may_import, room_of
from tests.rules.sources import ROOT, Source, called, imports, is_below, references

Rule = Callable[[Source], Iterator[str]]

SYSTEM_PROXY_FILE = "kiosk/network/system_proxy.py"
GUARDS = "ui/browser/embedded/guards.py"
PYSCARD_FILE = "kiosk/cards/pcsc.py"
DELETION_FILE = "kiosk/system/deletion.py"
PROCESSES = "kiosk/processes/"
HOLD = "ui/browser/embedded/hold.py"
#: A browser without a customer.
PROBE = "ui/browser/embedded/confinement_probe.py"
WARDEN = "ui/browser/warden.py"
#: What others may know of the gate: words, no functions.
GATE_WORDS = frozenset({"Decision", "OVERRIDE_HEADERS"})
DETACHING = frozenset({"setDevToolsPage", "setInspectedPage"})
TEARING_DOWN = frozenset({"deleteLater", "quit", "exit", "shutdown", "delete"})
#: What others may use of the room of processes.
PROCESSES_DOORS = frozenset({"start", "tree", "confinement"})
BROWSERS = "ui/browser/"
TRAINING = "kiosk/training/"
#: What lies at the top of the project. The product is only a part of it.
OURS = ("kiosk", "ui", "resources", "tests", "run", "packaging")
STARTERS = {
    "subprocess.Popen", "subprocess.run", "subprocess.call", "subprocess.check_call", "subprocess.check_output",
    "subprocess.getoutput", "subprocess.getstatusoutput", "psutil.Popen",
    "multiprocessing", "multiprocessing.Process", "multiprocessing.Pool", "multiprocessing.Manager",
    "multiprocessing.get_context",
    "os.fork", "os.forkpty", "os.system", "os.popen", "os.startfile", "pty.spawn", "pty.fork",
    "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell",
}  # fmt: skip
#: Families of functions that start programs: ``os.execv``, ``os.spawnl``, ``webbrowser.open``.
STARTING = ("os.exec", "os.spawn", "os.posix_spawn", "webbrowser", "multiprocessing.pool", "multiprocessing.process")
#: Classes and methods that start programs, in whatever module they are found.
STARTING_NAMES = ("QProcess", "startDetached", "QDesktopServices", "ProcessPoolExecutor")
DELETERS = {
    "shutil.rmtree", "shutil.move", "os.remove", "os.unlink", "os.rmdir", "os.removedirs",
    "os.truncate", "os.ftruncate", "os.rename", "os.renames", "os.replace",
    "tempfile.TemporaryDirectory", "tempfile.NamedTemporaryFile",
}  # fmt: skip
DELETING_METHODS = ("unlink", "rmdir", "rename", "removeRecursively", "moveToTrash", "rmtree")
#: Qt's classes whose ``remove`` takes a file away; ``remove`` itself is what every list has.
QT_FILES = ("QFile", "QDir", "QSaveFile", "QTemporaryFile", "QTemporaryDir")
QT_REMOVERS = ("remove", "rmpath")
#: What the rest of the program may take away itself: nothing that a customer left.
OWN_FILES = {
    ("kiosk/audit/file.py", "os.ftruncate"): "half a line that could not be written",
    ("kiosk/audit/file.py", "rename"): "the file of a month that is over gets its name for good",
    ("kiosk/config/staff_code.py", "replace"): "a draft takes the place of the old code",
    ("kiosk/doctor/engine.py", "tempfile.TemporaryDirectory"): "the home of a browser that has no customer",
    ("kiosk/processes/tree.py", "replace"): "a draft takes the place of the old record",
    ("kiosk/system/whole_file.py", "replace"): "a file gets its name once it is whole",
    ("kiosk/training/base/wall_clock.py", "replace"): "a draft; the training part has no customers",
    ("kiosk/training/cards/training_ca.py", "replace"): "a draft; the training part has no customers",
    ("kiosk/training/reader/virtual_reader.py", "replace"): "a draft; the training part has no customers",
}
#: Ways to load or run what no rule here can read.
LOADERS = {"importlib.import_module", "importlib.__import__", "__import__", "exec", "eval", "compile", "runpy"}
#: Who may load modules by name.
LOADS_BY_NAME = {
    "kiosk/doctor/windows.py": "winreg is only on Windows",
    "kiosk/training/base/equipment.py": "says which packages of the training part are missing",
    "ui/browser/embedded/engine.py": "the engine's parts, one for each turn of the event loop",
    "ui/session/root.py": "what the session needs later is loaded while it waits",
    "ui/terminal/sounds.py": "a terminal without a sound system serves in silence",
}
BROWSER_MAKERS = ("QWebEngineProfile", "defaultProfile", "QWebEngineView", "QWebEnginePage")


def _at(source: Source, line: int, text: str) -> str:
    return f"{source.path}:{line}: {text}"


def module_folder(name: str) -> str:
    """The folder that an imported name of ours lies in: ``kiosk/wipe`` for ``kiosk.wipe.steps.DONE``; "" for others.

    ``from kiosk import wipe`` names a room and no file: a room has nothing in its ``__init__``. What is not the
    product's (``tests``, ``run``) has no row in the table, so that nothing of the product may import it.
    """
    parts = name.split(".")
    if parts[0] not in OURS:
        return ""
    for count in range(len(parts), 0, -1):
        path = "/".join(parts[:count])
        if (ROOT / f"{path}.py").is_file():
            return folder_of(f"{path}.py") or path
        if (ROOT / path).is_dir():
            return path
    return parts[0]


def layers(source: Source) -> Iterator[str]:
    """A room imports only rooms below it (``layers.TABLE``); the roots may import anything inside a function."""
    if folder_of(source.path) not in ROOMS:
        yield _at(source, 1, f"{folder_of(source.path)} has no row in tests/rules/layers.py")
        return
    room = room_of(source.path)
    for item in imports(source):
        wanted = module_folder(item.name)
        anything = source.path in ROOTS and (item.lazy or item.typing) and wanted in ROOMS
        if not wanted or anything or may_import(room, wanted):
            continue
        yield _at(source, item.line, f"{room} imports {item.name}: {wanted} is not below it")


def qt_by_room(source: Source) -> Iterator[str]:
    """A room uses no more of Qt than its row says."""
    room = ROOMS.get(folder_of(source.path))
    for item in imports(source):
        if room is None or not is_below(item.name, "PySide6"):
            continue
        module = item.name.partition(".")[2].partition(".")[0]
        if QT_MODULES.get(module, Qt.ENGINE) > room.qt:
            yield _at(source, item.line, f"{item.name} in a room with {room.qt.name}")


def only_the_pcsc_module_imports_pyscard(source: Source) -> Iterator[str]:
    """One file knows pyscard."""
    for item in imports(source):
        if is_below(item.name, "smartcard") and source.path != PYSCARD_FILE:
            yield _at(source, item.line, f"pyscard outside {PYSCARD_FILE}")


def only_one_file_asks_the_system_for_its_proxy(source: Source) -> Iterator[str]:
    """QtNetwork could open connections past the route. (The engine's own question for a login is one of its types.)"""
    for item in imports(source):
        if is_below(item.name, "PySide6.QtNetwork") and source.path not in (SYSTEM_PROXY_FILE, GUARDS):
            yield _at(source, item.line, f"QtNetwork outside {SYSTEM_PROXY_FILE}")


def only_the_browsers_room_makes_profiles(source: Source) -> Iterator[str]:
    """A second place would forget a guard."""
    if source.path.startswith(BROWSERS):
        return
    for item in references(source):
        if item.name.rpartition(".")[2] in BROWSER_MAKERS:
            yield _at(source, item.line, f"{item.name} outside {BROWSERS}")


def only_the_processes_room_starts_processes(source: Source) -> Iterator[str]:
    """A process nobody knows of is one the wipe cannot end.

    `import subprocess` alone may be for its constants and exceptions; a function of it is not.
    """
    if source.path.startswith(PROCESSES):
        return
    for item in references(source):
        if item.name in STARTERS or item.name.startswith(STARTING) or _named(item.name, STARTING_NAMES):
            yield _at(source, item.line, f"{item.name} outside {PROCESSES}")


def _named(name: str, names: tuple[str, ...]) -> bool:
    return name.rpartition(".")[2] in names


def the_processes_room_has_three_doors(source: Source) -> Iterator[str]:
    """Its other files are the systems' own ways; who used them directly would go round the bookkeeping."""
    if source.path.startswith(PROCESSES):
        return
    for item in imports(source):
        parts = item.name.split(".")
        if parts[:2] == ["kiosk", "processes"] and not PROCESSES_DOORS.intersection(parts[2:3]):
            yield _at(source, item.line, f"{item.name} is private to {PROCESSES}")


def only_the_deletion_module_deletes(source: Source) -> Iterator[str]:
    """What is deleted elsewhere is not verified. What is moved or overwritten is gone from where it was, too."""
    if source.path == DELETION_FILE:
        return
    methods = DELETING_METHODS + (
        QT_REMOVERS if any(_named(item.name, QT_FILES) for item in references(source)) else ()
    )
    found = {
        (item.line, item.name) for item in references(source) if item.name in DELETERS or _named(item.name, methods)
    }
    for line, name in sorted(found | set(_replaced(source))):
        if not {(source.path, name), (source.path, name.rpartition(".")[2])} & OWN_FILES.keys():
            yield _at(source, line, f"{name} outside {DELETION_FILE}")


def _replaced(source: Source) -> Iterator[tuple[int, str]]:
    """``path.replace(other)``: a text's ``replace`` has two arguments, a time's and a dataclass's have names."""
    for node in ast.walk(source.tree):
        name = called(source, node)
        if name.endswith(".replace") and isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
            yield node.lineno, name


def modules_are_loaded_by_their_names(source: Source) -> Iterator[str]:
    """An import that is put together, or code in a string, is one that these rules do not see."""
    for item in references(source):
        if item.name.endswith(".*"):
            yield _at(source, item.line, f"{item.name}: import the names that are needed")
        if (item.name in LOADERS or is_below(item.name, "runpy")) and source.path not in LOADS_BY_NAME:
            yield _at(source, item.line, f"{item.name} is not in LOADS_BY_NAME")


def nothing_lets_go_of_the_hold(source: Source) -> Iterator[str]:
    """The engine lets go of what it holds when the hold is detached, disabled or deleted, or Qt ends the engine."""
    if "Fetch.disable" in source.text or "Target.detach" in source.text or "Target.close" in source.text:
        yield _at(source, 1, "the hold is disabled")
    for node in ast.walk(source.tree):
        name, line = called(source, node).rpartition(".")[2], getattr(node, "lineno", 0)
        if name in DETACHING and source.path != HOLD:
            yield _at(source, line, f"{name} outside {HOLD}")
        if name in TEARING_DOWN and source.path.startswith((BROWSERS, "ui/session/")) and source.path != PROBE:
            yield _at(source, line, f"{name}: a session ends with a kill or os._exit")


def only_the_warden_asks_the_gate(source: Source) -> Iterator[str]:
    """A second hand on the gate would open it unseen."""
    for item in imports(source):
        word = item.name.rpartition(".")[2]
        if source.path.startswith(("kiosk/procedures/", WARDEN)) or word in GATE_WORDS:
            continue
        if is_below(item.name, "kiosk.procedures.gate"):
            yield _at(source, item.line, f"the gate outside {WARDEN}")
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr == "_gate" and source.path != WARDEN:
            yield _at(source, node.lineno, f"the warden's gate outside {WARDEN}")


def nothing_prints(source: Source) -> Iterator[str]:
    """Standard output is the session's protocol; the command line uses typer.echo (the root has no typer yet).

    The training part is a console program of its own.
    """
    if source.path.startswith(TRAINING):
        return
    names = {"print", "pprint", "traceback.print_exc"}
    names |= set() if source.path in ROOTS else {"sys.stdout.write"}
    for node in ast.walk(source.tree):
        if called(source, node) in names:
            yield _at(source, getattr(node, "lineno", 0), "print")


def packages_are_empty(source: Source) -> Iterator[str]:
    """The package is the door: no re-exports. (``resources`` is one module with a function.)"""
    if source.path.endswith("/__init__.py") and source.path != "resources/__init__.py" and source.text.strip():
        yield _at(source, 1, "an __init__.py with something in it")


RULES: tuple[Rule, ...] = (
    layers,
    qt_by_room,
    only_the_pcsc_module_imports_pyscard,
    only_one_file_asks_the_system_for_its_proxy,
    only_the_browsers_room_makes_profiles,
    only_the_processes_room_starts_processes,
    the_processes_room_has_three_doors,
    only_the_deletion_module_deletes,
    modules_are_loaded_by_their_names,
    nothing_lets_go_of_the_hold,
    only_the_warden_asks_the_gate,
    nothing_prints,
    packages_are_empty,
)
