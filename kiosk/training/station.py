"""The training station's process: portal, virtual reader, and the panel to place and take cards."""

import signal
import sys
import threading
from typing import Any

from kiosk.training import control
from kiosk.training.persons import load_persons
from kiosk.training.portal.server import PortalServer, serve
from kiosk.training.portal.settings import Mode, PortalSettings
from kiosk.training.settings import TrainingSettings
from kiosk.training.training_ca import load_or_make


class Station:
    """Everything that stands beside the kiosk in a demo."""

    def __init__(self, settings: TrainingSettings) -> None:
        self.settings = settings
        self.ca = load_or_make(settings.root / "ca")
        self.persons = load_persons()
        self.reader = self._make_reader()
        self.portal: PortalServer | None = None
        self.open_portal()

    def open_portal(self) -> None:
        """Serve on the port that the procedures name."""
        self.portal = serve(self._portal_settings(), self.settings.port)

    def close_portal(self) -> None:
        """The portal is down: connections are refused."""
        if self.portal:
            self.portal.stop()
        self.portal = None
