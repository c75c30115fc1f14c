#!/usr/bin/env python3
"""Set-up and everyday commands of Madoguchi Kiosk. Needs only the standard library; the first use installs the rest.

python3 run.py demo      the kiosk with its training station
python3 run.py test      all tests
python3 run.py --help    everything else
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
TOOLS = ROOT / ".venv-tools"
WINDOWS = os.name == "nt"
OLDEST = (3, 11)
#: As ``kiosk.exit_codes.ExitCode``, which cannot be imported before there is an environment.
WRONG_USE, INTERRUPTED = 2, 130

#: What the packaged program and its terminal need, as files that are shipped.
LINUX = ROOT / "packaging" / "linux"
#: Names of packages in later releases of Debian.
LATER = {"libasound2": "libasound2t64", "libglib2.0-0": "libglib2.0-0t64"}


def named(file: str) -> list[str]:
    """The Debian packages of this list; a|b: b is the name in later releases."""
    names = (LINUX / file).read_text(encoding="ascii").split()
    return [f"{name}|{LATER[name]}" if name in LATER else name for name in names]


#: Debian packages by purpose.
FOR_BUILDS = "gcc libc6-dev libpcsclite-dev pkg-config python3-dev".split()
RUNTIME = [*FOR_BUILDS, *named("libraries.txt")]
TOOLS_OF_TESTS = "pcscd vsmartcard-vpcd opensc xvfb xauth openssl binutils dbus gnome-keyring libnss3-tools".split()
PACKAGES = {"use": RUNTIME, "test": [*RUNTIME, *TOOLS_OF_TESTS]}


class Stop(Exception):
    """Ends the program with this message and exit code 2."""


def say(text: str) -> None:
    """Print a progress line at once, also into a pipe."""
    print(f"run.py: {text}", file=sys.stderr, flush=True)


# --- set-up -----------------------------------------------------------------------------------------------------------


def venv_python() -> Path:
    """The interpreter of the project's environment."""
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def prepare(purpose: str) -> None:
    """Install what a command needs: system packages, uv, the environment. Nothing to do if the stamp is up to date.

    Raises Stop.
    """
    packages = PACKAGES[purpose]
    stamp, expected = VENV / f".ready-to-{purpose}", fingerprint(packages)
    if stamp.is_file() and stamp.read_text(encoding="ascii") == expected and venv_python().exists():
        return
    if sys.version_info < OLDEST:
        raise Stop(f"Python {OLDEST[0]}.{OLDEST[1]} or later is needed; this is {sys.version.split()[0]}")
    if not os.access(ROOT, os.W_OK):
        raise Stop(f"this user may not write {ROOT}: clone it as the user who uses it")
    install_packages(missing_packages(packages), missing_packages(PACKAGES["test"]))
    sync()
    stamp.write_text(fingerprint(packages), encoding="ascii")


def fingerprint(packages: Iterable[str]) -> str:
    """A hash of everything the environment is made from: lock file, project file, interpreter, system packages."""
    made = hashlib.sha256(" ".join(packages).encode())
    for file in (ROOT / "uv.lock", ROOT / "pyproject.toml", VENV / "pyvenv.cfg"):
        made.update(file.read_bytes() if file.is_file() else b"-")
    return made.hexdigest()


def missing_packages(packages: Sequence[str]) -> list[str]:
    """Those of these Debian packages that are not installed; none on a system without dpkg."""
    if WINDOWS or not shutil.which("dpkg-query"):
        return []
    names = [name for package in packages for name in package.split("|")]
    query = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *names],
        capture_output=True,
        text=True,
        check=False,
    )
    installed = {line.removeprefix("installed ") for line in query.stdout.splitlines() if line.startswith("installed ")}
    return [package for package in packages if not installed.intersection(package.split("|"))]


def install_packages(missing: Sequence[str], for_tests: Sequence[str] = ()) -> None:
    """Install them as root; otherwise raise Stop with the commands for root, including those for the tests."""
    if not missing:
        return
    if os.geteuid() != 0:
        raise Stop(commands_for_root(missing, [package for package in for_tests if package not in missing]))
    say(f"installing {len(missing)} Debian packages (once)")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    call(["apt-get", "-qq", "update"], "apt-get update failed; is the network there?", environment)
    chosen = [available(package) for package in missing]
    install = ["apt-get", "-qq", "-y", "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends", *chosen]
    call(install, "apt-get could not install the packages named above", environment)


