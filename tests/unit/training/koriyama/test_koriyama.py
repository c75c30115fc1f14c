"""The case of 2022 from its first day to the city's paper: at the old desk it happens, at the kiosk there is none.

The papers are compared with files beside this one. After a change that is wanted, they are made again by
``python3 run.py demo --koriyama --out tests/unit/training/koriyama``.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.cases.vocabulary import Finding, Measure, Person, Redress
from kiosk.procedures import gate
from kiosk.training.koriyama import koriyama, story
from kiosk.training.koriyama.koriyama import KioskYears, OldYears, ends_as_it_must
from kiosk.training.koriyama.old_desk import OldDesk
from kiosk.training.koriyama.seen import grants
from kiosk.training.koriyama.stage import stage
from kiosk.training.portal.rules import State
from kiosk.training.portal.settings import Mode

pytestmark = pytest.mark.slow
HERE = Path(__file__).parent
HEADINGS = ("1 内容", "2 原因", "3 対象者への対応", "4 受託者への対応", "5 経過", "参考1", "参考2")


@dataclass(frozen=True)
class Played:
    old: OldYears
    kiosk: KioskYears
    papers: dict[str, str]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    old = koriyama.play_old(tmp_path_factory.mktemp("o") / "old")
    kiosk = koriyama.play_kiosk(tmp_path_factory.mktemp("k") / "kiosk")
    return Played(old, kiosk, koriyama.papers(old, kiosk))


@pytest.mark.parametrize("name", ["koriyama-timeline.txt", "koriyama-case.txt", "koriyama-report.txt"])
def test_the_papers_are_as_they_were(played: Played, name: str) -> None:
    assert played.papers[name] == (HERE / name).read_text(encoding="utf-8")


def test_the_portal_refused_a_for_the_health_insurance_measure_only(played: Played) -> None:
    """On 23 October: closed is the measure whose points B got; the others were granted to A."""
    of_a = {(item.measure, item.holder): item.state for item in played.old.grants if item.owner is Person.A}
    assert of_a == {
        (Measure.NEW_CARD, Person.A): State.PAID,
        (Measure.HEALTH_INSURANCE, Person.B): State.PAID,
        (Measure.ACCOUNT, Person.A): State.PAID,
    }
    assert Finding.REAPPLY_REFUSED in played.old.visits[3].findings


def test_the_symptoms_of_b(played: Played) -> None:
    assert {Finding.NOT_APPLIED, Finding.ALREADY_REGISTERED} <= set(played.old.visits[1].findings)


def test_the_case_of_the_old_desk(played: Played) -> None:
    case = played.old.register.cases["R4-001"]
    assert not played.old.register.refused
    states = {(step.person, step.whose, step.measure): step.state for step in case.last_redress}
    assert states[Person.A, Person.A, Measure.HEALTH_INSURANCE] is Redress.NEGOTIATING
    assert states[Person.B, Person.A, Measure.HEALTH_INSURANCE] is Redress.GRANTED_TO_OTHER
    assert case.waiting == {Person.A, Person.B}


def test_the_paper_has_the_headings_in_order(played: Played) -> None:
    lines = played.papers["koriyama-report.txt"].splitlines()
    found = [line for line in lines if line.startswith(HEADINGS)]
    assert [heading for heading, line in zip(HEADINGS, found, strict=True) if line.startswith(heading)] == [*HEADINGS]


def test_with_the_kiosk_there_is_no_case(played: Played) -> None:
    assert played.kiosk.register.counts == (0, 0)
    assert not [item for item in played.kiosk.grants if item.mixed_up]
    assert {item.state for item in played.kiosk.grants} == {State.PAID}
    assert len(played.kiosk.grants) == 2 * len(Measure)
    assert ends_as_it_must(played.old, played.kiosk)


def test_a_kiosk_whose_gate_lets_everything_pass_is_noticed(
    played: Played, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gate, "pass_request", lambda now, *_: (now, gate.Decision.PASS))
    broken = koriyama.play_kiosk(tmp_path / "kiosk")
    assert broken.count("commit_passed") > broken.count("check_passed") == 0
    assert not ends_as_it_must(played.old, broken)


def test_with_two_checks_the_old_desk_has_no_case_either(tmp_path: Path) -> None:
    """What the paper says comes from the portal: where it checks twice, B's application in A's session fails."""
    tmp_path.joinpath("old").mkdir()
    with stage(tmp_path / "old", Mode.TWO_CHECKS_2023_04) as here:
        here.clock.now = story.SCENES[0].when.at
        desk = OldDesk(here)
        seen = [scene.old(desk) for scene in story.SCENES[:2]]
        assert Finding.APPLIED not in seen[1].findings
        assert grants(here) == []
