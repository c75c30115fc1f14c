"""The flow as a table of stage, event, next stage and actions; and paths and attacks as sequences of events."""

from dataclasses import replace

import pytest

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason, ResultKind
from tests.support.flow_play import CHECKING, IN, LAST, LOGIN, PAD, READING, SIGNING, play
from ui.flow.events import (
    Act,
    Asked,
    AskLate,
    AskLost,
    CardFailed,
    CardPlaced,
    CardRead,
    Chosen,
    CommitBlocked,
    CommitPassed,
    CommitUnchecked,
    Consented,
    EndConfirmed,
    Ended,
    EndPressed,
    Event,
    Extended,
    ForChild,
    IdleOver,
    IdleWarned,
    KeyboardMissing,
    LanguageChosen,
    LimitNear,
    LoggedOut,
    LookedLonger,
    Notice,
    Overlay,
    OverlayLeft,
    PageFailed,
    PageSeen,
    PinComplete,
    PinConfirmed,
    PinIdle,
    PinWrong,
    Prepared,
    Purpose,
    QuitPressed,
    RendererDied,
    RequestRefused,
    SignatureLost,
    SignatureRequested,
    Signed,
    StaffPressed,
    Stage,
    Started,
    TriesKnown,
)
from ui.flow.state import MAX_LOOKS
from ui.flow.step import MAX_LOGINS, Flow, step

PORTAL, GATE = Asked(Purpose.PORTAL_CHECK), CommitBlocked()
QUIT, DONE = QuitPressed(), PageSeen(result=ResultKind.DONE)
NEXT, GIVE_UP = EndPressed(EndReason.NEXT_CUSTOMER), EndPressed(EndReason.GIVE_UP)
CLEAR = Act.CLEAR_PIN
PROBLEM = play(CardFailed(FailureName.CARD_MUTE), start=PAD)[0]


def test_the_whole_path_in_order() -> None:
    flow, done = play(
        *(Started(), Chosen("points"), LOGIN, Prepared(renewed=False), CardPlaced(there=True), CardRead(3)),
        *(PinComplete(), Signed(), PORTAL, TriesKnown(3), PinComplete(), Signed(), CommitPassed(), DONE),
        EndConfirmed(),
    )
    assert (flow.stage, flow.ending) == (Stage.OVER, EndReason.FINISHED)
    assert [act for act in done if act is not CLEAR] == [
        *(Act.BEGIN, Act.LOAD_PAGE, Act.ACCEPT_CARD, Act.READ_CARD, Act.BIND_CARD),
        *(Act.SIGN, Act.LOGGED_IN, Act.ANSWER),
        *(Act.QUERY_TRIES, Act.SIGN, Act.OPEN_GATE, Act.ANSWER),
        Act.END,
    ]


def test_a_commit_that_the_portal_did_not_ask_for_is_checked_by_the_kiosk_itself() -> None:
    flow, done = play(GATE, TriesKnown(3), PinComplete(), Signed(), start=IN)
    assert done == [Act.QUERY_TRIES, CLEAR, Act.SIGN, CLEAR, Act.OPEN_GATE]
    assert (flow.stage, flow.notice) == (Stage.BROWSE, Notice.NONE), "nothing is pressed twice"


@pytest.mark.parametrize("asked", [GATE, PORTAL], ids=["gate", "portal"])
@pytest.mark.parametrize("on_the_way", [(), (TriesKnown(3),), (TriesKnown(1),)], ids=["asking", "pad", "last try"])
def test_a_check_that_is_late_is_not_passed_and_the_person_is_told(asked: Event, on_the_way: tuple[Event, ...]) -> None:
    flow, done = play(asked, *on_the_way, AskLate(), start=IN)
    assert (flow.stage, flow.asked, flow.busy, flow.notice) == (Stage.BROWSE, None, False, Notice.TOO_LATE)
    assert done[-3:] == [Act.REFUSE_LATE, CLEAR, Act.CLOSE_CHECK]
    assert Act.OPEN_GATE not in done
    assert not play(asked, start=flow)[0].notice, "the next check begins anew"


