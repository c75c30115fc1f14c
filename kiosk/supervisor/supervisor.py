"""The supervisor: carries out what ``kiosk.lifecycle.transitions`` decides. Never sees a PIN, a page or personal data.

It runs on the Qt main thread with QtCore alone; what people see of it (curtain) is handed in by the composition root.
"""

import math
import os
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import structlog
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.cards.presence import PresenceReading, PresenceWatch, is_virtual_reader
from kiosk.cards.transport import CardService
from kiosk.failures import FailureName
from kiosk.lifecycle import states, trail, transitions
from kiosk.lifecycle.effects import CallCard, Effect, HideCurtain, Launch, ProbePortal, ShowCurtain, TellReader, Wipe
from kiosk.lifecycle.states import Phase, State
from kiosk.processes import confinement, start as processes
from kiosk.protocol.messages import AuditReport, End, Ended, Reader, Start, Up, Watching
from kiosk.supervisor import session_events
from kiosk.supervisor.curtains import Curtains
from kiosk.supervisor.host import Host, make_folder
from kiosk.supervisor.journal import AuditJournal
from kiosk.supervisor.portal_probe import PortalProbe
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.system import clock
from kiosk.vocabulary import SESSION_MARKS, EndReason, ReaderState
from kiosk.wipe.ending import Clipboard, Ending, Evidence
from kiosk.wipe.receipt import Receipt, StepResult

TICK_MS = 100
#: How often the session is told that somebody watches over it, in seconds.
WATCHING = 1.0
#: Receipts that are kept in memory for staff; all are in the audit file.
KEPT = 20
#: Audit lines that one session may cause; a session that wants more is not one of ours any more.
MOST_LINES = 2000
#: Seconds that the wipe's thread may take for its end after its last word.
JOIN = 1.0
#: Milliseconds to wait for the first word of the presence watch before the first wipe begins without it.
FIRST_READING_MS = 1000


