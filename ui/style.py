"""Design tokens, fonts and the stylesheet made from them: the only module that knows colours and sizes."""

import math
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from string import Template
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QStyleFactory

import resources
from ui.text import fonts, languages
from ui.tokens import Borders, Colours, FocusRingSizes, Radii, Role, Ruby, Sizes, Spaces, Times, TypeScale

FAMILY = fonts.FAMILY
#: The screen the token sizes are made for, and how far they stretch.
DESIGN_SIZE = (1280, 800)
#: The same for a screen that is higher than wide, on which parts are one under the other.
UPRIGHT_SIZE = (900, 1400)
SCALE_RANGE = (0.7, 2.0)
#: Sizes of the letters and kinds of colours that a person may choose. One of each may be joined by a plus.
LETTERS = ("large_text", "largest_text")
COLOURS = ("high_contrast", "white_on_black")
VARIANTS = ("normal", *LETTERS, *COLOURS)


@dataclass(frozen=True)
class Tokens:
    """All values of ``resources/style/tokens.toml``, scaled to the screen."""

    colour: Colours
    type: TypeScale
    space: Spaces
    radius: Radii
    size: Sizes
    border: Borders
    focus: FocusRingSizes
    ruby: Ruby
    time: Times
    roles: Mapping[str, Role]
    lines: Mapping[str, float]
    scale: float = 1.0
    letters: float = 1.0

    def paint(self, name: str) -> QColor:
        """The colour of this name, for a painter."""
        return QColor(str(getattr(self.colour, name)))

    def line(self, role: str, language: str) -> float:
        """The distance between base lines, in font sizes; some scripts need more than the role asks for."""
        return max(self.roles[role].line, self.lines.get(language, 0.0))

    def font(self, role: str, language: str = "") -> QFont:
        """The font of a text role, for this language or, without one, the current language."""
        wanted = self.roles[role]
        font = base_font(int(getattr(self.type, wanted.size)), language)
        font.setBold(wanted.bold)
        return font


_current: list[Tokens] = []
_variant = ["normal"]
_upright = [False]
_still = [False]
_kept: list[object] = []


def install(app: QApplication, variant: str = "normal", size: tuple[int, int] = DESIGN_SIZE) -> Tokens:
    """Load the fonts and style the application for a window of this size. Call before any widget is made."""
    made = load_tokens(variant, scale_for(size))
    _current[:], _variant[:], _upright[:] = [made], [variant], [_is_upright(size)]
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(base_font(made.type.body))
    app.setStyleSheet(stylesheet(made))
    return made


def tokens() -> Tokens:
    """The current tokens: those of the last ``install``, else the normal ones."""
    if not _current:
        _current.append(load_tokens())
    return _current[0]


def variant() -> str:
    """The current variant; two of them are joined by a plus."""
    return _variant[0]


def colours() -> str:
    """The colours of the current variant: one of ``COLOURS``, or "normal"."""
    return _part_of(COLOURS)


def letters_chosen() -> str:
    """The size of the letters of the current variant: one of ``LETTERS``, or "normal"."""
    return _part_of(LETTERS)


def _part_of(names: tuple[str, ...]) -> str:
    return next((name for name in names if name in _variant[0].split("+")), VARIANTS[0])


def change(app: QApplication, colours: str, letters: str) -> None:
    """Use other colours and letters in the same window. Widgets keep their sizes and are made anew where that matters.

    Texts that exist take their colour with ``Text.take_colour``.
    """
    chosen = "+".join(name for name in (letters, colours) if name != VARIANTS[0]) or VARIANTS[0]
    made = load_tokens(chosen, tokens().scale)
    _current[:], _variant[:] = [made], [chosen]
    app.setStyleSheet(stylesheet(made))


def hold_still(wanted: bool) -> None:
    """Switch animations off or on. They stay off when the platform asks for reduced motion."""
    _still[:] = [wanted or _platform_is_still()]


def moves() -> bool:
    """Whether animations are on: neither the configuration nor the platform asks for reduced motion."""
    return not _still[0]


@cache
def _platform_is_still() -> bool:
    # Read once, and the wrappers are kept: PySide6 6.12 deletes Qt's own object with its wrapper, and Qt then crashes.
    _kept[:] = [hints := QGuiApplication.styleHints(), accessibility := hints.accessibility()]
    return accessibility.motionPreference() is Qt.MotionPreference.ReducedMotion


def letters() -> float:
    """The factor by which the current variant enlarges the letters: 1 for the usual size."""
    return tokens().letters


