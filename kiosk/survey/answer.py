"""The answer to the ministry's question: so many cases and persons, none, or nothing for some days. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from kiosk.exit_codes import ExitCode
from kiosk.survey.coverage import Gap

#: How persons are counted: no line says who anybody is.
PERSONS = "人数は利用の数です（前の利用と次の利用の2人）。記録に氏名や番号がないため、同じ人が二度来ても2人と数えます。"
#: What no check of copies can see.
LIMITS = (
    "kiosk export によらない写しでは、終わりの切り取りが分かりません。端末での kiosk audit verify と比べてください。"
)


@dataclass(frozen=True)
class Case:
    """One suspicion: the visit in which it was seen, the visit before it (0: none is known), and its lines."""

    terminal: str
    moment: str
    visit: int
    before: int
    evidence: tuple[int, ...]


@dataclass(frozen=True)
class Answer:
    """Cases, persons in them, and for what there is no answer."""

    cases: int
    persons: int
    gaps: tuple[Gap, ...]

    @property
    def sentence(self) -> str:
        """The answer in one sentence; 該当なし stands alone only where every day of every terminal is confirmed."""
        if self.cases:
            return f"該当 {self.cases}件{self.persons}人" + ("（確認できた範囲で）" if self.gaps else "")
        return (
            "確認できた範囲では該当がありません。確認できない期間・端末は、該当なしと回答できません"
            if self.gaps
            else "該当なし"
        )

    @property
    def exit_code(self) -> ExitCode:
        """For a script: found, nothing found but not all confirmed, or all right."""
        if self.cases:
            return ExitCode.FOUND
        return ExitCode.UNCONFIRMED if self.gaps else ExitCode.OK


def answer(cases: Sequence[Case], gaps: Sequence[Gap]) -> Answer:
    """Count the cases, and each visit in them once; a case of which no visit is known is one person at least."""
    visits = {(case.terminal, visit) for case in cases for visit in (case.visit, case.before) if visit}
    unknown = sum(not case.visit and not case.before for case in cases)
    return Answer(len(cases), len(visits) + unknown, tuple(gaps))
