"""Procedure files: what is read, what is refused."""

from pathlib import Path

import pytest

import resources
from kiosk.procedures.load import TRAINING_ORIGIN, ProcedureError, load_procedure, load_procedures
from kiosk.procedures.model import from_json, say

EXAMPLE = resources.path("procedures", "example.toml")


def changed(folder: Path, old: str, new: str) -> Path:
    """The example with one change."""
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    file = folder / "example.toml"
    file.write_text(text.replace(old, new), encoding="utf-8")
    return file


def test_the_example_shows_every_key_and_is_right() -> None:
    made = load_procedure(EXAMPLE)
    assert all(getattr(made, name) for name in made.to_json())
    assert from_json(made.to_json()) == made


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    for name in ("b", "a"):
        text = EXAMPLE.read_text(encoding="utf-8").replace('id = "example"', f'id = "{name}"')
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    assert [item.id for item in load_procedures(tmp_path)] == ["a", "b"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProcedureError, match="no procedure"):
        load_procedures(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('id = "example"', 'id = "other"', "id"),
        ('id = "example"', 'id = "Example"', "id"),
        ("version = 1", "version = 0", "version"),
        ("version = 1", 'version = "1"', "version"),
        ("version = 1", "version = 1\ncolour = 1", "colour"),
        ('title = { ja = "マイナポイントの申込み", ', "title = { ", "title"),
        ('en = "Apply for', 'xx = "Apply for', "title"),
        ('start_url = "https', 'start_url = "http', "start_url"),
        ("portal.example.jp/apply/confirm", "other.example.jp/apply/confirm", "confirm_pages"),
        ("portal.example.jp/apply/complete", "portal.example.jp/apply/../complete", "commit_requests.0.url"),
        ("portal.example.jp/apply/complete", "portal.example.jp/apply%2fcomplete", "commit_requests.0.url"),
        ("portal.example.jp/apply/complete", "portal.example.jp/**/complete", "commit_requests.0.url"),
        ("portal.example.jp/apply/complete", "portal.example.jp//apply", "commit_requests.0.url"),
        ("portal.example.jp/apply/complete", "*.example.jp/apply", "commit_requests.0.url"),
        ("portal.example.jp/apply/complete", "user@portal.example.jp/apply", "commit_requests.0.url"),
        ('allowed_origins = ["https://portal', 'allowed_origins = ["https://Portal', "allowed_origins.0"),
        ("https://portal.example.jp/auth/*", "https://portal.example.jp/apply/complete", "ordinary_requests"),
        ('method = "POST"', 'method = "post"', "commit_requests.0.method"),
        ("number = 4", "number = 5", "steps.number"),
        ('kind = "done"', 'kind = "perhaps"', "results.0.kind"),
        ('confirm_pages = ["https://portal.example.jp/apply/confirm"]', "confirm_pages = []", "confirm_pages"),
        ("https://portal.example.jp", TRAINING_ORIGIN, "allowed_origins"),
    ],
)
def test_a_wrong_value_names_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    file = changed(tmp_path, old, new)
    with pytest.raises(ProcedureError) as caught:
        load_procedures(tmp_path)
    assert caught.value.key == key, str(caught.value)
    assert caught.value.file == str(file)
    assert caught.value.allowed


ORIGINS = 'allowed_origins = ["https://portal.example.jp"]'


@pytest.mark.parametrize(
    ("old", "new", "key", "value", "allowed"),
    [
        (
            ORIGINS,
            f'allowed_origins = ["https://portal.example.jp", "{TRAINING_ORIGIN}"]',
            "allowed_origins",
            f"['https://portal.example.jp', '{TRAINING_ORIGIN}']",
            "the training portal or https, not both",
        ),
        ("number = 4", "number = 5", "steps.number", "5", "at most steps_total (4)"),
        (
            'confirm_pages = ["https://portal.example.jp/apply/confirm"]',
            "confirm_pages = []",
            "confirm_pages",
            "[]",
            "at least one where there are commit_requests",
        ),
        (
            "portal.example.jp/apply/confirm",
            "other.example.jp/apply/confirm",
            "confirm_pages",
            "'https://other.example.jp/apply/confirm'",
            "an address of allowed_origins",
        ),
        (
            "https://portal.example.jp/auth/*",
            "https://portal.example.jp/apply/complete",
            "ordinary_requests",
            "'https://portal.example.jp/apply/complete'",
            "nothing that is in commit_requests",
        ),
        (
            'pt-BR = "Aperte um serviço para receber os pontos."\n',
            "",
            "steps.1.guide",
            "'pt-BR'",
            "a sentence in every language; this one is missing",
        ),
        (
            'guide_staff = "申込みを選ぶところです。"\n',
            "",
            "steps.guide_staff",
            "''",
            "guide and guide_staff together, or neither",
        ),
        (
            "portal.example.jp/apply/complete",
            "portal.example.jp//apply",
            "commit_requests.0.url",
            "'https://portal.example.jp//apply'",
            "an address whose path may have * for one segment and end in /**",
        ),
    ],
    ids=[
        "mixed origins",
        "step too high",
        "no confirm page",
        "foreign page",
        "listed twice",
        "guide without a language",
        "no guide for staff",
        "path",
    ],
)
def test_a_wrong_value_is_told_beside_what_is_allowed(
    tmp_path: Path, old: str, new: str, key: str, value: str, allowed: str
) -> None:
    file = changed(tmp_path, old, new)
    with pytest.raises(ProcedureError) as caught:
        load_procedures(tmp_path)
    told = caught.value
    assert (told.file, told.key, told.value, told.allowed) == (str(file), key, value, allowed)
    assert str(told) == f"{file}: {key} = {value}; allowed: {allowed}"