S = Stage
ROWS: list[tuple[Flow, Event, Stage, tuple[Act, ...]]] = [
    (Flow(), Started(), S.CHOOSE, (Act.BEGIN,)),
    (Flow(), CardPlaced(there=True), S.CHOOSE, (Act.ACCEPT_CARD, Act.BEGIN)),
    (Flow(), QUIT, S.ATTRACT, ()),
    (Flow(), NEXT, S.ATTRACT, ()),
    (Flow(), IdleWarned(), S.ATTRACT, ()),
    (Flow(), LOGIN, S.ATTRACT, (Act.REFUSE,)),
    (Flow(stage=S.PREPARE), Prepared(renewed=True), S.PROBLEM, (CLEAR, Act.REFUSE, Act.DROP_PAGE)),
    (Flow(stage=S.PREPARE, card=True), Prepared(renewed=False), S.PLACE_CARD, (Act.READ_CARD,)),
    (Flow(stage=S.PREPARE, asked=Purpose.LOGIN), AskLost(), S.PREPARE, ()),
    (READING, AskLost(), S.PLACE_CARD, ()),
    (READING, CardRead(3), S.ENTER_PIN, (Act.BIND_CARD, CLEAR)),
    (READING, CardRead(1), S.LAST_TRY, (Act.BIND_CARD, CLEAR)),
    (READING, CardRead(0), S.PROBLEM, (Act.BIND_CARD, CLEAR, Act.REFUSE, Act.DROP_PAGE)),
    (READING, CardFailed(FailureName.CARD_MUTE), S.PLACE_CARD, (Act.REFUSE_CARD,)),
    (LAST, Consented(agreed=True), S.ENTER_PIN, (CLEAR,)),
    (LAST, Consented(agreed=False), S.OVER, (CLEAR, Act.END)),
    (LAST, PinComplete(), S.LAST_TRY, (CLEAR,)),
    (LAST, AskLost(), S.BROWSE, (CLEAR, Act.CLOSE_CHECK)),
    (PAD, PinComplete(), S.ENTER_PIN, (Act.SIGN,)),
    (PAD, PinIdle(), S.ENTER_PIN, (CLEAR,)),
    (PAD, AskLost(), S.BROWSE, (CLEAR, Act.CLOSE_CHECK)),
    (PAD, Signed(), S.OVER, (CLEAR, Act.END)),
    (PAD, PinWrong(1), S.ENTER_PIN, ()),
    (PAD, TriesKnown(1), S.ENTER_PIN, ()),
    (SIGNING, PinComplete(), S.ENTER_PIN, (CLEAR,)),
    (SIGNING, Signed(), S.BROWSE, (CLEAR, Act.LOGGED_IN, Act.ANSWER)),
    (SIGNING, PinWrong(2), S.ENTER_PIN, (CLEAR, Act.SAY_WRONG)),
    (play(StaffPressed(), start=SIGNING)[0], PinWrong(2), S.ENTER_PIN, (CLEAR,)),
    (SIGNING, PinWrong(1), S.LAST_TRY, (CLEAR,)),
    (SIGNING, PinWrong(0), S.PROBLEM, (CLEAR, Act.REFUSE, Act.DROP_PAGE)),
    (SIGNING, TriesKnown(3), S.ENTER_PIN, ()),
    (SIGNING, AskLost(), S.OVER, (CLEAR, Act.END)),
    (SIGNING, CardPlaced(there=False), S.ENTER_PIN, ()),
    (SIGNING, CardPlaced(there=True, known=True), S.ENTER_PIN, (Act.COMPARE_CARD,)),
    (SIGNING, CardFailed(FailureName.CARD_REMOVED), S.PROBLEM, (CLEAR, Act.REFUSE, Act.DROP_PAGE)),
    (SIGNING, SignatureLost(), S.OVER, (CLEAR, Act.END)),
    (SIGNING, CardFailed(FailureName.CARD_CHANGED), S.OVER, (CLEAR, Act.END)),
    (SIGNING, PageFailed(FailureName.PORTAL_UNREACHABLE), S.PROBLEM, (CLEAR, Act.REFUSE, Act.DROP_PAGE)),
    (IN, GATE, S.BROWSE, (Act.QUERY_TRIES,)),
    (IN, CardFailed(FailureName.CARD_REMOVED), S.BROWSE, ()),
    (play(GATE, start=IN)[0], CardFailed(FailureName.CARD_REMOVED), S.BROWSE, ()),
    (IN, CardFailed(FailureName.CARD_MUTE), S.PROBLEM, (CLEAR, Act.REFUSE, Act.DROP_PAGE)),
    (IN, PageSeen(number=4), S.BROWSE, ()),
    (IN, LanguageChosen("en"), S.BROWSE, (Act.SPEAK,)),
    (IN, LoggedOut(done=True), S.BROWSE, ()),
    (IN, Signed(), S.OVER, (CLEAR, Act.END)),
    (IN, SignatureRequested(), S.BROWSE, (Act.CLASSIFY_REQUEST,)),
    (READING, SignatureRequested(), S.PLACE_CARD, (Act.REFUSE_SECOND,)),
    (CHECKING, SignatureRequested(), S.CHECK, (Act.REFUSE_SECOND,)),
    (CHECKING, LOGIN, S.CHECK, (Act.REFUSE,)),
    (CHECKING, GATE, S.CHECK, (Act.CLOSE_CHECK,)),
    (CHECKING, RequestRefused("popup"), S.CHECK, ()),
    (IN, KeyboardMissing(), S.BROWSE, ()),
    (CHECKING, AskLost(), S.CHECK, ()),
    (CHECKING, AskLate(), S.BROWSE, (Act.REFUSE_LATE, CLEAR, Act.CLOSE_CHECK)),
    (play(PinComplete(), start=CHECKING)[0], AskLate(), S.OVER, (Act.REFUSE_LATE, CLEAR, Act.END)),
    (IN, AskLate(), S.BROWSE, ()),
    (PAD, AskLate(), S.BROWSE, (Act.REFUSE_LATE, CLEAR, Act.CLOSE_CHECK)),
    (CHECKING, CardFailed(FailureName.PIN_BLOCKED), S.PROBLEM, (CLEAR, Act.REFUSE, Act.CLOSE_CHECK, Act.DROP_PAGE)),
    (play(LOGIN, start=IN)[0], GATE, S.BROWSE, (Act.CLOSE_CHECK,)),
    (PROBLEM, LOGIN, S.PROBLEM, (Act.REFUSE,)),
    (PROBLEM, GATE, S.PROBLEM, (Act.CLOSE_CHECK,)),
    (PROBLEM, PageFailed(FailureName.TLS_ERROR), S.PROBLEM, ()),
    (PROBLEM, Signed(), S.PROBLEM, ()),
    (PROBLEM, CardRead(3), S.PROBLEM, ()),
    (PROBLEM, PageSeen(mixup=True), S.PROBLEM, ()),
    (PROBLEM, DONE, S.PROBLEM, ()),
    (PROBLEM, IdleWarned(), S.PROBLEM, ()),
]


