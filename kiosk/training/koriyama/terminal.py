"""The kiosk without its windows: the product's lifecycle, and a new customer of ``customer.py`` after each wipe."""

from collections import deque
from collections.abc import Sequence

import resources
from kiosk.lifecycle import trail, transitions
from kiosk.lifecycle.effects import Effect, HideCurtain, Launch, ShowCurtain, TellReader, Wipe
from kiosk.lifecycle.states import (
    CardJudged,
    CheckChanged,
    Event,
    ReaderSeen,
    SessionAlive,
    SessionBegun,
    SessionOver,
    SessionReady,
    State,
    Tick,
    WipeFinished,
)
from kiosk.procedures.load import load_procedures
from kiosk.training.koriyama.customer import Customer, Line
from kiosk.training.koriyama.old_desk import fields
from kiosk.training.koriyama.stage import Citizen, Stage
from kiosk.vocabulary import CardVerdict, ReaderState


class Terminal:
    """One day of a terminal: it begins with a wipe. ``lines``: what the audit file would get."""

    def __init__(self, stage: Stage) -> None:
        self.state, self.covered = State(), True
        self.lines: list[Line] = []
        self._stage = stage
        procedures = load_procedures(resources.path("procedures", "training"), stage.origin)
        self._procedures = {item.id: item for item in procedures}
        self._customer: Customer | None = None
        self._events: deque[Event] = deque()
        self._told = (False, False, False, False)
        self._hear(Tick(1000.0), ReaderSeen(ReaderState.EMPTY, 1), WipeFinished(0))

    @property
    def customer(self) -> Customer:
        """The present session; the one that ended is gone."""
        assert self._customer is not None
        return self._customer

    # --- what people do ---

    def sit_down(self, citizen: Citizen, procedure: str = "points", renewed: bool = False) -> str:
        """Touch the screen, answer the questions, place the card, type the PIN; the portal's page, or the screen."""
        self.customer.begin(procedure, renewed)
        self._settle()
        if self.customer.flow.card or renewed:
            return self.customer.flow.shown
        self._stage.reader.place(citizen.person)
        self._hear(ReaderSeen(ReaderState.CARD, self.state.insertion + 1))
        return self.enter_pin(citizen)

    def enter_pin(self, citizen: Citizen) -> str:
        """Type the PIN for what is asked: the login, or the check before it is final."""
        self.customer.enter(self._stage.pin(citizen))
        return self._settle()

    def choose(self, measures: Sequence[str]) -> str:
        """Choose what to apply for."""
        self.customer.post("/measures", {"measure": list(measures)})
        return self._settle()

    def pay_to(self, service: tuple[str, str]) -> str:
        """Choose the payment service and enter its ID."""
        self.customer.post("/service", {"service": service[0]})
        self.customer.post("/details", fields(service))
        return self._settle()

    def confirm(self) -> str:
        """Press 「申し込む」: the screen that the kiosk shows then."""
        self.customer.post("/apply", {})
        self._settle()
        return self.customer.flow.shown

    def finish(self) -> str:
        """Press the one button of a result or a problem."""
        self.customer.finish()
        return self._settle()

    def leave(self) -> None:
        """Take the card and go."""
        self._stage.reader.take()
        self._hear(ReaderSeen(ReaderState.EMPTY, self.state.insertion + 1))

    def wait(self, seconds: int) -> None:
        """Let time pass, with the session's signs of life."""
        for _ in range(seconds):
            self._hear(Tick(self.state.now + 1.0), SessionAlive(self.state.session))

    # --- what the supervisor does ---

    def _settle(self) -> str:
        """Tell the lifecycle what the session has become; the portal's page."""
        page, number, customer = self.customer.page, self.state.session, self.customer
        now = (customer.begun, customer.flow.bound, customer.flow.checking, customer.over)
        begun, bound, checking, over = (new and not old for new, old in zip(now, self._told, strict=True))
        events: list[Event] = [SessionBegun(number)] if begun else []
        events += [CardJudged(number, CardVerdict.BOUND)] if bound else []
        events += [CheckChanged(number, now[2])] if checking or now[2] is not self._told[2] else []
        events += [SessionOver(number, customer.ending)] if over else []
        self._told = now
        self._hear(*events)
        return page

    def _hear(self, *events: Event) -> None:
        self._events.extend(events)
        while self._events:
            event, old = self._events.popleft(), self.state
            self.state, effects = transitions.step(old, event)
            self.lines += trail.lines(old, event, self.state)
            for effect in effects:
                self._carry_out(effect)

    def _carry_out(self, effect: Effect) -> None:
        match effect:
            case ShowCurtain() | HideCurtain():
                self.covered = isinstance(effect, ShowCurtain)
            case Wipe():
                self._wipe(effect)
            case Launch():
                self._launch(effect)
            case TellReader():
                self.customer.card_is_there(effect.state is ReaderState.CARD)
                self._settle()
            case _:
                pass

    def _wipe(self, effect: Wipe) -> None:
        if self._customer:
            self._customer.drop()
        self._customer = None
        self.lines.append(("wipe_verified", {}))
        self._events.append(WipeFinished(effect.session))

    def _launch(self, effect: Launch) -> None:
        self._customer = Customer(self._stage, self._procedures, lambda: self.state.now, self.lines.append)
        self._told = (False, False, False, False)
        self._events.append(SessionReady(effect.session))
