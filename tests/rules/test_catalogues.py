"""Failure codes, audit events and their documents agree with each other and with the code."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator

import pytest

import resources
from kiosk import audit_events, failures
from kiosk.audit.line import AUDIT_FILE
from kiosk.failures import failure
from kiosk.languages import codes
from kiosk.supervisor.terminal_settings import LOCK, RECORD, SESSIONS
from kiosk.training.cards.persons import load_persons
from kiosk.vocabulary import WIPE_STEPS, EndReason, ReaderState, ResultKind
from tests.documents import audit_events as audit_document, failure_codes
from tests.rules.sources import ROOT, Source, called, product, references

KNOWN = frozenset(failures.failures())
EVENTS = audit_events.audit_events()
AMBIGUOUS = frozenset(EndReason) | frozenset(EVENTS) | frozenset(load_persons())


def bare_failures(source: Source) -> Iterator[tuple[int, str]]:
    """Failure names written as text instead of ``FailureName.X``.

    A name that means something else too (an end, an audit event, a training person) counts only where a failure stands.
    """
    for node in ast.walk(source.tree):
        names = _failure_values(source, node) if not isinstance(node, ast.Constant) else [node]
        known = KNOWN if not isinstance(node, ast.Constant) else KNOWN - AMBIGUOUS
        for value in names:
            if isinstance(value, ast.Constant) and value.value in known:
                yield value.lineno, str(value.value)


def _failure_values(source: Source, node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign | ast.AnnAssign):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return [node.value] if node.value and any(_is_failure(target) for target in targets) else []
    if isinstance(node, ast.keyword):
        return [node.value] if node.arg == "failure" else []
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        return sides if any(_is_failure(side) for side in sides) else []
    if isinstance(node, ast.Call) and called(source, node).rpartition(".")[2] in ("failure", "set_failure", "Refused"):
        return node.args[:1]
    return []


def _is_failure(node: ast.AST) -> bool:
    return (isinstance(node, ast.Name) and node.id == "failure") or (
        isinstance(node, ast.Attribute) and node.attr == "failure"
    )


def event_codes(source: Source) -> Iterator[tuple[int, str]]:
    """Audit codes written in a file: ``AuditReport("x")``, ``audit.append("x")``, ``….record("x")``."""
    for node in ast.walk(source.tree):
        name = called(source, node)
        wanted = name.rpartition(".")[2] == "AuditReport" or ("audit" in name and name.endswith((".append", ".record")))
        if wanted and isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            yield node.lineno, str(node.args[0].value)


def test_no_failure_is_named_by_a_bare_string() -> None:
    files = [source for source in product() if source.path != "kiosk/failures.py"]
    wrong = [f"{s.path}:{line}: {name}" for s in files for line, name in bare_failures(s)]
    assert not wrong, "write FailureName.X:\n" + "\n".join(wrong)


def raised(files: Iterable[Source]) -> set[str]:
    """The failures that the code can give, and the ends of the same name, which the curtain tells in its own words.

    ``wipe_…`` is made from the name of the step that failed (``kiosk/wipe/receipt.py``).
    """
    mentioned = {item.name for source in files for item in references(source)}
    enums = ((failures.FailureName, "kiosk.failures.FailureName"), (EndReason, "kiosk.vocabulary.EndReason"))
    by_step = {f"wipe_{step}" for step in WIPE_STEPS}
    return by_step | {str(name) for enum, path in enums for name in enum if f"{path}.{name.name}" in mentioned}


def test_every_failure_can_happen() -> None:
    assert set(failures.FailureName) <= raised(s for s in product() if s.path != "kiosk/failures.py")


def test_a_failure_without_a_raiser_is_found() -> None:
    source = Source("ui/x.py", "from kiosk.failures import FailureName as F\nx = F.TLS_ERROR")
    assert set(failures.FailureName) & raised([source]) - {f"wipe_{step}" for step in WIPE_STEPS} == {"tls_error"}


#: Names of files and steps that several files need, and the constant that has each.
HOMES = {
    AUDIT_FILE: "kiosk/audit/line.py",
    LOCK: "kiosk/supervisor/terminal_settings.py",
    RECORD: "kiosk/supervisor/terminal_settings.py",
    SESSIONS: "kiosk/supervisor/terminal_settings.py",
}


def second_homes(source: Source) -> Iterator[str]:
    """Names written again where their constant should stand."""
    for node in ast.walk(source.tree):
        name = node.value if isinstance(node, ast.Constant) else None
        if isinstance(name, str) and HOMES.get(name, source.path) != source.path:
            yield f"{source.path}:{getattr(node, 'lineno', 0)}: {name} has its home in {HOMES[name]}"


def ends_by_text(source: Source) -> Iterator[str]:
    """``check_ended(visit, "idle")``: a name of EndReason that the type checker does not know."""
    for node in ast.walk(source.tree):
        if called(source, node).endswith("check_ended") and isinstance(node, ast.Call):
            yield from (f"{source.path}:{node.lineno}" for word in node.args if isinstance(word, ast.Constant))


def test_names_of_files_and_ends_have_one_home() -> None:
    found = [text for source in product() for text in (*second_homes(source), *ends_by_text(source))]
    assert not found, "\n".join(found)
    assert list(second_homes(Source("ui/x.py", "path = folder / 'audit.jsonl'")))
    assert list(ends_by_text(Source("kiosk/x.py", "desk.check_ended(visit, 'idle')")))


def test_no_code_is_given_again() -> None:
    head = resources.path("failures.toml").read_text(encoding="utf-8").partition("\n[")[0]
    gone = set(re.findall(r"\b[RCPBSWT][0-9]{2}\b(?= \()", head))
    assert "B07" in gone
    assert not gone & {item.code for item in failures.failures().values()}


def test_every_audit_event_named_in_the_code_exists() -> None:
    wrong = [f"{s.path}:{line}: {code}" for s in product() for line, code in event_codes(s) if code not in EVENTS]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    "text",
    [
        'failure = "NAME"',
        'failure: FailureName = "NAME"',
        'Refused("NAME")',
        'f(failure="NAME")',
        'self.problem.set_failure("NAME")',
        'flow.failure == "NAME"',
    ],
)
@pytest.mark.parametrize("name", ["wipe_folder", "card_removed"])
def test_a_bare_failure_is_found(text: str, name: str) -> None:
    assert name in {found for _, found in bare_failures(Source("kiosk/x.py", text.replace("NAME", name)))}


def test_elsewhere_only_a_name_without_another_meaning_is_found() -> None:
    assert [name for _, name in bare_failures(Source("kiosk/x.py", 'f("wipe_folder", "card_removed")'))] == [
        "wipe_folder"
    ]


@pytest.mark.parametrize("text", ['AuditReport("x")', 'self._audit.append("x")'])
def test_event_codes_are_found(text: str) -> None:
    assert [code for _, code in event_codes(Source("kiosk/x.py", text))] == ["x"]


def test_the_failure_document_is_up_to_date() -> None:
    assert (ROOT / "docs/failure-codes.md").read_text(encoding="utf-8") == failure_codes.document(), (
        "run: python3 run.py docs"
    )


def test_the_audit_document_is_up_to_date() -> None:
    assert (ROOT / "docs/audit-events.md").read_text(encoding="utf-8") == audit_document.document(), (
        "run: python3 run.py docs"
    )


def test_every_failure_is_in_its_section() -> None:
    assert failure_codes.document().count("\n| ") == len(KNOWN) + 7


def test_no_field_is_without_a_bound() -> None:
    with resources.path("audit_events.toml").open("rb") as file:
        raw = tomllib.load(file)
    for code, event in raw.items():
        assert event.keys() <= {"fields", "ranges", "patterns", "from", "doc"}, code
        assert event["from"] in ("supervisor", "session"), code
        assert event["doc"].endswith("."), code
        for name, declared in event["fields"].items():
            assert (declared == "int") == (name in event.get("ranges", {})), (code, name)
            assert (declared == "str") == (name in event.get("patterns", {})), (code, name)
            assert name not in ("n", "at", "mono", "code", "prev", "hash"), (code, name)


def test_written_out_lists_are_those_of_the_code() -> None:
    assert EVENTS["result"].fields["kind"] == list(ResultKind)
    for code in codes():
        audit_events.check_event("language", {"language": code})


@pytest.mark.parametrize("step", WIPE_STEPS)
def test_every_step_of_the_wipe_that_can_fail_has_its_failure(step: str) -> None:
    if step != "portal_logout":  # the wipe never depends on it
        assert f"wipe_{step}" in KNOWN


def test_every_state_and_reason_can_be_written() -> None:
    for reason in EndReason:
        audit_events.check_event("session_ended", {"reason": str(reason)})
    for state in ReaderState:
        audit_events.check_event("reader_state", {"state": str(state)})
    for name in KNOWN:
        audit_events.check_event("out_of_service", {"failure": name})
        assert failure(name).name == name


def test_driver_codes_stand_in_one_table() -> None:
    found = [source.path for source in product() if "0x8010" in source.text.lower()]
    assert found == ["kiosk/cards/driver_codes.py"]


def test_the_version_is_written_once() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["hatch"]["version"]["path"] == "kiosk/version.py"
    assert "version" not in project["project"]
    (own,) = [
        package
        for package in tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
        if package["name"] == project["project"]["name"]
    ]
    assert "version" not in own
