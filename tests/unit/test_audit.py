"""The audit file: closed list, chain, damaged ends."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.audit import AuditFile, AuditUnwritable, EventError, check_event, read, verify
from kiosk.audit_events import audit_events
from kiosk.vocabulary import EndReason


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An audit file that does not exist yet."""
    return tmp_path / "audit.jsonl"


def write(path: Path, count: int = 3) -> None:
    """Write some lines with a file of their own."""
    audit = AuditFile(path)
    for number in range(1, count + 1):
        audit.append("wipe_verified", number=number, ms=40, steps=7)
    audit.close()


def test_lines_are_numbered_flat_and_chained(path: Path) -> None:
    write(path)
    first, second, third = (json.loads(line) for line in path.read_text().splitlines())
    assert list(first) == ["n", "at", "mono", "code", "number", "ms", "steps", "prev", "hash"]
    assert (first["prev"], second["prev"], third["prev"]) == ("0" * 64, first["hash"], second["hash"])
    assert verify(path) == []


def test_a_new_start_continues_the_chain(path: Path) -> None:
    write(path)
    write(path)
    assert [line["n"] for line in read(path)] == [1, 2, 3, 4, 5, 6]
    assert verify(path) == []


def change(path: Path, old: str, new: str) -> None:
    """Replace once, as somebody with an editor would."""
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_a_changed_line_is_found(path: Path) -> None:
    write(path)
    change(path, '"ms":40', '"ms":41')
    assert verify(path)[0] == "line 1: damaged or changed"


def test_a_removed_line_is_found(path: Path) -> None:
    write(path)
    lines = path.read_text().splitlines(keepends=True)
    path.write_text(lines[0] + lines[2])
    assert verify(path) == ["line 2: does not follow the line before it; lines were removed, added or moved"]


@pytest.mark.parametrize("cut", [2, 20, 300])
def test_a_torn_end_restarts_the_chain_and_says_so(path: Path, cut: int) -> None:
    write(path)
    path.write_bytes(path.read_bytes()[:-cut])
    audit = AuditFile(path)
    audit.append("session_begun")
    audit.close()
    assert [line["code"] for line in read(path)][-2:] == ["chain_restarted", "session_begun"]
    assert any("restarted" in finding for finding in verify(path))
    assert not any("follow" in finding for finding in verify(path))


def test_only_the_line_end_is_missing(path: Path) -> None:
    write(path)
    path.write_bytes(path.read_bytes()[:-1])
    write(path)
    assert verify(path) == []


def test_a_file_of_rubbish_is_not_trusted_and_not_lost(path: Path) -> None:
    path.write_bytes(b"\x00\xff rubbish\nmore")
    AuditFile(path).append("session_begun")
    assert path.read_bytes().startswith(b"\x00\xff rubbish\nmore\n")
    assert [line["n"] for line in read(path)] == [1, 2]


def test_a_long_file_is_continued_without_reading_all_of_it(path: Path) -> None:
    write(path)
    good = path.read_bytes()
    path.write_bytes(b"x" * 200_000 + b"\n" + good)
    audit = AuditFile(path)
    audit.append("session_begun")
    assert [line["code"] for line in read(path)][-1] == "session_begun"
    assert "chain_restarted" not in path.read_text()


def test_an_unwritable_place_names_the_failure(tmp_path: Path) -> None:
    with pytest.raises(AuditUnwritable) as caught:
        AuditFile(tmp_path / "missing" / "audit.jsonl")
    assert caught.value.failure == "audit_unwritable"


def test_a_full_disk_names_the_failure(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    audit = AuditFile(path)
    monkeypatch.setattr("kiosk.audit.os.write", lambda *_: 3)
    with pytest.raises(AuditUnwritable):
        audit.append("session_begun")


@pytest.mark.parametrize(
    ("code", "fields"),
    [
        ("no_such_event", {}),
        ("session_begun", {"name": "公的 太郎"}),
        ("session_ended", {}),
        ("session_ended", {"reason": "because"}),
        ("pin_wrong", {"tries_left": 1234}),
        ("pin_wrong", {"tries_left": True}),
        ("pin_wrong", {"tries_left": "2"}),
        ("portal_logout", {"done": 1}),
        ("procedure_chosen", {"procedure": "https://portal.example/?id=1", "version": 1}),
        ("procedure_chosen", {"procedure": "good\n", "version": 1}),
        ("session_exception", {"kind": "ValueError: 1234", "where": "ui.flow:12"}),
    ],
)
def test_nothing_else_can_be_written(path: Path, code: str, fields: dict[str, Any]) -> None:
    audit = AuditFile(path)
    with pytest.raises(EventError):
        audit.append(code, **fields)
    assert path.read_bytes() == b""


def test_a_refusal_never_repeats_the_value() -> None:
    with pytest.raises(EventError) as caught:
        check_event("session_exception", {"kind": "secret 1234", "where": "x:1"})
    assert "1234" not in str(caught.value)


def test_a_session_cannot_write_lines_of_the_supervisor() -> None:
    check_event("staff_called", {}, "session")
    with pytest.raises(EventError):
        check_event("wipe_verified", {"number": 1, "ms": 1, "steps": 7}, "session")


@given(st.text(max_size=60))
def test_text_of_a_person_fits_in_no_field(text: str) -> None:
    for event in audit_events().values():
        for name, declared in event.fields.items():
            if declared not in ("int", "bool") and not text.isascii():
                with pytest.raises(EventError):
                    check_event(event.code, {**_filled(event.code), name: text})


def _filled(code: str) -> dict[str, Any]:
    event = audit_events()[code]
    return {name: 1 if declared == "int" else True for name, declared in event.fields.items()}


@pytest.mark.parametrize("reason", EndReason)
def test_every_end_reason_can_be_written(reason: EndReason) -> None:
    check_event("session_ended", {"reason": str(reason)})
