"""The staff panel: two taps to end a session, fixed choices for a report, counts without persons."""

import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kiosk.audit import words as audit_words
from kiosk.audit.file import AuditFile, read
from kiosk.audit.key import MemoryKeys
from kiosk.config.desk import load_desk
from kiosk.desk import Contact
from kiosk.failures import FailureName, failure
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import Phase
from kiosk.reports import day as day_report, mixup, mixup_text
from kiosk.reports.case import Case
from kiosk.reports.lesson import Part, lessons
from kiosk.reports.paper import Printed
from kiosk.reports.place import Place
from kiosk.reports.situation import Situation, situation
from kiosk.vocabulary import Call, EndReason
from tests.screens.finding import find_button, part, place_of
from ui.ends.words import NOWHERE
from ui.staff import words
from ui.staff.panel import ACTIONS, OF_SESSION, Action, DeskPanel
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains
from ui.terminal.staff_side import QUIET_MS, StaffSide, check_words
from ui.text import paper
from ui.widgets.controls import Button, Text, settle
from ui.widgets.keypad import Keypad

#: Words that are read for a minute, with the card still on the reader.
END = ShowCurtain(Phase.TAKE_CARD, card=True, reason=EndReason.GIVE_UP, stay=Stay.READ, left=60)


@pytest.fixture
def panel(qtbot: QtBot) -> DeskPanel:
    made = DeskPanel()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.set_place("3", "umbrella")
    made.show()
    return made


def _press(panel: DeskPanel, name: str) -> None:
    QTest.mouseClick(find_button(panel, name), Qt.MouseButton.LeftButton)


def test_every_end_has_its_own_words_in_the_list_of_wipes() -> None:
    """No word stands in for those that are missing: staff would read that an ordinary end was abnormal."""
    assert set(words.REASON) == set(EndReason)
    assert set(words.CALL) == set(Call)


def test_a_wrong_code_is_told_at_once_and_the_keyboard_goes_on(panel: DeskPanel) -> None:
    refused = next(text for text in panel.unlock.findChildren(Text) if text.text().startswith("コードがちがいます"))
    assert not refused.isVisible()
    panel.unlock.show_refused(0)
    assert refused.isVisible()
    assert "秒" not in refused.text()
    panel.unlock.show_refused(2)
    assert "2秒" in refused.text()
    panel.unlock.on_second()
    assert "1秒" in refused.text()
    QTest.keyClicks(panel.unlock, "12")
    assert len(panel.unlock.take_code()) == 2


def test_nothing_is_blue_where_nobody_is_to_be_ended(panel: DeskPanel) -> None:
    panel.show_overview()
    for served in (True, False):
        panel.set_state("", "", "", (), served)
        assert panel.back.isVisible() is served
        for name in OF_SESSION:
            assert find_button(panel, f"staff_{name}").isEnabled() is served
            assert find_button(panel, f"staff_{name}").property("kind") == "neutral"


def test_staff_read_what_to_say_where_to_send_and_what_never_to_do(panel: DeskPanel) -> None:
    panel.show_overview()
    panel.guidance.show_failure(FailureName.PIN_BLOCKED, load_desk(None))
    said = " ".join(text.text() for text in panel.guidance.findChildren(Text))
    for part_ in ("P02", "案内先：市民課の窓口", "要るもの", "× 暗証番号を聞き取らない"):
        assert part_ in said
    for name in FailureName:
        panel.guidance.show_failure(name, load_desk(None))
        assert failure(name).code in panel.guidance.head.text()
    panel.guidance.show_failure(None, load_desk(None))
    assert not panel.guidance.isVisible()