@pytest.mark.parametrize(("flow", "event", "leads_to", "acts"), ROWS)
def test_the_table(flow: Flow, event: Event, leads_to: Stage, acts: tuple[Act, ...]) -> None:
    new, done = step(flow, event)
    assert (new.stage, done) == (leads_to, acts)


@pytest.mark.parametrize("stage", [Flow(), READING, LAST, PAD, SIGNING, IN, CHECKING, PROBLEM])
@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (RendererDied(), EndReason.RENDERER_DEAD),
        (CommitUnchecked(), EndReason.COMMIT_UNCHECKED),
        (CardFailed(FailureName.CARD_CHANGED), EndReason.CARD_CHANGED),
        (Ended(EndReason.SHUTDOWN), EndReason.SHUTDOWN),
    ],
)
def test_what_ends_everything_at_once_whatever_lies_over_it(stage: Flow, event: Event, reason: EndReason) -> None:
    for cover in (OverlayLeft(), StaffPressed(), IdleWarned(), QUIT):
        flow, done = play(cover, event, start=stage)
        assert (flow.stage, flow.ending) == (Stage.OVER, reason)
        assert done[-2:] == [CLEAR, Act.END]
        assert play(LOGIN, Signed(), Started(), QUIT, NEXT, EndConfirmed(), start=flow) == (flow, [])


@pytest.mark.parametrize(
    ("failure", "reason"),
    [
        (FailureName.TLS_ERROR, EndReason.CERTIFICATE_ERROR),
        (FailureName.PORTAL_UNREACHABLE, EndReason.PORTAL_FAILED),
        (FailureName.TOO_MANY_LOGINS, EndReason.PORTAL_FAILED),
        (FailureName.CERTIFICATE_RENEWED_TODAY, EndReason.GIVE_UP),
    ],
)
@pytest.mark.parametrize("way", [EndConfirmed(), IdleOver()])
def test_a_portal_that_failed_ends_for_that_reason_whoever_ends_it(
    failure: FailureName, reason: EndReason, way: Event
) -> None:
    for cover in ((), (StaffPressed(),)):
        assert (
            play(PageFailed(failure), PageFailed(FailureName.PORTAL_GARBLED), *cover, way, start=IN)[0].ending is reason
        )


