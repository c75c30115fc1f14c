"""Pages: languages, texts, no inline script, nothing from elsewhere."""

import re
from pathlib import Path
from typing import Any

import pytest

from kiosk.languages import codes
from kiosk.training.portal.pages import HERE, services, texts
from tests.unit.training.portal.card_holder import holder
from tests.unit.training.portal.visitor import Browser, Desk

A = holder(1001)
TEMPLATES = sorted((HERE / "templates").glob("*.html"))


def all_pages(browser: Browser, person: Any = A) -> dict[str, str]:
    """Every page of the two procedures, filled in."""
    seen = {path: browser.get(path).text for path in ("/", "/status/login", "/logout", "/nowhere")}
    browser.log_in(person)
    seen |= {path: browser.get(path).text for path in ("/measures", "/status", "/proxy")}
    browser.fill_in()
    seen |= {path: browser.get(path).text for path in ("/service", "/details", "/confirm")}
    browser.apply()
    seen["/result/failed"] = browser.get("/result/failed").text
    browser.apply(person)
    seen |= {path: browser.get(path).text for path in ("/result/done", "/status", "/status/cancel")}
    return seen


_FOR_STAFF = re.compile(r'data-words="[^"]*"|<small lang="ja">[^<]*</small>')


#: Languages whose word is known here; in all others the pages have the word of their own texts.
BANNERS = {"ja": "研修用", "en": "Training"}


@pytest.mark.parametrize("language", codes())
@pytest.mark.slow
def test_every_page_in_every_language(desk: Desk, language: str) -> None:
    banner = BANNERS.get(language) or str(texts(language)["common"]["banner"])
    assert banner.strip()
    browser = desk.browser()
    browser.headers["Accept-Language"] = f"{language},ja;q=0.5"
    for path, text in all_pages(browser).items():
        assert f'<html lang="{language}">' in text, path
        assert f"<strong>{banner}</strong>" in text, path
        if language not in ("ja", "ja-easy", "zh-Hans", "zh-Hant"):
            assert not re.search(r"[\u3040-\u30ff\u4e00-\u9fff]", _FOR_STAFF.sub("", text)), path


def test_a_button_in_a_foreign_language_has_the_japanese_one_below(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    assert '<small lang="ja">次へ</small>' in browser.get("/measures?lang=en").text
    assert '<small lang="ja">' not in browser.get("/measures?lang=ja").text


@pytest.mark.parametrize(
    ("wanted", "language"),
    [
        ("en-US,ja", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hans,ja;q=0.5", "zh-Hans"),
        ("pt", "pt-BR"),
        ("fr, ko;q=0.8", "ko"),
        ("", "ja"),
    ],
)
def test_the_browser_names_the_language(desk: Desk, wanted: str, language: str) -> None:
    browser = desk.browser()
    browser.headers["Accept-Language"] = wanted
    assert f'<html lang="{language}">' in browser.get("/").text


def test_language_is_remembered(desk: Desk) -> None:
    browser = desk.browser()
    assert 'lang="ja"' in browser.get("/").text
    assert 'lang="en"' in browser.get("/?lang=en").text
    assert 'lang="en"' in browser.get("/").text
    assert 'lang="ja"' in browser.get("/?lang=ja").text
    assert 'lang="ja"' in browser.get("/?lang=xx").text


def test_words() -> None:
    for language in ("ja", "en"):
        plain = str(texts(language))
        assert "紐付" not in plain
        assert "エラー" not in plain
        assert "'ja':" not in plain


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_nothing_inline_and_nothing_from_elsewhere(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*src=\"/static/)", text)
    assert not re.search(r"\son[a-z]+=|style=|https?:|//[a-z]", text)


def test_services_are_invented_and_one_is_closed() -> None:
    assert services()["mihon-pay"].ja == "みほんPay"
    assert [item.code for item in services().values() if item.closed] == ["tanabata-money"]


def test_login_page_asks_for_the_card(desk: Desk) -> None:
    text = desk.browser().get("/").text
    assert "/static/eid.js" in text
    assert "マイナンバーカードでログイン" in text
    assert "data-err-webeid-user-cancelled" in text


def test_web_eid_library_can_be_replaced(desk_in: Any, tmp_path: Path) -> None:
    library = tmp_path / "library.js"
    library.write_text("// the public one")
    assert desk_in(web_eid_library=library).browser().get("/static/eid.js").text == "// the public one"


def test_own_client_is_served_otherwise(desk: Desk) -> None:
    answer = desk.browser().get("/static/eid.js")
    assert "window.webeid" in answer.text
    assert answer.headers["content-type"].startswith("text/javascript")
    assert desk.browser().get("/sw.js").status_code == 200
