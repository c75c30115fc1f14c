"""run.py: what it installs, when it does nothing, and the arguments it passes on."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import run
from kiosk.exit_codes import ExitCode


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project folder; no command is really run."""
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(run, "TOOLS", tmp_path / ".venv-tools")
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_text("1")
    return tmp_path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The steps that would have been run."""
    made: list[list[str]] = []
    monkeypatch.setattr(run, "call", lambda command, *_: made.append(list(command)))
    return made


def test_the_standard_library_is_enough() -> None:
    tree = ast.parse(Path(run.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in names} <= sys.stdlib_module_names


def test_its_exit_code_is_the_programs() -> None:
    assert run.WRONG_USE == ExitCode.WRONG_USE


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run.main(["--help"])
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    for command in ("demo", "test", "check", "bench", "shots", "package", "kiosk"):
        assert any(line.split()[:1] == [command] and len(line.split()) > 2 for line in told.splitlines()), command


def test_a_folder_of_somebody_else_is_told_before_anything_is_installed(
    project: Path, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]
) -> None:
    monkeypatch.setattr("run.os.access", lambda *_: False)
    with pytest.raises(run.Stop, match="clone it as the user who uses it"):
        run.prepare("use")
    assert calls == []


def test_a_right_stamp_saves_everything(project: Path, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    python = run.venv_python()
    monkeypatch.setattr(run, "missing_packages", lambda _: [])

    def sync() -> None:
        python.parent.mkdir(parents=True, exist_ok=True)
        python.write_text("")
        calls.append(["sync"])

    monkeypatch.setattr(run, "sync", sync)
    run.prepare("use")
    run.prepare("use")
    assert calls == [["sync"]]
    (project / "uv.lock").write_text("2")
    run.prepare("use")
    assert calls == [["sync"]] * 2


def test_root_installs_what_is_missing(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    monkeypatch.setattr("run.os.geteuid", lambda: 0)
    monkeypatch.setattr(run, "available", lambda package: package.split("|")[-1])
    run.install_packages(["libegl1", "libasound2|libasound2t64"])
    assert [command[0] for command in calls] == ["apt-get", "apt-get"]
    assert calls[1][-2:] == ["libegl1", "libasound2t64"]


def test_others_are_told_what_root_has_to_run(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    """Not every system has sudo; without package lists no package would be found."""
    monkeypatch.setattr("run.os.geteuid", lambda: 1000)
    with pytest.raises(run.Stop) as stopped:
        run.install_packages(["libegl1", "libasound2|libasound2t64"])
    lines = str(stopped.value).splitlines()
    assert "as root" in lines[0]
    assert "sudo" not in str(stopped.value)
    assert lines[2:4] == ["  apt-get update", "  apt-get install -y --no-install-recommends libegl1 libasound2"]
    assert len(lines) == 4
    assert not calls


def test_what_the_tests_need_is_told_at_once(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("run.os.geteuid", lambda: 1000)
    monkeypatch.setattr(run, "missing_packages", lambda wanted: [name for name in wanted if name in ("libgl1", "xvfb")])
    with pytest.raises(run.Stop) as stopped:
        run.prepare("use")
    told = str(stopped.value).splitlines()
    assert [line for line in told if "install" in line] == [
        "  apt-get install -y --no-install-recommends libgl1",
        "  apt-get install -y --no-install-recommends xvfb",
    ]
    assert any("run.py test" in line for line in told)


@pytest.mark.parametrize("exists", [True, False])
def test_a_download_is_announced_only_before_the_first(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    calls: list[list[str]],
    capsys: pytest.CaptureFixture[str],
    exists: bool,
) -> None:
    monkeypatch.setattr(run, "find_uv", lambda: "uv")
    monkeypatch.setattr(run, "unpack_shiboken", lambda: None)
    if exists:
        run.venv_python().parent.mkdir(parents=True)
        run.venv_python().write_text("")
    run.sync()
    assert ("300 MB" in capsys.readouterr().err) is not exists
    assert ("--python" in calls[0]) is not exists


def test_why_uv_could_not_be_installed_is_not_guessed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder of another user the missing part is not python3-pip."""
    monkeypatch.setattr("run.shutil.which", lambda _: None)
    monkeypatch.setattr("run.sys.executable", "/nonexistent/python3")
    with pytest.raises(run.Stop, match=r"the lines above say why .*this folder is not yours"):
        run.find_uv()


