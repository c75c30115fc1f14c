"""What the screens say by their signals, as the events that it becomes."""

from collections.abc import Callable, Mapping

from ui.flow import events as ev

#: Signal of a screen -> the event; what the signal carries is handed on.
EVENTS: Mapping[str, Callable[..., ev.Event]] = {
    "started": ev.Started,
    "chosen": ev.Chosen,
    "child_told": ev.ForChild,
    "ready": lambda: ev.Prepared(renewed=False),
    "renewed_today": lambda: ev.Prepared(renewed=True),
    "agreed": lambda: ev.Consented(agreed=True),
    "declined": lambda: ev.Consented(agreed=False),
    "completed": ev.PinComplete,
    "finished": ev.EndConfirmed,
    "confirmed": ev.EndConfirmed,
    "ended": ev.EndConfirmed,
    "backed": ev.OverlayLeft,
    "extended": ev.Extended,
}


def slots(post: Callable[[ev.Event], None]) -> dict[str, Callable[..., None]]:
    """A slot for each signal that posts its event."""
    return {name: _slot(post, event) for name, event in EVENTS.items()}


def _slot(post: Callable[[ev.Event], None], event: Callable[..., ev.Event]) -> Callable[..., None]:
    return lambda *said: post(event(*said))