def commands_for_root(missing: Sequence[str], for_tests: Sequence[str]) -> str:
    """The message for an ordinary user. Without sudo, which not every system has; a new system has no package lists."""
    line = "  apt-get install -y --no-install-recommends"
    message = "Debian packages are missing. Run these lines as root, then start again:\n\n  apt-get update\n"
    message += " ".join([line, *(name.split("|")[0] for name in missing)]) + "\n"
    if for_tests:
        message += "\n`python3 run.py test` needs these besides:\n\n"
        message += " ".join([line, *(name.split("|")[0] for name in for_tests)]) + "\n"
    return message


def available(package: str) -> str:
    """The name that this release has for a package."""
    for name in package.split("|"):
        shown = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if shown.returncode == 0 and shown.stdout:
            return name
    return package.partition("|")[0]


def sync() -> None:
    """Make or update the environment according to uv.lock. Raises Stop."""
    uv = find_uv()
    command = [uv, "sync", "--locked", "--directory", str(ROOT)]
    if venv_python().exists():
        say("bringing the Python environment up to date")
    else:
        say("preparing the Python environment (downloads about 300 MB, once)")
        command += ["--python", sys.executable]
    environment = {
        key: value for key, value in os.environ.items() if key not in ("VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT")
    }
    environment.setdefault("UV_SYSTEM_CERTS", "1")
    environment.setdefault("UV_PYTHON_DOWNLOADS", "never")
    call(command, "uv could not prepare the environment; the lines above say why", environment)
    unpack_shiboken()


def unpack_shiboken() -> None:
    """Unpack PySide6's embedded Python code, which it would otherwise compile at every start (30 ms).

    Each customer has a new process, so every change of customers would be that much slower. A failure is harmless.
    """
    environment = {**os.environ, "SBK_EMBED": "0"}
    subprocess.run([str(venv_python()), "-I", "-c", "import PySide6.QtCore"], env=environment, check=False)


def find_uv() -> str:
    """uv from the PATH, else a private copy: Debian's Python accepts no packages (PEP 668). Raises Stop."""
    found = shutil.which("uv") or private_uv()
    if found:
        return found
    say("installing uv into .venv-tools (once)")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    pip += ["--root-user-action=ignore", "--target", str(TOOLS), "--upgrade", "uv>=0.8"]
    reasons = "no network, no python3-pip, or this folder is not yours"
    call(pip, f"pip could not install uv; the lines above say why ({reasons})")
    installed = private_uv()
    if not installed:
        raise Stop("uv was installed but cannot be found; remove .venv-tools and start again")
    return installed


def private_uv() -> str | None:
    """The uv in .venv-tools, if there is one."""
    places = [TOOLS / folder / name for folder in ("bin", "Scripts") for name in ("uv", "uv.exe")]
    return next((str(place) for place in places if place.is_file()), None)


def call(command: Sequence[str], message: str, environment: Mapping[str, str] | None = None) -> None:
    """Run a command; its output is shown. Raises Stop with this message when it fails."""
    try:
        done = subprocess.run(command, env=environment, check=False)
    except OSError as error:
        raise Stop(f"{message} ({command[0]}: {error.strerror})") from error
    if done.returncode:
        raise Stop(message)


# --- commands ---------------------------------------------------------------------------------------------------------


def environment() -> dict[str, str]:
    """The caller's environment; without a display, with Qt's offscreen platform."""
    made = dict(os.environ)
    if not WINDOWS and sys.platform != "darwin" and not made.get("DISPLAY"):
        made.setdefault("QT_QPA_PLATFORM", "offscreen")
    return made


def become(*arguments: str) -> int:
    """Replace this process by the project's interpreter with these arguments; on Windows run it and wait."""
    command = [str(venv_python()), *arguments]
    if not WINDOWS:
        os.execve(command[0], command, environment())
    return subprocess.call(command, env=environment())


def python(*arguments: str, **extra: str) -> int:
    """Run the project's interpreter in the project folder; returns its exit code."""
    return subprocess.call([str(venv_python()), *arguments], cwd=ROOT, env={**environment(), **extra})


def demo(rest: list[str]) -> int:
    """The kiosk with its training station (--fullscreen, --play, --koriyama)."""
    prepare("use")
    return become("-m", "kiosk", "demo", *rest)


def kiosk(rest: list[str]) -> int:
    """Any command of the program itself (`kiosk --help`)."""
    prepare("use")
    return become("-m", "kiosk", *rest)


def bench(rest: list[str]) -> int:
    """Measure, write docs/performance.md (--json FILE)."""
    prepare("use")
    return become("-m", "tests.measure.bench", *rest)


def soak(rest: list[str]) -> int:
    """Random customers with random ends; what grows? Writes docs/soak.md (--customers 300 --seed N --json FILE)."""
    prepare("use")
    return become("-m", "tests.measure.soak", *rest)


