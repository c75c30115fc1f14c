"""The portal's page in its browser. Turns the browser's signals into events of the flow."""

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.failures import FailureName
from kiosk.network.login import NOBODY, Login
from ui.browser.embedded.browser import Browser
from ui.flow import events as ev


class PortalPage(QObject):
    """The browser of one session. Connections are queued: the engine must not be re-entered from its callbacks."""

    posted = Signal(object)

    def __init__(self, parent: QObject, login: Login = NOBODY) -> None:
        super().__init__(parent)
        self.browser = Browser(self, login=login)
        queued = Qt.ConnectionType.QueuedConnection
        browser, warden = self.browser, self.browser.warden
        browser.bridge.asked.connect(self._on_asked, queued)
        browser.bridge.cancelled.connect(self._on_cancelled, queued)
        warden.commit_blocked.connect(self._on_commit_blocked, queued)
        warden.commit_passed.connect(self._on_commit_passed)  # at once: the line comes before the request leaves
        warden.too_many_checks.connect(self._on_too_many_checks, queued)
        warden.commit_unchecked.connect(self._on_commit_unchecked, queued)
        warden.refused.connect(self._on_refused, queued)
        browser.page_failed.connect(self._on_page_failed, queued)
        browser.tls_failed.connect(self._on_tls_failed, queued)
        browser.renderer_died.connect(self._on_renderer_died, queued)
        browser.logged_out.connect(self._on_logged_out)

    def post(self, event: ev.Event) -> None:
        """Post this event."""
        self.posted.emit(event)

    def _on_asked(self) -> None:
        self.post(ev.SignatureRequested())

    def _on_cancelled(self) -> None:
        self.post(ev.AskLost())

    def _on_commit_blocked(self) -> None:
        self.post(ev.CommitBlocked())

    def _on_commit_passed(self) -> None:
        self.post(ev.CommitPassed())

    def _on_commit_unchecked(self) -> None:
        self.post(ev.CommitUnchecked())

    def _on_too_many_checks(self) -> None:
        self.post(ev.PageFailed(FailureName.TOO_MANY_CHECKS))

    def _on_refused(self, kind: str) -> None:
        self.post(ev.RequestRefused(kind))

    def _on_page_failed(self, failure: FailureName) -> None:
        self.post(ev.PageFailed(failure))

    def _on_tls_failed(self) -> None:
        self.post(ev.PageFailed(FailureName.TLS_ERROR))

    def _on_renderer_died(self) -> None:
        self.post(ev.RendererDied())

    def _on_logged_out(self, done: bool) -> None:
        self.post(ev.LoggedOut(done))
