"""The machine of the kiosk: lifecycle, wipe, cards, gate. Never imports ``ui``."""

__version__ = "0.1.0"
