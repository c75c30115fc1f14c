"""The questions in ``resources/survey``: each is asked, and has a title and a note."""

import pytest

import resources
from kiosk.survey.questions import CASES, COUNTS, NAMES, heading
from tests.rules.sources import sources

FILES = sorted(file.stem for file in resources.path("survey").glob("*.sql"))


@pytest.mark.parametrize("name", [CASES, *NAMES, COUNTS])
def test_a_question_has_a_title_and_a_note(name: str) -> None:
    title, note = heading(name)
    assert title
    assert note.endswith("。")


def test_titles_are_those_of_one_question_each() -> None:
    assert len({heading(name)[0] for name in (CASES, *NAMES, COUNTS)}) == len(NAMES) + 2


@pytest.mark.parametrize("name", FILES)
def test_every_file_is_used(name: str) -> None:
    assert any(f'"{name}"' in source.text for source in sources("kiosk/survey"))