def test_missing_packages_are_asked_of_dpkg(monkeypatch: pytest.MonkeyPatch) -> None:
    told = "installed libegl1\nnot-installed libgl1\ninstalled libasound2t64\n"
    monkeypatch.setattr("run.shutil.which", lambda _: "/usr/bin/dpkg-query")
    monkeypatch.setattr("run.subprocess.run", lambda *_, **__: subprocess.CompletedProcess([], 1, told, ""))
    assert run.missing_packages(["libegl1", "libgl1", "libasound2|libasound2t64", "pcscd"]) == ["libgl1", "pcscd"]


def test_without_dpkg_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("run.shutil.which", lambda _: None)
    assert run.missing_packages(["libegl1"]) == []


def test_uv_is_put_into_a_folder_of_its_own(
    project: Path, monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]
) -> None:
    monkeypatch.setattr("run.shutil.which", lambda _: None)
    with pytest.raises(run.Stop, match=r"\.venv-tools"):
        run.find_uv()
    assert calls[0][calls[0].index("--target") + 1] == str(project / ".venv-tools")
    uv = project / ".venv-tools" / "bin" / "uv"
    uv.parent.mkdir(parents=True)
    uv.write_text("")
    assert run.find_uv() == str(uv)


def test_a_failed_step_is_told_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(run.Stop, match="sorry"):
        run.call([sys.executable, "-c", "raise SystemExit(3)"], "sorry")
    with pytest.raises(run.Stop, match="sorry"):
        run.call(["no-such-program-anywhere"], "sorry")


def test_without_a_display_qt_draws_into_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert run.environment()["QT_QPA_PLATFORM"] == "offscreen"
    monkeypatch.setenv("DISPLAY", ":1")
    assert "QT_QPA_PLATFORM" not in run.environment()


@pytest.mark.parametrize(
    ("command", "module"),
    [("demo", ["-m", "kiosk", "demo"]), ("kiosk", ["-m", "kiosk"]), ("bench", ["-m", "tests.measure.bench"])],
)
def test_arguments_are_passed_on(monkeypatch: pytest.MonkeyPatch, command: str, module: list[str]) -> None:
    became: list[str] = []
    monkeypatch.setattr(run, "prepare", lambda _: None)

    def become(_: str, argv: list[str], __: dict[str, str]) -> None:
        became.extend(argv[1:])
        raise SystemExit(0)

    monkeypatch.setattr("run.os.execve", become)
    with pytest.raises(SystemExit):
        run.main([command, "--play", "x y"])
    assert became == [*module, "--play", "x y"]


def test_tests_are_run_by_the_projects_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "prepare", lambda _: None)
    monkeypatch.setattr(run, "python", lambda *arguments: 3 if arguments[-2:] == ("quick", "-x") else 0)
    assert run.main(["test", "quick", "-x"]) == 3


@pytest.mark.parametrize(
    ("words", "wanted", "session"),
    [
        ([], None, False),
        (["--all"], "1/1", True),
        (["--part", "1/10"], "1/10", True),
        (["--part", "3/10"], "3/10", False),
    ],
)
def test_the_witness_tries_what_was_asked_for(
    monkeypatch: pytest.MonkeyPatch, words: list[str], wanted: str | None, session: bool
) -> None:
    ran: list[tuple[tuple[str, ...], dict[str, str]]] = []
    monkeypatch.setattr(run, "prepare", lambda _: None)

    def python(*arguments: str, **extra: str) -> int:
        ran.append((arguments, extra))
        return 0

    monkeypatch.setattr(run, "python", python)
    assert run.main(["witness", *words, "-x"]) == 0
    [(arguments, extra)] = ran
    assert extra.get("KIOSK_WITNESS") == wanted
    assert ("tests/e2e/test_witness_session.py" in arguments) is session
    assert arguments[-1] == "-x"


@pytest.mark.parametrize("words", [["--part"], ["--part", "-x"], ["--part", "11/10"], ["--part", "0/3"], ["--part=3"]])
def test_a_part_that_is_none_does_not_run_everything(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    monkeypatch.setattr(run, "prepare", pytest.fail)
    with pytest.raises(SystemExit) as stopped:
        run.main(["witness", *words])
    assert stopped.value.code == run.WRONG_USE
    assert "--part" in capsys.readouterr().err