def test_the_situation_is_that_of_the_newest_session() -> None:
    lines: list[dict[str, object]] = [
        {"code": "session_begun", "at": "2026-11-30T10:00:00"},
        {"code": "problem_shown", "failure": "pin_blocked"},
        {"code": "session_prepared"},
        {"code": "language", "language": "en"},
        {"code": "session_begun", "at": "2026-11-30T10:40:00"},
        {"code": "procedure_chosen", "procedure": "points", "version": 4},
        {"code": "step", "number": 5},
    ]
    now = situation(lines)
    assert now == Situation("2026-11-30T10:40:00", "points", 4, "en", 5, "")
    assert words.about(now, {"points": "ポイント"}) == "ポイント（第4版）　画面5　言語：英語　開始 10:40"


def test_the_panel_closes_itself_when_nobody_touches_it(qtbot: QtBot) -> None:
    """After the time that the terminal was constructed with; nothing changes it later."""
    curtain = Curtain(geometry=QRect(0, 0, 1280, 800), fullscreen=False)
    qtbot.addWidget(curtain)
    curtains = DesktopCurtains(curtain, 3)
    curtains.hide()
    supervisor = SimpleNamespace(state=SimpleNamespace(phase=Phase.READY), settings=SimpleNamespace(terminal="3"))
    side = StaffSide(supervisor, curtain, curtains, SimpleNamespace(), quiet_ms=20)  # type: ignore[arg-type]
    side.open()
    assert curtain.shows_staff()
    qtbot.waitUntil(lambda: not curtain.shows_staff())
    assert not curtain.isVisible()
    assert QUIET_MS == 60_000, "the time in service"


@pytest.fixture
def over_the_end(qtbot: QtBot) -> tuple[StaffSide, Curtain]:
    """The panel, opened over the words of an end while a card still lies there."""
    curtain = Curtain(geometry=QRect(0, 0, 1280, 800), fullscreen=False)
    qtbot.addWidget(curtain)
    supervisor = SimpleNamespace(state=SimpleNamespace(phase=Phase.TAKE_CARD), settings=SimpleNamespace(terminal="3"))
    curtains = DesktopCurtains(curtain, 3)
    side = StaffSide(supervisor, curtain, curtains, SimpleNamespace())  # type: ignore[arg-type]
    curtains.show(END, ())
    side.open()
    return side, curtain


def test_a_card_that_is_taken_leaves_staff_the_keyboard(over_the_end: tuple[StaffSide, Curtain]) -> None:
    side, curtain = over_the_end
    QTest.keyClicks(curtain.focusWidget(), "12")
    curtain.show_end(replace(END, card=False), NOWHERE, 142, "")
    QTest.keyClicks(curtain.focusWidget(), "34")
    assert side.panel.unlock.take_code() == bytearray(b"1234")
    side.close()
    assert curtain.focusWidget() is curtain, "with the panel closed it has the keyboard again"


def test_half_a_code_does_not_stay_for_the_next_one(over_the_end: tuple[StaffSide, Curtain]) -> None:
    side, curtain = over_the_end
    QTest.keyClicks(curtain.focusWidget(), "12")
    side.close()
    assert side.panel.unlock.take_code() == bytearray()
    side.open()
    QTest.keyClicks(curtain.focusWidget(), "34")
    assert side.panel.unlock.take_code() == bytearray(b"34")


def test_nothing_but_the_code_is_there_at_first(panel: DeskPanel) -> None:
    assert part(panel, Keypad).isVisible()
    assert not find_button(panel, "staff_next_customer").isVisible()
    panel.show_overview()
    panel.lock()
    assert not find_button(panel, "staff_next_customer").isVisible()


def test_nothing_of_it_takes_text(panel: DeskPanel) -> None:
    """Nothing on the panel uses an input method or a touch keyboard, not even the code."""
    taking = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not [part for part in panel.findChildren(QWidget) if part.testAttribute(taking)]


