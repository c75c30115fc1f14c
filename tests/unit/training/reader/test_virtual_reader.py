"""The virtual reader over its socket: share modes, resets, dispositions, dead clients, counters, the hand."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client
from pathlib import Path

import pytest

from kiosk.cards.identity import CardSession
from kiosk.cards.transport import (
    CardAbsent,
    CardBusy,
    CardError,
    CardMute,
    CardReset,
    Disposition,
    Observation,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
)
from kiosk.training.cards.software_card import Faults
from kiosk.training.reader.virtual_reader import ENDPOINT, VirtualReaderServer, VirtualReaderService
from kiosk.training.reader.virtual_slot import PlacementError, VirtualReader
from tests.support.cards import KEY, reader, typed

SELECT = bytes.fromhex("00A4040C0AD392F000260100000001")
VERIFY = bytes.fromhex("002000980431323334")
OK = b"\x90\x00"


class Bench:
    """A served reader and the programs that use it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.slot: VirtualReader = reader()
        self.server = VirtualReaderServer(self.slot, folder)
        self.server.start()
        self.programs: list[VirtualReaderService] = []

    def program(self) -> VirtualReaderService:
        self.programs.append(VirtualReaderService(self.folder))
        return self.programs[-1]

    def handles_become(self, count: int) -> None:
        deadline = time.monotonic() + 5
        while self.slot.state().handles != count:
            assert time.monotonic() < deadline
            self.slot.observe(self.slot.observe(None, 0, threading.Event()), 0.05, threading.Event())


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path / "reader")
    yield made
    for program in made.programs:
        program.close()
    made.server.stop()


def test_a_whole_login(bench: Bench) -> None:
    bench.slot.place("taro")
    session = CardSession(bench.program(), bench.slot.name, KEY)
    reading = session.read()
    assert len(session.sign(typed("1234"), b"challenge", reading.fingerprint)) == 256
    assert not bench.slot.state().powered


def test_connect_errors(bench: Bench) -> None:
    program = bench.program()
    with pytest.raises(CardAbsent):
        program.connect(bench.slot.name, Share.SHARED)
    with pytest.raises(ReaderUnavailable):
        program.connect("another reader", Share.SHARED)
    bench.slot.place("mute")
    with pytest.raises(CardMute):
        program.connect(bench.slot.name, Share.SHARED)
    bench.slot.unplug()
    with pytest.raises(ReaderUnavailable):
        program.connect(bench.slot.name, Share.SHARED)
    bench.slot.stop_service()
    with pytest.raises(ServiceUnavailable):
        program.connect(bench.slot.name, Share.SHARED)


@pytest.mark.parametrize(
    ("first", "second", "conflict"),
    [
        (Share.SHARED, Share.SHARED, False),
        (Share.SHARED, Share.EXCLUSIVE, True),
        (Share.EXCLUSIVE, Share.SHARED, True),
        (Share.EXCLUSIVE, Share.EXCLUSIVE, True),
    ],
)
def test_share_modes(bench: Bench, first: Share, second: Share, conflict: bool) -> None:
    bench.slot.place("taro")
    holder, other = bench.program(), bench.program()
    connection = holder.connect(bench.slot.name, first)
    if conflict:
        with pytest.raises(CardBusy):
            other.connect(bench.slot.name, second)
        connection.disconnect(Disposition.LEAVE)
    other.connect(bench.slot.name, second)


def test_reconnect_to_exclusive_needs_the_card_for_oneself(bench: Bench) -> None:
    bench.slot.place("taro")
    first, second = bench.program(), bench.program()
    ours = first.connect(bench.slot.name, Share.SHARED)
    theirs = second.connect(bench.slot.name, Share.SHARED)
    with pytest.raises(CardBusy):
        ours.reconnect(Share.EXCLUSIVE, Disposition.LEAVE)
    theirs.disconnect(Disposition.LEAVE)
    ours.reconnect(Share.EXCLUSIVE, Disposition.LEAVE)
    with pytest.raises(CardBusy):
        second.connect(bench.slot.name, Share.SHARED)


@pytest.mark.parametrize("disposition", [Disposition.RESET, Disposition.UNPOWER])
def test_the_others_hear_of_a_reset(bench: Bench, disposition: Disposition) -> None:
    bench.slot.place("taro")
    ours = bench.program().connect(bench.slot.name, Share.SHARED)
    bench.program().connect(bench.slot.name, Share.SHARED).disconnect(disposition)
    with pytest.raises(CardReset):
        ours.transmit(SELECT)
    ours.reconnect(Share.SHARED, Disposition.LEAVE)
    assert ours.transmit(SELECT) == OK


@pytest.mark.parametrize(
    ("disposition", "stays"),
    [(Disposition.LEAVE, True), (Disposition.RESET, True), (Disposition.EJECT, True), (Disposition.UNPOWER, False)],
)
def test_what_a_disposition_does_to_the_verified_pin(bench: Bench, disposition: Disposition, stays: bool) -> None:
    bench.slot.place("taro")
    connection = bench.program().connect(bench.slot.name, Share.EXCLUSIVE)
    assert (connection.transmit(SELECT), connection.transmit(VERIFY)) == (OK, OK)
    connection.disconnect(disposition)
    connection.disconnect(disposition)
    assert bench.slot.state().verified is stays


def test_a_dead_program_releases_its_handle_and_leaves_the_pin_verified(bench: Bench) -> None:
    bench.slot.place("taro")
    program = bench.program()
    connection = program.connect(bench.slot.name, Share.EXCLUSIVE)
    connection.transmit(SELECT)
    connection.transmit(VERIFY)
    program.close()
    bench.handles_become(0)
    assert bench.slot.state().verified
    bench.program().connect(bench.slot.name, Share.EXCLUSIVE)


