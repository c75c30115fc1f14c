import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import resources
from tests.documents import linguist
from ui.text import languages

FILES = sorted(resources.path("texts").glob("kiosk_*.ts"))
PLACES = re.compile(r"%(?:\d|n)")


def _messages(file: Path) -> Iterator[tuple[str, str | None, list[str]]]:
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            translation = message.find("translation")
            assert translation is not None
            yield message.findtext("source", ""), translation.get("type"), forms or [translation.text or ""]


def test_every_language_has_a_file() -> None:
    assert {file.stem for file in FILES} == {f"kiosk_{code}" for code in languages.own_names() if code != "ja"}
    assert languages.available() == tuple(languages.own_names())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_string_is_finished(file: Path) -> None:
    unfinished = [source for source, state, forms in _messages(file) if state or not all(forms)]
    assert not unfinished


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_placeholders_agree(file: Path) -> None:
    wrong = [
        (source, form)
        for source, _, forms in _messages(file)
        for form in forms
        if set(PLACES.findall(source)) != set(PLACES.findall(form))
    ]
    assert not wrong


@pytest.fixture(scope="module")
def made_anew(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all files compiled again, and one of them updated from the sources first."""
    folder = tmp_path_factory.mktemp("texts")
    for file in FILES:
        shutil.copy(file, folder)
    linguist.compile_(sorted(folder.glob("*.ts")))
    linguist.update(folder / "kiosk_en.ts")
    return folder


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_compiled_file_is_up_to_date(file: Path, made_anew: Path) -> None:
    compiled = file.with_suffix(".qm")
    assert (made_anew / compiled.name).read_bytes() == compiled.read_bytes(), "run python -m tests.documents.linguist"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_sentences_are_those_of_the_sources(file: Path, made_anew: Path) -> None:
    """Updating takes the sentences from the sources alone, so those of one updated file are those of all."""
    assert _sentences(file) == _sentences(made_anew / "kiosk_en.ts")


def _sentences(file: Path) -> set[tuple[str, str]]:
    contexts = ET.parse(file).getroot().iter("context")
    return {(c.findtext("name", ""), m.findtext("source", "")) for c in contexts for m in c.iter("message")}


def test_switching_and_falling_back(qapp: QApplication) -> None:
    languages.install(qapp, "en")
    assert languages.language() == "en"
    assert languages.time_of_day("2026-01-15T09:05:07+09:00") == "09:05:07"
    languages.install(qapp, "xx")
    assert languages.language() == "ja"
    assert languages.time_of_day("2026-01-15T09:05:07+09:00") == "09時05分07秒"
    assert languages.sentence("en", "marks", "かさ") == "Umbrella"
    assert languages.sentence("xx", "marks", "かさ") == "かさ"
