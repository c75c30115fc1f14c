"""Thirty random customers with random ends: every wipe is verified and nothing grows; a leak would be found."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.measure import soak
from tests.measure.soak_customers import ENDS, draw
from tests.measure.soak_figures import Sample, rows

CUSTOMERS = 30
USUAL = Sample(memory=30.0, pss=70.0, handles=15, threads=11, processes=4, files=4)


@pytest.mark.e2e
@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.timeout(400)
def test_thirty_customers(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(1_000_000)
    done = soak.run(tmp_path / "soak", CUSTOMERS, seed)
    report = soak.report(done)
    assert done.passed, report
    assert len(done.turns) == CUSTOMERS
    assert f"seed {seed}" in report


def test_the_same_seed_gives_the_same_customers() -> None:
    first, second = (random.Random(7) for _ in range(2))
    drawn = [draw(first) for _ in range(200)]
    assert drawn == [draw(second) for _ in range(200)]
    assert {turn.end for turn in drawn} == set(ENDS)


@pytest.mark.parametrize("leak", ["memory", "handles", "threads", "processes", "files"])
def test_a_leak_is_seen(leak: str) -> None:
    """A figure that rises by one with each customer counts as growth."""
    samples = [replace(USUAL, **{leak: getattr(USUAL, leak) + number}) for number in range(CUSTOMERS)]
    assert [row.name for row in rows(samples) if row.grew] == [leak]
    assert not soak.Soak(1, samples=samples).passed
    assert not any(row.grew for row in rows([USUAL] * CUSTOMERS))


def test_a_stopped_soak_is_reported_and_has_not_passed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stopped = soak.Soak(1, samples=[USUAL] * 12, stopped=True)
    monkeypatch.setattr(soak, "run", lambda *_: stopped)
    assert soak.main(["--customers", "300", "--seed", "1", "--json", str(tmp_path / "soak.json")]) == 130
    assert "stopped before its end" in capsys.readouterr().out
    assert json.loads((tmp_path / "soak.json").read_text("utf-8"))["stopped"] is True


@pytest.mark.parametrize(("customers", "stopped", "kept"), [(100, False, True), (100, True, False), (99, False, False)])
def test_only_a_long_soak_to_its_end_is_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, customers: int, stopped: bool, kept: bool
) -> None:
    turns = [draw(random.Random(1)) for _ in range(customers)]
    done = soak.Soak(1, turns, [USUAL] * customers, [80.0] * customers, stopped=stopped)
    monkeypatch.setattr(soak, "run", lambda *_: done)
    monkeypatch.setattr(soak, "DOCUMENT", tmp_path / "soak.md")
    soak.main(["--customers", "100", "--seed", "1"])
    assert (tmp_path / "soak.md").exists() is kept
    assert not kept or "| memory | 30 | 30 | 30 | 4 | no |" in (tmp_path / "soak.md").read_text("utf-8")


def test_a_wrong_end_fails_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = soak.Soak(1, failures=["customer 3, swap at page: wipe verified: expected True, seen False"])
    monkeypatch.setattr(soak, "run", lambda *_: broken)
    assert soak.main(["--customers", "5", "--seed", "1"]) == 1
    assert "FAILED" in soak.report(broken)
