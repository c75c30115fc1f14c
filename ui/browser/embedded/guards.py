"""What the page may not do: the page class and the request interceptor that stand between portal and network.

Decisions are made in ``kiosk.procedures.navigation`` and ``kiosk.procedures.gate``; this file only asks them. Every
exception is a refusal.
"""

import secrets
from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineClientCertificateSelection,
    QWebEngineFullScreenRequest,
    QWebEngineNavigationRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from kiosk.procedures import gate, navigation
from kiosk.procedures.gate import Decision, Gate, Kind, Request
from kiosk.procedures.model import Procedure
from kiosk.system import clock

#: Carried by every ordinary unsafe request, so that a 307/308 hop of it is recognised (QtWebEngine 6.12 has no flag).
HOP_HEADER = b"X-Kiosk-Hop"
_RESOURCE = QWebEngineUrlRequestInfo.ResourceType
_NAVIGATION = QWebEngineNavigationRequest.NavigationType
_NAVIGATIONS = (_RESOURCE.ResourceTypeMainFrame, _RESOURCE.ResourceTypeSubFrame)
#: Refusals of one kind that are told in a second: each becomes a line of the audit file, and a page can ask endlessly.
TOLD_A_SECOND = 5
#: Inline data has no network behind it; as a page it is refused.
_INLINE = ("data", "blob")


