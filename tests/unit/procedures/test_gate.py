"""The commit gate: nothing final leaves without a check made for it, whatever the order of events."""

import itertools
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, strategies as st

from kiosk.procedures import gate as g
from kiosk.procedures.gate import Decision, Gate, Kind, Request
from kiosk.procedures.model import Procedure, RequestPattern
from tests.support.example_procedure import PORTAL, example_procedure

CONFIRM = f"{PORTAL}/apply/confirm"
COMMIT = Request("POST", f"{PORTAL}/apply/complete")
OTHER_COMMIT = Request("POST", f"{PORTAL}/apply/cancel")
UNLISTED = Request("POST", f"{PORTAL}/beacon")
ORDINARY = Request("POST", f"{PORTAL}/auth/login")
SAFE = Request("GET", f"{PORTAL}/apply")
PROCEDURE = example_procedure(
    confirm_pages=(CONFIRM,),
    commit_requests=(RequestPattern("POST", COMMIT.url), RequestPattern("POST", OTHER_COMMIT.url)),
    ordinary_requests=(RequestPattern("POST", f"{PORTAL}/auth/*"), RequestPattern("PUT", f"{PORTAL}/apply/**")),
)


def _pass(gate: Gate, request: Request, now: float = 0.0) -> tuple[Gate, Decision]:
    assert g.peek(gate, PROCEDURE, request, now) is g.pass_request(gate, PROCEDURE, request, now)[1]
    return g.pass_request(gate, PROCEDURE, request, now)


def _opened(request: Request, now: float = 0.0) -> Gate:
    """After the login, a blocked commit and the check for it."""
    gate, decision = _pass(g.logged_in(g.closed()), request, now)
    assert decision is Decision.HOLD
    return g.check_passed(gate, now)


def _opened_by_portal(now: float = 0.0) -> Gate:
    gate, decision = g.begin_portal_check(g.logged_in(g.closed()), PROCEDURE, CONFIRM)
    assert decision is Decision.HOLD
    return g.check_passed(gate, now)


@pytest.mark.parametrize(
    ("method", "path", "kind"),
    [
        ("GET", "/apply", Kind.SAFE),
        ("get", "/apply", Kind.SAFE),
        ("HEAD", "/apply", Kind.SAFE),
        ("OPTIONS", "/apply", Kind.SAFE),
        ("POST", "/auth/login", Kind.ORDINARY),
        ("post", "/auth/login?x=1", Kind.ORDINARY),
        ("PUT", "/apply/draft/1", Kind.ORDINARY),
        ("PUT", "/auth/login", Kind.COMMIT),
        ("POST", "/apply/draft/1", Kind.COMMIT),
        ("POST", "/auth/login/x", Kind.COMMIT),
        ("POST", "/auth/%6cogin", Kind.COMMIT),
        ("POST", "/auth/x;y", Kind.COMMIT),
        ("POST", "/beacon", Kind.COMMIT),
        ("PATCH", "/x", Kind.COMMIT),
        ("DELETE", "/x", Kind.COMMIT),
        ("PROPFIND", "/x", Kind.COMMIT),
        ("", "/x", Kind.COMMIT),
        ("POST", "/apply/complete", Kind.COMMIT),
        ("GET", "/apply/complete", Kind.COMMIT),
        ("HEAD", "/apply/Complete/", Kind.COMMIT),
        ("PUT", "/apply/complete", Kind.COMMIT),
        ("PUT", "/apply/x/../complete", Kind.COMMIT),
        ("PUT", "/apply/%63omplete", Kind.COMMIT),
    ],
)
def test_kinds(method: str, path: str, kind: Kind) -> None:
    assert g.classify(PROCEDURE, Request(method, PORTAL + path)) is kind


@pytest.mark.parametrize(
    "url", ["https://evil.example/auth/login", "http://portal.example.jp/auth/login", "blob:x", ""]
)
def test_an_ordinary_request_elsewhere_is_a_commit(url: str) -> None:
    assert g.classify(PROCEDURE, Request("POST", url)) is Kind.COMMIT


def test_what_is_no_commit_always_passes_and_changes_nothing() -> None:
    for gate in (g.closed(), g.logged_in(g.closed()), _opened(COMMIT), _opened_by_portal()):
        for request in (SAFE, ORDINARY):
            assert _pass(gate, request) == (gate, Decision.PASS)


def test_before_the_login_a_commit_is_only_blocked() -> None:
    assert _pass(g.closed(), COMMIT) == (g.closed(), Decision.BLOCK)


def test_while_a_check_is_under_way_commits_are_only_blocked() -> None:
    checking, _ = _pass(g.logged_in(g.closed()), COMMIT)
    for request in (COMMIT, OTHER_COMMIT, UNLISTED):
        assert _pass(checking, request) == (checking, Decision.BLOCK)
    assert g.begin_portal_check(checking, PROCEDURE, CONFIRM) == (checking, Decision.PASS)


