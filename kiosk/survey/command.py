"""``kiosk survey``: its options, its output, its exit code. All in Japanese, for the city's own people."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import duckdb

from kiosk.exit_codes import ExitCode
from kiosk.survey import forms, paper
from kiosk.survey.chains import NotThere
from kiosk.survey.lead import Lead, NoSuchPlace
from kiosk.survey.register import Register, RegisterError, load_register
from kiosk.survey.survey import NothingToSurvey, Request, Survey, carry_out
from kiosk.system import console
from kiosk.system.whole_file import write_file

_NAME = "kiosk survey"
#: Minutes at most before and after the time of a lead.
_MOST_MINUTES = 24 * 60


class _Format(argparse.HelpFormatter):
    def add_usage(self, usage: str | None, actions: Iterable, groups: Iterable, prefix: str | None = None) -> None:  # type: ignore[type-arg]
        super().add_usage(usage, actions, groups, "使い方：" if prefix is None else prefix)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(ExitCode.WRONG_USE, f"{_NAME}：{_misuse(message)}（{_NAME} --help）\n")


def _misuse(message: str) -> str:
    """Our own sentence about a value; argparse's are English."""
    own = message.rpartition(": ")[2]
    return own if message.startswith("argument ") and not own.isascii() else "使い方が正しくありません"


def main(arguments: Sequence[str]) -> int:
    """Run one survey and give its exit code."""
    options = _parser().parse_args(arguments)
    try:
        request = _request(options)
        survey = carry_out(request, _progress)
        _write_files(options, survey)
    except (RegisterError, NoSuchPlace) as error:
        return _refuse(str(error))
    except NotThere as error:
        return _refuse(f"{error}がないか、読めません")
    except NothingToSurvey:
        return _refuse("読める記録がなく、期間の指定（--from、--until）もありません")
    except duckdb.Error:
        return _refuse("一時フォルダーの空きか、メモリーが足りません", ExitCode.CHECK_FAILED)
    except OSError as error:
        return _refuse(f"ファイルを読み書きできません（{error.strerror}）", ExitCode.CHECK_FAILED)
    for line in paper.text(survey.short if options.answer else survey.paper):
        console.output().write(f"{line}\n")
    return survey.answer.exit_code


def _refuse(text: str, code: ExitCode = ExitCode.WRONG_USE) -> ExitCode:
    console.write_error(f"{_NAME}：{text}")
    return code


def _progress(text: str) -> None:
    console.write_error(text)


def _request(options: argparse.Namespace) -> Request:
    lead = Lead(options.around, options.window, options.terminal, options.minutes) if options.around else None
    if lead is None and (options.window or options.terminal):
        raise NoSuchPlace("--window と --terminal は --around と一緒に使います")
    return Request(
        places=tuple(options.places),
        register=load_register(options.register) if options.register else Register(),
        since=options.since,
        until=options.until,
        every_signature=options.every_signature,
        lead=lead,
        published=options.published,
    )


def _write_files(options: argparse.Namespace, survey: Survey) -> None:
    shown = survey.short if options.answer else survey.paper
    made: tuple[tuple[Path | None, Callable[[paper.Paper], bytes]], ...] = (
        (options.html, forms.html),
        (options.csv, forms.csv_file),
        (options.xlsx, forms.xlsx),
    )
    for file, form in made:
        if file:
            write_file(file, form(shown))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=_NAME,
        usage=f"{_NAME} [指定] ファイルまたはフォルダー …",
        description="端末の記録ファイルを検査し、取り違えの疑いを調べます。変更された行や欠けた日も、結果として示します。",
        epilog="終了コード：0 該当なし、5 該当あり、6 確認できない期間・端末がある、2 使い方の誤り、1 読み書きの失敗",
        formatter_class=_Format,
        add_help=False,
    )
    given = parser.add_argument_group("調べるもの")
    given.add_argument(
        "places", nargs="+", type=Path, metavar="場所", help="audit.jsonl、kiosk export のZIP、それらの入ったフォルダー"
    )
    given.add_argument("--register", type=Path, metavar="ファイル", help="端末の一覧（terminals.toml）")
    given.add_argument("--from", dest="since", type=_day, metavar="年-月-日", help="最初の日")
    given.add_argument("--until", type=_day, metavar="年-月-日", help="最後の日")
    given.add_argument("--every-signature", action="store_true", help="すべての行の署名を確かめる（時間がかかります）")
    lead = parser.add_argument_group("手がかりから調べる")
    lead.add_argument("--around", type=_moment, metavar="日時", help='この時刻の前後（"2022-09-12 10:00"）')
    lead.add_argument("--window", default="", metavar="窓口", help="端末の一覧にある窓口")
    lead.add_argument("--terminal", default="", metavar="端末", help="端末の名前")
    lead.add_argument("--minutes", type=_minutes, default=60, metavar="分", help="前後の分数（60）")
    out = parser.add_argument_group("出力")
    out.add_argument("--answer", action="store_true", help="回答と、確認できない期間・端末だけ")
    out.add_argument("--published", action="store_true", help="公表用：件数の1〜4を「5未満」にする")
    out.add_argument("--html", type=Path, metavar="ファイル", help="印刷用（A4）")
    out.add_argument("--csv", type=Path, metavar="ファイル", help="CSV")
    out.add_argument("--xlsx", type=Path, metavar="ファイル", help="Excel")
    out.add_argument("-h", "--help", action="help", help="この説明")
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("日付は 2022-09-12 の形で書いてください") from None


def _moment(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 - the terminals' local time, as in the lines
    except ValueError:
        raise argparse.ArgumentTypeError('日時は "2022-09-12 10:00" の形で書いてください') from None


def _minutes(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_MINUTES:
        raise argparse.ArgumentTypeError(f"分数は1から{_MOST_MINUTES}までです")
    return int(text)
