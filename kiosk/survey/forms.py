"""A paper as HTML (A4, no script), CSV and XLSX. Each function gives the whole content of a file."""

import csv
import io
from collections.abc import Iterator
from html import escape

import xlsxwriter

from kiosk.survey.paper import Paper, Table, width

#: A cell that begins with one of these would be a formula in a spreadsheet program.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
#: Columns of a cell that stands in one line on paper.
_SHORT = 20
_STYLE = """
@page { size: A4 landscape; margin: 12mm; }
body { font: 10pt/1.5 "Noto Sans JP", "Yu Gothic", sans-serif; color: #1a1a1a; }
h1 { font-size: 16pt; } h2 { font-size: 12pt; margin: 6mm 0 1mm; break-after: avoid; }
p { margin: 0 0 1mm; } .answer { font-size: 16pt; font-weight: bold; border: 2px solid; padding: 2mm 4mm; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border: 1px solid #767676; padding: 1mm 2mm; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f2f2f2; } th, .short { white-space: nowrap; }
"""


def html(paper: Paper) -> bytes:
    """One page that refers to nothing outside and runs nothing."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    parts = [
        '<!DOCTYPE html>\n<html lang="ja"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        f"<title>{escape(paper.title)}</title><style>{_STYLE}</style></head><body>",
        f"<h1>{escape(paper.title)}</h1>",
        *(
            f'<p class="{"answer" if not number else "head"}">{escape(line)}</p>'
            for number, line in enumerate(paper.head)
        ),
        *(part for item in paper.tables for part in _html_table(item)),
        "</body></html>",
    ]
    return "\n".join(parts).encode() + b"\n"


def _html_table(item: Table) -> Iterator[str]:
    yield f"<h2>{escape(item.title)}（{len(item.rows)}件）</h2>"
    if item.note:
        yield f"<p>{escape(item.note)}</p>"
    if not item.rows:
        yield "<p>なし</p>"
        return
    yield f"<table><thead>{_html_row(item.columns, 'th')}</thead><tbody>"
    yield from (_html_row(row, "td") for row in item.rows)
    yield "</tbody></table>"


def _html_row(cells: tuple[str, ...], tag: str) -> str:
    short = (' class="short"' if width(cell) <= _SHORT else "" for cell in cells)
    return (
        f"<tr>{''.join(f'<{tag}{kind}>{escape(cell)}</{tag}>' for cell, kind in zip(cells, short, strict=True))}</tr>"
    )


def csv_file(paper: Paper) -> bytes:
    """All tables one below the other, in UTF-8 with the mark that Excel wants."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([paper.title])
    writer.writerows([_harmless(line)] for line in paper.head)
    for item in paper.tables:
        writer.writerows([[], [item.title], item.columns])
        writer.writerows([_harmless(cell) for cell in row] for row in item.rows)
    return target.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def xlsx(paper: Paper) -> bytes:
    """A sheet for the head and one for each table; every cell is a text, never a formula or a link."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, options) as book:
        bold = book.add_format({"bold": True})
        first = book.add_worksheet("回答")
        first.set_column(0, 0, 100)
        first.write_column(0, 0, [paper.title, *paper.head])
        for number, item in enumerate(paper.tables, 1):
            sheet = book.add_worksheet(f"{number} {item.title}"[:31])
            sheet.set_landscape()
            sheet.set_paper(9)  # A4
            sheet.write_row(0, 0, item.columns, bold)
            sheet.freeze_panes(1, 0)
            for line, row in enumerate(item.rows, 1):
                sheet.write_row(line, 0, row)
            sheet.autofit()
    return target.getvalue()