def test_the_checked_request_passes_exactly_once() -> None:
    gate, decision = _pass(_opened(COMMIT), COMMIT, 5.0)
    assert decision is Decision.PASS
    assert gate == g.logged_in(g.closed()), "and its checks are counted anew"
    assert _pass(gate, COMMIT, 5.0)[1] is Decision.HOLD


def test_a_preflight_and_its_request_pass_with_one_check() -> None:
    """Across origins the engine asks the server first (OPTIONS); the person is asked once for both."""
    preflight, put = Request("OPTIONS", COMMIT.url, announced="PUT"), Request("PUT", COMMIT.url)
    gate, decision = _pass(_opened(preflight), preflight, 5.0)
    assert decision is Decision.PASS
    for other in (COMMIT, preflight, replace(put, url=OTHER_COMMIT.url), UNLISTED):
        assert _pass(gate, other, 6.0)[1] is Decision.HOLD
    assert _pass(gate, put, 60.0)[1] is Decision.HOLD, "no longer than the check was good for"
    gate, decision = _pass(gate, put, 6.0)
    assert (gate, decision) == (g.logged_in(g.closed()), Decision.PASS)


def test_the_portals_own_check_lets_a_preflight_of_a_listed_commit_go_and_that_commit() -> None:
    gate, decision = _pass(_opened_by_portal(), Request("OPTIONS", COMMIT.url, announced="POST"), 5.0)
    assert decision is Decision.PASS
    assert _pass(gate, OTHER_COMMIT, 6.0)[1] is Decision.HOLD
    assert _pass(gate, COMMIT, 6.0)[1] is Decision.PASS
    unlisted = Request("OPTIONS", COMMIT.url, announced="PUT")
    assert _pass(_opened_by_portal(), unlisted, 5.0)[1] is Decision.HOLD


@pytest.mark.parametrize("now", [0.0, 0.1, 12345.678, 1e7])
def test_it_is_open_for_sixty_seconds(now: float) -> None:
    for gate in (_opened(COMMIT, now), _opened_by_portal(now)):
        assert _pass(gate, COMMIT, now)[1] is Decision.PASS
        assert _pass(gate, COMMIT, now + 59.9)[1] is Decision.PASS
        for late in (60.0, 61.0, 1e6):
            assert _pass(gate, COMMIT, now + late)[1] is Decision.HOLD


@pytest.mark.parametrize(
    "request_",
    [
        OTHER_COMMIT,
        UNLISTED,
        Request("GET", COMMIT.url),
        Request("PUT", COMMIT.url),
        Request("POST", COMMIT.url + "?x=1"),
        Request("POST", COMMIT.url + "/"),
        Request("POST", COMMIT.url.replace("complete", "Complete")),
        Request("POST", COMMIT.url.replace("complete", "%63omplete")),
        Request("POST", COMMIT.url.replace("/apply", "/./apply")),
        Request("POST", COMMIT.url.replace("jp/", "jp:443/")),
        Request("POST", COMMIT.url.replace("https", "http")),
        Request("POST", COMMIT.url.replace("portal", "other")),
    ],
)
def test_another_request_does_not_pass_on_the_opening(request_: Request) -> None:
    gate, decision = _pass(_opened(COMMIT), request_)
    assert decision is Decision.HOLD
    assert gate.opening is None
    assert _pass(gate, COMMIT)[1] is Decision.BLOCK


def test_the_fragment_and_the_case_of_the_method_do_not_matter() -> None:
    assert _pass(_opened(COMMIT), Request("post", COMMIT.url + "#part"))[1] is Decision.PASS


def test_an_unlisted_request_can_be_checked_too() -> None:
    assert _pass(_opened(UNLISTED), UNLISTED)[1] is Decision.PASS


@pytest.mark.parametrize("request_", [COMMIT, OTHER_COMMIT, Request("POST", COMMIT.url + "?token=1")])
def test_the_portals_check_is_for_one_listed_commit(request_: Request) -> None:
    gate, decision = _pass(_opened_by_portal(), request_)
    assert decision is Decision.PASS
    assert _pass(gate, request_)[1] is Decision.HOLD


@pytest.mark.parametrize(
    "request_", [UNLISTED, Request("GET", COMMIT.url), Request("PUT", COMMIT.url), Request("POST", COMMIT.url + "/")]
)
def test_the_portals_check_is_for_nothing_else(request_: Request) -> None:
    assert _pass(_opened_by_portal(), request_)[1] is Decision.HOLD


