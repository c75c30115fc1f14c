"""A small file that somebody else may have written."""

import os
from pathlib import Path

import pytest

from kiosk.system.regular_file import UnfitFile, is_in_the_way, read


def test_a_regular_file_is_read_up_to_its_size(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"x" * 10)
    link.symlink_to(file)
    assert read(file, 10) == read(link, 10) == b"x" * 10
    with pytest.raises(UnfitFile, match="more than 9 bytes"):
        read(file, 9)
    assert not is_in_the_way(file)
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "none", 10)
    assert not is_in_the_way(tmp_path / "none")


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices as files are Unix's")
def test_a_pipe_a_device_and_a_folder_are_told_at_once(tmp_path: Path) -> None:
    """Nobody waits for the other end of a pipe, and no device is read for ever."""
    pipe, zero = tmp_path / "pipe", tmp_path / "zero"
    os.mkfifo(pipe)
    zero.symlink_to("/dev/zero")
    for place in (pipe, zero, tmp_path):
        with pytest.raises(UnfitFile, match="not a regular file"):
            read(place, 10)
        assert is_in_the_way(place)
