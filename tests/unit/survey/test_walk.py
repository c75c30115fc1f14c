"""What was changed, cut or is missing is a finding with its time, and 該当なし is refused for it."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from kiosk.audit.file import AuditFile
from kiosk.audit.key import MemoryKeys, PublicKey, Signer
from kiosk.audit.line import canonical, hash_of, parse, signature_text, signed_bytes
from kiosk.audit.verify import check
from kiosk.exit_codes import ExitCode
from kiosk.survey.chains import Chain, find_chains
from kiosk.survey.findings import Kind
from kiosk.survey.walk import Row, Walk
from tests.support.audit_lines import started
from tests.support.recorder import Recorder

if TYPE_CHECKING:
    from tests.unit.survey.conftest import City

START = datetime.fromisoformat("2022-09-12T08:30")
Lines = list[bytes]


class Day:
    """A file of one day with some visits, its key, and what a walk says of changed content."""

    def __init__(self, folder: Path, visits: int = 2, days: int = 1) -> None:
        recorder = Recorder(folder / "nishi-1", "nishi-1", START)
        for day in range(days):
            recorder.now = START + timedelta(days=day)
            recorder.start()
            for _ in range(visits):
                recorder.begin()
                recorder.end("finished")
        recorder.close()
        self.path, self.signer = recorder.path, recorder.signer
        self.key: PublicKey = recorder.signer.public
        self.lines: Lines = self.path.read_bytes().splitlines(keepends=True)

    def walk(self, lines: Lines | None = None, keys: tuple[PublicKey, ...] | None = None, every: bool = False) -> Walk:
        """A finished walk over this content."""
        if lines is not None:
            self.path.write_bytes(b"".join(lines))
        walk = Walk(Chain("nishi-1", (self.path,)), (self.key,) if keys is None else keys, every=every)
        self.rows: list[Row] = list(walk.rows())
        return walk

    def kinds(self, lines: Lines | None = None, **more: bool) -> set[Kind]:
        """The kinds of findings."""
        return {finding.kind for finding in self.walk(lines, **more).findings}  # type: ignore[arg-type]

    def forged(self, raw: bytes, signer: Signer | None = None, **changes: object) -> bytes:
        """A line with other content and the right hash; signed anew where there is a ``signer``."""
        line = {**json.loads(raw), **changes}
        line["hash"] = hash_of(line)
        if signer:
            line["sig"] = signature_text(signer.sign(signed_bytes(line["hash"])))
        return canonical(line) + b"\n"


@pytest.fixture
def day(tmp_path: Path) -> Day:
    """A day that nobody touched."""
    return Day(tmp_path)


@pytest.fixture(scope="module")
def touched(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """A day for all examples; each writes the file again."""
    return Day(tmp_path_factory.mktemp("day"))


def test_an_untouched_file_has_no_findings(day: Day) -> None:
    walk = day.walk(every=True)
    assert walk.findings == []
    assert walk.days == {"2022-09-12"}
    assert len(day.rows) == len(day.lines) == walk.lines
    assert check(day.path, [day.key]).findings == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_any_changed_byte_is_found(touched: Day, data: st.DataObject) -> None:
    """Hash and link are checked of each line; a signature that was changed itself, where signatures are checked."""
    content = bytearray(b"".join(touched.lines))
    where = data.draw(st.integers(0, len(content) - 1))
    content[where] ^= data.draw(st.integers(1, 255))
    assert touched.walk([bytes(content)], every=True).findings


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.data())
def test_a_removed_a_doubled_and_a_moved_line_are_found(touched: Day, data: st.DataObject) -> None:
    lines = touched.lines
    place = data.draw(st.integers(0, len(lines) - 2))
    assert touched.kinds([*lines[:place], *lines[place + 1 :]])
    assert Kind.MISPLACED in touched.kinds([*lines[: place + 1], *lines[place:]])
    assert touched.kinds([*lines[:place], lines[place + 1], lines[place], *lines[place + 2 :]])


def test_a_changed_line_counts_from_the_line_before_to_the_line_after(day: Day) -> None:
    day.lines[8] = day.lines[8].replace(b'"code"', b'"c0de"')
    (finding,) = day.walk(day.lines).findings
    before, after = (json.loads(day.lines[place])["at"][:23] for place in (7, 9))
    assert (finding.kind, finding.since, finding.until) == (Kind.DAMAGED, before, after)


def test_lines_that_were_made_anew_from_the_middle_on_are_found_by_the_last_signature(day: Day) -> None:
    """Whoever has no key can make hashes, but no signature."""
    made, last = day.lines[:10], json.loads(day.lines[9])["hash"]
    for raw in day.lines[10:]:
        made.append(day.forged(raw, Signer(), prev=last))
        last = json.loads(made[-1])["hash"]
    assert day.kinds(made) == {Kind.SIGNATURE}
    (finding,) = day.walk(made).findings
    assert finding.since == START.isoformat(timespec="milliseconds")


def test_a_file_signed_with_another_key_from_its_beginning_is_found(day: Day) -> None:
    stranger = Signer()
    made, last = [], "0" * 64
    for raw in day.lines:
        own = {"key": stranger.public.text} if b"chain_started" in raw else {}
        made.append(day.forged(raw, stranger, prev=last, **own))
        last = json.loads(made[-1])["hash"]
    assert day.kinds(made) == {Kind.UNKNOWN_KEY}


def test_without_a_registered_key_the_whole_file_is_in_doubt(day: Day) -> None:
    assert [finding.kind for finding in day.walk(keys=()).findings] == [Kind.NO_KEY]


def test_a_line_outside_the_closed_list_is_found_and_not_loaded(day: Day) -> None:
    day.lines[-1] = day.forged(day.lines[-1], day.signer, name="山田花子")
    assert Kind.UNDECLARED in day.kinds(day.lines)
    assert len(day.rows) == len(day.lines) - 1


@pytest.mark.parametrize("at", ["", "yesterday", "2022-13-01T00:00:00.000+09:00", "20220912T083000"])
def test_a_line_without_a_time_is_damaged(day: Day, at: str) -> None:
    day.lines[-1] = day.forged(day.lines[-1], day.signer, at=at)
    assert day.kinds(day.lines) == {Kind.DAMAGED}


@pytest.mark.parametrize(
    "garbage", [b"\n", b"null\n", b"[1]\n", b"{" * 5000 + b"\n", b"x" * 200_000 + b"\n", b"\xff\n"]
)
def test_what_is_no_line_is_damaged(day: Day, garbage: bytes) -> None:
    assert Kind.DAMAGED in day.kinds([*day.lines, garbage])


def test_a_line_that_is_being_written_is_read(day: Day) -> None:
    assert day.kinds([*day.lines[:-1], day.lines[-1].rstrip(b"\n")]) == set()


def test_older_lines_that_were_deleted_in_their_time_are_no_finding(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "nishi-1", "nishi-1", START)
    recorder.now = START + timedelta(days=40)
    recorder.start()
    recorder.write("audit_deleted", through=1, months=13)
    recorder.close()
    old = next(recorder.path.parent.glob("audit-*.jsonl"))
    old.unlink()
    walk = Walk(find_chains([tmp_path], tmp_path)[0], (recorder.signer.public,))
    assert [row.code for row in walk.rows()][:2] == ["file_continued", "kiosk_started"]
    assert walk.findings == []


def test_older_lines_that_are_missing_are_a_finding(day: Day) -> None:
    assert Kind.OLDER in day.kinds(day.lines[3:])


def test_what_the_terminal_itself_saw_is_a_finding(tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "nishi-1", "nishi-1", START)
    recorder.write("clock_jump", seconds=-3600)
    recorder.write(
        "chain_restarted", reason="cut", damaged=0, missing=3, key=recorder.signer.public.text, kept="keyring"
    )
    recorder.write(
        "kiosk_started", training=True, terminal="other", version="0.1.0", config="1" * 16, procedures="2" * 16
    )
    recorder.close()
    walk = Walk(Chain("nishi-1", (recorder.path,)), (recorder.signer.public,))
    list(walk.rows())
    assert [finding.kind for finding in walk.findings] == [Kind.CLOCK, Kind.RESTARTED, Kind.TRAINING, Kind.RENAMED]


@pytest.mark.parametrize(
    ("back", "kinds"), [(300, set()), (3600, {Kind.CLOCK}), (13 * 3600, {Kind.WRONG_CLOCK})], ids=["s", "hour", "day"]
)
def test_a_clock_that_goes_back_unsaid_is_found(tmp_path: Path, back: int, kinds: set[Kind]) -> None:
    """It was set while the terminal was off; a date that may be another day's is in doubt."""
    recorder = Recorder(tmp_path / "nishi-1", "nishi-1", START)
    recorder.start()
    recorder.wait(-back)
    recorder.write("kiosk_stopped")
    recorder.close()
    walk = Walk(Chain("nishi-1", (recorder.path,)), (recorder.signer.public,))
    list(walk.rows())
    assert {finding.kind for finding in walk.findings} == kinds