@pytest.mark.parametrize("name", ["next_customer", "staff_abort", "end_of_day"])
def test_ending_needs_two_taps_and_names_the_session(panel: DeskPanel, name: str) -> None:
    requested: list[str] = []
    panel.wanted.connect(requested.append)
    panel.show_overview()
    _press(panel, f"staff_{name}")
    assert not requested
    assert "端末 3" in panel.message.text()
    assert "かさ" in panel.message.text()
    _press(panel, f"staff_{name}")
    assert requested == [name]


def test_every_button_of_the_panel_does_something() -> None:
    assert set(StaffSide._ACTIONS) == set(Action) == set(ACTIONS)


def test_another_button_forgets_the_first_tap(panel: DeskPanel) -> None:
    requested: list[str] = []
    panel.wanted.connect(requested.append)
    panel.show_overview()
    for name in ("next_customer", "staff_abort", "next_customer"):
        _press(panel, f"staff_{name}")
    assert not requested


def test_a_report_has_fixed_choices_and_the_mark_of_the_session(panel: DeskPanel) -> None:
    sent: list[tuple[str, ...]] = []
    panel.form.sent.connect(lambda *choices: sent.append(choices))
    panel.form.begin("umbrella", "10:42:07")
    panel.show_form()
    assert not find_button(panel, "mixup_send").isEnabled()
    for name in ("seen_id_in_use", "when_now", "mixup_send"):
        _press(panel, name)
    assert sent == [("id_in_use", "now", "umbrella")]


def test_what_must_be_done_is_ticked_by_touch_and_by_keyboard(panel: DeskPanel) -> None:
    """A press changes no box: the audit file does, of which the panel then shows the case."""
    ticked: list[tuple[str, bool]] = []
    panel.checklist.ticked.connect(lambda step, done: ticked.append((step, done)))
    panel.set_case(Case("2026-11-30T10:42:07", {"person": "2026-11-30T10:53:00"}), "")
    panel.show_checklist()
    _press(panel, "step_helpdesk")
    _press(panel, "step_person")
    QTest.keyClick(find_button(panel, "step_before"), Qt.Key.Key_Space)
    assert ticked == [("helpdesk", True), ("person", False), ("before", True)]
    panel.set_case(Case("2026-11-30T10:42:07", {"helpdesk": "2026-11-30T10:55:00"}), "")
    boxes = {step: row.isChecked() for step, row in panel.checklist.rows.items()}
    assert boxes == {step: step == "helpdesk" for step in mixup_text.MUST}
    said = {text.text() for text in panel.checklist.findChildren(Text)}
    assert {*mixup_text.MUST.values(), *mixup_text.MUST_NOT, "10:55 済み"} <= said
    assert "3日後（速報の目安・早い側）：2026-12-03" in panel.checklist.times.text()


def test_nothing_of_the_list_is_cut(panel: DeskPanel) -> None:
    panel.set_case(Case("2026-11-30T10:42:07", dict.fromkeys(mixup_text.MUST, "2026-11-30T10:53:00")), "文" * 20)
    panel.show_checklist()
    settle(panel)
    assert not [text.text() for text in panel.checklist.findChildren(Text) if text.is_cut()]


def test_the_list_is_there_once_a_mix_up_is_suspected(panel: DeskPanel) -> None:
    for case in (None, Case("2026-11-30T10:42:07")):
        panel.set_case(case, "")
        assert find_button(panel, "staff_checklist").isEnabled() is (case is not None)


def test_everything_has_its_room_beside_the_longest_words(panel: DeskPanel) -> None:
    """The sentence of a code, the desks' own line, the next step of a lesson: at 1280×800, all at once."""
    panel.offer_print()
    panel.teach()
    panel.show_overview()
    panel.set_state(
        *words.STATE[Phase.SERVING], "本日の支援 112件（完了 109件）　取り違えの疑い 10件", ("文" * 30,) * 5, True
    )
    panel.set_line(words.own_line(Contact("内線 1234", "市民課支援係", "8:30〜17:15", date(2026, 11, 2))))
    panel.message.setText("文" * 60)
    longest = max(FailureName, key=lambda name: len(failure(name).citizen + failure(name).staff))
    for name in (None, FailureName.PIN_BLOCKED, longest):
        panel.show_failure(name, load_desk(None))
        settle(panel)
        shown = [text for text in panel.findChildren(Text) if text.isVisible()]
        assert not [text.text() for text in shown if text.is_cut()]
        places = [place_of(button, panel) for button in panel.findChildren(Button) if button.isVisible()]
        assert not [(one, other) for one, other in combinations(places, 2) if one.intersects(other)]
        assert all(panel.rect().contains(place) for place in places)


