"""What the hold cannot pause is off, or refused before it: on the kiosk's own browser, with the server as witness."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.hostile.witness.server import Server
from tests.support import engine

if TYPE_CHECKING:
    from tests.hostile.witness.stand import Stand

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.no_qt_log]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server() as made:
        yield made


@pytest.fixture(scope="module")
def stand(server: Server, qapp: object) -> "Stand":
    engine.prepare()
    from tests.hostile.witness.stand import Stand

    return Stand({"http": server})


@pytest.fixture(autouse=True)
def at_home(stand: "Stand") -> None:
    stand.visit("http")
    stand.warden.begin_anew()


def paths(server: Server, case: str) -> list[tuple[str, str]]:
    return [(item.method, item.path) for item in server.of(case)]


def test_no_accounts_are_asked_for(stand: "Stand", server: Server) -> None:
    """FedCM asks from the browser's own process, with the cookies of the address that it is told."""
    origin = stand.origin("http")
    server.serve_json("/.well-known/web-identity", {"provider_urls": [f"{origin}/fedcm.json"]})
    server.serve_json(
        "/fedcm.json", {"accounts_endpoint": "/apply?id=fedcm", "id_assertion_endpoint": "/x", "login_url": "/"}
    )
    ask = f"{{identity: {{providers: [{{configURL: '{origin}/fedcm.json', clientId: 'x'}}]}}}}"
    stand.evaluate(f"window.end = ''; navigator.credentials.get({ask}).then(() => end = 'got', (e) => end = e.name); 0")
    # The engine refuses after a random time (1 to 20 s were measured), so that the page learns nothing from it.
    assert stand.until(lambda: stand.evaluate("end"), 90.0)
    assert stand.evaluate("end") != "got"
    assert paths(server, "fedcm") == []
    assert not [item for item in server.seen if item.path in ("/fedcm.json", "/.well-known/web-identity")]


def test_a_navigation_preload_of_the_commit(stand: "Stand", server: Server) -> None:
    """A service worker has the engine ask for a page before the worker runs: that request is never paused."""
    server.serve_script(
        "/_w/preload.js",
        "onactivate = (event) => event.waitUntil(registration.navigationPreload.enable().then(() => clients.claim()));"
        "onfetch = (event) => event.respondWith((async () => (await event.preloadResponse) || new Response('x'))());",
    )
    stand.evaluate(
        "window.ready = ''; navigator.serviceWorker.register('/_w/preload.js', {scope: '/'})"
        ".then(() => navigator.serviceWorker.ready).then(() => { ready = 'yes'; }); 0"
    )
    assert stand.until(lambda: stand.evaluate("ready"))
    stand.evaluate("location.assign('/ordinary?id=preload-0'); 0")
    assert stand.until(lambda: paths(server, "preload-0"))
    stand.visit("http")
    stand.warden.begin_anew()
    stand.evaluate("location.assign('/apply?id=preload-1'); 0")
    assert stand.until(lambda: stand.warden.told)
    stand.settle()  # its load has failed; that is not the end of the next one
    stand.visit("http")
    stand.evaluate("location.assign('/hop?s=302&id=preload-2&to=%2Fapply%3Fid%3Dpreload-2'); 0")
    assert stand.until(lambda: ("GET", "/hop") in paths(server, "preload-2"))
    stand.settle()
    assert paths(server, "preload-1") == []
    assert [path for path in paths(server, "preload-2") if path[1] != "/hop"] == []
    stand.evaluate(
        "navigator.serviceWorker.getRegistrations().then((all) => Promise.all(all.map((one) => one.unregister()))); 0"
    )


def test_what_a_service_worker_sends_by_itself_is_held(stand: "Stand", server: Server) -> None:
    """Whatever wakes it (a message, a sync, an update): what it fetches is paused like everything else."""
    server.serve_script(
        "/_w/alone.js",
        "oninstall = () => fetch('/apply?id=alone-install', {method: 'POST', body: 'x'}).catch(() => 0);"
        "onactivate = () => fetch('/apply?id=alone-activate', {method: 'POST', body: 'x'}).catch(() => 0);"
        "onsync = () => fetch('/apply?id=alone-sync', {method: 'POST', body: 'x'}).catch(() => 0);"
        "onmessage = () => fetch('/hop?s=307&id=alone-message&to=%2Fapply%3Fid%3Dalone-message').catch(() => 0);",
    )
    stand.evaluate(
        "window.step = ''; navigator.serviceWorker.register('/_w/alone.js', {scope: '/_w/alone/'})"
        ".then(async (it) => { const worker = it.installing || it.waiting || it.active;"
        " while (worker.state !== 'activated') await new Promise((done) => { worker.onstatechange = done; });"
        " await it.sync.register('x').catch(() => 0); worker.postMessage(1); step = 'sent'; }); 0"
    )
    assert stand.until(lambda: stand.evaluate("step"))
    assert stand.until(lambda: ("GET", "/hop") in paths(server, "alone-message"))
    stand.settle()
    assert stand.warden.told["commit_blocked"] >= 1
    for case in ("alone-install", "alone-activate", "alone-sync"):
        assert paths(server, case) == []
    assert [path for path in paths(server, "alone-message") if path[1] != "/hop"] == []


def test_reports_go_nowhere_final(stand: "Stand", server: Server) -> None:
    """Reports of violations are sent by the engine itself to an address; to a named endpoint it never sends any."""
    page, origin = "<!doctype html><button>x</button><img src='/_w/no.png'>", stand.origin("http")
    server.serve_page(
        "/_w/named",
        page,
        {
            "content-security-policy": "img-src 'none'; report-to out",
            "reporting-endpoints": f'out="{origin}/apply?id=report-to", default="{origin}/apply?id=report-default"',
            "report-to": f'{{"group":"out","max_age":60,"endpoints":[{{"url":"{origin}/apply?id=report-old"}}]}}',
            "nel": '{"report_to":"out","max_age":60,"success_fraction":1.0}',
        },
    )
    policy = f"img-src 'none'; report-uri {origin}/apply?id=report-uri {origin}/hop?id=report-hop"
    server.serve_page("/_w/reports", page, {"content-security-policy": policy})
    for path in ("/_w/named", "/_w/reports"):
        stand.evaluate(f"location.assign('{path}'); 0")
        stand.settle()
    assert stand.until(lambda: stand.warden.told["refused commit"]), "the one to an address was tried"
    assert stand.until(lambda: paths(server, "report-hop"))
    stand.settle()
    assert stand.warden.told["refused commit"] == 1
    assert paths(server, "report-hop") == [("POST", "/hop")], "and one to an ordinary address arrives"
    for case in ("report-uri", "report-to", "report-default", "report-old"):
        assert paths(server, case) == []


def test_a_websocket_passes_only_where_it_is_listed(stand: "Stand", server: Server) -> None:
    from kiosk.procedures.model import Procedure, RequestPattern

    procedure = stand.warden.procedure
    assert procedure is not None
    listed = RequestPattern("WEBSOCKET", f"{stand.origin('http')}/socket")
    fields = {**procedure.__dict__, "ordinary_requests": (*procedure.ordinary_requests, listed)}
    stand.warden.procedure = Procedure(**fields)
    stand.evaluate("new WebSocket(location.origin.replace('http', 'ws') + '/other?id=socket-1'); 0")
    stand.evaluate("new WebSocket(location.origin.replace('http', 'ws') + '/socket?id=socket-2'); 0")
    assert stand.until(lambda: paths(server, "socket-2"))
    stand.settle()
    stand.warden.procedure = procedure
    assert paths(server, "socket-1") == []
