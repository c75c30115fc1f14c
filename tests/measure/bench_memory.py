"""The memory of a running kiosk: the proportional share (PSS) of each of its processes, added up."""

import re
from pathlib import Path

import psutil


def kiosk_processes(terminal: int) -> list[int]:
    """The pids of the supervisor and of all processes below it, without the training station."""
    supervisor = psutil.Process(terminal)
    found = [terminal]
    for child in supervisor.children():
        if "station" not in child.cmdline():
            found += [child.pid, *(below.pid for below in child.children(recursive=True))]
    return found


def pss_mb(pids: list[int]) -> float:
    """The total PSS of these processes in MiB. A page that several of them share is counted once."""
    return round(sum(_pss_kb(pid) for pid in pids) / 1024, 1)


def _pss_kb(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:  # the process has just ended
        return 0
    return parse_pss(text)


def parse_pss(rollup: str) -> int:
    """The ``Pss`` line of a smaps_rollup file, in KiB."""
    found = re.search(r"^Pss:\s+(\d+) kB$", rollup, re.MULTILINE)
    return int(found[1]) if found else 0
