"""``kiosk demo --koriyama``: the case of 2022 from its first day to the city's paper, old desk beside kiosk.

Both use a real training portal over HTTP on a simulated clock, with software cards behind the kiosk's card layer. At
the kiosk the product decides (lifecycle, flow, warden of the commit gate); its windows, processes and wipe are not
started here: ``kiosk demo --play`` shows these. The exit code is 0 only if there is one case without the kiosk and none
with it.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.cases import report, sheet
from kiosk.cases.entries import Moment, japan
from kiosk.cases.office import written
from kiosk.cases.register import Register
from kiosk.exit_codes import ExitCode
from kiosk.reports.case import is_suspicion
from kiosk.system import deletion
from kiosk.training.koriyama import city
from kiosk.training.koriyama.customer import Line
from kiosk.training.koriyama.old_desk import OldDesk
from kiosk.training.koriyama.seen import Grant, Seen, grants
from kiosk.training.koriyama.stage import A, B, Stage, stage
from kiosk.training.koriyama.story import ACCOUNT, ALL, CARD, GRANTED_BEFORE, INSURANCE, SCENES, Scene
from kiosk.training.koriyama.terminal import Terminal

_LAST = Moment(at=japan(2023, 6, 7, 9))


@dataclass(frozen=True)
class OldYears:
    """The old desk: what each visit showed, the portal's records in the end, and the case."""

    visits: list[Seen]
    grants: list[Grant]
    register: Register


@dataclass(frozen=True)
class KioskYears:
    """The kiosk: sentences for each visit, its audit lines, the portal's records in the end, and the case."""

    visits: list[list[str]]
    lines: list[Line]
    grants: list[Grant]
    register: Register

    @property
    def suspicions(self) -> int:
        """Audit lines that report a suspected mix-up."""
        return sum(is_suspicion({"code": code, **fields}) for code, fields in self.lines)

    def count(self, wanted: str) -> int:
        """How many audit lines have this code."""
        return sum(code == wanted for code, _ in self.lines)


def ends_as_it_must(old: OldYears, kiosk: KioskYears) -> bool:
    """One case of two people at the old desk, none at the kiosk, where nothing became final without its check."""
    commits = kiosk.count("commit_passed")
    none = kiosk.register.counts == (0, 0) and not kiosk.suspicions
    return old.register.counts == (1, 2) and none and commits == kiosk.count("check_passed") > 0


def main(options: argparse.Namespace) -> int:
    """Play both, print the timeline, write timeline, case sheet and paper; 1 if it does not end as it must."""
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-koriyama-"))
    try:
        old, kiosk = play_old(folder / "old"), play_kiosk(folder / "kiosk")
    finally:
        deletion.delete_folder(folder, folder.parent / f"{folder.name}-aside")
    options.out.mkdir(parents=True, exist_ok=True)
    for name, text in papers(old, kiosk).items():
        (options.out / name).write_text(text, encoding="utf-8")
        sys.stdout.write(f"{text}\n")
    sys.stdout.write(f"{', '.join(papers(old, kiosk))}: {options.out}\n")
    return ExitCode.OK if ends_as_it_must(old, kiosk) else ExitCode.CHECK_FAILED


def play_old(folder: Path) -> OldYears:
    """The desk of 2022."""
    (folder / "cases").mkdir(parents=True)
    with stage(folder) as here:
        desk, visits = OldDesk(here), []
        for scene in SCENES:
            _set_clock(here, scene)
            if scene.when is GRANTED_BEFORE:
                here.grant(A, INSURANCE)
                here.cancel(A, CARD)
            visits.append(scene.old(desk))
        here.grant(A, CARD, ACCOUNT)
        found = grants(here)
    return OldYears(visits, found, city.write_case(folder / "cases", visits, found))


