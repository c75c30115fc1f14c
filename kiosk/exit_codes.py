"""Exit codes of all programs of the kiosk: the one list. ``docs/operations.md`` explains them to IT."""

from enum import IntEnum
from typing import Self


class ExitCode(IntEnum):
    """A code with its sentence for ``docs/operations.md``, in English and in Japanese."""

    english: str
    japanese: str

    OK = 0, "done; `kiosk run`: stopped in order", "終了した。`kiosk run` では、正しい手順で停止した"
    CHECK_FAILED = (
        1,
        "a check failed: the audit chain does not hold, the staff code was refused",
        "検査に失敗した。監査記録の連鎖が合わない、職員コードが受け付けられなかったなど",
    )
    WRONG_USE = (
        2,
        "wrong use or wrong configuration: the message names file, key, value and what is allowed",
        "使い方または設定の誤り。ファイル、項目、値、許される値を表示する",
    )
    REFUSED = (
        3,
        "`kiosk run` refused to start; every reason is printed",
        "`kiosk run` が開始を拒否した。理由をすべて表示する",
    )
    OUT_OF_SERVICE = 4, "`kiosk run` was stopped while out of service", "`kiosk run` が休止中に停止された"
    UNEXPECTED = (
        70,
        "an unexpected reason; type and place are in the log, never a traceback on the screen",
        "予期しない理由による終了。種類と場所をログに残し、画面には何も出さない",
    )
    UNWATCHED = (
        72,
        "only the session process: the supervisor was silent, so it ended itself",
        "セッションのプロセスだけ。監督プロセスからの連絡が途絶えたため、自ら終了した",
    )

    def __new__(cls, code: int, english: str, japanese: str) -> Self:
        """The number is the value; both sentences go with it."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.english, member.japanese = english, japanese
        return member
