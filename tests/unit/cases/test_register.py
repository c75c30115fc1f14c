"""Who may write what, in which order, when a case closes, and what is owed until then."""

import random
from datetime import date, timedelta

import pytest

from kiosk.cases.case import cancelled_by
from kiosk.cases.deadlines import deadlines
from kiosk.cases.entries import (
    AnyEntry,
    Attempted,
    ClosedCase,
    Linked,
    Moment,
    Noticed,
    Numbered,
    Planned,
    Received,
    Requested,
    Triaged,
    japan,
)
from kiosk.cases.owed import owed
from kiosk.cases.register import Written, merge
from kiosk.cases.vocabulary import (
    Action,
    Answer,
    Familiarity,
    Measure,
    Notice,
    Paper,
    Person,
    Receipt,
    Redress,
    Refusal,
    Role,
)
from tests.unit.cases.example import (
    BEGAN,
    CASE,
    CITY,
    DAY,
    DESK,
    OFFICE,
    A,
    B,
    called,
    case,
    opened,
    redressing,
    register,
    visited,
    when,
)

CLOSE = ClosedCase(case=CASE, by=CITY)
NOTICED = Noticed(case=CASE, by=CITY, notice=Notice.CITY, when=when(12))
DONE = [redressing(Redress.REDRESSED, A), redressing(Redress.REDRESSED, B)]
VISITS = [visited(A), visited(B)]
REQUEST = Requested(case=CASE, by=CITY, paper=Paper.ACCOUNT, on=DAY, due=DAY + timedelta(days=7))


def receipt(which: Receipt) -> Received:
    return Received(case=CASE, by=CITY, paper=Paper.ACCOUNT, receipt=which, on=DAY)


def why(*entries: AnyEntry | tuple[Role, AnyEntry]) -> Refusal | None:
    """Why the last of these entries had no effect."""
    found = register(opened(), *entries)
    assert len(found.refused) <= 1
    return found.refused[0].why if found.refused else None


@pytest.mark.parametrize(
    "entry",
    [
        opened("R4-002"),
        CLOSE,
        redressing(Redress.REDRESSED),
        REQUEST,
        NOTICED,
        Planned(case=CASE, by=DESK, person=A, on=DAY),
        Noticed(case=CASE, by=DESK, notice=Notice.DETECTED, when=when()),
        *(Attempted(case=CASE, by=DESK, action=action) for action in Action),
    ],
)
def test_the_desk_cannot_decide_and_each_attempt_is_a_line(entry: AnyEntry) -> None:
    found = register(opened(), (Role.CONTRACTOR, entry))
    assert [(item.written.entry, item.why) for item in found.refused] == [(entry, Refusal.NOT_ALLOWED)]
    assert found.history[entry.case][-1].entry == entry
    assert found.cases == register(opened()).cases


@pytest.mark.parametrize(
    "entry",
    [
        visited(A),
        called(Answer.UNKNOWN),
        Triaged(case=CASE, by=DESK, person=B, familiarity=Familiarity.NO),
        Noticed(case=CASE, by=DESK, notice=Notice.CONTRACTOR, when=when()),
    ],
)
def test_the_desk_tells_what_it_knows(entry: AnyEntry) -> None:
    assert why((Role.CONTRACTOR, entry)) is None


def test_only_the_machine_sets_its_own_time() -> None:
    detected = Noticed(case=CASE, by="T-03", notice=Notice.DETECTED, when=when())
    assert why((Role.TERMINAL, detected)) is None
    assert why((Role.CITY, detected)) is Refusal.NOT_ALLOWED
    assert why((Role.TERMINAL, visited(A))) is Refusal.NOT_ALLOWED


def test_words_that_the_city_does_not_list_have_no_effect() -> None:
    assert why(visited(A, window="yamada")) is Refusal.NOT_LISTED
    assert why(called(Answer.UNKNOWN).model_copy(update={"line": "yamada"})) is Refusal.NOT_LISTED
    assert why(Numbered(case=CASE, by=CITY, year=5, series="yamada", number=48)) is Refusal.NOT_LISTED


def test_a_case_begins_once_and_first() -> None:
    assert register(visited(A)).refused[0].why is Refusal.NO_CASE
    assert register(opened(), opened()).refused[0].why is Refusal.ALREADY_THERE


