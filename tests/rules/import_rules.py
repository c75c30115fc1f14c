"""Who may import, start, delete, print and browse. Each rule looks at one file and gives ``path:line: sentence``."""

import ast
from collections.abc import Callable, Iterator

from tests.rules.layers import QT_MODULES, ROOMS, ROOTS, Qt, folder_of, may_import, room_of
from tests.rules.sources import ROOT, Source, called, imports, is_below

Rule = Callable[[Source], Iterator[str]]

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
STARTERS = {
    "subprocess.Popen", "subprocess.run", "subprocess.call", "subprocess.check_call", "subprocess.check_output",
    "multiprocessing", "multiprocessing.Process", "multiprocessing.Pool", "multiprocessing.Manager",
    "multiprocessing.get_context",
    "concurrent.futures.ProcessPoolExecutor", "subprocess.getoutput", "subprocess.getstatusoutput",
    "os.fork", "os.forkpty", "os.system", "os.popen", "os.posix_spawn", "os.posix_spawnp", "os.startfile", "pty.spawn",
    "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell",
}  # fmt: skip
DELETERS = {"shutil.rmtree", "rmtree", "os.remove", "os.unlink", "os.rmdir", "os.removedirs", "shutil.move"}
DELETING_METHODS = ("unlink", "rmdir", "removeRecursively", "moveToTrash")


def _at(source: Source, line: int, text: str) -> str:
    return f"{source.path}:{line}: {text}"


def module_folder(name: str) -> str:
    """The folder that an imported name of ours lies in: ``kiosk/wipe`` for ``kiosk.wipe.steps.DONE``; "" for others.

    ``from kiosk import wipe`` names a room and no file: a room has nothing in its ``__init__``.
    """
    parts = name.split(".")
    if parts[0] not in ("kiosk", "ui", "resources"):
        return ""
    for count in range(len(parts), 0, -1):
        path = "/".join(parts[:count])
        if (ROOT / f"{path}.py").is_file():
            return folder_of(f"{path}.py")
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
        if not wanted or may_import(room, wanted) or (source.path in ROOTS and (item.lazy or item.typing)):
            continue
        yield _at(source, item.line, f"{room} imports {item.name}: {wanted} is not below it")


def qt_by_room(source: Source) -> Iterator[str]:
    """A room uses no more of Qt than its row says."""
    room = ROOMS.get(folder_of(source.path))
    for item in imports(source):
        if room is None or not is_below(item.name, "PySide6"):
            continue
        module = item.name.partition(".")[2].partition(".")[0]
        if QT_MODULES.get(module, Qt.CORE) > room.qt:
            yield _at(source, item.line, f"{item.name} in a room with {room.qt.name}")


def only_the_pcsc_module_imports_pyscard(source: Source) -> Iterator[str]:
    """One file knows pyscard."""
    for item in imports(source):
        if is_below(item.name, "smartcard") and source.path != PYSCARD_FILE:
            yield _at(source, item.line, f"pyscard outside {PYSCARD_FILE}")


def only_the_browsers_room_makes_profiles(source: Source) -> Iterator[str]:
    """A second place would forget a guard."""
    if source.path.startswith(BROWSERS):
        return
    for node in ast.walk(source.tree):
        if called(node).endswith(("QWebEngineProfile", "defaultProfile")):
            yield _at(source, getattr(node, "lineno", 0), f"a browser profile outside {BROWSERS}")


def only_the_processes_room_starts_processes(source: Source) -> Iterator[str]:
    """A process nobody knows of is one the wipe cannot end."""
    if source.path.startswith(PROCESSES):
        return
    for item in imports(source):
        # `import subprocess` alone may be for its constants and exceptions; a function of it is not.
        if item.name in STARTERS or "QProcess" in item.name:
            yield _at(source, item.line, f"{item.name} outside {PROCESSES}")
    for node in ast.walk(source.tree):
        name = called(node)
        if name in STARTERS or name.startswith(("os.exec", "os.spawn")) or name.endswith(".startDetached"):
            yield _at(source, getattr(node, "lineno", 0), f"{name} outside {PROCESSES}")


def the_processes_room_has_three_doors(source: Source) -> Iterator[str]:
    """Its other files are the systems' own ways; who used them directly would go round the bookkeeping."""
    if source.path.startswith(PROCESSES):
        return
    for item in imports(source):
        parts = item.name.split(".")
        if parts[:2] == ["kiosk", "processes"] and not PROCESSES_DOORS.intersection(parts[2:3]):
            yield _at(source, item.line, f"{item.name} is private to {PROCESSES}")


def only_the_deletion_module_deletes(source: Source) -> Iterator[str]:
    """What is deleted elsewhere is not verified."""
    if source.path == DELETION_FILE:
        return
    for node in ast.walk(source.tree):
        name = called(node)
        if name in DELETERS or name.rpartition(".")[2] in DELETING_METHODS or name in ("QFile.remove", "QDir.remove"):
            yield _at(source, getattr(node, "lineno", 0), f"{name} outside {DELETION_FILE}")


def nothing_lets_go_of_the_hold(source: Source) -> Iterator[str]:
    """The engine lets go of what it holds when the hold is detached, disabled or deleted, or Qt ends the engine."""
    if "Fetch.disable" in source.text or "Target.detach" in source.text or "Target.close" in source.text:
        yield _at(source, 1, "the hold is disabled")
    for node in ast.walk(source.tree):
        name, line = called(node).rpartition(".")[2], getattr(node, "lineno", 0)
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


def nothing_prints(source: Source) -> Iterator[str]:
    """Standard output is the session's protocol; the command line uses typer.echo (the root has no typer yet).

    The training part is a console program of its own.
    """
    if source.path.startswith(TRAINING):
        return
    names = {"print", "pprint", "traceback.print_exc"}
    names |= set() if source.path in ROOTS else {"sys.stdout.write"}
    for node in ast.walk(source.tree):
        if called(node) in names:
            yield _at(source, getattr(node, "lineno", 0), "print")


def packages_are_empty(source: Source) -> Iterator[str]:
    """The package is the door: no re-exports. (``resources`` is one module with a function.)"""
    if source.path.endswith("/__init__.py") and source.path != "resources/__init__.py" and source.text.strip():
        yield _at(source, 1, "an __init__.py with something in it")


RULES: tuple[Rule, ...] = (
    layers,
    qt_by_room,
    only_the_pcsc_module_imports_pyscard,
    only_the_browsers_room_makes_profiles,
    only_the_processes_room_starts_processes,
    the_processes_room_has_three_doors,
    only_the_deletion_module_deletes,
    nothing_lets_go_of_the_hold,
    only_the_warden_asks_the_gate,
    nothing_prints,
    packages_are_empty,
)
