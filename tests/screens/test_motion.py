"""Motion: nothing moves for longer than 200 ms, but the ring that turns during a wipe and the card, once, for 2 s."""

import ast
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QStyle

import kiosk.training
import resources
from ui import style

#: Milliseconds.
LIMIT = 200
UI = Path(style.__file__).parent
ANIMATES = re.compile(r"^Q\w*(Animation|AnimationGroup|TimeLine|Movie|GraphicsOpacityEffect|Transition)$")
#: It shows progress, and does not turn with reduced motion (tests/screens/test_variants.py).
SPINNER = UI / "terminal" / "pages.py"
#: It shows what to do, and is a still with reduced motion (tests/screens/test_card_picture.py).
CARD = UI / "widgets" / "card_picture.py"
#: Token of a time between two pictures -> the one file that uses it.
MOVING = {"spin": SPINNER, "card_frame": CARD}
#: WCAG 2.2, 2.2.2: what moves by itself for longer needs a way to stop it. Milliseconds.
CARD_LIMIT = 5000
_SECONDS = re.compile(r"(?<![\w.])(\d*\.?\d+)(ms|s)\b")


def _names(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    named = {node.id for node in nodes if isinstance(node, ast.Name)}
    return named | {node.attr for node in nodes if isinstance(node, ast.Attribute)}


@pytest.mark.parametrize("file", sorted(UI.rglob("*.py")), ids=lambda file: file.stem)
def test_no_screen_animates(file: Path) -> None:
    names = _names(file)
    assert not [name for name in names if ANIMATES.match(name)]
    for token, alone in MOVING.items():
        assert token not in names or file in (alone, UI / "tokens.py")
        if file == alone:
            assert {token, "moves"} <= names, "it checks whether motion is allowed"


def test_the_card_is_still_soon() -> None:
    assert style.load_tokens().time.card <= CARD_LIMIT


def test_what_the_style_animates_keeps_to_it(qapp: QApplication) -> None:
    style.install(qapp)
    assert qapp.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) <= LIMIT


def test_stylesheets_and_pages_keep_to_it_and_to_reduced_motion() -> None:
    assert "transition" not in resources.path("style", "kiosk.qss").read_text(encoding="utf-8")
    for file in Path(kiosk.training.__path__[0]).rglob("*.css"):
        for line in file.read_text(encoding="utf-8").splitlines():
            if "transition" in line or "animation" in line:
                assert "prefers-reduced-motion: no-preference" in line, f"{file.name}: {line}"
                assert all(_milliseconds(*found) <= LIMIT for found in _SECONDS.findall(line)), f"{file.name}: {line}"


def _milliseconds(number: str, unit: str) -> float:
    return float(number) * (1000 if unit == "s" else 1)
