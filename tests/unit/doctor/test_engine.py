"""Browser engine, sandbox and font: every row's good and bad case, with small programs in place of the probe."""

import sys
import tomllib
from pathlib import Path

import pytest

from kiosk.doctor import engine as checks
from kiosk.doctor.engine import EngineProbe, EngineReport
from kiosk.doctor.rows import Result
from kiosk.processes import confinement
from kiosk.processes.confinement import Confinement
from tests.rules.sources import ROOT

GOOD = Confinement(ok=True, facts={"seccomp": "filter"})
BAD = Confinement(ok=False, facts={"seccomp": "none"})
REPORT = EngineReport("6.12.0", "6.140.0", "140.0", font=True, confinement=GOOD)


def test_the_pinned_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"PySide6-WebEngine=={checks.PINNED}.*" in project["dependencies"]


@pytest.mark.parametrize(
    ("report", "result"),
    [
        (REPORT, Result.OK),
        (EngineReport("6.13.0"), Result.FAIL),
        (EngineReport("6.120.0"), Result.FAIL),
        (EngineReport(trouble="ImportError: libnss3.so"), Result.FAIL),
    ],
)
def test_engine(report: EngineReport, result: Result) -> None:
    assert checks.engine(report).result is result


@pytest.mark.parametrize(
    ("report", "administrator", "result", "word"),
    [
        (REPORT, False, Result.OK, "filter"),
        (EngineReport(confinement=BAD), False, Result.FAIL, "none"),
        (EngineReport("6.12.0"), True, Result.FAIL, "root"),
        (EngineReport(trouble="x"), False, Result.FAIL, "not seen"),
    ],
)
def test_sandbox(report: EngineReport, administrator: bool, result: Result, word: str) -> None:
    row = checks.sandbox(report, administrator)
    assert row.result is result
    assert word in row.found


@pytest.mark.parametrize(
    ("report", "administrator", "result", "word"),
    [
        (EngineReport(confinement=GOOD, hold_ms=120), False, Result.OK, "120 ms"),
        (EngineReport(confinement=GOOD), False, Result.FAIL, "did not begin"),
        (EngineReport(trouble="x"), False, Result.FAIL, "not seen"),
        (EngineReport("6.12.0"), True, Result.NOT_APPLICABLE, "root"),
    ],
)
def test_hold(report: EngineReport, administrator: bool, result: Result, word: str) -> None:
    row = checks.hold(report, administrator)
    assert row.result is result
    assert word in row.found


@pytest.mark.parametrize(
    ("report", "result"),
    [
        (REPORT, Result.OK),
        (None, Result.OK),
        (EngineReport("6.12.0", font=False), Result.FAIL),
        (EngineReport(trouble="x"), Result.WARN),
    ],
)
def test_kiosk_font(report: EngineReport | None, result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.kiosk_font(report).result is result
    monkeypatch.setattr(checks, "FONT_FILE", ("fonts", "none.otf"))
    assert checks.kiosk_font(report).result is Result.FAIL


def report_of(script: str, with_page: bool = True) -> EngineReport:
    probe = EngineProbe(with_page, [sys.executable, "-I", "-c", script])
    try:
        return probe.read()
    finally:
        probe.end()


IMPORTED = 'import sys; print(\'{"qt": "6.12.0", "font": true}\', flush=True);'


def test_the_system_is_asked_about_the_renderer_that_the_probe_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def confined(pid: int) -> Confinement:
        asked.append(pid)
        return GOOD

    monkeypatch.setattr(confinement, "confined", confined)
    report = report_of(IMPORTED + "print('{\"renderer\": 4711}', flush=True); sys.stdin.read()")
    assert (report.qt, report.font, report.confinement, asked) == ("6.12.0", True, GOOD, [4711])


@pytest.mark.parametrize(
    ("script", "trouble"),
    [
        ('print(\'{"trouble": "ImportError: x"}\')', "ImportError: x"),
        ("raise SystemExit(3)", "it ended at once (code 3)"),
        ("print('no json')", "it cannot be understood"),
        ("print('[1]')", "it cannot be understood"),
        (IMPORTED, "it ended at once (code 0)"),
        (IMPORTED + 'print(\'{"trouble": "no page"}\')', "no page"),
    ],
)
def test_a_probe_that_fails(script: str, trouble: str) -> None:
    report = report_of(script)
    assert report.trouble == trouble
    assert report.confinement is None


def test_without_page_only_the_imports_count() -> None:
    report = report_of(IMPORTED, with_page=False)
    assert (report.qt, report.trouble, report.confinement) == ("6.12.0", "", None)


def test_a_probe_that_cannot_be_started() -> None:
    probe = EngineProbe(True, ["/nonexistent/python"])
    report = probe.read()
    assert "this account cannot run /nonexistent/python" in report.trouble
    assert "let the kiosk account" in checks.engine(report).to_do
    probe.end()


def test_a_probe_that_this_account_may_not_run(tmp_path: Path) -> None:
    (tmp_path / "python").write_text("#!/bin/sh\n")
    probe = EngineProbe(True, [str(tmp_path / "python")])
    assert f"this account cannot run {tmp_path / 'python'}" in probe.read().trouble
    assert not probe.read().started
    probe.end()


def test_a_probe_that_ends_in_another_way_was_started() -> None:
    assert report_of("raise SystemExit(3)").started


def test_a_probe_that_hangs_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "END_LIMIT", 0.1)
    probe = EngineProbe(True, [sys.executable, "-I", "-c", "import time; time.sleep(60)"])
    process = probe._process
    probe.end()
    assert process is not None
    assert process.returncode == -9
    assert probe.read().trouble


def test_nothing_of_the_environment_reaches_the_probe_but_what_a_session_gets(tmp_path: Path) -> None:
    given = {"DISPLAY": ":0", "LD_PRELOAD": "x", "QTWEBENGINE_REMOTE_DEBUGGING": "1", "HOME": "/elsewhere"}
    made = checks.probe_environment(given, tmp_path)
    assert made["HOME"] == made["TMPDIR"] == str(tmp_path)
    assert made["QT_QPA_PLATFORM"] == "offscreen"
    assert not {"LD_PRELOAD", "QTWEBENGINE_REMOTE_DEBUGGING", "DISPLAY"} & made.keys()


def test_a_frozen_build_runs_its_own_command(monkeypatch: pytest.MonkeyPatch) -> None:
    assert checks.probe_argv()[-1] == checks.PROBE_MODULE
    assert (ROOT / (checks.PROBE_MODULE.replace(".", "/") + ".py")).is_file()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert checks.probe_argv()[1:] == [checks.PROBE_COMMAND]
