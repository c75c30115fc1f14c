"""The command line: draws pictures of all screens, or updates the pictures in docs/screens."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

#: The pictures in docs/screens are compared by tests that have no display.
if "--accept" in sys.argv or not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from kiosk.system import crash
from tests.gallery import matrix, on_screen, reference
from tests.gallery.index import write_index
from tests.gallery.rendering import SCREENS, longest, render
from ui import style
from ui.text import languages

#: PNG quality: quick to write, a third larger than the smallest file.
_FAST_PNG = 80


def say(text: str) -> None:
    """Print a progress line."""
    sys.stderr.write(f"shots: {text}\n")
    sys.stderr.flush()


def draw(app: QApplication, chosen: argparse.Namespace) -> None:
    """Draw all chosen pictures, series by series."""
    chosen.out.mkdir(parents=True, exist_ok=True)
    if on_screen.has_display():
        say("the pictures are what the display shows; leave it alone meanwhile")
    for size in chosen.size:
        if chosen.language is None:
            say(f"{matrix.written(size)}: looking for the longest language of every screen")
        longer = longest(app, size, chosen.screen) if chosen.language is None else {}
        languages = matrix.LANGUAGES if chosen.language is None else chosen.language
        plan = matrix.series(languages, chosen.variant, size, chosen.screen, longer)
        for number, one in enumerate(plan, start=1):
            began = time.monotonic()
            count = _draw_series(app, one, chosen.out)
            say(f"{number}/{len(plan)}  {one}: {count} pictures, {time.monotonic() - began:.1f} s")
    say(f"look at {write_index(chosen.out)}")


def _draw_series(app: QApplication, one: matrix.Series, folder: Path) -> int:
    for screen, window in render(app, one.size, one.language, one.variant, one.screens):
        picture = matrix.Picture(screen, one.language, one.variant, one.size)
        seen, others = on_screen.picture(window)
        if others:
            say(f"LOOK AT {picture.file_name}: the display does not show what the window draws ({others} pixels)")
        seen.save(str(folder / picture.file_name), quality=_FAST_PNG)
    return len(one.screens)


def accept(app: QApplication) -> None:
    """Update the pictures in docs/screens that differ from the screens."""
    changed = reference.accept(app)
    say(f"docs/screens: {', '.join(changed) or 'nothing'} drawn anew")
    for name in reference.left_over():
        say(f"docs/screens/{name} shows no existing screen: remove it")


def options(arguments: Sequence[str]) -> argparse.Namespace:
    """Parse the command line."""
    parser = argparse.ArgumentParser(prog="run.py shots", description="Every screen as a picture.")
    every = Path(__file__).resolve().parents[2] / "var" / "screens"
    parser.add_argument("out", type=Path, nargs="?", default=every, help="folder (default var/screens)")
    parser.add_argument("--language", type=_languages, help="ja,vi or all (default ja,ja-easy,en and the longest)")
    parser.add_argument(
        "--variant", type=_variants, default=style.VARIANTS, help=f"of {', '.join(style.VARIANTS)}; + joins two"
    )
    parser.add_argument("--size", type=_sizes, default=matrix.SIZES, help="1280x800,1920x1080 (default both)")
    parser.add_argument("--screen", type=_screens, default=SCREENS, help="those whose name has this in it")
    parser.add_argument("--accept", action="store_true", help="redraw pictures in docs/screens that differ")
    return parser.parse_args(arguments)


def _languages(text: str) -> tuple[str, ...]:
    return languages.available() if text == "all" else _of(languages.available(), text)


def _variants(text: str) -> tuple[str, ...]:
    _of(style.VARIANTS, text.replace("+", ","))
    return tuple(text.split(","))


def _sizes(text: str) -> tuple[matrix.Size, ...]:
    return tuple(matrix.size_of(one) for one in text.split(","))


def _screens(text: str) -> tuple[str, ...]:
    found = tuple(name for name in SCREENS if any(part in name for part in text.split(",")))
    return found or _of(SCREENS, text)


def _of(known: Sequence[str], text: str) -> tuple[str, ...]:
    unknown = [one for one in text.split(",") if one not in known]
    if unknown:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not one of {', '.join(known)}")
    return tuple(text.split(","))


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write Qt's messages, except those about what the offscreen platform does not support."""
    del kind, context
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def main(arguments: Sequence[str]) -> None:
    """Parse the options, then draw or accept."""
    crash.prepare()
    chosen = options(arguments)
    qInstallMessageHandler(_pass_on)
    app = QApplication(["gallery"])
    if chosen.accept:
        accept(app)
    else:
        draw(app, chosen)


if __name__ == "__main__":
    main(sys.argv[1:])
