"""URLs in every spelling: what opens is matched strictly, what closes is matched loosely."""

import pytest
from hypothesis import given, strategies as st

from kiosk.procedures import navigation as nav
from kiosk.procedures.model import Procedure, ResultPattern, StepPattern
from kiosk.vocabulary import ResultKind
from tests.support.example_procedure import PORTAL, example_procedure

COMMIT = f"{PORTAL}/apply/complete"


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://portal.example.jp", PORTAL),
        ("https://portal.example.jp/", PORTAL),
        ("HTTPS://Portal.EXAMPLE.jp/Path", PORTAL),
        ("https://portal.example.jp:443/x", PORTAL),
        ("https://portal.example.jp:0443/x", PORTAL),
        ("https://portal.example.jp?q", PORTAL),
        ("https://portal.example.jp#f", PORTAL),
        ("https://portal.example.jp:8443/", f"{PORTAL}:8443"),
        ("http://portal.example.jp:443/", "http://portal.example.jp:443"),
        ("http://portal.example.jp:80/", "http://portal.example.jp"),
        ("http://127.0.0.1:8765/x", "http://127.0.0.1:8765"),
        ("http://[::1]:80/", "http://[::1]"),
        ("http://[0:0::1]/", "http://[::1]"),
        (
            "https://申請.example.jp/",
            "https://xn--cjyn65r.example.jp".replace("xn--cjyn65r", "申請".encode("idna").decode()),
        ),
        ("https://portal.example.jp/a b?q=日本", PORTAL),
        ("https://portal.example.jp/\\evil.example/", PORTAL),
        ("https://portal.example.jp/@evil.example", PORTAL),
    ],
)
def test_origins(url: str, origin: str) -> None:
    assert nav.origin_of(url) == origin


@pytest.mark.parametrize(
    "url",
    [
        "",
        "portal.example.jp",
        "//portal.example.jp/",
        "https:/portal.example.jp/",
        "https:portal.example.jp",
        "https://",
        "https:///portal.example.jp",
        "ftp://portal.example.jp/",
        "file:///etc/passwd",
        "about:blank",
        "data:text/html,x",
        "blob:https://portal.example.jp/1",
        "javascript:alert(1)",
        "view-source:https://portal.example.jp/",
        "wss://portal.example.jp/",
        "https://user@portal.example.jp/",
        "https://user:pass@portal.example.jp/",
        "https://@portal.example.jp/",
        "https://portal.example.jp@evil.example/",
        "https://portal.example.jp\\@evil.example/",
        "https://portal.example.jp\\.evil.example/",
        "https://portal.example.jp:/",
        "https://portal.example.jp:0/",
        "https://portal.example.jp:65536/",
        "https://portal.example.jp:4٤3/",
        "https://portal.example.jp:443:443/",
        "https://portal.example.jp./",
        "https://.portal.example.jp/",
        "https://portal..example.jp/",
        "https://-portal.example.jp/",
        "https://portal.exa mple.jp/",
        "https://portal%2eexample.jp/",
        "https://portal.example.jp\t/",
        "https://portal.example.jp/a\nb",
        " https://portal.example.jp/",
        "\x00https://portal.example.jp/",
        "https://portal.example.jp\u3002evil/",
        "https://\uff50ortal.example.jp/",
        "https://straße.example/",
        "https://a\u200db.example/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f.0.0.1/",
        "https://127.0.0.01/",
        "https://127.0.0.1.1/",
        "https://1.2.3.256/",
        "https://[::1/",
        "https://[v1.a]/",
        "https://" + "a" * 64 + ".jp/",
        "https://" + "a." * 130 + "jp/",
    ],
)
def test_what_has_no_origin(url: str) -> None:
    assert nav.origin_of(url) is None
    assert not nav.allowed(_procedure(), url)
    assert not nav.matches(f"{PORTAL}/**", url)


