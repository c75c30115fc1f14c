"""What the flow says is on the screen: the person reads where they stand."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import resources
from kiosk.config.desk import load_desk
from kiosk.desk import PublicDesk
from kiosk.failures import FailureName
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import Phase
from kiosk.procedures.load import load_procedure
from kiosk.protocol.messages import SessionTimers
from kiosk.secret import Pin
from kiosk.told import Told
from kiosk.vocabulary import EndReason, ResultKind
from tests.screens.finding import find_button
from ui.ends import words as end_words
from ui.ends.words import Place
from ui.flow.events import Event, Extend, Notice, Overlay, Purpose, Stage, Started
from ui.flow.step import Flow
from ui.screens.content import Content
from ui.session import display
from ui.text import languages
from ui.widgets.controls import Button
from ui.window.window import SessionWindow

PORTAL = "https://portal.example.jp"
TIMERS = SessionTimers(idle=90.0, warning=30.0, pin_idle=45.0, completion=20.0, check_window=60.0, absolute=1800.0)
ASKED: dict[str, Any] = {"tries": 3, "asked": Purpose.LOGIN}
EXTENDING: dict[str, Any] = {"stage": Stage.BROWSE, "overlay": Overlay.EXTEND, "tries": 2, "extend": Extend.ASK}


EXAMPLE = load_procedure(resources.path("procedures", "example.toml"))


def content(url: str = "", idle: float = 0.0, view: QWidget | None = None, **flow: Any) -> Content:
    """This moment of somebody's session, with 17 seconds of the longest time left."""
    made = Flow(procedure="example", **flow)
    return Content(made, {EXAMPLE.id: EXAMPLE}, Pin(), TIMERS, "umbrella", "", url, idle, 17.0, view)


def words(window: SessionWindow) -> str:
    """Every text that a person can read now."""
    QApplication.processEvents()
    shown = [widget for widget in window.findChildren(QWidget) if widget.isVisible()]
    return "\n".join(widget.text() for widget in shown if isinstance(widget, QLabel | Button))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("flow", "url", "said"),
    [
        ({"stage": Stage.CHOOSE}, "", ["マイナポイントの申込み", "カードで申し込みます"]),
        ({"stage": Stage.PREPARE}, "", ["マイナポイントの申込み", "数字4けたの暗証番号"]),
        ({"stage": Stage.PLACE_CARD}, "", ["読み取り機の上に"]),
        ({"stage": Stage.PLACE_CARD, "reading": True}, "", ["カードを\n確かめています"]),
        ({"stage": Stage.PLACE_CARD, "refused": "card_not_my_number", "card": True}, "", ["お問い合わせ番号 C01"]),
        ({"stage": Stage.PLACE_CARD, "for_child": True}, "", ["お子さま"]),
        ({"stage": Stage.ENTER_PIN, **ASKED}, "", ["（あと3回）"]),
        ({"stage": Stage.ENTER_PIN, **ASKED, "busy": True}, "", ["確かめています"]),
        ({"stage": Stage.ENTER_PIN, **ASKED, "for_child": True}, "", ["お子さまのカードの、利用者証明用の番号"]),
        ({"stage": Stage.CHECK, "tries": 2, "asked": Purpose.GATE_CHECK}, "", ["最後の確認です。", "（あと2回）"]),
        ({"stage": Stage.BROWSE, "result": ResultKind.DONE}, "", ["お手続きが完了しました", "もう少し見る"]),
        ({"stage": Stage.BROWSE, "notice": Notice.WITHDRAWN}, "", ["まだ申し込まれていません。"]),
        ({"stage": Stage.BROWSE, "notice": Notice.TOO_LATE}, "", ["時間が過ぎました。まだ申し込まれていません。"]),
        ({"stage": Stage.BROWSE}, f"{PORTAL}/status", ["身に覚えのないサービス"]),
        (
            {"stage": Stage.PROBLEM, "failed_at": Stage.ENTER_PIN, "failure": "pin_blocked"},
            "",
            ["お問い合わせ番号 P02"],
        ),
        ({"stage": Stage.BROWSE, "overlay": Overlay.QUIT_SHEET}, "", ["手続きを続ける"]),
        ({"stage": Stage.BROWSE, "overlay": Overlay.IDLE_WARNING}, "", ["21", "かさ"]),
        ({"stage": Stage.BROWSE, "overlay": Overlay.LIMIT_WARNING}, "", ["17", "かさ"]),
        (EXTENDING, "", ["（あと2回）"]),
    ],
)
def test_the_screen_says_where_the_person_stands(
    window: SessionWindow, flow: dict[str, Any], url: str, said: list[str]
) -> None:
    display.show(window, content(url, 99.0, **flow))
    assert window.current_name() == str(flow.get("overlay") or flow["stage"])
    found = words(window)
    assert [text for text in said if text not in found] == [], found


