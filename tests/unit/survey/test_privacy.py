"""A name that somebody wrote into an audit file is nowhere in what a survey says or writes."""

import io
import json
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kiosk.audit.line import canonical, hash_of, signature_text, signed_bytes
from kiosk.exit_codes import ExitCode
from kiosk.survey import store
from kiosk.survey.chains import UNKNOWN
from tests.support.recorder import Recorder

if TYPE_CHECKING:
    from tests.unit.survey.conftest import City

pytestmark = pytest.mark.slow
NAME = "郡山花子"


def plant(recorder: Recorder, **fields: object) -> None:
    """A line of the right form, hash, link and signature, with a name in it."""
    recorder.write("login_done")
    recorder.close()
    lines = recorder.path.read_bytes().splitlines(keepends=True)
    line = {**json.loads(lines[-1]), **fields}
    line["hash"] = hash_of(line)
    line["sig"] = signature_text(recorder.signer.sign(signed_bytes(line["hash"])))
    recorder.path.write_bytes(b"".join([*lines[:-1], canonical(line) + b"\n"]))


def outputs(folder: Path) -> bytes:
    """All content that the survey wrote, unpacked."""
    found = [file.read_bytes() for file in sorted(folder.iterdir())]
    packed = [zipfile.ZipFile(io.BytesIO(data)) for data in found if data.startswith(b"PK")]
    return b"".join([*found, *(book.read(name) for book in packed for name in book.namelist())])


@pytest.mark.parametrize(
    "fields",
    [
        {"name": NAME},
        {"code": "suspected_mixup", "procedure": NAME},
        {"code": "session_ended", "reason": NAME},
        {"code": "mixup_by_staff", "seen": NAME, "when": "now", "mark": "apple"},
        {"code": "commit_unchecked", "kind": NAME},
        {
            "code": "kiosk_started",
            "terminal": NAME,
            "training": False,
            "version": "1",
            "config": NAME,
            "procedures": "",
        },
        {"code": NAME},
        {"at": NAME},
        {"prev": NAME},
    ],
    ids=lambda fields: next(iter(fields)) + fields.get("code", ""),
)
def test_a_planted_name_is_nowhere(
    city: "City", tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fields: dict[str, object]
) -> None:
    terminal = city.terminal()
    terminal.begin()
    plant(terminal, **fields)
    out = tmp_path / "out"
    out.mkdir()
    finish = store.Store.finish

    def keep(self: store.Store) -> None:
        finish(self)
        (out / "lines").write_text(repr(self._database.execute("select * from lines").fetchall()), encoding="utf-8")

    monkeypatch.setattr(store.Store, "finish", keep)
    files = [f"--{kind}={out / kind}" for kind in ("html", "csv", "xlsx")]
    assert city.survey(*files) != ExitCode.OK
    assert len(list(out.iterdir())) == 4
    assert NAME not in city.out + city.err
    assert NAME.encode() not in outputs(out)


def test_names_of_files_and_a_first_start_are_no_way_in(city: "City") -> None:
    """What does not look like a terminal's name is not printed as one."""
    files = city.folder / "files" / NAME
    files.mkdir(parents=True)
    (files / "audit.jsonl").write_bytes(b"")
    (files / f"{NAME}.zip").write_bytes(b"no package")
    terminal = city.terminal()
    start = {"training": False, "version": "1", "config": "", "procedures": ""}
    plant(terminal, code="kiosk_started", terminal=NAME, **start)
    lines = terminal.path.read_bytes().splitlines(keepends=True)
    terminal.path.write_bytes(lines[-1])
    assert city.survey("--from", "2022-09-12", "--until", "2022-09-12") == ExitCode.UNCONFIRMED
    assert city.out.count(UNKNOWN) > 3
    assert NAME not in city.out + city.err
