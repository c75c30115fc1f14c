"""The audit file: closed list, chain, signatures, damaged ends, further files, retention."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kiosk.audit.file import AuditFile, AuditUnwritable, EventError, check_event, read, verify
from kiosk.audit.key import MemoryKeys
from kiosk.audit.line import Head, files_of
from kiosk.audit.verify import check
from kiosk.audit_events import audit_events
from kiosk.supervisor.journal import step_fields
from kiosk.vocabulary import WIPE_STEPS, EndReason
from kiosk.wipe.receipt import Receipt, StepResult
from tests.support.audit_lines import started


class KeptKeys(MemoryKeys):
    """A keyring that keeps key and last line across starts."""

    kept = "keyring"

    def __init__(self) -> None:
        super().__init__()
        self.noted: Head | None = None

    def head(self) -> Head | None:
        return self.noted

    def save_head(self, head: Head) -> None:
        self.noted = head


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An audit file that does not exist yet."""
    return tmp_path / "audit.jsonl"


@pytest.fixture
def keys() -> KeptKeys:
    """The keyring of the terminal."""
    return KeptKeys()


def write(path: Path, keys: KeptKeys, count: int = 3) -> None:
    """A start that writes some lines and saves the last one."""
    audit = AuditFile(path, keys)
    for _ in range(count):
        audit.append("session_begun")
    keys.save_head(audit.head)
    audit.close()


def codes(path: Path) -> list[str]:
    """The lines of all files."""
    return [line["code"] for line in read(path)]


def test_lines_are_numbered_flat_chained_and_signed(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    first, second, *_ = (json.loads(line) for line in path.read_text().splitlines())
    assert list(first) == ["n", "at", "mono", "code", "key", "kept", "prev", "hash", "sig"]
    assert (first["code"], first["prev"], second["prev"]) == ("chain_started", "0" * 64, first["hash"])
    report = check(path, [keys.signer().public], keys.noted, whole=True)
    assert (report.lines, report.findings, report.notes) == (4, [], [])


def test_a_new_start_continues_the_chain(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    write(path, keys)
    assert [line["n"] for line in read(path)] == [1, 2, 3, 4, 5, 6, 7]
    assert codes(path).count("chain_started") == 1
    assert verify(path) == []


@pytest.mark.parametrize("cut", [2, 20, 300])
def test_a_torn_end_restarts_the_chain_and_says_so(path: Path, keys: KeptKeys, cut: int) -> None:
    write(path, keys)
    keys.noted = None
    path.write_bytes(path.read_bytes()[:-cut])
    write(path, keys, 1)
    assert codes(path)[-2:] == ["chain_restarted", "session_begun"]
    found = verify(path)
    assert found[0] == "line 4: damaged or changed (audit.jsonl, line 4 of the file)"
    assert found[1].startswith("line 4: the chain was restarted: the end of the file was damaged")
    assert len(found) == 2


def test_only_the_line_end_is_missing(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    path.write_bytes(path.read_bytes()[:-1])
    write(path, keys)
    assert verify(path) == []


def test_a_cut_end_is_seen_at_the_next_start_and_stays_visible(path: Path, keys: KeptKeys) -> None:
    write(path, keys, 9)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:4]))
    noted = keys.noted
    assert check(path, head=noted).findings == [
        "line 5: cut off, with all up to line 10, the last that the keyring knows"
    ]
    write(path, keys, 1)
    line = read(path)[-2]
    assert (line["n"], line["reason"], line["missing"], line["prev"]) == (11, "cut", 6, noted.hash if noted else "")
    assert verify(path)[0] == "line 11: lines 5 to 10 are missing before it"
    assert "cut off" in verify(path)[1]


