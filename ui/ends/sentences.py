"""The sentences that the curtain says after an end; their context is the curtain's."""

from kiosk.vocabulary import EndReason, ResultKind
from ui.text.languages import QT_TRANSLATE_NOOP

CONTEXT = "curtain"

THANKS = QT_TRANSLATE_NOOP("curtain", "ありがとうございました")
RESULTS = {
    ResultKind.DONE: QT_TRANSLATE_NOOP("curtain", "お手続きが完了しました"),
    ResultKind.NOT_DONE: QT_TRANSLATE_NOOP("curtain", "お手続きは、できていません"),
    ResultKind.UNKNOWN: QT_TRANSLATE_NOOP("curtain", "お手続きの結果は、まだ分かりません"),
}
ASK_ABOUT_RESULT = {
    ResultKind.NOT_DONE: QT_TRANSLATE_NOOP("curtain", "分からないことは、下の窓口でお尋ねください。"),
    ResultKind.UNKNOWN: QT_TRANSLATE_NOOP("curtain", "もう一度申し込まずに、職員にお尋ねください。"),
}
TO_COUNTER = QT_TRANSLATE_NOOP("curtain", "窓口でご案内します")
TO_STAFF = QT_TRANSLATE_NOOP("curtain", "職員にお声がけください")
AGAIN = QT_TRANSLATE_NOOP("curtain", "またお越しください")
WIPED = QT_TRANSLATE_NOOP("curtain", "情報を消しました")

#: Labels of the facts.
WHAT = QT_TRANSLATE_NOOP("curtain", "内容")
FINAL = QT_TRANSLATE_NOOP("curtain", "確定日")
LOOK_UP = QT_TRANSLATE_NOOP("curtain", "確かめ方")
WHY = QT_TRANSLATE_NOOP("curtain", "理由")
NEXT = QT_TRANSLATE_NOOP("curtain", "これから")
WHERE = QT_TRANSLATE_NOOP("curtain", "案内先")
WHEN = QT_TRANSLATE_NOOP("curtain", "来られる日")
BRING = QT_TRANSLATE_NOOP("curtain", "持ち物")
PHONE = QT_TRANSLATE_NOOP("curtain", "電話")
MENU = QT_TRANSLATE_NOOP("curtain", "%1（音声案内 %2番）")
NUMBER = QT_TRANSLATE_NOOP("curtain", "お問い合わせ番号")

ANY_DAY = QT_TRANSLATE_NOOP("curtain", "いつでも、もう一度はじめから手続きできます。入力した内容は残っていません。")
FROM_DAY = QT_TRANSLATE_NOOP("curtain", "%1から手続きできます。")
COUNTER = QT_TRANSLATE_NOOP("curtain", "市民課の窓口")

TAKE_CARD = QT_TRANSLATE_NOOP("curtain", "カードを\nお取りください")
BELONGINGS = QT_TRANSLATE_NOOP("curtain", "お忘れ物はございませんか")
SLIP = QT_TRANSLATE_NOOP("curtain", "消去の控え")
PRINT = QT_TRANSLATE_NOOP("curtain", "控えを印刷する")
PRINTING = QT_TRANSLATE_NOOP("curtain", "印刷しています")
PRINTED = QT_TRANSLATE_NOOP("curtain", "印刷しました")
NOT_PRINTED = QT_TRANSLATE_NOOP("curtain", "印刷できませんでした。職員にお声がけください。")
NOTHING_LEFT = QT_TRANSLATE_NOOP("curtain", "お客さまの情報は、この端末に残っていません。")
MADE_SURE = QT_TRANSLATE_NOOP("curtain", "%1に確かめました。")
CLOSES = QT_TRANSLATE_NOOP("curtain", "この画面は、あと%1秒で閉じます。")
STAYS = QT_TRANSLATE_NOOP("curtain", "職員が確認するまで、この画面のままです。")
LONGER = QT_TRANSLATE_NOOP("curtain", "もう少し見る")
UNDERSTOOD = QT_TRANSLATE_NOOP("curtain", "分かりました")
SEEN = QT_TRANSLATE_NOOP("curtain", "職員が確認しました")

#: End reason -> its sentence, where the customer did not end the session.
REASONS = {
    EndReason.IDLE: QT_TRANSLATE_NOOP("curtain", "しばらく操作がなかったので、終わりました。"),
    EndReason.ABSOLUTE_LIMIT: QT_TRANSLATE_NOOP("curtain", "使える時間が過ぎたので、終わりました。"),
    EndReason.CARD_REMOVED: QT_TRANSLATE_NOOP("curtain", "カードがはずれたので、終わりました。"),
    EndReason.CARD_CHANGED: QT_TRANSLATE_NOOP("curtain", "ちがうカードに替わったので、終わりました。"),
    EndReason.CARD_UNUSABLE: QT_TRANSLATE_NOOP("curtain", "この端末では、手続きを続けられませんでした。"),
    EndReason.READER_LOST: QT_TRANSLATE_NOOP("curtain", "カードリーダーが外れたので、終わりました。"),
    EndReason.SESSION_CRASHED: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.SESSION_HUNG: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.RENDERER_DEAD: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.HOLD_LOST: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.PROTOCOL_ERROR: QT_TRANSLATE_NOOP("curtain", "画面の動きが止まったので、終わりました。"),
    EndReason.CERTIFICATE_ERROR: QT_TRANSLATE_NOOP("curtain", "安全に接続できないため、終了しました。"),
    EndReason.PORTAL_FAILED: QT_TRANSLATE_NOOP("curtain", "サイトにつながらないので、終わりました。"),
    EndReason.PORTAL_REFUSED: QT_TRANSLATE_NOOP("curtain", "サイトで手続きを進められないため、終了しました。"),
    EndReason.COMMIT_UNCHECKED: QT_TRANSLATE_NOOP(
        "curtain", "申込みの結果が分かりません。もう一度申し込まずに、職員と申込状況を確認してください。"
    ),
    EndReason.SUSPECTED_MIXUP: QT_TRANSLATE_NOOP(
        "curtain", "ほかの方の情報が見えたかもしれません。そのまま職員をお呼びください。"
    ),
    EndReason.STAFF_ABORT: QT_TRANSLATE_NOOP("curtain", "職員が手続きを終了しました。"),
    EndReason.TERMINAL_FAILED: QT_TRANSLATE_NOOP("curtain", "この端末に不具合があったので、終わりました。"),
    EndReason.DISPLAY_CHANGED: QT_TRANSLATE_NOOP("curtain", "画面のつなぎ方が変わったので、終わりました。"),
}
