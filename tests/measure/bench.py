"""``python3 run.py bench``: how fast one customer follows another, beside a restarted Chromium kiosk."""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.processes import start as processes
from kiosk.training.drill.desk import pause
from kiosk.training.launch import RunningTerminal
from tests.hostile.equipment import NAME
from tests.measure import bench_cards, bench_hold, bench_kiosk, bench_report, bench_survey, chromium_kiosk
from tests.measure.bench_cards import CardTimes
from tests.measure.bench_hold import HoldCost
from tests.measure.bench_kiosk import Change, Support
from tests.measure.bench_report import Figure
from tests.measure.chromium_kiosk import ChromiumKiosk, ChromiumMissing

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "performance.md"
ROUNDS = 12
#: Seconds for a started Chromium to become idle.
SETTLE = 0.7


@dataclass
class Measured:
    """The measured values of all rounds. ``chromium`` has one value for each pair, or none."""

    pairs: list[Change] = field(default_factory=list)
    chromium: list[float] = field(default_factory=list)
    logged_in: list[Change] = field(default_factory=list)
    support: Support | None = None
    canary: list[Change] = field(default_factory=list)
    cards: list[CardTimes] = field(default_factory=list)
    opensc: tuple[int, int] | None = None
    hold: HoldCost | None = None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print and write the figures; returns 0 if every budget holds."""
    options = _parser().parse_args(arguments)
    if options.survey:
        return _survey()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    processes.become_subreaper()
    facts = bench_report.machine(chromium_kiosk.version())
    with tempfile.TemporaryDirectory(prefix="madoguchi-bench-") as folder:
        figures = figures_of(_measure(Path(folder), options.rounds))
    print(bench_report.plain_table(figures), bench_report.keys_of_hold(figures), sep="\n\n")
    if not options.no_write:
        DOCUMENT.write_text(bench_report.document(figures, facts, options.rounds), encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(bench_report.to_json(figures), indent=2) + "\n", encoding="utf-8")
    return 0 if bench_report.all_hold(figures) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py bench", description="Measure; write docs/performance.md.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    parser.add_argument("--rounds", type=_positive, default=ROUNDS, help=f"pairs, and customers after that ({ROUNDS})")
    parser.add_argument("--survey", action="store_true", help="only a survey of a million lines; writes no document")
    parser.add_argument("--no-write", action="store_true", help="leave docs/performance.md as it is")
    return parser


def _survey() -> int:
    figures = bench_survey.measure()
    print(bench_report.plain_table(figures))
    return 0 if bench_report.all_hold(figures) else 1


def _positive(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return int(text)


def _measure(folder: Path, rounds: int) -> Measured:
    measured = Measured()
    shown = bool(os.environ.get("DISPLAY"))
    with RunningTerminal(folder / "kiosk", fullscreen=shown, notice=1.0, reading=0.0, equipment=[NAME]) as terminal:
        measured.support = bench_kiosk.support(terminal)
        _say(f"one support: {measured.support.login.apdus} APDUs to log in, {measured.support.check.apdus} to check")
        _pairs(terminal, folder / "chromium", rounds, measured)
        measured.cards = [bench_cards.card_times(terminal) for _ in range(rounds)]
        _say("card: read, PIN pad and signature timed")
        for number in range(1, rounds + 1):
            _customers(terminal, f"customers {number} of {rounds}", measured)
    measured.opensc = bench_cards.opensc_apdus()
    measured.hold = bench_hold.measure(rounds)
    return measured


def _customers(terminal: RunningTerminal, label: str, measured: Measured) -> None:
    """Measure a customer who leaves the portal's page open, then one who leaves the canary page open."""
    plain = bench_kiosk.change_after_login(terminal)
    canary = bench_kiosk.change_after_login(terminal, bench_kiosk.canary)
    measured.logged_in.append(plain)
    measured.canary.append(canary)
    _say(f"{label}: wiped in {plain.wipe:.0f} ms, page {plain.page:.0f} ms; with the canary in {canary.wipe:.0f} ms")


def _pairs(terminal: RunningTerminal, folder: Path, rounds: int, measured: Measured) -> None:
    """Measure kiosk and Chromium in turn, so that other load affects both. Round 0 is a warm-up and is dropped."""
    chromium = _chromium(terminal, folder)
    for number in range(rounds + 1):
        change = bench_kiosk.change_without_card(terminal)
        restart = chromium.restart() if chromium else None
        pause(SETTLE if chromium else 0)
        beside = "Chromium is not here" if restart is None else f"Chromium {restart:.0f} ms"
        _say(f"pair {number} of {rounds}: next attract screen after {change.ready or 0:.0f} ms, {beside}")
        if number:
            measured.pairs.append(change)
            measured.chromium += [] if restart is None else [restart]
    if chromium:
        chromium.end()


