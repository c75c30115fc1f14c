"""Puts what the flow says onto the screens: fills, labels, steps. Decides nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.failures import FailureName, failure
from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure, say
from kiosk.protocol.messages import Start
from kiosk.secret import Pin
from ui.flow import numbering
from ui.flow.events import Extend, Overlay, Stage
from ui.flow.step import Flow
from ui.session.idle import limit_notice
from ui.text import sentences
from ui.window.window import SessionWindow

#: The screens with a PIN pad.
PADS = (Stage.ENTER_PIN, Stage.CHECK, Overlay.EXTEND)


@dataclass(frozen=True)
class Look:
    """What else the screens show: language, the portal's address, seconds without input and left, the page's widget."""

    language: str
    url: str
    idle: float
    view: QWidget | None
    left: float = 0.0


class Display:
    """The screens of one session. ``slots``: what each signal of a screen does."""

    def __init__(
        self,
        window: SessionWindow,
        start: Start,
        procedures: Mapping[str, Procedure],
        pin: Pin,
        slots: Mapping[str, Callable[..., None]],
    ) -> None:
        self._window = window
        self._start = start
        self._procedures = procedures
        self._pin = pin
        self._slots = slots
        self._wired: set[str] = set()
        self._screen("attract")

    def forget_screens(self) -> None:
        """The window has made its screens anew."""
        self._wired.clear()

    def show(self, flow: Flow, look: Look) -> None:
        """Show the stage, or what lies over it."""
        name = str(flow.overlay or flow.stage)
        screen = self._screen(name)
        if fill := self._FILLS.get(name):
            fill(self, screen, flow, look)
        self._window.set_mark(self._start.mark if flow.stage is not Stage.ATTRACT else "")
        self._window.set_step(*self._step(flow, look))
        if self._window.current_name() != name:
            self._window.show_screen(name)

    def show_wrong(self, name: str, tries: int) -> None:
        """The PIN was wrong; so many tries are left."""
        self._screen(name).show_wrong(tries)

    def _screen(self, name: str) -> Any:
        """Screens are made when they are first shown; then their signals are connected."""
        screen = self._window.screens[name]
        if name not in self._wired:
            self._wired.add(name)
            for signal, slot in self._slots.items():
                if hasattr(screen, signal):
                    getattr(screen, signal).connect(slot)
            if name == "attract":
                screen.set_wiped_at(self._start.wiped_at)  # type: ignore[attr-defined]
            if name in PADS:
                screen.set_pin(self._pin)  # type: ignore[attr-defined]
        return screen

    def _step(self, flow: Flow, look: Look) -> tuple[int, int, str]:
        if not flow.procedure or flow.overlay:
            return 0, 0, ""
        place = numbering.place(self._procedures[flow.procedure], flow, look.url)
        if place is None:
            return 0, 0, ""
        label = sentences.step_label(place.own) if place.own else say(place.label or {}, look.language)
        return place.number, place.total, label

    def _fill_choose(self, screen: Any, _: Flow, look: Look) -> None:
        rows = [(item.id, say(item.title, look.language), say(item.summary, look.language)) for item in self._all()]
        screen.set_procedures(rows)

    def _all(self) -> list[Procedure]:
        return list(self._procedures.values())

    def _fill_prepare(self, screen: Any, flow: Flow, look: Look) -> None:
        procedure = self._procedures[flow.procedure]
        bring = [say(item, look.language) for item in procedure.bring]
        screen.set_procedure(say(procedure.title, look.language), bring, procedure.asks_renewed_today)
        screen.set_child(flow.for_child if procedure.offers_child else None)

    def _fill_place_card(self, screen: Any, flow: Flow, _: Look) -> None:
        screen.set_child(flow.for_child)
        screen.set_reading(flow.reading)

    def _fill_enter_pin(self, screen: Any, flow: Flow, look: Look) -> None:
        screen.set_child(flow.for_child)
        self._fill_pin(screen, flow, look)

    def _fill_pin(self, screen: Any, flow: Flow, _: Look) -> None:
        screen.set_busy(flow.busy)
        screen.set_tries(flow.tries or 0)

    def _fill_browse(self, screen: Any, flow: Flow, look: Look) -> None:
        if look.view is not None:
            screen.set_view(look.view)
        screen.set_result(flow.result)
        screen.set_notice(self._notice(flow, look))

    def _notice(self, flow: Flow, look: Look) -> str:
        procedure = self._procedures[flow.procedure]
        if flow.notice:
            return sentences.notice(flow.notice)
        advised = procedure.advice and navigation.is_advice(procedure, look.url)
        return say(procedure.advice, look.language) if advised else ""

    def _fill_problem(self, screen: Any, flow: Flow, _: Look) -> None:
        screen.set_failure(failure(flow.failure or FailureName.INTERNAL_ERROR), False)

    def _fill_confirm(self, screen: Any, flow: Flow, _: Look) -> None:
        screen.set_ending(flow.ending, self._start.mark, flow.committed)

    def _fill_idle(self, screen: Any, _: Flow, look: Look) -> None:
        timers = self._start.config.timers
        screen.set_mark(self._start.mark)
        screen.set_seconds(max(0.0, timers.idle + timers.warning - look.idle), timers.warning)

    def _fill_extend(self, screen: Any, flow: Flow, _: Look) -> None:
        screen.set_busy(flow.extend is not Extend.ASK)
        screen.set_tries(flow.tries or 0)

    def _fill_limit(self, screen: Any, _: Flow, look: Look) -> None:
        screen.set_mark(self._start.mark)
        screen.set_seconds(max(0.0, look.left), limit_notice(self._start.config.timers))

    _FILLS: Mapping[str, Callable[["Display", Any, Flow, Look], None]] = {
        "choose": _fill_choose,
        "prepare": _fill_prepare,
        "place_card": _fill_place_card,
        "enter_pin": _fill_enter_pin,
        "check": _fill_pin,
        "browse": _fill_browse,
        "problem": _fill_problem,
        "confirm_end": _fill_confirm,
        "idle_warning": _fill_idle,
        "extend": _fill_extend,
        "limit_warning": _fill_limit,
    }
