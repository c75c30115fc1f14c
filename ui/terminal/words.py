"""The curtain's texts, shown in Japanese and a second language: the session's or English."""

from ui.text import languages
from ui.text.languages import QT_TRANSLATE_NOOP

CONTEXT = "curtain"

STARTING = QT_TRANSLATE_NOOP("curtain", "準備しています")
STARTING_ABOUT = QT_TRANSLATE_NOOP("curtain", "しばらくお待ちください。")
AWAY = QT_TRANSLATE_NOOP("curtain", "カードが\n離れました")
AWAY_ABOUT = QT_TRANSLATE_NOOP(
    "curtain", "すぐに、同じカードをもう一度置いてください。\n時間が過ぎると、入力した内容が消えます。"
)
AWAY_ABOUT_SLOT = QT_TRANSLATE_NOOP(
    "curtain", "すぐに、同じカードをもう一度差し込んでください。\n時間が過ぎると、入力した内容が消えます。"
)
AWAY_CHECKING = QT_TRANSLATE_NOOP("curtain", "カードを\n確かめています")
WIPING = QT_TRANSLATE_NOOP("curtain", "お客さまの情報を\n消しています")
WIPING_ABOUT = QT_TRANSLATE_NOOP("curtain", "しばらくお待ちください。")
ASK_STAFF = QT_TRANSLATE_NOOP("curtain", "職員をお呼びください。")
CLOSED = QT_TRANSLATE_NOOP("curtain", "この端末は\n使用を中止しています")
PAUSED = QT_TRANSLATE_NOOP("curtain", "ただいま\n休止中です")
DAY_CLOSED = QT_TRANSLATE_NOOP("curtain", "本日の受付は\n終了しました")
REOPENS = QT_TRANSLATE_NOOP("curtain", "%1に再開する予定です")
IN_A_HURRY = QT_TRANSLATE_NOOP("curtain", "お急ぎの方は、%1へお越しください。")
HELPLINE = QT_TRANSLATE_NOOP("curtain", "お電話でのお問い合わせ　%1　%2")
NOT_READY = QT_TRANSLATE_NOOP("curtain", "ただいま\n使えません")

PANEL_WIPING = QT_TRANSLATE_NOOP("curtain", "お客さまの情報を消しています")
PANEL_STAFF = QT_TRANSLATE_NOOP("curtain", "職員の方へ")
FOOT_WIPING = QT_TRANSLATE_NOOP("curtain", "端末 %1")
STEP_SKIPPED = QT_TRANSLATE_NOOP("curtain", "%1（必要なし）")
STEP_FAILED = QT_TRANSLATE_NOOP("curtain", "%1（失敗）")
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
        QT_TRANSLATE_NOOP("curtain", "手続きのプログラムを終了する"),
        QT_TRANSLATE_NOOP("curtain", "手続きのプログラムを終了しました"),
    ),
    "card": (
        QT_TRANSLATE_NOOP("curtain", "カードとの通信を終える"),
        QT_TRANSLATE_NOOP("curtain", "カードとの通信を終えました"),
    ),
    "folder": (
        QT_TRANSLATE_NOOP("curtain", "一時的な記録を消す"),
        QT_TRANSLATE_NOOP("curtain", "一時的な記録を消しました"),
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


def japanese(source: str) -> str:
    """The Japanese sentence: the source itself, whatever the current language is."""
    return source


def second(source: str, language: str) -> str:
    """The sentence in the second language."""
    return languages.sentence(language, CONTEXT, source)
