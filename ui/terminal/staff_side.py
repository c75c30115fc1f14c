"""Joins the staff panel to supervisor and curtain. It can end a session early; it skips no wipe and no check."""

import json
import math
import os
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from kiosk.audit.line import Line
from kiosk.audit.words import mark as mark_word
from kiosk.config.staff_code import StaffCode
from kiosk.failures import FailureName
from kiosk.lifecycle.states import CallAnswered, CloseWanted, EndWanted, OpenWanted, Phase
from kiosk.processes import start as processes
from kiosk.reports import day as day_report, mixup
from kiosk.reports.case import latest_case
from kiosk.reports.lesson import Part, lessons, next_step
from kiosk.reports.paper import Printer, print_out
from kiosk.reports.situation import Situation, situation
from kiosk.supervisor.supervisor import Supervisor
from kiosk.system import clock
from kiosk.vocabulary import Call, Closing, EndReason
from ui.staff import words
from ui.staff.panel import Action, DeskPanel
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains
from ui.text import paper

#: Milliseconds without input after which the panel closes itself.
QUIET_MS = 60_000
REFRESH_MS = 1000
SHOWN_RECEIPTS = 5
#: The panel can be opened in these phases; in the others the curtain's page must stay visible.
OPEN_IN = (Phase.READY, Phase.SERVING, Phase.TAKE_CARD, Phase.CLOSED, Phase.UNAVAILABLE, Phase.OUT_OF_SERVICE)
#: Nothing can be printed in the others: the wipe cancels it.
PRINTS_IN = tuple(phase for phase in OPEN_IN if phase is not Phase.SERVING)
_INPUT = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin)


