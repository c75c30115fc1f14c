"""The numbered steps: the kiosk's own are counted too, and no step has a number above the total."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import resources
from kiosk.failures import FailureName
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.procedures.model import Procedure, ResultPattern, StepPattern
from kiosk.vocabulary import ResultKind
from tests.support.flow_play import play
from ui.flow.events import (
    Asked,
    CardPlaced,
    CardRead,
    Chosen,
    PinComplete,
    Prepared,
    Purpose,
    Signed,
    Stage,
    Started,
    WentBack,
)
from ui.flow.numbering import Part, Place, part, place
from ui.flow.state import problem
from ui.flow.step import Flow

SHIPPED = sorted(resources.path("procedures").rglob("*.toml"))
PORTAL = "https://portal.example.jp"
#: The kiosk's own steps on a path, in order; LAST_TRY has the number of the PIN entry or check that it belongs to.
OWN = (
    Flow(stage=Stage.PREPARE),
    Flow(stage=Stage.PLACE_CARD),
    Flow(stage=Stage.LAST_TRY, asked=Purpose.LOGIN),
    Flow(stage=Stage.ENTER_PIN, asked=Purpose.LOGIN),
)
CHECKS = (
    Flow(stage=Stage.CHECK, asked=Purpose.GATE_CHECK, logged_in=True),
    Flow(stage=Stage.LAST_TRY, asked=Purpose.PORTAL_CHECK, logged_in=True),
)
BROWSING = Flow(stage=Stage.BROWSE, logged_in=True)


def shipped(file: Path) -> Procedure:
    return load_procedure(file, TRAINING_ORIGIN)


def at(procedure: Procedure, flow: Flow, url: str = "") -> tuple[int, int]:
    found = place(procedure, flow, url)
    assert found is not None
    return found.number, found.total


def example() -> Procedure:
    return shipped(resources.path("procedures", "example.toml"))


def points() -> Procedure:
    return shipped(resources.path("procedures", "training", "points.toml"))


def test_the_shipped_example_counts_the_kiosks_own_steps_in() -> None:
    """The example declares 4 steps of the portal; the check was once shown as "6 / 4"."""
    made = example()
    assert [at(made, flow) for flow in OWN] == [(1, 8), (2, 8), (3, 8), (3, 8)]
    assert [at(made, BROWSING, f"{PORTAL}/apply{page}") for page in ("", "/service/1", "/confirm", "/done")] == [
        (4, 8),
        (5, 8),
        (6, 8),
        (8, 8),
    ]
    assert [at(made, flow) for flow in CHECKS] == [(7, 8), (7, 8)]


def test_a_page_that_is_no_step_is_the_pin_until_the_login_and_nothing_after_it() -> None:
    made, before = points(), Flow(stage=Stage.BROWSE)
    assert place(made, before, f"{TRAINING_ORIGIN}/") == Place(3, 7, own=Stage.ENTER_PIN)
    assert place(made, BROWSING, f"{TRAINING_ORIGIN}/") is None
    assert place(made, before, "about:blank") is None, "not a page of the portal"


@pytest.mark.parametrize("stage", [Stage.ATTRACT, Stage.CHOOSE, Stage.PROBLEM, Stage.OVER])
def test_other_screens_are_no_step(stage: Stage) -> None:
    assert place(points(), Flow(stage=stage), "") is None


CHOOSING = play(Started())[0]
PREPARING = play(Chosen("points"), start=CHOOSING)[0]
PLACING = play(Asked(Purpose.LOGIN), Prepared(renewed=False), start=PREPARING)[0]
AT_PAD = play(CardPlaced(there=True), CardRead(3), start=PLACING)[0]
LOGGED_IN = play(PinComplete(), Signed(), start=AT_PAD)[0]


@pytest.mark.parametrize(
    ("flow", "here"),
    [
        (CHOOSING, Part.PREPARE),
        (PREPARING, Part.PREPARE),
        (PLACING, Part.CARD),
        (AT_PAD, Part.PIN),
        (play(WentBack(), start=AT_PAD)[0], Part.PREPARE),
        (LOGGED_IN, Part.APPLY),
    ],
)
@pytest.mark.parametrize("name", [FailureName.PORTAL_UNREACHABLE, FailureName.TLS_ERROR, FailureName.CARD_REMOVED])
def test_a_problem_keeps_the_place_it_came_from_whatever_it_is(flow: Flow, here: Part, name: FailureName) -> None:
    assert part(flow) is here
    assert part(problem(flow, name)[0]) is here


def test_a_problem_before_the_first_question_is_at_the_first_step() -> None:
    assert part(Flow()) is None
    assert part(problem(Flow(), FailureName.CARD_UNREADABLE)[0]) is Part.PREPARE


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_shipped_procedure_has_an_order(file: Path) -> None:
    """First the kiosk's own, then the portal's, which skip the number of the check; the last page has the last one."""
    made = shipped(file)
    own, check = [at(made, flow)[0] for flow in OWN], at(made, CHECKS[0])[0]
    portal = {at(made, BROWSING, step.url.replace("*", "x"))[0] for step in made.steps}
    assert sorted(set(own)) == [1, 2, 3]
    assert portal | {check} == set(range(4, at(made, OWN[0])[1] + 1))
    assert check not in portal


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    """Any procedure that the loader takes: numbers within its total, confirm pages and results anywhere or nowhere."""
    total = draw(st.integers(1, 30))
    numbers = draw(st.lists(st.integers(1, total), max_size=6))
    pages = [f"{PORTAL}/{index}" for index in range(len(numbers) + 1)]
    some = st.lists(st.sampled_from(pages), max_size=3)
    kinds = st.sampled_from(ResultKind)
    return Procedure(
        "any", 1, {"ja": "x"}, {"ja": "x"}, pages[0], (PORTAL,), total,
        confirm_pages=tuple(draw(some)),
        steps=tuple(StepPattern(page, number, {"ja": "x"}) for page, number in zip(pages, numbers, strict=False)),
        results=tuple(ResultPattern(page, draw(kinds)) for page in draw(some)),
    )  # fmt: skip


@given(made=procedures())
def test_no_step_lies_behind_the_last_one_and_none_has_the_number_of_another(made: Procedure) -> None:
    own, checks = [at(made, flow) for flow in OWN], [at(made, flow) for flow in CHECKS]
    portal = {step.number: at(made, BROWSING, step.url) for step in made.steps}
    assert {total for _, total in (*own, *checks, *portal.values())} == {made.steps_total + 4}
    assert all(1 <= number <= total for number, total in (*own, *checks, *portal.values()))
    numbers = [own[0][0], own[1][0], own[3][0], checks[0][0], *{number for number, _ in portal.values()}]
    assert len(numbers) == len(set(numbers))
    in_order = [portal[number][0] for number in sorted(portal)]
    assert in_order == sorted(in_order)
