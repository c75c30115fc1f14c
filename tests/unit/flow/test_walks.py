"""No sequence of events breaks the flow: all of them over a small alphabet, long ones, and a card that answers late.

The flow has no time and few values, so exploring every state that can be reached is looking at all sequences.
"""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

import pytest
from hypothesis import given, settings, strategies as st

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason, ResultKind
from tests.documents import flow_diagram
from tests.rules.sources import ROOT
from tests.support.flow_lines import CHECKS, check_trail, requested
from tests.support.flow_ways import check_answer, check_problem
from ui.flow import events as ev
from ui.flow.events import Act, Event, Extend, Overlay, Purpose, Stage
from ui.flow.extend import MAX_EXTENSIONS
from ui.flow.numbering import part
from ui.flow.step import MAX_LOGINS, PIN_STAGES, Flow, step

DOCUMENT = ROOT / "docs" / "flow.md"
BEFORE_CARD = (Stage.ATTRACT, Stage.CHOOSE, Stage.PREPARE, Stage.PLACE_CARD)


@dataclass(frozen=True)
class Witness:
    """What can be known of a session from its events and actions alone, as a second source for the checks."""

    logged_in: bool = False
    #: What the card signs for now, and whether that was requested after the login.
    signs: Purpose | Extend | None = None
    after_login: bool = False


def look_on(witness: Witness, old: Flow, event: Event) -> tuple[Flow, Witness]:
    """One step with all checks."""
    new, acts = step(old, event)
    check_pin(old, event, new, acts)
    check_gate(witness, old, event, acts)
    check_ways(old, event, new, acts)
    check_extension(witness, old, event, new, acts)
    check_waiting(old, event, new)
    check_trail(old, event, new, acts)
    check_shape(new)
    return new, remember(witness, old, event, new, acts)


