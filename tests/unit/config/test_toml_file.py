"""Files that people wrote with an editor: what is accepted, and the sentence about what is not."""

import os
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.config import toml_file
from kiosk.config.desk import DeskError, load_desk
from kiosk.config.settings import ConfigError, load_config
from kiosk.config.toml_file import NotToml, parse_toml, read_toml
from kiosk.procedures.load import ProcedureError, load_procedures

CITY = 'city = "葛󠄀城市"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The path of a kiosk.toml that does not exist yet."""
    return tmp_path / "kiosk.toml"


@pytest.mark.parametrize("octets", [b"\xef\xbb\xbf" + CITY.encode(), CITY.replace("\n", "\r\n").encode()])
def test_what_editors_of_windows_write_in_utf_8_is_read(file: Path, octets: bytes) -> None:
    file.write_bytes(octets)
    assert load_config(file).city == "葛󠄀城市"


@pytest.mark.parametrize(
    ("octets", "words"),
    [
        ('terminal_id = "m"\ncity = "葛城市"\n'.encode("cp932"), "line 2 is not UTF-8 (it looks like Shift_JIS)"),
        ('city = "葛城市"\n'.encode("utf-16"), "it is UTF-16: save it as UTF-8"),
        (b'city = "\x81"\n', "line 1 is not UTF-8: save it as UTF-8"),
        (b'printer = "C:\\Printers"\n', "single quotes"),
        (b'report_folder = "D:\\Unicode"\n', "single quotes"),
        (b"a" * (toml_file.MAX_BYTES + 1), "more than 1,000,000 bytes"),
        (b"x = " + b"[" * 100_000, "kiosk.toml"),
    ],
)
def test_every_other_file_is_refused_in_words(file: Path, octets: bytes, words: str) -> None:
    file.write_bytes(octets)
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert words in str(caught.value)
    assert str(file) in str(caught.value)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (r'report_folder = "\\fileserver\reports"', "report_folder"),
        (r'data_folder = "D:\terminal\backup"', "data_folder"),
        (r'procedures_folder = "D:\new"', "procedures_folder"),
        (r'printer = "\\server\room"', "printer"),
        (r'reader_name = "ACS\tACR"', "reader_name"),
    ],
)
def test_a_control_character_in_a_path_or_name_is_refused_with_the_way_to_write_it(
    file: Path, line: str, key: str
) -> None:
    file.write_text(line, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(file)
    assert caught.value.key == key
    assert "single quotes" in caught.value.allowed


def test_the_same_path_in_single_quotes_is_read(file: Path) -> None:
    file.write_text("printer = '\\\\server\\room'", encoding="utf-8")
    assert load_config(file).printer == r"\\server\room"


def test_a_key_of_the_library_is_no_setting(file: Path) -> None:
    other = file.with_name("other.env")
    other.write_text("city=elsewhere\n", encoding="utf-8")
    file.write_text(f"_env_file = '{other}'\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="no key of this name"):
        load_config(file)


@pytest.mark.skipif(sys.platform == "win32", reason="no named pipes in folders")
def test_nothing_but_a_regular_file_is_opened(file: Path) -> None:
    os.mkfifo(file)
    errors: list[ConfigError] = []

    def load() -> None:
        try:
            load_config(file)
        except ConfigError as error:
            errors.append(error)

    thread = threading.Thread(target=load, daemon=True)
    thread.start()
    thread.join(5)
    assert "not a regular file" in str(errors[0])


def test_the_other_files_are_read_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_bytes('id = "葛城"'.encode("cp932"))
    with pytest.raises(ProcedureError, match="Shift_JIS"):
        load_procedures(tmp_path)
    with pytest.raises(DeskError, match="Shift_JIS"):
        load_desk(tmp_path / "x.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\nb = " + "9" * 5000, "b: a number of more than 100 digits (at line 2)"),
        ("b = 0x" + "f" * 5000, "b: a number of more than 100 digits (at line 1)"),
        ("a = 1\n" + ".".join(["a"] * 20_000) + " = 1", "nested too deeply (at line 2)"),
        ("[" + ".".join(['"a"'] * 20_000) + "]\n", "nested too deeply (at line 1)"),
        ("b = " + "[" * 5000, "nested too deeply"),
        ("b = " + "{c = " * 5000, "nested too deeply"),
    ],
    ids=["digits", "hexadecimal", "dotted key", "dotted table", "lists", "tables"],
)
def test_what_would_take_seconds_or_break_the_parser_is_told_at_once(tmp_path: Path, text: str, told: str) -> None:
    """A key of 20,000 parts took the parser 20 s, and thousands of digits an error without a line."""
    file = tmp_path / "x.toml"
    file.write_text(text, encoding="utf-8")
    begun = time.perf_counter()
    with pytest.raises(NotToml) as caught:
        read_toml(file)
    assert str(caught.value) == told
    assert time.perf_counter() - begun < 1


@pytest.mark.parametrize(
    "line", ['a = "' + "1." * 200 + '"', "# " + "." * 300, "a = [" + "1, " * 300 + "]", 'a = "' + "9" * 300 + '"']
)
def test_long_lines_that_mean_nothing_of_it_are_read(line: str) -> None:
    parse_toml(line)


def test_the_key_of_a_wrong_line_is_named() -> None:
    with pytest.raises(NotToml, match=r"^report_folder: Unescaped.*at line 2.*single quotes"):
        parse_toml('city = "x"\nreport_folder = "C:\\Pilot"\n')