def test_a_deleted_file_is_seen(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    path.unlink()
    write(path, keys, 1)
    assert (read(path)[0]["reason"], read(path)[0]["n"]) == ("cut", 5)
    assert "cut off" in verify(path)[0]


def test_a_file_of_another_terminal_is_seen(path: Path, keys: KeptKeys, tmp_path: Path) -> None:
    write(path, keys)
    other = KeptKeys()
    path.unlink()
    write(path, other, 20)
    assert (
        check(path, [keys.signer().public]).findings[0].startswith("line 1: signed from here on by a key that was not")
    )
    assert check(path, head=keys.noted).findings == ["line 4: not the line that the keyring knows"]
    write(path, keys, 1)
    assert read(path)[-2]["reason"] == "replaced"


def test_a_lost_key_starts_over_with_a_line_that_says_so(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    new = KeptKeys()
    write(path, new)
    line = read(path)[4]
    assert (line["code"], line["reason"], line["key"]) == ("chain_restarted", "new_key", new.signer().public.text)
    report = check(path)
    assert report.findings == []
    assert report.notes == [f"line 5: a new key from here on, {new.signer().public.fingerprint}"]
    assert check(path, [keys.signer().public, new.signer().public]).findings == []
    assert (
        check(path, [new.signer().public]).findings[0].startswith("line 1: signed from here on by a key that was not")
    )


def test_a_file_of_rubbish_is_not_trusted_and_not_lost(path: Path, keys: KeptKeys) -> None:
    path.write_bytes(b"\x00\xff rubbish\nmore")
    AuditFile(path, keys).append("session_begun")
    assert path.read_bytes().startswith(b"\x00\xff rubbish\nmore\n")
    assert codes(path) == ["chain_restarted", "session_begun"]
    assert [text[:26] for text in verify(path)[:2]] == ["line 1: damaged or changed", "line 2: damaged or changed"]


def test_a_long_file_is_continued_without_reading_all_of_it(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    path.write_bytes(b"x" * 200_000 + b"\n" + path.read_bytes())
    write(path, keys, 1)
    assert codes(path)[-1] == "session_begun"
    assert "chain_restarted" not in codes(path)


def test_an_unwritable_place_names_the_failure(tmp_path: Path, keys: KeptKeys) -> None:
    with pytest.raises(AuditUnwritable) as caught:
        AuditFile(tmp_path / "missing" / "audit.jsonl", keys)
    assert caught.value.failure == "audit_unwritable"


def test_a_full_disk_names_the_failure(path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch) -> None:
    audit = AuditFile(path, keys)
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.audit.file.os.write", lambda *_: 3)
        with pytest.raises(AuditUnwritable):
            audit.append("session_begun")
    audit.append("session_begun")
    assert audit.number == 2


# --- further files and retention ---


def at(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Set the wall clock to this time."""
    moment = datetime.fromisoformat(text).astimezone()
    monkeypatch.setattr("kiosk.system.clock.wall", lambda: moment)


def run_months(path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch, months: list[str], keep: int) -> None:
    """A start and two lines in each of these months."""
    for month in months:
        at(monkeypatch, f"{month}-15T10:00:00+09:00")
        audit = AuditFile(path, keys, keep)
        audit.append("kiosk_started", **started())
        audit.append("session_begun")
        keys.save_head(audit.head)
        audit.close()


def test_every_month_has_its_file_and_the_chain_goes_on(
    path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_months(path, keys, monkeypatch, ["2026-05", "2026-06", "2026-07"], 13)
    assert [file.name for file in files_of(path)] == [
        "audit-0000000001-2026-05.jsonl", "audit-0000000004-2026-06.jsonl", "audit.jsonl",
    ]  # fmt: skip
    report = check(path, [keys.signer().public], keys.noted, whole=True)
    assert (report.lines, report.findings) == (9, [])
    last = json.loads(files_of(path)[0].read_text().splitlines()[-1])
    first = json.loads(files_of(path)[1].read_text().splitlines()[0])
    assert (first["code"], first["prev"]) == ("file_continued", last["hash"])


def test_one_file_alone_can_be_checked_elsewhere(
    path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run_months(path, keys, monkeypatch, ["2026-05", "2026-06"], 13)
    copy = tmp_path / "elsewhere" / "audit.jsonl"
    copy.parent.mkdir()
    copy.write_bytes(path.read_bytes())
    report = check(copy, [keys.signer().public])
    assert (report.findings, report.notes) == ([], ["lines 1 to 3 are in older files that are not here"])
    assert check(copy, whole=True).findings == [
        "line 4: lines 1 to 3 are in older files that are not here, and no deletion was written down"
    ]


def test_a_missing_file_in_the_middle_is_found(path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch) -> None:
    run_months(path, keys, monkeypatch, ["2026-05", "2026-06", "2026-07"], 13)
    files_of(path)[1].unlink()
    assert verify(path) == ["line 7: lines 4 to 6 are missing before it"]


def test_old_files_are_deleted_and_the_deletion_is_written_down(
    path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_months(path, keys, monkeypatch, ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05"], 3)
    assert files_of(path)[0].name.endswith("2026-02.jsonl")
    deleted = [line for line in read(path) if line["code"] == "audit_deleted"]
    assert [(line["through"], line["months"]) for line in deleted] == [(3, 3)]
    report = check(path, head=keys.noted, whole=True)
    assert (report.findings, report.notes) == ([], ["lines 1 to 3 were deleted in their time"])


def test_a_wrong_clock_deletes_nothing(path: Path, keys: KeptKeys, monkeypatch: pytest.MonkeyPatch) -> None:
    run_months(path, keys, monkeypatch, ["2026-01", "2026-02", "2099-01", "2099-01", "2026-02"], 3)
    assert len(files_of(path)) == 4
    assert "audit_deleted" not in codes(path)
    assert verify(path) == []


def test_a_large_file_is_closed(path: Path, keys: KeptKeys) -> None:
    audit = AuditFile(path, keys, size_cap=2000)
    for _ in range(12):
        audit.append("session_begun")
    assert len(files_of(path)) > 2
    assert max(file.stat().st_size for file in files_of(path)) < 2600
    assert verify(path) == []


def test_a_stop_between_closing_and_opening_loses_nothing(path: Path, keys: KeptKeys) -> None:
    write(path, keys)
    path.rename(path.with_name("audit-0000000001-2026-07.jsonl"))
    write(path, keys)
    assert codes(path)[4] == "file_continued"
    assert verify(path) == []


# --- what can be written ---


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
        ("session_exception", {"kind": "ValueError: 1234", "where": "ui.flow.step:12"}),
    ],
)
def test_nothing_else_can_be_written(path: Path, keys: KeptKeys, code: str, fields: dict[str, Any]) -> None:
    audit = AuditFile(path, keys)
    with pytest.raises(EventError):
        audit.append(code, **fields)
    assert codes(path) == ["chain_started"]


def test_a_refusal_never_repeats_the_value() -> None:
    with pytest.raises(EventError) as caught:
        check_event("session_exception", {"kind": "secret 1234", "where": "x:1"})
    assert "1234" not in str(caught.value)


def test_a_session_cannot_write_lines_of_the_supervisor() -> None:
    check_event("staff_called", {"call": "person"}, "session")
    with pytest.raises(EventError):
        check_event("card_left", {}, "session")


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


def test_the_whole_receipt_is_in_the_line_of_the_wipe(path: Path, keys: KeptKeys) -> None:
    steps = [StepResult(name, True, "", 3.4, name == "print_queue") for name in WIPE_STEPS[1:]]
    steps[2] = StepResult("card", False, "another program holds the card", 3001.0)
    receipt = Receipt(7, "ab", "idle", "2026-07-01T10:00:00", tuple(steps))
    line = AuditFile(path, keys).append(
        "wipe_failed", number=7, step=receipt.failed_step, ms=round(receipt.ms), **step_fields(receipt)
    )
    assert (line["curtain"], line["folder"], line["card"], line["card_ms"]) == ("missing", "done", "failed", 3001)
    assert (line["print_queue"], line["clipboard_ms"], line["step"]) == ("skipped", 3, "curtain")
    assert "another program" not in path.read_text()