def test_a_card_that_cannot_be_used_has_one_end() -> None:
    assert play(QUIT, NEXT, start=PROBLEM) == (PROBLEM, [])
    for way in (EndConfirmed(), IdleOver()):
        assert play(way, start=PROBLEM)[0].ending is EndReason.CARD_UNUSABLE


@pytest.mark.parametrize(
    ("flow", "failure", "reason"),
    [
        (SIGNING, FailureName.CARD_REMOVED, EndReason.CARD_REMOVED),
        (READING, FailureName.READER_MISSING, EndReason.READER_LOST),
        (READING, FailureName.PCSC_UNAVAILABLE, EndReason.READER_LOST),
    ],
)
def test_a_card_or_reader_that_is_gone_is_no_card_that_cannot_be_used(
    flow: Flow, failure: FailureName, reason: EndReason
) -> None:
    for way in (EndConfirmed(), IdleOver()):
        assert play(CardFailed(failure), way, start=flow)[0].ending is reason


def test_a_card_read_under_way_does_not_bring_a_dropped_page_back() -> None:
    assert play(PageFailed(FailureName.PORTAL_UNREACHABLE), CardRead(3), start=READING)[0].stage is Stage.PROBLEM


def test_whose_application_it_is_is_told_on_the_prepare_screen_alone() -> None:
    preparing = play(Started(), Chosen("points"))[0]
    child, done = play(ForChild(child=True), start=preparing)
    assert (child, done) == (replace(preparing, for_child=True), [])
    assert play(ForChild(child=False), start=child)[0] == preparing
    placed = play(Prepared(renewed=False), CardPlaced(there=True), CardRead(3), LOGIN, start=child)[0]
    assert (placed.stage, placed.for_child) == (Stage.ENTER_PIN, True)
    assert play(ForChild(child=False), start=placed) == (placed, []), "the card decides from here on"


def test_a_signature_for_a_lost_request_opens_nothing() -> None:
    """The portal's check is cancelled while the card signs, and the next commit requests one at once."""
    for cover in ((), (StaffPressed(),)):
        late, done = play(PORTAL, TriesKnown(3), PinComplete(), *cover, AskLost(), GATE, Signed(), start=IN)
        assert late.ending is EndReason.PROTOCOL_ERROR
        assert Act.OPEN_GATE not in done


def test_a_signature_while_the_tries_are_asked_for_opens_nothing() -> None:
    flow, done = play(GATE, Signed(), start=IN)
    assert (flow.ending, Act.OPEN_GATE in done) == (EndReason.PROTOCOL_ERROR, False)


def test_the_login_opens_nothing_and_a_check_before_it_ends() -> None:
    assert Act.OPEN_GATE not in play(Signed(), start=SIGNING)[1]
    for check in (PORTAL, GATE):
        assert play(Started(), Chosen("points"), check)[0].ending is EndReason.PROTOCOL_ERROR


def test_the_last_try_needs_the_word_each_time() -> None:
    agreed = play(Consented(agreed=True), start=LAST)[0]
    assert play(PinConfirmed(), start=agreed)[1] == [Act.SIGN]
    again = play(AskLost(), LOGIN, start=agreed)[0]
    assert again.stage is Stage.LAST_TRY
    assert play(PinConfirmed(), PinWrong(1), start=agreed)[0].stage is Stage.LAST_TRY


def test_three_logins_and_no_more() -> None:
    flow = IN
    for _ in range(MAX_LOGINS - 1):
        flow, _done = play(LOGIN, TriesKnown(3), PinComplete(), Signed(), start=flow)
    assert flow.logins == MAX_LOGINS
    refused, done = play(LOGIN, start=flow)
    assert (refused.failure, done) == (FailureName.TOO_MANY_LOGINS, [CLEAR, Act.REFUSE, Act.DROP_PAGE])


