"""Which reader the configuration means: its whole name but for the number that changes, never another reader."""

import tomllib

import pytest

from kiosk.cards.presence import judge
from kiosk.cards.reader_names import is_meant, setting_for, toml_line
from kiosk.cards.transport import Observation, ReaderStatus
from kiosk.vocabulary import ReaderState

PICC, SAM = "ACS ACR1281 [PICC Interface] 00 00", "ACS ACR1281 [SAM Interface] 00 01"


@pytest.mark.parametrize(
    ("configured", "name"),
    [
        ("", PICC),
        (PICC, PICC),
        (PICC, "ACS ACR1281 [PICC Interface] 02 00"),
        ("ACS ACR1281 [PICC Interface]", "ACS ACR1281 [PICC Interface] 1F 00"),
        ("Dual 00 01", "Dual 03 01"),
        ("ACS ACR1281 0", "ACS ACR1281 10"),
        ("ACS ACR1281", "ACS ACR1281 3"),
        ("Reader 39", "Reader 39 00 00"),
        ("非接触 リーダー", "非接触 リーダー 00 00"),
        ("numberless", "numberless"),
    ],
)
def test_the_same_reader_with_another_number(configured: str, name: str) -> None:
    assert is_meant(name, configured)


@pytest.mark.parametrize(
    ("configured", "name"),
    [
        ("ACS", PICC),
        ("ACS ACR1281", PICC),
        ("ACS ACR1281 [PICC", PICC),
        ("Dual 00 01", "Dual 00 00"),
        ("Dual 00 01", "Dual 1"),
        ("ACS ACR1281U 0", "ACS ACR1281 0"),
        ("Windows Hello", "Windows Hello Face 1"),
        ("numberless", "numberless too"),
    ],
)
def test_another_reader(configured: str, name: str) -> None:
    assert not is_meant(name, configured)


@pytest.mark.parametrize(
    ("name", "others", "setting"),
    [
        (PICC, (SAM,), "ACS ACR1281 [PICC Interface]"),
        ("Dual 00 01", ("Dual 00 00",), "Dual 00 01"),
        ("ACR 00 00", ("ACR 01 00",), ""),
        ("ACR 0", ("ACR 1",), ""),
        ("SONY 0", ("Windows Hello 0",), "SONY"),
    ],
)
def test_the_line_to_write_means_this_reader_alone(name: str, others: tuple[str, ...], setting: str) -> None:
    assert setting_for(name, (name, *others)) == setting


@pytest.mark.parametrize("name", ["非接触 リーダー", "Broken\\x82 \\n", "It's", 'It\'s "one" \\'])
def test_the_line_reads_back_as_the_name(name: str) -> None:
    assert tomllib.loads(toml_line(name)) == {"reader_name": name}


def seen(*names: str) -> Observation:
    return Observation(True, tuple(ReaderStatus(name, present=False) for name in names))


@pytest.mark.parametrize("configured", ["ACR", "ACR 00 00", "ACR 01 00"])
def test_two_of_a_model_are_refused_and_one_of_them_serves(configured: str) -> None:
    assert judge(seen("ACR 00 00", "ACR 01 00"), configured).state is ReaderState.AMBIGUOUS
    assert judge(seen("ACR 01 00"), configured).reader == "ACR 01 00"


def test_our_reader_unplugged_is_not_replaced_by_its_neighbour() -> None:
    assert judge(seen(SAM), "ACS ACR1281 [PICC Interface]").state is ReaderState.NO_READER
    assert judge(seen("Reader 10 00 00"), "Reader 1").state is ReaderState.NO_READER
