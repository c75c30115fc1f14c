"""The wipe's steps and its receipt: what is not proved has failed."""

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.cards import identity
from kiosk.cards.transport import CardAbsent, CardBusy, CardError, CardReset, CardService, ServiceUnavailable
from kiosk.failures import failures
from kiosk.outcome import DONE, Outcome, failed, skipped
from kiosk.system import deletion
from kiosk.vocabulary import WIPE_STEPS, ReaderState
from kiosk.wipe import printing, steps as wipe_steps
from kiosk.wipe.receipt import Receipt, StepResult
from kiosk.wipe.steps import Step


def _receipt(*changes: tuple[str, Outcome | None]) -> Receipt:
    outcomes: dict[str, Outcome | None] = {**dict.fromkeys(WIPE_STEPS, DONE), **dict(changes)}
    steps = tuple(
        StepResult(name, outcome.done, outcome.reason, 1.5, outcome.skipped)
        for name, outcome in outcomes.items()
        if outcome
    )
    return Receipt(7, "0" * 16, "idle", "2026-01-02T03:04:05+09:00", steps)


class TestReceipt:
    def test_all_steps_done(self) -> None:
        receipt = _receipt()
        assert receipt.verified
        assert receipt.failure == ""
        assert receipt.ms == pytest.approx(1.5 * len(WIPE_STEPS))

    @pytest.mark.parametrize("step", [step for step in WIPE_STEPS if step != "portal_logout"])
    def test_a_step_that_failed_or_is_missing(self, step: str) -> None:
        for outcome in (failed("no"), None):
            receipt = _receipt((step, outcome))
            assert not receipt.verified
            assert receipt.failed_step == step
            assert receipt.failure in failures()

    def test_the_first_failure_names_it(self) -> None:
        assert _receipt(("folder", failed("a")), ("processes", failed("b"))).failure == "wipe_processes"

    @pytest.mark.parametrize("outcome", [failed("no answer"), skipped("not for this reason"), None])
    def test_it_never_depends_on_the_portal(self, outcome: Outcome | None) -> None:
        assert _receipt(("portal_logout", outcome)).verified

    @pytest.mark.parametrize("step", WIPE_STEPS)
    def test_only_some_steps_may_be_skipped(self, step: str) -> None:
        may = step in ("portal_logout", "card", "print_queue")
        assert _receipt((step, skipped("nothing to do"))).verified is may

    def test_no_steps_prove_nothing(self) -> None:
        assert not Receipt(1, "", "", "", ()).verified

    def test_as_json(self) -> None:
        plain = json.loads(json.dumps(_receipt(("folder", failed("no"))).to_json()))
        assert plain["verified"] is False
        assert plain["number"] == 7
        assert [step["step"] for step in plain["steps"]] == list(WIPE_STEPS)


class TestRunSteps:
    def test_in_order_timed_and_told(self) -> None:
        clock = iter([0.0, 0.0105, 1.0, 1.002])
        told: list[StepResult] = []
        steps = [Step("curtain", lambda: DONE), Step("card", lambda: skipped("none"))]
        results = wipe_steps.run_steps(steps, told.append, lambda: next(clock))
        assert results == tuple(told)
        assert results == (
            StepResult("curtain", True, "", 10.5),
            StepResult("card", True, "none", 2.0, skipped=True),
        )

    def test_a_failed_step_does_not_stop_the_others(self) -> None:
        def explode() -> Outcome:
            raise ValueError("花子 1234")

        steps = [Step("processes", explode), Step("card", lambda: failed("busy")), Step("folder", lambda: DONE)]
        results = wipe_steps.run_steps(steps, lambda _: None)
        assert [result.done for result in results] == [False, False, True]
        assert results[0].reason == "ValueError in the step"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def session(data: Path) -> Path:
    folder = data / "sessions" / "s1"
    (folder / "cache" / "deep").mkdir(parents=True)
    (folder / "cache" / "deep" / "cookie").write_text("secret")
    return folder


def _delete(folder: Path, data: Path, retry_seconds: float = 0.05) -> Outcome:
    return deletion.delete_folder(folder, data / "aside", retry_seconds)


