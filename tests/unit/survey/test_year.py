"""A synthetic year of four terminals and 10,000 visits: the survey finds the one case, and no other."""

from datetime import date, datetime, time
from pathlib import Path
from random import Random

import pytest

from kiosk.survey.register import Register, Terminal
from kiosk.survey.survey import Request, carry_out
from tests.support.recorder import Recorder, visit, working_days

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

YEAR = (date(2022, 4, 1), date(2023, 3, 31))
WINDOWS = {"nishi-1": "西庁舎1階", "nishi-2": "西庁舎1階", "higashi-1": "東庁舎", "chuo-1": "中央支所"}
VISITS = 10_000


def day_at(recorder: Recorder, day: date, visits: int, chance: Random) -> None:
    """A day of ordinary visits; on the day of the incident the case is among them."""
    recorder.now = datetime.combine(day, time(8, 30))
    recorder.start()
    for _ in range(visits):
        if (day, recorder.terminal) == (date(2022, 9, 12), "nishi-1") and recorder.now.hour == 10:
            incident(recorder)
            recorder.now = recorder.now.replace(hour=11, minute=0)
        visit(recorder, chance)
    recorder.now = max(recorder.now, datetime.combine(day, time(17, 15)))
    recorder.write("kiosk_stopped")


def incident(recorder: Recorder) -> None:
    """A leaves without finishing; B is told that an application has been made."""
    recorder.begin()
    recorder.end("idle")
    recorder.wait(240)
    recorder.begin()
    recorder.write("portal_refused", procedure="points", failure="payment_id_in_use")
    recorder.write("mixup_reported")
    recorder.end("portal_refused")


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Register]:
    """The files of all terminals, and their list."""
    folder, chance, terminals = tmp_path_factory.mktemp("year"), Random(20220912), []
    days = working_days(*YEAR)
    each = -(-VISITS // (len(days) * len(WINDOWS)))
    for name, window in WINDOWS.items():
        recorder = Recorder(folder / name, name, datetime.fromisoformat("2022-04-01T08:00"))
        for day in days:
            day_at(recorder, day, max(each, 25) if day == date(2022, 9, 12) else each, chance)
        recorder.close()
        terminals.append(Terminal(name, window, (recorder.signer.public,)))
    return folder, Register(tuple(terminals))


def test_it_finds_the_one_case_and_no_other(year: tuple[Path, Register]) -> None:
    folder, register = year
    found = carry_out(Request((folder,), register), lambda _: None)
    assert found.answer.sentence == "該当 1件2人"
    assert found.answer.gaps == ()
    ((_, terminal, window, moment, *_rest),) = found.paper.tables[0].rows
    assert (terminal, window, moment[:13]) == ("nishi-1", "西庁舎1階", "2022-09-12 10")
    lines = sum(int(row[3].replace(",", "")) for row in found.paper.tables[-1].rows)
    assert lines > 12 * VISITS
    sizes = {table.title: len(table.rows) for table in found.paper.tables}
    assert sizes["取り違えの疑い"] == 1
    assert sizes["報告のない疑い"] == sizes["本人確認のない申込み"] == sizes["消去を確認していない端末"] == 0
    # What the kiosk stopped in time is there in plenty, and is no case.
    stopped = ("カードの入れ替わり", "時間切れの直後のログイン", "通らなかった本人確認")
    assert min(sizes[title] for title in stopped) > 30
