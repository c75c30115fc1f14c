"""Deleting: the folder is gone, or the outcome is a failure; nothing outside the data folder, never through a link."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.outcome import DONE, Outcome, failed
from kiosk.system import deletion


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


@pytest.mark.slow
def test_folders_nested_deeper_than_a_recursion_goes_are_deleted(data: Path, session: Path) -> None:
    """Made by putting one into another, since the whole path would be too long for the system."""
    chain, around = session.with_name("chain"), session.with_name("around")
    chain.mkdir()
    for _ in range(1500):
        around.mkdir()
        chain.rename(around / "d")
        around.rename(chain)
    chain.rename(session / "chain")
    assert _delete(session, data) == DONE
    assert not session.exists()
