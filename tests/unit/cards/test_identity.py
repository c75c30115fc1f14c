"""One customer's card: number of commands, comparison, power-off, and no try lost."""

import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from kiosk.cards.apdu import ApduError
from kiosk.cards.identity import (
    CardChanged,
    CardLeftOpen,
    CardSession,
    CertificateMissing,
    NotMyNumberCard,
    PinAbsent,
    PinBlocked,
    WrongPin,
    power_off,
)
from kiosk.cards.mynumber import AID_JPKI
from kiosk.cards.transport import (
    CardAbsent,
    CardBusy,
    CardError,
    CardMute,
    Disposition,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
)
from kiosk.training.cards.software_card import Faults
from tests.support.cards import KEY, typed
from tests.support.desk import MESSAGE, Desk

ISD = "00A4040C07A0000001510000"
SELECT = "00A4040C0A" + AID_JPKI.hex().upper()


def test_login_is_8_and_4_apdus(desk: Desk) -> None:
    reading = desk.read()
    assert (len(reading.certificate), len(desk.trace), desk.slot.state().handles) == (1151, 8, 1)
    signature = desk.sign(reading)
    assert len(desk.trace) == 12
    key = x509.load_der_x509_certificate(reading.certificate).public_key()
    assert isinstance(key, rsa.RSAPublicKey)
    key.verify(signature, MESSAGE, padding.PKCS1v15(), hashes.SHA256())
    desk.assert_closed()


def test_second_check_is_6_apdus(desk: Desk) -> None:
    reading = desk.read()
    desk.sign(reading)
    desk.trace.clear()
    assert desk.session.tries(reading.fingerprint) == 3
    desk.sign(reading)
    assert len(desk.trace) == 6
    desk.assert_closed()


def test_a_session_that_never_read_can_check_and_sign(desk: Desk) -> None:
    reading = desk.read()
    desk.session.close()
    fresh = CardSession(desk.service, desk.slot.name, KEY)
    assert fresh.sign(typed("1234"), MESSAGE, reading.fingerprint)
    desk.assert_closed()


def test_certificate_and_pin_stay_out_of_representations(desk: Desk) -> None:
    reading = desk.read()
    assert reading.certificate.hex() not in repr(reading)
    assert "certificate" not in repr(reading)


@pytest.mark.parametrize(
    ("person", "error"),
    [("pin_blocked", PinBlocked), ("pin_less", PinAbsent), ("certificate_missing", CertificateMissing),
     ("bank", NotMyNumberCard), ("blank", NotMyNumberCard), ("licence", NotMyNumberCard), ("mute", CardMute)],
)  # fmt: skip
def test_unusable_cards_are_closed_before_the_error_leaves(desk: Desk, person: str, error: type[CardError]) -> None:
    with pytest.raises(error):
        desk.read(person)
    desk.assert_closed()


def test_another_card_never_loses_a_try(desk: Desk) -> None:
    reading = desk.read("taro")
    desk.slot.swap("saburo")  # the same PIN: only the certificate differs
    pin = typed("1234")
    with pytest.raises((CardChanged, CardAbsent)):
        desk.session.sign(pin, MESSAGE, reading.fingerprint)
    assert (desk.verifications, len(pin), desk.slot.state().tries) == (0, 0, 3)
    desk.assert_closed()


def test_another_card_on_a_fresh_handle_is_changed(desk: Desk) -> None:
    reading = desk.read("taro")
    desk.session.close()
    desk.slot.swap("saburo")
    with pytest.raises(CardChanged):
        desk.sign(reading)
    assert desk.verifications == 0
    desk.slot.swap("pin_blocked")
    with pytest.raises(CardChanged):
        desk.session.tries(reading.fingerprint)
    desk.assert_closed()


def test_same(desk: Desk) -> None:
    reading = desk.read("taro")
    desk.slot.take()
    desk.place("taro")
    assert desk.session.same(reading.fingerprint)
    desk.assert_closed()
    desk.slot.swap("saburo")
    assert not desk.session.same(reading.fingerprint)
    desk.slot.swap("bank")
    with pytest.raises(NotMyNumberCard):
        desk.session.same(reading.fingerprint)
    desk.slot.take()
    with pytest.raises(CardAbsent):
        desk.session.same(reading.fingerprint)
    assert desk.verifications == 0


