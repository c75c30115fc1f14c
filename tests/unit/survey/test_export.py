"""What a terminal exports is what the survey reads: signed, with its last line; whatever was changed is in doubt."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.audit import package
from kiosk.audit.key import PublicKey, Signer
from kiosk.audit.line import AUDIT_FILE, AuditUnwritable
from kiosk.exit_codes import ExitCode
from kiosk.reports.export import Exported, write_export
from kiosk.survey.chains import find_chains
from kiosk.survey.command import main
from kiosk.survey.findings import Kind
from kiosk.survey.walk import Walk
from tests.support.recorder import Recorder

MORNING = datetime.fromisoformat("2022-09-12T08:30")
WHERE = {"terminal": "nishi-1", "city": "見本市", "window": "西庁舎1階"}


class Terminal:
    """A terminal whose files lie in one folder, and the folder that its packages are carried to."""

    def __init__(self, folder: Path) -> None:
        self.recorder = Recorder(folder / "terminal", "nishi-1", MORNING)
        self.carried = folder / "carried"
        self.carried.mkdir()
        self.folder = folder

    def day(self, visits: int = 2) -> None:
        """One day with visits; the next line is of the day after."""
        self.recorder.start()
        for _ in range(visits):
            self.recorder.begin()
            self.recorder.end("finished")
        self.recorder.now = MORNING + timedelta(days=1)
        self.recorder.flush()

    def export(self, name: str = "nishi-1.zip") -> Exported:
        """What ``kiosk export`` writes."""
        return write_export(self.recorder.path, self.carried / name, WHERE, self.recorder.signer)

    def kinds(self, *keys: PublicKey) -> set[Kind]:
        """The findings of a walk over what was carried, with the terminal's key unless others are given."""
        scratch = self.folder / f"scratch-{len(list(self.folder.iterdir()))}"
        scratch.mkdir()
        found: set[Kind] = set()
        self.lines = 0
        for chain in find_chains([self.carried], scratch):
            walk = Walk(chain, keys or (self.recorder.signer.public,))
            self.lines += len(list(walk.rows()))
            found |= {finding.kind for finding in walk.findings}
        return found

    def change(self, change: Callable[[dict[str, bytes]], None]) -> None:
        """Change the content of the package."""
        file = self.carried / "nishi-1.zip"
        with zipfile.ZipFile(file) as opened:
            content = {name: opened.read(name) for name in opened.namelist()}
        change(content)
        with zipfile.ZipFile(file, "w") as made:
            for name, data in content.items():
                made.writestr(name, data)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    """A terminal after one day."""
    made = Terminal(tmp_path)
    made.day()
    yield made
    made.recorder.close()


def test_a_package_holds_files_key_last_line_and_monthly_counts(terminal: Terminal) -> None:
    done = terminal.export()
    with zipfile.ZipFile(terminal.carried / "nishi-1.zip") as opened:
        assert opened.read(AUDIT_FILE) == terminal.recorder.path.read_bytes()
        assert opened.read(package.KEY).decode() == terminal.recorder.signer.public.pem()
        manifest = json.loads(opened.read(package.MANIFEST))
    assert manifest["last"] == {"n": done.last.number, "hash": done.last.hash}
    assert manifest["window"] == "西庁舎1階"
    assert [(row["month"], row["supports"], row["wipes"]) for row in manifest["months"]] == [("2022-09", 2, 3)]
    assert done.lines == terminal.recorder.lines


def test_the_survey_reads_it(terminal: Terminal) -> None:
    done = terminal.export()
    assert terminal.kinds() == set()
    assert terminal.lines == done.lines


def test_a_line_that_is_being_written_is_left_out(terminal: Terminal) -> None:
    with terminal.recorder.path.open("ab") as file:
        file.write(b'{"n":99,"at":"2022')
    terminal.export()
    assert terminal.kinds() == set()


def _swap(content: dict[str, bytes]) -> None:
    content[AUDIT_FILE] = content[AUDIT_FILE].replace(b'"idle"', b'"gone"').replace(b"finished", b"give_up!")


def _cut(content: dict[str, bytes]) -> None:
    content[AUDIT_FILE] = b"".join(content[AUDIT_FILE].splitlines(keepends=True)[:-1])


def _recount(content: dict[str, bytes]) -> None:
    content[package.MANIFEST] = content[package.MANIFEST].replace(b'"supports": 2', b'"supports": 9')


def _unsign(content: dict[str, bytes]) -> None:
    del content[package.SIGNATURE]


def _empty(content: dict[str, bytes]) -> None:
    content.clear()


@pytest.mark.parametrize("change", [_swap, _cut, _recount, _unsign, _empty])
def test_a_changed_package_is_in_doubt(terminal: Terminal, change: Callable[[dict[str, bytes]], None]) -> None:
    terminal.export()
    terminal.change(change)
    assert Kind.PACKAGE in terminal.kinds()