@pytest.mark.parametrize(
    ("entries", "refused"),
    [
        ([*VISITS, *DONE], Refusal.NOT_NOTICED),
        ([NOTICED], Refusal.NOT_REDRESSED),
        ([NOTICED, *VISITS], Refusal.NOT_REDRESSED),
        ([NOTICED, *VISITS, DONE[0]], Refusal.NOT_REDRESSED),
        ([NOTICED, *VISITS, *DONE, redressing(Redress.NEGOTIATING, A, Measure.NEW_CARD)], Refusal.NOT_REDRESSED),
        ([NOTICED, *VISITS, *DONE, REQUEST], Refusal.PAPERS_DUE),
        ([NOTICED, *VISITS, *DONE, REQUEST, receipt(Receipt.ACCEPTED)], Refusal.PAPERS_DUE),
        ([NOTICED, *VISITS, *DONE, REQUEST, *map(receipt, Receipt)], None),
        ([NOTICED, *VISITS, *DONE], None),
    ],
)
def test_no_case_closes_before_both_are_put_right(entries: list[AnyEntry], refused: Refusal | None) -> None:
    assert why(*entries, CLOSE) is refused
    assert register(opened(), *entries, CLOSE).cases[CASE].closed is (refused is None)


def test_nothing_is_added_to_a_closed_case() -> None:
    assert why(NOTICED, *VISITS, *DONE, CLOSE, visited(A)) is Refusal.CLOSED


@pytest.mark.parametrize(
    ("states", "refused"),
    [
        ([Redress.CANCEL_REQUESTED, Redress.MAY_REAPPLY, Redress.REDRESSED], None),
        ([Redress.CANCEL_REQUESTED, Redress.NEGOTIATING, Redress.REDRESSED], None),
        ([Redress.GRANTED_TO_OTHER, Redress.NEGOTIATING], None),
        ([Redress.CANCEL_REQUESTED, Redress.REDRESSED], Refusal.WRONG_STEP),
        ([Redress.GRANTED_TO_OTHER, Redress.MAY_REAPPLY], Refusal.WRONG_STEP),
        ([Redress.NEGOTIATING, Redress.CANCEL_REQUESTED], Refusal.WRONG_STEP),
    ],
)
def test_the_steps_of_redress(states: list[Redress], refused: Refusal | None) -> None:
    assert why(*map(redressing, states)) is refused


def test_a_receipt_needs_its_request_and_the_one_before() -> None:
    assert why(receipt(Receipt.ACCEPTED)) is Refusal.NOT_REQUESTED
    assert why(REQUEST, receipt(Receipt.EXAMINED)) is Refusal.WRONG_STEP
    assert why(REQUEST, receipt(Receipt.ACCEPTED), receipt(Receipt.ACCEPTED)) is Refusal.WRONG_STEP
    assert why(REQUEST, receipt(Receipt.ACCEPTED), REQUEST) is Refusal.WRONG_STEP


def test_a_time_of_becoming_aware_never_moves_later() -> None:
    later = NOTICED.model_copy(update={"when": when(13)})
    earlier = NOTICED.model_copy(update={"when": when(11)})
    assert why(NOTICED, later) is Refusal.WRONG_STEP
    assert case(NOTICED, earlier).notices[Notice.CITY] == when(11)


def test_cases_and_people_are_counted_apart() -> None:
    found = register(opened(), *VISITS, opened("R4-002"), visited(A, case="R4-002"))
    assert found.counts == (2, 3)


def test_the_order_of_the_files_does_not_matter() -> None:
    entries: list[AnyEntry] = [opened(), *VISITS, NOTICED, *DONE, CLOSE]
    lines = [Written(BEGAN, f"pc-{number:02}", 1, Role.CITY, entry) for number, entry in enumerate(entries)]
    mixed = lines[:]
    random.Random(1).shuffle(mixed)
    assert merge(mixed, OFFICE) == merge(lines, OFFICE)
    assert merge(lines, OFFICE).cases[CASE].closed


def day_of(year: int, month: int, day: int) -> Moment:
    return Moment(at=japan(year, month, day, 9))