class Keyring(MemoryKeys):
    """A key that is kept."""

    kept = "keyring"


def test_what_the_program_itself_writes_has_no_findings(tmp_path: Path) -> None:
    keys = Keyring()
    audit = AuditFile(tmp_path / "audit.jsonl", keys, size_cap=1000)
    for _ in range(8):
        audit.append("kiosk_started", **started("nishi-1"))
    audit.close()
    (chain,) = find_chains([tmp_path], tmp_path)
    walk = Walk(chain, (keys.signer().public,), every=True)
    codes = [row.code for row in walk.rows()]
    assert codes.count("file_continued") > 1
    assert walk.findings == []


def test_an_empty_and_an_unreadable_file_are_findings(tmp_path: Path) -> None:
    (tmp_path / "audit.jsonl").write_bytes(b"")
    for files in ((tmp_path / "audit.jsonl",), (tmp_path / "gone.jsonl",)):
        walk = Walk(Chain("x", files), ())
        assert list(walk.rows()) == []
        assert {finding.kind for finding in walk.findings} >= {Kind.EMPTY}


# --- what the answer makes of it --------------------------------------------------------------------------------------


def _removed(lines: Lines) -> Lines:
    return [*lines[:10], *lines[11:]]


def _changed(lines: Lines) -> Lines:
    return [*lines[:10], lines[10].replace(b'"mono"', b'"m0no"'), *lines[11:]]


