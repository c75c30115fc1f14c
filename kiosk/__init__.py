"""The machine of the kiosk: lifecycle, wipe, cards, gate. Never imports ``ui``."""

from kiosk import singletons

__version__ = "0.1.0"

singletons.keep()
