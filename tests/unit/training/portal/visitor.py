"""A desk with a portal behind it, and browsers that people use at it."""

import json
import warnings
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from httpx import Response

from kiosk.training.portal.app import create_app
from kiosk.training.portal.portal import Portal
from kiosk.training.portal.settings import PersonFacts, PortalSettings
from tests.unit.training.portal.card_holder import NOON, Holder, authority

with warnings.catch_warnings():  # Starlette would rather have httpx2, which is not among the dependencies
    warnings.simplefilter("ignore")
    from starlette.testclient import TestClient

ORIGIN = "http://testserver"
SECRET = "a-random-token"
PAYMENT = {"payment_id": "MIHON-1234-5678", "security_code": "4321", "phone": "5678"}


class Desk:
    """The portal, its clock and what it knows of people."""

    def __init__(self, database: Path, **settings: Any) -> None:
        self.now = NOON
        self.facts: dict[str, PersonFacts] = {}
        wanted = {"ca_certificate": authority().pem, "admin_token": SECRET, **settings}
        made = PortalSettings(database, clock=self.clock, persons=self.facts.get, **wanted)
        self.app = create_app(made)

    def clock(self) -> datetime:
        return self.now

    @property
    def portal(self) -> Portal:
        found: Portal = self.app.state.portal
        return found

    def browser(self) -> "Browser":
        return Browser(self.app)

    def close(self) -> None:
        self.portal.store.close()

    def admin(self, what: str, sent: Mapping[str, Any] | None = None, secret: str = SECRET) -> Response:
        client, headers = TestClient(self.app), {"Authorization": f"Bearer {secret}"}
        if what == "state":
            return cast(Response, client.get("/_training/state", headers=headers))
        return cast(Response, client.post(f"/_training/{what}", headers=headers, json=sent or {}))


class Browser(TestClient):
    """One browser profile: its cookies live as long as it does."""

    def __init__(self, app: Any) -> None:
        super().__init__(app, base_url=ORIGIN, follow_redirects=False, headers={"Accept-Language": "ja"})

    def nonce(self, purpose: str = "login") -> str:
        return str(self.get(f"/auth/challenge?purpose={purpose}").json()["nonce"])

    def log_in(self, person: Holder, course: str = "points", **changes: Any) -> Response:
        self.get("/")
        token = json.loads(person.token(ORIGIN, self.nonce(), **changes))
        return cast(Response, self.post("/auth/login", json={"token": token, "course": course}))

    def fill_in(self, payment_id: str = PAYMENT["payment_id"], measures: tuple[str, ...] = ("new_card",)) -> Response:
        """Everything up to the confirmation; the last answer."""
        self.post("/measures", data={"measure": list(measures)})
        self.post("/service", data={"service": "mihon-pay"})
        return cast(Response, self.post("/details", data={**PAYMENT, "payment_id": payment_id}))

    def apply(self, person: Holder | None = None) -> Response:
        """The commit, with a second check by this person's card where one is given."""
        token = person.token(ORIGIN, self.nonce("apply")) if person else ""
        return cast(Response, self.post("/apply", data={"token": token}))


def goes_to(response: Response) -> str:
    """Where a 303 leads."""
    assert response.status_code == 303, response.status_code
    return str(response.headers["location"])
