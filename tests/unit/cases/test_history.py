"""The signed file of a writer: what any change to it leaves to see."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.audit.key import MemoryKeys, Signer
from kiosk.audit.line import Head, canonical, hash_of, signature_text, signed_bytes
from kiosk.cases.history import SUFFIX, HistoryFile, Writer, read
from kiosk.cases.vocabulary import Answer, Finding, Role
from tests.unit.cases.example import A, B, called, opened, visited

NOW = datetime(2022, 9, 12, 1, tzinfo=UTC)


class Keys(MemoryKeys):
    """A key with a last line that is remembered, as in a keyring."""

    def __init__(self) -> None:
        super().__init__()
        self.last: Head | None = None

    def head(self) -> Head | None:
        return self.last

    def save_head(self, head: Head) -> None:
        self.last = head


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def writers(keys: Keys) -> dict[str, Writer]:
    return {"city-1": Writer(keys.signer().public, Role.CITY)}


def file(folder: Path, keys: MemoryKeys, name: str = "city-1") -> HistoryFile:
    return HistoryFile(folder, name, keys, lambda: NOW)


def three_lines(folder: Path, keys: MemoryKeys) -> Path:
    history = file(folder, keys)
    for entry in (opened(), visited(A, Finding.STOPPED), visited(B)):
        history.append(entry)
    return history.path


def test_lines_are_read_as_they_were_written(tmp_path: Path, keys: Keys, writers: dict[str, Writer]) -> None:
    three_lines(tmp_path, keys)
    reading = read(tmp_path, writers)
    assert reading.findings == ()
    assert [item.entry for item in reading.lines] == [opened(), visited(A, Finding.STOPPED), visited(B)]
    assert {(item.at, item.writer, item.role) for item in reading.lines} == {(NOW, "city-1", Role.CITY)}


def test_it_goes_on_after_a_new_start(tmp_path: Path, keys: Keys, writers: dict[str, Writer]) -> None:
    three_lines(tmp_path, keys)
    file(tmp_path, keys).append(called(Answer.UNKNOWN))
    reading = read(tmp_path, writers)
    assert reading.findings == ()
    assert [item.number for item in reading.lines] == [1, 2, 3, 4]


@pytest.mark.parametrize("place", range(3))
def test_a_changed_line_is_seen_and_not_read(
    tmp_path: Path, keys: Keys, writers: dict[str, Writer], place: int
) -> None:
    path = three_lines(tmp_path, keys)
    lines = path.read_bytes().splitlines()
    changed = json.loads(lines[place]) | {"by": "C-99"}
    changed["hash"] = hash_of(changed)
    path.write_bytes(b"\n".join([*lines[:place], canonical(changed), *lines[place + 1 :]]) + b"\n")
    reading = read(tmp_path, writers)
    assert reading.findings
    assert "C-99" not in {item.entry.by for item in reading.lines}


@pytest.mark.parametrize("place", [0, 1])
def test_a_line_that_was_taken_out_is_seen(tmp_path: Path, keys: Keys, writers: dict[str, Writer], place: int) -> None:
    path = three_lines(tmp_path, keys)
    lines = path.read_bytes().splitlines()
    path.write_bytes(b"\n".join(lines[:place] + lines[place + 1 :]) + b"\n")
    assert read(tmp_path, writers).findings == (f"city-1: line {place + 2} follows line {place}",)


def test_a_cut_end_is_seen_by_who_read_it_before_and_by_the_next_number(
    tmp_path: Path, keys: Keys, writers: dict[str, Writer]
) -> None:
    path = three_lines(tmp_path, keys)
    seen = read(tmp_path, writers).heads
    path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:2]) + b"\n")
    assert read(tmp_path, writers, seen).findings == ("city-1: the file was cut",)
    file(tmp_path, keys).append(called(Answer.UNKNOWN))
    assert read(tmp_path, writers).findings == ("city-1: line 4 follows line 2",)


def test_a_file_that_is_gone_and_a_stranger_are_seen(tmp_path: Path, keys: Keys, writers: dict[str, Writer]) -> None:
    file(tmp_path, MemoryKeys(), "stranger").append(opened())
    reading = read(tmp_path, writers)
    assert reading.lines == ()
    assert set(reading.findings) == {"city-1: the file is missing", "stranger: nobody registered this writer"}


def test_the_key_of_another_writer_signs_nothing_here(tmp_path: Path, keys: Keys, writers: dict[str, Writer]) -> None:
    three_lines(tmp_path, MemoryKeys())
    reading = read(tmp_path, writers)
    assert (reading.lines, len(reading.findings)) == ((), 3)


def test_a_line_of_the_audit_file_is_no_line_of_a_case(tmp_path: Path, keys: Keys, writers: dict[str, Writer]) -> None:
    path = three_lines(tmp_path, keys)
    line = json.loads(path.read_bytes().splitlines()[0])
    line["sig"] = signature_text(keys.signer().sign(signed_bytes(line["hash"])))
    path.write_bytes(canonical(line) + b"\n")
    assert read(tmp_path, writers).lines == ()


def test_half_a_line_of_a_power_cut_does_not_spoil_the_next(
    tmp_path: Path, keys: Keys, writers: dict[str, Writer]
) -> None:
    path = three_lines(tmp_path, keys)
    with path.open("ab") as stream:
        stream.write(b'{"n":4,"at":"20')
    file(tmp_path, keys).append(called(Answer.UNKNOWN))
    reading = read(tmp_path, writers)
    assert [item.number for item in reading.lines] == [1, 2, 3, 4]
    assert len(reading.findings) == 1


def test_two_who_write_at_once_lose_no_word(tmp_path: Path, keys: Keys) -> None:
    other = Keys()
    writers = {
        "city-1": Writer(keys.signer().public, Role.CITY),
        "desk-1": Writer(other.signer().public, Role.CONTRACTOR),
    }
    first, second = file(tmp_path, keys), file(tmp_path, other, "desk-1")
    first.append(opened())
    second.append(visited(A))
    first.append(visited(B))
    reading = read(tmp_path, writers)
    assert reading.findings == ()
    assert [(item.writer, item.number) for item in reading.lines] == [("city-1", 1), ("city-1", 2), ("desk-1", 1)]
    assert {path.name for path in tmp_path.iterdir()} == {f"city-1{SUFFIX}", f"desk-1{SUFFIX}"}
    assert Signer().public not in {writer.key for writer in writers.values()}