@pytest.mark.parametrize("page", [SAFE.url, f"{CONFIRM}/", "https://evil.example/apply/confirm", "about:blank", ""])
def test_authenticate_from_any_other_page_is_only_a_login(page: str) -> None:
    gate = g.logged_in(g.closed())
    assert g.begin_portal_check(gate, PROCEDURE, page) == (gate, Decision.PASS)


def test_authenticate_on_the_confirm_page_before_the_login_is_a_login() -> None:
    assert g.begin_portal_check(g.closed(), PROCEDURE, CONFIRM) == (g.closed(), Decision.PASS)


def test_the_login_check_never_opens() -> None:
    gate = g.logged_in(g.check_passed(g.closed(), 0.0))
    assert gate.opening is None
    assert g.check_passed(gate, 0.0) == gate
    assert g.logged_in(gate) == gate
    assert _pass(gate, COMMIT, 5.0)[1] is Decision.HOLD


def test_a_check_that_failed_leaves_it_closed() -> None:
    checking, _ = _pass(g.logged_in(g.closed()), COMMIT)
    failed = g.check_failed(checking)
    assert failed == replace(g.logged_in(g.closed()), checks=1)
    assert g.check_passed(failed, 1.0) == failed
    assert g.check_failed(_opened(COMMIT)).opening is None


def test_a_new_check_closes_what_the_old_one_opened() -> None:
    gate, decision = g.begin_portal_check(_opened(COMMIT), PROCEDURE, CONFIRM)
    assert decision is Decision.HOLD
    assert gate.opening is None
    assert g.check_failed(gate).opening is None


# --- what cannot wait, and what names another method ---


def test_what_cannot_wait_for_a_person_is_blocked_as_a_commit() -> None:
    gate = g.logged_in(g.closed())
    assert _pass(gate, replace(COMMIT, attended=False)) == (gate, Decision.BLOCK)
    assert _pass(gate, replace(SAFE, attended=False)) == (gate, Decision.PASS)
    opened = _opened_by_portal()
    assert _pass(opened, replace(COMMIT, attended=False)) == (opened, Decision.BLOCK), "no check is made for it"


@pytest.mark.parametrize("request_", [SAFE, ORDINARY])
def test_a_header_that_names_another_method_makes_it_a_commit(request_: Request) -> None:
    overridden = replace(request_, override=True)
    assert g.classify(PROCEDURE, request_) is not Kind.COMMIT
    wide = Procedure(**{**PROCEDURE.__dict__, "ordinary_requests": (RequestPattern("POST", f"{PORTAL}/auth/*"),)})
    assert g.classify(wide, overridden) is Kind.COMMIT


@pytest.mark.parametrize(
    ("listed", "url", "kind"),
    [
        ("", f"{PORTAL}/socket", Kind.COMMIT),
        (f"{PORTAL}/socket", f"{PORTAL}/socket", Kind.ORDINARY),
        (f"{PORTAL}/socket", f"{PORTAL}/Socket", Kind.COMMIT),
        (f"{PORTAL}/**", COMMIT.url, Kind.COMMIT),
    ],
)
def test_a_websocket_is_a_commit_unless_it_is_listed(listed: str, url: str, kind: Kind) -> None:
    ordinary = (RequestPattern(g.WEBSOCKET, listed),) if listed else ()
    procedure = Procedure(**{**PROCEDURE.__dict__, "ordinary_requests": ordinary})
    assert g.classify(procedure, Request(g.WEBSOCKET, url)) is kind


class TestAddressOfBoth:
    """A page that the procedure names is loaded from the address to which its form is sent."""

    procedure = Procedure(**{**PROCEDURE.__dict__, "confirm_pages": (COMMIT.url,)})

    @pytest.mark.parametrize(
        ("method", "url", "kind"),
        [
            ("GET", COMMIT.url, Kind.SAFE),
            ("GET", f"{COMMIT.url}?page=2", Kind.SAFE),
            ("GET", f"{COMMIT.url}?_method=post", Kind.COMMIT),
            ("GET", f"{COMMIT.url}?x=1&X-HTTP-Method-Override=POST", Kind.COMMIT),
            ("GET", f"{COMMIT.url}/", Kind.COMMIT),
            ("GET", f"{COMMIT.url}.json", Kind.COMMIT),
            ("HEAD", COMMIT.url, Kind.COMMIT),
            ("POST", COMMIT.url, Kind.COMMIT),
        ],
    )
    def test_only_the_page_itself_is_none(self, method: str, url: str, kind: Kind) -> None:
        assert g.classify(self.procedure, Request(method, url)) is kind

    def test_a_header_is_enough(self) -> None:
        assert g.classify(self.procedure, Request("GET", COMMIT.url, override=True)) is Kind.COMMIT

    def test_a_get_that_is_the_commit_is_one_whatever_else_is_there(self) -> None:
        both = Procedure(**{**self.procedure.__dict__, "commit_requests": (RequestPattern("GET", COMMIT.url),)})
        assert g.classify(both, Request("GET", COMMIT.url)) is Kind.COMMIT


