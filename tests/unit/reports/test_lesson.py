"""The lesson: its steps can be seen in the audit file, in order, since the part was begun."""

from typing import Any

import pytest

from kiosk.audit_events import audit_events, check_event
from kiosk.reports.lesson import Part, lessons, next_step
from kiosk.training.cards.persons import load_persons
from kiosk.vocabulary import EndReason

INCIDENT, PIN, MIXUP = lessons()
PARTS = pytest.mark.parametrize("part", lessons(), ids=lambda part: part.id)


def begun(part: Part) -> dict[str, Any]:
    return {"code": "training", "action": part.action}


def lines_of(part: Part) -> list[dict[str, Any]]:
    return [dict(line) for step in part.steps for line in step.seen]


@PARTS
def test_its_lines_are_lines_that_the_audit_file_can_have(part: Part) -> None:
    """A misspelt field or value would never be seen, and nobody could finish the part."""
    check_event("training", {"action": part.action})
    for line in lines_of(part):
        fields = {key: value for key, value in line.items() if key != "code"}
        declared = audit_events()[line["code"]].fields
        assert fields.keys() <= declared.keys()
        for name, value in fields.items():
            words = list(EndReason) if declared[name] == "list:end_reason" else declared[name]
            assert words in ("int", "bool") or value in words, (name, value)


def test_the_persons_and_numbers_it_names_are_those_of_the_training_cards() -> None:
    persons = {person.label["ja"].removesuffix("（研修用）"): person for person in load_persons().values()}
    said = [step.say for part in lessons() for step in part.steps]
    for name, pin in (("見本 太郎", "1234"), ("見本 花子", "2580")):
        assert persons[name].pin == pin
        assert any(name in text and pin in text for text in said)
    assert persons["見本 三郎"].pin != "0000"
    assert any("見本 三郎" in text and "0000" in text for text in said)


@PARTS
def test_nothing_counts_before_the_part_was_begun(part: Part) -> None:
    assert part.done(lines_of(part)) is None
    assert part.done([*lines_of(part), begun(part)]) == 0


@PARTS
def test_every_step_counts_in_its_order_between_all_other_lines(part: Part) -> None:
    lines, seen = [begun(part)], [0]
    for step in part.steps:
        for line in step.seen:
            lines += [{"code": "idle_warning"}, dict(line)]
        seen.append(seen[-1] + 1)
        assert part.done(lines) == seen[-1]
    assert next_step(lines) == ""
    assert part.done([begun(part), *reversed(lines_of(part))]) in (0, 1), "not in another order"


def test_a_step_of_two_lines_is_done_with_the_second() -> None:
    lines = [begun(INCIDENT), {"code": "login_done"}, {"code": "session_ended", "reason": "card_removed"}]
    assert INCIDENT.done(lines) == 1
    assert INCIDENT.done([*lines, {"code": "wipe_verified"}]) == 2
    assert next_step(lines).startswith("練習 2／4：「やめる」を押さずに")


def test_another_end_is_not_the_one_that_is_practised() -> None:
    lines = [begun(INCIDENT), {"code": "login_done"}, {"code": "session_ended", "reason": "idle"}]
    assert INCIDENT.done([*lines, {"code": "wipe_verified"}]) == 1


def test_beginning_again_begins_at_nothing_and_another_part_ends_the_one_before() -> None:
    lines = [begun(PIN), *lines_of(PIN)]
    assert PIN.done(lines) == len(PIN.steps)
    assert PIN.done([*lines, begun(PIN)]) == 0
    assert (PIN.done([*lines, begun(MIXUP)]), MIXUP.done([*lines, begun(MIXUP)])) == (None, 0)
