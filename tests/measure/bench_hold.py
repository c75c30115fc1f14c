"""What the hold costs: the kiosk's own browser with and without it, in one process and in turn, before one server.

A process of its own, since an engine lives in one only once; the server is in the one that asks, so that they do not
share an interpreter: ``python -m tests.measure.bench_hold ROUNDS PORT`` prints JSON. A first page exists once in a
process as well: with the word ``free`` or ``held`` in place of ROUNDS it is timed alone.
"""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kiosk.system import clock, singletons
from tests.hostile.witness.server import Seen, Server
from tests.measure.bench_memory import pss_mb
from tests.measure.bench_report import Figure
from tests.support import engine

if TYPE_CHECKING:
    from tests.hostile.witness.stand import Stand

PARTS, FETCHES = 50, 200
#: Processes whose first page is timed, each without and with the hold.
FIRST_PAGES = 7
#: Seconds for all of it.
LIMIT = 300.0


@dataclass(frozen=True)
class HoldCost:
    """One value a round: a page of 50 parts and one of 200 fetches in ms, without and with; memory in MB.

    ``first_free``, ``first_held``: a process's first page of 50 parts in ms, when the hold was there before it.
    """

    page_free: tuple[float, ...] = ()
    page_held: tuple[float, ...] = ()
    fetch_free: tuple[float, ...] = ()
    fetch_held: tuple[float, ...] = ()
    memory: float = 0.0
    first_free: tuple[float, ...] = ()
    first_held: tuple[float, ...] = ()


def measure(rounds: int) -> HoldCost:
    """In a process of its own. Raises RuntimeError when it fails."""
    page = "<!doctype html><title>x</title>" + "".join(f"<img src='/part?{n}'>" for n in range(PARTS))
    with Server() as server:
        server.serve_page("/_w/parts", page, {})
        found = _ask(str(rounds), server.port)
        first = [(_ask("free", server.port), _ask("held", server.port)) for _ in range(FIRST_PAGES)]
    memory, (free, held) = float(found.pop("memory")), zip(*first, strict=True)
    return HoldCost(
        **{name: tuple(values) for name, values in found.items()}, memory=memory, first_free=free, first_held=held
    )


def _ask(what: str, port: int) -> Any:
    command = [sys.executable, "-m", "tests.measure.bench_hold", what, str(port)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    if not ended.stdout:
        raise RuntimeError(f"the hold was not measured: {ended.stderr[-500:]}")
    return json.loads(ended.stdout.splitlines()[-1])


def figures(cost: HoldCost | None) -> list[Figure]:
    """The rows of the table."""
    if cost is None:
        return []
    ratios = [held / free for held, free in zip(cost.page_held, cost.page_free, strict=True)]
    more = [held - free for held, free in zip(cost.fetch_held, cost.fetch_free, strict=True)]
    parts = [(held - free) / PARTS for held, free in zip(cost.page_held, cost.page_free, strict=True)]
    first = [held - free for held, free in zip(cost.first_held, cost.first_free, strict=True)]
    note = "every request waits until Python has decided; the same page without it in turn with it, in one process."
    return [
        Figure("hold_page_ratio", "page of 50 parts, with / without the hold", tuple(ratios), "", 1.6, note=note),
        Figure("hold_part_ms", "the hold, each part of it", tuple(parts), most=4),
        Figure("hold_fetch_ms", "the hold, each of 200 fetches in a row", tuple(more), most=3),
        Figure("hold_first_page_ms", "the hold, the first page of a process", tuple(first), most=80),
        Figure("hold_memory_mb", "the process that holds", (cost.memory,), "MB", 60),
    ]


@dataclass(frozen=True)
class Elsewhere:
    """A server of another process: what it sees does not matter here."""

    port: int

    def of(self, _: str) -> list[Seen]:
        """Nothing."""
        return []


def _page(stand: "Stand") -> float:
    began = clock.now()
    stand.load("http", "/_w/parts")
    return (clock.now() - began) * 1000


def _fetch(stand: "Stand") -> float:
    loop = f"for (let n = 0; n < {FETCHES}; n++) await (await fetch('/x')).arrayBuffer();"
    took = "took = (performance.now() - began)"
    stand.evaluate(f"window.took = 0; (async () => {{ const began = performance.now(); {loop} {took}; }})(); 0")
    stand.until(lambda: stand.evaluate("took"), 30)
    return float(stand.evaluate("took")) / FETCHES


def _first(held: bool, port: int) -> float:
    from tests.hostile.witness.stand import NoHold, Stand

    return _page(Stand({"http": Elsewhere(port)}, None if held else NoHold))


def _measure(rounds: int, port: int) -> dict[str, Any]:
    from tests.hostile.witness.stand import NoHold, Stand

    servers = {"http": Elsewhere(port)}
    free, held = Stand(servers, NoHold), Stand(servers)
    taken: dict[str, list[float]] = {name: [] for name in ("page_free", "page_held", "fetch_free", "fetch_held")}
    for number in range(rounds + 1):
        for name, stand in (("free", free), ("held", held)):
            page_ms, fetch_ms = _page(stand), _fetch(stand)
            if number:
                taken[f"page_{name}"].append(page_ms)
                taken[f"fetch_{name}"].append(fetch_ms)
    return {**taken, "memory": pss_mb([held.browser.hold.process])}


def main(arguments: Sequence[str]) -> None:
    """Measure and print; the process ends as a session does, without a teardown."""
    singletons.keep()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    engine.prepare()
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application: Any = QApplication(["bench"])
    what, port = arguments[0], int(arguments[1])
    print(json.dumps(_measure(int(what), port) if what.isdecimal() else _first(what == "held", port)), flush=True)
    os._exit(0 if application else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