def test_printing_is_offered_where_there_is_a_printer(panel: DeskPanel) -> None:
    panel.show_overview()
    assert not find_button(panel, "staff_print").isVisible()
    panel.offer_print()
    assert find_button(panel, "staff_print").isVisible()


class _Jammed:
    def submit(self, file: Path) -> None:
        raise OSError(file)

    def waiting(self) -> int:
        raise AssertionError("nothing was queued")


@pytest.mark.parametrize("phase", [Phase.SERVING, Phase.WIPING, Phase.CLOSED])
def test_a_printer_that_fails_is_a_sentence_and_nothing_is_printed_that_a_wipe_would_cancel(
    qtbot: QtBot, tmp_path: Path, phase: Phase
) -> None:
    curtain = Curtain(geometry=QRect(0, 0, 1280, 800), fullscreen=False)
    qtbot.addWidget(curtain)
    place = Place("3", "見本市", "窓口", True, tmp_path, tmp_path / "reports", {})
    settings = SimpleNamespace(terminal="3", place=place, audit_file=tmp_path / "audit.jsonl")
    supervisor = SimpleNamespace(state=SimpleNamespace(phase=phase), settings=settings)
    side = StaffSide(supervisor, curtain, DesktopCurtains(curtain, 3), SimpleNamespace())  # type: ignore[arg-type]
    side.offer_print(_Jammed())
    side.on_wanted(Action.PRINT)
    said = words.PRINTED[Printed.FAILED] if phase is Phase.CLOSED else "利用中は印刷できません。"
    qtbot.waitUntil(lambda: said in side.panel.message.text())


def test_the_report_of_a_suspected_mixup_is_printed_as_it_was_written(qtbot: QtBot, tmp_path: Path) -> None:
    """The report of the case that the list shows; that it cannot be read or printed is said on the list itself."""
    curtain = Curtain(geometry=QRect(0, 0, 1280, 800), fullscreen=False)
    qtbot.addWidget(curtain)
    place, file = Place("3", "見本市", "窓口", True, tmp_path, tmp_path / "reports", {}), tmp_path / "audit.jsonl"
    AuditFile(file, MemoryKeys()).append("portal_refused", procedure="points", failure="applied_before")
    at = str(read(file)[-1]["at"])
    settings = SimpleNamespace(terminal="3", place=place, audit_file=file)
    supervisor = SimpleNamespace(state=SimpleNamespace(phase=Phase.READY), settings=settings)
    side = StaffSide(supervisor, curtain, DesktopCurtains(curtain, 3), SimpleNamespace())  # type: ignore[arg-type]
    side.offer_print(_Jammed())
    side.on_print_case()
    assert side.panel.checklist.told.text() == "報告書を読めませんでした。報告フォルダーを確かめてください。"
    (place.open_folder() / f"{mixup.stem(place, at)}cup.txt").write_text("報告", encoding="utf-8")
    side.on_print_case()
    qtbot.waitUntil(lambda: side.panel.checklist.told.text() == words.PRINTED[Printed.FAILED])


