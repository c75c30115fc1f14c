"""Documents are true where a test can see it: what they name exists, their tables are those of the code."""

import re
from pathlib import Path

import pytest

from tests.rules.document_rules import (
    broken_links,
    cited_elsewhere,
    documents,
    missing_modules,
    missing_paths,
    named,
    words,
    wrong_commands,
)
from tests.rules.shape_rules import project_files
from tests.rules.sources import ROOT, Source, product, sources
from tests.rules.test_scenarios import exists

PAPERS = documents()
PAPER = pytest.mark.parametrize("paper", PAPERS, ids=named)
ALL = ("kiosk", "ui", "resources", "tests", "packaging", "run.py")
#: Tests in backticks: a file, or a test in it.
_TEST = re.compile(r"tests/[\w/]+\.py(?:::\w+)+")


@PAPER
def test_every_path_in_a_document_is_there(paper: Path) -> None:
    text = paper.read_text(encoding="utf-8")
    assert not [*missing_paths(text, paper.parent), *missing_modules(text)]


@PAPER
def test_every_link_and_anchor_in_a_document_is_there(paper: Path) -> None:
    assert not list(broken_links(paper, paper.read_text(encoding="utf-8")))


@PAPER
def test_every_command_in_a_document_is_there(paper: Path) -> None:
    assert not list(wrong_commands(paper.read_text(encoding="utf-8")))


@PAPER
def test_every_test_in_a_document_is_there(paper: Path) -> None:
    assert not [test for test in _TEST.findall(paper.read_text(encoding="utf-8")) if not exists(test)]


@PAPER
def test_no_document_cites_a_paper_that_is_elsewhere(paper: Path) -> None:
    assert not list(cited_elsewhere(paper.read_text(encoding="utf-8")))


@pytest.mark.slow
def test_comments_name_only_what_is_there() -> None:
    wrong = [
        f"{source.path}:{line}: {finding}"
        for source in sources(*ALL)
        for line, text in words(source)
        for finding in (
            *missing_paths(text, (ROOT / source.path).parent),
            *missing_modules(text),
            *cited_elsewhere(text),
        )
    ]
    assert not wrong, "\n".join(wrong)


def test_messages_of_the_program_name_only_what_is_there() -> None:
    wrong = [f"{source.path}: {finding}" for source in product() for finding in missing_paths(source.text)]
    assert not wrong, "\n".join(wrong)


def test_catalogues_and_build_files_name_only_what_is_there() -> None:
    files = [file for file in project_files() if file.suffix in (".toml", ".spec", ".js", ".sh")]
    wrong = [f"{named(file)}: {name}" for file in files for name in missing_paths(file.read_text(encoding="utf-8"))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("text", ["see `kiosk/none.py`", "docs/none.md.", "kiosk/none*.py", "(engine.md)", "ui/x/y"])
def test_a_path_that_is_not_there_is_found(text: str) -> None:
    assert list(missing_paths(text))


@pytest.mark.parametrize("text", ["`kiosk/cli.py`.", "tests/e2e/test_fence*.py", "docs/x_<y>", "audit.md", "x/kiosk/y"])
def test_other_paths_are_not(text: str) -> None:
    assert not list(missing_paths(text))


@pytest.mark.parametrize("text", ["``kiosk.none``", "`kiosk.cli.none`", "``none.py``", "``none*.py``", "`ui.none.x`"])
def test_a_module_that_is_not_there_is_found(text: str) -> None:
    assert list(missing_modules(text))


@pytest.mark.parametrize("text", ["``kiosk.cli``", "`kiosk.system.clock.now()`", "``cli.py``", "`kiosk.toml`"])
def test_other_modules_are_not(text: str) -> None:
    assert not list(missing_modules(text))


@pytest.mark.parametrize(
    "text", ["design §4", "as in the design", "(design, known traps)", "(reference: status words)", "domain §6.4"]
)
def test_a_paper_that_is_elsewhere_is_found(text: str) -> None:
    assert list(cited_elsewhere(text))
    assert not list(cited_elsewhere("RFC 9110 §7.1"))


@pytest.mark.parametrize("link", ["none.md", "docs/audit.md#none", "#none", "docs/none/"])
def test_a_broken_link_is_found(link: str) -> None:
    assert list(broken_links(ROOT / "README.md", f"# Title\n[x]({link})"))
    assert not list(broken_links(ROOT / "README.md", "# 導入 (Debian)\n[x](#導入-debian) [y](docs/audit.md#the-key)"))


@pytest.mark.parametrize(
    "text",
    ["`python3 run.py none`", "`kiosk none`", "`kiosk audit none`", "`kiosk run --none`", "```\nkiosk config --x\n```"],
)
def test_a_command_that_is_not_there_is_found(text: str) -> None:
    assert list(wrong_commands(text))


@pytest.mark.parametrize(
    "text", ["`python3 run.py check`", "`kiosk`", "`kiosk audit verify --file a`", "`kiosk drill --only A1`"]
)
def test_other_commands_are_not(text: str) -> None:
    assert not list(wrong_commands(text))


@pytest.mark.parametrize("text", ["# see none.md", '"""See none.md."""', "def f():\n    '''See none.md.'''"])
def test_comments_and_docstrings_are_read(text: str) -> None:
    assert [name for _, said in words(Source("kiosk/x.py", text)) for name in missing_paths(said)] == ["none.md"]
