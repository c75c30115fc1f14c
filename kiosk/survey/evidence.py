"""Lines that an answer cites: read again from their file, with their signature checked, and told in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.audit import words as audit_words
from kiosk.audit.key import PublicKey
from kiosk.audit.line import Line, parse
from kiosk.audit.verify import is_signed
from kiosk.survey.findings import Finding, Kind
from kiosk.survey.store import Store
from kiosk.survey.walk import LOCAL

_LONGEST = 65_536


@dataclass(frozen=True)
class Cited:
    """One line: its number, time, and words; ``good``: it is still there and its signature is right."""

    number: int
    at: str
    words: str
    good: bool

    @property
    def mark(self) -> str:
        """The number as it is printed."""
        return f"{self.number}" if self.good else f"{self.number}（署名不可）"


class Evidence:
    """Reads lines by terminal and number. ``findings``: of those whose signature is wrong."""

    def __init__(self, store: Store, files: Sequence[Path], signers: Mapping[str, tuple[PublicKey, ...]]) -> None:
        """``files``: all files, by the index in the database; ``signers``: terminal -> keys that may have signed."""
        self._store, self._files, self._signers = store, files, signers
        self._read: dict[tuple[str, int], Cited] = {}
        self._places: dict[tuple[str, int], tuple[int, int]] = {}
        self.findings: list[Finding] = []

    def expect(self, lines: Iterable[tuple[str, Iterable[int]]]) -> None:
        """Look up together where these lines stand: terminals with numbers. ``lines`` gives only lines of these."""
        wanted = {(terminal, number) for terminal, numbers in lines for number in numbers}
        self._places |= self._store.places(wanted - self._places.keys())

    def lines(self, terminal: str, numbers: Iterable[int]) -> list[Cited]:
        """These lines of a terminal, in the order of their numbers. ``expect`` must have been called for them."""
        return [self._line(terminal, number) for number in sorted(set(numbers))]

    def _line(self, terminal: str, number: int) -> Cited:
        place = (terminal, number)
        if place not in self._read:
            self._read[place] = self._cite(terminal, number)
        return self._read[place]

    def _cite(self, terminal: str, number: int) -> Cited:
        line = self._from_file(terminal, number)
        if line is None or line["n"] != number:
            self.findings.append(Finding(terminal, Kind.DAMAGED, line=number))
            return Cited(number, "", "読み直したところ、行が変わっていました", good=False)
        good = is_signed(line, self._signers.get(terminal, ()))
        at = str(line["at"])[:LOCAL]
        if not good:
            self.findings.append(Finding(terminal, Kind.SIGNATURE, at, at, number))
        return Cited(number, at, audit_words.words(line, "ja"), good)

    def _from_file(self, terminal: str, number: int) -> Line | None:
        place = self._places.get((terminal, number))
        if place is None:
            return None
        try:
            with self._files[place[0]].open("rb") as opened:
                opened.seek(place[1])
                return parse(opened.readline(_LONGEST).removesuffix(b"\n"))
        except OSError:
            return None
