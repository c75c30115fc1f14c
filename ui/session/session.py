"""The session process: carries out what ``ui.flow.step`` decides, on one window, card thread, browser and pipe."""

import secrets
from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from kiosk.cards.transport import CardService
from kiosk.failures import FailureName
from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure
from kiosk.protocol.messages import (
    Activity as ActivityReport,
    Alive,
    AuditReport,
    Begun,
    Card,
    Down,
    End,
    Ended,
    Reader,
    Start,
    Up,
)
from kiosk.secret import Pin
from kiosk.system import clock
from kiosk.touch_keyboard import keyboard as touch_keyboard
from kiosk.touch_keyboard.base import TouchKeyboard
from kiosk.vocabulary import WITH_LOGOUT, CardVerdict, EndReason, ReaderState
from ui.browser.embedded.engine import warm
from ui.flow import events as ev, numbering
from ui.flow.events import Act, Overlay, Stage
from ui.flow.signals import slots
from ui.flow.step import Flow, step
from ui.session.activity import Activity
from ui.session.asking import Asking
from ui.session.card_worker import CardWorker
from ui.session.display import PADS, Display, Look
from ui.session.idle import due
from ui.session.page_keyboard import PageKeyboard
from ui.text import languages
from ui.window.window import SessionWindow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ui.browser.embedded.browser import Browser

TICK_MS = 250
ALIVE_MS = 1000


