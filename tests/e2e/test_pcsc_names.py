"""A reader serves whatever letters its name has, on a real pcscd."""

import pytest

from kiosk.cards.identity import CardSession, power_off
from kiosk.cards.pcsc import PcscService
from kiosk.cards.presence import judge
from kiosk.vocabulary import ReaderState
from tests.support import pcscd
from tests.support.cards import KEY, typed
from tests.support.pcscd import virtual_pcsc
from tests.support.waiting import eventually

pytestmark = [
    pytest.mark.pcsc,
    pcscd.needed,
]


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("非接触 リーダー＠".encode(), "非接触 リーダー＠"),
        ("Lecteur à puce".encode("latin-1"), "Lecteur \\xe0 puce"),
        ("カード".encode("cp932"), "\\x83J\\x81[\\x83h"),
    ],
    ids=["utf8", "latin1", "cp932"],
)
def test_a_reader_serves_whatever_its_name(raw: bytes, shown: str) -> None:
    with virtual_pcsc(raw) as daemon:
        service = PcscService()
        name = f"{shown} 00 00"
        assert judge(service.observe(None, 0), name).reader == name
        daemon.attach("taro")
        eventually(lambda: judge(service.observe(None, 0), name).state is ReaderState.CARD)
        session = CardSession(service, name, KEY)
        assert session.sign(typed("1234"), b"challenge", session.read().fingerprint)
        power_off(service, name)
        service.close()