def test_a_language_that_is_none_is_the_wrong_value(tmp_path: Path) -> None:
    changed(tmp_path, 'en = "Apply for', 'xx = "Apply for')
    with pytest.raises(ProcedureError) as caught:
        load_procedures(tmp_path)
    assert (caught.value.key, caught.value.value) == ("title", "'xx'")
    assert caught.value.allowed.startswith("languages of en, fil")


def test_a_language_of_the_pages_is_one_of_the_kiosks(tmp_path: Path) -> None:
    changed(tmp_path, 'page_languages = ["ja"]', 'page_languages = ["ja", "zh"]')
    with pytest.raises(ProcedureError) as caught:
        load_procedures(tmp_path)
    assert (caught.value.key, caught.value.value) == ("page_languages.1", "'zh'")


def test_plain_http_is_for_the_training_portal_only(tmp_path: Path) -> None:
    file = changed(tmp_path, "https://portal.example.jp", TRAINING_ORIGIN)
    made = load_procedure(file, "http://127.0.0.1:4567")
    assert made.allowed_origins == ("http://127.0.0.1:4567",)
    assert made.commit_requests[0].url == "http://127.0.0.1:4567/apply/complete"


def test_another_local_port_is_refused_in_training_too(tmp_path: Path) -> None:
    file = changed(tmp_path, "https://portal.example.jp", "http://127.0.0.1:9999")
    with pytest.raises(ProcedureError, match="4567"):
        load_procedure(file, "http://127.0.0.1:4567")


def test_what_is_no_toml_is_named(tmp_path: Path) -> None:
    file = tmp_path / "x.toml"
    file.write_text("not toml", encoding="utf-8")
    with pytest.raises(ProcedureError, match=r"x\.toml"):
        load_procedure(file)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "Card"), ("ja", "カード"), ("ko", "カード"), ("ja-easy", "カード")]
)
def test_a_text_is_said_in_the_language_or_in_japanese(language: str, said: str) -> None:
    assert say({"ja": "カード", "en": "Card", "ja-easy": ""}, language) == said


@pytest.mark.parametrize(
    "origin",
    [
        "https://portal.example.jp:0",
        "https://portal.example.jp:99999",
        "https://portal.example.jp:0443",
        "https://a..example",
        "https://.example.jp",
        "https://a-.example.jp",
        "https://127.1",
        "https://0x7f.1",
        "https://256.1.1.1",
        "https://申請.example.jp",
    ],
)
def test_an_address_that_cannot_be_or_that_a_browser_reads_as_another_is_refused(tmp_path: Path, origin: str) -> None:
    changed(tmp_path, "https://portal.example.jp", origin)
    with pytest.raises(ProcedureError, match=r"1 to 65535.*xn--"):
        load_procedures(tmp_path)


@pytest.mark.parametrize("origin", ["https://10.1.2.3:8443", "https://portal", "https://xn--i8s592g.example.jp:443"])
def test_addresses_that_are_right(tmp_path: Path, origin: str) -> None:
    assert load_procedure(changed(tmp_path, "https://portal.example.jp", origin)).allowed_origins == (origin,)


WHOLE = "https://portal.example.jp/**"


@pytest.mark.parametrize(
    ("old", "new", "key", "allowed"),
    [
        ("https://portal.example.jp/auth/*", WHOLE, "ordinary_requests", "not the whole portal"),
        ("https://portal.example.jp/apply/confirm", WHOLE, "confirm_pages", "not the whole portal"),
        ("https://portal.example.jp/apply/other-person", WHOLE, "mixup_pages", "not the whole portal"),
        (
            'confirm_pages = ["https://portal.example.jp/apply/confirm"]',
            'confirm_pages = ["https://portal.example.jp/apply"]',
            "confirm_pages",
            "not the page where the procedure starts",
        ),
        (
            'start_url = "https://portal.example.jp/apply"',
            'start_url = "https://portal.example.jp/apply/complete"',
            "start_url",
            "opened without a check",
        ),
        (
            "https://portal.example.jp/logout",
            "https://portal.example.jp/apply/complete",
            "logout_url",
            "without a check",
        ),
    ],
    ids=["all ordinary", "all confirm", "all mixed up", "start confirms", "start is final", "logout is final"],
)
def test_a_procedure_that_would_protect_nothing_is_refused(
    tmp_path: Path, old: str, new: str, key: str, allowed: str
) -> None:
    """Rightly written, and yet: every request ordinary, every page the check's, or the final request sent by us."""
    changed(tmp_path, old, new)
    with pytest.raises(ProcedureError) as caught:
        load_procedures(tmp_path)
    assert caught.value.key == key
    assert allowed in caught.value.allowed


def test_a_result_on_every_page_is_refused(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    url = load_procedure(EXAMPLE).results[0].url
    (tmp_path / "example.toml").write_text(text.replace(f'url = "{url}"', f'url = "{WHOLE}"'), encoding="utf-8")
    with pytest.raises(ProcedureError, match="results"):
        load_procedures(tmp_path)


@pytest.mark.parametrize("letter", ["\\u0000", "\\n", "\\u202e", "\\u2028", "\\ufeff"])
def test_a_text_that_would_break_a_line_or_turn_it_round_is_refused(tmp_path: Path, letter: str) -> None:
    changed(tmp_path, 'ja = "マイナポイントの申込み"', f'ja = "マイナ{letter}ポイント"')
    with pytest.raises(ProcedureError) as caught:
        load_procedures(tmp_path)
    assert caught.value.key == "title.ja"
    assert "one line" in caught.value.allowed


def test_a_blank_text_is_refused(tmp_path: Path) -> None:
    changed(tmp_path, 'ja = "マイナポイントの申込み"', 'ja = "　 "')
    with pytest.raises(ProcedureError, match="not blank"):
        load_procedures(tmp_path)