class Session(QObject):
    """One customer. Everything in here ends with the process."""

    engine_ready = Signal()

    def __init__(
        self,
        start: Start,
        procedures: list[Procedure],
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
        self._language = "ja"
        self._pin = Pin()
        self._url = ""
        self._seen_card = False
        self._activity = Activity(self)
        self._worker = CardWorker(make_service, start.config.reader, secrets.token_bytes(32), start.config.clock_moved)
        self._asking = Asking(start.config.timers.check_window, self)
        self.display = Display(window, start, self._procedures, self._pin, slots(self.post))
        self._connect()
        if not start.config.hardware_keyboard:
            self.use_keyboard(touch_keyboard.of_window(int(window.winId())))
        self._show()

    def _connect(self) -> None:
        window, worker, asking = self.window, self._worker, self._asking
        window.give_up.connect(lambda: self._on_end_pressed(EndReason.GIVE_UP))
        window.next_customer.connect(lambda: self._on_end_pressed(EndReason.NEXT_CUSTOMER))
        window.staff_called.connect(self._on_staff_called)
        window.language_changed.connect(self._on_language)
        asking.asked.connect(lambda purpose: self.post(ev.Asked(purpose)))
        asking.late.connect(lambda: self.post(ev.AskLate()))
        asking.told.connect(self._tell)
        # Bound methods and queued: a lambda would run on the card's thread.
        queued = Qt.ConnectionType.QueuedConnection
        worker.read.connect(self._on_card_read, queued)
        worker.tries_known.connect(self._on_tries_known, queued)
        worker.signed.connect(self._on_signed, queued)
        worker.pin_wrong.connect(self._on_pin_wrong, queued)
        worker.failed.connect(self._on_card_failed, queued)
        worker.compared.connect(self._on_compared, queued)
        worker.unusable.connect(self._on_unusable, queued)

    def use_keyboard(self, keyboard: TouchKeyboard) -> None:
        """Ask for this touch keyboard for the fields of the page."""
        self.keyboard = PageKeyboard(self.window, keyboard)
        self.keyboard.missing.connect(lambda: self._tell("touch_keyboard_missing"))

    def start_timers(self) -> None:
        """From the first paint on: say that the GUI thread lives, and look at the clock."""
        for interval, slot in ((ALIVE_MS, self._on_alive), (TICK_MS, self._on_tick)):
            timer = QTimer(self)
            timer.timeout.connect(slot)
            timer.start(interval)
        QTimer.singleShot(0, lambda: warm(self.load_engine))

    def post(self, event: ev.Event) -> None:
        """Let the flow decide about one event, then do what it says and show where it stands."""
        self.times[type(event).__name__] = clock.now()
        old, (self.flow, acts) = self.flow, step(self.flow, event)
        if old.checking != self.flow.checking and self.flow.checking:
            self._tell("check_started")
        for act in acts:
            self._ACTS[act](self)
        if self.flow != old:
            self._show()

    def _begin(self) -> None:
        self._activity.touch()
        self.times["begun"] = clock.now()
        self._send(Begun())

    def _load_page(self) -> None:
        procedure = self._procedure()
        self._tell("procedure_chosen", procedure=procedure.id, version=procedure.version)
        self.load_engine()
        assert self.browser is not None
        self.browser.open(procedure, self._language)

    def _answer(self) -> None:
        if not self._asking.answer(self._worker.take_signature()):
            self.post(ev.Ended(EndReason.PROTOCOL_ERROR))

    def _sign(self) -> None:
        # Going on needs no answer for anybody: the message of a page that waits stays as it is.
        message = secrets.token_bytes(64) if self.flow.extend else self._asking.message(self._worker.algorithm)
        self._worker.sign(self._pin.hand_over(), message)

    def _extended(self, code: str) -> None:
        self._activity.touch()
        self._worker.take_signature()
        self._tell(code)

    def _end(self) -> None:
        self._halt()
        self.window.setEnabled(False)
        self._send(Ended(self.flow.ending or EndReason.PROTOCOL_ERROR))

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
        Act.READ_CARD: lambda self: self._worker.read_card(),
        Act.QUERY_TRIES: lambda self: self._worker.query_tries(),
        Act.SIGN: _sign,
        Act.CLEAR_PIN: lambda self: self._pin.clear(),
        Act.ANSWER: _answer,
        Act.REFUSE: lambda self: self._asking.refuse(),
        Act.OPEN_GATE: lambda self: self._asking.open_gate(),
        Act.CLOSE_CHECK: lambda self: self._asking.close_check(),
        Act.LOGGED_IN: lambda self: self._asking.logged_in(),
        Act.DROP_PAGE: lambda self: self.browser.drop() if self.browser else None,
        Act.EXTENDED: lambda self: self._extended("idle_extended"),
        Act.EXTEND_ASKED: lambda self: self._extended("extend_asked"),
        Act.END: _end,
    }

    def _show(self) -> None:
        flow = self.flow
        if flow.stage is not Stage.OVER:
            self._activity.frozen = flow.overlay is Overlay.IDLE_WARNING
            view = self.browser.view if self.browser else None
            self.display.show(flow, Look(self._language, self._url, self._activity.idle(), view, self._left()))
            self._follow()

    def redress(self, letters: float) -> None:
        """Every screen was made anew: fill it, and show the page's letters as large as the others."""
        self.display.forget_screens()
        if self.browser:
            self.browser.set_letters(letters)
        self._show()

    def _left(self) -> float:
        """Seconds until the longest time that a session may take is over."""
        return self._config.timers.absolute - (clock.now() - self.times.get("begun", clock.now()))

    def on_message(self, message: Down) -> None:
        """A message of the supervisor, on the GUI thread."""
        if isinstance(message, Reader):
            self._on_reader(message)
        elif isinstance(message, End):
            self._on_end(message.reason)

    def _on_reader(self, message: Reader) -> None:
        there = message.state is ReaderState.CARD
        returned = there and self._seen_card
        self._seen_card = self._seen_card or there
        if returned and self._worker.bound:
            self._worker.compare()
        elif there:
            # Nothing was read yet, so nothing is bound to any card: there is nothing to be taken over.
            self._send(Card(CardVerdict.SAME))
        self.post(ev.CardPlaced(there))

    def _on_compared(self, same: bool) -> None:
        self._send(Card(CardVerdict.SAME if same else CardVerdict.OTHER))

    def _on_unusable(self) -> None:
        self._send(Card(CardVerdict.UNUSABLE))

    def _on_end(self, reason: EndReason) -> None:
        procedure = self._procedures.get(self.flow.procedure) if self.flow.logged_in else None
        self.flow, _ = step(self.flow, ev.Ended(reason))
        self._halt()
        self._pin.clear()
        if reason not in WITH_LOGOUT or procedure is None or not procedure.logout_url or not self.browser:
            self._send(Ended(reason))
            return
        self.browser.logged_out.connect(lambda done: self._on_logged_out(reason, done))
        self.browser.log_out(procedure.logout_url)

    def _on_logged_out(self, reason: EndReason, done: bool) -> None:
        self._tell("portal_logout", done=done)
        self._send(Ended(reason))

    def _on_end_pressed(self, reason: EndReason) -> None:
        self._tell("end_asked", reason=str(reason))
        self.post(ev.EndPressed(reason))

    def _on_language(self, language: str) -> None:
        self._language = language
        languages.install(self._application, language)
        self._tell("language", language=language)
        self._show()

    def _on_staff_called(self) -> None:
        self._tell("staff_called")
        self.post(ev.StaffPressed())

    def _on_card_read(self, tries: int) -> None:
        self.post(ev.CardRead(tries))

    def _on_tries_known(self, tries: int) -> None:
        self.post(ev.TriesKnown(tries))

    def _on_signed(self) -> None:
        self.post(ev.Signed())

    def _on_pin_wrong(self, tries: int) -> None:
        self._tell("pin_wrong", tries_left=tries)
        self.post(ev.PinWrong(tries))
        if (pad := str(self.flow.overlay or self.flow.stage)) in PADS:
            self.display.show_wrong(pad, tries)

    def _on_card_failed(self, name: str) -> None:
        failure = FailureName(name)  # the worker's signals carry only words and numbers
        if self.flow.stage is Stage.BROWSE and not self.flow.extend and failure is FailureName.CARD_REMOVED:
            return  # the supervisor has seen it, or is about to: the card is its to judge
        self.post(ev.CardFailed(failure))

    def _on_alive(self) -> None:
        self._send(Alive())
        if self.flow.stage is not Stage.ATTRACT:
            self._send(ActivityReport(int(self._activity.idle() * 1000)))

    def _on_tick(self) -> None:
        self._activity.watch(self.window)
        if self.flow.stage in (Stage.ATTRACT, Stage.OVER):
            return
        if self._activity.take_input() and self.flow.extensions:
            self.post(ev.Touched())
        event = due(self.flow, self._config.timers, self._activity.idle(), len(self._pin), self._left())
        if isinstance(event, ev.IdleWarned | ev.LimitNear):
            self._tell("idle_warning" if isinstance(event, ev.IdleWarned) else "limit_warning")
        if event:
            self.post(event)
        if event or self.flow.overlay in (Overlay.IDLE_WARNING, Overlay.LIMIT_WARNING):
            self._show()

    def load_engine(self) -> None:
        """Bring up QtWebEngine, once: right behind the attract screen, while the person reads it."""
        if self.browser or self.flow.stage is Stage.OVER:
            return
        from ui.browser.embedded.browser import Browser

        queued = Qt.ConnectionType.QueuedConnection
        self.browser = browser = Browser(self)
        self._asking.watch(browser)
        browser.bridge.asked.connect(self._on_asked, queued)
        browser.bridge.cancelled.connect(lambda: self.post(ev.AskLost()), queued)
        browser.warden.commit_blocked.connect(self._on_commit_blocked, queued)
        browser.warden.commit_passed.connect(self._on_commit_passed, queued)
        browser.warden.commit_unchecked.connect(self._on_commit_unchecked, queued)
        browser.warden.refused.connect(lambda kind: self._tell("request_refused", kind=kind), queued)
        browser.page_failed.connect(self._on_page_failed, queued)
        browser.tls_failed.connect(lambda: self.post(ev.PageFailed(FailureName.TLS_ERROR)), queued)
        browser.renderer_died.connect(lambda: self.post(ev.RendererDied()), queued)
        browser.url_changed.connect(self._on_url)
        browser.shown.connect(self._on_page_shown)
        self.engine_ready.emit()

    def _on_asked(self) -> None:
        self._asking.on_page_asked(self._procedure, busy=self.flow.asked is not None)

    def _on_commit_blocked(self) -> None:
        self._asking.on_commit_blocked(busy=self.flow.asked is not None)

    def _on_commit_passed(self) -> None:
        self._tell("commit_passed")
        self.post(ev.CommitPassed())

    def _on_commit_unchecked(self) -> None:
        self._tell("commit_unchecked")
        self.post(ev.CommitUnchecked())

    def _on_page_failed(self, failure: FailureName) -> None:
        if self.flow.stage not in (Stage.PROBLEM, Stage.OVER):
            self.post(ev.PageFailed(failure))

    def _on_page_shown(self) -> None:
        self.times.setdefault("page_shown", clock.now())

    def _on_url(self, url: str) -> None:
        self._url = url
        procedure = self._procedures.get(self.flow.procedure)
        if procedure is None or self.flow.stage in (Stage.PROBLEM, Stage.OVER):
            return
        if found := numbering.page_place(procedure, self.flow.logged_in, url):
            self._tell("step", number=found.number)
        if navigation.is_mixup(procedure, url):
            self._tell("suspected_mixup", procedure=procedure.id)
            self.post(ev.MixupSeen())
        elif kind := navigation.result_of(procedure, url):
            self._tell("result", kind=str(kind))
            self.post(ev.ResultSeen(kind))
        self._show()

    def _procedure(self) -> Procedure:
        return self._procedures[self.flow.procedure]

    def _tell(self, code: str, **fields: str | int | bool) -> None:
        self._send(AuditReport(code, fields))