class StaffSide(QObject):
    """Opens the panel at the key or the control on the curtain, and carries out its actions."""

    #: What a thread has to tell staff: findings of the check, what became of a print.
    told = Signal(str)

    def __init__(
        self,
        supervisor: Supervisor,
        curtain: Curtain,
        curtains: DesktopCurtains,
        code: StaffCode,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__()
        self._supervisor, self._curtain, self._curtains, self._code = supervisor, curtain, curtains, code
        self.doctor_argv: list[str] = []
        self._called: Call | None = None
        self._printer: Printer | None = None
        self.panel = DeskPanel()
        self._quiet, self._refresh = QTimer(self), QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(quiet_ms)
        self._refresh.setInterval(REFRESH_MS)
        self._quiet.timeout.connect(self.close)
        self._refresh.timeout.connect(self.refresh)
        curtain.set_staff_page(self.panel)
        curtain.staff_wanted.connect(self.open)
        curtain.staff_left.connect(self._on_left)
        self.panel.code_entered.connect(self.on_code)
        self.panel.closed.connect(self.close)
        self.panel.wanted.connect(self.on_wanted)
        self.panel.form.sent.connect(self.on_mixup)
        self.panel.pause.chosen.connect(self.on_pause)
        self.panel.checklist.ticked.connect(self.on_step)
        self.panel.checklist.printed.connect(self.on_print_case)
        self.told.connect(self.panel.tell)

    def open(self) -> None:
        """Cover the customer's page with the panel and ask for the code."""
        if self._supervisor.state.phase not in OPEN_IN or self._curtain.shows_staff():
            return
        self.panel.lock()
        self.panel.set_place(self._supervisor.settings.terminal, "")
        self._curtain.show_staff()
        # A card that is taken while the code is typed must not close the pad under the staff's hands.
        self._curtain.keeps_staff = self._supervisor.state.phase is Phase.TAKE_CARD
        self.panel.unlock.take_keys()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._quiet.start()

    def close(self) -> None:
        """Close the panel and show again what the lifecycle last decided."""
        self._curtain.leave_staff()
        self._curtains.restore()

    def _on_left(self) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self._quiet.stop()
        self._refresh.stop()
        self._curtain.keeps_staff = False
        self.panel.lock()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Restart the timer of ``QUIET_MS`` at every input."""
        if event.type() in _INPUT:
            self._quiet.start()
        return False

    def on_code(self) -> None:
        """Check the code. After a wrong one there is a wait, which a restart does not shorten."""
        answer = self._code.verify(self.panel.unlock.take_code())
        if not answer.accepted:
            self._supervisor.note("staff_unlock_refused")
            self.panel.unlock.show_refused(math.ceil(answer.wait_seconds))
            return
        self._supervisor.note("staff_panel")
        self._curtain.keeps_staff = True
        self._called = self._supervisor.state.call
        self._supervisor.dispatch(CallAnswered())
        self.refresh()
        self._refresh.start()
        self.panel.show_overview()
        called = words.CALL[self._called] if self._called else ""
        self.panel.message.setText("\n".join(filter(None, (called, self._lesson_words()))))

    def teach(self) -> None:
        """Offer the lesson: on a training terminal."""
        self.panel.teach().begun.connect(self.on_lesson)

    def _lesson_words(self) -> str:
        return next_step(self._lines()) if self.panel.lesson else ""

    def refresh(self) -> None:
        """Show the current state, counts and receipts, and what to say about a problem."""
        supervisor, lines = self._supervisor, self._lines()
        served = self._serves()
        self.panel.set_place(supervisor.settings.terminal, supervisor.audit.reports.mark if served else "")
        counts, now = day_report.count(lines), situation(lines)
        summary = f"本日の支援 {counts.supports}件（完了 {counts.done}件）　取り違えの疑い {counts.suspected}件"
        state, citizen = words.STATE[supervisor.state.phase]
        about = words.about(now, supervisor.settings.place.titles) if served else ""
        self.panel.set_state("\n".join(filter(None, (state, about))), citizen, summary, self._receipts(), served)
        self.panel.set_closed(supervisor.state.closing is not None)
        self.panel.set_case(latest_case(lines), state)
        if self.panel.lesson:
            self.panel.lesson.show_done({part.id: part.done(lines) for part in lessons()})
        self.panel.show_failure(self._failure(now, served), supervisor.settings.desk)
        self.panel.set_line(words.own_line(supervisor.settings.desk.staff_line))

    def _serves(self) -> bool:
        return self._supervisor.state.phase in (Phase.SERVING, Phase.AWAY)

    def _failure(self, now: Situation, served: bool) -> FailureName | None:
        """What staff have to speak about: the terminal's failure, or what the person has before them."""
        shown = FailureName(now.failure) if now.failure and served else None
        return self._supervisor.state.failure or shown or words.FAILURE_OF_CALL.get(self._called)

    def _lines(self) -> list[Line]:
        try:
            return day_report.lines_of(self._supervisor.settings.audit_file, _today())
        except OSError:
            return []

    def _receipts(self) -> list[str]:
        last = [receipt for _, receipt in self._supervisor.receipts[-SHOWN_RECEIPTS:]]
        return [
            f"No. {receipt.number:04}　{receipt.started_at[11:19]}　{receipt.ms / 1000:.2f}秒　"
            f"{'確認済み' if receipt.verified else '確認できず'}　{_reason(receipt.reason)}"
            for receipt in reversed(last)
        ]

    def on_wanted(self, action: Action) -> None:
        """Carry out an action of the panel."""
        self._ACTIONS[action](self)

    def _on_next_customer(self) -> None:
        self._end(EndReason.NEXT_CUSTOMER)

    def _on_staff_abort(self) -> None:
        self._end(EndReason.STAFF_ABORT)

    def _end(self, reason: EndReason) -> None:
        self._supervisor.dispatch(EndWanted(reason))
        self.close()  # the customer reads what happens now

    def _on_mixup(self) -> None:
        # A session that waits for the next customer has a mark too, but nobody has seen it.
        seen = self._supervisor.state.phase is not Phase.READY
        mark = self._supervisor.audit.reports.mark if seen else ""
        self.panel.form.begin(mark, clock.wall().strftime("%H:%M:%S"))
        self.panel.show_form()

    def on_mixup(self, seen: str, when: str, mark: str) -> None:
        """Write the report at once; if it is about the running session, end that as well."""
        self._supervisor.note("mixup_by_staff", seen=seen, when=when, mark=mark)
        self.panel.message.setText(f"報告を書きました（しるし「{mark_word(mark)}」）。責任者に連絡してください。")
        if when == "now":
            self._supervisor.dispatch(EndWanted(EndReason.SUSPECTED_MIXUP))
            self._supervisor.dispatch(CallAnswered())  # staff are here: nobody has to be called
        self.refresh()
        self.panel.show_checklist()

    def _on_checklist(self) -> None:
        self.panel.show_checklist()

    def _on_lesson(self) -> None:
        self.panel.show_lesson()

    def on_lesson(self, part: Part) -> None:
        """Begin this part of the lesson, or begin it again: what is done counts from here."""
        self._supervisor.note("training", action=part.action)
        self.refresh()

    def on_step(self, step: str, done: bool) -> None:
        """Note that staff did what must be done after a mix-up, or took the tick back."""
        self._supervisor.note("mixup_step", step=step, done=done)
        self.refresh()

    def _on_day_report(self) -> None:
        try:
            target = day_report.save(self._supervisor.settings.place, _today(), self._day())
        except OSError:
            self.panel.tell("日報を保存できませんでした。報告フォルダーを確かめてください。")
            return
        self.panel.tell(f"日報を保存しました：{target.name}")

    def _day(self) -> str:
        return day_report.report(self._supervisor.settings.place, _today(), self._lines())

    def offer_print(self, printer: Printer) -> None:
        """Offer to print the day's report, and that of a suspected mix-up, on this printer."""
        self._printer = printer
        self.panel.offer_print()

    def _on_print(self) -> None:
        self._print(f"day-{_today()}", self._day)

    def on_print_case(self) -> None:
        """Print the report of the suspected mix-up that the check list is about."""
        if case := latest_case(self._lines()):
            self._print("suspected-mixup", lambda: mixup.written_text(self._supervisor.settings.place, case.aware_at))

    def _print(self, title: str, read: Callable[[], str]) -> None:
        place = self._supervisor.settings.place
        if not self._printer or self._supervisor.state.phase not in PRINTS_IN:
            self.panel.tell("利用中は印刷できません。消去のときに、印刷待ちが取り消されるためです。")
            return
        try:
            wanted = (self._printer, paper.pdf(read()), place.data_folder / f"{title}-{place.terminal}.pdf")
        except OSError:
            self.panel.tell("報告書を読めませんでした。報告フォルダーを確かめてください。")
            return
        self.panel.tell("印刷しています。")
        threading.Thread(target=self._print_out, args=wanted, name="print", daemon=True).start()

    def _print_out(self, printer: Printer, pdf: bytes, file: Path) -> None:
        self.told.emit(words.PRINTED[print_out(printer, pdf, file)])

    def _on_end_of_day(self) -> None:
        self._supervisor.note("day_closed", supports=min(day_report.count(self._lines()).supports, 100_000))
        self._supervisor.dispatch(CloseWanted(Closing.DAY))
        self._on_day_report()
        summary = day_report.summary(self._lines(), self._supervisor.settings.place.titles)
        self.panel.message.setText(f"{self.panel.message.text()}\n{summary}")
        self.refresh()

    def _on_pause(self) -> None:
        self.panel.pause.begin(clock.wall(), self._serves())
        self.panel.show_pause()

    def on_pause(self, until: str) -> None:
        """Close the terminal for a while; the curtain says until when, if that is known."""
        self._supervisor.dispatch(CloseWanted(Closing.PAUSE, until))
        self.close()

    def _on_open(self) -> None:
        self._supervisor.dispatch(OpenWanted())
        self.close()

    def _on_check(self) -> None:
        if self._serves():
            # The check connects to the reader, and so to the card of the customer.
            self.panel.message.setText("利用中は点検できません。次の方の前に点検してください。")
            return
        self.panel.message.setText("点検しています。20秒ほどかかります。")
        environment = processes.session_environment(os.environ)
        helper = processes.start_helper(self.doctor_argv, environment, stdout=subprocess.PIPE)
        threading.Thread(target=self._read_check, args=(helper,), name="check", daemon=True).start()

    _ACTIONS: ClassVar[dict[Action, Callable[["StaffSide"], None]]] = {
        Action.NEXT_CUSTOMER: _on_next_customer,
        Action.STAFF_ABORT: _on_staff_abort,
        Action.MIXUP: _on_mixup,
        Action.CHECKLIST: _on_checklist,
        Action.LESSON: _on_lesson,
        Action.PRINT: _on_print,
        Action.CHECK: _on_check,
        Action.DAY_REPORT: _on_day_report,
        Action.PAUSE: _on_pause,
        Action.END_OF_DAY: _on_end_of_day,
        Action.OPEN: _on_open,
    }

    def _read_check(self, helper: "subprocess.Popen[bytes]") -> None:
        output, _ = helper.communicate()
        self.told.emit(check_words(output))


def check_words(output: bytes) -> str:
    """The findings of ``kiosk doctor --json`` as a text for the desk: a summary and at most 4 of them."""
    try:
        rows = json.loads(output)["rows"]
        bad = [row for row in rows if row["result"] in ("fail", "warn")]
        # The titles are for IT. Two procedures of one portal have the same sentence.
        findings = list(dict.fromkeys(f"・{row['japanese'] or row['title'] + '：' + row['found']}" for row in bad))
    except (ValueError, KeyError, TypeError):
        return "点検が途中で終わりました。もう一度試してください。"
    head = f"点検 {len(rows)}項目：" + ("問題はありません。" if not bad else f"{len(bad)}項目を見てください。")
    return "\n".join((head, *findings[:4]))


def _reason(reason: str) -> str:
    return words.REASON[EndReason(reason)] if reason else "起動時"


def _today() -> str:
    return clock.wall().isoformat()[:10]
