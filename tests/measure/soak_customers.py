"""The customers of the soak: how far they come, how their sessions end, and the end reasons that are expected."""

import random
from collections.abc import Callable
from dataclasses import dataclass

import psutil

from kiosk.lifecycle.states import Limits
from kiosk.training.drill.desk import Desk, Visit, expect, wipe_ms
from kiosk.training.drill.machine import page_process
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B, Customer
from kiosk.vocabulary import EndReason

#: The points that a customer can reach.
DEPTHS = ("touch", "pin", "page", "review", "check")
#: Seconds without a message after which a session counts as hung: short for sessions that hang on purpose, and usual.
SILENCE, USUAL_SILENCE = 1.5, Limits().alive


@dataclass(frozen=True)
class End:
    """A way to end a session. ``depths``: where it can happen. ``after``: repairs before the next customer."""

    reasons: tuple[str, ...]
    happen: Callable[[Desk, Visit], None]
    depths: tuple[str, ...] = DEPTHS
    after: Callable[[Desk], None] = lambda _: None


def _walk_away(desk: Desk, _: Visit) -> None:
    desk.control.take()


def _swap(desk: Desk, _: Visit) -> None:
    desk.control.swap("saburo")


def _hang(desk: Desk, visit: Visit) -> None:
    desk.limits(alive=SILENCE)
    psutil.Process(visit.pid).suspend()


def _restore_silence(desk: Desk) -> None:
    desk.limits(alive=USUAL_SILENCE)


def _kill_page(desk: Desk, _: Visit) -> None:
    page_process(desk.control).kill()


def _portal_down(desk: Desk, _: Visit) -> None:
    """The next page cannot be loaded; the person reads why and ends the session."""
    desk.station("close_portal")
    desk.control.page_press("#next")
    desk.control.wait_stage("problem")
    desk.control.press("end")


def _finish(desk: Desk, _: Visit) -> None:
    walk.pass_check(desk.control, A)
    desk.control.press("finish")


def _plug(desk: Desk) -> None:
    desk.control.wait_phase("unavailable")
    desk.station("plug")


CARD = ("page", "review", "check")
ENDS: dict[str, End] = {
    "finish": End(("finished",), _finish, ("check",)),
    "give up": End(("give_up",), lambda desk, _: desk.quit("give_up")),
    "next customer": End(("next_customer",), lambda desk, _: desk.quit("next_customer")),
    "staff's key": End(("next_customer",), lambda desk, _: desk.hardware_key()),
    "walk away": End(("card_removed",), _walk_away, ("pin", *CARD)),
    "swap": End(("card_changed", "card_removed"), _swap, CARD),
    "kill session": End(("session_crashed",), lambda _, visit: psutil.Process(visit.pid).kill()),
    "kill page": End(("renderer_dead",), _kill_page, CARD),
    "hang": End(("session_hung",), _hang, after=_restore_silence),
    "unplug reader": End(("reader_lost",), lambda desk, _: desk.station("unplug"), after=_plug),
    "portal down": End(("portal_failed",), _portal_down, ("page",), lambda desk: desk.station("open_portal")),
}


@dataclass(frozen=True)
class Turn:
    """One customer as drawn."""

    end: str
    depth: str


def draw(generator: random.Random) -> Turn:
    """Draw an end, and a depth at which it can happen."""
    end = generator.choice(tuple(ENDS))
    return Turn(end, generator.choice(ENDS[end].depths))


def serve(desk: Desk, turn: Turn) -> float:
    """Serve one customer, from attract screen to attract screen; returns the milliseconds of the wipe.

    Raises ExpectationFailed and ControlError.
    """
    visit = _reach(desk, turn.depth)
    end = ENDS[turn.end]
    end.happen(desk, visit)
    receipt = desk.control.wait_until("the receipt", lambda: desk.control.receipt_of(visit.session))
    expect("end reason is one of these", True, receipt["reason"] in end.reasons)
    desk.check_ended(visit, EndReason(receipt["reason"]))
    end.after(desk)
    _clear_reader(desk)
    return wipe_ms(receipt)


def _reach(desk: Desk, depth: str) -> Visit:
    desk.portal.change("reset")
    return _WAYS[depth](desk)


def _touch(desk: Desk) -> Visit:
    desk.control.press("start")
    desk.control.wait_stage("choose")
    return desk.visit()


def _pin(desk: Desk) -> Visit:
    visit = desk.place_card(A.person)
    desk.control.wait_stage("enter_pin")
    return visit


def _review(desk: Desk, customer: Customer = A) -> Visit:
    visit = desk.log_in(customer)
    walk.fill_in(desk.control, customer)
    return visit


_WAYS: dict[str, Callable[[Desk], Visit]] = {
    "touch": _touch,
    "pin": _pin,
    "page": lambda desk: desk.log_in(B),
    "review": _review,
    "check": lambda desk: desk.reach_check(),
}


def _clear_reader(desk: Desk) -> None:
    """Take the card when the terminal asks for it; then wait for the attract screen with the engine loaded."""
    if desk.station("state")["person"]:
        desk.control.wait_phase("take_card")
        expect("sessions while a card lies there", 0, desk.control.terminal()["serving"])
        desk.control.take()
    desk.wait_for_attract()
    desk.control.wait_engine()