def _procedure() -> Procedure:
    return example_procedure(
        allowed_origins=(PORTAL, "https://static.example.jp:8443"),
        confirm_pages=(f"{PORTAL}/apply/confirm", f"{PORTAL}/apply/*/confirm"),
        steps=(
            StepPattern(f"{PORTAL}/apply", 1, {"ja": "一"}),
            StepPattern(f"{PORTAL}/apply/service/**", 2, {"ja": "二"}),
            StepPattern(f"{PORTAL}/apply/*", 3, {"ja": "三"}),
        ),
        results=(
            ResultPattern(f"{PORTAL}/apply/done", ResultKind.DONE),
            ResultPattern(f"{PORTAL}/apply/refused/*", ResultKind.NOT_DONE),
        ),
        mixup_pages=(f"{PORTAL}/apply/in-use",),
        advice_pages=(f"{PORTAL}/status",),
    )


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        (f"{PORTAL}/anything?x#y", True),
        ("https://static.example.jp:8443/x.png", True),
        ("https://static.example.jp/x.png", False),
        ("http://portal.example.jp/", False),
        ("https://portal.example.jp:444/", False),
        ("https://portal.example.jp.evil.example/", False),
        ("https://xportal.example.jp/", False),
        ("https://example.jp/", False),
    ],
)
def test_allowed(url: str, allowed: bool) -> None:
    assert nav.allowed(_procedure(), url) is allowed


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("/apply", "/apply", True),
        ("/apply", "/apply?x=1&y=2", True),
        ("/apply", "/apply#part", True),
        ("/apply", "/apply?#", True),
        ("/apply", "/apply/", False),
        ("/apply/", "/apply/", True),
        ("/apply", "/Apply", False),
        ("/apply", "/apply/x", False),
        ("/apply", "/x/apply", False),
        ("/", "", True),
        ("", "/", True),
        ("/*", "/", False),
        ("/*", "/x", True),
        ("/*", "/x/y", False),
        ("/a/*/c", "/a/b/c", True),
        ("/a/*/c", "/a//c", False),
        ("/a/*/c", "/a/b/b/c", False),
        ("/a/item-*", "/a/item-7", True),
        ("/a/item-*", "/a/item-7/x", False),
        ("/a/*.js", "/a/app.min.js", True),
        ("/a/**", "/a/", True),
        ("/a/**", "/a/b/c", True),
        ("/a/**", "/a", False),
        ("/a/**", "/ab", False),
        ("/a.c", "/abc", False),
        ("/a?x=1", "/a?x=1", True),
        ("/a?x=1", "/a", False),
        ("/a?x=1", "/a?x=1&y=2", False),
        ("/a?x=1&y=2", "/a?y=2&x=1", False),
        ("/a?x=1", "/a?X=1", False),
    ],
)
def test_strict(pattern: str, path: str, matches: bool) -> None:
    assert nav.matches(PORTAL + pattern, PORTAL + path) is matches


#: The same address for some server, written so that a simple comparison does not see it.
VARIATIONS = [
    "/Apply/COMPLETE",
    "/apply/complete/",
    "/apply/complete//",
    "//apply/complete",
    "/apply//complete",
    "/apply/./complete",
    "/apply/x/../complete",
    "/../apply/complete",
    "/apply/complete/.",
    "/apply/complete/x/..",
    "/apply//../complete",
    "/apply/%63omplete",
    "/apply%2fcomplete",
    "/apply%2Fcomplete",
    "/apply/%2e/complete",
    "/apply/x/%2e%2e/complete",
    "/apply/x/.%2E/complete",
    "/%61pply/complete",
    "/apply/%2563omplete",
    "/apply/%252563omplete",
    "/apply\\complete",
    "/apply%5ccomplete",
    "/apply/complete;x=1",
    "/apply;jsessionid=1/complete",
    "/apply/x/..;/complete",
    "/apply/complete%3bx",
    "/apply/complete%00",
    "/apply/complete%20",
    "/apply/complete.",
    "/apply/ｃomplete",
    "/apply/%ef%bd%83omplete",
]


@pytest.mark.parametrize("path", VARIATIONS)
def test_a_variation_of_a_commit_is_a_commit_and_nothing_that_opens(path: str) -> None:
    assert nav.matches_loosely(COMMIT, PORTAL + path)
    assert not nav.matches(COMMIT, PORTAL + path)


@pytest.mark.parametrize("path", VARIATIONS)
def test_no_variation_gets_through_a_wide_ordinary_pattern(path: str) -> None:
    usual = path in ("/Apply/COMPLETE", "/apply/complete/", "/apply/complete.")
    assert nav.matches(f"{PORTAL}/**", PORTAL + path) is usual


