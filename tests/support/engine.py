"""QtWebEngine in a test's own process, with the arguments of a session's."""

import os

from tests.support.lanes import is_root


def prepare(hosts: tuple[str, ...] | None = None) -> None:
    """Before the engine is imported. ``hosts`` None: without the second fence, so that all names and ports resolve."""
    from kiosk.network.fence import Fence
    from ui.browser.embedded.engine import engine_arguments

    fence = Fence(tuple(f"MAP {host} {host}" for host in hosts or ()))
    arguments = engine_arguments(fence, gpu=False)[0 if hosts else 1 :]
    arguments += ["--no-sandbox"] if is_root() else []
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join(arguments)
    os.environ["QT_QUICK_BACKEND"] = "software"
