"""Client of the training portal's admin surface: reads what arrived there and changes its behaviour."""

import json
import urllib.request
from typing import Any

from kiosk.training.base.settings import TrainingSettings


class PortalClient:
    """The portal's admin surface, with the token of the settings."""

    def __init__(self, settings: TrainingSettings) -> None:
        self._origin = settings.portal
        self._token = settings.admin_token

    def state(self) -> dict[str, Any]:
        """Applications, requests, tokens, mode."""
        return dict(self._ask("state"))

    def change(self, what: str, **values: Any) -> None:
        """Post a change. ``what``: ``mode``, ``switches``, ``fault``, ``reset``, ``person`` or ``application``."""
        self._ask(what, values)

    def applications(self) -> dict[str, str]:
        """Payment services of the applications, by the person's label."""
        return {item["label"]: item["service"] for item in self.state()["applications"]}

    def _ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self._origin}/_training/{path}", data=data)  # noqa: S310 - http, ours
        request.add_header("Authorization", f"Bearer {self._token}")
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310 - the same
            return json.loads(answer.read())
