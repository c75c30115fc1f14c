"""Data files of the kiosk: procedures, texts, failures, style, fonts, icons."""

from pathlib import Path

ROOT = Path(__file__).parent


def path(*parts: str) -> Path:
    """The path of a resource, also inside a frozen build (one-folder, so real files)."""
    return ROOT.joinpath(*parts)