def shots(rest: list[str]) -> int:
    """Screenshots of every screen into var/screens (--help: which ones; --accept: into docs/screens)."""
    prepare("use")
    alone = any(word.startswith(("--size", "--accept", "-h", "--help")) for word in rest)
    if alone or environment().get("QT_QPA_PLATFORM") != "offscreen":  # on a display one window would cover another
        return become("-m", "tests.gallery", *rest)
    command = [str(venv_python()), "-m", "tests.gallery", *rest, "--size"]
    sizes = ("1280x800", "1920x1080")
    running = [subprocess.Popen([*command, size], cwd=ROOT, env=environment()) for size in sizes]
    return max(process.wait() for process in running)


def docs(rest: list[str]) -> int:
    """Write the documents that are generated from catalogues and code."""
    prepare("use")
    return become("-m", "tests.documents", *rest)


def check(rest: list[str]) -> int:
    """Lint, format, types, and the rules of the project."""
    prepare("test")
    steps = (
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("pytest", "-q", "tests/rules"),
    )
    failed = []
    for step in steps:
        say(" ".join(step))
        if python("-m", *step, *rest):
            failed.append(" ".join(step))
    say(f"failed: {', '.join(failed)}" if failed else "all checks passed")
    return 1 if failed else 0


def package(rest: list[str]) -> int:
    """Freeze the program without its training part into dist/kiosk and start it."""
    prepare("test")
    say("freezing (some minutes)")
    build = ("-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "--distpath", "dist", "--workpath", "build")
    if python(*build, "packaging/kiosk.spec", *rest):
        raise Stop("PyInstaller failed; the lines above say why")
    program = ROOT / "dist" / "kiosk" / ("kiosk.exe" if WINDOWS else "kiosk")
    if not WINDOWS:
        shutil.copytree(LINUX, program.parent / "linux")
    for command in ("--version", "config"):
        say(f"dist/kiosk/kiosk {command}")
        call([str(program), command], f"the frozen program failed at `kiosk {command}`")
    return 0


def test(rest: list[str]) -> int:
    """All tests (30 min), `test quick` (30 s), `test user` (by root: all as an ordinary user, 20 min), or files."""
    prepare("test")
    return python("-m", "tests.support.lanes", *rest)


def witness(rest: list[str]) -> int:
    """A hostile portal with a log tries what the gate must hold: a choice (2 min), `--all` (2 h), `--part 3/10`."""
    parser = argparse.ArgumentParser(prog="run.py witness", add_help=False, allow_abbrev=False)
    parser.add_argument("--all", action="store_const", const="1/1", dest="part")
    parser.add_argument("--part", type=part)
    chosen, words = parser.parse_known_args(rest)
    prepare("test")
    everything = {"KIOSK_WITNESS": chosen.part} if chosen.part else {}
    session = ["tests/e2e/test_witness_session.py"] if (chosen.part or "").startswith("1/") else []
    return python("-m", "pytest", "tests/e2e/test_witness.py", *session, *words, **everything)


def terminal(rest: list[str]) -> int:
    """By root: docs/install-linux.md is executed in a throw-away Debian, up to a customer (5 min)."""
    prepare("test")
    return python("-m", "pytest", "tests/e2e/test_first_terminal.py", *rest, KIOSK_FIRST_TERMINAL="1")


def part(text: str) -> str:
    """This part, written like 3/10. Raises ArgumentTypeError."""
    number, _, parts = text.partition("/")
    if not (number.isdecimal() and parts.isdecimal() and 1 <= int(number) <= int(parts)):
        raise argparse.ArgumentTypeError(f"{text!r} is no part such as 3/10")
    return text


COMMANDS: tuple[Callable[[list[str]], int], ...] = (
    demo,
    test,
    check,
    bench,
    soak,
    shots,
    docs,
    package,
    witness,
    terminal,
    kiosk,
)


def main(arguments: Sequence[str]) -> int:
    """Parse the command and run it; returns the exit code."""
    width = max(len(command.__name__) for command in COMMANDS)
    lines = [f"  {command.__name__:<{width}}  {(command.__doc__ or '').splitlines()[0]}" for command in COMMANDS]
    parser = argparse.ArgumentParser(
        prog="run.py",
        usage="python3 run.py COMMAND [ARGUMENTS]",
        description="Madoguchi Kiosk: set-up and everyday commands. The first use installs what is missing.",
        epilog="commands:\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=[command.__name__ for command in COMMANDS], help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments[:1]).command
    command = next(item for item in COMMANDS if item.__name__ == chosen)
    try:
        return command(list(arguments[1:]))
    except Stop as error:
        say(str(error))
        return WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
