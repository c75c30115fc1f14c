"""The commands: what they print, what they refuse, and their exit codes."""

import os
import sys
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk import __main__ as root
from kiosk.audit.file import AuditFile
from kiosk.audit.key import MemoryKeys
from kiosk.audit.line import AUDIT_FILE
from kiosk.cards.reader_names import is_virtual_reader
from kiosk.cli import run_cli
from kiosk.config import staff_code
from kiosk.config.settings import Config, load_config
from kiosk.config.staff_code import hash_code
from kiosk.desk import Desk
from kiosk.doctor import refusals
from kiosk.doctor.refusals import Refusal
from kiosk.exit_codes import ExitCode
from kiosk.failures import FailureName
from kiosk.procedures.model import Procedure
from kiosk.system import crash, dumps, logs, secret_store
from kiosk.system.secret_store import UNLOCK, StoreUnusable
from kiosk.version import __version__
from tests.conftest import ExpectedLogs
from tests.rules.sources import ROOT
from ui.terminal.root import Root


class Terminal:
    """Runs a command line; ``started`` holds the arguments that ``kiosk run`` passed on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._patch, self._capsys = monkeypatch, capsys
        self.started: list[Config] = []
        self.out = self.err = ""

    def _run(self, config: Config, procedures: tuple[Procedure, ...], desk: Desk) -> int:
        assert desk.helpline.number
        assert procedures
        self.started.append(config)
        return 0

    def __call__(self, *words: str) -> int:
        self._patch.setattr(sys, "argv", ["kiosk", *words])
        code = run_cli(self._run)
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.out + self.err
        return code


@pytest.fixture
def kiosk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """The command line."""
    return Terminal(monkeypatch, capsys)


@pytest.fixture(scope="module")
def hashed() -> str:
    """The hash of a staff code; making one is slow on purpose."""
    return hash_code(bytearray(b"503917"))


@pytest.fixture
def file(tmp_path: Path, hashed: str) -> Path:
    """A valid kiosk.toml with procedures and a data folder beside it."""
    procedures = tmp_path / "procedures"
    procedures.mkdir()
    example = ROOT / "resources/procedures/example.toml"
    (procedures / "example.toml").write_text(example.read_text(encoding="utf-8"), encoding="utf-8")
    made = tmp_path / "kiosk.toml"
    made.write_text(f'procedures_folder = "procedures"\ndata_folder = "data"\nstaff_code_hash = "{hashed}"\n')
    return made


def test_version_and_help(kiosk: Terminal) -> None:
    assert kiosk("--version") == 0
    assert kiosk.out == f"kiosk {__version__}\n"
    assert kiosk("--help") == 0
    assert all(word in kiosk.out for word in ("config", "run", "staff-code", "audit"))


@pytest.mark.parametrize("words", [("bogus",), ("run", "--no-sandbox"), ("session", "x"), ("session",), ("audit",)])
def test_wrong_use_is_told_with_code_2(kiosk: Terminal, words: tuple[str, ...]) -> None:
    assert kiosk(*words) == 2


def test_config_shows_value_and_source(kiosk: Terminal, file: Path) -> None:
    assert kiosk("config", "--config", str(file)) == 0
    rows = {line.split()[0]: line for line in kiosk.out.splitlines()}
    assert rows["data_folder"].endswith(str(file))
    assert rows["timers.idle"].endswith("default")
    assert "scrypt" not in kiosk.out


@pytest.mark.parametrize("command", ["config", "run"])
def test_a_wrong_file_is_told_with_code_2(kiosk: Terminal, tmp_path: Path, command: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text("[timers]\nidle = 5\n")
    assert kiosk(command, "--config", str(file)) == 2
    assert all(part in kiosk.err for part in (str(file), "timers.idle", "5", "30 to 300 seconds", "[T02]"))


def test_run_without_a_configuration_is_refused(
    kiosk: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.config.settings.DEFAULT_FILE", tmp_path / "none.toml")
    assert kiosk("run") == 2
    assert "none.toml" in kiosk.err


def test_run_with_a_wrong_procedure_is_told(kiosk: Terminal, file: Path) -> None:
    broken = file.parent / "procedures" / "broken.toml"
    broken.write_text("x = 1")
    assert kiosk("run", "--config", str(file)) == 2
    assert str(broken) in kiosk.err


def test_run_starts_when_nothing_forbids_it(kiosk: Terminal, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "refusals", lambda *_: [])
    assert kiosk("run", "--config", str(file)) == 0
    assert [config.file for config in kiosk.started] == [file]


def test_what_is_served_is_what_was_checked(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A procedure file that is damaged after the check is not read again."""
    served: list[Root] = []

    def damage_then_refuse_nothing(*_: object) -> list[Refusal]:
        (file.parent / "procedures" / "example.toml").write_text("x = 1")
        return []

    def serve(made: Root) -> int:
        served.append(made)
        return 0

    monkeypatch.setattr(refusals, "refusals", damage_then_refuse_nothing)
    monkeypatch.setattr("kiosk.system.logs.configure", lambda *_: None)
    monkeypatch.setattr("ui.terminal.root.run_terminal", serve)
    monkeypatch.setattr(sys, "argv", ["kiosk", "run", "--config", str(file)])
    assert crash.guarded(root._run_command) == ExitCode.OK
    assert [item.id for item in served[0].settings.procedures] == ["example"]


