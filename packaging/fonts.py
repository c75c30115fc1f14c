"""Makes the small fonts of resources/fonts from the installed Noto fonts; needs fontTools (resources/fonts/README.md).

Run it again after a change of texts in one of these languages; tests/screens/test_languages.py finds missing letters.
"""

import json
import re
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
RESOURCES = ROOT / "resources"
NOTO = Path("/usr/share/fonts")
CJK = NOTO / "opentype/noto/NotoSansCJK-{weight}.ttc"
TRUETYPE = NOTO / "truetype/noto"
WEIGHTS = ("Regular", "Bold")
ASCII = "".join(map(chr, range(0x20, 0x7F)))
FEATURES = ["*"]

#: Language -> file name, family, source, number of the face in a collection (-1: not a collection).
LANGUAGES = {
    "zh-Hans": ("NotoSansSC", "Noto Sans SC", CJK, 2),
    "zh-Hant": ("NotoSansTC", "Noto Sans TC", CJK, 3),
    "ko": ("NotoSansKR", "Noto Sans KR", CJK, 1),
    "vi": ("NotoSansVietnamese", "Noto Sans Vietnamese", CJK, 0),
    "ne": ("NotoSansDevanagari", "Noto Sans Devanagari", TRUETYPE / "NotoSansDevanagari-{weight}.ttf", -1),
    "my": ("NotoSansMyanmar", "Noto Sans Myanmar", TRUETYPE / "NotoSansMyanmar-{weight}.ttf", -1),
}
#: Fonts for the languages' own names on the first screen: the languages of each, file name, family.
NAMES = {
    "zh-Hans": (("zh-Hans", "zh-Hant", "vi", "ko"), "NotoSansNamesCJK", "Noto Sans Names CJK"),
    "ne": (("ne",), "NotoSansNamesDevanagari", "Noto Sans Names Devanagari"),
    "my": (("my",), "NotoSansNamesMyanmar", "Noto Sans Names Myanmar"),
}


#: The Japanese font also holds whatever a city may be called, or a family on a notice. Layout as in the font before.
JAPANESE_FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "palt", "pkna", "pwid", "fwid", "hwid", "tnum"]
#: Variants in names that neither JIS X 0213 nor Windows' code page has.
NAME_VARIANTS = "𠮷"


def main() -> None:
    """Make all fonts."""
    japanese()
    for code, (file, family, source, face) in LANGUAGES.items():
        for weight in WEIGHTS:
            make(source, face, weight, characters(code), file, family)
    names = toml(RESOURCES / "texts" / "languages.toml")["names"]
    for code, (codes, file, family) in NAMES.items():
        _, _, source, face = LANGUAGES[code]
        make(source, face, "Regular", "".join(names[one] for one in codes), file, family)


def japanese() -> None:
    """Write the Japanese font again: what it has, JIS X 0213, Windows' code page and ``NAME_VARIANTS``."""
    for weight in WEIGHTS:
        path = RESOURCES / "fonts" / f"NotoSansJP-{weight}.otf"
        before, font = TTFont(path), TTFont(str(CJK).format(weight=weight), fontNumber=0)
        options = subset.Options()
        options.layout_features, options.hinting = JAPANESE_FEATURES, False
        options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG"]
        tool = subset.Subsetter(options)
        tool.populate(unicodes=set(before.getBestCmap()) | {ord(letter) for letter in city_letters()})
        tool.subset(font)
        font["name"].names = before["name"].names
        font.save(path)


def city_letters() -> set[str]:
    """The letters of JIS X 0213:2004 and of code page 932, which Japanese Windows can write, and the variants."""
    found = set(NAME_VARIANTS)
    for first in range(0x81, 0xFD):
        for second in range(0x40, 0xFD):
            for codec in ("shift_jis_2004", "cp932"):
                found |= set(bytes((first, second)).decode(codec, "ignore"))
    return found


def characters(code: str) -> str:
    """Every character that a text of this language may show."""
    found = set(ASCII + toml(RESOURCES / "texts" / "languages.toml")["names"][code])
    for form in ET.parse(RESOURCES / "texts" / f"kiosk_{code}.ts").getroot().iter():  # noqa: S314 - a file of the project
        if form.tag in ("translation", "numerusform"):
            found |= set(form.text or "")
    found |= set(json.dumps(toml(RESOURCES / "texts" / f"failures_{code}.toml"), ensure_ascii=False))
    for sentences in toml(RESOURCES / "texts" / "slot.toml").values():
        found |= set(sentences[code])
    portal = ROOT / "kiosk" / "training" / "portal" / f"texts_{code}.toml"
    found |= set(portal.read_text(encoding="utf-8"))
    for file in (RESOURCES / "procedures").glob("**/*.toml"):
        text = file.read_text(encoding="utf-8")
        found |= set("".join(re.findall(rf"\b{code} = (\".*?\")", text)))
    return "".join(found - {"\n"})


def toml(file: Path) -> dict[str, dict[str, str]]:
    """The content of a TOML file."""
    return tomllib.loads(file.read_text(encoding="utf-8"))


def make(source: Path, face: int, weight: str, letters: str, file: str, family: str) -> None:
    """Write a font with these letters of a Noto font, under its own family name."""
    font = TTFont(str(source).format(weight=weight), fontNumber=face)
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.drop_tables += ["vhea", "vmtx", "VORG", "DSIG"]
    options.notdef_outline = True
    tool = subset.Subsetter(options)
    tool.populate(unicodes=[ord(letter) for letter in letters])
    tool.subset(font)
    for number, name in ((1, family), (2, weight), (4, f"{family} {weight}"), (6, f"{file}-{weight}")):
        font["name"].setName(name, number, 3, 1, 0x409)
    for number in (16, 17):
        font["name"].removeNames(nameID=number)
    font["name"].names = [one for one in font["name"].names if one.platformID == 3]
    end = "otf" if "CFF " in font else "ttf"
    font.save(RESOURCES / "fonts" / f"{file}-{weight}.{end}")


if __name__ == "__main__":
    main()
