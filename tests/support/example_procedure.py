"""A small procedure of an invented portal, for tests of the addresses and requests that a procedure lists."""

from typing import Any

from kiosk.procedures.model import Procedure

PORTAL = "https://portal.example.jp"


def example_procedure(**fields: Any) -> Procedure:
    """The procedure with these fields; the required ones have a value of their own."""
    required = {
        "id": "p",
        "version": 1,
        "title": {"ja": "申込み"},
        "summary": {"ja": "申込み"},
        "start_url": f"{PORTAL}/apply",
        "allowed_origins": (PORTAL,),
        "steps_total": 3,
    }
    return Procedure(**{**required, **fields})
