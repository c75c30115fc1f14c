import ast
import re
from pathlib import Path

import pytest

import resources
from tests.screens.contrast import contrast
from ui import style

UI = Path(style.__file__).parent
SOURCES = [file for file in sorted(UI.rglob("*.py")) if "__pycache__" not in file.parts]
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}\b|\brgba?\(|Qt\.GlobalColor\.(?!transparent)")
PIXELS = re.compile(r"\d+(?:\.\d+)?p[xt]\b")
#: Calls whose numbers are sizes; 0 means none.
SIZE_CALLS = {
    "setFixedSize", "setFixedWidth", "setFixedHeight", "setMinimumSize", "setMinimumWidth", "setMinimumHeight",
    "setMaximumWidth", "setMaximumHeight", "setContentsMargins", "setSpacing", "addSpacing", "setPixelSize",
    "setPointSize", "setIconSize", "QSize",
}  # fmt: skip


def _strings(tree: ast.AST) -> list[str]:
    documented = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [str(node.value) for node in found if node not in documented]


@pytest.mark.parametrize("file", SOURCES, ids=lambda file: file.stem)
def test_colours_and_sizes_come_from_the_tokens(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for text in _strings(tree):
        assert not COLOUR.search(text), text
        assert not PIXELS.search(text), text
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in SIZE_CALLS:
            numbers = [value.value for value in node.args if isinstance(value, ast.Constant)]
            assert not any(isinstance(number, int | float) and number > 1 for number in numbers), ast.unparse(node)


def test_drawings_and_stylesheet_have_no_colours_of_their_own() -> None:
    for file in [*resources.path("icons").glob("*.svg"), resources.path("style", "kiosk.qss")]:
        assert not COLOUR.search(file.read_text(encoding="utf-8")), file.name
    assert not PIXELS.search(resources.path("style", "kiosk.qss").read_text(encoding="utf-8"))


@pytest.mark.parametrize("variant", style.VARIANTS)
def test_every_variant_makes_a_stylesheet(variant: str) -> None:
    values = style.load_tokens(variant)
    assert "$" not in style.stylesheet(values)
    assert set(values.roles) == set(style.load_tokens().roles)


TEXT_PAIRS = [
    ("text", "surface"), ("text_body", "surface"), ("text_support", "surface"), ("text_support", "surface_pale"),
    ("main", "surface"), ("on_main", "main"), ("on_main", "main_hover"), ("main", "main_pale"), ("main", "main_soft"),
    ("success", "success_pale"), ("text", "warning_pale"), ("text", "error_pale"), ("text", "surface_pale"),
    ("on_training", "training"), ("on_disabled", "surface_pale"), ("text_body", "success_pale"),
]  # fmt: skip
GRAPHIC_PAIRS = [
    ("field", "surface"), ("field_soft", "surface"), ("success", "surface"), ("warning", "warning_pale"),
    ("error", "error_pale"), ("main", "main_pale"), ("focus", "focus_halo"), ("focus", "surface"),
]  # fmt: skip


@pytest.mark.parametrize("variant", style.VARIANTS)
def test_contrast(variant: str) -> None:
    colour = style.load_tokens(variant).colour
    for ink, ground in TEXT_PAIRS:
        assert contrast(getattr(colour, ink), getattr(colour, ground)) >= 4.5, (ink, ground)
    for ink, ground in GRAPHIC_PAIRS:
        assert contrast(getattr(colour, ink), getattr(colour, ground)) >= 3.0, (ink, ground)


@pytest.mark.parametrize("variant", style.COLOURS)
def test_strong_contrast_is_strong(variant: str) -> None:
    colour = style.load_tokens(variant).colour
    for ink, ground in TEXT_PAIRS:
        if ink != "on_disabled":
            assert contrast(getattr(colour, ink), getattr(colour, ground)) >= 7, (ink, ground)


def test_scale_follows_the_screen() -> None:
    assert style.scale_for((1280, 800)) == 1.0
    assert style.scale_for((1920, 1080)) == pytest.approx(1.35)
    assert style.scale_for((1080, 1920)) == pytest.approx(1.2), "upright, and not smaller for it"
    assert style.load_tokens(scale=1.35).size.button == 97