def is_upright() -> bool:
    """Whether the window is higher than wide."""
    return _upright[0]


def is_narrow() -> bool:
    """Whether a row has no room for what stands side by side else: large letters, or a window higher than wide."""
    return letters() > 1 or is_upright()


def is_cramped() -> bool:
    """Whether not even two buttons have room side by side: large letters in a window higher than wide."""
    return letters() > 1 and is_upright()


def is_made_for(size: tuple[int, int]) -> bool:
    """Whether the current style is the one for a window of this size: its scale, and higher than wide or not."""
    return (scale_for(size), _is_upright(size)) == (tokens().scale, is_upright())


def page_scale() -> float:
    """The factor by which a page is enlarged, so that its letters and margins are those of the screens around it."""
    return tokens().scale * letters()


def is_dark() -> bool:
    """Whether the current variant is light on dark."""
    return "white_on_black" in variant()


def scale_for(size: tuple[int, int]) -> float:
    """The factor from token sizes (made for ``DESIGN_SIZE``) to a window of this size, within ``SCALE_RANGE``."""
    least, most = SCALE_RANGE
    return max(least, min(most, _scale_wanted(size)))


def is_too_small(size: tuple[int, int]) -> bool:
    """Whether the screens cannot be shown in a window of this size: they would be smaller than ``SCALE_RANGE``."""
    return _scale_wanted(size) < SCALE_RANGE[0]


def least_size(design: tuple[int, int]) -> tuple[int, int]:
    """The least width and height, in pixels, of a window for screens that are made for ``design``."""
    return math.ceil(design[0] * SCALE_RANGE[0]), math.ceil(design[1] * SCALE_RANGE[0])


def _is_upright(size: tuple[int, int]) -> bool:
    return size[1] > size[0]


def _scale_wanted(size: tuple[int, int]) -> float:
    width, height = UPRIGHT_SIZE if _is_upright(size) else DESIGN_SIZE
    return min(size[0] / width, size[1] / height)


def load_tokens(variant: str = "normal", scale: float = 1.0) -> Tokens:
    """Read the token file in one of the ``VARIANTS``, or in several joined by a plus."""
    data = tomllib.loads(_resource("tokens.toml"))
    change = _change(data, variant)
    larger = float(change.get("type_scale", 1.0))
    text_scale = scale * larger
    return Tokens(
        colour=Colours({**data["colour"], **change.get("colour", {})}),
        type=TypeScale(_scaled(data["type"], text_scale)),
        space=Spaces(_scaled(data["space"], scale)),
        radius=Radii(_scaled(data["radius"], scale)),
        size=Sizes(_scaled({**data["size"], **change.get("size", {})}, scale)),
        border=Borders(_scaled({**data["border"], **change.get("border", {})}, scale)),
        focus=FocusRingSizes(_scaled({**data["focus"], **change.get("focus", {})}, scale)),
        ruby=Ruby({"percent": data["ruby"]["percent"], "least": round(data["ruby"]["least"] * text_scale)}),
        time=Times(data["time"]),
        roles={name: Role(**role) for name, role in data["role"].items()},
        lines=data["line"],
        scale=scale,
        letters=larger,
    )


def _change(data: Mapping[str, Any], variant: str) -> dict[str, Any]:
    """The values in which the variant differs from the normal one."""
    change: dict[str, Any] = {}
    for name in variant.split("+"):
        change |= data["variant"].get(name, {})
    return change


def stylesheet(values: Tokens) -> str:
    """The QSS template with these values filled in."""
    words: dict[str, Any] = {}
    for group in ("colour", "type", "space", "radius", "size", "border"):
        part = getattr(values, group)
        words |= {f"{group}_{name}": value for name, value in vars(part).items()}
    return Template(_resource("kiosk.qss")).substitute(words)


def coloured(svg: str, values: Tokens, colour: str = "main") -> str:
    """An SVG drawing with ``currentColor`` and ``var(--name)`` replaced by token colours."""
    inked = svg.replace("currentColor", str(getattr(values.colour, colour)))
    return re.sub(r"var\(--(\w+)\)", lambda found: str(getattr(values.colour, found[1])), inked)


def base_font(pixels: int, language: str = "") -> QFont:
    """The kiosk's font in this size, for this language or, without one, the current language."""
    font = QFont()
    font.setFamilies(fonts.families(language or languages.language()))
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def _scaled(values: Mapping[str, int], scale: float) -> dict[str, int]:
    return {name: max(1, round(value * scale)) for name, value in values.items()}


def _resource(name: str) -> str:
    return resources.path("style", name).read_text(encoding="utf-8")
