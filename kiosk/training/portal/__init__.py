"""The training portal: a small copy of the application site of the incident, for training, demo and tests only."""

from kiosk.training.portal.app import create_app
from kiosk.training.portal.server import PortalServer, serve
from kiosk.training.portal.settings import Mode, PersonFacts, PortalSettings, Switches
from kiosk.training.portal.token import identity_key

__all__ = ["Mode", "PersonFacts", "PortalServer", "PortalSettings", "Switches", "create_app", "identity_key", "serve"]