def _chromium(terminal: RunningTerminal, folder: Path) -> ChromiumKiosk | None:
    """A running Chromium kiosk; None where it is not installed or shows nothing."""
    assert terminal.process is not None
    try:
        chromium = ChromiumKiosk(folder, frozenset({terminal.process.pid}))
        chromium.restart()
    except ChromiumMissing:
        return None
    return chromium


def figures_of(measured: Measured) -> list[Figure]:
    """The rows of the table, in order."""
    every = [*measured.pairs, *measured.logged_in]
    ready = [change.ready for change in measured.pairs if change.ready is not None]
    ratios = [ours / theirs for ours, theirs in zip(ready, measured.chromium, strict=False)]
    return [
        _curtain("curtain_ms", "press → curtain painted", every),
        _wipe(
            "wipe_verified_ms",
            "wipe, steps 1–7",
            measured.logged_in,
            "from the receipts of customers who had logged in, page and card still there; without the portal's "
            "own logout, as in the budget.",
        ),
        _curtain(
            "curtain_canary_ms",
            "curtain, canary page open",
            measured.canary,
            "the canary page has left something in every kind of browser state, from cookies to service workers.",
        ),
        _wipe("wipe_canary_ms", "wipe, canary page open", measured.canary),
        Figure("logout_ms", "the portal's own logout", _values(change.logout for change in every)),
        Figure(
            "ready_ms",
            "press → next attract screen",
            _values(ready),
            note="the second tap, on 「手続きをやめる」, → the next person's screen is painted and the curtain is "
            "gone; engine and page were loaded, no card was on the reader. The portal's own logout is in it.",
        ),
        Figure(
            "chromium_restart_ms",
            "Chromium kiosk restarted",
            _values(measured.chromium),
            note="kill, wait until all of it is dead, delete its folder, start it again (incognito), until its page "
            "reports from the first animation frame after its load.",
        ),
        Figure("ready_vs_chromium", "ours / Chromium, of each pair", _values(ratios), "", 0.5),
        *_page_figures(measured),
        *_support_figures(measured.support),
        *_card_figures(measured),
        *bench_hold.figures(measured.hold),
    ]


def _curtain(key: str, name: str, changes: Sequence[Change], note: str = "") -> Figure:
    return Figure(key, name, _values(change.curtain for change in changes), most=50, note=note)


def _wipe(key: str, name: str, changes: Sequence[Change], note: str = "") -> Figure:
    return Figure(key, name, _values(change.wipe for change in changes), most=120, most_p95=300, note=note)


def _page_figures(measured: Measured) -> list[Figure]:
    return [
        Figure(
            "page_ms",
            "procedure chosen → first page",
            _values(change.page for change in measured.logged_in),
            note="of customers who touch the attract screen the moment it is there; a touch that comes while the "
            "engine is being loaded is answered after that. Until the page's load event has come through the kiosk's "
            "own script; the kiosk's screen 「準備」 is in front of the page then, so nobody waits for it.",
        ),
        Figure(
            "page_at_leisure_ms",
            "the same, engine loaded",
            _values(change.page for change in measured.pairs),
            note="for whoever has looked at the attract screen for half a second.",
        ),
    ]


def _card_figures(measured: Measured) -> list[Figure]:
    """The figures of the card. The virtual reader reports a card at once: the 300 ms for presence are not included."""
    cards, opensc = measured.cards, measured.opensc
    return [
        Figure("card_read_ms", "card placed → read", _values(card.read for card in cards), most=350),
        Figure(
            "card_pad_ms",
            "card placed → PIN pad",
            _values(card.pad for card in cards),
            most=350,
            note="with the portal's challenge in between, which the page fetches when it is shown.",
        ),
        Figure("signature_ms", "fourth digit → signature", _values(card.signature for card in cards), most=50),
        Figure("opensc_read_apdus", "OpenSC reads the certificate", (opensc[0],) if opensc else (), "APDUs"),
        Figure("opensc_sign_apdus", "OpenSC logs in and signs", (opensc[1],) if opensc else (), "APDUs"),
    ]


def _support_figures(support: Support | None) -> list[Figure]:
    if support is None:
        return []
    return [
        Figure("login_apdus", "login", (support.login.apdus,), "APDUs", 12),
        Figure("login_bytes", "login, both directions", (support.login.bytes,), "bytes"),
        Figure("second_check_apdus", "second check", (support.check.apdus,), "APDUs", 6),
        Figure("second_check_bytes", "second check, both directions", (support.check.bytes,), "bytes"),
        Figure(
            "memory_attract_mb",
            "memory, attract screen",
            (support.attract_mb,),
            "MB",
            note="proportional share (PSS) of the supervisor and of everything below it but the training station.",
        ),
        Figure("memory_session_mb", "memory, confirmation page", (support.session_mb,), "MB"),
    ]


def _values(found: Iterable[float]) -> tuple[float, ...]:
    return tuple(found)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
