"""A browser without a customer, for ``kiosk doctor``: does the engine start, and is its renderer confined?

A process of its own, with the same browser and engine arguments as a session. It writes one JSON object a line to
stdout: first the versions of what was imported, then the process ID of the renderer of an empty page, and after how
many milliseconds the hold worked. The caller examines that process and closes stdin to end the probe.
"""

import json
import os
import sys
import threading
from collections.abc import Sequence
from typing import Any

from kiosk.exit_codes import ExitCode
from kiosk.system import clock

#: The argument that leaves out the page: as root the engine does not start with its sandbox.
WITHOUT_PAGE = "without-page"
#: Maximum seconds until an empty page is shown.
PAGE_LIMIT = 6.0


def main(arguments: Sequence[str], extra: Sequence[str] = ()) -> int:
    """``arguments``: what follows the module's name. ``extra``: engine arguments, for tests."""
    tell = _Report()
    threading.Thread(target=_end_with_stdin, daemon=True).start()
    try:
        _prepare_engine(extra)
        application = _application()
        tell(**_imported(application))
    except (ImportError, OSError) as error:
        tell(trouble=f"{type(error).__name__}: {error}")  # the library that is missing
        return ExitCode.CHECK_FAILED
    except Exception as error:
        tell(trouble=f"it failed with {type(error).__name__}")
        return ExitCode.CHECK_FAILED
    if WITHOUT_PAGE in arguments:
        return ExitCode.OK
    return _show_empty_page(application, tell)


class _Report:
    """Writes lines for the caller; fd 1 is then redirected to fd 2, so that no stray print mixes with them."""

    def __init__(self) -> None:
        self._target = os.dup(1)
        os.dup2(2, 1)

    def __call__(self, **fields: Any) -> None:
        os.write(self._target, json.dumps(fields).encode("ascii") + b"\n")


def _end_with_stdin() -> None:
    sys.stdin.buffer.read()
    os._exit(ExitCode.OK)


def _prepare_engine(extra: Sequence[str]) -> None:
    from PySide6.QtCore import QCoreApplication, Qt

    from kiosk.network.fence import Fence
    from ui.browser.embedded.engine import engine_arguments

    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([*engine_arguments(Fence(()), gpu=False), *extra])
    os.environ["QT_QUICK_BACKEND"] = "software"
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)


def _application() -> Any:
    from PySide6.QtWidgets import QApplication

    return QApplication(["kiosk"])


def _imported(application: Any) -> dict[str, Any]:
    import PySide6
    from PySide6 import QtWebEngineCore
    from PySide6.QtGui import QFontDatabase

    from ui import style

    style.install(application)
    return {
        "qt": PySide6.__version__,
        "engine": QtWebEngineCore.qWebEngineVersion(),
        "chromium": QtWebEngineCore.qWebEngineChromiumVersion(),
        "font": style.FAMILY in QFontDatabase.families(),
    }


def _show_empty_page(application: Any, tell: _Report) -> int:
    from PySide6.QtCore import QTimer

    from ui.browser.embedded.browser import Browser

    browser, began = Browser(), clock.now()
    page = browser.view.page()
    held: list[int] = []

    def look(*_: object) -> None:
        if page.renderProcessPid() and (held or browser.hold.has_failed):
            tell(renderer=page.renderProcessPid(), hold_ms=held[0] if held else None)

    browser.hold.held.connect(lambda: held.append(round((clock.now() - began) * 1000)))
    for signal in (browser.hold.held, browser.hold.failed, page.loadFinished):
        signal.connect(look)
    QTimer.singleShot(int(PAGE_LIMIT * 1000), lambda: tell(trouble=f"no empty page within {PAGE_LIMIT:g} s"))
    browser.drop()
    return int(application.exec())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
