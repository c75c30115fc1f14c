"""What the check of the audit files found, as values with their Japanese words. Pure."""

from dataclasses import dataclass
from enum import StrEnum, unique


@unique
class Kind(StrEnum):
    """A kind of finding; its value is the Japanese word for it."""

    DAMAGED = "変えられた、または読めない行"
    MISSING = "行の欠け"
    UNLINKED = "前の行につながらない行"
    MISPLACED = "二重の行、または順序のちがう行"
    UNDECLARED = "決められた形にない行"
    SIGNATURE = "正しくない署名"
    UNKNOWN_KEY = "登録のない署名の鍵"
    NO_KEY = "端末の鍵の登録なし"
    RESTARTED = "端末が記録のつながりを始め直した"
    OLDER = "前の記録がない（削除の記録もない）"
    EMPTY = "読める行がない"
    UNREADABLE = "読めないファイル"
    ABSENT = "端末の記録がない"
    UNLISTED = "登録のない端末"
    SAME_NAME = "同じ名前の端末の別の記録"
    RENAMED = "端末の名前が途中で変わった"
    PACKAGE = "書き出し（kiosk export）が壊れているか、変えられている"
    CUT = "書き出しの控えにある最後の行がない"
    REPLACED = "前の書き出しの最後の行と、中身がちがう"
    TRAINING = "研修用の記録（証拠にならない）"
    NO_DAY = "記録のない日"
    WRONG_CLOCK = "端末の時計が半日以上動いた（日付が確かでない）"
    CLOCK = "端末の時計が10分以上動いた"
    NEW_KEY = "署名の鍵が新しくなった（登録あり）"


#: Worth knowing, and no reason to doubt what the lines say.
NOTES = frozenset({Kind.UNLISTED, Kind.RENAMED, Kind.CLOCK, Kind.NEW_KEY})


@dataclass(frozen=True)
class Finding:
    """One finding. ``since``, ``until``: local times (ISO) between which nothing is sure; empty: open on that side.

    ``line``: the number of a line of the audit file, 0 for none.
    """

    terminal: str
    kind: Kind
    since: str = ""
    until: str = ""
    line: int = 0

    @property
    def doubts(self) -> bool:
        """Whether the lines of this time do not prove that nothing happened."""
        return self.kind not in NOTES
