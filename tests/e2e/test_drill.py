"""The whole drill as IT runs it: its report, a line for each scenario, and nothing left behind."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from kiosk.training.drill.drill import PREFIX, SCENARIOS

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(600)]

IDS = [name for scenario in SCENARIOS for name in scenario.ids]
Report = dict[str, Any]


def drill(out: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run ``kiosk drill`` without the display settings of this environment."""
    environment = {key: value for key, value in os.environ.items() if key not in ("QT_QPA_PLATFORM", "DISPLAY")}
    command = [sys.executable, "-m", "kiosk", "drill", "--out", str(out), *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=580)


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """The drill, run once for this file."""
    return drill(tmp_path_factory.mktemp("drill"))


@pytest.fixture(scope="module")
def report(done: subprocess.CompletedProcess[str]) -> Report:
    """The report as JSON."""
    out = Path(done.args[done.args.index("--out") + 1])
    return dict(json.loads((out / "drill.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("row", IDS)
def test_scenario(report: Report, row: str) -> None:
    [found] = [item for item in report["scenarios"] if row in item["ids"]]
    assert found["ok"], found["seen"]


def test_all_passed(done: subprocess.CompletedProcess[str], report: Report) -> None:
    assert done.returncode == 0, done.stdout
    assert report["passed"]
    assert "kiosk drill: PASSED" in done.stdout
    assert done.stderr == ""


def test_one_line_for_each_scenario(done: subprocess.CompletedProcess[str]) -> None:
    lines = done.stdout.splitlines()
    for number, scenario in enumerate(sorted(SCENARIOS, key=lambda item: item.hurried), 1):
        assert lines[number - 1].split()[:2] == [f"{number}/{len(SCENARIOS)}", scenario.ids[0]]


def test_the_report_names_the_terminal_and_the_versions(report: Report) -> None:
    for key in ("terminal", "computer", "account", "kiosk", "python", "qt", "system", "display", "started", "notes"):
        assert report[key], key


def test_every_wipe_is_verified_and_measured(report: Report) -> None:
    receipts = [receipt for item in report["scenarios"] for receipt in item["receipts"]]
    assert len(receipts) >= len(SCENARIOS)
    assert all(receipt["verified"] for receipt in receipts)
    assert report["figures_ms"]["wipe"]["count"] == len(receipts)
    assert report["figures_ms"]["curtain"]["count"] >= 4


def test_nothing_is_left(report: Report) -> None:
    assert report["scenarios"][-1]["ids"] == ["end"]
    assert report["scenarios"][-1]["ok"], report["scenarios"][-1]["seen"]
    assert not list(Path(tempfile.gettempdir()).glob(f"{PREFIX}*"))


def test_a_wrong_id_is_wrong_use(tmp_path: Path) -> None:
    ended = drill(tmp_path, "--only", "Z9")
    assert ended.returncode == 2
    assert "Z9" in ended.stderr
    assert not list(tmp_path.iterdir())
