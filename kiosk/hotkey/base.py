"""Shared by the systems' hot keys: the notation of a key, and the error when it cannot be registered."""

MODIFIERS = ("Ctrl", "Alt", "Shift")


class KeyUnavailable(Exception):
    """The key cannot be registered: another program holds it, or there is no display."""


def parse(key: str) -> tuple[frozenset[str], str]:
    """Split ``Ctrl+F12`` into modifiers and key name. The configuration has checked the form."""
    *modifiers, name = key.split("+")
    return frozenset(modifiers), name
