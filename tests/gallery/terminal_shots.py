"""The supervisor's windows: curtain, staff panel and backdrop, always in Japanese and the normal variant."""

import json
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from kiosk.config.desk import load_desk
from kiosk.failures import FailureName, failure
from kiosk.lifecycle import notices
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import Phase
from kiosk.reports.case import Case
from kiosk.told import Told
from kiosk.vocabulary import WIPE_STEPS, EndReason, ResultKind
from kiosk.wipe.receipt import StepResult
from tests.gallery.windows import MARK, POINTS, WIPED_AT, Shot, Windows
from ui.ends.words import Place
from ui.staff import words
from ui.staff.panel import Action, DeskPanel
from ui.staff.unlock import StaffUnlock
from ui.terminal.staff_side import check_words

RECEIPTS = tuple(f"No. 01{number}　10:{number}:07　0.18秒　確認済み　次の方へ" for number in (42, 41, 40))
#: A doctor's report at the start of a day with findings.
FINDINGS = {
    "rows": [
        {"title": "カードリーダー", "result": "fail", "japanese": "カードリーダーがつながっていません。", "found": ""},
        {"title": "時計", "result": "warn", "japanese": "時計が3分ずれています。", "found": ""},
        *({"title": "", "result": "pass", "japanese": "", "found": ""} for _ in range(20)),
    ]
}
RENEWED, BLOCKED = FailureName.CERTIFICATE_RENEWED_TODAY, FailureName.PIN_BLOCKED
APPLIED = FailureName.APPLIED_BEFORE
#: A suspected mix-up of which staff have told the officer and the help desk.
CASE = Case("2026-01-15T10:42:07", {"officer": "2026-01-15T10:47:00", "helpdesk": "2026-01-15T10:52:00"})
PLACE = Place((POINTS,), load_desk(None).public(), date(2026, 1, 15))
NOT_NEEDED = ("portal_logout", "print_queue")


def _starting(windows: Windows) -> QWidget:
    windows.curtain.show_starting()
    return windows.curtain


def _away(windows: Windows, seconds: int) -> QWidget:
    windows.curtain.show_away(seconds)
    return windows.curtain


def _wiping(windows: Windows, failed: bool) -> QWidget:
    windows.curtain.show_wiping(WIPE_STEPS, EndReason.IDLE if failed else None)
    for number, step in enumerate(WIPE_STEPS[:5], start=1):
        done = not (failed and step == "folder")
        windows.curtain.tick(StepResult(step, done, "", 12.0 * number, step in NOT_NEEDED))
    return windows.curtain


def _take_card(windows: Windows, reason: EndReason | None, card_there: bool) -> QWidget:
    windows.curtain.show_wiping(WIPE_STEPS, reason)
    for number, step in enumerate(WIPE_STEPS, start=1):
        windows.curtain.tick(StepResult(step, True, "", 9.0 * number, step in NOT_NEEDED))
    return _end(windows, ShowCurtain(Phase.TAKE_CARD, reason=reason, card=card_there))


def _end(windows: Windows, page: ShowCurtain) -> QWidget:
    windows.curtain.show_end(page, PLACE, 142, WIPED_AT)
    return windows.curtain


def ended(reason: EndReason, card: bool = True, **told: Any) -> ShowCurtain:
    """The page of an end of which the session has told this."""
    known = Told("points", **told)
    stay = notices.stay(reason, known)
    look = stay is Stay.READ
    return ShowCurtain(Phase.TAKE_CARD, reason=reason, card=card, told=known, stay=stay, left=52, may_look=look)


def _unavailable(windows: Windows, name: FailureName, *readers: str) -> QWidget:
    windows.curtain.show_unavailable(failure(name), readers)
    return windows.curtain


def _out_of_service(windows: Windows, code: bool) -> QWidget:
    windows.curtain.show_out_of_service(failure(FailureName.WIPE_FOLDER))
    if code:
        windows.curtain.findChildren(StaffUnlock)[0].on_open()
        windows.curtain.show_code_refused(30)
    return windows.curtain


def _staff_panel(page: str, windows: Windows) -> QWidget:
    panel = DeskPanel()
    windows.curtain.set_staff_page(panel)
    panel.set_place("3", MARK)
    panel.set_state(*words.STATE[Phase.SERVING], "本日の支援 12件（完了 9件）　取り違えの疑い 0件", RECEIPTS, True)
    if page == "form":
        panel.form.begin(MARK, "10:42:07")
        panel.show_form()
    elif page == "checklist":
        panel.set_case(CASE, words.STATE[Phase.TAKE_CARD][0])
        panel.show_checklist()
    elif page == "lesson":
        panel.teach().show_done({"incident": 2})
        panel.show_lesson()
    elif page:
        panel.show_overview()
    if page == "tap":
        panel.on_pressed(Action.NEXT_CUSTOMER)
    elif page == "check":
        panel.set_state(*words.STATE[Phase.READY], "本日の支援 0件（完了 0件）　取り違えの疑い 0件", (), False)
        panel.message.setText(check_words(json.dumps(FINDINGS).encode()))
    windows.curtain.show_staff()
    return windows.curtain


SHOTS: dict[str, Shot] = {
    "curtain-starting": _starting,
    "curtain-away": lambda windows: _away(windows, 3),
    "curtain-away-checking": lambda windows: _away(windows, 0),
    "curtain-wiping": lambda windows: _wiping(windows, False),
    "curtain-wiping-failed": lambda windows: _wiping(windows, True),
    "curtain-take-card": lambda windows: _take_card(windows, None, True),
    "curtain-take-card-reason": lambda windows: _take_card(windows, EndReason.CARD_CHANGED, True),
    "curtain-wiped-notice": lambda windows: _take_card(windows, EndReason.COMMIT_UNCHECKED, False),
    "curtain-thanks": lambda windows: _end(windows, ended(EndReason.FINISHED, result=ResultKind.DONE)),
    "curtain-thanks-no-card": lambda windows: _end(windows, ended(EndReason.FINISHED, False, result=ResultKind.DONE)),
    "curtain-come-again": lambda windows: _end(windows, ended(EndReason.GIVE_UP, False)),
    "curtain-renewed": lambda windows: _end(windows, ended(EndReason.GIVE_UP, failure=RENEWED)),
    "curtain-blocked": lambda windows: _end(windows, ended(EndReason.CARD_UNUSABLE, failure=BLOCKED)),
    "curtain-applied-before": lambda windows: _end(windows, ended(EndReason.PORTAL_REFUSED, failure=APPLIED)),
    "curtain-mixup": lambda windows: _end(windows, ended(EndReason.SUSPECTED_MIXUP, False)),
    "curtain-unavailable": lambda windows: _unavailable(windows, FailureName.READER_MISSING),
    "curtain-unavailable-two": lambda windows: _unavailable(
        windows, FailureName.READER_AMBIGUOUS, "SONY RC-S300 0", "ACR39U 1"
    ),
    "curtain-out-of-service": lambda windows: _out_of_service(windows, False),
    "curtain-staff-code": lambda windows: _out_of_service(windows, True),
    "staff-panel-code": partial(_staff_panel, ""),
    "staff-panel-overview": partial(_staff_panel, "overview"),
    "staff-panel-tap": partial(_staff_panel, "tap"),
    "staff-panel-check": partial(_staff_panel, "check"),
    "staff-panel-form": partial(_staff_panel, "form"),
    "staff-panel-checklist": partial(_staff_panel, "checklist"),
    "staff-panel-lesson": partial(_staff_panel, "lesson"),
    "backdrop": lambda windows: windows.backdrop,
}
