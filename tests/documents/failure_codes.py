"""Makes ``docs/failure-codes.md`` from ``resources/failures.toml``."""

from kiosk.failures import Failure, failures

_TITLES = {
    "R": "Reader",
    "C": "Card",
    "P": "PIN and certificate",
    "B": "Browser and portal",
    "S": "Session",
    "W": "Wipe (each takes the terminal out of service)",
    "T": "Terminal",
}

_HEAD = """# Failure codes

Made from `resources/failures.toml` by `python3 run.py docs`; do not edit by hand. The screen shows the same code.
"""

_COLUMNS = "| code | name | the person reads | and does | the desk |\n|---|---|---|---|---|\n"


def document() -> str:
    """The text of ``docs/failure-codes.md``."""
    parts = [_HEAD]
    for letter, title in _TITLES.items():
        parts.append(f"\n## {letter}: {title}\n\n{_COLUMNS}")
        parts.extend(_row(item) for item in failures().values() if item.code.startswith(letter))
    return "".join(parts)


def _row(item: Failure) -> str:
    cells = (item.code, f"`{item.name}`", item.citizen, item.next_step, item.staff)
    return "| " + " | ".join(cells) + " |\n"