def test_run_tells_every_refusal_with_code_3(kiosk: Terminal, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    both = [Refusal(FailureName.CONFIG_WRONG, "the first"), Refusal(FailureName.STAFF_CODE_MISSING, "the second")]
    monkeypatch.setattr(refusals, "refusals", lambda *_: both)
    assert kiosk("run", "--config", str(file)) == 3
    assert kiosk.err.splitlines() == ["kiosk: refused: the first [T02]", "kiosk: refused: the second [T03]"]
    assert not kiosk.started


def reasons(config: Config, environment: dict[str, str] | None = None) -> str:
    """All refusals as one text."""
    return "\n".join(f"{item.failure}: {item.text}" for item in refusals.refusals(config, environment or {}))


@pytest.fixture
def clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a reason to refuse a start."""
    monkeypatch.setattr(refusals, "is_administrator", lambda: False)
    monkeypatch.setattr(refusals, "writable_by_us", lambda _: [])
    monkeypatch.setattr(dumps, "trouble", lambda: "")
    monkeypatch.setattr("kiosk.audit.key.why_unusable", lambda: "")


@pytest.mark.usefixtures("clean")
def test_a_clean_machine_is_not_refused(file: Path) -> None:
    assert reasons(load_config(file)) == ""


@pytest.mark.usefixtures("clean")
def test_root_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "is_administrator", lambda: True)
    assert "root" in reasons(load_config(file))


@pytest.mark.usefixtures("clean")
def test_switches_of_the_engine_are_refused(file: Path) -> None:
    assert "sandbox_missing" in reasons(load_config(file), {"QTWEBENGINE_DISABLE_SANDBOX": "1"})


@pytest.mark.usefixtures("clean")
def test_a_machine_that_would_keep_the_memory_of_a_crash_is_refused(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "trouble", lambda: "core dumps are not limited")
    assert "core dumps are not limited" in reasons(load_config(file))


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize("name", [AUDIT_FILE, logs.FILE_NAME])
def test_a_pipe_or_folder_in_place_of_a_file_is_told_before_it_can_stop_anything(file: Path, name: str) -> None:
    config = load_config(file)
    (config.data_folder / name).mkdir(parents=True)
    assert reasons(config) == (
        f"audit_unwritable: {config.data_folder / name} is no regular file (data_folder): move it away"
    )


@pytest.mark.usefixtures("clean")
def test_a_missing_staff_code_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_code, "_from_keyring", lambda: "")
    assert "staff_code_missing" in reasons(load_config(file).model_copy(update={"staff_code_hash": ""}))


@pytest.mark.usefixtures("clean")
def test_a_missing_keyring_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.audit.key.why_unusable", lambda: "there is no keyring")
    assert reasons(load_config(file)) == "keyring_missing: the key of the audit file has no place: there is no keyring"


@pytest.mark.usefixtures("clean")
def test_a_keyring_that_cannot_tell_the_staff_code_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where it answers a moment later: nobody knows whether there is a code."""

    def locked() -> str:
        raise StoreUnusable("the keyring is locked", UNLOCK)

    monkeypatch.setattr(staff_code, "_from_keyring", locked)
    told = reasons(load_config(file).model_copy(update={"staff_code_hash": ""}))
    assert told.startswith(
        "keyring_missing: the staff code cannot be read: the keyring is locked: it has to be unlocked"
    )


@pytest.mark.usefixtures("clean")
def test_a_data_folder_that_cannot_be_written_is_refused(file: Path) -> None:
    assert "audit_unwritable" in reasons(load_config(file).model_copy(update={"data_folder": file / "data"}))


def test_a_refused_start_leaves_nothing_behind(file: Path) -> None:
    """In particular no data folder of root's, which the kiosk account could not use afterwards."""
    config = load_config(file).model_copy(update={"reader_name": "vpcd"})
    assert reasons(config)
    assert not config.data_folder.exists()


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize(
    ("name", "remedy"),
    [("theirs", "it belongs to root; as root: chown"), ("theirs/data", "it is not there and this user cannot make it")],
)
def test_the_refused_data_folder_has_an_owner_and_a_remedy(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, remedy: str
) -> None:
    (file.parent / "theirs").mkdir()
    monkeypatch.setattr(refusals, "takes_files", lambda _: False)
    monkeypatch.setattr(refusals, "_account_name", lambda uid: "kiosk" if uid == os.geteuid() else "root")
    monkeypatch.setattr("kiosk.doctor.refusals.os.geteuid", lambda: 4_000_000)
    found = reasons(load_config(file).model_copy(update={"data_folder": file.parent / name}))
    assert remedy in found
    assert str(file.parent / name) in found.rpartition("as root: ")[2]
    assert "kiosk" in found.rpartition("as root: ")[2]


@pytest.mark.usefixtures("clean")
@pytest.mark.parametrize("name", ["data", "further/down/data"])
def test_a_data_folder_that_can_be_made_is_not_made_yet(file: Path, name: str) -> None:
    assert not reasons(load_config(file).model_copy(update={"data_folder": file.parent / name}))
    assert not (file.parent / name).exists()


def test_what_this_user_can_write_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "is_administrator", lambda: False)
    assert f"this user could change {file.parent}" in reasons(load_config(file))


