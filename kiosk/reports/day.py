"""The day's report of one terminal for its staff, counted from the audit file. No Qt, no personal data."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.audit import words as audit_words
from kiosk.audit.line import Line, parse
from kiosk.reports.case import SUSPECTED
from kiosk.reports.place import Place
from kiosk.system.whole_file import write_file

_SHOWN = frozenset({"kiosk_started", "kiosk_stopped", "out_of_service", "unavailable", "staff_unlock", "wipe_failed",
                    "suspected_mixup", "portal_refused", "mixup_by_staff", "mixup_reported", "mixup_step",
                    "staff_panel", "day_closed"})  # fmt: skip


@dataclass(frozen=True)
class Counts:
    """The counts of one day. ``supports``: sessions that reached the login, each counted once."""

    begun: int = 0
    supports: int = 0
    done: int = 0
    suspected: int = 0
    wipes: int = 0
    failed_wipes: int = 0


def lines_of(file: Path, day: str) -> list[Line]:
    """The audit lines of this day (``2026-01-31``) in one file. Raises OSError."""
    wanted = f'"at":"{day}'.encode()
    with file.open("rb") as opened:
        found = (parse(raw.removesuffix(b"\n")) for raw in opened if wanted in raw)
        return [line for line in found if line is not None]


def count(lines: Iterable[Line]) -> Counts:
    """Count the lines of one day."""
    found = dict.fromkeys(("begun", "supports", "done", "suspected", "wipes", "failed_wipes"), 0)
    logged_in = False
    for line in lines:
        code = line["code"]
        found["begun"] += code == "session_begun"
        found["supports"] += code == "login_done" and not logged_in
        logged_in = code == "login_done" or (logged_in and code != "session_begun")
        found["done"] += code == "result" and line.get("kind") == "done"
        found["suspected"] += code in SUSPECTED
        found["wipes"] += code == "wipe_verified"
        found["failed_wipes"] += code == "wipe_failed"
    return Counts(**found)


def summary(lines: Iterable[Line], titles: Mapping[str, str]) -> str:
    """The day in three lines: sessions by procedure, by language and by how they ended."""
    every = list(lines)
    procedures = Counter(titles.get(line["procedure"], line["procedure"]) for line in _of(every, "procedure_chosen"))
    spoken = Counter(audit_words.language(line["language"]) for line in _of(every, "language"))
    ends = Counter(audit_words.end_reason(line["reason"]) for line in _used_ends(every))
    rows = (("手続き", procedures), ("言語の変更", spoken), ("終わり方", ends))
    return "\n".join(f"{name}：{_counted(found)}" for name, found in rows)


def _of(lines: Iterable[Line], code: str) -> list[Line]:
    return [line for line in lines if line["code"] == code]


def _used_ends(lines: Iterable[Line]) -> list[Line]:
    """The ends of sessions that somebody used."""
    used, found = False, []
    for line in lines:
        if line["code"] == "session_ended" and used:
            found.append(line)
        used = line["code"] == "session_begun" or (used and line["code"] != "session_ended")
    return found


def _counted(found: Mapping[str, int]) -> str:
    return "、".join(f"{name} {number}件" for name, number in found.items()) or "なし"


def report(place: Place, day: str, lines: list[Line]) -> str:
    """The text of the day's report, in Japanese: place, counts, and unusual events."""
    counts = count(lines)
    special = [audit_words.sentence(line, "ja") for line in lines if line["code"] in _SHOWN]
    facts = [
        "日報" + ("（研修用）" if place.training else ""),
        f"日付：{day}",
        f"市区町村・窓口：{place.city} {place.window}".rstrip(),
        f"端末：{place.terminal}",
        "",
        f"延べ支援件数（ログインした利用）：{counts.supports}件",
        f"利用の開始：{counts.begun}件",
        f"手続きの完了：{counts.done}件",
        f"取り違えの疑い：{counts.suspected}件",
        f"消去を確認した回数：{counts.wipes}回（確認できなかった回数：{counts.failed_wipes}回）",
    ]
    facts += ["", *summary(lines, place.titles).splitlines()]
    return "\n".join([*facts, "", "おもな記録", *(special or ["なし"])]) + "\n"


def save(place: Place, day: str, text: str) -> Path:
    """Write the report into the report folder and return its path. Raises OSError."""
    target = place.open_folder() / f"day-{day}-{place.terminal}.txt"
    write_file(target, text.encode())
    return target