@pytest.mark.parametrize("content", [b"", b"PK", b"\x00" * 100], ids=["empty", "short", "zeros"])
def test_what_is_no_package_is_in_doubt(terminal: Terminal, content: bytes) -> None:
    (terminal.carried / "nishi-1.zip").write_bytes(content)
    assert Kind.PACKAGE in terminal.kinds()


def _sealed(terminal: Terminal, change: Callable[[dict[str, bytes], dict[str, object]], None], signer: Signer) -> None:
    """Change content and list, and sign the list anew."""

    def again(content: dict[str, bytes]) -> None:
        manifest = json.loads(content[package.MANIFEST])
        change(content, manifest)
        content[package.MANIFEST], content[package.SIGNATURE] = package.seal(manifest, signer)

    terminal.change(again)


def test_a_list_of_another_key_is_in_doubt(terminal: Terminal) -> None:
    terminal.export()
    _sealed(terminal, lambda *_: None, Signer())
    assert terminal.kinds() == {Kind.UNKNOWN_KEY}


def test_an_end_that_was_cut_before_the_list_was_made_anew_is_found_by_the_last_line(terminal: Terminal) -> None:
    """Even the terminal's own key cannot hide it without a new list."""

    def cut(content: dict[str, bytes], manifest: dict[str, object]) -> None:
        _cut(content)
        content_hash = hashlib.sha256(content[AUDIT_FILE]).hexdigest()
        manifest["files"] = [{"name": AUDIT_FILE, "bytes": 0, "sha256": content_hash}]

    terminal.export()
    _sealed(terminal, cut, terminal.recorder.signer)
    assert terminal.kinds() == {Kind.CUT}


@pytest.mark.parametrize("name", ["../audit.jsonl", "/audit.jsonl", "sub/audit.jsonl", "audit.jsonl.exe", "x"])
def test_no_other_name_is_unpacked(terminal: Terminal, name: str) -> None:
    def rename(content: dict[str, bytes], manifest: dict[str, object]) -> None:
        content[name] = content.pop(AUDIT_FILE)
        manifest["files"] = [{**manifest["files"][0], "name": name}]  # type: ignore[index]

    terminal.export()
    _sealed(terminal, rename, terminal.recorder.signer)
    assert terminal.kinds() >= {Kind.PACKAGE, Kind.EMPTY}
    assert not [file for file in terminal.folder.rglob("audit.jsonl*") if "terminal" not in file.parts]


def test_what_unpacks_to_more_than_a_file_can_have_is_refused(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.export()
    monkeypatch.setattr(package, "_MOST_FILE", 1000)
    assert Kind.PACKAGE in terminal.kinds()


def test_a_later_package_takes_the_place_of_an_earlier_one(terminal: Terminal) -> None:
    terminal.export("1.zip")
    terminal.day()
    done = terminal.export("2.zip")
    assert terminal.kinds() == set()
    assert terminal.lines == done.lines


def test_a_later_package_with_other_lines_is_in_doubt(terminal: Terminal, tmp_path: Path) -> None:
    terminal.export("1.zip")
    other = Terminal(tmp_path / "other")
    other.recorder.signer = terminal.recorder.signer
    other.recorder.write("chain_restarted", reason="new_key", damaged=0, missing=0, **other.recorder.key)
    other.day(5)
    write_export(other.recorder.path, terminal.carried / "2.zip", WHERE, terminal.recorder.signer)
    other.recorder.close()
    assert Kind.REPLACED in terminal.kinds()


def test_nothing_to_export_is_said(tmp_path: Path) -> None:
    (tmp_path / AUDIT_FILE).write_bytes(b"")
    with pytest.raises(AuditUnwritable):
        write_export(tmp_path / AUDIT_FILE, tmp_path / "a.zip", WHERE, Signer())
    assert not (tmp_path / "a.zip").exists()


def test_the_command_answers_from_packages(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.export()
    (terminal.carried / "k.pem").write_text(terminal.recorder.signer.public.pem(), encoding="ascii")
    listed = terminal.carried / "terminals.toml"
    listed.write_text('[[terminal]]\nid = "nishi-1"\npublic_key = "k.pem"\n', encoding="utf-8")
    assert main([str(terminal.carried), "--register", str(listed), "--answer"]) == ExitCode.OK
    assert "該当なし" in capsys.readouterr().out


def test_a_package_that_cannot_be_read_is_no_answer(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    terminal.export()
    terminal.change(_cut)
    assert main([str(terminal.carried), "--from", "2022-09-12", "--until", "2022-09-12"]) == ExitCode.UNCONFIRMED
    assert Kind.PACKAGE in capsys.readouterr().out


def test_a_zip_is_read_from_its_bytes(terminal: Terminal) -> None:
    """The package is an ordinary ZIP, which the tools of any system open."""
    terminal.export()
    opened = zipfile.ZipFile(io.BytesIO((terminal.carried / "nishi-1.zip").read_bytes()))
    assert opened.testzip() is None
    assert set(opened.namelist()) == {package.MANIFEST, package.SIGNATURE, package.KEY, AUDIT_FILE}
