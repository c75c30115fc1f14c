"""Sentences that belong to the flow and not to one screen."""

from PySide6.QtCore import QCoreApplication

from kiosk.languages import JAPANESE
from ui.flow.events import Notice, Stage
from ui.flow.guide import Hint
from ui.text import languages

CONTEXT = "Flow"


def also_in_japanese(sentence: str, language: str = "") -> str:
    """The sentence for staff beside the person, marked as theirs; "" when the language is Japanese already.

    Without the mark it looks like a text that nobody translated. ``language``: the current one, if none is given.
    """
    return "" if (language or languages.language()) in JAPANESE else f"職員の方へ：{sentence}"


def step_label(stage: Stage) -> str:
    """The name of one of the kiosk's own steps; the portal's steps are named in the procedure. Raises KeyError."""
    labels = {
        Stage.PREPARE: QCoreApplication.translate("Flow", "準備"),
        Stage.PLACE_CARD: QCoreApplication.translate("Flow", "カードを置く"),
        Stage.ENTER_PIN: QCoreApplication.translate("Flow", "暗証番号"),
        Stage.CHECK: QCoreApplication.translate("Flow", "もう一度の確認"),
    }
    return labels[stage]


def part_names() -> tuple[str, ...]:
    """The names of the five steps in the bar, in the order of ``Part``."""
    return (
        QCoreApplication.translate("Flow", "準備"),
        QCoreApplication.translate("Flow", "カード"),
        QCoreApplication.translate("Flow", "暗証番号"),
        QCoreApplication.translate("Flow", "お手続き"),
        QCoreApplication.translate("Flow", "完了"),
    )


def hint(kind: Hint) -> str:
    """What the kiosk itself tells people who cannot read the portal's page; "" for nothing."""
    if kind is Hint.PAGES_ARE_JAPANESE:
        return QCoreApplication.translate("Flow", "この先のページは日本語です。押すところを、ここでお知らせします。")
    if kind is Hint.CALL_STAFF:
        return QCoreApplication.translate("Flow", "分からないときは、「職員を呼ぶ」を押してください。")
    return ""


def notice(kind: Notice) -> str:
    """The notice after a check that was not completed: nothing was sent. The kiosk never repeats a request itself."""
    if kind is Notice.TOO_LATE:
        return QCoreApplication.translate(
            "Flow", "時間が過ぎました。まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。"
        )
    return QCoreApplication.translate(
        "Flow", "まだ申し込まれていません。申し込むときは、もう一度「申し込む」を押してください。"
    )
