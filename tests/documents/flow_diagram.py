"""Makes ``docs/flow.md`` by exploring ``ui.flow.step.step`` (see ``tests.documents.lifecycle_diagram``)."""

import re
from collections import defaultdict
from collections.abc import Iterable

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason, ResultKind
from tests.documents.lifecycle_diagram import Move, edges, explore, mermaid
from ui.flow import events as ev
from ui.flow.events import Act, Event, Overlay, Purpose, Stage
from ui.flow.step import Flow, step

#: The events to explore: one of each kind, with the values that lead to different states.
EVENTS: tuple[Event, ...] = (
    ev.Started(),
    ev.LanguageChosen("en"),
    ev.Chosen("points"),
    ev.ForChild(child=True),
    ev.ForChild(child=False),
    ev.Prepared(renewed=False),
    ev.Prepared(renewed=True),
    ev.WentBack(),
    ev.CardPlaced(there=True),
    ev.CardPlaced(there=True, known=True),
    ev.CardPlaced(there=False),
    *(event(tries) for event in (ev.CardRead, ev.TriesKnown, ev.PinWrong) for tries in (0, 1, 3)),
    ev.CardFailed(FailureName.CARD_MUTE),
    ev.CardFailed(FailureName.CARD_CHANGED),
    ev.CardFailed(FailureName.CARD_REMOVED),
    ev.SignatureRequested(),
    ev.Asked(Purpose.LOGIN),
    ev.Asked(Purpose.PORTAL_CHECK),
    ev.AskLost(),
    ev.AskLate(),
    ev.Consented(agreed=True),
    ev.Consented(agreed=False),
    ev.PinComplete(),
    ev.PinConfirmed(),
    ev.Signed(),
    ev.SignatureLost(),
    ev.PageFailed(FailureName.PORTAL_UNREACHABLE),
    ev.Retried(),
    ev.CommitBlocked(),
    ev.CommitPassed(),
    ev.CommitWithdrawn(signing=False),
    ev.CommitWithdrawn(signing=True),
    ev.CommitUnchecked(),
    ev.PageSeen(number=4),
    ev.PageSeen(result=ResultKind.DONE),
    ev.PanelPressed(),
    ev.WaitedLong(),
    ev.PageSeen(mixup=True),
    ev.PageSeen(refusal=FailureName.APPLIED_BEFORE),
    ev.RequestRefused("popup"),
    ev.KeyboardMissing(),
    ev.RendererDied(),
    ev.QuitPressed(),
    ev.EndPressed(EndReason.NEXT_CUSTOMER),
    ev.StaffPressed(),
    ev.OverlayLeft(),
    ev.EndConfirmed(),
    ev.IdleWarned(),
    ev.IdleOver(),
    ev.Extended(),
    ev.Touched(),
    ev.LimitNear(),
    ev.LookedLonger(),
    ev.PinIdle(),
    ev.Ended(EndReason.CARD_REMOVED),
    ev.Ended(EndReason.FINISHED, logout=True),
    ev.LoggedOut(done=True),
)
_HEAD = """# The customer's flow

Made from `ui/flow/step.py` by `python3 run.py docs`, by exploring every event in every state; do not edit by hand.
What each word means: `ui/flow/events.py`. Stages are the screens; an overlay lies over a stage and hides it.

"""


def document() -> str:
    """The text of ``docs/flow.md``."""
    moves = list(explore(Flow(), lambda _: EVENTS, step, _drawn_key))
    found = edges((move.old.stage, move.new.stage, _label(move)) for move in moves)
    return "\n".join((_HEAD + mermaid(found, Stage, Stage.ATTRACT), _acts_table(moves), _overlay_table(moves)))


def _drawn_key(flow: Flow) -> tuple[object, ...]:
    """The part of the state that decides which moves are possible; enough for the diagram."""
    asked = (flow.asked, flow.tries, flow.busy, flow.logins)
    page = flow.stage is Stage.BROWSE and not flow.asked and not flow.result
    owed = (flow.extend, flow.extensions if page else 0)
    return (flow.stage, flow.overlay, *owed, flow.card, flow.reading, *asked, flow.result, flow.failure)


def _label(move: Move[Flow, Event, Act]) -> str:
    if move.new.stage is Stage.OVER:
        return str(move.new.ending)
    if move.new.stage is Stage.PROBLEM:
        return str(move.new.failure)
    return _words(move.event)


def _words(event: Event) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", type(event).__name__).lower()


def _acts_table(moves: Iterable[Move[Flow, Event, Act]]) -> str:
    found: dict[Act, set[str]] = defaultdict(set)
    for move in moves:
        for act in move.acts:
            found[act].add(_words(move.event))
    rows = (f"| `{act}` | {', '.join(sorted(found[act]))} |\n" for act in Act)
    return "| action | carried out after |\n|---|---|\n" + "".join(rows)


def _overlay_table(moves: Iterable[Move[Flow, Event, Act]]) -> str:
    found = edges((move.old.overlay or "–", move.new.overlay or "–", _words(move.event)) for move in moves)
    rows = (f"| `{overlay}` | {_ways(found, '–', overlay)} | {_ways(found, overlay, '–')} |\n" for overlay in Overlay)
    return "| overlay | comes with | goes with |\n|---|---|---|\n" + "".join(row for row in rows if "``" not in row)


def _ways(found: object, old: str, new: str) -> str:
    assert isinstance(found, dict)
    return ", ".join(found.get((old, new), ["–"]))
