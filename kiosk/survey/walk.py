"""Goes through one chain line by line, without holding it in memory, and finds what was changed, cut or is missing.

Each line's form, hash and link are checked; signatures at lines that name a key and at each end of a file, or of all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kiosk.audit.key import PublicKey
from kiosk.audit.line import FIRST, Line, parse
from kiosk.audit.verify import KEY_LINES, is_declared, is_signed
from kiosk.survey.chains import Chain
from kiosk.survey.findings import Finding, Kind

#: Seconds by which a clock may be set without a note.
_CLOCK = 600
#: Seconds by which a line may have the date of another day.
_WRONG_CLOCK = 12 * 3600
#: Letters of ``at`` that are the local time, without the offset from UTC.
LOCAL = 23
#: Bytes at most of a line; what is longer is not one.
_LONGEST = 65_536
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$")


class Row(NamedTuple):
    """A line as it goes into the database: where it stands, when, in which visit, and what its code needs."""

    terminal: str
    file: int
    position: int
    number: int
    moment: str
    visit: int
    code: str
    word: str
    timing: str
    procedure: str


@dataclass
class Seen:
    """What is known of the chain so far.

    ``proved``: the last line whose signature was looked at; ``proved_at``: the time of the last one that was good.
    """

    number: int = 0
    hash: str = FIRST
    at: str = ""
    key: PublicKey | None = None
    proved: int = 0
    proved_at: str = ""
    visit: int = 0
    deleted_through: int = 0
    training: bool = False
    damaged: int = 0


class Walk:
    """One chain. ``findings`` and ``days`` are complete once ``rows`` is exhausted."""

    def __init__(self, chain: Chain, keys: tuple[PublicKey, ...], first_file: int = 0, every: bool = False) -> None:
        """``keys``: those that may have signed; ``first_file``: the index of the chain's first file among all.

        ``every``: check the signature of every line.
        """
        self.chain, self.findings, self.lines = chain, list[Finding](), 0
        #: Days (ISO) with a line.
        self.days: set[str] = set()
        self._allowed, self._first_file, self._every = keys, first_file, every
        self._seen = Seen()
        self._earlier = {head.number: head.hash for head in chain.earlier}
        #: The keys that the chain names, in order.
        self.named: list[PublicKey] = []
        self.first_at = ""
        self._began = 0

    @property
    def last(self) -> Seen:
        """What was known at the last line that was read."""
        return self._seen

    @property
    def signers(self) -> tuple[PublicKey, ...]:
        """Those that may have signed a line: the registered keys, or else those that the chain names."""
        return self._allowed or tuple(self.named)

    def rows(self) -> Iterator[Row]:
        """The good lines in order. What cannot be read is a finding."""
        if not self._allowed:
            self._find(Kind.NO_KEY, "", "", 0)
        for index, file in enumerate(self.chain.files, self._first_file):
            try:
                yield from self._file(file, index)
            except OSError:
                self._find(Kind.UNREADABLE, self._seen.at, "", 0)
        self._end()

    def _file(self, path: Path, index: int) -> Iterator[Row]:
        position, last = 0, None
        with path.open("rb") as opened:
            while raw := opened.readline(_LONGEST):
                line = _timed(parse(raw.removesuffix(b"\n")))
                if line is None:
                    self._damaged()
                elif self._takes(line) and self._reads(line, first=last is None):
                    yield self._row(line, index, position)
                last, position = line or last, position + len(raw)
        if last is not None and self._seen.proved != last["n"]:
            self._prove(last)

    def _damaged(self) -> None:
        self.lines += 1
        self._seen.damaged += 1
        if self._seen.damaged == 1:
            self._find(Kind.DAMAGED, self._seen.at, "", self._seen.number + 1)

    def _takes(self, line: Line) -> bool:
        """Whether the line goes on from those before; findings about its place. A second one of a number does not."""
        self.lines += 1
        seen, number = self._seen, line["n"]
        if not self.first_at:
            self._began, self.first_at = number, line["at"]
        elif number <= seen.number:
            self._find(Kind.MISPLACED, line["at"], line["at"], number)
            return False
        elif number > seen.number + 1 + seen.damaged:
            self._find(Kind.MISSING, seen.at, line["at"], seen.number + 1)
        elif number == seen.number + 1 and line["prev"] != seen.hash:
            self._find(Kind.UNLINKED, seen.at, line["at"], number)
        if seen.damaged:
            self._close_damaged(line["at"])
        return True

    def _close_damaged(self, at: str) -> None:
        """The first good line after damaged ones says until when nothing is known."""
        self._seen.damaged = 0
        for place in range(len(self.findings) - 1, -1, -1):
            found = self.findings[place]
            if found.kind is Kind.DAMAGED and not found.until:
                self.findings[place] = Finding(found.terminal, found.kind, found.since, at[:LOCAL], found.line)
                return

    def _reads(self, line: Line, first: bool) -> bool:
        """Whether the line holds what is declared; takes it in, and checks its signature where that is due."""
        seen, code = self._seen, line["code"]
        declared = is_declared(line)
        if not declared:
            self._find(Kind.UNDECLARED, line["at"], line["at"], line["n"])
        elif code in KEY_LINES:
            self._change_key(line)
        elif code in _SPECIAL:
            self._special(line)
        if line["at"] < seen.at and code != "clock_jump":
            self._clock(line, (datetime.fromisoformat(seen.at) - datetime.fromisoformat(line["at"])).total_seconds())
        seen.number, seen.hash, seen.at = line["n"], line["hash"], line["at"]
        self.days.add(line["at"][:10])
        if self._earlier and self._earlier.get(seen.number, seen.hash) != seen.hash:
            self._find(Kind.REPLACED, "", line["at"], seen.number)
        if first or self._every or code in KEY_LINES:
            self._prove(line)
        return declared

    def _prove(self, line: Line) -> None:
        """Check the signature; where it is wrong, nothing since the last good one is sure."""
        self._seen.proved = line["n"]
        if is_signed(line, self._signers()):
            self._seen.proved_at = line["at"]
        else:
            self._find(Kind.SIGNATURE, self._seen.proved_at, line["at"], line["n"])

    def _signers(self) -> tuple[PublicKey, ...]:
        return (self._seen.key,) if self._seen.key else self._allowed

    def _change_key(self, line: Line) -> None:
        """A line names the key for itself and those after it. Its reason, where it has one, is a finding."""
        if line["code"] == "chain_restarted" and line["reason"] != "new_key":
            self._find(Kind.RESTARTED, self._seen.at, line["at"], line["n"])
        if line["kept"] == "memory":
            self._training(line)
        key = PublicKey(bytes.fromhex(line["key"]))
        if key == self._seen.key:
            return
        if self._allowed and key not in self._allowed:
            self._find(Kind.UNKNOWN_KEY, line["at"], "", line["n"])
        elif self._seen.key is not None:
            self._find(Kind.NEW_KEY, line["at"], line["at"], line["n"])
        self._seen.key = key
        self.named.append(key)

    def _special(self, line: Line) -> None:
        """Lines that change what the later ones mean."""
        code = line["code"]
        if code == "session_prepared":
            self._seen.visit = line["n"]
        elif code == "audit_deleted":
            self._seen.deleted_through = max(self._seen.deleted_through, line["through"])
        elif code == "clock_jump":
            self._clock(line, abs(line["seconds"]))
        elif code == "kiosk_started":
            if line["training"]:
                self._training(line)
            if line["terminal"] != self.chain.name:
                self._find(Kind.RENAMED, line["at"], line["at"], line["n"])

    def _clock(self, line: Line, seconds: float) -> None:
        """The clock moved by so many seconds between the line before and this one."""
        since, until = sorted((self._seen.at or line["at"], line["at"]))
        if seconds >= _WRONG_CLOCK:
            self._find(Kind.WRONG_CLOCK, since, until, line["n"])
        elif seconds >= _CLOCK:
            self._find(Kind.CLOCK, since, until, line["n"])

    def _training(self, line: Line) -> None:
        if not self._seen.training:
            self._seen.training = True
            self._find(Kind.TRAINING, line["at"], "", line["n"])

    def _row(self, line: Line, file: int, position: int) -> Row:
        word = line.get("reason") or line.get("kind") or line.get("failure") or line.get("seen") or ""
        procedure = f"{line['procedure']} 第{line['version']}版" if "version" in line and "procedure" in line else ""
        where = (self.chain.name, file, position, line["n"], line["at"][:LOCAL], self._seen.visit)
        return Row(*where, line["code"], str(word), str(line.get("when", "")), procedure)

    def _end(self) -> None:
        """What can be judged only after the last line."""
        self._sealed()
        if not self.first_at:
            self._find(Kind.EMPTY, "", "", 0)
        elif self._began - 1 > self._seen.deleted_through:
            self._find(Kind.OLDER, "", self.first_at, self._began)

    def _sealed(self) -> None:
        """What the package says that the lines came in: it was changed, not by this terminal, or lines are cut off."""
        chain = self.chain
        if chain.broken:
            self._find(Kind.PACKAGE, "", "", 0)
        if chain.sealed_by and self._allowed and chain.sealed_by not in self._allowed:
            self._find(Kind.UNKNOWN_KEY, "", "", 0)
        if chain.last and (chain.last.number, chain.last.hash) != (self._seen.number, self._seen.hash):
            self._find(Kind.CUT, self._seen.at, "", self._seen.number + 1)

    def _find(self, kind: Kind, since: str, until: str, line: int) -> None:
        self.findings.append(Finding(self.chain.name, kind, since[:LOCAL], until[:LOCAL], line))


#: Codes that ``Walk`` looks into, besides those that name a key.
_SPECIAL = frozenset({"session_prepared", "audit_deleted", "clock_jump", "kiosk_started"})


def _timed(line: Line | None) -> Line | None:
    """The line if its time is one; its hash alone does not say so."""
    if line is None or not _AT.match(line["at"]):
        return None
    try:
        datetime.fromisoformat(line["at"])
    except ValueError:
        return None
    return line
