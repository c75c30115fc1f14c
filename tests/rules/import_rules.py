"""Who may import what (docs/architecture.md, conventions). Each rule gives findings ``path:line: sentence``."""

import ast
from collections.abc import Callable, Iterator

from tests.rules.sources import Source, called, imports, is_below

Rule = Callable[[Source], Iterator[str]]

ROOT_MODULE = "kiosk/__main__.py"
TRAINING = "kiosk/training/"
#: The machinery of processes, split by platform; everything else asks `kiosk.processes.start`.
PROCESSES = ("kiosk/processes/",)
#: The one place that deletes, split by kind of trace.
WIPE = ("kiosk/system/deletion.py",)
#: These run without Qt, so that they can be proved without it.
NO_QT = (
    "kiosk/cards/",
    "kiosk/lifecycle/transitions.py",
    "kiosk/lifecycle/states.py",
    "kiosk/lifecycle/effects.py",
    "kiosk/lifecycle/trail.py",
    "kiosk/procedures/gate.py",
    "kiosk/wipe/steps.py",
    "kiosk/wipe/receipt.py",
    "kiosk/outcome.py",
    "kiosk/system/deletion.py",
    "kiosk/messages",
    "kiosk/procedures/navigation.py",
    "kiosk/secret.py",
    "kiosk/audit",
    "kiosk/failures.py",
    "kiosk/procedure",
    "kiosk/config/settings.py",
    "kiosk/config/staff_code.py",
    "kiosk/cards/presence.py",
    "kiosk/system/clock.py",
    "ui/flow/step.py",
    "ui/flow_",
)  # fmt: skip
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


def kiosk_never_imports_ui(source: Source) -> Iterator[str]:
    """But for the composition root, lazily; the training part may use anything."""
    if not source.path.startswith("kiosk/") or source.path.startswith(TRAINING):
        return
    for item in imports(source):
        if is_below(item.name, "ui") and not (source.path == ROOT_MODULE and item.lazy):
            yield _at(source, item.line, "kiosk imports ui")


def only_the_pcsc_module_imports_pyscard(source: Source) -> Iterator[str]:
    """One file knows pyscard."""
    for item in imports(source):
        if is_below(item.name, "smartcard") and source.path != "kiosk/cards/pcsc.py":
            yield _at(source, item.line, "pyscard outside kiosk/cards/pcsc.py")


def nothing_imports_training(source: Source) -> Iterator[str]:
    """Only the command line and the root reach for it, lazily: a production build does not have it."""
    if source.path.startswith(TRAINING):
        return
    for item in imports(source):
        lazy_root = item.lazy and source.path in ("kiosk/cli.py", ROOT_MODULE)
        if is_below(item.name, "kiosk.training") and not lazy_root:
            yield _at(source, item.line, "the training part is imported")


def pure_modules_use_no_qt(source: Source) -> Iterator[str]:
    """Cards, lifecycle, gate, wipe, messages, navigation …"""
    if source.path.startswith(NO_QT):
        for item in imports(source):
            if is_below(item.name, "PySide6"):
                yield _at(source, item.line, "Qt in a module without Qt")


def kiosk_uses_no_widgets(source: Source) -> Iterator[str]:
    """The machine shows nothing: at most QtCore."""
    if not source.path.startswith("kiosk/") or source.path.startswith((TRAINING, ROOT_MODULE)):
        return
    for item in imports(source):
        if is_below(item.name, "PySide6") and not is_below(item.name, "PySide6.QtCore"):
            yield _at(source, item.line, "more of Qt than QtCore in kiosk")


def only_the_browser_makes_profiles(source: Source) -> Iterator[str]:
    """A second place would forget a guard. (The control experiment of the training part shows just that.)"""
    if source.path == "ui/browser/embedded/browser.py" or source.path.startswith(TRAINING):
        return
    for node in ast.walk(source.tree):
        if called(node).endswith(("QWebEngineProfile", "defaultProfile")):
            yield _at(source, getattr(node, "lineno", 0), "a browser profile outside ui/browser/embedded/browser.py")


def only_processes_starts_processes(source: Source) -> Iterator[str]:
    """A process nobody knows of is one the wipe cannot end."""
    if source.path.startswith(PROCESSES):
        return
    for item in imports(source):
        # `import subprocess` alone may be for its constants and exceptions; a function of it is not.
        if item.name in STARTERS or "QProcess" in item.name:
            yield _at(source, item.line, f"{item.name} outside kiosk/processes/start.py")
    for node in ast.walk(source.tree):
        name = called(node)
        if name in STARTERS or name.startswith(("os.exec", "os.spawn")) or name.endswith(".startDetached"):
            yield _at(source, getattr(node, "lineno", 0), f"{name} outside kiosk/processes/start.py")


def only_the_wipe_deletes(source: Source) -> Iterator[str]:
    """What is deleted elsewhere is not verified."""
    if source.path.startswith(WIPE):
        return
    for node in ast.walk(source.tree):
        name = called(node)
        if name in DELETERS or name.rpartition(".")[2] in DELETING_METHODS or name in ("QFile.remove", "QDir.remove"):
            yield _at(source, getattr(node, "lineno", 0), f"{name} outside kiosk/system/deletion.py")


def nothing_prints(source: Source) -> Iterator[str]:
    """Standard output is the session's protocol; the command line uses typer.echo (the root has no typer yet).

    The training part is a console program of its own.
    """
    if source.path.startswith(TRAINING):
        return
    names = {"print", "pprint", "traceback.print_exc"} | (set() if source.path == ROOT_MODULE else {"sys.stdout.write"})
    for node in ast.walk(source.tree):
        if called(node) in names:
            yield _at(source, getattr(node, "lineno", 0), "print")


RULES: tuple[Rule, ...] = (
    kiosk_never_imports_ui,
    only_the_pcsc_module_imports_pyscard,
    nothing_imports_training,
    pure_modules_use_no_qt,
    kiosk_uses_no_widgets,
    only_the_browser_makes_profiles,
    only_processes_starts_processes,
    only_the_wipe_deletes,
    nothing_prints,
)