class Supervisor(QObject):
    """Owns backdrop, curtain, lifecycle, presence, watchdog, wipe and audit file."""

    changed = Signal()
    stopped = Signal()
    _reading = Signal(object)
    _step_done = Signal(object)
    _wiped = Signal(object, object)
    _portal = Signal(bool)
    _outcome = Signal(object)

    def __init__(
        self,
        settings: TerminalSettings,
        audit: AuditJournal,
        curtains: Curtains,
        clipboard: Clipboard,
        make_service: Callable[[], CardService],
        session_argv: list[str],
        on_stderr: Callable[[bytes], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.state = State(limits=settings.limits, now=clock.now())
        self.receipts: list[tuple[int, Receipt]] = []
        self._curtains = curtains
        self._clipboard = clipboard
        self._make_service = make_service
        self._log = structlog.get_logger("supervisor")
        self._names: tuple[str, ...] = ()
        self._bound_reader = settings.session.reader
        self._session_id = ""
        self._lines = 0
        self._watching_at = 0.0
        self._ending: Ending | None = None
        self._started = False
        self._stopping = False
        self._left = False
        self._stop_by = math.inf
        self._events: deque[states.Event] = deque()
        self._wiped_at = ""
        self._wall = clock.WallWatch()
        self._pages = confinement.PageWatch()
        settings.sessions_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.audit = audit
        self.host = Host(session_argv, processes.session_environment(os.environ), on_stderr)
        self._watch = PresenceWatch(make_service(), settings.session.reader, self._reading.emit)
        self._probe = PortalProbe(settings.addresses, self._portal.emit)
        self._timer = QTimer(self)
        self._connect()

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._reading.connect(self._on_reading, queued)
        self._step_done.connect(self._on_step_done, queued)
        self._wiped.connect(self._on_wiped, queued)
        self._portal.connect(self._on_portal, queued)
        self._outcome.connect(self._on_outcome, queued)
        self.audit.on_outcome = self._outcome.emit
        self._timer.timeout.connect(self._on_tick)
        self.host.received.connect(self._on_message)
        self.host.broken.connect(self._on_broken)
        self.host.greeted.connect(self._on_greeted)

    # --- start and stop -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Cover the screen, wipe what was left behind, then serve. Every start begins like this (invariant 7)."""
        self._write("kiosk_started", training=self.settings.training)
        self._curtains.show(ShowCurtain(Phase.STARTING), ())
        self._watch.start()
        self._timer.start(TICK_MS)
        QTimer.singleShot(FIRST_READING_MS, self._begin)

    def stop(self) -> None:
        """End whatever runs, verified, then say ``stopped``: for shutdown and the end of the program."""
        if self._events:  # in the middle of something: right after it
            QTimer.singleShot(0, self.stop)
            return
        self._stopping = True
        self._stop_by = min(self._stop_by, clock.now() + self.state.limits.wipe)
        self.dispatch(states.EndWanted(EndReason.SHUTDOWN))
        self._stop_if_wiped()

    def _stop_if_wiped(self) -> None:
        if self._stopping and not (self._ending and self._ending.active):
            self._leave()

    def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        self._timer.stop()
        self._watch.stop()
        self._probe.stop()
        self.host.drop_spare()
        processes.kill_tree([], self.settings.helpers, clock.now() + self.settings.limits.wipe)
        self._write("kiosk_stopped")
        self.audit.close()
        self.stopped.emit()

    def note(self, code: str, **fields: str | int | bool) -> None:
        """An audit line of the composition root."""
        self._write(code, **fields)

    def _begin(self) -> None:
        if not self._started:
            self._started = True
            self._wipe(Wipe(0, None))

    # --- the one queue --------------------------------------------------------------------------------------------

    def dispatch(self, event: states.Event) -> None:
        """Let the lifecycle decide about one event and do what follows. Only ever on the main thread.

        An event that comes while the curtain waits for its paint waits for its turn: effects and lines stay in order.
        """
        self._events.append(event)
        if len(self._events) > 1:
            return
        try:
            while self._events:
                self._dispatch(self._events[0])
                self._events.popleft()
        finally:
            self._events.clear()

    def _dispatch(self, event: states.Event) -> None:
        now = clock.now()
        if not isinstance(event, states.Tick):
            self.state = replace(self.state, now=max(now, self.state.now))
        old = self.state
        self.state, effects = transitions.step(old, event)
        for effect in effects:
            self._do(effect)
        for code, fields in trail.lines(old, event, self.state):
            self._write(code, **fields)
        if self.state.phase is Phase.AWAY:
            self.host.warm(self.settings.record)
        if self.state.phase is not old.phase:
            self._log.info("phase", phase=str(self.state.phase), session=self.state.session)
            self.changed.emit()

    def _do(self, effect: Effect) -> None:
        if isinstance(effect, ShowCurtain):
            self._curtains.show(effect, self._names)
        elif isinstance(effect, Wipe):
            self._wipe(effect)
        elif isinstance(effect, Launch):
            self._launch()
        elif isinstance(effect, TellReader):
            self.host.tell(Reader(effect.state, effect.insertion))
        elif isinstance(effect, CallCard):
            self._curtains.call_card(effect.on)
        elif isinstance(effect, ProbePortal):
            self._probe.ask(effect.on)
        elif isinstance(effect, HideCurtain):
            self._curtains.hide()

    def _write(self, code: str, **fields: str | int | bool) -> None:
        """An audit line; a terminal that cannot write one serves nobody (``_on_outcome``)."""
        self.audit.write(code, **fields)

    def _on_outcome(self, failure: FailureName | None) -> None:
        """The audit side: a report of a suspected mix-up was written, or something could not be."""
        if not failure:
            self._write("mixup_reported")
        elif self.state.failure != failure:
            self.dispatch(states.Refused(failure))

    # --- sessions -------------------------------------------------------------------------------------------------

    def _launch(self) -> None:
        """Folder, id and ``start`` for the next session; waits for its hello if it is not there yet."""
        if self.host.spare is None:
            self.host.warm(self.settings.record)
        if not self.host.greeting or self.state.phase is not Phase.PREPARING:
            return
        self._session_id = secrets.token_hex(8)
        self._lines = 0
        assert self.host.spare is not None
        try:
            folder = make_folder(self.settings, self._session_id, self.host.spare.pid)
        except OSError as error:
            self._log.error("folder", kind=type(error).__name__)
            self.dispatch(states.Refused(FailureName.FOLDER_UNWRITABLE))
            return
        self._curtains.speak("")
        self.audit.reports.begin(mark := secrets.choice(SESSION_MARKS))
        config = self.settings.session_config(folder, self._bound_reader, self._wall.moved)
        self.host.launch(Start(self._session_id, mark, self._wiped_at, config))
        self.host.tell(Reader(self.state.reader, self.state.insertion))

    def _on_greeted(self) -> None:
        if self.state.phase is Phase.PREPARING and self.host.serving is None:
            self._launch()

    def _on_message(self, process: object, message: Up) -> None:
        if process is not self.host.serving:
            return
        if isinstance(message, Ended):
            self._on_ended(message.reason)
        elif isinstance(message, AuditReport):
            self._on_event(message)
        else:
            self.dispatch(session_events.as_event(self.state.session, message))

    def _on_ended(self, reason: EndReason) -> None:
        if self._ending and self._ending.active:
            self._ending.session_ended()
        else:
            self.dispatch(states.SessionOver(self.state.session, reason))

    def _on_event(self, message: AuditReport) -> None:
        self._lines += 1
        if self._lines > MOST_LINES:
            self.dispatch(states.SessionOver(self.state.session, EndReason.PROTOCOL_ERROR))
            return
        if self._ending and self._ending.active and message.code == "portal_logout":
            self._ending.logged_out = bool(message.fields.get("done"))
        if message.code == "language":
            self._curtains.speak(str(message.fields.get("language", "")))
        self._write(message.code, **message.fields)
        if message.code in session_events.END_NEAR:
            self.host.warm(self.settings.record)
        if message.code in session_events.WITH_PAGE:
            self._look_at_pages()
        if message.code in session_events.CHECKS:
            self.dispatch(states.CheckChanged(self.state.session, session_events.CHECKS[message.code]))

    def _look_at_pages(self) -> None:
        """Ask the operating system, not the engine's command line."""
        session = self.host.serving.pid if self.host.serving else None
        if self.settings.confine and self._pages.refuses(session, clock.now()):
            self.dispatch(states.Refused(FailureName.SANDBOX_MISSING))

    def _on_broken(self, process: object, why: str) -> None:
        if process is self.host.spare:
            self.host.drop_spare()
            if self.state.phase is Phase.PREPARING and self.host.serving is None:
                self.dispatch(states.SessionOver(self.state.session, EndReason.SESSION_CRASHED))
            return
        if self._ending and self._ending.active:
            self._ending.session_ended()
            return
        reason = EndReason.PROTOCOL_ERROR if why == "protocol" else EndReason.SESSION_CRASHED
        self.dispatch(states.SessionOver(self.state.session, reason))

    # --- the wipe -------------------------------------------------------------------------------------------------

    def _wipe(self, effect: Wipe) -> None:
        """Start the wipe's steps on a thread, and the next interpreter beside it (imports only)."""
        assert not (self._ending and self._ending.active), "the lifecycle lets no wipe begin beside another"
        evidence = Evidence(
            session=effect.session,
            session_id=self._session_id,
            reason=effect.reason,
            folder=self.settings.sessions_folder,
            record=self.settings.record,
            reader=self._bound_reader,
            reader_state=self.state.reader,
            printer=self.settings.printer,
            covered=self._curtains.is_painted(),
            number=self.audit.number + 1,
        )
        if effect.reason is None or self.host.serving is None:
            # At a start, whatever carries this terminal's mark is a leftover, an interpreter in waiting too. And one
            # that was to serve and did not even greet will not do so the next time either: it may stand still.
            self.host.drop_spare()
        if effect.reason is not None:
            self.host.tell(End(effect.reason))
            self.host.warm(self.settings.record)
        self._ending = Ending(
            evidence,
            self._make_service,
            self._clipboard,
            self._spared,
            on_step=self._step_done.emit,
            on_done=self._wiped.emit,
        )
        self._ending.start()

    def _spared(self) -> frozenset[int]:
        return self.host.release() | self.settings.helpers

    def _on_step_done(self, result: StepResult) -> None:
        self._curtains.tick(result)

    def _on_wiped(self, ending: Ending, receipt: Receipt) -> None:
        ending.join(JOIN)
        self.receipts = [*self.receipts[-KEPT + 1 :], (ending.evidence.session, receipt)]
        self.audit.write_receipt(receipt)
        if receipt.verified:
            self._wiped_at = clock.wall().isoformat(timespec="seconds")
            self._curtains.show_receipt(receipt)
        if not self._stopping:
            self.host.warm(self.settings.record)
        if receipt.failure or not self._stopping:
            self.dispatch(states.WipeFinished(ending.evidence.session, receipt.failure))
        self._stop_if_wiped()

    # --- presence and time ----------------------------------------------------------------------------------------

    def _on_reading(self, reading: PresenceReading) -> None:
        self._names = reading.names
        if not self.settings.training and is_virtual_reader(reading.reader):
            # A reader without hardware behind it: anybody on the network could put a card on it.
            reading = replace(reading, state=ReaderState.NO_READER, reader="")
        self._bound_reader = reading.reader or self._bound_reader
        self.dispatch(states.ReaderSeen(reading.state, reading.insertion))
        if reading.state is not ReaderState.UNKNOWN:
            self._begin()

    def _on_portal(self, up: bool) -> None:
        self.dispatch(states.PortalSeen(up))

    def _on_tick(self) -> None:
        if jumped := self._wall.jump():
            self._write("clock_jump", seconds=round(jumped))
        self.dispatch(states.Tick(clock.now()))
        if self._pages.doubtful:
            self._look_at_pages()
        if clock.now() - self._watching_at >= WATCHING:
            self._watching_at = clock.now()
            self.host.tell(Watching())
        if clock.now() >= self._stop_by:
            self._leave()  # the wipe hangs, and the machine goes down anyway: every start wipes first
