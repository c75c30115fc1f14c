"""The composition root of the supervisor process, shared by ``kiosk run`` and the training part's demo."""

import math
import signal
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

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
from kiosk.reports.paper import Printed, Printer, printer_of
from kiosk.supervisor.journal import AuditJournal
from kiosk.supervisor.supervisor import Supervisor
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.system import console, crash
from kiosk.vocabulary import EndReason
from ui.ends.slip import FOR_STAFF, SlipPrinter
from ui.ends.words import Place
from ui.terminal.clipboard import DesktopClipboard
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains
from ui.terminal.desktop_events import DesktopEvents
from ui.terminal.monitors import Monitors
from ui.terminal.staff_side import QUIET_MS, StaffSide
from ui.window.placement import WHOLE_SCREEN, Placement, dress

#: Pause between two checks for a signal of the operating system, in milliseconds.
SIGNAL_MS = 200
#: Message or audit code of a session -> its sound.
_SOUNDS = {
    "begun": "start",
    "idle_warning": "attention",
    "limit_warning": "attention",
    "extend_asked": "attention",
    "pin_wrong": "error",
}


@dataclass(frozen=True)
class Root:
    """The parameters of a terminal process; they differ between production and training."""

    settings: TerminalSettings
    make_service: Callable[[], CardService]
    session_argv: list[str]
    hardware_key: str
    staff_code: StaffCode
    #: The command of 始業点検; it prints the rows of ``kiosk doctor --json``.
    doctor_argv: tuple[str, ...]
    keys: Callable[[], Keys] = KeyringKeys
    phone: str = ""
    staff_key: str = ""
    staff_quiet_ms: int = QUIET_MS
    sound_volume: int = 0
    call_volume: int = 0
    placement: Placement = WHOLE_SCREEN
    on_stderr: Callable[[bytes], None] = lambda _: None
    attach: Callable[["Terminal"], object] | None = None
    #: Called when the lock of the data folder is held, before anybody is served: a refused start changes nothing.
    prepare: Callable[[], object] = lambda: None


class Terminal(QObject):
    """The supervisor of one terminal and its windows, joined."""

    key_pressed = Signal()
    staff_key_pressed = Signal()

    def __init__(self, root: Root, application: QApplication) -> None:
        super().__init__()
        settings = root.settings
        place = root.placement
        self.curtain = Curtain(
            geometry=place.rectangle(application.primaryScreen().availableGeometry()), fullscreen=place.fullscreen
        )
        self.curtain.set_place(settings.terminal, root.phone, settings.city, settings.session.window)
        self.curtain.set_training(settings.training)
        self.curtain.set_desk(settings.desk.public())
        self._staff_code = root.staff_code
        self._clipboard = DesktopClipboard()
        self._monitors = Monitors(application, settings.city, self.curtain)
        self._curtains = DesktopCurtains(
            self.curtain,
            settings.limits.grace,
            self._monitors.plain,
            root.sound_volume,
            root.call_volume,
            Place(settings.procedures, settings.desk.public()),
        )
        self.supervisor = Supervisor(
            settings,
            AuditJournal(settings, root.keys()),
            self._curtains,
            self._clipboard,
            root.make_service,
            root.session_argv,
            root.on_stderr,
        )
        self.staff = StaffSide(self.supervisor, self.curtain, self._curtains, root.staff_code, root.staff_quiet_ms)
        self.staff.doctor_argv = list(root.doctor_argv)
        if settings.training:
            self.staff.teach()
        if printer := printer_of(settings.printer):
            self.staff.offer_print(printer)
            self._offer_slips(printer)
        self._connect()
        if root.placement.fullscreen:
            self._monitors.watch()

    def _offer_slips(self, printer: Printer) -> None:
        place = self.supervisor.settings.place
        slips = SlipPrinter(printer, place.data_folder, place.terminal, self)
        self.curtain.offer_slips()
        self.curtain.slip_wanted.connect(slips.print_text)
        slips.printed.connect(self._on_slip)

    def _on_slip(self, outcome: Printed) -> None:
        """Tell the person, and staff if there is no paper: the wipe is over, and stays verified."""
        self.curtain.show_printed(outcome)
        self.supervisor.note("slip_printed", outcome=outcome.name.lower())
        if outcome is not Printed.DONE:
            self.staff.told.emit(FOR_STAFF)

    def _connect(self) -> None:
        self.curtain.code_entered.connect(self._on_code)
        for signal_, event in self._notices():
            signal_.connect(partial(self.supervisor.dispatch, event))
        self.key_pressed.connect(self.on_key)
        self.staff_key_pressed.connect(self.staff.open)
        self.supervisor.panel_wanted.connect(self.staff.open)
        self.supervisor.host.received.connect(self._on_message)
        self._monitors.first_changed.connect(self._on_first_monitor_changed)

    def _notices(self) -> tuple[tuple[Any, states.Event], ...]:
        """What is pressed beside the words of an end, and its event."""
        return (
            (self.curtain.longer_wanted, states.LookedLonger()),
            (self.curtain.notice_read, states.NoticeRead()),
            (self.curtain.notice_seen, states.NoticeSeen()),
        )

    def start(self) -> None:
        """Cover the screen and begin to serve. The sounds are loaded behind the curtain."""
        self.supervisor.start()
        QTimer.singleShot(0, self, self._curtains.sounds.prepare)

    def on_key(self) -> None:
        """End the session: 「次の方へ」 by the hardware key."""
        self.supervisor.dispatch(states.EndWanted(EndReason.NEXT_CUSTOMER))

    def on_wanted(self, reason: EndReason) -> None:
        """End the session, or at a shutdown the program, when the desktop reports lock, sleep or shutdown."""
        if reason is EndReason.SHUTDOWN:
            self.supervisor.stop()
        else:
            self.supervisor.dispatch(states.EndWanted(reason))

    def _on_first_monitor_changed(self) -> None:
        """End the session: it is not known on which monitor its window is now."""
        self.on_wanted(EndReason.DISPLAY_CHANGED)

    def _on_message(self, _: object, message: Up) -> None:
        """Play the sound of a session's message. The session itself needs no sound system."""
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
    """Serve until the program is asked to stop. Returns the exit code."""
    processes.become_subreaper()
    application = QApplication(["kiosk"])
    lock = QLockFile(str(root.settings.lock))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        structlog.get_logger("terminal").warning("refused", why="another kiosk runs with this data folder")
        console.write_error("kiosk: refused: another kiosk runs with this data folder; end that one first")
        return ExitCode.REFUSED
    root.prepare()
    application.setQuitOnLastWindowClosed(False)
    crash.end_on_exception()
    dress(root.settings.session, application, root.placement)
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
        structlog.get_logger("terminal").info("desktop_events", why="this desktop does not report lock and sleep")
    return events


def _stop_on_signals(terminal: Terminal, application: QApplication) -> None:
    wanted: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda received, _: wanted.append(received))
    # Python runs signal handlers between bytecodes, and none are run while Qt waits: the timer interrupts that.
    timer = QTimer(application)

    def stop_if_signalled() -> None:
        if wanted:
            timer.stop()
            terminal.supervisor.stop()

    timer.timeout.connect(stop_if_signalled)
    timer.start(SIGNAL_MS)
