"""The suspected mix-up that staff work on: one for each session, its ticks, its deadlines."""

from typing import Any

from kiosk.audit_events import audit_events
from kiosk.reports import mixup_text
from kiosk.reports.case import Case, deadlines, latest_case


def line(clock: str, code: str, **fields: Any) -> dict[str, Any]:
    return {"at": f"2026-12-29T{clock}:00+09:00", "code": code, **fields}


def by_staff(clock: str, when: str) -> dict[str, Any]:
    return line(clock, "mixup_by_staff", seen="id_in_use", when=when, mark="cup")


FIRST = [
    line("10:00", "session_prepared"),
    line("10:01", "suspected_mixup", procedure="points"),
    by_staff("10:02", "now"),
    line("10:03", "session_ended", reason="suspected_mixup"),
]
TICKS = [line("10:05", "mixup_step", step="officer", done=True), line("10:06", "mixup_step", step="person", done=True)]
AT = "2026-12-29T10:{}:00+09:00"


def test_the_steps_that_staff_tick_are_those_that_the_audit_file_knows() -> None:
    assert audit_events()["mixup_step"].fields["step"] == list(mixup_text.MUST)


def test_nothing_is_to_be_done_without_a_suspicion() -> None:
    assert latest_case([line("10:00", "session_prepared"), line("10:01", "session_begun")]) is None


def test_several_suspicions_in_one_session_are_one_case_since_the_first() -> None:
    assert latest_case(FIRST) == Case(AT.format("01"))


def test_ticks_have_their_time_and_can_be_taken_back() -> None:
    found = latest_case([*FIRST, *TICKS, line("10:07", "mixup_step", step="officer", done=False)])
    assert found == Case(AT.format("01"), {"person": AT.format("06")})


def test_another_session_is_another_case_with_nothing_done() -> None:
    more = [line("10:08", "session_prepared"), line("10:09", "portal_refused", procedure="points")]
    assert latest_case([*FIRST, *TICKS, *more]) == Case(AT.format("09"))


def test_an_earlier_session_is_a_case_of_its_own_and_leaves_the_running_one_unsuspected() -> None:
    lines = [*FIRST, line("10:08", "session_prepared"), by_staff("10:09", "before")]
    assert latest_case(lines) == Case(AT.format("09"))
    assert latest_case([*lines, line("10:10", "portal_refused", procedure="points")]) == Case(AT.format("10"))


def test_the_deadlines_are_counted_in_days_over_the_end_of_the_year() -> None:
    found = deadlines(AT.format("01"))
    assert found == {"plus_3_days": "2027-01-01", "plus_5_days": "2027-01-03", "plus_30_days": "2027-01-28"}
    assert mixup_text.deadlines(found)[0] == "3日後（速報の目安・早い側）：2027-01-01"
