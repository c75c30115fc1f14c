"""Every screen of the session's window, filled with sample data."""

from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.failures import FailureName, failure
from kiosk.procedures.model import Procedure, say
from kiosk.vocabulary import ResultKind
from tests.gallery.windows import MARK, POINTS, STATUS, WIPED_AT, Shot, Windows
from ui import style
from ui.flow.events import Notice
from ui.screens.choose import APPLY, LOOK_UP
from ui.text import languages, sentences

#: The name of what stands for the portal's page.
PAGE = "portal_page"


def _attract(windows: Windows) -> QWidget:
    windows.screen("attract").set_wiped_at(WIPED_AT)
    return windows.shown("attract")


def _language_menu(windows: Windows) -> QWidget:
    windows.shown("place_card")
    windows.window.on_language_pressed()
    return windows.window


def _look_menu(windows: Windows) -> QWidget:
    windows.shown("place_card")
    windows.window.on_look_pressed()
    return windows.window


def _texts(procedure: Procedure) -> tuple[str, str, list[str]]:
    """Title, summary and list of things to bring of a procedure, in the present language."""
    language = languages.language()
    bring = [say(item, language) for item in procedure.bring]
    return say(procedure.title, language), say(procedure.summary, language), bring


def _choose(windows: Windows) -> QWidget:
    windows.screen("choose").set_procedures(
        [
            (f"procedure-{number}", *_texts(item)[:2], drawing)
            for number, (item, drawing) in enumerate(((POINTS, APPLY), (STATUS, LOOK_UP)))
        ]
    )
    return windows.shown("choose")


def _prepare(windows: Windows, asks: bool, child: bool | None = False) -> QWidget:
    title, _, bring = _texts(POINTS)
    windows.screen("prepare").set_procedure(title, bring, asks)
    windows.screen("prepare").set_child(child)
    return windows.shown("prepare")


def _place_card(windows: Windows, reading: bool, child: bool = False) -> QWidget:
    windows.screen("place_card").set_state(reading=reading, child=child)
    return windows.shown("place_card")


def _wrong_card(windows: Windows) -> QWidget:
    shown = _place_card(windows, False)
    windows.screen("place_card").set_state(refused=failure(FailureName.CARD_NOT_MY_NUMBER))
    return shown


def _last_try(windows: Windows, mistyped: bool = False) -> QWidget:
    windows.screen("last_try").set_mistyped(mistyped)
    return windows.shown("last_try")


def _last_try_wrong(windows: Windows) -> QWidget:
    return _last_try(windows, True)


def _enter_pin_last(windows: Windows) -> QWidget:
    windows.screen("enter_pin").set_child(False)
    windows.typed("enter_pin", 4, 1)
    return windows.shown("enter_pin")


def _enter_pin(windows: Windows, child: bool = False) -> QWidget:
    windows.screen("enter_pin").set_child(child)
    windows.typed("enter_pin", 2, 3)
    return windows.shown("enter_pin")


def _pin_wrong(windows: Windows) -> QWidget:
    windows.screen("enter_pin").set_child(False)
    windows.typed("enter_pin", 0, 3)
    windows.screen("enter_pin").show_wrong(2)
    return windows.shown("enter_pin")


def _pin_busy(windows: Windows) -> QWidget:
    windows.screen("enter_pin").set_child(False)
    windows.typed("enter_pin", 4, 3)
    windows.screen("enter_pin").set_busy(True)
    return windows.shown("enter_pin")


def _check(windows: Windows) -> QWidget:
    windows.typed("check", 0, 3)
    return windows.shown("check")


def _browse(windows: Windows, kind: ResultKind | None, notice: bool) -> QWidget:
    screen = windows.screen("browse")
    page = QLabel("（ポータルのページ）")
    page.setObjectName(PAGE)
    page.setMargin(style.tokens().space.margin)
    page.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # as a page: it takes what is left
    screen.set_view(page)
    screen.set_notice(sentences.notice(Notice.WITHDRAWN) if notice else "")
    screen.set_result(kind)
    return windows.shown("browse", "/result/1" if kind else "/confirm")


def _problem(windows: Windows, name: FailureName, retry: bool) -> QWidget:
    windows.screen("problem").set_failure(failure(name), retry)
    return windows.shown("problem")


def _counting(windows: Windows, name: str, left: int, whole: int) -> QWidget:
    windows.screen(name).set_mark(MARK)
    windows.screen(name).set_seconds(left, whole)
    return windows.shown(name)


def _extend(windows: Windows, wrong: bool) -> QWidget:
    windows.typed("extend", 0 if wrong else 2, 3)
    if wrong:
        windows.screen("extend").show_wrong(2)
    return windows.shown("extend")


def _quit_sheet(windows: Windows, unknown: bool) -> QWidget:
    _browse(windows, None, False)
    windows.screen("quit_sheet").set_unknown(unknown)
    return windows.shown("quit_sheet", "/confirm")


def _staff_called(windows: Windows) -> QWidget:
    windows.screen("staff_called").set_wait("3", 5)
    return windows.shown("staff_called")


SHOTS: dict[str, Shot] = {
    "attract": _attract,
    "language-menu": _language_menu,
    "look-menu": _look_menu,
    "choose": _choose,
    "prepare": lambda windows: _prepare(windows, True),
    "prepare-ready": lambda windows: _prepare(windows, False, None),
    "prepare-child": lambda windows: _prepare(windows, True, True),
    "place-card": lambda windows: _place_card(windows, False),
    "place-card-child": lambda windows: _place_card(windows, False, True),
    "reading-card": lambda windows: _place_card(windows, True),
    "wrong-card": _wrong_card,
    "last-try": _last_try,
    "last-try-wrong": _last_try_wrong,
    "enter-pin": _enter_pin,
    "enter-pin-last": _enter_pin_last,
    "enter-pin-child": lambda windows: _enter_pin(windows, True),
    "pin-wrong": _pin_wrong,
    "pin-busy": _pin_busy,
    "check": _check,
    "browse": lambda windows: _browse(windows, None, False),
    "browse-notice": lambda windows: _browse(windows, None, True),
    "result-done": lambda windows: _browse(windows, ResultKind.DONE, False),
    "result-not-done": lambda windows: _browse(windows, ResultKind.NOT_DONE, False),
    "result-unknown": lambda windows: _browse(windows, ResultKind.UNKNOWN, False),
    "problem": lambda windows: _problem(windows, FailureName.PIN_BLOCKED, False),
    "problem-retry": lambda windows: _problem(windows, FailureName.CARD_NOT_MY_NUMBER, True),
    "idle-warning": lambda windows: _counting(windows, "idle_warning", 21, 30),
    "limit-warning": lambda windows: _counting(windows, "limit_warning", 27, 31),
    "extend": lambda windows: _extend(windows, False),
    "extend-wrong": lambda windows: _extend(windows, True),
    "extend-last-try": lambda windows: windows.shown("extend_last_try"),
    "quit-sheet": lambda windows: _quit_sheet(windows, False),
    "quit-sheet-unknown": lambda windows: _quit_sheet(windows, True),
    "staff-called": _staff_called,
}
