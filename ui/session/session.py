"""One customer's session: carries out the decisions of ``ui.flow.step`` on window, card, browser and pipe."""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from kiosk.cards.transport import CardService
from kiosk.desk import PublicDesk
from kiosk.network.login import Login
from kiosk.procedures.model import Procedure
from kiosk.protocol.messages import (
    Activity,
    Alive,
    AuditReport,
    Begun,
    Card,
    Down,
    End,
    Ended,
    Panel,
    Reader,
    Start,
    Summary,
    Up,
    Watching,
)
from kiosk.secret import Pin
from kiosk.system import clock
from kiosk.told import NOTHING
from kiosk.touch_keyboard import keyboard as touch_keyboard
from kiosk.touch_keyboard.base import TouchKeyboard
from kiosk.vocabulary import CardVerdict, Colours, EndReason, Letters, ReaderState
from ui import style
from ui.browser.embedded.engine import warm
from ui.browser.web_eid import PENDING, TIMED_OUT
from ui.flow import events as ev, trail
from ui.flow.events import Act, Overlay, Purpose, Stage
from ui.flow.limits import due
from ui.flow.page import page_seen, request_seen
from ui.flow.step import Flow, step
from ui.screens.content import Content
from ui.session import display
from ui.session.card_reports import CardReports
from ui.session.card_worker import CardWorker
from ui.session.last_input import LastInput
from ui.session.page_keyboard import PageKeyboard
from ui.session.pending_request import PendingRequest
from ui.text import languages
from ui.window.window import SessionWindow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ui.browser.embedded.browser import Browser

TICK_MS = 250
ALIVE_MS = 1000