# --- three checks for one commit ---


def test_the_fourth_check_for_one_commit_does_not_begin() -> None:
    gate = g.logged_in(g.closed())
    for _ in range(g.MAX_CHECKS):
        gate, decision = _pass(gate, COMMIT)
        assert decision is Decision.HOLD
        gate = g.check_failed(gate)
    for request in (COMMIT, OTHER_COMMIT, UNLISTED):
        assert _pass(gate, request) == (gate, Decision.TOO_MANY)
    assert g.begin_portal_check(gate, PROCEDURE, CONFIRM) == (gate, Decision.TOO_MANY)


def test_checks_that_the_page_asks_for_count_too() -> None:
    gate = g.logged_in(g.closed())
    for _ in range(g.MAX_CHECKS):
        gate, decision = g.begin_portal_check(gate, PROCEDURE, CONFIRM)
        assert decision is Decision.HOLD
        gate = g.check_passed(gate, 0.0)
    assert g.begin_portal_check(gate, PROCEDURE, CONFIRM) == (gate, Decision.TOO_MANY)
    assert _pass(gate, COMMIT)[1] is Decision.PASS, "the last of them still opens"


@dataclass
class Witness:
    """Does what the gate does, and keeps the whole story: every commit that left must have had its own check."""

    gate: Gate = field(default_factory=g.closed)
    now: float = 1000.0
    logged_in: bool = False
    checking: Request | str | None = None
    granted: list[tuple[Request | str, float]] = field(default_factory=list)
    checks: int = 0

    def act(self, action: str | Request | float) -> None:
        if isinstance(action, float):
            self.now += action
        elif isinstance(action, Request):
            self._request(action)
        else:
            getattr(self, action)()
        assert self.gate.check is None or self.gate.opening is None

    def _request(self, request: Request) -> None:
        self.gate, decision = _pass(self.gate, request, self.now)
        commit = g.classify(PROCEDURE, request) is Kind.COMMIT
        if not commit:
            assert decision is Decision.PASS
        elif decision is Decision.PASS:
            self._must_be_granted(request)
        elif decision is Decision.HOLD:
            assert self.logged_in
            assert self.checking is None
            self._begin(request)
        elif decision is Decision.TOO_MANY:
            assert self.checks == g.MAX_CHECKS

    def _begin(self, made_for: Request | str) -> None:
        self.checking = made_for
        self.granted.clear()
        self.checks += 1
        assert self.checks <= g.MAX_CHECKS

    def _must_be_granted(self, request: Request) -> None:
        assert self.logged_in
        assert self.granted, "a commit left without a check"
        made_for, at = self.granted.pop()
        self.granted.clear()
        self.checks = 0
        assert self.now - at < 60
        assert made_for == request or (made_for == "portal" and request in (COMMIT, OTHER_COMMIT))

    def login(self) -> None:
        self.gate = g.logged_in(self.gate)
        self.logged_in = True

    def authenticate_on_confirm(self) -> None:
        self.gate, decision = g.begin_portal_check(self.gate, PROCEDURE, CONFIRM)
        free, left = self.logged_in and self.checking is None, self.checks < g.MAX_CHECKS
        assert decision is ((Decision.HOLD if left else Decision.TOO_MANY) if free else Decision.PASS)
        if decision is Decision.HOLD:
            self._begin("portal")

    def authenticate_elsewhere(self) -> None:
        before = self.gate
        self.gate, decision = g.begin_portal_check(self.gate, PROCEDURE, SAFE.url)
        assert (self.gate, decision) == (before, Decision.PASS)

    def passed(self) -> None:
        self.gate = g.check_passed(self.gate, self.now)
        if self.checking is not None:
            self.granted = [(self.checking, self.now)]
        self.checking = None

    def failed(self) -> None:
        self.gate = g.check_failed(self.gate)
        self.checking = None
        self.granted.clear()


ACTIONS: tuple[str | Request | float, ...] = (
    "login", "authenticate_on_confirm", "authenticate_elsewhere", "passed", "failed",
    COMMIT, OTHER_COMMIT, UNLISTED, Request("GET", COMMIT.url), 59.0, 1.0,
)  # fmt: skip


@pytest.mark.slow
def test_every_short_story() -> None:
    few = [action for action in ACTIONS if action not in ("authenticate_elsewhere", "login", 1.0)]
    for story in itertools.product(few, repeat=4):
        witness = Witness()
        for action in ("login", *story):
            witness.act(action)


@given(st.lists(st.sampled_from((*ACTIONS, SAFE, ORDINARY, 0.5, 60.0)), max_size=60))
def test_long_stories(story: list[str | Request | float]) -> None:
    witness = Witness()
    for action in story:
        witness.act(action)