class TestDeleteFolder:
    def test_it_is_gone(self, session: Path, data: Path) -> None:
        assert _delete(session, data) == DONE
        assert not session.exists()
        assert session.parent.exists()

    def test_nothing_there_is_gone_too(self, data: Path) -> None:
        assert _delete(data / "sessions" / "none", data) == DONE

    def test_a_file_in_its_place(self, data: Path) -> None:
        data.mkdir()
        (data / "s1").write_text("x")
        assert _delete(data / "s1", data) == DONE
        assert not (data / "s1").exists()

    def test_links_are_deleted_and_not_followed(self, session: Path, data: Path, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        (outside / "keep").write_text("x")
        (session / "folder").symlink_to(outside, target_is_directory=True)
        (session / "file").symlink_to(outside / "keep")
        (session / "dangling").symlink_to(tmp_path / "none")
        (session / "loop").symlink_to(session)
        assert _delete(session, data) == DONE
        assert (outside / "keep").exists()

    def test_sockets_and_pipes(self, session: Path, data: Path) -> None:
        os.mkfifo(session / "pipe")
        assert _delete(session, data) == DONE

    def test_odd_names(self, session: Path, data: Path) -> None:
        Path(os.fsdecode(os.fsencode(session) + b"/\xff\xfe")).write_text("x")
        (session / "改行\n").write_text("x")
        assert _delete(session, data) == DONE

    def test_read_only_folders(self, tmp_path: Path, session: Path, data: Path) -> None:
        if os.geteuid() == 0:
            for place in (data, session.parent, session, session / "cache", session / "cache" / "deep"):
                os.chown(place, 65534, -1)
            for parent in [tmp_path, *tmp_path.parents][:4]:
                parent.chmod(0o755)
        (session / "cache" / "deep").chmod(0)
        (session / "cache").chmod(stat.S_IRUSR | stat.S_IXUSR)
        session.chmod(stat.S_IRUSR | stat.S_IXUSR)
        if os.geteuid() == 0:
            os.seteuid(65534)
        try:
            outcome = _delete(session, data, 1.0)
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
        assert outcome == DONE
        assert not session.exists()

    @pytest.mark.parametrize("place", ["", ".", "..", "../other", "aside", "sessions/../../other"])
    def test_what_is_not_inside_the_data_folder_is_refused(self, session: Path, data: Path, place: str) -> None:
        other = data.parent / "other"
        other.mkdir()
        outcome = _delete(Path(os.path.join(data, place)), data)  # noqa: PTH118 - Path would drop the dots
        assert not outcome.done
        assert outcome.reason.startswith("refused")
        assert other.exists()
        assert session.exists()

    def test_a_relative_path_is_refused(self, session: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(data)
        assert not _delete(Path("sessions/s1"), data).done
        assert session.exists()

    def test_a_link_is_refused(self, data: Path, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        outside.mkdir()
        data.mkdir()
        (data / "s1").symlink_to(outside, target_is_directory=True)
        assert not _delete(data / "s1", data).done
        assert outside.exists()

    def test_a_link_on_the_way_is_refused(self, data: Path, tmp_path: Path) -> None:
        outside = tmp_path / "outside"
        (outside / "s1").mkdir(parents=True)
        data.mkdir()
        (data / "sessions").symlink_to(outside, target_is_directory=True)
        assert not _delete(data / "sessions" / "s1", data).done
        assert (outside / "s1").exists()

    def test_a_lock_that_goes_away(self, session: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        held = [PermissionError(), PermissionError()]
        monkeypatch.setattr(os, "rmdir", _failing(os.rmdir, held))
        assert _delete(session, data, 1.0) == DONE
        assert not held
        assert not session.exists()

    def test_what_cannot_be_deleted_is_moved_aside_and_has_failed(
        self, session: Path, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(deletion.shutil, "rmtree", lambda *_, **__: None)  # type: ignore[attr-defined]
            outcome = _delete(session, data)
        assert outcome == failed("could not be deleted; moved aside for the next start")
        assert not session.exists()
        assert len(list((data / "aside").iterdir())) == 1
        assert deletion.sweep(data / "aside") == DONE
        assert list((data / "aside").iterdir()) == []

    def test_what_cannot_even_be_moved(self, session: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deletion.shutil, "rmtree", lambda *_, **__: None)  # type: ignore[attr-defined]
        (data / "aside").write_text("a file is in the way")
        assert _delete(session, data) == failed("could be neither deleted nor moved aside")

    def test_reasons_name_no_path(self, session: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deletion.shutil, "rmtree", lambda *_, **__: None)  # type: ignore[attr-defined]
        assert "s1" not in _delete(session, data).reason


def _failing(call: Callable[..., None], errors: list[PermissionError]) -> Callable[..., None]:
    def run(*args: object, **keywords: object) -> None:
        if errors:
            raise errors.pop()
        call(*args, **keywords)

    return run


class TestSweep:
    def test_everything_in_it_goes(self, session: Path, tmp_path: Path) -> None:
        (session.parent / "file").write_text("x")
        (session.parent / "link").symlink_to(tmp_path)
        assert deletion.sweep(session.parent) == DONE
        assert list(session.parent.iterdir()) == []
        assert tmp_path.exists()

    def test_no_folder(self, data: Path) -> None:
        assert deletion.sweep(data / "none") == DONE

    def test_what_stays_is_counted(self, session: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deletion.shutil, "rmtree", lambda *_, **__: None)  # type: ignore[attr-defined]
        assert deletion.sweep(session.parent, 0.01) == failed("1 entries could not be deleted")

    def test_a_folder_that_holds_a_home_or_the_program_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(deletion, "_delete", lambda *_: pytest.fail("tried to delete"))
        for folder in (Path("/"), Path.home(), Path.home().parent, Path(deletion.__file__).parents[1]):
            assert not deletion.sweep(folder).done
        assert not deletion.sweep(Path("relative")).done

    def test_a_link_is_refused(self, session: Path, data: Path) -> None:
        (data / "link").symlink_to(session.parent, target_is_directory=True)
        assert not deletion.sweep(data / "link").done
        assert session.exists()

    def test_a_stale_file(self, tmp_path: Path) -> None:
        deletion.forget_file(tmp_path / "socket")
        (tmp_path / "socket").write_text("")
        deletion.forget_file(tmp_path / "socket")
        assert not (tmp_path / "socket").exists()


class TestPowerOffCard:
    @pytest.fixture
    def asked(self, monkeypatch: pytest.MonkeyPatch) -> list[CardError]:
        """The errors that the card layer raises, one a call; then success."""
        errors: list[CardError] = []

        def power_off(service: CardService, reader: str) -> None:
            assert reader == "Reader"
            if errors:
                raise errors.pop(0)

        monkeypatch.setattr(identity, "power_off", power_off)
        return errors

    def run(self, state: ReaderState = ReaderState.CARD, reader: str = "Reader", retry_seconds: float = 1.0) -> Outcome:
        return wipe_steps.power_off_card(None, reader, state, retry_seconds)  # type: ignore[arg-type]

    def test_powered_off(self, asked: list[CardError]) -> None:
        assert self.run() == DONE

    @pytest.mark.parametrize("state", [ReaderState.EMPTY, ReaderState.NO_READER])
    def test_no_card_is_not_asked(self, asked: list[CardError], state: ReaderState) -> None:
        asked.append(CardError())
        assert self.run(state) == DONE
        assert asked

    def test_without_service_it_is_skipped(self, asked: list[CardError]) -> None:
        assert self.run(ReaderState.NO_SERVICE).skipped
        assert self.run(ReaderState.AMBIGUOUS, "").skipped

    @pytest.mark.parametrize("state", [ReaderState.UNKNOWN, ReaderState.CARD])
    def test_a_reader_that_was_never_seen_proves_nothing(self, asked: list[CardError], state: ReaderState) -> None:
        assert not self.run(state, "").done

    @pytest.mark.parametrize("state", [ReaderState.UNKNOWN, ReaderState.AMBIGUOUS])
    def test_when_in_doubt_the_card_is_asked(self, asked: list[CardError], state: ReaderState) -> None:
        asked.append(CardAbsent())
        assert self.run(state) == failed("card_removed")

    def test_another_program_is_waited_for(self, asked: list[CardError]) -> None:
        asked += [CardBusy(), CardReset(), CardBusy()]
        assert self.run() == DONE
        assert not asked

    def test_but_not_for_ever(self, asked: list[CardError]) -> None:
        asked += [CardBusy()] * 100
        assert self.run(retry_seconds=0.01) == failed("card_busy")

    def test_any_other_error_has_failed_at_once(self, asked: list[CardError]) -> None:
        asked += [ServiceUnavailable(), CardError()]
        assert self.run() == failed("pcsc_unavailable")
        assert self.run() == failed("card_unreadable")


class FakeClipboard:
    def __init__(self, stubborn: int) -> None:
        self.stubborn = stubborn

    def clear(self) -> None:
        self.stubborn -= 1

    def is_empty(self) -> bool:
        return self.stubborn < 0


@pytest.mark.parametrize(("stubborn", "done"), [(0, True), (2, True), (3, False)])
def test_the_clipboard_is_read_back(stubborn: int, done: bool) -> None:
    assert wipe_steps.clear_clipboard(FakeClipboard(stubborn)).done is done


class FakeQueue:
    def __init__(self, left: int) -> None:
        self.left = left
        self.cancelled: list[str] = []

    def cancel(self, owner: str) -> None:
        self.cancelled.append(owner)

    def remaining(self, owner: str) -> int:
        return self.left


class TestPrintJobs:
    def test_no_printer(self) -> None:
        assert wipe_steps.cancel_print_jobs("", "kiosk").skipped

    def test_cancelled_and_counted(self) -> None:
        queue = FakeQueue(0)
        assert wipe_steps.cancel_print_jobs("p", "kiosk", queue) == DONE
        assert queue.cancelled == ["kiosk"]

    def test_what_is_left_has_failed(self) -> None:
        assert wipe_steps.cancel_print_jobs("p", "kiosk", FakeQueue(2)) == failed("2 print jobs are left")

    @pytest.mark.skipif(sys.platform == "win32", reason="CUPS")
    def test_the_queue_of_this_system(self) -> None:
        assert isinstance(printing.queue_of("p"), printing.CupsQueue)