def test_a_pin_cannot_be_sent_from_under_something_that_hides_the_pad() -> None:
    for cover in (StaffPressed(), QUIT, IdleWarned()):
        assert Act.SIGN not in play(cover, PinComplete(), start=PAD)[1]


def test_ending_takes_two_taps_and_the_first_ends_nothing() -> None:
    sheet, done = play(QUIT, start=PAD)
    assert (sheet, done) == (replace(PAD, overlay=Overlay.QUIT_SHEET), [CLEAR])
    for row in (NEXT, GIVE_UP):
        assert play(row, start=sheet)[0].ending is row.reason
        assert play(row, start=PAD)[0] == PAD, "only on the sheet"
    assert play(StaffPressed(), start=sheet)[0].overlay is Overlay.STAFF_CALLED
    assert play(OverlayLeft(), start=sheet)[0] == PAD
    for no_row in (EndConfirmed(), QUIT):
        assert play(no_row, start=sheet)[0] == sheet


def test_after_the_result_one_tap_ends() -> None:
    shown = play(CommitPassed(), DONE, start=IN)[0]
    assert not shown.committed
    assert play(QUIT, start=shown)[0] == shown, "a result has one end"
    assert play(EndConfirmed(), start=shown)[0].ending is EndReason.FINISHED
    assert play(IdleOver(), start=shown)[0].ending is EndReason.FINISHED


def test_a_result_behind_the_sheet_does_not_change_its_rows() -> None:
    sheet = play(QUIT, DONE, start=IN)[0]
    assert (sheet.overlay, sheet.result) == (Overlay.QUIT_SHEET, ResultKind.DONE)
    assert play(NEXT, start=sheet)[0].ending is EndReason.NEXT_CUSTOMER


def test_the_idle_warning_comes_once_and_its_end_ends() -> None:
    warned, done = play(QUIT, IdleWarned(), start=PAD)
    assert (warned.overlay, warned.ending, done[-1]) == (Overlay.IDLE_WARNING, None, CLEAR)
    assert play(IdleWarned(), start=warned) == (warned, [])
    assert play(OverlayLeft(), StaffPressed(), QUIT, NEXT, start=warned) == (warned, [])
    assert play(Extended(), start=warned)[0] == replace(PAD, extensions=1)
    assert play(EndConfirmed(), start=warned)[0].ending is EndReason.GIVE_UP
    assert play(IdleOver(), start=warned)[0].ending is EndReason.IDLE


def test_a_call_for_staff_on_the_attract_screen_begins() -> None:
    flow, done = play(StaffPressed())
    assert (flow.stage, flow.overlay, done) == (Stage.CHOOSE, Overlay.STAFF_CALLED, [Act.BEGIN, CLEAR])
    assert play(OverlayLeft(), start=flow)[0].overlay is Overlay.NONE


def test_a_card_that_comes_back_while_it_is_read_is_read_again() -> None:
    gone = play(CardPlaced(there=False), start=READING)[0]
    assert not gone.reading
    assert play(CardPlaced(there=True), start=gone)[1] == [Act.ACCEPT_CARD, Act.READ_CARD]
    assert play(CardRead(3), start=gone)[0].stage is Stage.PLACE_CARD


def test_the_longest_time_is_said_once_and_hides_the_page() -> None:
    warning, done = play(LimitNear(), start=IN)
    assert (warning.overlay, done) == (Overlay.LIMIT_WARNING, [CLEAR])
    left = play(OverlayLeft(), start=warning)[0]
    assert left.overlay is Overlay.NONE
    assert play(LimitNear(), start=left) == (left, [])
    warned = play(IdleWarned(), start=IN)[0]
    assert play(LimitNear(), start=warned) == (warned, []), "it comes when the person goes on"


def test_a_result_may_be_looked_at_longer_ten_times() -> None:
    flow = replace(IN, result=ResultKind.DONE)
    for looks in range(1, MAX_LOOKS + 1):
        flow, acts = step(flow, LookedLonger())
        assert (flow.looks, acts) == (looks, (Act.STAY,))
    assert not flow.may_look
    assert step(flow, LookedLonger()) == (flow, ())


def test_only_a_shown_result_may_be_looked_at_longer() -> None:
    for flow in (IN, replace(IN, result=ResultKind.DONE, overlay=Overlay.STAFF_CALLED)):
        assert step(flow, LookedLonger()) == (flow, ())
