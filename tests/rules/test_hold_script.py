"""The script of the hold has no word that lets go: neither a command of the engine nor a way to another page."""

import re

import pytest

import resources

LETS_GO = re.compile(
    r"Fetch\.disable|Target\.(?:detach|close)|autoAttach: false|Page\.|location\s*=|location\.(?!protocol)"
)


def findings(script: str) -> list[str]:
    return LETS_GO.findall(script)


def test_the_script_never_lets_go() -> None:
    script = resources.path("scripts", "hold.js").read_text(encoding="utf-8")
    assert "Fetch.enable" in script
    assert not findings(script)
    assert "location.protocol" in script, "the one question that it asks of its page"


@pytest.mark.parametrize("line", ["send('Fetch.disable')", "send('Target.detachFromTarget')", "location.reload()"])
def test_it_would_be_found(line: str) -> None:
    assert findings(line)


def test_the_script_waits_for_no_timer() -> None:
    """Nobody sees its page, so the engine lets its timers run once a second: the first page would wait as long."""
    script = resources.path("scripts", "hold.js").read_text(encoding="utf-8")
    assert not re.findall(r"setTimeout|setInterval|requestAnimationFrame|requestIdleCallback", script)
