"""Development only: every screen and every page of the curtain as a picture.

``python -m ui.gallery OUT_DIR [--size 1280x800] [--language ja,en] [--variant normal]``
"""

import argparse
import os
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import resources
from kiosk.failures import failure
from kiosk.procedure import say
from kiosk.secret import Pin
from kiosk.states import Phase
from kiosk.vocabulary import EndReason, ResultKind
from kiosk.wipe import StepResult
from ui import sentences, style, texts
from ui.curtain import Backdrop, Curtain
from ui.screens.screen import Screen
from ui.session_window import SessionWindow
from ui.staff import words
from ui.staff.panel import DeskPanel
from ui.staff.unlock import StaffUnlock

STEPS = ("curtain", "portal_logout", "processes", "card", "folder", "clipboard", "print_queue")
MARK = "umbrella"
WIPED_AT = "2026-01-15T10:42:07+09:00"
RECEIPTS = tuple(f"No. 01{number}　10:{number}:07　0.18秒　確認済み　次の方へ" for number in (42, 41, 40))
Shot = Callable[["Gallery"], QWidget]


class Gallery:
    """A window and a curtain filled with sample data."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.window = SessionWindow()
        self.window.set_place("見本市役所", "マイナンバーカード支援窓口", "3")
        self.window.set_training(True)
        self.window.resize(*size)
        self.window.show()
        self.curtain = Curtain(geometry=QRect(0, 0, *size), fullscreen=False)
        self.curtain.set_place("3", "内線 1234")
        self.curtain.set_training(True)
        self.backdrop = Backdrop("見本市役所", geometry=QRect(0, 0, *size))

    def end(self) -> None:
        """Delete all of it now: a collection in the middle of a change of language would crash Qt."""
        for widget in (self.curtain, self.window, self.backdrop):
            widget.hide()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def screen(self, name: str) -> Any:
        """The screen of this name, to be filled."""
        return self.window.screens[name]

    def shown(self, name: str, number: int = 0, label: str = "") -> QWidget:
        """The window with this screen."""
        self.window.set_mark("" if name == "attract" else MARK)
        self.window.set_step(number, 7 if number else 0, label or (sentences.step_label(number) if number else ""))
        self.window.show_screen(name)
        return self.window

    def typed(self, name: str, digits: int, tries: int) -> Screen:
        """A PIN screen with some digits typed."""
        screen: Any = self.screen(name)
        pin = Pin()
        for digit in range(digits):
            pin.push(digit)
        screen.set_pin(pin)
        screen.set_tries(tries)
        found: Screen = screen
        return found


def _attract(gallery: Gallery) -> QWidget:
    gallery.screen("attract").set_wiped_at(WIPED_AT)
    return gallery.shown("attract")


def _language_menu(gallery: Gallery) -> QWidget:
    gallery.shown("place_card", 2)
    gallery.window.on_language_pressed()
    return gallery.window


def _said(number: int) -> tuple[str, str, list[str]]:
    """Title, summary and what to bring of a training procedure, in the language in use."""
    file = resources.path("procedures", "training", ("points.toml", "status.toml")[number])
    plain, language = tomllib.loads(file.read_text(encoding="utf-8")), texts.language()
    return (
        say(plain["title"], language),
        say(plain["summary"], language),
        [say(item, language) for item in plain["bring"]],
    )


def _choose(gallery: Gallery) -> QWidget:
    gallery.screen("choose").set_procedures([(f"procedure-{number}", *_said(number)[:2]) for number in (0, 1)])
    return gallery.shown("choose")


def _prepare(gallery: Gallery, asks: bool, child: bool | None = False) -> QWidget:
    title, _, bring = _said(0)
    gallery.screen("prepare").set_procedure(title, bring, asks)
    gallery.screen("prepare").set_child(child)
    return gallery.shown("prepare", 1)


def _place_card(gallery: Gallery, reading: bool, child: bool = False) -> QWidget:
    gallery.screen("place_card").set_child(child)
    gallery.screen("place_card").set_reading(reading)
    return gallery.shown("place_card", 2)


def _enter_pin(gallery: Gallery, child: bool = False) -> QWidget:
    gallery.screen("enter_pin").set_child(child)
    gallery.typed("enter_pin", 2, 3)
    return gallery.shown("enter_pin", 3)


def _pin_wrong(gallery: Gallery) -> QWidget:
    gallery.typed("enter_pin", 0, 3)
    gallery.screen("enter_pin").show_wrong(2)
    return gallery.shown("enter_pin", 3)


def _pin_busy(gallery: Gallery) -> QWidget:
    gallery.typed("enter_pin", 4, 3)
    gallery.screen("enter_pin").show_busy(True)
    return gallery.shown("enter_pin", 3)


def _check(gallery: Gallery) -> QWidget:
    gallery.typed("check", 0, 3)
    return gallery.shown("check", 6)


def _browse(gallery: Gallery, kind: ResultKind | None, notice: bool) -> QWidget:
    screen = gallery.screen("browse")
    page = QLabel("（ポータルのページ）")
    page.setMargin(style.tokens().space.margin)
    screen.set_view(page)
    screen.set_notice(sentences.press_again() if notice else "")
    screen.set_result(kind)
    return gallery.shown("browse", 7 if kind else 5, "結果" if kind else "申込内容の確認")


def _problem(gallery: Gallery, name: str, retry: bool) -> QWidget:
    gallery.screen("problem").set_failure(failure(name), retry)
    return gallery.shown("problem")


def _idle(gallery: Gallery) -> QWidget:
    gallery.screen("idle_warning").set_mark(MARK)
    gallery.screen("idle_warning").set_seconds(21, 30)
    return gallery.shown("idle_warning")


def _limit(gallery: Gallery) -> QWidget:
    gallery.screen("limit_warning").set_mark(MARK)
    gallery.screen("limit_warning").set_seconds(27, 31)
    return gallery.shown("limit_warning")


def _extend(gallery: Gallery, wrong: bool) -> QWidget:
    gallery.typed("extend", 0 if wrong else 2, 3)
    if wrong:
        gallery.screen("extend").show_wrong(2)
    return gallery.shown("extend")


def _look_menu(gallery: Gallery) -> QWidget:
    gallery.shown("place_card", 2)
    gallery.window.on_look_pressed()
    return gallery.window


def _confirm(gallery: Gallery, reason: EndReason, unknown: bool) -> QWidget:
    gallery.screen("confirm_end").set_ending(reason, MARK, unknown)
    return gallery.shown("confirm_end")


def _wiping(gallery: Gallery, failed: bool) -> QWidget:
    gallery.curtain.show_wiping(STEPS, EndReason.IDLE if failed else None)
    for number, step in enumerate(STEPS[:5]):
        done = not (failed and step == "folder")
        gallery.curtain.tick(StepResult(step, done, "", 12.0 * (number + 1), step == "portal_logout"))
    return gallery.curtain


def _take_card(gallery: Gallery, reason: EndReason | None, card_there: bool) -> QWidget:
    gallery.curtain.show_wiping(STEPS, reason)
    for number, step in enumerate(STEPS):
        gallery.curtain.tick(StepResult(step, True, "", 9.0 * (number + 1), step in ("portal_logout", "print_queue")))
    gallery.curtain.show_take_card(142, WIPED_AT, reason, card_there)
    return gallery.curtain


def _away(gallery: Gallery, seconds: int) -> QWidget:
    gallery.curtain.show_away(seconds)
    return gallery.curtain


def _starting(gallery: Gallery) -> QWidget:
    gallery.curtain.show_starting()
    return gallery.curtain


def _unavailable(gallery: Gallery, name: str, readers: tuple[str, ...]) -> QWidget:
    gallery.curtain.show_unavailable(failure(name), readers)
    return gallery.curtain


def _out_of_service(gallery: Gallery, code: bool) -> QWidget:
    gallery.curtain.show_out_of_service(failure("wipe_folder"))
    if code:
        gallery.curtain.findChildren(StaffUnlock)[0].on_open()
        gallery.curtain.show_code_refused(30)
    return gallery.curtain


def _staff_panel(gallery: Gallery, page: str) -> QWidget:
    panel = DeskPanel()
    gallery.curtain.set_staff_page(panel)
    panel.set_place("3", MARK)
    panel.set_state(*words.STATE[Phase.SERVING], "本日の支援 12件（完了 9件）　取り違えの疑い 0件", RECEIPTS)
    if page == "form":
        panel.form.begin(MARK, "10:42:07")
        panel.show_form()
    elif page:
        panel.show_overview()
    if page == "tap":
        panel.on_pressed("next_customer")
    gallery.curtain.show_staff()
    return gallery.curtain


SHOTS: tuple[tuple[str, Shot], ...] = (
    ("attract", _attract),
    ("language-menu", _language_menu),
    ("look-menu", _look_menu),
    ("choose", _choose),
    ("prepare", lambda gallery: _prepare(gallery, True)),
    ("prepare-ready", lambda gallery: _prepare(gallery, False, None)),
    ("prepare-child", lambda gallery: _prepare(gallery, True, True)),
    ("place-card", lambda gallery: _place_card(gallery, False)),
    ("place-card-child", lambda gallery: _place_card(gallery, False, True)),
    ("reading-card", lambda gallery: _place_card(gallery, True)),
    ("last-try", lambda gallery: gallery.shown("last_try", 3)),
    ("enter-pin", _enter_pin),
    ("enter-pin-child", lambda gallery: _enter_pin(gallery, True)),
    ("pin-wrong", _pin_wrong),
    ("pin-busy", _pin_busy),
    ("check", _check),
    ("browse", lambda gallery: _browse(gallery, None, False)),
    ("browse-notice", lambda gallery: _browse(gallery, None, True)),
    ("result-done", lambda gallery: _browse(gallery, ResultKind.DONE, False)),
    ("result-not-done", lambda gallery: _browse(gallery, ResultKind.NOT_DONE, False)),
    ("result-unknown", lambda gallery: _browse(gallery, ResultKind.UNKNOWN, False)),
    ("problem", lambda gallery: _problem(gallery, "pin_blocked", False)),
    ("problem-retry", lambda gallery: _problem(gallery, "card_not_my_number", True)),
    ("idle-warning", _idle),
    ("limit-warning", _limit),
    ("extend", lambda gallery: _extend(gallery, False)),
    ("extend-wrong", lambda gallery: _extend(gallery, True)),
    ("extend-last-try", lambda gallery: gallery.shown("extend_last_try")),
    ("confirm-next", lambda gallery: _confirm(gallery, EndReason.NEXT_CUSTOMER, False)),
    ("confirm-give-up-unknown", lambda gallery: _confirm(gallery, EndReason.GIVE_UP, True)),
    ("staff-called", lambda gallery: gallery.shown("staff_called")),
    ("curtain-starting", _starting),
    ("curtain-away", lambda gallery: _away(gallery, 3)),
    ("curtain-away-checking", lambda gallery: _away(gallery, 0)),
    ("curtain-wiping", lambda gallery: _wiping(gallery, False)),
    ("curtain-wiping-failed", lambda gallery: _wiping(gallery, True)),
    ("curtain-take-card", lambda gallery: _take_card(gallery, None, True)),
    ("curtain-take-card-reason", lambda gallery: _take_card(gallery, EndReason.CARD_CHANGED, True)),
    ("curtain-wiped-notice", lambda gallery: _take_card(gallery, EndReason.COMMIT_UNCHECKED, False)),
    ("curtain-unavailable", lambda gallery: _unavailable(gallery, "reader_missing", ())),
    (
        "curtain-unavailable-two",
        lambda gallery: _unavailable(gallery, "reader_ambiguous", ("SONY RC-S300 0", "ACR39U 1")),
    ),
    ("curtain-out-of-service", lambda gallery: _out_of_service(gallery, False)),
    ("curtain-staff-code", lambda gallery: _out_of_service(gallery, True)),
    *(
        (f"staff-panel-{page or 'code'}", lambda gallery, page=page: _staff_panel(gallery, page))
        for page in ("", "overview", "tap", "form")
    ),
    ("backdrop", lambda gallery: gallery.backdrop),
)


def render(
    app: QApplication, size: tuple[int, int], language: str, variant: str = "normal"
) -> Iterator[tuple[str, QWidget]]:
    """Each shot's name and the widget that shows it, ready to be grabbed."""
    style.install(app, variant, size)
    texts.install(app, language)
    gallery = Gallery(size)
    gallery.curtain.speak(language)
    for name, shot in SHOTS:
        widget = shot(gallery)
        app.processEvents()
        yield name, widget
    gallery.end()


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description="every screen as a picture")
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--language", default="ja,en")
    parser.add_argument("--variant", default="normal", choices=style.VARIANTS)
    parser.add_argument("--only", default="", help="only the shots whose name contains this")
    wanted = parser.parse_args()
    wide, high = wanted.size.split("x")
    app = QApplication(["gallery"])
    wanted.out.mkdir(parents=True, exist_ok=True)
    for language in wanted.language.split(","):
        for number, (name, widget) in enumerate(render(app, (int(wide), int(high)), language, wanted.variant), start=1):
            if wanted.only in name:
                widget.grab().save(str(wanted.out / f"{number:02}-{name}-{language}.png"))


if __name__ == "__main__":
    main()
