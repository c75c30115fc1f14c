"""One customer at the kiosk: the product's flow, warden and card layer around a browser of their own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.cards.identity import CardReading
from kiosk.failures import FailureName
from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure
from kiosk.secret import Pin
from kiosk.training.koriyama.browser import Browser, Form
from kiosk.training.koriyama.stage import Stage
from kiosk.training.portal.token import signed_octets
from kiosk.vocabulary import EndReason
from ui.browser.surface import Arrival, Sender
from ui.browser.warden import Warden
from ui.flow import trail
from ui.flow.events import (
    Act,
    Asked,
    CardPlaced,
    CardRead,
    Chosen,
    CommitBlocked,
    CommitPassed,
    EndConfirmed,
    Event,
    PageSeen,
    PinComplete,
    Prepared,
    Purpose,
    Signed,
    Stage as FlowStage,
    Started,
    TriesKnown,
)
from ui.flow.step import Flow, step

Line = tuple[str, Mapping[str, str | int | bool]]


@dataclass
class _Waiting:
    """A request that waits for the warden's answer. ``paused``: the browser does not wait for it any more."""

    arrival: Arrival
    send: Callable[[], None]
    paused: bool = False
    gone: bool = False

    def answer(self, go: bool) -> None:
        """See ``ui.browser.surface.Paused``."""
        self.gone = go
        if go and self.paused:
            self.send()

    def ask(self, then: Callable[[bool], None]) -> None:
        """See ``ui.browser.surface.Paused``: nobody cancels a request here."""
        then(True)


class Customer:
    """A session. ``on_line`` gets each audit line; ``now``: seconds of the terminal's clock.

    ``begun`` and ``over`` are for the supervisor, ``ending`` is the reason of the end.
    """

    def __init__(
        self,
        stage: Stage,
        procedures: Mapping[str, Procedure],
        now: Callable[[], float],
        on_line: Callable[[Line], None],
    ) -> None:
        self.flow, self.ending = Flow(), EndReason.GIVE_UP
        self.over = self.begun = False
        self._stage, self._procedures, self._on_line = stage, procedures, on_line
        self._browser = Browser(stage.origin, self._admits)
        self._card, self._warden = stage.card(), self._armed(now)
        self._reading: CardReading | None = None
        self._pin = Pin()
        self._form: Form = {}
        self._actions: dict[Act, Callable[[], None]] = {
            Act.BEGIN: self._begin, Act.LOAD_PAGE: self._load, Act.READ_CARD: self._read, Act.QUERY_TRIES: self._query,
            Act.SIGN: self._sign, Act.LOGGED_IN: self._warden.log_in, Act.OPEN_GATE: self._warden.pass_check,
            Act.END: self._end,
        }  # fmt: skip

    @property
    def page(self) -> str:
        """The path of the portal's page."""
        return self._browser.page

    @property
    def text(self) -> str:
        """The text of the portal's page."""
        return self._browser.text

    # --- what the person and the terminal do ---

    def begin(self, procedure: str, renewed: bool = False) -> None:
        """Touch the screen, choose a procedure, answer the questions before the login."""
        for event in (Started(), Chosen(procedure), Prepared(renewed)):
            self.on(event)

    def card_is_there(self, there: bool) -> None:
        """The supervisor tells what is on the reader."""
        self.on(CardPlaced(there, known=self._reading is not None))

    def enter(self, pin: Pin) -> None:
        """Type the PIN on the pad."""
        self._pin = pin
        self.on(PinComplete())

    def post(self, path: str, form: Form) -> None:
        """Press a button of the page; a commit is held by the gate until a check was passed."""
        self._form = form
        self._browser.post(path, form)
        self._seen()

    def finish(self) -> None:
        """Press the one button of a result or a problem."""
        self.on(EndConfirmed())

    def drop(self) -> None:
        """The end of the process: browser and card go."""
        self._card.close()
        self._browser.close()

    def on(self, event: Event) -> None:
        """Let the flow decide, write its lines, carry out its actions."""
        old = self.flow
        self.flow, acts = step(old, event)
        for line in trail.lines(old, event, self.flow, self._procedures):
            self._on_line(line)
        for act in acts:
            self._do(act)

    # --- what the flow wants done ---

    def _do(self, act: Act) -> None:
        """Carry out an action; those about windows and pads have nothing to do here."""
        if act in self._actions:
            self._actions[act]()

    def _begin(self) -> None:
        self.begun = True

    def _query(self) -> None:
        self.on(TriesKnown(self._card.tries(self._known.fingerprint)))

    def _end(self) -> None:
        assert self.flow.ending is not None
        self.over, self.ending = True, self.flow.ending

    @property
    def _procedure(self) -> Procedure:
        return self._procedures[self.flow.procedure]

    @property
    def _known(self) -> CardReading:
        assert self._reading is not None
        return self._reading

    def _armed(self, now: Callable[[], float]) -> Warden:
        warden = Warden(now)
        warden.holding = True
        warden.commit_blocked.connect(lambda: self.on(CommitBlocked()))
        warden.commit_passed.connect(lambda: self.on(CommitPassed()))
        return warden

    def _load(self) -> None:
        self._warden.procedure = self._procedure
        self._browser.get(self._procedure.start_url.removeprefix(self._stage.origin))
        if self.page in ("/", "/status/login"):
            self.on(Asked(Purpose.LOGIN))

    def _read(self) -> None:
        self._reading = self._card.read()
        self.on(CardRead(self._reading.tries_left))

    def _sign(self) -> None:
        if self.flow.asked is Purpose.LOGIN:
            course = "status" if self.flow.procedure == "status" else "points"
            self._browser.log_in(self._card, self._known, self._pin, course)
        else:
            message = signed_octets(self._stage.origin, self.flow.asked or "", self._known.algorithm)
            self._card.sign(self._pin, message, self._known.fingerprint)
        self.on(Signed())
        self._seen()

    def _admits(self, method: str, url: str, hop: bool) -> bool:
        """The warden's decision. What it holds is sent when it is released."""
        arrival = Arrival(method, url, Sender.DOCUMENT, hop)
        waiting = _Waiting(arrival, lambda: self._send_held(url))
        if self._warden.admits(arrival):
            self._warden.decide(waiting)
        waiting.paused = True
        return waiting.gone

    def _send_held(self, url: str) -> None:
        self._browser.post(url.removeprefix(self._stage.origin), self._form, released=True)

    def _seen(self) -> None:
        if self.flow.stage is FlowStage.OVER or not self.flow.procedure:
            return
        url = self._stage.origin + self.page
        refusal: FailureName | None = navigation.refusal_of(self._procedure, url)
        result, mixup = navigation.result_of(self._procedure, url), navigation.is_mixup(self._procedure, url)
        self.on(PageSeen(result=result, mixup=mixup, refusal=refusal))
