"""The drill without a terminal: order, verdict, report, refusals; scenarios and desks are made up."""

import argparse
import json
import os
from pathlib import Path
from typing import Any

import pytest

from kiosk.processes import start as processes
from kiosk.training.drill import drill, report as drill_report
from kiosk.training.drill.desk import ExpectationFailed, expect, wipe_ms
from kiosk.training.drill.drill import Drill
from kiosk.training.drill.report import Figure, Report
from kiosk.training.drill.scenario import Result, Scenario
from kiosk.training.remote.control import ControlError

STEP = {"done": True, "skipped": False}
RECEIPT = {
    "number": 3,
    "reason": "idle",
    "verified": True,
    "steps": [
        {**STEP, "step": "curtain", "ms": 1.0},
        {**STEP, "step": "portal_logout", "ms": 500.0},
        {**STEP, "step": "processes", "ms": 40.0},
        {**STEP, "step": "print_queue", "ms": 0.1, "skipped": True},
    ],
}


class MadeUpTerminal:
    """Counts how often it was stopped."""

    def __init__(self) -> None:
        self.stopped = 0

    def stop(self) -> int:
        self.stopped += 1
        return 0


class MadeUpDesk:
    """A desk whose scenarios need no terminal."""

    def __init__(self, hurried: bool) -> None:
        self.hurried, self.terminal, self.quieted = hurried, MadeUpTerminal(), 0
        self.curtains = [30.0]
        self._receipts: list[dict[str, Any]] = []

    def reset(self) -> None:
        self.quieted += 1

    def receipts(self) -> list[dict[str, Any]]:
        return self._receipts

    def wipe(self) -> str:
        self._receipts.append({**RECEIPT, "number": len(self._receipts) + 1})
        return "wiped"


def well(desk: Any) -> str:
    return str(desk.wipe())


def badly(_: Any) -> str:
    raise ExpectationFailed("end reason: expected idle, seen finished")


def silent(_: Any) -> str:
    raise ControlError("session is not there")


GOOD, QUICK = Scenario(("A1",), "good", well), Scenario(("A2", "A3"), "quick", well, hurried=True)
BAD, LOST = Scenario(("B1",), "bad", badly), Scenario(("B2",), "lost", silent)


class Stage:
    """The drill over made-up desks."""

    def __init__(self, folder: Path) -> None:
        self.desks: list[MadeUpDesk] = []
        self.said: list[str] = []
        self.drill = Drill(self._open, self.said.append, folder)

    def _open(self, hurried: bool) -> Any:
        self.desks.append(MadeUpDesk(hurried))
        return self.desks[-1]


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    """A drill with made-up desks."""
    return Stage(tmp_path)


def report(*results: Result) -> Report:
    return Report("2026-11-22T10:00:00+09:00", 1.0, {"terminal": "kiosk-1"}, ("a note",), results, (30.0, 50.0))


def test_the_hurried_come_last_on_a_terminal_of_their_own(stage: Stage) -> None:
    results = stage.drill.run([QUICK, GOOD, GOOD])
    assert [result.ids for result in results] == [("A1",), ("A1",), ("A2", "A3")]
    assert [(desk.hurried, desk.quieted) for desk in stage.desks] == [(False, 2), (True, 1)]
    assert stage.desks[0].terminal.stopped == 1
    stage.drill.close()
    stage.drill.close()
    assert [desk.terminal.stopped for desk in stage.desks] == [1, 1]
    assert stage.drill.curtains == [30.0, 30.0]


@pytest.mark.parametrize(("scenario", "seen"), [(BAD, "expected idle, seen finished"), (LOST, "not there")])
def test_a_scenario_that_fails_is_told_and_the_next_gets_a_fresh_terminal(
    stage: Stage, scenario: Scenario, seen: str
) -> None:
    results = stage.drill.run([scenario, GOOD])
    assert [result.ok for result in results] == [False, True]
    assert seen in results[0].seen
    assert len(stage.desks) == 2
    assert stage.desks[0].terminal.stopped == 1


def test_a_terminal_that_does_not_start_fails_its_scenarios(tmp_path: Path) -> None:
    def refuses(_: bool) -> Any:
        raise RuntimeError("the terminal ended with code 70")

    results = Drill(refuses, lambda _: None, tmp_path).run([GOOD])
    assert not results[0].ok
    assert "code 70" in results[0].seen


def test_one_line_a_scenario_with_progress(stage: Stage) -> None:
    stage.drill.run([GOOD, BAD])
    lines = "".join(stage.said).splitlines()
    assert lines[0].split() == ["1/2", "A1", "good", "0.0", "s", "ok", "wiped"]
    assert lines[1].startswith(" 2/2  B1")
    assert "NO" in lines[1].split()


def test_only_the_receipts_of_the_scenario_itself(stage: Stage) -> None:
    results = stage.drill.run([GOOD, GOOD])
    assert [[receipt["number"] for receipt in result.receipts] for result in results] == [[1], [2]]


