"""Wipe receipts as text, for the play and the drill."""

from typing import Any


def step_time(step: dict[str, Any]) -> str:
    """The milliseconds of a wipe step; "–" if it was skipped, "FAILED" if it was not done."""
    return "–" if step["skipped"] else f"{step['ms']:.0f}" if step["done"] else "FAILED"
