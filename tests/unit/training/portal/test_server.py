"""The portal on a real socket, and the procedures that describe it."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.procedures.load import load_procedures
from kiosk.training.portal.rules import SUSPECTED_MIXUP
from kiosk.training.portal.server import serve
from kiosk.training.portal.settings import PortalSettings
from tests.rules.sources import ROOT
from tests.unit.training.portal.card_holder import authority

PROCEDURES = ROOT / "resources" / "procedures" / "training"


def get(origin: str, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=5)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    finally:
        connection.close()


def test_serve_and_stop(tmp_path: Path) -> None:
    server = serve(PortalSettings(tmp_path / "portal.sqlite", authority().pem, "token"))
    try:
        assert server.portal.settings.origin == server.origin
        status, text = get(server.origin, "/")
        assert status == 200
        assert "マイナンバーカードで" in text
    finally:
        server.stop()
    second = serve(
        PortalSettings(tmp_path / "portal.sqlite", authority().pem, "token"), urlsplit(server.origin).port or 0
    )
    second.stop()
    assert second.origin == server.origin


def test_procedures_describe_the_portal() -> None:
    points, status = load_procedures(PROCEDURES, training_origin="http://127.0.0.1:4321")
    assert (points.id, status.id) == ("points", "status")
    assert points.start_url == "http://127.0.0.1:4321/"
    assert status.start_url == "http://127.0.0.1:4321/status/login"
    assert {item.url for item in points.refusals} == {
        f"http://127.0.0.1:4321{problem.page}" for problem in SUSPECTED_MIXUP
    }
    assert [request.url for request in points.commit_requests] == ["http://127.0.0.1:4321/apply"]
    assert all(procedure.steps_total == 3 for procedure in (points, status))
    assert points.asks_renewed_today
    assert "0120-95-0178" in status.advice["ja"]
    assert "ほかのIDを登録しないで" in status.advice["ja"]