def test_the_verdict() -> None:
    good, bad = Result(("A1",), "x", True, "", 1.0), Result(("B1",), "y", False, "", 1.0)
    assert report(good).passed
    assert not report(good, bad).passed
    assert not report().passed
    assert report(good, bad).to_text().splitlines()[0] == "kiosk drill: FAILED: B1"


def test_the_report_in_both_forms(tmp_path: Path) -> None:
    text = (
        report(Result(("A1",), "x", True, "fine", 1.0, (RECEIPT,))).save(tmp_path / "deep" / "out").read_text("utf-8")
    )
    assert all(part in text for part in ("PASSED", "kiosk-1", "a note", "fine", "portal_logout 500", "print_queue –"))
    plain = json.loads((tmp_path / "deep" / "out" / "drill.json").read_text("utf-8"))
    assert (plain["passed"], plain["terminal"], plain["notes"]) == (True, "kiosk-1", ["a note"])
    assert plain["scenarios"][0]["receipts"][0]["steps"][2]["ms"] == 40.0
    assert plain["figures_ms"]["curtain"] == {"count": 2, "median": 40.0, "most": 50.0, "budget": 50.0}
    assert plain["figures_ms"]["wipe"]["median"] == 41.1


def test_figures_above_the_budget_are_marked() -> None:
    slow = {"number": 1, "reason": "idle", "verified": True, "steps": [{**STEP, "step": "processes", "ms": 121.0}]}
    assert "ABOVE" in report(Result(("A1",), "x", True, "", 1.0, (slow,))).to_text()
    assert "ABOVE" not in report(Result(("A1",), "x", True, "", 1.0, (RECEIPT,))).to_text()
    assert Figure.of([], 50.0) == Figure(0, 0.0, 0.0, 50.0)


def test_the_wipe_is_measured_without_the_logout() -> None:
    assert wipe_ms(RECEIPT) == pytest.approx(41.1)


def test_expect_names_both() -> None:
    expect("the same", 1, 1)
    with pytest.raises(ExpectationFailed, match="phase: expected ready, seen away"):
        expect("phase", "ready", "away")


def options(folder: Path) -> argparse.Namespace:
    return argparse.Namespace(out=folder / "out", only=[], fullscreen=False)


@pytest.mark.parametrize(("scenarios", "code"), [([GOOD], 0), ([GOOD, BAD], 1)])
def test_the_exit_code_and_nothing_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scenarios: list[Scenario], code: int
) -> None:
    places: list[Path] = []

    def opener(folder: Path, _: bool) -> Any:
        places.append(folder)
        (folder / "something").write_text("x")
        return MadeUpDesk

    monkeypatch.setattr(drill, "opener", opener)
    monkeypatch.setattr(processes, "become_subreaper", lambda: None)
    monkeypatch.setattr(processes, "kill_tree", lambda *_: None)
    monkeypatch.setattr(drill, "alive", lambda _: [])
    assert drill.run(scenarios, options(tmp_path), "kiosk-1") == code
    assert not places[0].exists()
    assert json.loads((tmp_path / "out" / "drill.json").read_text("utf-8"))["passed"] is (code == 0)


def test_a_process_that_is_left_fails_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Left:
        def name(self) -> str:
            return "QtWebEngineProcess"

    folder = tmp_path / "drill"
    folder.mkdir()
    monkeypatch.setattr(drill, "alive", lambda _: [Left()])
    monkeypatch.setattr(processes, "kill_tree", lambda *_: None)
    result = drill.leave(folder)
    assert not result.ok
    assert "QtWebEngineProcess" in result.seen
    assert not folder.exists()


def test_it_is_refused_while_the_kiosk_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lock = tmp_path / "kiosk.lock"
    lock.write_text(f"{os.getpid()}\nkiosk\nhost\n")
    monkeypatch.setattr(drill, "terminal_of_this_machine", lambda: ("kiosk-1", lock))
    assert drill.main([]) == 3
    assert "kiosk run" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "no number\n", "4000000000\n"])
def test_a_stale_or_damaged_lock_is_none(tmp_path: Path, content: str) -> None:
    lock = tmp_path / "kiosk.lock"
    assert not drill.kiosk_runs(lock)
    lock.write_text(content)
    assert not drill.kiosk_runs(lock)


def test_a_choice_of_scenarios() -> None:
    assert [item.ids[0] for item in drill.chosen(["A1", "D2"])] == ["A1", "D1"]
    assert drill.chosen([]) == list(drill.SCENARIOS)
    assert drill.unknown_ids(["A1", "Z9"]) == ["Z9"]


def test_the_ids_are_unique() -> None:
    ids = [name for scenario in drill.SCENARIOS for name in scenario.ids]
    assert len(ids) == len(set(ids))


def test_the_place_is_told() -> None:
    told = drill_report.place("kiosk-1")
    assert told["terminal"] == "kiosk-1"
    assert all(told.values())
