"""What happened, event by event, at the desk of 2022 and at a kiosk with the same two people.

Dates and facts are those of the city that reported the case in June 2023; where they are silent the play says so. What
a person sees comes from the portal, not from here.
"""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.cases.entries import Moment, japan
from kiosk.cases.vocabulary import Answer, Finding, Measure, Person
from kiosk.training.koriyama.old_desk import OldDesk
from kiosk.training.koriyama.seen import Seen, finding, status
from kiosk.training.koriyama.stage import A, B, Citizen
from kiosk.training.koriyama.terminal import Terminal
from kiosk.vocabulary import EndReason, ResultKind
from ui.flow.events import Stage as Screen

ALL = tuple(str(measure.value) for measure in Measure)
CARD, INSURANCE, ACCOUNT = ALL
#: Seconds between two people at the kiosk.
_PAUSE = 600


@dataclass(frozen=True)
class Scene:
    """A visit: when, what it is called, how it went at the old desk, how it goes at the kiosk (a sentence each)."""

    when: Moment
    title: str
    old: Callable[[OldDesk], Seen]
    kiosk: Callable[[Terminal], list[str]]


def _a_stops(desk: OldDesk) -> Seen:
    desk.sit_down(A)
    refused = finding(desk.choose(ALL))
    desk.leave()
    return Seen(Person.A, (*refused, Finding.STOPPED))


def _b_applies_as_a(desk: OldDesk) -> Seen:
    logged_in_already = desk.sit_down(B) == "/measures"
    desk.choose((CARD, INSURANCE))
    desk.pay_to(B.services[0])
    applied = finding(desk.confirm())
    desk.log_out()
    desk.leave()
    desk.sit_down(B, "status")
    own = status(desk.text)
    desk.choose((CARD, INSURANCE))
    again = finding(desk.pay_to(B.services[0]))
    _go(desk)
    unconfirmed = (Finding.LOGIN_UNCONFIRMED,) if logged_in_already else ()
    return Seen(Person.B, (*unconfirmed, *applied, own, *again), Answer.OTHER_ID)


def _a_cancels(desk: OldDesk) -> Seen:
    desk.sit_down(A, "status")
    found = status(desk.text)
    cancelled = finding(desk.cancel())
    _go(desk)
    return Seen(Person.A, (found, *cancelled), Answer.CANCEL_TWO_MONTHS)


def _a_applies_for_the_rest(desk: OldDesk) -> Seen:
    desk.sit_down(A)
    refused = finding(desk.choose((INSURANCE,)))
    desk.choose((CARD, ACCOUNT))
    desk.pay_to(A.services[0])
    applied = finding(desk.confirm())
    _go(desk)
    return Seen(Person.A, (*refused, *applied, Finding.CONTACT_DISCLOSED), Answer.BETWEEN_THEMSELVES)


def _b_applies(desk: OldDesk) -> Seen:
    desk.sit_down(B)
    desk.choose(ALL)
    desk.pay_to(B.services[1])
    applied = finding(desk.confirm())
    _go(desk)
    return Seen(Person.B, (*applied, Finding.CONTACT_DISCLOSED), note="（付与されたかは記録にない）")


def _go(desk: OldDesk) -> None:
    """From 13 September on the desk logged everybody out."""
    desk.log_out()
    desk.leave()


def _kiosk_a_stops(kiosk: Terminal) -> list[str]:
    """What A is asked before the login stops it; the rest is for an A who answers wrongly and walks away."""
    stopped = kiosk.sit_down(A, renewed=True) == Screen.PROBLEM and not kiosk.customer.flow.logins
    kiosk.finish()
    kiosk.wait(_PAUSE)
    kiosk.sit_down(A)
    refused = finding(kiosk.choose(ALL))
    kiosk.leave()
    covered = kiosk.covered
    kiosk.wait(_PAUSE)
    return [
        f"「今日、更新しましたか」に「はい」：{'ログインの前に終わる' if stopped else 'ログインに進む'}",
        f"「いいえ」と答えてログインしても：{_words(refused)}",
        f"カードを取ると{'すぐ画面を隠す' if covered else '画面が残る'}。終わった理由：{_last_end(kiosk)}",
    ]


def _kiosk_b_applies(kiosk: Terminal) -> list[str]:
    fresh = kiosk.customer.flow.shown is Screen.ATTRACT and not kiosk.customer.page
    logged_in = kiosk.sit_down(B) == "/measures" and kiosk.customer.flow.logins == 1
    check, result = _apply(kiosk, B)
    begins = "待ち受けの画面から" if fresh else "前の人の画面から"
    return [
        f"{begins}、{'Bのカードでログイン' if logged_in else 'ログインなし'}",
        f"確定の前に{'もう一度カードと暗証番号' if check else '確認なし'}（当時のポータルは求めない）。{result}",
    ]


def _apply(kiosk: Terminal, citizen: Citizen) -> tuple[bool, str]:
    """Apply for everything and go: whether a check was made for it, and the result."""
    kiosk.choose(ALL)
    kiosk.pay_to(citizen.services[0])
    check = kiosk.confirm() is Screen.CHECK
    kiosk.enter_pin(citizen)
    result = kiosk.customer.flow.result
    kiosk.finish()
    kiosk.leave()
    kiosk.wait(_PAUSE)
    return check, "申込み完了" if result is ResultKind.DONE else "申込みはできていない"


def _last_end(kiosk: Terminal) -> str:
    reason = [fields["reason"] for code, fields in kiosk.lines if code == "session_ended"][-1]
    return "カードがなくなった" if reason == EndReason.CARD_REMOVED else str(reason)


def _kiosk_status(citizen: Citizen) -> Callable[[Terminal], list[str]]:
    def look(kiosk: Terminal) -> list[str]:
        kiosk.sit_down(citizen, "status")
        none = status(kiosk.customer.text) is Finding.NOT_APPLIED
        kiosk.leave()
        kiosk.wait(_PAUSE)
        return [
            "申込状況："
            + ("申込みなし（まだ申し込んでいないとおり）" if none else f"{citizen.letter}自身の申込みがある")
        ]

    return look


def _kiosk_a_applies(kiosk: Terminal) -> list[str]:
    kiosk.sit_down(A)
    _, result = _apply(kiosk, A)
    return [f"3施策とも：{result}"]


def _words(findings: tuple[Finding, ...]) -> str:
    return "、".join(item.ja for item in findings)


def _about(month: int, day: int, hour: int, minute: int = 0) -> Moment:
    return Moment(at=japan(2022, month, day, hour, minute), about=True)


SCENES = (
    Scene(_about(9, 12, 10), "A来所1", _a_stops, _kiosk_a_stops),
    Scene(_about(9, 12, 10, 20), "B来所1（直後）", _b_applies_as_a, _kiosk_b_applies),
    Scene(_about(9, 13, 9), "A来所2", _a_cancels, _kiosk_status(A)),
    Scene(_about(10, 23, 10), "A来所3", _a_applies_for_the_rest, _kiosk_a_applies),
    Scene(_about(10, 31, 9), "B来所2", _b_applies, _kiosk_status(B)),
)
#: The programme's own part, before this scene: the date is not known, but it was done when A came on 23 October.
GRANTED_BEFORE = SCENES[3].when
