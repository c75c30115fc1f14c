"""The curtain's texts, shown in Japanese and a second language: the session's or English."""

from kiosk.vocabulary import EndReason
from ui.text import languages
from ui.text.languages import QT_TRANSLATE_NOOP

CONTEXT = "curtain"

STARTING = QT_TRANSLATE_NOOP("curtain", "準備しています")
STARTING_ABOUT = QT_TRANSLATE_NOOP("curtain", "しばらくお待ちください。")
AWAY = QT_TRANSLATE_NOOP("curtain", "カードが\nはずれました")
AWAY_ABOUT = QT_TRANSLATE_NOOP("curtain", "%1秒以内に戻さないと、入力した内容が消えます。")
AWAY_CHECKING = QT_TRANSLATE_NOOP("curtain", "カードを\n確かめています")
WIPING = QT_TRANSLATE_NOOP("curtain", "お客さまの情報を\n消しています")
WIPING_ABOUT = QT_TRANSLATE_NOOP("curtain", "しばらくお待ちください。")
TAKE_CARD = QT_TRANSLATE_NOOP("curtain", "カードを\nお取りください")
WIPED = QT_TRANSLATE_NOOP("curtain", "情報を\n消しました")
ASK_STAFF = QT_TRANSLATE_NOOP("curtain", "職員をお呼びください。")
CLOSED = QT_TRANSLATE_NOOP("curtain", "この端末は\n使用を中止しています")
NOT_READY = QT_TRANSLATE_NOOP("curtain", "ただいま\n使えません")

PANEL_WIPING = QT_TRANSLATE_NOOP("curtain", "お客さまの情報を消しています")
PANEL_WIPED = QT_TRANSLATE_NOOP("curtain", "お客さまの情報を消しました")
PANEL_STAFF = QT_TRANSLATE_NOOP("curtain", "職員の方へ")
FOOT = QT_TRANSLATE_NOOP("curtain", "端末 %1　%2　消去の記録 No. %3")
FOOT_WIPING = QT_TRANSLATE_NOOP("curtain", "端末 %1")
SECONDS = QT_TRANSLATE_NOOP("curtain", "%1 秒")
STEP_SKIPPED = QT_TRANSLATE_NOOP("curtain", "%1（必要なし）")
STEP_FAILED = QT_TRANSLATE_NOOP("curtain", "%1（失敗）")
ROW_TAKE_CARD = QT_TRANSLATE_NOOP("curtain", "カードをお取りください")
CODE = QT_TRANSLATE_NOOP("curtain", "お問い合わせ番号 %1")
CALL = QT_TRANSLATE_NOOP("curtain", "連絡先　%1")
READERS = QT_TRANSLATE_NOOP("curtain", "つながっているカードリーダー")
NO_READERS = QT_TRANSLATE_NOOP("curtain", "つながっているカードリーダーは、ありません")

#: Wipe step -> (text while it is to do, text when it is done).
STEPS = {
    "curtain": (QT_TRANSLATE_NOOP("curtain", "画面をかくす"), QT_TRANSLATE_NOOP("curtain", "画面をかくしました")),
    "portal_logout": (
        QT_TRANSLATE_NOOP("curtain", "サイトからログアウトする"),
        QT_TRANSLATE_NOOP("curtain", "サイトからログアウトしました"),
    ),
    "processes": (
        QT_TRANSLATE_NOOP("curtain", "プログラムを終わらせる"),
        QT_TRANSLATE_NOOP("curtain", "プログラムを終わらせました"),
    ),
    "card": (
        QT_TRANSLATE_NOOP("curtain", "カードの電源を切る"),
        QT_TRANSLATE_NOOP("curtain", "カードの電源を切りました"),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("curtain", "保存した場所を消す"),
        QT_TRANSLATE_NOOP("curtain", "保存した場所を消しました"),
    ),
    "clipboard": (
        QT_TRANSLATE_NOOP("curtain", "コピーした内容を消す"),
        QT_TRANSLATE_NOOP("curtain", "コピーした内容を消しました"),
    ),
    "print_queue": (
        QT_TRANSLATE_NOOP("curtain", "印刷の予約を取り消す"),
        QT_TRANSLATE_NOOP("curtain", "印刷の予約を取り消しました"),
    ),
}

#: End reason -> its sentence, where the customer did not end the session.
REASONS = {
    EndReason.IDLE: QT_TRANSLATE_NOOP("curtain", "しばらく操作がなかったので、終わりました。"),
    EndReason.ABSOLUTE_LIMIT: QT_TRANSLATE_NOOP("curtain", "使える時間が過ぎたので、終わりました。"),
    EndReason.CARD_REMOVED: QT_TRANSLATE_NOOP("curtain", "カードがはずれたので、終わりました。"),
    EndReason.CARD_CHANGED: QT_TRANSLATE_NOOP("curtain", "ちがうカードが置かれたので、終わりました。"),
    EndReason.CARD_UNUSABLE: QT_TRANSLATE_NOOP("curtain", "このカードは、ここでは使えませんでした。"),
    EndReason.READER_LOST: QT_TRANSLATE_NOOP("curtain", "カードリーダーが外れたので、終わりました。"),
    EndReason.SESSION_CRASHED: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.SESSION_HUNG: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.RENDERER_DEAD: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.HOLD_LOST: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.PROTOCOL_ERROR: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.CERTIFICATE_ERROR: QT_TRANSLATE_NOOP("curtain", "サイトの安全を確かめられないので、終わりました。"),
    EndReason.PORTAL_FAILED: QT_TRANSLATE_NOOP("curtain", "サイトにつながらないので、終わりました。"),
    EndReason.COMMIT_UNCHECKED: QT_TRANSLATE_NOOP(
        "curtain", "申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。"
    ),
    EndReason.SUSPECTED_MIXUP: QT_TRANSLATE_NOOP(
        "curtain", "ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。"
    ),
    EndReason.STAFF_ABORT: QT_TRANSLATE_NOOP("curtain", "職員が終わらせました。"),
    EndReason.TERMINAL_FAILED: QT_TRANSLATE_NOOP("curtain", "この端末に不具合があったので、終わりました。"),
    EndReason.DISPLAY_CHANGED: QT_TRANSLATE_NOOP("curtain", "画面のつなぎ方が変わったので、終わりました。"),
}


def japanese(source: str) -> str:
    """The Japanese sentence: the source itself, whatever the current language is."""
    return source


def second(source: str, language: str) -> str:
    """The sentence in the second language."""
    return languages.sentence(language, CONTEXT, source)
