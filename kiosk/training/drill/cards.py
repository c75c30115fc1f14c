"""Scenarios B: swapped cards, loose contact, foreign cards, a missing reader; and C2, a card with the same PIN."""

from contextlib import closing

from kiosk.cards.apdu import exchange, select_application
from kiosk.cards.mynumber import AID_JPKI
from kiosk.cards.transport import Disposition, Share
from kiosk.failures import FailureName
from kiosk.training.cards.persons import load_persons
from kiosk.training.drill.desk import Desk, expect, pause
from kiosk.training.drill.scenario import Scenario
from kiosk.training.reader.readers import service_maker
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B
from kiosk.vocabulary import EndReason

SELECT = select_application(AID_JPKI)
#: VERIFY with the software card's PIN, and a signature with its key, as any other program could send them.
VERIFY = bytes.fromhex("0020009804") + A.pin.encode("ascii")
SIGN = bytes.fromhex("802A009733" + "3031300D060960864801650304020105000420" + "22" * 32 + "00")
REFUSED, SIGNED = "6982", "9000"
SAME_PIN = "saburo"
#: Seconds for which another program holds the card; the wipe waits up to 3.
HELD = 1.0
FOREIGN = {
    "transport": FailureName.CARD_NOT_MY_NUMBER,
    "bank": FailureName.CARD_NOT_MY_NUMBER,
    "old_juki": FailureName.CARD_OLD_JUKI,
}


def swapped_in_the_grace(desk: Desk) -> str:
    """B1: another card is placed within the grace period. The session ends; no PIN is presented to it."""
    visit = desk.log_in()
    desk.station("restore", person=B.person)
    desk.control.take()
    desk.control.wait_phase("away")
    desk.control.place(B.person)
    seen = desk.check_ended(visit, EndReason.CARD_CHANGED)
    expect("PINs presented to the other card", 0, desk.verifications(B.person))
    desk.check_card_waits()
    return seen


def swapped_before_the_check(desk: Desk) -> str:
    """B2: swapped between 「申し込む」 and the second check. There is no grace period; nothing is sent."""
    visit = desk.reach_check()
    desk.station("restore", person=B.person)
    desk.control.swap(B.person)
    seen = desk.check_ended(visit, EndReason.CARD_REMOVED)
    expect("final requests", 0, len(desk.requests("POST", "/apply")))
    expect("PINs presented to the other card", 0, desk.verifications(B.person))
    desk.check_card_waits()
    return f"nothing sent; {seen}"


def same_pin(desk: Desk) -> str:
    """C2: another card with the same PIN. The certificate decides, not the PIN; no PIN is presented to it."""
    visit = desk.log_in()
    expect("the same PIN", A.pin, load_persons()[SAME_PIN].pin)
    desk.station("restore", person=SAME_PIN)
    desk.control.swap(SAME_PIN)
    seen = desk.check_ended(visit, EndReason.CARD_CHANGED)
    expect("PINs presented to the other card", 0, desk.verifications(SAME_PIN))
    desk.check_card_waits()
    return seen


def flutters(desk: Desk) -> str:
    """B4: the card is removed and placed ten times in a second. No crash, no PIN try used; it ends or goes on."""
    visit = desk.log_in()
    before = desk.verifications(A.person)
    for _ in range(10):
        desk.control.take()
        pause(0.05)
        desk.control.place(A.person)
        pause(0.05)
    desk.control.wait_until("serving or take_card", lambda: desk.phase() in ("serving", "take_card"))
    expect("PINs presented meanwhile", before, desk.verifications(A.person))
    if desk.phase() == "take_card":
        seen = desk.check_ended(visit, EndReason.CARD_REMOVED)
    else:
        expect("the same process goes on", visit.pid, desk.visit().pid)
        desk.hardware_key()
        seen = f"went on; {desk.check_ended(visit, EndReason.NEXT_CUSTOMER)}"
    desk.check_card_waits()
    return seen


def held_by_another_program(desk: Desk) -> str:
    """B11: another program holds the card exclusively when the session ends. The wipe waits for it."""
    visit = desk.log_in()
    with closing(service_maker(desk.terminal.settings)()) as service:
        reader = service.observe(None, 1.0).readers[0].name
        connection = service.connect(reader, Share.EXCLUSIVE)
        desk.hardware_key()
        desk.control.wait_phase("wiping")
        pause(HELD)
        expect("phase while the card is held", "wiping", desk.phase())
        connection.disconnect(Disposition.LEAVE)
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    desk.check_card_waits()
    return f"held for {HELD:g} s; {seen}"