def test_same_then_sign(desk: Desk) -> None:
    reading = desk.read("taro")
    assert desk.session.same(reading.fingerprint)
    assert desk.sign(reading)
    desk.assert_closed()


@pytest.mark.parametrize(("person", "left"), [("taro", 2), ("one_try_left", 0)])
def test_wrong_pin_costs_one_try_and_closes(desk: Desk, person: str, left: int) -> None:
    reading = desk.read(person)
    with pytest.raises(WrongPin if left else PinBlocked):
        desk.sign(reading, "0000")
    assert (desk.verifications, desk.slot.state().tries) == (1, left)
    desk.assert_closed()


@pytest.mark.parametrize("digits", ["", "123"])
def test_an_incomplete_pin_sends_nothing(desk: Desk, digits: str) -> None:
    reading, pin = desk.read(), typed(digits)
    desk.trace.clear()
    with pytest.raises(ValueError, match="not complete"):
        desk.session.sign(pin, MESSAGE, reading.fingerprint)
    assert desk.commands() == [ISD]
    assert len(pin) == 0


def test_another_programs_reset_costs_one_more_select(desk: Desk) -> None:
    reading = desk.read()
    other = desk.other().connect(desk.slot.name, Share.SHARED)
    other.disconnect(Disposition.RESET)
    desk.trace.clear()
    assert desk.sign(reading)
    # READ (refused in the issuer domain), SELECT, READ, VERIFY, SIGN, ISD
    assert [command[:8] for command in desk.commands()] == [
        "00B08A00", "00A4040C", "00B08A00", "00200098", "802A0097", "00A4040C",
    ]  # fmt: skip


def test_another_application_selected_by_another_program(desk: Desk) -> None:
    desk.foreign = True
    reading = desk.read()
    other = desk.other().connect(desk.slot.name, Share.SHARED)
    other.transmit(bytes.fromhex("00A4040C0AD3921000310001010408"))
    other.disconnect(Disposition.LEAVE)
    assert desk.sign(reading)
    assert desk.verifications == 1


def test_a_card_held_by_another_program_is_busy_and_loses_nothing(desk: Desk) -> None:
    reading = desk.read()
    other = desk.other()
    other.connect(desk.slot.name, Share.SHARED)
    pin = typed("1234")
    with pytest.raises(CardBusy):
        desk.session.sign(pin, MESSAGE, reading.fingerprint)
    assert (desk.verifications, len(pin)) == (0, 0)
    other.die()
    desk.session.close()
    assert desk.slot.state().handles == 0


def test_a_card_held_for_a_moment_is_waited_for(desk: Desk) -> None:
    session = CardSession(desk.service, desk.slot.name, KEY, hold_retry=5.0)
    desk.place("taro")
    other = desk.other()
    other.connect(desk.slot.name, Share.EXCLUSIVE)
    threading.Timer(0.05, other.die).start()
    assert session.read().tries_left == 3
    session.close()


@pytest.mark.parametrize("tear_at", range(0, 700, 45))
def test_a_torn_card_is_absent_and_verified_at_most_once(desk: Desk, tear_at: int) -> None:
    reading = desk.read()
    desk.session.close()
    desk.trace.clear()
    desk.faults("taro", Faults(tear_at=tear_at))
    pin = typed("1234")
    try:
        desk.session.sign(pin, MESSAGE, reading.fingerprint)
    except CardAbsent:
        assert desk.slot.state().person == ""
    assert desk.verifications <= 1
    assert len(pin) == 0


def test_card_taken_while_typing(desk: Desk) -> None:
    reading = desk.read()
    desk.slot.take()
    with pytest.raises(CardAbsent):
        desk.sign(reading)
    assert desk.slot.state().handles == 0