def test_the_paper_has_every_letter_of_the_report_in_the_programs_own_font(tmp_path: Path) -> None:
    """The text filters of printers draw boxes instead of Japanese where the machine has no such font."""
    words_ = [audit_words.sentence({"at": "2026-11-30T10:42:07", "code": "day_closed", "supports": 12}, "ja")] * 200
    place = Place("3", "見本市", "支援窓口", True, tmp_path, tmp_path, {"points": "マイナポイントの申込み"})
    text = "\n".join((day_report.report(place, "2026-11-30", []), *words_))
    layout = QTextLayout("".join(sorted(set(text) - {"\n"})), paper.font())
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    runs = layout.glyphRuns()
    assert {run.rawFont().familyName() for run in runs} == {"Noto Sans JP"}
    assert not [run for run in runs if 0 in run.glyphIndexes()], "glyph 0 is the box of a missing letter"
    content = paper.pdf(text)
    assert content.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", content)) > 2
    assert re.search(rb"/MediaBox \[0 0 595(\.\d+)? 84[12](\.\d+)?\]", content), "A4"
    assert b"NotoSans" in content, "the font is inside"


def test_the_lesson_is_offered_on_a_training_terminal_alone(panel: DeskPanel) -> None:
    panel.show_overview()
    assert not find_button(panel, "staff_lesson").isVisible()
    panel.teach()
    assert find_button(panel, "staff_lesson").isVisible()


def test_the_lesson_shows_each_part_what_is_done_and_begins_the_one_that_is_shown(panel: DeskPanel) -> None:
    page, begun = panel.teach(), list[Part]()
    page.begun.connect(begun.append)
    panel.show_lesson()
    for of_lesson, done in zip(lessons(), (2, len(lessons()[1].steps), None), strict=True):
        page.show_done({of_lesson.id: done})
        _press(panel, f"lesson_{of_lesson.id}")
        settle(panel)
        shown = [text for text in page.findChildren(Text) if text.isVisible()]
        assert {of_lesson.story, *(step.say for step in of_lesson.steps)} <= {text.text() for text in shown}
        assert not [text.text() for text in shown if text.is_cut()]
        assert ("よくできました" in page.state.text()) is (done == len(of_lesson.steps))
        assert ("練習中　2／4" in page.state.text()) is (done == 2)
        _press(panel, "lesson_begin")
    assert begun == list(lessons())


def test_the_panel_stays_over_the_session_until_it_is_left(qtbot: QtBot) -> None:
    curtain = Curtain(geometry=QRect(0, 0, 1280, 800), fullscreen=False)
    qtbot.addWidget(curtain)
    curtain.set_staff_page(DeskPanel())
    curtains = DesktopCurtains(curtain, 3)
    curtains.hide()
    curtain.show_staff()
    assert curtain.isVisible()
    curtains.hide()
    assert curtain.isVisible(), "the lifecycle does not hide the panel"
    curtain.leave_staff()
    curtains.restore()
    assert not curtain.isVisible()
    curtain.show_staff()
    curtain.keeps_staff = True
    curtain.show_wiping(("card",))
    assert curtain.shows_staff(), "staff are at work: a card that is taken does not close it under their hands"
    curtain.keeps_staff = False
    curtain.show_wiping(("card",))
    assert not curtain.shows_staff(), "a page of the lifecycle replaces the pad for the code"
    curtains.restore()


def test_a_support_is_a_session_that_reached_the_login(tmp_path: Path) -> None:
    codes = ("session_begun", "login_done", "login_done", "session_begun", "session_begun", "login_done")
    counts = day_report.count([{"code": code} for code in codes])
    assert (counts.begun, counts.supports) == (3, 2)


def test_the_doctors_findings_in_words() -> None:
    assert "途中" in check_words(b"")
    row = b'{"rows":[{"title":"T","result":"fail","japanese":"J","found":"F"}]}'
    assert check_words(row) == "点検 1項目：1項目を見てください。\n・J"
    row = b'{"rows":[{"title":"T","result":"warn","japanese":"","found":"F"}]}'
    assert check_words(row) == "点検 1項目：1項目を見てください。\n・T：F"
