"""Which names a page, a worker and a service worker find in the kiosk's engine, and what is known of them.

``window.txt``, ``worker.txt`` and ``service_worker.txt`` are what QtWebEngine 6.12 exposes with the arguments of a
session; ``senders.toml`` says of each name that can send something what becomes of it.
"""

import tomllib
from pathlib import Path
from typing import Any

from tests.hostile.witness.server import Server

HERE = Path(__file__).parent
SCOPES = ("window", "worker", "service_worker")
_IN_WORKER = (
    """window.names = ''; (new Worker('/_w/walk-worker.js')).onmessage = (event) => { names = event.data; }; 0"""
)
_IN_SERVICE = """window.names = ''; navigator.serviceWorker.onmessage = (event) => { names = event.data; };
navigator.serviceWorker.register('/_w/walk-service.js', {scope: '/_w/walk/'}).then((registration) => {
  const worker = registration.installing || registration.waiting || registration.active;
  const ask = () => worker.state === 'activated' && worker.postMessage('walk');
  worker.onstatechange = ask;
  ask();
}); 0"""


def known(scope: str) -> set[str]:
    """The committed list."""
    return set((HERE / f"{scope}.txt").read_text(encoding="utf-8").split("\n")) - {""}


def senders() -> dict[str, dict[str, Any]]:
    """Of every name that can send something, how."""
    return tomllib.loads((HERE / "senders.toml").read_text(encoding="utf-8"))


def walk() -> dict[str, list[str]]:
    """What the engine of this process exposes, by scope."""
    from tests.hostile.witness.stand import NoHold, Stand, until

    script = (HERE / "walk.js").read_text(encoding="utf-8")
    with Server() as server:
        server.serve_script("/_w/walk-worker.js", f"postMessage({script})")
        server.serve_script("/_w/walk-service.js", f"onmessage = (event) => event.source.postMessage({script})")
        stand = Stand({"http": server}, NoHold)
        found: dict[str, list[str]] = {}
        for scope, start in zip(SCOPES, (f"window.names = {script}; 0", _IN_WORKER, _IN_SERVICE), strict=True):
            stand.visit("http")
            stand.evaluate(start)
            assert until(lambda: stand.evaluate("window.names"), 10), scope
            found[scope] = str(stand.evaluate("window.names")).split("\n")
    return found
