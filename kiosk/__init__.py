"""The machine of the kiosk: lifecycle, wipe, cards, gate. Never imports ``ui``."""

from kiosk.interpreter import keep_shared_objects

__version__ = "0.1.0"

keep_shared_objects()