def play_kiosk(folder: Path) -> KioskYears:
    """The same two people at a kiosk."""
    (folder / "cases").mkdir(parents=True)
    visits: list[list[str]] = []
    terminals: dict[str, Terminal] = {}
    with stage(folder) as here:
        for scene in SCENES:
            _set_clock(here, scene)
            day = scene.when.day.isoformat()
            if day not in terminals:
                terminals[day] = Terminal(here)
            if scene.when is GRANTED_BEFORE:
                here.grant(B, *ALL)
            visits.append(scene.kiosk(terminals[day]))
        here.grant(A, *ALL)
        found = grants(here)
    lines = [line for terminal in terminals.values() for line in terminal.lines]
    return KioskYears(visits, lines, found, city.write_case(folder / "cases", [], found))


def _set_clock(here: Stage, scene: Scene) -> None:
    here.clock.now = scene.when.at


def papers(old: OldYears, kiosk: KioskYears) -> dict[str, str]:
    """File name -> text. With the kiosk there is no case, so there is no paper to write."""
    case = old.register.cases[city.CASE]
    return {
        "koriyama-timeline.txt": "\n".join(timeline(old, kiosk)) + "\n",
        "koriyama-case.txt": sheet.text(case, city.OFFICE, _LAST.day, old.register.refused),
        "koriyama-report.txt": report.text(case, city.OFFICE, city.SUPPORTS, city.CHECKS),
    }


def timeline(old: OldYears, kiosk: KioskYears) -> Iterator[str]:
    """Every event with both desks."""
    yield "2022年の事案の経過：当時の窓口と、キオスク（研修用のポータルで再現）"
    yield "=" * 40
    for scene, seen, lines in zip(SCENES, old.visits, kiosk.visits, strict=True):
        if scene.when is GRANTED_BEFORE:
            yield from _both(
                "この日まで",
                "国が健康保険証分をBに付与し、カード分を取消し（日付は記録にない）",
                ["国がBの3施策をBに付与"],
            )
        yield from _both(f"{_clock(scene.when)}　{scene.title}", _old(seen), lines)
    yield from _both("2023年4月14日", "国が確定前の本人確認を2回に戻す", ["初日から、キオスクが自分で2回目を求める"])
    yield from _both(f"{_clock(Moment(at=city.TOLD))}　総務省からの照会", _told(old), [_answered(kiosk)])
    yield from _both(f"{written(_LAST.day)}　市の報告書", _result(old.grants, old.register), [_no_case(kiosk)])


def _both(title: str, old: str, kiosk: list[str]) -> Iterator[str]:
    yield ""
    yield title
    yield f"  当時　　　{old}"
    yield f"  キオスク　{kiosk[0]}"
    yield from (f"  　　　　　{line}" for line in kiosk[1:])


def _clock(moment: Moment) -> str:
    hour = f"{moment.at.hour}時頃" if moment.about else f"{moment.at:%H:%M}"
    return f"{written(moment.day)} {hour}"


def _old(seen: Seen) -> str:
    call = f"。相談窓口「{seen.answer.ja}」" if seen.answer else ""
    return "、".join(item.ja for item in seen.findings) + call + seen.note


def _told(old: OldYears) -> str:
    case = old.register.cases[city.CASE]
    superiors = "、".join(f"{item.superior.ja} {item.when.at:%H:%M}" for item in case.escalations)
    return f"市が初めて知る。端末の記録なし。{superiors}。{sheet.times(case)[-1]}"


def _answered(kiosk: KioskYears) -> str:
    ends, checks, commits = (kiosk.count(code) for code in ("session_ended", "check_passed", "commit_passed"))
    return f"端末の記録で答える：利用{ends}件、申込確定{commits}件のうち2回目の確認{checks}件、疑い{kiosk.suspicions}件"


def _result(found: list[Grant], register: Register) -> str:
    wrong = [f"{item.owner}の{item.measure.ja}分が{item.holder}に" for item in found if item.mixed_up]
    cases, people = register.counts
    return f"事案{cases}件{people}人。{'、'.join(wrong) or '他者への付与なし'}"


def _no_case(kiosk: KioskYears) -> str:
    return f"{_result(kiosk.grants, kiosk.register)}。報告書はない"
