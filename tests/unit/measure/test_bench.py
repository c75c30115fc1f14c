"""The bench's arithmetic: what it would say about given times."""

import json
from pathlib import Path

import pytest

from tests.measure import bench, bench_memory, bench_report, chromium_kiosk
from tests.measure.bench import Measured, figures_of
from tests.measure.bench_kiosk import Change, Dialogue, Support, dialogue
from tests.measure.bench_report import KEYS, TIMES, Figure

SUPPORT = Support(Dialogue(12, 1851), Dialogue(6, 626), 150.25, 300.5)


def change(ready: float | None = None, curtain: float = 20.0, wipe: float = 80.0) -> Change:
    return Change(curtain=curtain, wipe=wipe, logout=100.0, page=250.0, ready=ready)


def measured(ready: list[float], chromium: list[float]) -> Measured:
    return Measured([change(value) for value in ready], chromium, [change(), change(wipe=90.0)], SUPPORT, [change()])


def test_the_json_file_has_exactly_the_agreed_keys() -> None:
    plain = bench_report.to_json(figures_of(measured([200.0, 300.0], [500.0, 500.0])))
    assert tuple(plain) == KEYS
    assert all(plain[key].keys() == {"median", "p95"} for key in TIMES)
    assert plain["login_apdus"] == 12
    assert plain["second_check_apdus"] == 6
    assert json.loads(json.dumps(plain)) == plain


def test_the_ratio_is_the_median_of_the_pairs_and_not_the_ratio_of_medians() -> None:
    plain = bench_report.to_json(figures_of(measured([100.0, 200.0, 900.0], [1000.0, 250.0, 1000.0])))
    assert plain["ready_vs_chromium"] == 0.8


def test_without_chromium_its_figures_are_null_and_break_no_budget() -> None:
    figures = figures_of(measured([200.0, 300.0], []))
    plain = bench_report.to_json(figures)
    assert plain["chromium_restart_ms"] is None
    assert plain["ready_vs_chromium"] is None
    assert plain["ready_ms"] == {"median": 250.0, "p95": 300.0}
    assert bench_report.all_hold(figures)
    assert "not measured" in bench_report.plain_table(figures)


def test_half_of_chromium_is_the_limit() -> None:
    assert bench_report.all_hold(figures_of(measured([250.0, 250.0], [500.0, 500.0])))
    assert not bench_report.all_hold(figures_of(measured([251.0, 251.0], [500.0, 500.0])))


@pytest.mark.parametrize(
    ("values", "holds"),
    [
        ((100.0,) * 20, True),
        ((121.0,) * 20, False),
        ((100.0,) * 19 + (301.0,), True),
        ((100.0,) * 18 + (301.0,) * 2, False),
    ],
)
def test_median_and_p95_have_their_own_budgets(values: tuple[float, ...], holds: bool) -> None:
    assert Figure("wipe", "wipe", values, most=120, most_p95=300).holds is holds


def test_no_budget_is_no_verdict() -> None:
    assert Figure("page", "page", (1.0,)).holds is None
    assert Figure("page", "page", (), most=1).holds is None


def test_the_document_has_every_row_and_every_note() -> None:
    figures = figures_of(measured([250.0, 260.0], [500.0, 600.0]))
    text = bench_report.document(figures, [("Machine", "a box")], 2)
    assert all(f"| {figure.title} |" in text for figure in figures)
    assert all(figure.note in text for figure in figures)
    assert "a box" in text
    assert "2 pairs" in text


def test_apdus_are_counted_with_answer_and_status() -> None:
    entries = [{"command": "00A40400", "answered": 10}, {"command": "00B0", "answered": 0}]
    assert dialogue(entries) == Dialogue(2, 4 + 10 + 2 + 2 + 0 + 2)


def test_the_proportional_share_is_read() -> None:
    assert bench_memory.parse_pss("Rss:  900 kB\nPss:             123 kB\nPss_Dirty:  5 kB\n") == 123
    assert bench_memory.parse_pss("") == 0


def test_chromium_is_started_as_a_kiosk_in_a_fresh_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    argv = chromium_kiosk.kiosk_argv(Path("there"), "http://127.0.0.1:1/")
    assert {"--kiosk", "--incognito", "--headless=new", "--user-data-dir=there"} <= set(argv)
    assert argv[-1] == "http://127.0.0.1:1/"
    monkeypatch.setenv("DISPLAY", ":9")
    assert "--headless=new" not in chromium_kiosk.kiosk_argv(Path("there"), "http://127.0.0.1:1/")


def test_no_chromium_is_said_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(chromium_kiosk, "PROGRAM", tmp_path / "missing")
    assert not chromium_kiosk.version()
    with pytest.raises(chromium_kiosk.ChromiumMissing):
        chromium_kiosk.ChromiumKiosk(tmp_path)


@pytest.mark.parametrize("rounds", ["0", "-1", "many"])
def test_rounds_must_be_a_number_from_one(rounds: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        bench.main(["--rounds", rounds])
    assert ended.value.code == 2
    assert "--rounds" in capsys.readouterr().err