def wobbles(desk: Desk) -> str:
    """B3: the same card is removed and placed again: covered meanwhile, then it goes on. Not during the check."""
    visit = desk.log_in()
    desk.control.take()
    desk.control.wait_phase("away")
    expect("covered", True, desk.control.terminal()["covered"])
    desk.control.place(A.person)
    desk.control.wait_phase("serving")
    expect("the same process goes on", visit.pid, desk.visit().pid)
    walk.fill_in(desk.control, A)
    desk.control.page_press("#apply")
    desk.control.wait_stage("check")
    desk.control.take()
    seen = desk.check_ended(visit, EndReason.CARD_REMOVED)
    desk.wait_for_attract()
    return f"went on; during the check {seen}"


def closed_after_use(desk: Desk) -> str:
    """B5: after the login and after the wipe, another program requests a signature from the card without a PIN.

    With the PIN it gets one, which shows that the check is able to fail.
    """
    visit = desk.log_in()
    expect("signature after the login", REFUSED, another_program(desk, SIGN))
    desk.hardware_key()
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    expect("signature after the wipe", REFUSED, another_program(desk, SIGN))
    expect("signature with the PIN", SIGNED, another_program(desk, VERIFY, SIGN))
    desk.check_card_waits()
    return f"another program was refused ({REFUSED}); {seen}"


def another_program(desk: Desk, *commands: bytes) -> str:
    """The card's last status word, in hex, to commands of a program that is not the kiosk."""
    answer = b""
    with closing(service_maker(desk.terminal.settings)()) as service:
        reader = service.observe(None, 1.0).readers[0].name
        connection = service.connect(reader, Share.SHARED)
        exchange(connection, SELECT).expect_ok()
        for command in commands:
            answer = connection.transmit(command)
        connection.disconnect(Disposition.UNPOWER if VERIFY in commands else Disposition.LEAVE)
    return answer[-2:].hex()


def _wait_refused(desk: Desk, failure: FailureName) -> None:
    refused = lambda: desk.control.customer().get("refused") == failure  # noqa: E731 - it reads like the scenario
    desk.control.wait_until(f"{failure} on the question for the card", refused)


def foreign_cards(desk: Desk) -> str:
    """B7: each kind of foreign card has its own message and no PIN pad, and is changed for the right one at once."""
    for person, failure in FOREIGN.items():
        visit = desk.place_card(person)
        _wait_refused(desk, failure)
        expect("PINs presented", 0, desk.verifications(person))
        desk.station("restore", person=A.person)
        desk.control.take()
        desk.control.place(A.person)
        desk.control.wait_stage("enter_pin")
        desk.hardware_key()
        desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
        desk.check_card_waits()
    return f"{len(FOREIGN)} kinds of cards recognised, no PIN pad shown"


def reader_unplugged(desk: Desk) -> str:
    """B9: the session ends as after a removal; the terminal is unavailable until the reader is back."""
    visit = desk.log_in()
    desk.station("unplug")
    seen = desk.check_ended(visit, EndReason.READER_LOST)
    desk.control.wait_phase("unavailable")
    expect("failure shown", FailureName.READER_MISSING, desk.control.terminal()["failure"])
    desk.control.take()
    desk.station("plug")
    desk.wait_for_attract()
    return f"{seen}; back by itself"


def service_restarts(desk: Desk) -> str:
    """B10: the smart-card service stops and starts again."""
    visit = desk.log_in()
    desk.station("stop_service")
    seen = desk.check_ended(visit, EndReason.READER_LOST)
    desk.control.wait_phase("unavailable")
    expect("failure shown", FailureName.PCSC_UNAVAILABLE, desk.control.terminal()["failure"])
    desk.control.take()
    desk.station("start_service")
    desk.wait_for_attract()
    return f"{seen}; back by itself"


ORDINARY = (
    Scenario(("B1",), "card swapped within the grace", swapped_in_the_grace),
    Scenario(("B2",), "card swapped between confirm and check", swapped_before_the_check),
    Scenario(("B3",), "card wobbles", wobbles),
    Scenario(("B4",), "card flutters", flutters),
    Scenario(("B5",), "card is closed after every use", closed_after_use),
    Scenario(("B7",), "foreign cards", foreign_cards),
    Scenario(("B9",), "reader unplugged and back", reader_unplugged),
    Scenario(("B10",), "smart-card service stops and starts", service_restarts),
    Scenario(("B11",), "card held by another program", held_by_another_program),
    Scenario(("C2",), "other card with the same PIN", same_pin),
)
