"""The composition root of the session process: imports, then ``Hello``, then everything that needs ``Start``.

Before ``Hello`` only what the first paint needs is imported, during the wait for ``Start`` the others (``LATER``).
The rest of them is imported after the first paint; input waits in Qt's queue meanwhile.
"""

import json
import os
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exit_codes import ExitCode
from kiosk.processes import start as processes
from kiosk.protocol.messages import AuditReport, Hello, Ready, Start
from kiosk.system import clock, crash
from kiosk.system.crash import Crash
from ui.screens.attract import AttractScreen
from ui.session.pipe import Pipe, take_stdout
from ui.text import languages
from ui.window.placement import WHOLE_SCREEN, Placement, dress
from ui.window.window import SessionWindow

if TYPE_CHECKING:
    from kiosk.cards.transport import CardService
    from kiosk.desk import PublicDesk
    from kiosk.procedures.model import Procedure
    from ui.session.session import Session
    from ui.session.watchdog import Watch

#: Modules that are needed after the first paint only, the slowest imports first.
LATER = (
    "kiosk.cards.verification",
    "kiosk.cards.mynumber",
    "ui.flow.step",
    "kiosk.procedures.navigation",
    "ui.session.session",
    "ui.session.appearance",
    *(f"ui.screens.{name}" for name in ("choose", "prepare", "place_card", "enter_pin", "browse", "registry")),
)

Attach = Callable[["Session", "Watch"], object]


def run_session(
    make_service: "Callable[[], CardService]",
    engine_arguments: Sequence[str] = (),
    attach: Attach | None = None,
    placement: Placement = WHOLE_SCREEN,
) -> int:
    """Run the process of one customer's session. Returns only when the first message is not ``Start``.

    ``engine_arguments`` and ``attach`` are used by the training part alone.
    """
    processes.die_with_parent(os.getppid())
    pipe = Pipe(0, take_stdout())
    pipe.send(Hello())
    start = pipe.wait_first([partial(import_module, name) for name in LATER])
    if not isinstance(start, Start):
        return ExitCode.UNEXPECTED
    crash.end_on_exception(report_crash(pipe))
    folder = Path(start.config.folder)
    move_into(folder)
    _prepare_engine(start, engine_arguments)
    application = QApplication(["kiosk"])
    dress(start.config, application, placement)
    window = _window(start)
    sessions: list[Session] = []

    def on_painted(at: float) -> None:
        pipe.send(Ready())
        from ui.session.appearance import Appearance
        from ui.session.watchdog import Watch

        watch = Watch(window)
        session = _session(start, pipe, make_service, window, application)
        Appearance(application, window, placement.size(application), session.refill)
        session.times["painted"] = at
        session.attached = attach(session, watch) if attach else None
        session.start_timers()
        pipe.received.connect(watch.hear, Qt.ConnectionType.DirectConnection)
        pipe.listen()
        watch.start()
        sessions.append(session)

    FirstPaint(window, on_painted)
    placement.show(window)
    # A teardown of the engine would release the requests that it holds, so the process ends without one.
    os._exit(application.exec())


def _window(start: Start) -> SessionWindow:
    """The window with a complete attract screen."""
    languages.offer(start.config.languages)
    window = SessionWindow()
    window.set_place(start.config.city, start.config.window, start.config.terminal)
    window.set_training(start.config.training)
    window.screen_of(AttractScreen).set_wiped_at(start.wiped_at)
    return window


def _session(
    start: Start,
    pipe: Pipe,
    make_service: "Callable[[], CardService]",
    window: SessionWindow,
    application: QApplication,
) -> "Session":
    """The session behind the window: flow, card and page."""
    from ui.session.session import Session

    folder = Path(start.config.folder)
    session = Session(start, read_procedures(folder), read_desk(folder), pipe.send, make_service, window, application)
    pipe.received.connect(session.on_message)
    return session


class FirstPaint(QObject):
    """Calls ``then`` once, after the window's first paint, with the time of it in seconds of ``clock.now()``."""

    def __init__(self, window: QWidget, then: Callable[[float], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the first paint. The event itself always goes on to its receiver."""
        if event.type() is QEvent.Type.Paint:
            window.removeEventFilter(self)
            QTimer.singleShot(0, lambda: self._then(clock.now()))
        return False


def _prepare_engine(start: Start, extra: Sequence[str]) -> None:
    """Set the engine's arguments in the environment of this process: QtWebEngine reads them from there."""
    from kiosk.network.fence import SESSION_SCRIPT, Fence
    from ui.browser.embedded.engine import engine_arguments

    script = Path(start.config.folder, SESSION_SCRIPT).read_text(encoding="ascii") if start.config.proxied else ""
    fence = Fence(start.config.rules, script)
    arguments = [*engine_arguments(fence, not start.config.disable_gpu), *extra]
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(arguments)
    if start.config.disable_gpu:
        # Otherwise the page's widget needs a graphics context, and crashes where there is none (Qt 6.12, offscreen).
        os.environ["QT_QUICK_BACKEND"] = "software"
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def report_crash(pipe: Pipe) -> Callable[[Crash], None]:
    """A function that reports an exception to the supervisor before the process ends."""
    return lambda found: pipe.send(
        AuditReport("session_exception", {"kind": found.kind, "where": f"{found.module}:{found.line}"})
    )


def read_procedures(folder: Path) -> "list[Procedure]":
    """The procedures that the supervisor wrote into the session's folder. Raises OSError, ValueError."""
    from kiosk.procedures.model import from_json

    return [from_json(item) for item in json.loads((folder / "procedures.json").read_text(encoding="utf-8"))]


def read_desk(folder: Path) -> "PublicDesk":
    """The city's desks, as the supervisor wrote them. Raises OSError, ValueError, KeyError, TypeError."""
    from kiosk.desk import public_from_json

    return public_from_json(json.loads((folder / "desk.json").read_text(encoding="utf-8")))


def move_into(folder: Path) -> None:
    """Move the home, temporary, cache and current folders of this process into the session's folder. Raises OSError.

    What a crash writes into the current folder, of this process or of the engine's, is deleted with the session.
    """
    for name, place in (("HOME", "home"), ("TMPDIR", "tmp"), ("XDG_CACHE_HOME", "cache")):
        (folder / place).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(folder / place)
    os.chdir(folder)
    os.environ.update(
        XDG_CONFIG_HOME=str(folder / "home" / "config"),
        XDG_DATA_HOME=str(folder / "home" / "data"),
        TEMP=str(folder / "tmp"),
        TMP=str(folder / "tmp"),
        LOCALAPPDATA=str(folder / "home"),
        APPDATA=str(folder / "home"),
        USERPROFILE=str(folder / "home"),
    )
