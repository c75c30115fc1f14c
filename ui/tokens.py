"""The values of ``resources/style/tokens.toml`` by group: colours, sizes, distances and times, one attribute a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class Group:
    """A group of token values. Not a dataclass: one with this many fields costs milliseconds at every start.

    Raises KeyError when the values and the annotated names are not the same.
    """

    def __init__(self, values: Mapping[str, Any]) -> None:
        names = type(self).__annotations__
        if values.keys() != names.keys():
            raise KeyError(sorted(values.keys() ^ names.keys()))
        self.__dict__.update(values)


class Colours(Group):
    """Colours as ``#rrggbb`` or ``#aarrggbb``."""

    main: str
    main_hover: str
    main_pressed: str
    main_strong: str
    main_soft: str
    main_pale: str
    on_main: str
    text: str
    text_body: str
    text_support: str
    surface: str
    surface_pale: str
    cover: str
    scrim: str
    line: str
    line_card: str
    field: str
    field_soft: str
    disabled: str
    on_disabled: str
    success: str
    success_mid: str
    success_pale: str
    warning: str
    warning_mid: str
    warning_pale: str
    error: str
    error_pale: str
    focus: str
    focus_halo: str
    training: str
    on_training: str


class TypeScale(Group):
    """Font sizes in pixels."""

    banner: int
    hero: int
    title: int
    action: int
    heading: int
    strong: int
    body: int
    label: int
    small: int
    note: int
    seconds: int


class Spaces(Group):
    """Distances between widgets, in pixels."""

    hair: int
    tight: int
    snug: int
    base: int
    wide: int
    loose: int
    huge: int
    margin: int


class Radii(Group):
    """Corner radii, in pixels."""

    small: int
    normal: int
    field: int
    card: int
    panel: int


class Sizes(Group):
    """Widths and heights of single widgets, in pixels."""

    header: int
    header_button: int
    call_width: int
    footer: int
    step_line: int
    step_dot: int
    button: int
    button_main: int
    button_hero: int
    button_begin: int
    button_wide: int
    tile: int
    language_width: int
    language_height: int
    key_width: int
    key_height: int
    key_gap: int
    key_icon: int
    pin_box_height: int
    pin_dot: int
    scroll_width: int
    scroll_height: int
    icon_small: int
    icon: int
    icon_large: int
    icon_hero: int
    mark: int
    hero_width: int
    hero_height: int
    picture_width: int
    choice_picture: int
    shield_width: int
    shield_height: int
    picture_height: int
    ring: int
    ring_width: int
    ring_small: int
    ring_small_width: int
    fact_label: int
    take_width: int
    take_height: int
    slip_name: int
    training_width: int
    training_height: int
    content_width: int
    card_width: int
    sheet_width: int
    quit_width: int
    guide: int
    guide_arrow: int
    row: int
    panel_width: int
    receipt_row: int
    code_dot: int
    code_height: int


class Borders(Group):
    """Line widths, in pixels."""

    thin: int
    normal: int
    strong: int
    current: int


class FocusRingSizes(Group):
    """The ring around the control that has the keyboard focus, in pixels."""

    width: int
    offset: int
    halo: int


class Ruby(Group):
    """The size of furigana: ``percent`` of the letters under them, and at least ``least`` pixels."""

    percent: int
    least: int


class Times(Group):
    """Durations, in milliseconds."""

    armed: int
    spin: int
    card: int
    card_frame: int


@dataclass(frozen=True)
class Role:
    """The appearance of one kind of text: token names of size and colour, and the line height in font sizes."""

    size: str
    colour: str
    line: float
    bold: bool = False
