"""``kiosk demo --play``: plays the incident of 2022 without and with the kiosk, in all four modes of the portal.

A logs in and walks away without logging out, B sits down and applies. Each row has a step, what is expected and what
was seen; the exit code is 0 only if they are equal in every row.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from kiosk.exit_codes import ExitCode
from kiosk.system import deletion
from kiosk.training.launch import RunningStation, RunningTerminal
from kiosk.training.play import incident, table as play_table
from kiosk.training.play.table import Play
from kiosk.training.remote.control import ControlError


def main(options: argparse.Namespace) -> int:
    """Play all modes, print table and receipts; returns 1 if a row does not hold or the play stopped."""
    options.out.mkdir(parents=True, exist_ok=True)
    for old in options.out.glob("*.png"):
        deletion.forget_file(old)
    play = Play(options.out)
    play.say("The incident, as it was and with the kiosk; about two minutes.")
    folder = Path(tempfile.mkdtemp(prefix="madoguchi-play-"))
    try:
        _play_old_desk(play, folder / "old")
        receipts = _play_kiosk(play, folder / "kiosk", options.fullscreen)
    except (ControlError, RuntimeError) as error:
        sys.stdout.write(f"\nThe play stopped: {error}\nLogs are kept in {folder}\n{last_words(folder)}")
        return ExitCode.CHECK_FAILED
    deletion.delete_folder(folder, folder.parent / f"{folder.name}-aside")
    play_table.print_table(play.rows)
    play_table.print_receipts(receipts)
    sys.stdout.write(f"\n{play.taken} screenshots in {options.out}\n")
    return ExitCode.OK if all(row.holds for row in play.rows) else ExitCode.CHECK_FAILED


def last_words(folder: Path) -> str:
    """The last five lines of every log of the training processes."""
    found = []
    for path in sorted([*folder.rglob("*.err"), *folder.rglob("kiosk.log")]):
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]
        found += [f"--- {path.relative_to(folder)}", *lines]
    return "\n".join(found) + "\n"


def _play_old_desk(play: Play, folder: Path) -> None:
    """Play the control experiment."""
    with RunningStation(folder) as station:
        for mode, press in incident.WAYS:
            play.begin(f"as it was, one browser for everybody: {incident.name(mode, press)}")
            station.portal.change("reset")
            station.portal.change("mode", mode=mode.value)
            incident.old_desk(play, station, happens=not mode.second_check, press=press)


def _play_kiosk(play: Play, folder: Path, fullscreen: bool) -> list[dict[str, object]]:
    """Play the same scenes at a kiosk; returns its wipe receipts."""
    with RunningTerminal(folder, fullscreen=fullscreen, notice=1.0, reading=0.0) as terminal:
        for mode, press in incident.WAYS:
            play.begin(f"with the kiosk: {incident.name(mode, press)}")
            terminal.portal.change("reset")
            terminal.portal.change("mode", mode=mode.value)
            incident.at_the_kiosk(play, terminal, press)
        return list(terminal.control.terminal()["receipts"])