@pytest.mark.parametrize(
    ("aware", "early", "late", "full"),
    [
        (day_of(2022, 9, 12), (9, 14), (9, 16), (10, 11)),
        (day_of(2022, 9, 15), (9, 20), (9, 20), (10, 14)),
        (day_of(2022, 9, 21), (9, 26), (9, 26), (10, 20)),
    ],
)
def test_deadlines_begin_on_the_day_itself_and_move_off_closed_days(
    aware: Moment, early: tuple[int, int], late: tuple[int, int], full: tuple[int, int]
) -> None:
    found = deadlines(case(NOTICED.model_copy(update={"when": aware})), OFFICE)
    assert found
    assert [(day.month, day.day) for day in (found.early, found.late, found.full)] == [early, late, full]


def test_the_end_of_the_year_is_closed() -> None:
    assert OFFICE.open_day(date(2022, 12, 29)) == date(2023, 1, 4)


def test_deadlines_count_from_the_citys_own_time_and_are_expected_before_it_is_set() -> None:
    desk = (Role.CONTRACTOR, Noticed(case=CASE, by=DESK, notice=Notice.CONTRACTOR, when=when(day=12)))
    late = NOTICED.model_copy(update={"when": when(day=26)})
    assert deadlines(case(), OFFICE) is None
    expected, own = deadlines(case(desk), OFFICE), deadlines(case(desk, late), OFFICE)
    assert expected
    assert own
    assert (expected.counted_from, expected.expected, expected.early) == (Notice.CONTRACTOR, True, date(2022, 9, 14))
    assert (own.counted_from, own.expected, own.early) == (Notice.CITY, False, date(2022, 9, 28))


def test_a_call_is_owed_until_a_person_is_put_right() -> None:
    waits = case(*VISITS, DONE[1], redressing(Redress.NEGOTIATING, A))
    assert waits.waiting == {A}
    assert owed(waits, DAY + timedelta(days=7)) == ()
    late = owed(waits, DAY + timedelta(days=8))
    assert [(item.due, item.sentence) for item in late] == [
        (DAY + timedelta(days=7), "Aに市から連絡する日を過ぎました")
    ]
    assert owed(case(*VISITS, *DONE), DAY + timedelta(days=99)) == ()


def test_both_are_called_while_nothing_is_known() -> None:
    assert case().waiting == set(Person)
    assert len(owed(case(), DAY + timedelta(days=9))) == 2


@pytest.mark.parametrize(
    ("requested", "by"),
    [((2022, 9, 13), (2022, 11, 13)), ((2022, 12, 31), (2023, 2, 28)), ((2023, 12, 31), (2024, 2, 29))],
)
def test_a_cancellation_takes_two_months(requested: tuple[int, int, int], by: tuple[int, int, int]) -> None:
    step = redressing(Redress.CANCEL_REQUESTED).model_copy(update={"on": date(*requested)})
    assert cancelled_by(step) == date(*by)
    called_again = Planned(case=CASE, by=CITY, person=A, on=date(2030, 1, 1))
    waits = case(visited(A), step, called_again)
    assert owed(waits, date(*by)) == ()
    assert [item.due for item in owed(waits, date(*by) + timedelta(days=1))] == [date(*by)]


def test_a_paper_is_owed_after_its_day() -> None:
    waits = case(*VISITS, *DONE, REQUEST)
    assert owed(waits, REQUEST.due) == ()
    assert [item.sentence for item in owed(waits, REQUEST.due + timedelta(days=1))] == ["顛末書を受領していません"]


@pytest.mark.parametrize("answer", Answer)
def test_two_answers_are_not_followed(answer: Answer) -> None:
    assert answer.followed is (answer not in (Answer.OTHER_ID, Answer.BETWEEN_THEMSELVES))
    assert ("従わず" in answer.handling) is not answer.followed


def test_a_report_of_a_terminal_is_linked_by_its_number() -> None:
    linked = Linked(case=CASE, by=CITY, terminal="west_3", number=17)
    assert case(linked).reports == (linked,)
    assert why(linked.model_copy(update={"terminal": "yamada"})) is Refusal.NOT_LISTED
    assert why((Role.CONTRACTOR, linked)) is Refusal.NOT_ALLOWED
