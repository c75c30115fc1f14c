"""The gallery: its pictures, their file names, and that they do not depend on the machine's fonts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.gallery import index, matrix, reference
from tests.gallery.matrix import Picture, picture_of, series
from tests.gallery.rendering import OF_SESSION, OF_SUPERVISOR, SCREENS, longest
from ui import style
from ui.screens.registry import SCREENS as SESSION_SCREENS
from ui.text import fonts

ROOT = Path(__file__).resolve().parents[2]
#: A fontconfig configuration without any font.
NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><cachedir>{}</cachedir></fontconfig>'
)


def _draw(folder: Path, *options: str, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gallery", str(folder), *options],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True, text=True, check=True, timeout=100,
    )  # fmt: skip
    assert not done.stdout
    return done.stderr


def test_every_screen_of_the_session_is_in_it() -> None:
    named = {name.replace("_", "-") for name in SESSION_SCREENS}
    assert named <= set(OF_SESSION)
    assert {"quit-sheet", "quit-sheet-unknown"} <= set(OF_SESSION)


@pytest.mark.parametrize(
    "picture",
    [
        Picture("attract"),
        Picture("quit-sheet", "ja-easy", "large_text", (1920, 1080)),
        Picture("curtain-away-checking", "zh-Hans", "large_text+high_contrast"),
    ],
)
def test_a_file_name_says_what_it_shows(picture: Picture) -> None:
    assert picture_of(picture.file_name) == picture
    assert Picture("check", "pt-BR").file_name == "check-pt-BR-normal-1280x800.png"


def test_other_files_are_no_pictures() -> None:
    assert picture_of("check.png") is None
    assert picture_of("nothing-ja-normal-1280x800.png") is None


def test_the_matrix_is_whole() -> None:
    plan = series(matrix.LANGUAGES, style.VARIANTS, matrix.SIZES[0], SCREENS, {"check": "pt-BR", "choose": "en"})
    drawn = {picture for one in plan for picture in one.pictures()}
    for language in matrix.LANGUAGES:
        for variant in style.VARIANTS:
            of_this = {one.screen for one in drawn if (one.language, one.variant) == (language, variant)}
            assert of_this == set(SCREENS if variant == "normal" else OF_SESSION)
    assert {one.screen for one in drawn if one.language == "pt-BR"} == {"check"}


@pytest.mark.slow
def test_the_longest_language_is_found(qapp: QApplication) -> None:
    try:
        found = longest(qapp, (1280, 800), ("last-try", "staff-panel-overview"))
    finally:
        style.install(qapp)
    assert found["last-try"] not in ("ja", "zh-Hans", "zh-Hant", "ko")
    assert found["staff-panel-overview"] == "ja"


def test_the_index_shows_all_of_a_folder(tmp_path: Path) -> None:
    for name in ("attract-ja-normal-1280x800.png", "check-ja-easy-large_text-1920x1080.png", "other.png"):
        (tmp_path / name).write_bytes(b"")
    page = index.write_index(tmp_path).read_text(encoding="utf-8")
    assert page.count("<figure") == 2
    assert 'src="check-ja-easy-large_text-1920x1080.png"' in page
    for value in ("ja", "ja-easy", "normal", "large_text", "1280x800", "1920x1080"):
        assert f'data-value="{value}"' in page


@pytest.mark.slow
def test_the_command_line_narrows(tmp_path: Path) -> None:
    messages = _draw(
        tmp_path, "--language", "ko", "--variant", "normal,high_contrast", "--size", "1280x800", "--screen", "take"
    )
    names = sorted(file.name for file in tmp_path.glob("*.png"))
    assert names == ["curtain-take-card-ko-normal-1280x800.png", "curtain-take-card-reason-ko-normal-1280x800.png"]
    assert "ko normal 1280x800: 2 pictures" in messages
    assert (tmp_path / "index.html").is_file()


@pytest.mark.slow
def test_no_font_of_the_system_is_in_any_picture(tmp_path: Path) -> None:
    configuration = tmp_path / "fonts.conf"
    configuration.write_text(NO_FONTS.format(tmp_path / "cache"), encoding="utf-8")
    others = tuple(fonts.OWN_FILES)
    for options in (("--language", "ja"), ("--language", ",".join(others), "--screen", "attract")):
        normal = ("--variant", "normal", "--size", "1280x800", *options)
        _draw(tmp_path / "with", *normal)
        _draw(tmp_path / "without", *normal, FONTCONFIG_FILE=str(configuration))
    pictures = sorted((tmp_path / "with").glob("*.png"))
    assert len(pictures) == len(SCREENS) + len(others)
    assert not [file.name for file in pictures if QImage(str(file)) != QImage(str(tmp_path / "without" / file.name))]


def test_the_supervisors_windows_come_last() -> None:
    assert SCREENS == OF_SESSION + OF_SUPERVISOR
    assert reference.FOLDER == ROOT / "docs" / "screens"
