"""Days and terminals for which nothing can be answered, from findings, days with lines and the city's list."""

from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.audit.key import Signer
from kiosk.exit_codes import ExitCode
from kiosk.survey.answer import Case, answer
from kiosk.survey.coverage import Gap, Period, findings_about_terminals, gaps, period_of
from kiosk.survey.findings import NOTES, Finding, Kind
from kiosk.survey.lead import Lead, NoSuchPlace
from kiosk.survey.register import Register, RegisterError, Terminal, load_register

#: A Monday to the Sunday after the next one.
PERIOD = Period(date(2022, 9, 12), date(2022, 9, 25))
WEEK = {f"2022-09-{day}" for day in range(12, 17)}
SECOND = {f"2022-09-{day}" for day in range(19, 24)}
ONE = Register((Terminal("a", "窓口1"),))


def test_every_working_day_with_a_line_leaves_no_gap() -> None:
    assert gaps(PERIOD, [], {"a": WEEK | SECOND}, ONE) == []


def test_days_without_a_line_are_gaps_and_those_in_a_row_are_one() -> None:
    assert gaps(PERIOD, [], {"a": (WEEK | SECOND) - {"2022-09-16", "2022-09-19", "2022-09-22"}}, ONE) == [
        Gap("a", date(2022, 9, 16), date(2022, 9, 19), Kind.NO_DAY),
        Gap("a", date(2022, 9, 22), date(2022, 9, 22), Kind.NO_DAY),
    ]


def test_closed_days_weekdays_and_days_out_of_service_are_none() -> None:
    terminal = Terminal("a", since=date(2022, 9, 19), until=date(2022, 9, 22))
    register = Register((terminal,), closed=frozenset({date(2022, 9, 19)}), weekdays=frozenset({0, 1, 2}))
    assert gaps(PERIOD, [], {"a": {"2022-09-20", "2022-09-21"}}, register) == []


def test_a_terminal_of_the_list_without_a_record_is_a_gap_for_its_days() -> None:
    assert gaps(PERIOD, [], {}, ONE) == [Gap("a", date(2022, 9, 12), date(2022, 9, 23), Kind.ABSENT)]


def test_a_terminal_that_is_not_listed_needs_its_days_as_well() -> None:
    assert gaps(PERIOD, [], {"b": WEEK}, Register()) == [Gap("b", date(2022, 9, 19), date(2022, 9, 23), Kind.NO_DAY)]


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("", "", (date(2022, 9, 12), date(2022, 9, 25))),
        ("2022-09-13T10:00:00.000", "2022-09-14T09:00:00.000", (date(2022, 9, 13), date(2022, 9, 14))),
        ("2022-09-20T10:00:00.000", "", (date(2022, 9, 20), date(2022, 9, 25))),
        ("2022-08-01T10:00:00.000", "2022-09-12T08:00:00.000", (date(2022, 9, 12), date(2022, 9, 12))),
    ],
)
def test_a_doubtful_finding_is_a_gap_of_its_days(since: str, until: str, expected: tuple[date, date]) -> None:
    (gap,) = gaps(PERIOD, [Finding("a", Kind.DAMAGED, since, until)], {"a": WEEK | SECOND}, ONE)
    assert (gap.since, gap.until) == expected


def test_a_finding_outside_the_period_is_none() -> None:
    finding = Finding("a", Kind.DAMAGED, "2022-07-01T10:00:00.000", "2022-07-02T10:00:00.000")
    assert gaps(PERIOD, [finding], {"a": WEEK | SECOND}, ONE) == []


@pytest.mark.parametrize("kind", sorted(NOTES))
def test_a_note_is_no_gap(kind: Kind) -> None:
    assert gaps(PERIOD, [Finding("a", kind)], {"a": WEEK | SECOND}, ONE) == []


def test_terminals_on_one_side_only_are_findings() -> None:
    assert findings_about_terminals(["b"], ONE) == [Finding("a", Kind.ABSENT), Finding("b", Kind.UNLISTED)]
    assert findings_about_terminals(["b"], Register()) == []


def test_the_period_is_that_of_the_lines_unless_asked_for() -> None:
    days = ["2022-09-13", "2022-09-12"]
    assert period_of(days, None, None) == Period(date(2022, 9, 12), date(2022, 9, 13))
    assert period_of(days, date(2022, 4, 1), None) == Period(date(2022, 4, 1), date(2022, 9, 13))
    assert period_of([], None, None) is None


# --- the answer -------------------------------------------------------------------------------------------------------

GAP = Gap("a", PERIOD.since, PERIOD.until, Kind.NO_DAY)
CASE = Case("a", "2022-09-12 10:00:00", 20, 10, (21,))


@pytest.mark.parametrize(
    ("cases", "unsure", "sentence", "code"),
    [
        ([], [], "該当なし", ExitCode.OK),
        ([CASE], [], "該当 1件2人", ExitCode.FOUND),
        ([CASE], [GAP], "該当 1件2人（確認できた範囲で）", ExitCode.FOUND),
    ],
)
def test_the_answer(cases: list[Case], unsure: list[Gap], sentence: str, code: ExitCode) -> None:
    found = answer(cases, unsure)
    assert (found.sentence, found.exit_code) == (sentence, code)


def test_none_is_never_said_of_what_is_not_confirmed() -> None:
    found = answer([], [GAP])
    assert not found.sentence.startswith("該当なし")
    assert found.exit_code is ExitCode.UNCONFIRMED


def test_a_case_of_an_unknown_visit_is_one_person() -> None:
    assert answer([Case("a", "", 0, 0, (1,)), CASE], []).persons == 3


# --- the city's list --------------------------------------------------------------------------------------------------


def write(folder: Path, text: str) -> Path:
    """The list, with a key beside it."""
    (folder / "a.pem").write_text(Signer().public.pem(), encoding="ascii")
    file = folder / "terminals.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_list_is_read(tmp_path: Path) -> None:
    file = write(
        tmp_path,
        "closed_days = [2022-09-19]\n[[terminal]]\n"
        'id = "a"\nwindow = "窓口1"\npublic_key = "a.pem"\nsince = 2022-04-01\n',
    )
    register = load_register(file)
    assert register.terminal("a").since == date(2022, 4, 1)
    assert len(register.terminal("a").keys) == 1
    assert register.at_window("窓口1") == {"a"}
    assert register.closed == {date(2022, 9, 19)}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[[terminal]]\nid = 'a b'",
        "[[terminal]]\nid = 'a'\nname = '山田'",
        "[[terminal]]\nid = 'a'\n[[terminal]]\nid = 'a'",
        "[[terminal]]\nid = 'a'\npublic_key = 'terminals.toml'",
        "[[terminal]]\nid = 'a'\npublic_key = 'gone.pem'",
        "weekdays = ['月']\n[[terminal]]\nid = 'a'",
        "weekdays = [0]\n[[terminal]]\nid = 'a'",
        "not toml",
    ],
)
def test_a_wrong_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(RegisterError):
        load_register(write(tmp_path, text))


def test_a_lead_means_the_terminals_of_its_window() -> None:
    lead = Lead(moment=datetime.fromisoformat("2022-09-12T10:00"), window="窓口1")
    assert lead.terminals(ONE, ["a", "b"]) == ("a",)
    with pytest.raises(NoSuchPlace):
        lead.terminals(Register(), ["a", "b"])