def check_pin(old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> None:
    """A PIN is used only when it is complete, once, on a visible pad; in all other cases it is overwritten."""
    if Act.SIGN in acts:
        assert isinstance(event, ev.PinConfirmed if old.tries == 1 else ev.PinComplete)
        assert not old.busy
        if old.extend:
            assert (old.overlay, new.extend) == (Overlay.EXTEND, Extend.SIGN)
        else:
            assert old.stage in PIN_STAGES
            assert new.signing
            assert not old.overlay
        assert old.tries is not None
        assert old.tries > 1 or old.agreed, "the last try needs the person's word"
    elif old.stage in PIN_STAGES and (new.stage, new.overlay) != (old.stage, old.overlay) and new.stage != old.stage:
        assert Act.CLEAR_PIN in acts, "on every way off the pad"
    if new.overlay and new.overlay is not old.overlay:
        assert Act.CLEAR_PIN in acts, "what is hidden is not half typed"
    if isinstance(event, ev.PinIdle) and old.stage is not Stage.OVER:
        assert acts == (Act.CLEAR_PIN,)


def check_gate(witness: Witness, old: Flow, event: Event, acts: tuple[Act, ...]) -> None:
    """The gate opens only for a check requested after the login and signed; answers need a signature, too."""
    if Act.OPEN_GATE in acts:
        assert isinstance(event, ev.Signed)
        assert old.asked in CHECKS
        assert witness.signs is old.asked
        assert witness.after_login
    if Act.ANSWER in acts or Act.LOGGED_IN in acts:
        assert isinstance(event, ev.Signed)
        assert witness.signs is old.asked
    if Act.LOGGED_IN in acts:
        assert old.asked is Purpose.LOGIN
        assert Act.OPEN_GATE not in acts, "the login never opens the gate"


def check_extension(witness: Witness, old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> None:
    """The idle warning is left by 「続ける」 alone, the fourth time by the PIN alone (docs/scenarios.md, A9)."""
    gone = new.stage in (Stage.PROBLEM, Stage.OVER)
    if old.overlay is Overlay.IDLE_WARNING is not new.overlay and not gone:
        assert isinstance(event, ev.Extended)
        assert old.card or not old.bound, "the card is still there"
        assert not new.overlay or new.extend or (old.called and new.overlay is Overlay.STAFF_CALLED)
    if (
        isinstance(event, ev.Extended)
        and not old.extend
        and old.bound
        and old.extensions == MAX_EXTENSIONS
        and not old.called
    ):
        assert gone or new.extend or new.overlay is old.overlay
    if old.extend and not new.extend and not gone:
        check_opened(witness, old, event, new)
        assert not {Act.OPEN_GATE, Act.ANSWER, Act.LOGGED_IN} & set(acts), "it opens nothing else"
    if new.extend:
        assert new.overlay, "what is under it stays hidden"
        assert not new.busy


def check_opened(witness: Witness, old: Flow, event: Event, new: Flow) -> None:
    """By the PIN; after long waiting, with one try left and no PIN asked yet, by the card that lies there."""
    if old.waited and event == ev.TriesKnown(1):
        assert old.extend is Extend.QUERY
        assert new.overlay or old.card or not old.bound
    else:
        assert isinstance(event, ev.Signed)
        assert witness.signs is Extend.SIGN


def check_waiting(old: Flow, event: Event, new: Flow) -> None:
    """Nobody waits where the stage is seen; after long waiting, a stranger does not get to a page that is logged in."""
    assert bool(new.called) <= bool(new.overlay or new.stage is Stage.OVER)
    assert new.waited <= bool(new.called or new.stage is Stage.OVER)
    if old.waited and not new.waited and old.logged_in and new.stage not in (Stage.PROBLEM, Stage.OVER):
        assert isinstance(event, ev.Signed | ev.TriesKnown) or old.stage is Stage.PROBLEM
        assert old.card or not old.bound or isinstance(event, ev.Signed)


def check_ways(old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> None:
    """Which changes of stage, and which actions with them, are allowed."""
    if old.stage is Stage.OVER:
        check_answer(old, event, new, acts)
    else:
        assert bool({Act.END, Act.LOG_OUT} & set(acts)) == (new.stage is Stage.OVER)
    if Act.LOG_OUT in acts:
        assert old.logged_in, "nobody is logged out who was not logged in"
    if old.stage is Stage.PROBLEM:
        check_problem(old, event, new)
    elif new.stage is Stage.PROBLEM:
        assert Act.DROP_PAGE in acts
        assert (Act.CLOSE_CHECK in acts) == old.checking
    purpose = requested(event)
    if purpose and not (new.asked is purpose and not old.asked) and new.stage is old.stage:
        assert old.stage is Stage.OVER or Act.REFUSE in acts or Act.CLOSE_CHECK in acts, "nobody waits for nothing"
    if old.stage in BEFORE_CARD and new.stage not in (*BEFORE_CARD, Stage.PROBLEM, Stage.OVER):
        assert isinstance(event, ev.CardRead), "no page before a card was read"
    if isinstance(event, ev.EndPressed) and new.stage is Stage.OVER:
        assert old.overlay is Overlay.QUIT_SHEET or old.stage is Stage.OVER


def check_shape(flow: Flow) -> None:
    """The invariants of every state."""
    assert 0 <= flow.logins <= MAX_LOGINS
    assert flow.logged_in == (flow.logins > 0)
    assert (flow.stage is Stage.OVER) == (flow.ending is not None)
    assert (flow.stage is Stage.PROBLEM) == bool(flow.failure) or flow.stage is Stage.OVER
    assert (flow.stage is Stage.ATTRACT) <= (flow.overlay is Overlay.NONE)
    if flow.stage in PIN_STAGES or flow.busy:
        assert flow.asked
        assert flow.tries is not None
    if flow.stage in PIN_STAGES:
        assert (flow.stage is Stage.CHECK) == flow.checking
    if flow.stage is Stage.PROBLEM:
        assert (flow.asked, flow.reading, flow.busy) == (None, False, False)
    assert (flow.asked in CHECKS) <= flow.logged_in
    assert (part(flow) is None) == (flow.stage in (Stage.ATTRACT, Stage.OVER)), "every screen has its step"


def remember(witness: Witness, old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> Witness:
    """What the witness knows after this step."""
    if Act.SIGN in acts:
        return replace(witness, signs=new.extend or old.asked)
    if requested(event) and new.asked and not old.asked:
        return replace(witness, signs=None, after_login=witness.logged_in)
    if isinstance(event, ev.Signed | ev.PinWrong):
        return replace(witness, signs=None, logged_in=witness.logged_in or Act.LOGGED_IN in acts)
    return witness


def test_every_event_is_walked() -> None:
    assert {type(event) for event in flow_diagram.EVENTS} == set(get_args(Event))


#: Events left out of ``FEW`` to keep its walks short. ``Retried`` and ``WaitedLong`` are walked in ``RETRYING`` and
#: ``EXTENDING``, the others but for what the page was refused and a withdrawn commit in the walk of any length.
LEFT_OUT = (
    *(ev.CommitPassed(), ev.CommitUnchecked(), ev.RendererDied(), ev.LimitNear(), ev.SignatureLost()),
    *(ev.CardFailed(FailureName.CARD_CHANGED), ev.CardFailed(FailureName.CARD_REMOVED)),
    *(ev.PageSeen(number=4), ev.CardPlaced(there=True, known=True), ev.LoggedOut(done=True)),
    *(ev.Ended(EndReason.FINISHED, logout=True), ev.LanguageChosen("en")),
    ev.Retried(),
    *(ev.SignatureRequested(), ev.RequestRefused("popup"), ev.KeyboardMissing(), ev.PanelPressed(), ev.WaitedLong()),
    *(ev.CommitWithdrawn(signing=False), ev.CommitWithdrawn(signing=True)),
)
FEW: tuple[Event, ...] = tuple(
    event for event in flow_diagram.EVENTS if event not in LEFT_OUT and not isinstance(event, ev.ForChild)
)


def walk_all(depth: int | None, events: tuple[Event, ...], path: tuple[Event, ...] = ()) -> int:
    """Every event after every sequence of less than ``depth`` (None: of any length). Returns the number of steps."""
    first = walk_one(path)
    seen, waiting, count = {first}, deque([(*first, 1)]), 0
    while waiting:
        flow, witness, steps = waiting.popleft()
        for event in events:
            found = look_on(witness, flow, event)
            count += 1
            # After the end only the reason can change (``check_answer``), so there are no new states.
            if found not in seen and steps != depth and flow.stage is not Stage.OVER:
                seen.add(found)
                waiting.append((*found, steps + 1))
    return count


PATH: tuple[Event, ...] = (
    ev.Started(), ev.Chosen("points"), ev.Asked(Purpose.LOGIN), ev.Prepared(renewed=False), ev.CardPlaced(there=True),
    ev.CardRead(3), ev.PinComplete(), ev.Signed(),
)  # fmt: skip
#: All sequences of these are walked by themselves (below): together with all others they would take minutes.
GOING_ON = (ev.Extended(), ev.Touched(), ev.LimitNear(), ev.WaitedLong(), ev.StaffPressed())
#: Whose application it is changes nothing else (shown below), so the other walks hold for a child as well.
WHOSE = (ev.ForChild(child=True), ev.ForChild(child=False))
#: The language changes nothing else either.
SPOKEN = (ev.LanguageChosen("en"),)
#: What the page was refused changes nothing, and a withdrawn commit has its own tests (``test_withdrawn``).
OF_THE_PAGE = (ev.SignatureRequested, ev.RequestRefused, ev.KeyboardMissing, ev.PanelPressed, ev.CommitWithdrawn)
#: Walked by themselves (below), with what can be under way when a portal is tried again, and a final request.
RETRYING: tuple[Event, ...] = (
    *(ev.PageFailed(FailureName.PORTAL_UNREACHABLE), ev.Retried(), ev.WentBack(), ev.Chosen("points")),
    *(ev.Asked(Purpose.LOGIN), ev.Prepared(renewed=False), ev.CardPlaced(there=True), ev.CardRead(3)),
    *(ev.PinComplete(), ev.Signed(), ev.TriesKnown(3), ev.CommitBlocked(), ev.CommitPassed()),
)
EXTENDING: tuple[Event, ...] = (
    *(ev.IdleWarned(), ev.Extended(), ev.Touched(), ev.OverlayLeft(), ev.StaffPressed(), ev.LimitNear()),
    *(ev.WaitedLong(), ev.PinComplete(), ev.PinConfirmed(), ev.Signed(), ev.PinWrong(1), ev.PinWrong(0)),
    *(ev.TriesKnown(3), ev.TriesKnown(1)),
    *(ev.Consented(agreed=True), ev.CardPlaced(there=False), ev.CardPlaced(there=True), ev.AskLost(), ev.AskLate()),
    *(ev.Asked(Purpose.LOGIN), ev.Asked(Purpose.PORTAL_CHECK), ev.CommitBlocked()),
)


@pytest.mark.slow
@pytest.mark.parametrize("along", [6, 8])
def test_every_sequence_around_going_on(along: int) -> None:
    """From the PIN pad and from the page, of any length."""
    assert walk_all(None, EXTENDING, PATH[:along]) > 5_000


def test_every_sequence_around_trying_the_portal_again() -> None:
    assert walk_all(None, RETRYING) > 7_000


@pytest.mark.slow
def test_every_sequence_up_to_a_second_check() -> None:
    assert walk_all(9, FEW) > 50_000


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_sequence_of_any_length(request: pytest.FixtureRequest) -> None:
    if settings().max_examples < 100 and "slow" not in request.config.option.markexpr:
        pytest.skip("many seconds: run.py test, or pytest -m slow")
    apart = (*GOING_ON, *WHOSE, *SPOKEN)
    left_out = (*OF_THE_PAGE, ev.Retried)
    others = tuple(event for event in flow_diagram.EVENTS if event not in apart and not isinstance(event, left_out))
    assert walk_all(None, others) > 300_000


def for_child(found: tuple[Flow, tuple[Act, ...]]) -> tuple[Flow, tuple[Act, ...]]:
    """The same state for a parent with a child, and the same actions."""
    return replace(found[0], for_child=True), found[1]


@pytest.mark.slow
def test_whose_application_it_is_changes_nothing_else() -> None:
    """In every state every event has the same effect; it is chosen on the prepare screen, and left with it."""
    seen, waiting = {Flow()}, deque([Flow()])
    others = tuple(event for event in FEW if not isinstance(event, ev.Ended | ev.PinIdle))
    while waiting:
        own = waiting.popleft()
        child = replace(own, for_child=True)
        offered = own.stage is Stage.PREPARE
        for flow in (own, child):
            assert [step(flow, event) for event in WHOSE] == ([(child, ()), (own, ())] if offered else [(flow, ())] * 2)
        for event in others:
            other_procedure = isinstance(event, ev.WentBack) and offered and not own.overlay
            assert step(child, event) == (step(own, event) if other_procedure else for_child(step(own, event)))
            new = step(own, event)[0]
            if new not in seen and len(seen) < MOST_STATES:
                seen.add(new)
                waiting.append(new)
    assert {flow.stage for flow in seen} == set(Stage)
    assert {flow.overlay for flow in seen} >= {Overlay.NONE, Overlay.QUIT_SHEET, Overlay.IDLE_WARNING, Overlay.EXTEND}


MOST_STATES = 16_000
TRIES = st.integers(-1, 15)
ANY: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from(flow_diagram.EVENTS),
    st.builds(ev.CardRead, TRIES),
    st.builds(ev.TriesKnown, TRIES),
    st.builds(ev.PinWrong, st.integers(0, 15)),  # the last digit of 63Cx
    st.builds(ev.Ended, st.sampled_from(EndReason), st.booleans()),
    st.builds(ev.EndPressed, st.sampled_from((EndReason.NEXT_CUSTOMER, EndReason.GIVE_UP))),
    st.builds(ev.PageSeen, st.none() | st.integers(1, 34), st.none() | st.sampled_from(ResultKind)),
    st.builds(ev.LanguageChosen, st.sampled_from(("ja", "en", "ja-easy"))),
    st.builds(
        ev.PageFailed,
        st.sampled_from((FailureName.TLS_ERROR, FailureName.PORTAL_GARBLED, FailureName.PORTAL_FORBIDDEN)),
    ),
)
ENDING = (ev.Ended, ev.SignatureLost, ev.RendererDied, ev.CommitUnchecked, ev.IdleOver, ev.PageFailed, ev.CardFailed)


def walk_one(events: Iterable[Event]) -> tuple[Flow, Witness]:
    flow, witness = Flow(), Witness()
    for event in events:
        flow, witness = look_on(witness, flow, event)
    return flow, witness


@given(st.integers(0, len(PATH)), st.lists(ANY.filter(lambda event: not isinstance(event, ENDING)), max_size=60))
def test_long_walks_that_do_not_end_soon(along: int, events: list[Event]) -> None:
    walk_one((*PATH[:along], *events))


@given(st.integers(0, len(PATH)), st.lists(ANY, max_size=60))
def test_long_walks(along: int, events: list[Event]) -> None:
    walk_one((*PATH[:along], *events))


@dataclass
class Card:
    """The card's thread: one job after the other, each answered some time later, in order."""

    jobs: deque[tuple[Act, int]]
    requests: int = 0

    def take(self, old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> None:
        if requested(event) and new.asked and not old.asked:
            self.requests += 1
        self.jobs.extend((act, self.requests) for act in acts if act in (Act.SIGN, Act.QUERY_TRIES, Act.READ_CARD))

    def answer(self, tries: int) -> tuple[Event, int] | None:
        if not self.jobs:
            return None
        job, request = self.jobs.popleft()
        if job is Act.SIGN:
            return (ev.Signed() if tries == 3 else ev.PinWrong(tries)), request
        return (ev.TriesKnown(tries) if job is Act.QUERY_TRIES else ev.CardRead(tries)), request


ON_SCREEN = tuple(
    event
    for event in flow_diagram.EVENTS
    if not isinstance(event, (*ENDING, ev.CardRead, ev.TriesKnown, ev.PinWrong, ev.Signed, ev.EndConfirmed))
    and event != ev.Consented(agreed=False)
)


@given(st.lists(st.sampled_from(ON_SCREEN) | st.sampled_from((1, 2, 3, 3, 3)), max_size=80))
def test_a_card_that_answers_late_answers_only_what_it_was_asked(items: list[Event | int]) -> None:
    """A signature is used for the request that it was made for, or not at all."""
    flow, card = walk_one(PATH[:-3])[0], Card(deque())
    for item in items:
        answered = card.answer(item) if isinstance(item, int) else (item, card.requests)
        if answered is None:
            continue
        event, request = answered
        new, acts = step(flow, event)
        if Act.OPEN_GATE in acts or Act.ANSWER in acts:
            assert request == card.requests
        card.take(flow, event, new, acts)
        flow = new
        assert sum(job is Act.SIGN for job, _ in card.jobs) <= 1, "one PIN, one signature"


@pytest.mark.slow
@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("overlay", Overlay)
def test_every_event_in_every_state_that_can_be_written_down(stage: Stage, overlay: Overlay) -> None:
    for asked, busy in ((asked, busy) for asked in (None, *Purpose) for busy in (False, True)):
        flow = Flow(stage, overlay, "points", True, busy, 3, asked, busy=busy, logged_in=True, logins=1)
        extended = [replace(flow, extend=extend, extensions=MAX_EXTENSIONS) for extend in Extend]
        for event in flow_diagram.EVENTS:
            new, acts = step(flow, event)
            assert Act.OPEN_GATE not in acts or flow.signing
            assert new.logins <= MAX_LOGINS
            for other in extended:
                step(other, event)


@pytest.mark.slow
def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == flow_diagram.document(), "run: python3 run.py docs"
