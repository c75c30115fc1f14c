"""An engine without a guard behind a proxy: only its switches are between a hostile page and everything else.

A process of its own: ``python -m tests.hostile.behind_proxy``, with the engine's switches and the orders as JSON on
standard input; what became of them as JSON on standard output.
"""

import json
import os
import sys
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from tests.support.lanes import is_root

#: Milliseconds for a page to load, and for the whole assault.
LOAD, ASSAULT = 15_000, 60_000
#: Some of these are races: a thousand redirects, by four kinds of requests, twenty at a time.
RACE = """(async () => {
  window.raced = 0;
  const kinds = [
    (url) => fetch(url, { mode: "no-cors" }),
    (url) => fetch(url, { mode: "no-cors", method: "POST", body: "secret" }),
    (url) => new Promise((done) => { const made = new Image(); made.onload = made.onerror = done; made.src = url; }),
    (url) => Promise.resolve(navigator.sendBeacon(url, "secret")),
  ];
  for (let n = 0; n < %(count)d; n += 20)
    await Promise.all(Array.from({ length: 20 }, (_, k) => {
      const to = encodeURIComponent(`${%(targets)s[(n + k) %% %(targets)s.length]}/r${n + k}`);
      window.raced += 1;
      const hop = `/_hostile/fence/to/${[302, 307, 308][k %% 3]}?to=${to}&n=${n + k}`;
      return kinds[(n / 20 + k) %% 4](hop).catch(() => {});
    }));
  outcomes.raced = String(window.raced);
})()"""


class Engine:
    """One view, and functions that wait for it."""

    def __init__(self) -> None:
        from PySide6.QtWebEngineCore import QWebEngineCertificateError
        from PySide6.QtWebEngineWidgets import QWebEngineView

        self.view = QWebEngineView()
        self.view.resize(800, 600)
        self.view.show()
        self.page = self.view.page()
        self.errors: list[int] = []
        self.page.certificateError.connect(QWebEngineCertificateError.acceptCertificate)
        self.page.loadingChanged.connect(lambda info: self.errors.append(info.errorCode()))

    def load(self, url: str) -> None:
        """Load this page, or fail to."""
        loop = QEventLoop()
        self.page.loadFinished.connect(loop.quit)
        QTimer.singleShot(LOAD, loop.quit)
        self.view.load(url)
        loop.exec()

    def value(self, script: str) -> Any:
        """What the script gives; None after five seconds."""
        loop, found = QEventLoop(), []

        def keep(result: Any) -> None:
            found.append(result)
            loop.quit()

        self.page.runJavaScript(script, 0, keep)
        QTimer.singleShot(5000, loop.quit)
        loop.exec()
        return found[0] if found else None

    def after(self, script: str, until: str) -> Any:
        """Run the first script and wait until the second gives something."""
        self.page.runJavaScript(f"void {script}")
        loop, look = QEventLoop(), QTimer(interval=200)
        look.timeout.connect(lambda: self.page.runJavaScript(until, 0, lambda found: loop.quit() if found else None))
        look.start()
        QTimer.singleShot(ASSAULT, loop.quit)
        loop.exec()
        look.stop()
        return self.value(until)


def main(orders: dict[str, Any]) -> dict[str, Any]:
    """Load the page, run the assault and the race."""
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = " ".join([*orders["switches"], *(["--no-sandbox"] if is_root() else [])])
    os.environ["QT_QUICK_BACKEND"] = "software"
    from PySide6.QtNetwork import QNetworkProxyFactory
    from PySide6.QtWidgets import QApplication

    QNetworkProxyFactory.setUseSystemConfiguration(True)
    application = QApplication(["behind"])
    engine = Engine()
    engine.load(orders["page"])
    if not engine.value("typeof assault === 'function'"):
        return {"loaded": False, "errors": engine.errors}
    told = {
        "loaded": True,
        "protocol": engine.value("performance.getEntriesByType('navigation')[0].nextHopProtocol"),
        "finished": engine.after(f"assault({json.dumps(orders['targets'])})", "outcomes.finished === 'yes'"),
        "raced": engine.after(
            RACE % {"count": orders["races"], "targets": json.dumps(orders["race"])}, "outcomes.raced"
        ),
        "tried": json.loads(engine.value("JSON.stringify(outcomes)")),
    }
    del application
    return told


if __name__ == "__main__":
    json.dump(main(json.load(sys.stdin)), sys.stdout)
    sys.stdout.flush()
    os._exit(0)
