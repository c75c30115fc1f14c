"""The closed words of a case. Every member says its Japanese word as ``ja``; nothing here can hold a name."""

from enum import StrEnum, unique
from typing import Self


class Word(StrEnum):
    """A word with its Japanese form: ``MEMBER = "value", "日本語"``."""

    ja: str

    def __new__(cls, value: str, ja: str) -> Self:
        """A member; the Japanese form is no part of the value."""
        made = str.__new__(cls, value)
        made._value_, made.ja = value, ja
        return made


@unique
class Person(Word):
    """The two people of a case, by letter only."""

    A = "A", "A"
    B = "B", "B"


@unique
class Role(Word):
    """Who writes: the terminal by itself, the contractor at the desk, the city."""

    TERMINAL = "terminal", "端末"
    CONTRACTOR = "contractor", "受託者"
    CITY = "city", "市"


@unique
class Notice(Word):
    """The three times at which a case became known. The last two are set by people."""

    DETECTED = "detected", "検知（端末）"
    CONTRACTOR = "contractor", "覚知（受託者）"
    CITY = "city", "覚知（市）"


@unique
class Measure(Word):
    """The measures of the programme; ``points`` are yen."""

    NEW_CARD = "new_card", "マイナンバーカード"
    HEALTH_INSURANCE = "health_insurance", "健康保険証"
    ACCOUNT = "account", "公金受取口座"

    @property
    def points(self) -> int:
        """Points of the second round."""
        return 5000 if self is Measure.NEW_CARD else 7500


@unique
class Finding(Word):
    """What was seen at a visit, in the order of the list on the screen."""

    RENEWED_TODAY = "renewed_today", "証明書を当日更新していた"
    STOPPED = "stopped", "手続きを中止して帰宅した"
    LOGOUT_UNCONFIRMED = "logout_unconfirmed", "ログアウトを確認していない"
    LOGIN_UNCONFIRMED = "login_unconfirmed", "次の方のログインを確認していない"
    APPLIED = "applied", "申込みをした"
    NOT_APPLIED = "not_applied", "「申込されていない」と表示"
    ALREADY_REGISTERED = "already_registered", "「既に登録済み」と表示"
    APPLIED_BY_OTHER = "applied_by_other", "覚えのない「申請済」と表示"
    CANCEL_REQUESTED = "cancel_requested", "取消しを依頼した"
    REAPPLY_REFUSED = "reapply_refused", "一部の施策だけ「再申請不可」と表示"
    CONTACT_DISCLOSED = "contact_disclosed", "相手方の連絡先を伝えてしまった"


@unique
class Answer(Word):
    """The answer of a help line."""

    OTHER_ID = "other_id", "別のIDで申込み可能"
    BETWEEN_THEMSELVES = "between_themselves", "当事者同士で解決"
    CANCEL_TWO_MONTHS = "cancel_two_months", "取消しを依頼。最長2か月"
    ASKED_ON = "asked_on", "確認して折り返す"
    UNKNOWN = "unknown", "分からない"

    @property
    def followed(self) -> bool:
        """False for answers that bury a case: the desk does not follow them, the city's officer decides."""
        return self not in (Answer.OTHER_ID, Answer.BETWEEN_THEMSELVES)

    @property
    def handling(self) -> str:
        """What the desk does with the answer."""
        return "答えのとおり" if self.followed else "従わず、市の担当へ"


@unique
class Redress(Word):
    """How far a measure of one person is put right."""

    GRANTED_TO_OTHER = "granted_to_other", "付与済（他者）"
    CANCEL_REQUESTED = "cancel_requested", "取消依頼中"
    MAY_REAPPLY = "may_reapply", "再申込可"
    NEGOTIATING = "negotiating", "再申請不可→国と協議中"
    REDRESSED = "redressed", "救済済"


@unique
class Familiarity(Word):
    """The desk's triage: does the person know of the application that was found."""

    YES = "yes", "本人に心当たりあり"
    NO = "no", "本人に心当たりなし"
    UNCLEAR = "unclear", "本人に心当たり不明"


@unique
class Superior(Word):
    """The escalation inside the city, in this order."""

    DEPARTMENT = "department", "部長"
    DEPUTY_MAYOR = "deputy_mayor", "副市長"
    MAYOR = "mayor", "市長"


@unique
class Paper(Word):
    """What the city requests of the contractor."""

    ACCOUNT = "account", "顛末書"
    IMPROVEMENT = "improvement", "業務改善計画書"


@unique
class Receipt(Word):
    """The two receipts of a paper: it came, and its content was examined."""

    ACCEPTED = "accepted", "受領1（受付）"
    EXAMINED = "examined", "受領2（内容確認）"


@unique
class Action(Word):
    """What the contractor's desk cannot do; each attempt is a line."""

    CLOSE = "close", "閉じる"
    DELETE = "delete", "消す"
    HIDE = "hide", "隠す"


@unique
class Refusal(Word):
    """Why a line has no effect. It stays in the history and is shown as an attempt."""

    NOT_ALLOWED = "not_allowed", "この役割にはできません"
    NO_CASE = "no_case", "その番号の事案はありません"
    ALREADY_THERE = "already_there", "その番号の事案がもうあります"
    CLOSED = "closed", "閉じた事案です"
    NOT_LISTED = "not_listed", "市の一覧にない語です"
    WRONG_STEP = "wrong_step", "この順には進めません"
    NOT_REDRESSED = "not_redressed", "救済が済んでいない施策があります"
    NOT_NOTICED = "not_noticed", "市の覚知がありません"
    PAPERS_DUE = "papers_due", "受領していない書類があります"
    NOT_REQUESTED = "not_requested", "求めていない書類です"
