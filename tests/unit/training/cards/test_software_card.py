"""The software card keeps its state and refuses as real cards do."""

import pytest

from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.software_card import CardTorn, Faults, SoftwareCard, masked
from tests.support.cards import ca, card, person
from tests.support.trace import assert_clean

SELECT = "00A4040C0AD392F000260100000001"
ISSUER = "00A4040C07A0000001510000"
TEXT = "00A4040C0AD3921000310001010408"
VERIFY = "002000980431323334"
QUERY = "00200098"
SIGN = "802A009733" + "3031300D060960864801650304020105000420" + "11" * 32 + "00"


def say(software: SoftwareCard, *commands: str) -> str:
    """Send these; the last status word."""
    for command in commands:
        answer = software.transmit(bytes.fromhex(command))
    return answer[-2:].hex().upper()


@pytest.fixture
def taro() -> SoftwareCard:
    return card("taro")


def test_sign_needs_the_pin(taro: SoftwareCard) -> None:
    assert say(taro, SELECT, SIGN) == "6982"
    assert say(taro, VERIFY, SIGN) == "9000"


@pytest.mark.parametrize("between", [(), (SELECT,)])
def test_verified_state_survives_reset_and_the_same_application(taro: SoftwareCard, between: tuple[str, ...]) -> None:
    say(taro, SELECT, VERIFY)
    taro.reset()
    assert say(taro, SELECT, *between, SIGN) == "9000"


@pytest.mark.parametrize("other", [ISSUER, TEXT])
def test_verified_state_goes_with_another_application(taro: SoftwareCard, other: str) -> None:
    assert say(taro, SELECT, VERIFY, other, SELECT, SIGN) == "6982"


def test_verified_state_goes_with_the_power(taro: SoftwareCard) -> None:
    say(taro, SELECT, VERIFY)
    taro.power_off()
    taro.power_on()
    assert say(taro, SELECT, SIGN) == "6982"


def test_without_power_there_is_no_answer(taro: SoftwareCard) -> None:
    taro.power_off()
    with pytest.raises(RuntimeError):
        say(taro, SELECT)


def test_tries_count_down_to_blocked_and_stay_across_power(taro: SoftwareCard) -> None:
    wrong = VERIFY[:-2] + "35"
    say(taro, SELECT)
    assert [say(taro, wrong) for _ in range(4)] == ["63C2", "63C1", "63C0", "6984"]
    taro.power_off()
    taro.power_on()
    assert (say(taro, SELECT, QUERY), say(taro, VERIFY)) == ("63C0", "6984")


def test_a_right_pin_restores_the_tries_and_the_query_never_tells_the_state(taro: SoftwareCard) -> None:
    assert say(taro, SELECT, VERIFY[:-2] + "35", QUERY) == "63C2"
    assert say(taro, VERIFY, QUERY) == "63C3"


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("00A4000C02000A", "6A86"),  # P1=00: only P1=02 selects a file
        ("00A4020C023F00", "6A82"),
        ("00A4020C020099", "6A82"),
        ("00B0000010", "6986"),  # no current EF
        ("00B0970010", "6981"),  # a key is no data file
        ("00B08100FF", "6982"),  # the signature certificate
        ("00B08AFF00", "9000"),
        ("00B00FFF00", "6986"),
        ("0020009803313233", "6700"),
        ("802A01973311", "6700"),
        ("00CADF3000", "6D00"),
        ("A0A40000023F00", "6E00"),
        ("00", "6700"),
    ],
)
def test_refusals(taro: SoftwareCard, command: str, status: str) -> None:
    assert say(taro, SELECT, command) == status


def test_certificate_file_is_longer_than_the_certificate(taro: SoftwareCard) -> None:
    say(taro, SELECT, "00A4020C02000A")
    file = b"".join(taro.transmit(bytes([0, 0xB0, page, 0, 0]))[:-2] for page in range(8))
    assert file.startswith(ca().issue(person("taro")).certificate)
    assert file.endswith(b"\xff")
    assert say(taro, "00B0080000") == "6B00"


@pytest.mark.parametrize(
    ("name", "token"),
    [("taro", b"JPKIAPICCTOKEN2 "), ("phone", b"JPKIAPGPSETOKEN "), ("old_juki", b"JPKIAPICCTOKEN  ")],
)
def test_tokens(name: str, token: bytes) -> None:
    software = card(name)
    say(software, SELECT)
    assert software.transmit(bytes.fromhex("00B0860020"))[:16] == token


def test_special_cards() -> None:
    assert say(card("phone"), SELECT, "00B08A0000") == "6982"
    assert say(card("child_14"), SELECT, "00B0810000") == "6A82"
    assert say(card("pin_less"), SELECT, QUERY) == "6A88"
    assert say(card("long_form"), SELECT, "00B08A0000") == "6A86"
    assert say(card("transport"), SELECT) == "6A82"
    assert say(card("blank"), SELECT) == "6E00"
    mute = card_for(person("mute"), ca())
    assert (mute.power_on(), mute.powered) == (b"", False)


def test_faults(taro: SoftwareCard) -> None:
    taro.faults = Faults(first_unspecific=True, status_words={"0020": 0x6F42})
    taro.power_off()
    taro.power_on()
    assert [say(taro, SELECT), say(taro, SELECT), say(taro, QUERY)] == ["6F00", "9000", "6F42"]
    taro.faults = Faults(piecewise=20)
    assert [say(taro, "00B0860020"), say(taro, "00C000000C")] == ["610C", "9000"]


@pytest.mark.parametrize(("tear_at", "tries"), [(8, 3), (24, 2), (30, 2)])
def test_a_torn_card_forgets_all_but_the_tries(taro: SoftwareCard, tear_at: int, tries: int) -> None:
    taro.power_off()
    taro.power_on()
    taro.faults = Faults(tear_at=tear_at + 2)  # 15 + 2 bytes for SELECT, 9 for VERIFY
    with pytest.raises(CardTorn):
        say(taro, SELECT, VERIFY[:-2] + "35", QUERY)
    assert (taro.powered, taro.tries_left) == (False, tries)


def test_trace_hears_everything_but_the_pin(taro: SoftwareCard) -> None:
    heard: list[str] = []
    taro.on_trace = lambda entry: heard.append(entry.status)
    say(taro, SELECT, VERIFY, SIGN)
    assert [entry.command for entry in taro.trace][:2] == [SELECT, "0020009804xxxxxxxx"]
    assert heard == ["9000"] * 3
    assert masked(bytes.fromhex(QUERY)) == QUERY
    assert_clean(taro.trace)


@pytest.mark.parametrize("command", [TEXT, "00A4020C020001", "00A4020C02001B", "00B0810000", "0020009B04xxxxxxxx"])
def test_the_trace_check_finds_what_is_forbidden(taro: SoftwareCard, command: str) -> None:
    say(taro, SELECT, command.replace("x", "0"))
    with pytest.raises(AssertionError):
        assert_clean(taro.trace)