class Session(QObject):
    """The session of one customer, which ends with the process."""

    engine_ready = Signal()

    def __init__(
        self,
        start: Start,
        procedures: list[Procedure],
        desk: PublicDesk,
        send: Callable[[Up], None],
        make_service: Callable[[], CardService],
        window: SessionWindow,
        application: QCoreApplication,
    ) -> None:
        super().__init__()
        self._application = application
        self.flow = Flow()
        self.window = window
        self.browser: Browser | None = None
        self.keyboard: PageKeyboard | None = None
        self.times: dict[str, float] = {}
        self.attached: object = None
        self._config = start.config
        self.mark = start.mark
        self._send = send
        self._procedures = {item.id: item for item in procedures}
        self._pin = Pin()
        self._url, self._told = "", NOTHING
        #: The PIN is complete but not sent to the card: whether the signature is still waited for is being found out.
        self._confirming = False
        self._last_input = LastInput(self)
        self._worker = CardWorker(
            make_service, start.config.reader, secrets.token_bytes(32), start.config.clock_trusted
        )
        self._request = PendingRequest()
        self._cards = CardReports(self._worker, self)
        self._content = Content(
            self.flow,
            self._procedures,
            self._pin,
            start.config.timers,
            start.mark,
            start.wiped_at,
            terminal=start.config.terminal,
            desk=desk,
        )
        self._connect()
        if not start.config.hardware_keyboard:
            self.use_keyboard(touch_keyboard.of_window(int(window.winId())))
        self._show()

    def _connect(self) -> None:
        self.window.posted.connect(self.post)
        self._cards.posted.connect(self.post)
        self._cards.judged.connect(self._judge)

    def use_keyboard(self, keyboard: TouchKeyboard) -> None:
        """Use this touch keyboard for the fields of the page."""
        self.keyboard = PageKeyboard(self.window, keyboard)
        self.keyboard.missing.connect(lambda: self.post(ev.KeyboardMissing()))

    def start_timers(self) -> None:
        """Start the signs of life and the time limits; called after the first paint."""
        for interval, slot in ((ALIVE_MS, self._on_alive), (TICK_MS, self._on_tick)):
            timer = QTimer(self)
            timer.timeout.connect(slot)
            timer.start(interval)
        QTimer.singleShot(0, lambda: warm(self.load_engine))

    def post(self, event: ev.Event) -> None:
        """Handle an event: let the flow decide, send the audit lines, carry out the actions, show the new state."""
        self.times[type(event).__name__] = clock.now()
        old, (self.flow, acts) = self.flow, step(self.flow, event)
        for code, fields in trail.lines(old, event, self.flow, self._procedures):
            self._send(AuditReport(code, fields))
        self._tell()
        if self.flow.asked is not old.asked:
            self.times["request"] = clock.now()
        for act in acts:
            self._ACTS[act](self)
        if self.flow != old:
            self._show()

    def _begin(self) -> None:
        self._last_input.touch()
        self.times["begun"] = clock.now()
        self._send(Begun())

    def _speak(self) -> None:
        """The window changes at once, the portal with its next page: a reload would lose what the person entered."""
        languages.install(self._application, self.flow.language)
        if self.browser:
            self.browser.speak(self.flow.language)

    def _load_page(self) -> None:
        self.load_engine()
        assert self.browser is not None
        self.browser.open(self._procedure(), self.flow.language)

    def _classify(self) -> None:
        decision = self._request.classify()
        if decision is not None:
            self.post(request_seen(decision))

    def _answer(self) -> None:
        if not self._request.answer(self._worker.take_signature()):
            self.post(ev.SignatureLost())

    def _sign(self) -> None:
        """Have the card sign. For going on after the idle warning it signs a random message, which nobody gets."""
        if self.flow.extend:
            self._worker.sign(self._pin.hand_over(), secrets.token_bytes(64))
        else:
            self._confirming = True
            self._request.confirm(self._purpose(), self._on_confirmed)

    def _on_confirmed(self, waits: bool) -> None:
        """Sign if the signature is still waited for. If not, the event about the lost request is in the queue."""
        if waits and self.flow.signing and not self.flow.extend:
            self._confirming = False
            self._worker.sign(self._pin.hand_over(), self._request.message(self._purpose(), self._worker.algorithm))
        else:
            self._pin.clear()

    def _purpose(self) -> Purpose:
        assert self.flow.asked is not None
        return self.flow.asked

    def _extended(self) -> None:
        self._last_input.touch()
        self._worker.take_signature()

    def _judge(self, verdict: CardVerdict) -> None:
        self._send(Card(verdict))

    def _log_out(self) -> None:
        assert self.browser is not None
        self._halt()
        self.browser.log_out(self._procedure().logout_url)

    def _end(self) -> None:
        self._halt()
        self._send(Ended(self.flow.ending or EndReason.PROTOCOL_ERROR))
        self.window.setEnabled(False)

    def _halt(self) -> None:
        if self.browser:
            self.browser.halt()
        self._follow()

    def _follow(self) -> None:
        if self.keyboard:
            self.keyboard.follow(self.flow, self.browser)

    _ACTS: ClassVar[dict[Act, Callable[["Session"], object]]] = {
        Act.BEGIN: _begin,
        Act.LOAD_PAGE: _load_page,
        Act.LOAD_AGAIN: _load_page,
        Act.SPEAK: _speak,
        Act.COMPARE_CARD: lambda self: self._worker.compare(),
        Act.ACCEPT_CARD: lambda self: self._judge(CardVerdict.SAME),
        Act.BIND_CARD: lambda self: self._judge(CardVerdict.BOUND),
        Act.REFUSE_CARD: lambda self: self._judge(CardVerdict.REFUSED),
        Act.READ_CARD: lambda self: self._worker.read_card(),
        Act.QUERY_TRIES: lambda self: self._worker.query_tries(),
        Act.SIGN: _sign,
        Act.CLEAR_PIN: lambda self: self._pin.clear(),
        Act.SAY_WRONG: lambda self: display.show_wrong(self.window, self._now()),
        Act.ANSWER: _answer,
        Act.CLASSIFY_REQUEST: _classify,
        Act.REFUSE: lambda self: self._request.refuse(),
        Act.REFUSE_SECOND: lambda self: self._request.refuse(PENDING),
        Act.REFUSE_LATE: lambda self: self._request.refuse(TIMED_OUT),
        Act.OPEN_GATE: lambda self: self._request.open_gate(),
        Act.CLOSE_CHECK: lambda self: self._request.close_check(),
        Act.LOGGED_IN: lambda self: self._request.log_in(),
        Act.DROP_PAGE: lambda self: self.browser.drop() if self.browser else None,
        Act.EXTENDED: _extended,
        Act.EXTEND_ASKED: _extended,
        Act.STAY: lambda self: self._last_input.touch(),
        Act.OPEN_PANEL: lambda self: self._send(Panel()),
        Act.LOG_OUT: _log_out,
        Act.END: _end,
    }

    def _show(self) -> None:
        if self.flow.stage is not Stage.OVER:
            self._last_input.frozen = self.flow.overlay is Overlay.IDLE_WARNING
            display.show(self.window, self._now())
            self._follow()

    def _now(self) -> Content:
        view, idle = self.browser.view if self.browser else None, self._last_input.idle()
        return replace(self._content, flow=self.flow, url=self._url, idle=idle, left=self._left(), view=view)

    def refill(self) -> None:
        """Fill the screens, which were all made again, and let the page have the same look."""
        self._look()
        self._tell()
        self._show()

    def _tell(self) -> None:
        """Tell the supervisor what the words after the end are about, and their look, whenever that changes."""
        look = Colours(style.colours()), Letters(style.letters_chosen())
        told = replace(self.flow.told, colours=look[0], letters=look[1])
        if told != self._told:
            self._told = told
            self._send(Summary(told))

    def _look(self) -> None:
        if self.browser:
            self.browser.set_look(style.page_scale(), style.is_dark())

    def _left(self) -> float:
        """Seconds left of the longest time that a session may take."""
        return self._config.timers.absolute - self._since("begun")

    def _since(self, name: str) -> float:
        """Seconds since the time with this name in ``times``; 0 if there is none."""
        now = clock.now()
        return now - self.times.get(name, now)

    def on_message(self, message: Down) -> None:
        """Handle a message of the supervisor, on the GUI thread."""
        if isinstance(message, Reader):
            self.post(ev.CardPlaced(message.state is ReaderState.CARD, known=self._worker.bound))
        elif isinstance(message, End):
            self._on_end(message.reason)
        elif isinstance(message, Watching) and message.portal is not self._content.portal_up:
            self._content = replace(self._content, portal_up=message.portal)
            self._show()

    def _on_end(self, reason: EndReason) -> None:
        procedure = self._procedures.get(self.flow.procedure)
        self.post(ev.Ended(reason, logout=procedure is not None and bool(procedure.logout_url)))

    def _on_alive(self) -> None:
        self._send(Alive())
        if self.flow.stage is not Stage.ATTRACT:
            self._send(Activity(int(self._last_input.idle() * 1000)))

    def _on_tick(self) -> None:
        self._last_input.watch(self.window)
        if self._last_input.take_input():
            self.post(ev.Touched())
        idle, left, waiting = self._last_input.idle(), self._left(), self._since("request")
        event = due(self.flow, self._config.timers, idle, len(self._pin), left, waiting)
        if event:
            self.post(event)
        if event or self._counts_down():
            self._show()

    def _counts_down(self) -> bool:
        """Whether the shown screen tells the seconds left."""
        counting = (Overlay.IDLE_WARNING, Overlay.LIMIT_WARNING, Overlay.STAFF_CALLED)
        return self.flow.overlay in counting or (self.flow.result is not None and self.flow.shown is Stage.BROWSE)

    def load_engine(self) -> None:
        """Start QtWebEngine, once; it happens behind the attract screen, because it takes a moment."""
        if self.browser or self.flow.stage is Stage.OVER:
            return
        from ui.session.portal_page import PortalPage

        queued = Qt.ConnectionType.QueuedConnection
        page = PortalPage(self, Login(self._config.proxy_user, self._config.proxy_password))
        page.posted.connect(self.post)
        self.browser = browser = page.browser
        browser.on_last_word = lambda reason: self._send(Ended(reason))
        self._request.watch(browser)
        browser.warden.commit_withdrawn.connect(self._on_commit_withdrawn, queued)
        browser.url_changed.connect(self._on_url)
        browser.shown.connect(self._on_page_shown)
        browser.page_changed.connect(lambda: self.window.guard.page_changed(browser.view))
        self._look()
        self.engine_ready.emit()

    def _on_commit_withdrawn(self) -> None:
        confirming, self._confirming = self._confirming, False
        self.post(ev.CommitWithdrawn(signing=not confirming))

    def _on_page_shown(self) -> None:
        self.times.setdefault("page_shown", clock.now())

    def _on_url(self, url: str) -> None:
        self._url = url
        if procedure := self._procedures.get(self.flow.procedure):
            self.post(page_seen(procedure, self.flow, url))
        if self.flow.shown is Stage.BROWSE:
            self._show()

    def _procedure(self) -> Procedure:
        return self._procedures[self.flow.procedure]
