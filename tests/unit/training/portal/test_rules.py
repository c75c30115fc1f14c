"""The rules as pure functions."""

from datetime import timedelta

import pytest

from kiosk.training.portal import rules
from kiosk.training.portal.rules import Field, Problem, Standing, State
from kiosk.training.portal.settings import PersonFacts
from tests.unit.training.portal.card_holder import NOON

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LONG_AGO = NOON - 400 * DAY


def person(
    age: int | None = 40, eligible: bool = True, issued: timedelta = 400 * DAY, represented: bool = False
) -> Standing:
    facts = PersonFacts(age=age, eligible=eligible)
    return rules.standing(facts, NOON - issued, NOON, represented)


@pytest.mark.parametrize(
    ("who", "states", "problem"),
    [
        (person(), None, None),
        (person(), {"new_card": State.CANCELLED}, None),
        (person(), {"new_card": State.PENDING}, Problem.ALREADY_APPLIED),
        (person(), {"new_card": State.FIXED}, Problem.ALREADY_APPLIED),
        (person(), {"new_card": State.CANCEL_REQUESTED}, Problem.ALREADY_APPLIED),
        (person(), {"health_insurance": State.PAID}, None),
        (person(), {"health_insurance": State.PAID, "new_card": State.CANCEL_REQUESTED}, Problem.ALREADY_APPLIED),
        (person(), dict.fromkeys(rules.POINTS, State.PAID), Problem.REAPPLY_NOT_ALLOWED),
        (person(eligible=False), None, Problem.NOT_ELIGIBLE),
        (person(age=14), None, Problem.AGE_NEEDS_PROXY),
        (person(age=14, represented=True), None, None),
        (person(age=15), None, None),
        (person(age=None), None, None),
        (person(issued=HOUR - timedelta(seconds=1)), None, Problem.CERTIFICATE_TOO_NEW),
        (person(issued=HOUR), None, None),
    ],
)
def test_entry(who: Standing, states: rules.States | None, problem: Problem | None) -> None:
    assert rules.entry_problem(who, states or {}, NOON) is problem


@pytest.mark.parametrize(
    ("issued", "measures", "problem"),
    [
        (2 * HOUR, ("new_card", "health_insurance"), None),
        (2 * HOUR, ("account",), Problem.RENEWED_TODAY),
        (DAY, ("account",), Problem.CERTIFICATE_TOO_NEW),
        (3 * DAY, ("new_card", "account"), None),
        (timedelta(minutes=59), ("health_insurance",), Problem.CERTIFICATE_TOO_NEW),
    ],
)
def test_measures(issued: timedelta, measures: tuple[str, ...], problem: Problem | None) -> None:
    assert rules.measures_problem(person(issued=issued), {}, measures, NOON) is problem


@pytest.mark.parametrize(
    ("measures", "problem"),
    [
        (("health_insurance",), Problem.REAPPLY_NOT_ALLOWED),
        (("new_card", "health_insurance"), Problem.REAPPLY_NOT_ALLOWED),
        (("new_card", "account"), None),
    ],
)
def test_a_measure_whose_points_were_given_is_closed_and_only_that(
    measures: tuple[str, ...], problem: Problem | None
) -> None:
    states = {"health_insurance": State.PAID, "new_card": State.CANCELLED}
    assert rules.measures_problem(person(), states, measures, NOON) is problem


def test_renewal_day_is_counted_in_japan() -> None:
    """NOON is noon in Japan: twelve hours and one second before is yesterday there."""
    assert rules.account_blocked(person(issued=timedelta(hours=12)))
    assert not rules.account_blocked(person(issued=timedelta(hours=12, seconds=1)))


def test_given_facts_win_over_the_certificate() -> None:
    facts = PersonFacts(issued_at=LONG_AGO, renewed_today=True)
    who = rules.standing(facts, NOON, NOON)
    assert (who.issued_at, who.renewed_today) == (LONG_AGO, True)


def test_longest_wait_counts() -> None:
    who = person(issued=timedelta(0))
    assert rules.ready_at(who, ("new_card", "account")) == NOON + 3 * DAY


@pytest.mark.parametrize(
    ("payment_id", "code", "phone", "wrong"),
    [
        ("ABC123", "1234", "5678", []),
        ("A" * 16, "9999", "0000", []),
        ("ABC12", "1234", "5678", [Field.PAYMENT_ID]),
        ("A" * 17, "1234", "5678", [Field.PAYMENT_ID]),
        ("みほん123", "1234", "5678", [Field.PAYMENT_ID]),
        ("ABC123", "123", "5678", [Field.SECURITY_CODE]),
        ("ABC123", "12a4", "56", [Field.SECURITY_CODE, Field.PHONE]),
        ("ABC123", "0000", "5678", [Field.MISMATCH]),
        ("?", "0000", "5678", [Field.PAYMENT_ID]),
    ],
)
def test_wrong_fields(payment_id: str, code: str, phone: str, wrong: list[Field]) -> None:
    typed = {Field.PAYMENT_ID: payment_id, Field.SECURITY_CODE: code, Field.PHONE: phone}
    assert rules.wrong_fields(typed) == wrong


@pytest.mark.parametrize("text", ["mihon-1234", " MIHON 1234 ", "ＭＩＨＯＮ－１２３４", "Mihonー1234"])
def test_payment_id_is_tidied(text: str) -> None:
    assert rules.tidy_payment_id(text) == "MIHON1234"


@pytest.mark.parametrize("state", State)
def test_cancellation(state: State) -> None:
    assert rules.may_cancel(state) is (state in (State.PENDING, State.FIXED))


def test_entitlement_is_fixed_on_the_next_day() -> None:
    assert rules.state_today(State.PENDING, NOON, NOON + timedelta(hours=11)) is State.PENDING
    assert rules.state_today(State.PENDING, NOON, NOON + timedelta(hours=12)) is State.FIXED
    assert rules.state_today(State.PAID, NOON, NOON + DAY) is State.PAID


def test_mixups() -> None:
    pages = {problem.page for problem in rules.SUSPECTED_MIXUP}
    assert pages == {"/error/already-applied", "/error/payment-id-in-use", "/error/reapply-not-allowed"}
