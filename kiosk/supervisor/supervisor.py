"""The supervisor: carries out what ``kiosk.lifecycle.transitions`` decides. It handles no PIN, page or personal data.

It runs on the Qt main thread with QtCore alone; the composition root passes in its display (``Curtains``).
"""

import os
from collections import deque
from collections.abc import Callable
from dataclasses import replace

import structlog
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kiosk.cards.presence import PresenceReading
from kiosk.cards.transport import CardService
from kiosk.failures import FailureName
from kiosk.lifecycle import states, trail, transitions
from kiosk.lifecycle.effects import (
    CallCard,
    CallStaff,
    Effect,
    HideCurtain,
    Launch,
    ProbeCard,
    ProbePortal,
    ShowCurtain,
    TellReader,
    Wipe,
)
from kiosk.lifecycle.states import Phase, State
from kiosk.network.router import Router
from kiosk.processes import confinement, start as processes
from kiosk.protocol.messages import AuditReport, End, Ended, Hello, Panel, Reader, Summary, Up, Watching
from kiosk.supervisor import closing_file, session_events
from kiosk.supervisor.card_probe import CardProbe
from kiosk.supervisor.curtains import Curtains
from kiosk.supervisor.host import Host
from kiosk.supervisor.journal import AuditJournal
from kiosk.supervisor.launcher import SessionLauncher
from kiosk.supervisor.portal_probe import PortalProbe
from kiosk.supervisor.reader_presence import ReaderPresence
from kiosk.supervisor.stopping import Stopping
from kiosk.supervisor.terminal_settings import TerminalSettings
from kiosk.supervisor.wiping import Wiping
from kiosk.system import clock
from kiosk.vocabulary import EndReason, ReaderState
from kiosk.wipe.ending import Clipboard, Evidence
from kiosk.wipe.receipt import Receipt

TICK_MS = 100
#: Seconds between two ``Watching`` messages to the session.
WATCHING = 1.0
#: Maximum audit lines per session; above it the session is ended as compromised.
MOST_LINES = 2000
#: Milliseconds to wait for the first reading of the presence watch before the first wipe begins without it. That wipe
#: cannot be verified, and only the staff code leads on. A smart-card service that starts with its first client takes
#: seconds on a machine that was just switched on; the wipe (3 s each for processes and card) must end within its 10 s.
FIRST_READING_MS = 4000


