"""The composition root of the supervisor process, shared by ``kiosk run`` and the training part's demo."""

import math
import signal
from collections.abc import Callable
from dataclasses import dataclass

import structlog
from PySide6.QtCore import QLockFile, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kiosk.audit.key import KeyringKeys, Keys
from kiosk.cards.transport import CardService
from kiosk.config.staff_code import StaffCode
from kiosk.exit_codes import ExitCode
from kiosk.hotkey import watch as hotkey
from kiosk.hotkey.base import KeyUnavailable
from kiosk.lifecycle import states
from kiosk.processes import start as processes
from kiosk.protocol.messages import NAMES, AuditReport, Up
from kiosk.supervisor.journal import AuditJournal
from kiosk.supervisor.supervisor import Supervisor
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.system import console, crash
from kiosk.vocabulary import EndReason
from ui import style
from ui.terminal.clipboard import DesktopClipboard
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains
from ui.terminal.desktop_events import DesktopEvents
from ui.terminal.monitors import Monitors
from ui.terminal.staff_side import QUIET_MS, StaffSide
from ui.window.placement import screen_size, window_rectangle

#: How often a signal of the operating system is looked for, in milliseconds.
SIGNAL_MS = 200
#: What the session says, and what is heard.
_SOUNDS = {
    "begun": "start",
    "idle_warning": "attention",
    "limit_warning": "attention",
    "extend_asked": "attention",
    "pin_wrong": "error",
}


@dataclass(frozen=True)
class Root:
    """What differs between production and training."""

    settings: TerminalSettings
    make_service: Callable[[], CardService]
    session_argv: list[str]
    hardware_key: str
    staff_code: StaffCode
    keys: Callable[[], Keys] = KeyringKeys
    phone: str = ""
    staff_key: str = ""
    staff_quiet_ms: int = QUIET_MS
    doctor_argv: tuple[str, ...] = ()
    sound_volume: int = 0
    reduced_motion: bool = False
    fullscreen: bool = True
    on_stderr: Callable[[bytes], None] = lambda _: None
    attach: Callable[["Terminal"], object] | None = None


class Terminal(QObject):
    """Supervisor, curtain and backdrop of one terminal."""

    key_pressed = Signal()
    staff_key_pressed = Signal()

    def __init__(self, root: Root, application: QApplication) -> None:
        super().__init__()
        settings = root.settings
        geometry = None if root.fullscreen else window_rectangle(application)
        self.curtain = Curtain(geometry=geometry, fullscreen=root.fullscreen)
        self.curtain.set_place(settings.terminal, root.phone)
        self.curtain.set_training(settings.training)
        self._staff_code = root.staff_code
        self._clipboard = DesktopClipboard()
        self._monitors = Monitors(application, settings.city, self.curtain)
        self._curtains = DesktopCurtains(self.curtain, settings.limits.grace, self._monitors.plain, root.sound_volume)
        self.supervisor = Supervisor(
            settings,
            AuditJournal(settings, root.keys()),
            self._curtains,
            self._clipboard,
            root.make_service,
            root.session_argv,
            root.on_stderr,
        )
        self.curtain.code_entered.connect(self._on_code)
        self.key_pressed.connect(self.on_key)
        self.staff = StaffSide(self.supervisor, self.curtain, self._curtains, root.staff_code, root.staff_quiet_ms)
        self.staff.doctor_argv = list(root.doctor_argv)
        self.staff_key_pressed.connect(self.staff.open)
        self.supervisor.host.received.connect(self._on_message)
        self._monitors.first_changed.connect(self._on_first_monitor_changed)
        if root.fullscreen:
            self._monitors.watch()

    def start(self) -> None:
        """Cover the screen, and begin to serve; what else takes time is done behind the curtain."""
        self.supervisor.start()
        QTimer.singleShot(0, self, self._curtains.sounds.prepare)

    def on_key(self) -> None:
        """「次の方へ」 by the hardware key."""
        self.supervisor.dispatch(states.EndWanted(EndReason.NEXT_CUSTOMER))

    def on_wanted(self, reason: EndReason) -> None:
        """The desktop locks, sleeps or shuts down: nobody's session goes on behind that."""
        if reason is EndReason.SHUTDOWN:
            self.supervisor.stop()
        else:
            self.supervisor.dispatch(states.EndWanted(reason))

    def _on_first_monitor_changed(self) -> None:
        """Nobody knows on which monitor the session is now."""
        self.on_wanted(EndReason.DISPLAY_CHANGED)

    def _on_message(self, _: object, message: Up) -> None:
        """Sounds are the supervisor's, so that a session needs no sound system."""
        code = message.code if isinstance(message, AuditReport) else NAMES[type(message)]
        if sound := _SOUNDS.get(code):
            self._curtains.sounds.play(sound)

    def _on_code(self) -> None:
        answer = self._staff_code.verify(self.curtain.take_code())
        if answer.accepted:
            self.supervisor.dispatch(states.StaffUnlocked())
        else:
            self.supervisor.note("staff_unlock_refused")
            self.curtain.show_code_refused(math.ceil(answer.wait_seconds))


def run_terminal(root: Root) -> int:
    """Serve until the program is told to stop. Returns the exit code."""
    processes.become_subreaper()
    application = QApplication(["kiosk"])
    lock = QLockFile(str(root.settings.data_folder / "kiosk.lock"))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        structlog.get_logger("terminal").warning("refused", why="another kiosk runs with this data folder")
        console.write_error("kiosk: refused: another kiosk runs with this data folder; end that one first")
        return ExitCode.REFUSED
    application.setQuitOnLastWindowClosed(False)
    crash.end_on_exception()
    style.hold_still(root.reduced_motion)
    style.install(application, size=screen_size(application, root.fullscreen))
    terminal = Terminal(root, application)
    attached = root.attach(terminal) if root.attach else None
    _watch_key(root.hardware_key, terminal.key_pressed.emit)
    _watch_key(root.staff_key, terminal.staff_key_pressed.emit)
    events = _watch_desktop(terminal, application)
    _stop_on_signals(terminal, application)
    terminal.supervisor.stopped.connect(application.quit)
    terminal.start()
    code = application.exec()
    del attached, events
    lock.unlock()
    return ExitCode.OUT_OF_SERVICE if terminal.supervisor.state.phase is states.Phase.OUT_OF_SERVICE else code


def _watch_key(key: str, on_pressed: Callable[[], None]) -> None:
    try:
        hotkey.watch(key, on_pressed)
    except KeyUnavailable as error:
        structlog.get_logger("terminal").warning("hardware_key", why=str(error))


def _watch_desktop(terminal: Terminal, application: QApplication) -> DesktopEvents:
    events = DesktopEvents(terminal)
    events.wanted.connect(terminal.on_wanted)
    if not events.watch(application, int(terminal.curtain.winId())):
        structlog.get_logger("terminal").info("desktop_events", why="nobody tells of lock and sleep here")
    return events


def _stop_on_signals(terminal: Terminal, application: QApplication) -> None:
    wanted: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, _: wanted.append(received))
    # Python runs signal handlers between bytecodes: the timer gives it the chance while Qt waits.
    timer = QTimer(application)

    def look() -> None:
        if wanted:
            timer.stop()
            terminal.supervisor.stop()

    timer.timeout.connect(look)
    timer.start(SIGNAL_MS)