def test_root_is_not_told_of_every_file_that_it_could_change(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "is_administrator", lambda: True)
    assert "could change" not in reasons(load_config(file))


def test_the_program_itself_is_looked_at() -> None:
    names = {folder.name for folder in refusals.program_folders()}
    assert {"kiosk", "ui", "resources"} <= names


@pytest.mark.parametrize("name", ["Virtual PCD 00 00", "vpcd", "Microsoft Virtual Smart Card 0", "Training reader"])
def test_virtual_readers_are_refused(tmp_path: Path, name: str) -> None:
    assert is_virtual_reader(name)
    assert "virtual reader" in reasons(Config(reader_name=name, data_folder=tmp_path / "data"))


@pytest.mark.parametrize("name", ["", "ACS ACR39U ICC Reader 00 00", "SONY FeliCa RC-S300/P 00 00"])
def test_real_readers_are_not(name: str) -> None:
    assert not is_virtual_reader(name)


def answers(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    """The answers to the prompts."""
    waiting = list(given)
    monkeypatch.setattr("kiosk.commands.secrets.typer.prompt", lambda *_, **__: waiting.pop(0))


def test_staff_code_hash_prints_the_line(kiosk: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "503917", "503917")
    assert kiosk("staff-code", "hash") == 0
    assert kiosk.out.startswith('staff_code_hash = "scrypt$')


@pytest.fixture
def unlocked(monkeypatch: pytest.MonkeyPatch) -> None:
    """An account with a keyring that answers."""
    monkeypatch.setattr(secret_store, "SecretStore", lambda: SimpleNamespace(check=lambda: None))


def test_staff_code_set_asks_for_none_that_nothing_would_keep(kiosk: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> None:
        raise StoreUnusable("the keyring is locked", UNLOCK)

    monkeypatch.setattr(secret_store, "SecretStore", locked)
    answers(monkeypatch)
    assert kiosk("staff-code", "set") == 1
    assert "the keyring is locked" in kiosk.err
    assert kiosk.out == ""


@pytest.mark.usefixtures("unlocked")
def test_staff_code_set_stores_it(kiosk: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[bytes] = []
    monkeypatch.setattr(staff_code, "set_code", lambda code: kept.append(bytes(code)))
    answers(monkeypatch, "503917", "503917")
    assert kiosk("staff-code", "set") == 0
    assert kept == [b"503917"]


@pytest.mark.usefixtures("unlocked")
@pytest.mark.parametrize("given", [("503917", "503918"), ("123456", "123456"), ("1", "1")])
def test_staff_code_set_refuses(kiosk: Terminal, monkeypatch: pytest.MonkeyPatch, given: tuple[str, str]) -> None:
    answers(monkeypatch, *given)
    assert kiosk("staff-code", "set") == 1
    assert not any(code in kiosk.err for code in given if len(code) > 1)


def test_audit_show_and_verify(kiosk: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "audit.jsonl"
    audit = AuditFile(path, MemoryKeys())
    audit.append("session_begun")
    audit.append("session_ended", reason="idle")
    assert kiosk("audit", "show", "--file", str(path)) == 0
    assert kiosk.out.splitlines()[-1].endswith("利用が終わりました：操作がありませんでした")
    assert kiosk("audit", "verify", "--file", str(path)) == 0
    assert "3 lines, the chain holds" in kiosk.out
    path.write_text(path.read_text().replace("idle", "late"))
    assert kiosk("audit", "verify", "--file", str(path)) == 1
    assert kiosk.out.startswith("line 3: damaged")


@pytest.mark.parametrize("command", ["show", "verify"])
def test_a_missing_audit_file_is_told(kiosk: Terminal, tmp_path: Path, command: str) -> None:
    assert kiosk("audit", command, "--file", str(tmp_path / "none")) == 1
    assert "[T01]" in kiosk.err


def broken(*_: Any) -> int:
    """A command with a mistake in it."""
    raise ValueError("canary 4649")


def test_nobody_sees_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("unexpected")
    monkeypatch.setattr(root, "_run_command", broken)
    monkeypatch.setattr(crash, "prepare", lambda: None)
    monkeypatch.setattr(crash, "end_on_exception", lambda: None)
    with pytest.raises(SystemExit) as stopped:
        root.main()
    told = capsys.readouterr().err
    assert stopped.value.code == ExitCode.UNEXPECTED
    assert "ValueError at test_cli.py:" in told
    assert "Traceback" not in told
    assert "canary" not in told


def test_the_version_costs_no_imports(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["kiosk", "--version"])
    began = time.perf_counter()
    assert root._run_command() == 0
    assert time.perf_counter() - began < 0.05
    assert capsys.readouterr().out == f"kiosk {__version__}\n"