class Supervisor(QObject):
    """Joins lifecycle, session processes, curtain, reader, wipe and audit file."""

    changed = Signal()
    #: A session asks for the panel of staff.
    panel_wanted = Signal()
    stopped = Signal()
    _portal = Signal(object)
    _routed = Signal()
    _cleared = Signal()
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
        closing, until = closing_file.read(settings.data_folder)
        self.state = State(limits=settings.limits, now=clock.now(), closing=closing, until=until)
        self.audit = audit
        self._curtains = curtains
        self._log = structlog.get_logger("supervisor")
        self._lines = 0
        self._watching_at = 0.0
        self._portal_up = True
        self._started = False
        self._events: deque[states.Event] = deque()
        self._wiped_at = ""
        self._wall = clock.WallWatch()
        self._pages = confinement.PageWatch()
        self._stopping = Stopping(self._leave)
        settings.sessions_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.host = Host(session_argv, processes.session_environment(os.environ), on_stderr)
        self._router = Router(settings.proxy, settings.origins, settings.login)
        self._launcher = SessionLauncher(settings, self.host, self._router, audit.clock_agrees)
        self._wiping = Wiping(make_service, clipboard, self._spared)
        self._presence = ReaderPresence(make_service, settings.session.reader, settings.training)
        self._probe = PortalProbe(self._router, self._portal.emit)
        self._card_probe = CardProbe(make_service, lambda: self._presence.reader, self._cleared.emit)
        self._timer = QTimer(self)
        self._connect()

    @property
    def receipts(self) -> list[tuple[int, Receipt]]:
        """The newest receipts, each with the number of its session."""
        return self._wiping.receipts

    def _connect(self) -> None:
        queued = Qt.ConnectionType.QueuedConnection
        self._presence.seen.connect(self._on_reader)
        self._wiping.step_done.connect(self._curtains.tick, queued)
        self._wiping.finished.connect(self._on_wiped)
        self._portal.connect(self._on_portal, queued)
        self._cleared.connect(self._on_cleared, queued)
        self._routed.connect(self._on_greeted, queued)
        self._outcome.connect(self._on_outcome, queued)
        self.audit.on_outcome = self._outcome.emit
        self._timer.timeout.connect(self._on_tick)
        self.host.received.connect(self._on_message)
        self.host.broken.connect(self._on_broken)
        self.host.greeted.connect(self._on_greeted)

    # --- start and stop -------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Cover the screen, wipe leftovers, then serve: every start does (docs/architecture.md, invariant 7)."""
        self._write("kiosk_started", training=self.settings.training, **self.settings.in_force)
        self._curtains.show(ShowCurtain(Phase.STARTING), ())
        self._presence.start()
        self._router.begin(self._routed.emit)
        self._timer.start(TICK_MS)
        QTimer.singleShot(FIRST_READING_MS, self._begin)

    def stop(self) -> None:
        """End and wipe the session, then emit ``stopped``: for a shutdown and the end of the program."""
        if self._events:  # an event is being handled: stop after it
            QTimer.singleShot(0, self.stop)
            return
        self._stopping.begin(clock.now() + self.state.limits.wipe)
        self.dispatch(states.EndWanted(EndReason.SHUTDOWN))
        self._stopping.leave_unless(self._wiping.active)

    def _leave(self) -> None:
        self._timer.stop()
        self._presence.stop()
        self._probe.stop()
        self._card_probe.stop()
        self.host.drop_spare()
        processes.kill_tree([], self.settings.helpers, clock.now() + self.settings.limits.wipe)
        self._write("kiosk_stopped")
        self.audit.close()
        self.stopped.emit()

    def note(self, code: str, **fields: str | int | bool) -> None:
        """Append an audit line for the composition root."""
        self._write(code, **fields)

    def _begin(self) -> None:
        if not self._started:
            self._started = True
            self._wipe(Wipe(0, None))

    # --- the one queue --------------------------------------------------------------------------------------------

    def dispatch(self, event: states.Event) -> None:
        """Let the lifecycle decide about one event and carry out its effects. Call it on the main thread only.

        An event that arrives while the curtain waits for its paint is queued, so that effects and lines stay in order.
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
        self._keep_closing(old)
        for effect in effects:
            self._do(effect)
        for code, fields in trail.lines(old, event, self.state):
            self._write(code, **fields)
        if isinstance(event, states.CallAnswered | states.StaffUnlocked):
            self.audit.reports.unread.answered()
        if self.state.phase is Phase.AWAY:
            self._launcher.warm()
        if self.state.phase is not old.phase:
            self._log.info("phase", phase=str(self.state.phase), session=self.state.session)
            self.changed.emit()

    def _keep_closing(self, old: State) -> None:
        """A restart finds the terminal as staff left it; where that cannot be written, it is not served."""
        if (old.closing, old.until) == (self.state.closing, self.state.until):
            return
        try:
            closing_file.write(self.settings.data_folder, self.state.closing, self.state.until)
        except OSError as error:
            self._log.error("folder", kind=type(error).__name__)
            self._events.append(states.Refused(FailureName.FOLDER_UNWRITABLE))

    def _do(self, effect: Effect) -> None:
        if isinstance(effect, ShowCurtain | CallCard | CallStaff | HideCurtain):
            self._show(effect)
        elif isinstance(effect, Wipe):
            self._wipe(effect)
        elif isinstance(effect, Launch):
            self._launch()
        elif isinstance(effect, TellReader):
            self.host.send(Reader(effect.state, effect.insertion))
        elif isinstance(effect, ProbePortal | ProbeCard):
            (self._probe if isinstance(effect, ProbePortal) else self._card_probe).switch(effect.on)

    def _show(self, effect: ShowCurtain | CallCard | CallStaff | HideCurtain) -> None:
        if isinstance(effect, ShowCurtain):
            self._curtains.show(effect, self._presence.names)
        elif isinstance(effect, CallCard):
            self._curtains.call_card(effect.on)
        elif isinstance(effect, CallStaff):
            self._curtains.call_staff(effect.call)
        else:
            self._curtains.hide()

    def _write(self, code: str, **fields: str | int | bool) -> None:
        """Append an audit line; a terminal that cannot write one goes out of service (``_on_outcome``)."""
        self.audit.write(code, **fields)

    def _on_outcome(self, failure: FailureName | None) -> None:
        """Refuse service when a line or report could not be written; None: a report was written."""
        if not failure:
            self._write("mixup_reported")
        elif self.state.failure != failure:
            self.dispatch(states.Refused(failure))

    # --- sessions -------------------------------------------------------------------------------------------------

    def _launch(self) -> None:
        """Launch the next session, now or when the spare process sends its ``Hello``."""
        if self.host.spare is None:
            self._launcher.warm()
        if not self._launcher.may_launch or self.state.phase is not Phase.PREPARING:
            return
        self._lines = 0
        try:
            self._launcher.launch(self._presence.reader, self._wall.moved, self._wiped_at)
        except OSError as error:
            self._log.error("folder", kind=type(error).__name__)
            self.dispatch(states.Refused(FailureName.FOLDER_UNWRITABLE))
            return
        self._curtains.speak("")
        self.audit.reports.begin(self._launcher.mark)
        self.host.send(Reader(self.state.reader, self.state.insertion))

    def _on_greeted(self) -> None:
        if self.state.phase is Phase.PREPARING and self.host.serving is None:
            self._launch()

    def _on_message(self, process: object, message: Up) -> None:
        if process is not self.host.serving:
            return
        if isinstance(message, Ended):
            self._on_ended(message.reason)
        elif isinstance(message, AuditReport):
            self._on_report(message)
        elif isinstance(message, Panel):
            self.panel_wanted.emit()
        elif isinstance(message, Hello) or (isinstance(message, Summary) and not self._knows(message.told.procedure)):
            self._on_ended(EndReason.PROTOCOL_ERROR)  # the host passes no second ``Hello`` on
        else:
            self.dispatch(session_events.as_event(self.state.session, message))

    def _knows(self, procedure: str) -> bool:
        return procedure in ("", *(known.id for known in self.settings.procedures))

    def _on_ended(self, reason: EndReason) -> None:
        if self._wiping.active:
            self._wiping.session_ended()
        else:
            self.dispatch(states.SessionOver(self.state.session, reason))

    def _on_report(self, report: AuditReport) -> None:
        self._lines += 1
        if self._lines > MOST_LINES:
            self.dispatch(states.SessionOver(self.state.session, EndReason.PROTOCOL_ERROR))
            return
        if self._wiping.active and report.code == "portal_logout":
            self._wiping.portal_answered(bool(report.fields.get("done")))
        if report.code == "language":
            self._curtains.speak(str(report.fields.get("language", "")))
        self._write(report.code, **report.fields)
        self._follow(report)

    def _follow(self, report: AuditReport) -> None:
        """The consequences of a session's audit line (``session_events``)."""
        if report.code in session_events.END_NEAR:
            self._launcher.warm()
        if report.code in session_events.WITH_PAGE:
            self._check_confinement()
        if event := session_events.consequence(self.state.session, report):
            self.dispatch(event)

    def _check_confinement(self) -> None:
        """Check by the operating system's data, not by the engine's command line, whether the page is sandboxed."""
        session = self.host.serving.pid if self.host.serving else None
        if self.settings.confine and self._pages.refuses(session, clock.now()):
            self.dispatch(states.Refused(FailureName.SANDBOX_MISSING))

    def _on_broken(self, process: object, why: str) -> None:
        if process is self.host.spare:
            self.host.drop_spare()
            if self.state.phase is Phase.PREPARING and self.host.serving is None:
                self.dispatch(states.SessionOver(self.state.session, EndReason.SESSION_CRASHED))
            return
        if self._wiping.active:
            self._wiping.session_ended()
            return
        reason = EndReason.PROTOCOL_ERROR if why == "protocol" else EndReason.SESSION_CRASHED
        self.dispatch(states.SessionOver(self.state.session, reason))

    # --- the wipe -------------------------------------------------------------------------------------------------

    def _wipe(self, effect: Wipe) -> None:
        """Start the wipe's steps on a thread, and meanwhile the spare process, which only does its imports."""
        evidence = Evidence(
            session=effect.session,
            session_id=self._launcher.session_id,
            reason=effect.reason,
            folder=self.settings.sessions_folder,
            record=self.settings.record,
            reader=self._presence.reader,
            reader_state=self.state.reader,
            printer=self.settings.printer,
            covered=self._curtains.is_painted(),
            number=self.audit.number + 1,
        )
        if effect.reason is None or self.host.serving is None:
            # At a start every process with this terminal's marker is a leftover, a spare one too. Later, without a
            # serving process, the spare one was to serve and sent no ``Hello``: it may hang.
            self.host.drop_spare()
        if effect.reason is not None:
            self.host.send(End(effect.reason))
            self._launcher.warm()
        self._wiping.begin(evidence)

    def _spared(self) -> frozenset[int]:
        return self.host.release() | self.settings.helpers

    def _on_wiped(self, session: int, receipt: Receipt) -> None:
        self.audit.write_receipt(receipt)
        if receipt.verified:
            self._wiped_at = clock.wall().isoformat(timespec="seconds")
            self._curtains.show_receipt(receipt)
        if not self._stopping.begun:
            self._launcher.warm()
        if receipt.failure or not self._stopping.begun:
            self.dispatch(states.WipeFinished(session, receipt.failure))
        self._stopping.leave_unless(self._wiping.active)

    # --- presence and time ----------------------------------------------------------------------------------------

    def _on_reader(self, reading: PresenceReading) -> None:
        self.dispatch(states.ReaderSeen(reading.state, reading.insertion))
        if reading.state is not ReaderState.UNKNOWN:
            self._begin()

    def _on_cleared(self) -> None:
        self.dispatch(states.CardCleared())

    def _on_portal(self, failure: FailureName | None) -> None:
        self._portal_up = failure is None
        self.dispatch(states.PortalSeen(failure is None, failure or FailureName.PORTAL_UNREACHABLE))

    def _on_tick(self) -> None:
        if jumped := self._wall.jump():
            self._write("clock_jump", seconds=round(jumped))
        self.dispatch(states.Tick(clock.now()))
        if self.audit.reports.unread.is_due():
            self.dispatch(states.ReportUnread())
        if self._pages.doubtful:
            self._check_confinement()
        if clock.now() - self._watching_at >= WATCHING:
            self._watching_at = clock.now()
            self.host.send(Watching(self._portal_up))
        self._stopping.leave_when_late(clock.now())