def test_a_handle_dies_with_its_card_and_comes_back_on_the_next_one(bench: Bench) -> None:
    bench.slot.place("taro")
    connection = bench.program().connect(bench.slot.name, Share.SHARED)
    bench.slot.take()
    with pytest.raises(CardAbsent):
        connection.transmit(SELECT)
    with pytest.raises(CardAbsent):
        connection.reconnect(Share.SHARED, Disposition.LEAVE)
    bench.slot.place("hanako")
    with pytest.raises(CardAbsent):
        connection.transmit(SELECT)
    connection.reconnect(Share.SHARED, Disposition.LEAVE)
    assert connection.transmit(SELECT) == OK


def test_a_card_taken_during_an_exchange(bench: Bench) -> None:
    bench.slot.place("taro")
    bench.slot.card("taro").faults = Faults(lag_ms=200)
    connection = bench.program().connect(bench.slot.name, Share.SHARED)
    caught: list[CardError] = []

    def exchange() -> None:
        try:
            connection.transmit(SELECT)
        except CardError as error:
            caught.append(error)

    thread = threading.Thread(target=exchange)
    thread.start()
    assert bench.slot.card("taro").busy.wait(5)
    begun = time.monotonic()
    bench.slot.take()
    assert time.monotonic() - begun < 0.15
    thread.join(5)
    assert [type(error) for error in caught] == [CardAbsent]


def test_insertion_counts_every_event(bench: Bench) -> None:
    program = bench.program()
    first = program.observe(None, 0)
    bench.slot.place("taro")
    second = program.observe(first, 5)
    bench.slot.swap("hanako")
    third = program.observe(second, 5)
    counts = [seen.readers[0].insertion for seen in (first, second, third)]
    assert counts == [0, 1, 3]


def test_observe_waits_returns_at_a_change_and_can_be_cancelled(bench: Bench) -> None:
    program = bench.program()
    seen = program.observe(None, 5)
    begun = time.monotonic()
    assert program.observe(seen, 0.1) == seen
    assert time.monotonic() - begun >= 0.1
    threading.Timer(0.05, bench.slot.unplug).start()
    assert program.observe(seen, 5).readers == ()
    threading.Timer(0.05, program.cancel).start()
    assert program.observe(Observation(service=True), 5) == Observation(service=True)
    assert time.monotonic() - begun < 2


def test_a_stopped_service_kills_handles_for_good(bench: Bench) -> None:
    bench.slot.place("taro")
    program = bench.program()
    connection = program.connect(bench.slot.name, Share.SHARED)
    bench.slot.stop_service()
    assert program.observe(None, 0) == Observation(service=False)
    bench.slot.start_service()
    with pytest.raises(ServiceUnavailable):
        connection.transmit(SELECT)
    program.connect(bench.slot.name, Share.SHARED)


def test_a_server_that_is_gone_is_a_stopped_service_until_it_is_back(bench: Bench) -> None:
    program = bench.program()
    seen = program.observe(None, 5)
    bench.server.stop()
    gone = program.observe(seen, 5)
    assert gone == Observation(service=False)
    with pytest.raises(ServiceUnavailable):
        program.connect(bench.slot.name, Share.SHARED)
    bench.server = VirtualReaderServer(bench.slot, bench.folder)
    bench.server.start()
    assert program.observe(gone, 5) == seen


def test_strangers_without_the_token_are_refused(bench: Bench) -> None:
    file = bench.folder / ENDPOINT
    assert file.stat().st_mode & 0o777 == 0o600
    assert bench.folder.stat().st_mode & 0o777 == 0o700
    endpoint = json.loads(file.read_text(encoding="utf-8"))
    with pytest.raises((AuthenticationError, OSError, EOFError)):
        Client((endpoint["host"], endpoint["port"]), authkey=b"guess")
    assert bench.program().observe(None, 0).service


def test_rubbish_from_a_client_is_an_error_not_an_end(bench: Bench) -> None:
    program = bench.program()
    for request in ({}, {"op": "dance"}, {"op": "transmit", "handle": 99, "command": "zz"}, {"op": "connect"}):
        with pytest.raises(CardError):
            program.call(request)
    assert program.observe(None, 0).service


def test_impossible_placements(bench: Bench) -> None:
    with pytest.raises(PlacementError):
        bench.slot.take()
    with pytest.raises(PlacementError):
        bench.slot.place("nobody")
    bench.slot.place("taro")
    with pytest.raises(PlacementError):
        bench.slot.place("hanako")
    with pytest.raises(PlacementError):
        bench.slot.restore("taro")


def test_a_card_keeps_its_tries_until_it_is_restored(bench: Bench) -> None:
    bench.slot.place("taro")
    session = CardSession(bench.program(), bench.slot.name, KEY)
    expected = session.read().fingerprint
    with suppress(CardError):
        session.sign(typed("0000"), b"challenge", expected)
    bench.slot.take()
    bench.slot.place("taro")
    assert session.tries(expected) == 2
    session.close()
    bench.slot.take()
    bench.slot.restore("taro")
    bench.slot.place("taro")
    assert bench.slot.state().tries == 3


def test_the_reader_comes_back_with_its_card(bench: Bench) -> None:
    bench.slot.place("taro")
    bench.slot.unplug()
    bench.slot.plug()
    seen = bench.program().observe(None, 0)
    assert seen.readers[0].present
