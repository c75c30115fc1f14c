"""The texts of the staff panel; Japanese only."""

from collections.abc import Mapping

from kiosk.audit import words as audit_words
from kiosk.desk import Contact
from kiosk.failures import FailureName
from kiosk.lifecycle.states import Phase
from kiosk.reports.paper import Printed
from kiosk.reports.situation import Situation
from kiosk.vocabulary import Call, EndReason

#: Phase -> (the terminal's state, the customer's screen).
STATE = {
    Phase.STARTING: ("準備中です。前の残りを消しています。", "準備しています"),
    Phase.PREPARING: ("次の画面を準備しています。", "準備しています"),
    Phase.READY: ("次の方をお待ちしています。", "前の方の情報は残っていません／始める"),
    Phase.SERVING: ("利用中です。画面は職員パネルでかくれています。", "（手続きの画面）"),
    Phase.AWAY: ("カードがはずれています。", "カードがはずれました"),
    Phase.WIPING: ("情報を消しています。", "お客さまの情報を消しています"),
    Phase.TAKE_CARD: ("消去を確認しました。カードが残っています。", "カードをお取りください"),
    Phase.CLOSED: ("閉じています。「始業する・再開する」を押すまで開きません。", "休止中です／受付は終了しました"),
    Phase.UNAVAILABLE: ("いま使えません。直ると自動で戻ります。", "ただいま使えません"),
    Phase.OUT_OF_SERVICE: ("使用を中止しています。", "この端末は使用を中止しています"),
}
REASON = {
    EndReason.FINISHED: "終わるを押した",
    EndReason.NEXT_CUSTOMER: "次の方に交代",
    EndReason.GIVE_UP: "手続きをやめた",
    EndReason.IDLE: "操作なし",
    EndReason.ABSOLUTE_LIMIT: "時間の上限",
    EndReason.CARD_REMOVED: "カードが外れた",
    EndReason.CARD_CHANGED: "別のカード",
    EndReason.CARD_UNUSABLE: "使えないカード",
    EndReason.READER_LOST: "カードリーダーが外れた",
    EndReason.SCREEN_LOCKED: "画面のロック",
    EndReason.DISPLAY_CHANGED: "画面の変更",
    EndReason.SUSPEND: "スリープ",
    EndReason.SHUTDOWN: "端末の終了",
    EndReason.PORTAL_FAILED: "サイトの不具合",
    EndReason.CERTIFICATE_ERROR: "サイトの不具合",
    EndReason.STAFF_ABORT: "職員の中断",
    EndReason.TERMINAL_FAILED: "端末の不具合",
    EndReason.SUSPECTED_MIXUP: "取り違えの疑い",
    EndReason.PORTAL_REFUSED: "サイトの「申込済み」など",
    EndReason.RECYCLED: "定期の入れ替え",
    EndReason.COMMIT_UNCHECKED: "結果が不明",
    EndReason.SESSION_CRASHED: "画面の異常終了",
    EndReason.SESSION_HUNG: "画面の応答なし",
    EndReason.RENDERER_DEAD: "ページの異常終了",
    EndReason.HOLD_LOST: "ページの異常終了",
    EndReason.PROTOCOL_ERROR: "画面の異常終了",
}
#: What was seen, for the report of a suspected mix-up: fixed choices, so that no name can be typed.
SEEN = {
    "other_person": "ほかの人の情報が見えた",
    "already_applied": "申し込んでいないのに「申込済み」と出た",
    "id_in_use": "決済サービスが「使用中」と出た",
    "wrong_card": "ほかの人のカードで手続きした",
}
WHEN = {"now": "いまの利用", "before": "1つ前の利用", "earlier": "今日、それより前"}
#: The question of each group of choices.
QUESTIONS = {"seen": "何がありましたか", "when": "いつの利用ですか", "mark": "その利用のしるし"}
#: What became of a report that staff had printed.
PRINTED = {
    Printed.DONE: "印刷しました。プリンターから取ってください。",
    Printed.WAITING: "まだ印刷されていません。プリンターの電源、紙、ふたを確かめてください。\n"
    "次の方の消去で、印刷待ちは取り消されます。",
    Printed.FAILED: "印刷できませんでした。日報は保存してあります。情報システム担当に連絡してください。",
}
#: Why the terminal calls, for staff alone.
CALL = {
    Call.PERSON: "利用者が「職員を呼ぶ」を押しました。",
    Call.PIN_BLOCKED: "暗証番号を3回まちがえました。カードの暗証番号は使えなくなっています。",
    Call.CARD_LEFT: "読み取り機にカードが置き忘れられています。",
    Call.MIXUP: "取り違えの疑いで利用を終えました。前の方の情報は消えています。",
    Call.REPORT: "市がまだ確認していない取り違えの疑いの報告があります。責任者に連絡してください。",
}
#: The code that staff read about with a call.
FAILURE_OF_CALL: Mapping[Call | None, FailureName] = {
    Call.PIN_BLOCKED: FailureName.PIN_BLOCKED,
    Call.MIXUP: FailureName.SUSPECTED_MIXUP,
}


def about(now: Situation, titles: Mapping[str, str]) -> str:
    """The running session in a line: procedure, page, language, and since when."""
    chosen = f"{titles.get(now.procedure, now.procedure)}（第{now.version}版）" if now.procedure else "手続きは選択前"
    spoken = audit_words.language(now.language)
    page = f"　画面{now.step}" if now.step else ""
    return f"{chosen}{page}　言語：{spoken}　開始 {now.began_at[11:16]}"


def own_line(line: Contact) -> str:
    """The desks' own line, for staff alone."""
    if not line.number:
        return ""
    checked = f"　確認日 {line.checked:%Y-%m-%d}" if line.checked else "　番号は未確認です"
    return f"窓口専用の連絡先（職員だけ）\n{line.number}　{line.name}\n{line.hours}{checked}"