@pytest.mark.parametrize(
    "url",
    [
        COMMIT,
        f"{COMMIT}?x=1#y",
        "HTTPS://PORTAL.example.JP/apply/complete",
        "https://portal.example.jp:443/apply/complete",
        "https://portal.example.jp:8443/apply/complete",
        "http://portal.example.jp/apply/complete",
        "wss://portal.example.jp/apply/complete",
        "https://user:pass@portal.example.jp/apply/complete",
        "https://portal.example.jp./apply/complete",
        "https:\\\\portal.example.jp\\apply\\complete",
        "https:/portal.example.jp/apply/complete",
        "https:///portal.example.jp/apply/complete",
        " https://portal.example.jp/apply/complete",
        "https://portal.exam\tple.jp/apply/com\nplete",
        "https://portal%2eexample.jp/apply/complete",
        "https://portal\u3002example.jp/apply/complete",
    ],
)
def test_host_port_and_scheme_do_not_hide_a_commit(url: str) -> None:
    assert nav.matches_loosely(COMMIT, url)


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.1", "127.0.0.1:99", "0177.0.0.1"])
def test_numeric_hosts_do_not_hide_a_commit(host: str) -> None:
    assert nav.matches_loosely("http://127.0.0.1:8765/apply/complete", f"http://{host}/apply/complete")


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/apply/complete",
        f"{PORTAL}/apply/completed",
        f"{PORTAL}/apply",
        f"{PORTAL}/apply/complete/more",
        f"{PORTAL}/?next=/apply/complete",
        f"{PORTAL}/#/apply/complete",
        "about:blank",
        "data:text/html,/apply/complete",
        "",
    ],
)
def test_what_is_another_address_is_no_commit(url: str) -> None:
    assert not nav.matches_loosely(COMMIT, url)


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("action=commit&id=7", True),
        ("id=7&action=commit", True),
        ("id=7&ACTION=Commit&x", True),
        ("id=7;action=%63ommit", True),
        ("action=commit", False),
        ("", False),
    ],
)
def test_parameters_of_a_loose_pattern_count_in_any_order(query: str, matches: bool) -> None:
    assert nav.matches_loosely(f"{PORTAL}/do?action=commit&id=7", f"{PORTAL}/do?{query}") is matches


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("/a/**", "/a", True),
        ("/a/**", "/A/b/../c", True),
        ("/a/**", "/ab", False),
        ("/a/*/c", "/a/x;y/c/", True),
        ("/a/*/c", "/a/c", False),
    ],
)
def test_loose_wildcards(pattern: str, path: str, matches: bool) -> None:
    assert nav.matches_loosely(PORTAL + pattern, PORTAL + path) is matches


_SEGMENTS = st.lists(st.text("abcxyz019-_.", min_size=1, max_size=6), min_size=1, max_size=4)


@given(_SEGMENTS)
def test_what_matches_strictly_matches_loosely(segments: list[str]) -> None:
    url = f"{PORTAL}/{'/'.join(segments)}"
    for pattern in (url, f"{PORTAL}/**", f"{PORTAL}/{'/'.join('*' * len(segments))}"):
        if nav.matches(pattern, url):
            assert nav.matches_loosely(pattern, url)


@given(st.text(max_size=60))
def test_no_text_raises_anything(text: str) -> None:
    for url in (text, PORTAL + text, f"{PORTAL}/{text}", f"https://{text}/apply/complete"):
        origin = nav.origin_of(url)
        assert origin is None or (origin.isascii() and nav.origin_of(origin) == origin)
        nav.matches(COMMIT, url)
        nav.matches_loosely(COMMIT, url)


class TestPages:
    @pytest.mark.parametrize(
        ("path", "number"), [("/apply?x", 1), ("/apply/service/a/b", 2), ("/apply/other", 3), ("/else", None)]
    )
    def test_steps(self, path: str, number: int | None) -> None:
        step = nav.step_of(_procedure(), PORTAL + path)
        assert (step.number if step else None) == number

    @pytest.mark.parametrize(
        ("path", "kind"),
        [("/apply/done", ResultKind.DONE), ("/apply/refused/3", ResultKind.NOT_DONE), ("/apply/refused", None)],
    )
    def test_results(self, path: str, kind: ResultKind | None) -> None:
        assert nav.result_of(_procedure(), PORTAL + path) is kind

    @pytest.mark.parametrize(
        ("path", "is_it"),
        [("/apply/confirm", True), ("/apply/7/confirm", True), ("/apply/confirm/", False), ("/apply/%63onfirm", False)],
    )
    def test_confirm_pages_are_strict(self, path: str, is_it: bool) -> None:
        assert nav.is_confirm_page(_procedure(), PORTAL + path) is is_it

    @pytest.mark.parametrize(
        ("path", "is_it"), [("/apply/in-use", True), ("/apply/In-Use/?x", True), ("/apply", False)]
    )
    def test_mixup_pages_are_loose(self, path: str, is_it: bool) -> None:
        assert nav.is_mixup(_procedure(), PORTAL + path) is is_it

    @pytest.mark.parametrize(("path", "is_it"), [("/status", True), ("/status/x", False)])
    def test_advice(self, path: str, is_it: bool) -> None:
        assert nav.is_advice(_procedure(), PORTAL + path) is is_it
