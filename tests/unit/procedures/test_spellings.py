"""How servers read addresses: whatever a server may take for the commit's address is a commit, with every method.

The table names habits; Hypothesis puts them on top of each other. The last test says what is not meant.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from hypothesis import given, strategies as st

from kiosk.procedures import gate, navigation as nav
from kiosk.procedures.gate import Kind, Request
from kiosk.procedures.model import Procedure, RequestPattern, StepPattern
from tests.support.example_procedure import PORTAL, example_procedure

PATH = "/apply/complete"
COMMIT = PORTAL + PATH
PROCEDURE = example_procedure(
    confirm_pages=(f"{PORTAL}/apply/confirm",),
    commit_requests=(RequestPattern("POST", COMMIT),),
    ordinary_requests=(
        RequestPattern("GET", f"{PORTAL}/apply/complete.js"),
        RequestPattern("POST", f"{PORTAL}/apply/draft/*"),
    ),
    steps=(StepPattern(f"{PORTAL}/apply/complete/help", 1, {"ja": "手引き"}),),
)


@dataclass(frozen=True)
class Habit:
    """What some server does with an address, and addresses that it takes for the commit's."""

    server: str
    paths: tuple[str, ...]


#: Characters that end a name for one server or another, and that a browser leaves as they are or encodes.
DELIMITERS = " !\"#$%&'()*+,./:;<=>?@[\\]^`{|}"
HABITS = (
    Habit("IIS, ASP.NET, Windows shares: no case", ("/APPLY/complete", "/Apply/CompletE")),
    Habit("Apache, nginx: slashes are merged", ("//apply/complete", "/apply//complete", "/apply/complete//")),
    Habit("Express, Rails, Symfony: a slash at the end", ("/apply/complete/",)),
    Habit("all: dots", ("/apply/./complete", "/x/../apply/complete", "/apply/complete/.", "/apply/x/%2e%2e/complete")),
    Habit("Tomcat, Spring: path parameters", ("/apply;v=1/complete", "/apply/complete;x", "/x/..;/apply/complete")),
    Habit("Spring (suffix patterns), Rails, JAX-RS: formats", ("/apply/complete.json", "/apply/complete.html.")),
    Habit("PHP, CGI, WSGI: path info", ("/apply/complete/x", "/apply/complete/x/y.png", "/apply/complete%2fx")),
    Habit("PHP, Symfony: front controller", ("/index.php/apply/complete", "/Index.html/apply/complete")),
    Habit("IIS: unicode escapes", ("/apply%u002fcomplete", "/apply/%u0063omplete")),
    Habit("old Tomcat, IIS: overlong UTF-8", ("/apply%c0%afcomplete", "/x/%c0%ae%c0%ae/apply/complete")),
    Habit(
        "NTFS: streams, dots and blanks at the end",
        ("/apply/complete::$DATA", "/apply/complete.", "/apply/complete%20"),
    ),
    Habit("C strings", ("/apply/complete%00", "/apply/complete%00.png", "/apply/complete%00x", "/apply/complete%0ax")),
    Habit(
        "proxies that decode before they split",
        ("/apply/complete%3fx=1", "/apply/complete%23x", "/apply/complete%253fx"),
    ),
    Habit("proxies that decode once more", ("/apply/%63omplete", "/apply/%2563omplete", "/apply/%252563omplete")),
    Habit("back slashes", ("/apply\\complete", "/apply%5ccomplete", "/apply%255ccomplete")),
    Habit("Unicode folding", ("/apply/ｃomplete", "/apply/%ef%bd%83omplete")),
    *(Habit(f"drops what follows {c!r}", (f"{PATH}{c}", f"{PATH}{c}x", f"{PATH}%{ord(c):02x}y")) for c in DELIMITERS),
)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "get", "PROPFIND", gate.WEBSOCKET)


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.server)
def test_what_a_server_may_read_as_the_commit_is_one(habit: Habit) -> None:
    for path in habit.paths:
        for method in METHODS:
            assert gate.classify(PROCEDURE, Request(method, PORTAL + path)) is Kind.COMMIT, (method, path)


def _encoded(path: str, places: list[int]) -> str:
    characters = list(path)
    for place in places:
        at = 1 + place % (len(characters) - 1)
        if len(characters[at]) == 1:
            characters[at] = f"%{ord(characters[at]):02X}"
    return "".join(characters)


