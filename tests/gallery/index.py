"""index.html: all pictures of a folder by screen, with buttons that filter them."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from tests.gallery.matrix import Picture, picture_of, written
from tests.gallery.rendering import NORMAL, SCREENS
from ui.text import languages

#: Colours and lengths of the browser; design tokens are for the screens only.
_PAGE = Template("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Screens</title><style>
body { font-family: sans-serif; margin: 1rem; }
nav { position: sticky; top: 0; background: white; padding: .5rem 0; z-index: 1; }
nav button { font: inherit; padding: .3rem .8rem; } nav button[aria-pressed=true] { background: navy; color: white; }
section { margin-top: 2rem; } figure { display: inline-block; margin: 0 1rem 1rem 0; width: $width; }
img { width: 100%; border: thin solid silver; } figure[hidden] { display: none; }
</style></head><body>
<h1>Screens</h1>
<p>$count pictures. What a person sees is drawn in three variants; the supervisor's windows (curtain, staff, backdrop)
know only one. A language other than ja, ja-easy and en is there because it is the longest on that screen.</p>
<nav>$buttons</nav>
$sections
<script>
const chosen = {};
const narrow = () => document.querySelectorAll("figure").forEach((figure) => {
  figure.hidden = Object.entries(chosen).some(([kind, value]) => value && figure.dataset[kind] !== value);
});
document.querySelectorAll("nav button").forEach((button) => button.addEventListener("click", () => {
  const {kind, value} = button.dataset;
  chosen[kind] = chosen[kind] === value ? "" : value;
  document.querySelectorAll("nav button").forEach((one) =>
    one.setAttribute("aria-pressed", chosen[one.dataset.kind] === one.dataset.value));
  narrow();
}));
</script></body></html>
""")


def write_index(folder: Path) -> Path:
    """Write index.html for the pictures in this folder; returns its path."""
    found = [picture for file in sorted(folder.glob("*.png")) if (picture := picture_of(file.name))]
    place = folder / "index.html"
    place.write_text(page(found), encoding="utf-8")
    return place


def page(pictures: Iterable[Picture]) -> str:
    """The page for these pictures."""
    shown = sorted(pictures, key=_turn)
    sections = "".join(_section(name, [one for one in shown if one.screen == name]) for name in SCREENS)
    return _PAGE.substitute(count=len(shown), buttons=_buttons(shown), sections=sections, width="30rem")


def _turn(one: Picture) -> tuple[object, ...]:
    """The order of pictures: by language, Japanese first; then normal before other variants; then by size."""
    order = tuple(languages.own_names())
    return order.index(one.language), one.variant != NORMAL, one.variant, one.size


def _buttons(pictures: list[Picture]) -> str:
    kinds = {
        "language": sorted({one.language for one in pictures}),
        "variant": sorted({one.variant for one in pictures}),
        "size": sorted({written(one.size) for one in pictures}),
    }
    return " ".join(
        f'<button data-kind="{kind}" data-value="{value}" aria-pressed="false">{value}</button>'
        for kind, values in kinds.items()
        for value in values
    )


def _section(screen: str, pictures: list[Picture]) -> str:
    if not pictures:
        return ""
    return f"<section><h2>{escape(screen)}</h2>{''.join(map(_figure, pictures))}</section>\n"


def _figure(one: Picture) -> str:
    caption = f"{one.language}, {one.variant}, {written(one.size)}"
    return (
        f'<figure data-language="{one.language}" data-variant="{one.variant}" data-size="{written(one.size)}">'
        f'<a href="{one.file_name}"><img loading="lazy" src="{one.file_name}" alt="{escape(one.screen)}, {caption}">'
        f"</a><figcaption>{caption}</figcaption></figure>"
    )
