"""Screen lock, sleep and shutdown, as the desktop reports them: each of them ends the session.

Linux: systemd-logind over the system bus (org.freedesktop.login1). Windows: WM_WTSSESSION_CHANGE, WM_POWERBROADCAST and
WM_QUERYENDSESSION; not run yet, see docs/decisions/windows.md. Safety does not depend on these reports: the clock of
the deadlines counts during sleep, so they have passed afterwards.
"""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal, Slot

from kiosk.system.win32 import SEARCH_SYSTEM32
from kiosk.vocabulary import EndReason

LOGIN1 = "org.freedesktop.login1"
_SESSION_CHANGE, _POWER, _QUERY_END = 0x02B1, 0x0218, 0x0011
_SUSPEND = 0x0004
#: WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK.
_LOCKS = frozenset({0x2, 0x4, 0x6, 0x7})


def windows_reason(message: int, parameter: int) -> EndReason | None:
    """The end reason that a window message stands for (winuser.h, wtsapi32.h); None: the session goes on."""
    if message == _SESSION_CHANGE and parameter in _LOCKS:
        return EndReason.SCREEN_LOCKED
    if message == _POWER and parameter == _SUSPEND:
        return EndReason.SUSPEND
    return EndReason.SHUTDOWN if message == _QUERY_END else None


class DesktopEvents(QObject):
    """Reports each event of the desktop that must end the session."""

    #: An ``EndReason``.
    wanted = Signal(object)

    def watch(self, application: QCoreApplication, window: int) -> bool:
        """Begin to listen. Returns False if this desktop reports nothing. ``window``: native id, for Windows."""
        if sys.platform == "win32":
            return self._watch_windows(application, window)
        return self._watch_logind()

    def _watch_logind(self) -> bool:
        from PySide6.QtDBus import QDBusConnection

        bus = QDBusConnection.systemBus()
        manager, session = "/org/freedesktop/login1", ""
        # The stub says bytes; only what SLOT makes is taken (PySide6 6.12).
        slots: list[Any] = [SLOT("on_sleep(bool)"), SLOT("on_shutdown(bool)"), SLOT("on_lock()")]
        sleep, shutdown, lock = slots
        return (
            bus.connect(LOGIN1, manager, f"{LOGIN1}.Manager", "PrepareForSleep", self, sleep)
            and bus.connect(LOGIN1, manager, f"{LOGIN1}.Manager", "PrepareForShutdown", self, shutdown)
            and bus.connect(LOGIN1, session, f"{LOGIN1}.Session", "Lock", self, lock)
        )

    def _watch_windows(self, application: QCoreApplication, window: int) -> bool:
        self._filter = WindowsFilter(self)
        application.installNativeEventFilter(self._filter)
        library = ctypes.WinDLL("wtsapi32.dll", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]
        return bool(library.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0))

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:
        """End the session when the machine goes to sleep (``begins``) and when it wakes."""
        del begins
        self.wanted.emit(EndReason.SUSPEND)

    @Slot(bool)
    def on_shutdown(self, begins: bool) -> None:
        """End the session when the machine is shut down; ``begins`` False: the shutdown was cancelled."""
        if begins:
            self.wanted.emit(EndReason.SHUTDOWN)

    @Slot()
    def on_lock(self) -> None:
        """End the session when the screen is locked."""
        self.wanted.emit(EndReason.SCREEN_LOCKED)


class _Message(ctypes.Structure):
    """The first fields of MSG (winuser.h)."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("parameter", ctypes.c_size_t))


class WindowsFilter(QAbstractNativeEventFilter):
    """Reads every window message of the supervisor and consumes none."""

    def __init__(self, events: DesktopEvents) -> None:
        super().__init__()
        self._events = events

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, kind: QByteArray | bytes | bytearray | memoryview, address: Any
    ) -> tuple[bool, int]:
        """See QAbstractNativeEventFilter."""
        del kind
        message = _Message.from_address(int(address))
        reason = windows_reason(message.message, message.parameter or 0)
        if reason is not None:
            self._events.wanted.emit(reason)
        return False, 0