@pytest.mark.parametrize(("change", "kind"), [(_removed, Kind.MISSING), (_changed, Kind.DAMAGED)])
def test_a_day_that_was_tampered_with_gets_no_none(city: "City", change: Callable[[Lines], Lines], kind: Kind) -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.end("finished")
    city.edit(change)
    assert city.survey("--answer") == ExitCode.UNCONFIRMED
    assert "回答：該当なし" not in city.out
    (gap,) = city.section("確認できない期間・端末")[2:]
    assert kind in gap


def test_a_cited_line_whose_signature_is_wrong_is_in_doubt(city: "City") -> None:
    """A walk looks at few signatures; a line that an answer rests on is looked at again."""
    terminal = city.terminal()
    terminal.begin()
    terminal.write("suspected_mixup", procedure="points")
    terminal.end("suspected_mixup")

    def swap(lines: Lines) -> Lines:
        made = [parse(raw.rstrip(b"\n")) for raw in lines]
        line = next(line for line in made if line and line["code"] == "suspected_mixup")
        line["sig"] = signature_text(Signer().sign(b"other"))
        return [canonical(line) + b"\n" for line in made if line]

    city.edit(swap)
    assert city.survey() == ExitCode.FOUND
    assert "署名不可" in city.out
    assert Kind.SIGNATURE in "".join(city.section("確認できない期間・端末"))


def test_a_signature_that_nobody_cites_is_found_when_all_are_checked(city: "City") -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.end("finished")

    def swap(lines: Lines) -> Lines:
        line = json.loads(lines[5])
        line["sig"] = signature_text(Signer().sign(b"other"))
        return [*lines[:5], canonical(line) + b"\n", *lines[6:]]

    city.edit(swap)
    assert city.survey("--answer") == ExitCode.OK
    assert city.survey("--answer", "--every-signature") == ExitCode.UNCONFIRMED


def test_without_a_list_no_terminal_can_be_answered_for(city: "City") -> None:
    city.terminal().close()
    assert city.survey("--answer", register=False) == ExitCode.UNCONFIRMED
    assert Kind.NO_KEY in city.out


def test_two_records_of_one_name_are_in_doubt(city: "City", tmp_path: Path) -> None:
    city.terminal().close()
    copy = tmp_path / "files" / "copy"
    copy.mkdir()
    (copy / "audit.jsonl").write_bytes(city.path().read_bytes())
    assert city.survey() == ExitCode.UNCONFIRMED
    assert "nishi-1（2）" in "".join(city.section("確認できない期間・端末"))