#: What can be done to a path in any order without its being another one for some server.
TRICKS: tuple[Callable[[str], str], ...] = (
    lambda path: path.swapcase(),
    lambda path: path.replace("/", "//"),
    lambda path: path.replace("/", "/./"),
    lambda path: path.replace("/", "/x/../"),
    lambda path: path[0] + path[1:].replace("/", ";a=1/"),
    lambda path: path + "/",
    lambda path: path + ".",
    lambda path: path + ";jsessionid=1",
    lambda path: path + ".json",
    lambda path: path + ",",
    lambda path: path + "&x=1",
    lambda path: path + "/info",
    lambda path: path + "%00",
    lambda path: path + "%3Fx",
    lambda path: path + "%23x",
    lambda path: path + "%20",
    lambda path: path.replace("/apply", "/%61pply"),
)


@given(
    st.lists(st.sampled_from(TRICKS), max_size=3),
    st.lists(st.integers(0, 40), max_size=4),
    st.sampled_from(METHODS),
    st.sampled_from(("", "?x=1", "?a&b", "#f")),
)
def test_every_pile_of_spellings_is_a_commit(
    tricks: list[Callable[[str], str]], places: list[int], method: str, rest: str
) -> None:
    path = _encoded(PATH, places)
    for trick in tricks:
        path = trick(path)
    url = PORTAL + path + rest
    assert gate.classify(PROCEDURE, Request(method, url)) is Kind.COMMIT
    assert not nav.matches(COMMIT, url) or path == PATH


@given(st.text(max_size=40), st.sampled_from(METHODS))
def test_no_address_raises_anything(text: str, method: str) -> None:
    for url in (text, PORTAL + text, f"{COMMIT}{text}", f"{COMMIT}?{text}"):
        gate.classify(PROCEDURE, Request(method, url))


@pytest.mark.parametrize(
    ("query", "is_one"),
    [
        ("?do=commit", True),
        ("%3fdo=commit", True),
        ("?a=1%26do%3dcommit", True),
        ("?%64o=commit", True),
        ("?DO=Commit;x", True),
        ("?a=1?do=commit", True),
        ("?do=look", False),
        ("", False),
    ],
)
def test_a_commit_by_its_parameter(query: str, is_one: bool) -> None:
    by_parameter = (RequestPattern("POST", f"{PORTAL}/act?do=commit"),)
    procedure = Procedure(**{**PROCEDURE.__dict__, "commit_requests": by_parameter})
    found = gate.classify(procedure, Request("GET", f"{PORTAL}/act{query}"))
    assert found is (Kind.COMMIT if is_one else Kind.SAFE)


@pytest.mark.parametrize(
    "path",
    [
        "/apply", "/apply/", "/apply/completed", "/apply/complete-2", "/apply/incomplete", "/apply/confirm",
        "/complete", "/apply/complete_x", "/?next=/apply/complete",
        "/x/apply/complete", "/applycomplete", "/apply/complete1",
    ],
)  # fmt: skip
def test_another_address_is_none(path: str) -> None:
    assert gate.classify(PROCEDURE, Request("GET", PORTAL + path)) is Kind.SAFE


def test_what_only_looks_like_one_can_be_listed_in_full() -> None:
    for path, kind in (("/apply/complete.js", Kind.ORDINARY), ("/apply/complete/help", Kind.SAFE)):
        assert gate.classify(PROCEDURE, Request("GET", PORTAL + path)) is kind
        assert gate.classify(PROCEDURE, Request("POST", PORTAL + path)) is Kind.COMMIT
        assert gate.classify(PROCEDURE, Request("GET", PORTAL + path.upper())) is Kind.COMMIT


def test_a_page_is_where_it_was_loaded_unless_the_procedure_says_that_it_moves_by_script() -> None:
    moves = Procedure(**{**PROCEDURE.__dict__, "spa": (f"{PORTAL}/apply/confirm",)})
    confirm, loaded = f"{PORTAL}/apply/confirm", f"{PORTAL}/apply"
    assert nav.place(PROCEDURE, loaded, confirm) == loaded
    assert nav.place(PROCEDURE, confirm, confirm) == confirm
    assert nav.place(moves, loaded, confirm) == confirm
    assert nav.place(moves, loaded, f"{confirm}/") == loaded
    assert nav.place(moves, "https://other.example.jp/", confirm) == "https://other.example.jp/"
    assert nav.place(moves, confirm, f"{PORTAL}/apply/done") == confirm
