"""The production build starts, and contains neither the training part nor a test mode."""

import json
import marshal
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType

import pytest

from kiosk.version import __version__

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.e2e, pytest.mark.slow, pytest.mark.timeout(420)]

#: Packages that only training, tests and developers need.
NOT_SHIPPED = (
    "kiosk.training", "tests.gallery", "tests", "starlette", "uvicorn", "jinja2", "pytest", "_pytest", "hypothesis",
    "mypy", "httpx", "PyInstaller", "sqlite3", "kiosk.survey", "duckdb", "xlsxwriter",
)  # fmt: skip
OWN = ("kiosk", "ui", "resources")


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a new build."""
    place = tmp_path_factory.mktemp("package")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(place / "dist"), "--workpath", str(place / "build"), "packaging/kiosk.spec"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    return place / "dist" / "kiosk"


@pytest.fixture(scope="session")
def modules(build: Path) -> dict[str, CodeType]:
    """Every Python module in the build with its code."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(build / "kiosk")).open_embedded_archive("PYZ.pyz")
    found = {name: archive.extract(name) for name in archive.toc}
    return {name: code for name, code in found.items() if isinstance(code, CodeType)}


def strings(code: CodeType) -> Iterator[str]:
    """All text constants of a module and of its functions."""
    for constant in code.co_consts:
        if isinstance(constant, str):
            yield constant
        elif isinstance(constant, tuple | frozenset):
            yield from (item for item in constant if isinstance(item, str))
        elif isinstance(constant, CodeType):
            yield from strings(constant)


def frozen(build: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the frozen program with a minimal environment."""
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(build.parent), "LANG": "C.UTF-8"}
    command = [str(build / "kiosk"), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_it_starts_and_tells_its_version(build: Path) -> None:
    done = frozen(build, "--version")
    assert (done.returncode, done.stdout) == (0, f"kiosk {__version__}\n"), done.stderr


def test_its_engine_shows_a_page_and_holds_requests(build: Path, tmp_path: Path) -> None:
    """A build without one of the engine's files starts as well, and then opens no page for anybody.

    Root's engine refuses to start with its sandbox; what confines it is tested elsewhere.
    """
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    command = [str(build / "kiosk"), "engine-probe"]
    probe = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert probe.stdout is not None
    with probe:
        reports = [json.loads(probe.stdout.readline()) for _ in range(2)]
        assert probe.stdin is not None
        probe.stdin.close()  # it ends then
    assert reports[1].get("hold_ms"), reports


def test_it_shows_its_configuration(build: Path) -> None:
    done = frozen(build, "config")
    assert done.returncode == 0, done.stderr
    assert "timers.idle" in done.stdout


@pytest.mark.parametrize(
    "words", [("demo",), ("survey",), ("run", "--no-sandbox"), ("run", "--training"), ("run", "--test")]
)
def test_training_and_test_mode_are_unknown_to_it(build: Path, words: tuple[str, ...]) -> None:
    done = frozen(build, *words)
    assert done.returncode == 2
    assert "No such" in done.stderr


def test_it_refuses_to_run_without_a_configuration(build: Path) -> None:
    done = frozen(build, "run")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_the_program_is_in_it(modules: dict[str, CodeType]) -> None:
    assert {
        "kiosk.cli",
        "kiosk.wipe.steps",
        "kiosk.supervisor.supervisor",
        "ui.browser.embedded.browser",
        "resources",
    } <= modules.keys()


def test_every_screen_is_in_it(modules: dict[str, CodeType]) -> None:
    """The session imports the larger ones by name (``ui/session/root.py``), which PyInstaller does not see."""
    screens = {f"ui.screens.{file.stem}" for file in (ROOT / "ui" / "screens").glob("[a-z]*.py")}
    assert len(screens) > 8
    assert screens <= modules.keys()


@pytest.mark.parametrize("package", NOT_SHIPPED)
def test_no_module_of_it_is_in_the_archive(modules: dict[str, CodeType], package: str) -> None:
    assert not [name for name in modules if name == package or name.startswith(package + ".")]


def test_no_file_of_it_is_in_the_folder(build: Path) -> None:
    names = [file.relative_to(build).as_posix() for file in build.rglob("*") if file.is_file()]
    assert any(name.endswith("resources/failures.toml") for name in names)
    excluded = (
        "kiosk/training",
        "procedures/training",
        "resources/cards",
        "resources/survey",
        "duckdb",
        "virtualkeyboard",
        "tests/",
    )
    assert not [name for name in names if any(part in name.lower() for part in excluded)]


def test_no_switch_opens_the_sandbox(modules: dict[str, CodeType]) -> None:
    own = {name: code for name, code in modules.items() if name.split(".")[0] in OWN}
    assert len(own) > 20
    found = [(name, text) for name, code in own.items() for text in strings(code) if "no-sandbox" in text]
    assert not found
    assert all("DISABLE_SANDBOX" not in text for code in own.values() for text in strings(code))


def test_nothing_in_it_knows_this_machine(build: Path, modules: dict[str, CodeType]) -> None:
    here = os.fsencode(ROOT) + b"/"
    assert [name for name, code in modules.items() if here in marshal.dumps(code)] == []
    assert here not in (build / "kiosk").read_bytes()