def test_reader_and_service_lost_while_typing(desk: Desk) -> None:
    reading = desk.read()
    desk.slot.unplug()
    with pytest.raises(ReaderUnavailable):
        desk.sign(reading)
    desk.slot.plug()
    desk.session.read()
    desk.slot.stop_service(power_off=False)
    with pytest.raises(ServiceUnavailable):
        desk.sign(reading)
    desk.slot.start_service()
    assert desk.session.read().fingerprint == reading.fingerprint


@pytest.mark.parametrize(
    ("prefix", "status"), [("802A", 0x6F00), ("802A", 0x6982), ("0020009804", 0x6700), ("0020009804", 0x6104)]
)
def test_unexpected_status_words_after_the_pin_close_the_card(desk: Desk, prefix: str, status: int) -> None:
    reading = desk.read()
    desk.faults("taro", Faults(status_words={prefix: status}))
    pin = typed("1234")
    with pytest.raises(ApduError):
        desk.session.sign(pin, MESSAGE, reading.fingerprint)
    assert len(pin) == 0
    assert desk.verifications == 1
    desk.assert_closed()


@pytest.mark.parametrize("status", [0x6983, 0x6984])
def test_blocked_in_its_other_spellings(desk: Desk, status: int) -> None:
    desk.faults("taro", Faults(status_words={"00200098": status}))
    with pytest.raises(PinBlocked):
        desk.read()


def test_first_command_6f00_and_answers_in_pieces(desk: Desk) -> None:
    desk.faults("taro", Faults(first_unspecific=True, piecewise=100))
    reading = desk.read()
    assert desk.sign(reading)


def test_close_never_raises_and_is_idempotent(desk: Desk) -> None:
    desk.read()
    desk.slot.stop_service()
    desk.session.close()
    desk.session.close()


def leave_verified(desk: Desk) -> None:
    """Leave the card as a killed session does: PIN verified, no disconnect."""
    desk.place("taro")
    program = desk.other()
    connection = program.connect(desk.slot.name, Share.EXCLUSIVE)
    for command in (SELECT, "002000980431323334"):
        assert connection.transmit(bytes.fromhex(command)) == b"\x90\x00"
    program.die()
    assert desk.slot.state().verified


def test_power_off_ends_what_a_killed_session_left(desk: Desk) -> None:
    leave_verified(desk)
    power_off(desk.service, desk.slot.name)
    desk.assert_closed()


@pytest.mark.parametrize("disposition", [Disposition.LEAVE, Disposition.RESET, Disposition.EJECT])
def test_gentler_dispositions_are_not_enough(desk: Desk, disposition: Disposition) -> None:
    leave_verified(desk)
    desk.other().connect(desk.slot.name, Share.SHARED).disconnect(disposition)
    connection = desk.other().connect(desk.slot.name, Share.SHARED)
    connection.transmit(bytes.fromhex(SELECT))
    assert connection.transmit(bytes.fromhex("802A009733" + "00" * 51 + "00"))[-2:] == b"\x90\x00"


@pytest.mark.parametrize("person", ["bank", "transport", "blank", "mute", "taro", "phone", "pin_less"])
def test_power_off_of_any_card(desk: Desk, person: str) -> None:
    desk.place(person)
    power_off(desk.service, desk.slot.name)
    desk.assert_closed()


def test_power_off_without_card_reader_or_service(desk: Desk) -> None:
    power_off(desk.service, desk.slot.name)
    desk.slot.unplug()
    power_off(desk.service, desk.slot.name)
    desk.slot.stop_service()
    with pytest.raises(ServiceUnavailable):
        power_off(desk.service, desk.slot.name)


def test_a_my_number_card_that_refuses_its_issuer_domain_fails_the_wipe(desk: Desk) -> None:
    desk.faults("taro", Faults(status_words={"00A4040C07": 0x6A82}))
    desk.place("taro")
    with pytest.raises(CardLeftOpen):
        power_off(desk.service, desk.slot.name)
    desk.assert_closed()  # it was unpowered nevertheless


def test_power_off_of_a_held_card_is_busy(desk: Desk) -> None:
    desk.place("taro")
    desk.other().connect(desk.slot.name, Share.EXCLUSIVE)
    with pytest.raises(CardBusy):
        power_off(desk.service, desk.slot.name)
