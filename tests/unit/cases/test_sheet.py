"""The printed case sheet: what is owed, what was tried in vain, and nothing about anybody but a letter."""

from datetime import timedelta

from kiosk.cases import sheet
from kiosk.cases.entries import Attempted, Linked, Noticed
from kiosk.cases.vocabulary import Action, Answer, Finding, Notice, Redress, Role
from tests.unit.cases.example import (
    CASE,
    CITY,
    DAY,
    DESK,
    OFFICE,
    A,
    B,
    called,
    opened,
    redressing,
    register,
    visited,
    when,
)


def printed(*entries: object, days: int = 0) -> str:
    found = register(opened(), *entries)  # type: ignore[arg-type]
    return sheet.text(found.cases[CASE], OFFICE, DAY + timedelta(days=days), found.refused)


def test_an_empty_case_has_every_section_and_calls_both() -> None:
    text = printed()
    assert [line[0] for line in text.splitlines() if line[:1] in "1234567" and line[1:2] == " "] == list("1234567")
    assert "検知（端末）：記録なし" in text
    assert "期限：覚知の日時がまだありません" in text


def test_deadlines_before_the_city_knows_are_expected() -> None:
    desk = Noticed(case=CASE, by=DESK, notice=Notice.CONTRACTOR, when=when())
    assert "速報：R4-09-14～R4-09-16（市の覚知が未記入のため見込み）" in printed((Role.CONTRACTOR, desk))


def test_an_answer_that_is_not_followed_says_so() -> None:
    assert "別のIDで申込み可能　→従わず、市の担当へ" in printed(called(Answer.OTHER_ID))


def test_what_is_overdue_and_what_was_tried_stand_there() -> None:
    tried = Attempted(case=CASE, by=DESK, action=Action.DELETE)
    text = printed(visited(A, Finding.STOPPED), redressing(Redress.NEGOTIATING, A), (Role.CONTRACTOR, tried), days=8)
    assert "R4-09-19 Aに市から連絡する日を過ぎました" in text
    assert "受託者 S-07　消す　→この役割にはできません" in text


def test_a_report_of_a_terminal_is_named_as_it_is_printed_there() -> None:
    linked = Linked(case=CASE, by=CITY, terminal="west_3", number=17)
    assert "端末の報告：3-0017" in printed(linked)


def test_a_measure_of_another_person_says_whose_it_is() -> None:
    theirs = redressing(Redress.GRANTED_TO_OTHER, B).model_copy(update={"whose": A})
    assert "B　公金受取口座（Aの分）　7,500　付与済（他者）" in printed(theirs)
