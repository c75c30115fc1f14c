"""What the systems' ways to a hardware key have in common: how a key is written, and that it may not be had."""

MODIFIERS = ("Ctrl", "Alt", "Shift")


class KeyUnavailable(Exception):
    """The key cannot be had: another program holds it, or there is no display."""


def parse(key: str) -> tuple[frozenset[str], str]:
    """``Ctrl+F12`` as modifiers and key name (the configuration has checked the form)."""
    *modifiers, name = key.split("+")
    return frozenset(modifiers), name