class Warden(QObject):
    """Holds the gate of one session and says yes or no; the only writer of the gate."""

    commit_blocked = Signal()
    commit_passed = Signal()
    commit_unchecked = Signal()
    refused = Signal(str)

    def __init__(self, now: Callable[[], float] = clock.now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gate: Gate = gate.closed()
        self.procedure: Procedure | None = None
        self.logging_out = ""
        self.logout_answered = False
        self._now = now
        self._hop = secrets.token_hex(8).encode()
        self._told: dict[str, tuple[float, int]] = {}

    def navigation_allowed(self, url: str) -> bool:
        """Whether a document may come from there."""
        if self.logging_out:
            self.logout_answered = self.logout_answered or url != self.logging_out
            return url == self.logging_out
        if self.procedure is None or not navigation.allowed(self.procedure, url):
            return self.refuse("origin")
        return True

    def form_allowed(self, method: str, url: str) -> bool:
        """Whether a form may be sent; asked before the request exists, so nothing of the page is lost by a no."""
        if self.logging_out:
            return url == self.logging_out
        if self.procedure is None:
            return False
        decision = gate.peek(self.gate, self.procedure, Request(method, url), self._now())
        if decision is not Decision.PASS:
            self.decide(Request(method, url))
        return decision is Decision.PASS

    def judge(self, info: QWebEngineUrlRequestInfo) -> None:
        """Pass or block one request; the last fence before the network."""
        url, method = _http_url(encoded(info.requestUrl())), bytes(info.requestMethod().data()).decode("ascii")
        if self.logging_out:
            info.block(url != self.logging_out or method != "GET")
        elif not self._origin_allowed(url, info):
            info.block(True)
        elif self._is_hop(info) and self._kind(method, url) is Kind.COMMIT:
            info.block(True)
            self.commit_unchecked.emit()
        elif self._kind(method, url) is Kind.SAFE:
            return
        else:
            self._judge_unsafe(info, Request(method, url))

    def _judge_unsafe(self, info: QWebEngineUrlRequestInfo, request: Request) -> None:
        if not self.decide(request):
            info.block(True)
        else:
            info.setHttpHeader(HOP_HEADER, self._hop)

    def decide(self, request: Request) -> bool:
        """Whether a request that changes something may leave now; uses up an opening."""
        assert self.procedure is not None
        self.gate, decision = gate.pass_request(self.gate, self.procedure, request, self._now())
        if decision is Decision.BLOCK_AND_CHECK:
            self.commit_blocked.emit()
        elif decision is Decision.PASS and self._kind(request.method, request.url) is Kind.COMMIT:
            self.commit_passed.emit()
        elif decision is Decision.BLOCK:
            self.refuse("other")
        return decision is Decision.PASS

    def _kind(self, method: str, url: str) -> Kind:
        assert self.procedure is not None
        return gate.classify(self.procedure, method, url)

    def _origin_allowed(self, url: str, info: QWebEngineUrlRequestInfo) -> bool:
        if self.procedure is None:
            return False
        if urlsplit(url).scheme in _INLINE:
            return info.resourceType() not in _NAVIGATIONS
        return navigation.allowed(self.procedure, url) or self.refuse("origin")

    def _is_hop(self, info: QWebEngineUrlRequestInfo) -> bool:
        headers = {bytes(name.data()).lower(): bytes(value.data()) for name, value in info.httpHeaders().items()}
        return headers.get(HOP_HEADER.lower()) == self._hop

    def refuse(self, kind: str) -> bool:
        """Say what was refused, unless the page has just made that known often enough. Always False."""
        start, count = self._told.get(kind, (0.0, 0))
        now = self._now()
        start, count = (now, 0) if now - start >= 1 else (start, count)
        self._told[kind] = (start, count + 1)
        if count < TOLD_A_SECOND:
            self.refused.emit(kind)
        return False


def encoded(url: QUrl) -> str:
    """The address as it goes over the wire: ``toString`` would decode what the rules want to see encoded."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


def _http_url(url: str) -> str:
    """A WebSocket counts as its origin's http(s) address."""
    parts = urlsplit(url)
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return urlunsplit(parts._replace(scheme=scheme))


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Asks the warden. An exception that left this method would *allow* the request (QtWebEngine 6.12)."""

    def __init__(self, warden: Warden) -> None:
        super().__init__()
        self._warden = warden

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Block unless the warden, without an exception, says otherwise."""
        try:
            self._warden.judge(info)
        except Exception:
            info.block(True)
            self._warden.refuse("other")


class Page(QWebEnginePage):
    """The portal's page: no windows, dialogs, downloads, permissions or files."""

    tls_failed = Signal()

    def __init__(self, profile: QWebEngineProfile, warden: Warden) -> None:
        super().__init__(profile)
        self._warden = warden
        self.navigationRequested.connect(self._on_navigation)
        self.certificateError.connect(self._on_certificate_error)
        self.permissionRequested.connect(self._on_permission)
        self.fullScreenRequested.connect(self._on_full_screen)
        self.selectClientCertificate.connect(self._on_client_certificate)
        self.authenticationRequired.connect(self._on_authentication)
        self.proxyAuthenticationRequired.connect(self._on_authentication)

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, _: QWebEnginePage.NavigationType, __: bool
    ) -> bool:
        """Allowed origins only; redirects of navigations come through here before they leave."""
        return self._warden.navigation_allowed(encoded(QUrl(url)))

    def _on_navigation(self, request: QWebEngineNavigationRequest) -> None:
        url, accepted = encoded(request.url()), False
        try:
            # A 303 after a form still says hasFormData; a 307 that keeps the body is seen by ``judge`` as a hop.
            redirected = request.navigationType() is _NAVIGATION.RedirectNavigation
            method = "POST" if request.hasFormData() and not redirected else "GET"
            accepted = self._warden.form_allowed(method, url)
        finally:
            request.accept() if accepted else request.reject()

    def createWindow(self, _: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override] # noqa: N802
        """No window but this one."""
        self._warden.refuse("popup")
        return None

    def chooseFiles(self, *_: object) -> list[str]:  # noqa: N802
        """No file of the terminal goes anywhere."""
        self._warden.refuse("file_chooser")
        return []

    # A dialog that called super() would hold the GIL and stop every other Python thread (design, known traps).
    def javaScriptAlert(self, *_: object) -> None:  # noqa: N802
        """Alerts are not shown: the portal's own page is what a person reads."""
        self._warden.refuse("dialog")

    def javaScriptConfirm(self, *_: object) -> bool:  # noqa: N802
        """A question nobody saw is answered with no."""
        self._warden.refuse("dialog")
        return False

    def javaScriptPrompt(self, *_: object) -> tuple[bool, str]:  # noqa: N802
        """A question nobody saw is answered with nothing."""
        self._warden.refuse("dialog")
        return False, ""

    def javaScriptConsoleMessage(self, *_: object) -> None:  # noqa: N802
        """Page text is never printed: it may be about the person."""

    def _on_certificate_error(self, error: QWebEngineCertificateError) -> None:
        error.rejectCertificate()
        self.tls_failed.emit()

    def _on_permission(self, permission: QWebEnginePermission) -> None:
        permission.deny()
        self._warden.refuse("permission")

    def _on_full_screen(self, request: QWebEngineFullScreenRequest) -> None:
        request.reject()

    def _on_client_certificate(self, selection: QWebEngineClientCertificateSelection) -> None:
        selection.selectNone()

    def _on_authentication(self, *_: object) -> None:
        # Unanswered, Basic authentication loops by itself (QtWebEngine 6.12).
        self.triggerAction(QWebEnginePage.WebAction.Stop)