@pytest.mark.parametrize("flow", [{"stage": Stage.BROWSE}, {"stage": Stage.BROWSE, "failure": "pin_blocked"}])
def test_a_page_without_anything_to_say_has_no_notice_and_no_result(
    window: SessionWindow, flow: dict[str, Any]
) -> None:
    display.show(window, content(f"{PORTAL}/apply", **flow))
    assert not [
        text for text in ("手続きが", "確認できました", "時間が過ぎました", "自分のもの") if text in words(window)
    ]


def test_a_wrong_pin_is_told_on_the_pad(window: SessionWindow) -> None:
    display.show(window, content(stage=Stage.ENTER_PIN, **ASKED))
    display.show_wrong(window, content(stage=Stage.ENTER_PIN, **{**ASKED, "tries": 2}))
    assert "暗証番号がちがいます。3回まちがえると使えなくなります（あと2回）" in words(window)


def test_the_page_itself_is_on_the_screen(window: SessionWindow) -> None:
    page = QLabel("the portal's page")
    display.show(window, content(stage=Stage.BROWSE, view=page))
    assert "the portal's page" in words(window)


def test_screens_that_were_made_anew_are_heard_and_filled_anew(window: SessionWindow) -> None:
    heard: list[Event] = []
    window.posted.connect(heard.append)
    display.show(window, content())
    find_button(window.screens["attract"], "start").click()
    with window.undressed():
        pass
    display.show(window, content())
    assert heard == [Started()]
    find_button(window.screens["attract"], "start").click()
    assert heard == [Started(), Started()]


def test_a_problem_names_the_citizens_line_and_what_to_press_there(qapp: QApplication) -> None:
    del qapp
    window = SessionWindow()
    desk = PublicDesk("0120-95-0178", "平日", {"example": 5})
    window.show()
    display.show(
        window, replace(content(stage=Stage.PROBLEM, failed_at=Stage.ENTER_PIN, failure="pin_blocked"), desk=desk)
    )
    said = words(window)
    window.close()
    assert "0120-95-0178 → 5" in said
    assert "平日" in said


CITY = """
[counters.residents]
name = "市民課"
floor = "1階"
place = "3番"
hours = "8:30〜17:15"
english = "Citizens' Division"

[staff_line]
number = "内線 1234"

[guidance.P02]
form = "第12号"
"""


def test_a_problem_says_where_to_go_and_which_form_is_needed_there(
    window: SessionWindow, qapp: QApplication, tmp_path: Path
) -> None:
    """Only where the city sends people for this very code; the desks' own line is on no screen of a citizen."""
    (tmp_path / "desk.toml").write_text(CITY, encoding="utf-8")
    desk = load_desk(tmp_path / "desk.toml").public()
    for name, sent in (("pin_blocked", True), ("card_not_my_number", False)):
        display.show(window, replace(content(stage=Stage.PROBLEM, failed_at=Stage.ENTER_PIN, failure=name), desk=desk))
        said = words(window)
        assert ("窓口：1階 3番 市民課　8:30〜17:15" in said) is ("書類：第12号" in said) is sent
        assert "1234" not in said
    languages.install(qapp, "vi")
    display.show(
        window, replace(content(stage=Stage.PROBLEM, failed_at=Stage.ENTER_PIN, failure="pin_blocked"), desk=desk)
    )
    assert "Quầy: 1階 3番 市民課 (Citizens' Division) 8:30〜17:15" in words(window)


@pytest.mark.parametrize("failed", ["pin_blocked", None])
def test_an_end_says_where_to_go_and_when_it_is_open(tmp_path: Path, failed: FailureName | None) -> None:
    """After a blocked PIN, and for whoever stopped early and comes again."""
    (tmp_path / "desk.toml").write_text(CITY, encoding="utf-8")
    desk = load_desk(tmp_path / "desk.toml").public()
    reason = EndReason.CARD_UNUSABLE if failed else EndReason.GIVE_UP
    told = Told(EXAMPLE.id, failure=FailureName(failed) if failed else None)
    page = ShowCurtain(Phase.TAKE_CARD, reason=reason, told=told, stay=Stay.READ, left=60)
    facts = dict(end_words.of(page, Place((EXAMPLE,), desk, date(2026, 11, 30)), "ja").facts)
    assert facts["案内先"] == "1階 3番 市民課　8:30〜17:15"
