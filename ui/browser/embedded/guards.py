"""Restrictions on the page: the page class and the request interceptor between portal and network.

The warden decides (``ui/browser/warden.py``); this file only calls it. Every exception is a refusal. The hold
(``hold.py``) lies below, next to the network.
"""

import secrets

from PySide6.QtCore import QIODevice, QUrl, Signal
from PySide6.QtNetwork import QAuthenticator
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

from kiosk.network.login import NOBODY
from kiosk.procedures.gate import OVERRIDE_HEADERS
from kiosk.procedures.navigation import origin_of
from ui.browser.proxy import ProxyLogin
from ui.browser.surface import MAX_BODY, Arrival, Sender
from ui.browser.warden import Warden

#: Set on every allowed request, so that its redirect hops are recognised (QtWebEngine 6.12 has no flag for them).
HOP_HEADER = b"X-Kiosk-Hop"
_RESOURCE = QWebEngineUrlRequestInfo.ResourceType
_NAVIGATION = QWebEngineNavigationRequest.NavigationType
_NAVIGATIONS = (_RESOURCE.ResourceTypeMainFrame, _RESOURCE.ResourceTypeSubFrame)
_SENDERS = {
    _RESOURCE.ResourceTypeMainFrame: Sender.DOCUMENT,
    _RESOURCE.ResourceTypeSubFrame: Sender.DOCUMENT,
    _RESOURCE.ResourceTypeXhr: Sender.SCRIPT,
    _RESOURCE.ResourceTypePrefetch: Sender.PREFETCH,
    _RESOURCE.ResourceTypeWebSocket: Sender.SOCKET,
}
#: How many addresses of requested documents are kept, to compare them with the address a document reports.
_REMEMBERED = 32


def encoded(url: QUrl) -> str:
    """The address as it is sent: ``toString`` would decode characters that the rules compare in encoded form."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Calls the warden. An exception that left ``interceptRequest`` would *allow* the request (QtWebEngine 6.12)."""

    def __init__(self, warden: Warden) -> None:
        super().__init__()
        self._warden = warden
        self._mark = secrets.token_hex(8).encode()

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Block the request unless the warden allows it; an exception blocks it, too."""
        try:
            self._judge(info)
        except Exception:
            info.block(True)
            self._warden.refuse("other")

    def _judge(self, info: QWebEngineUrlRequestInfo) -> None:
        headers = {bytes(name.data()).lower(): bytes(value.data()) for name, value in info.httpHeaders().items()}
        arrival = self._arrival(info, headers)
        size = sum(len(name) + len(value) for name, value in headers.items())
        if not self._warden.admits(arrival, _body_size(info), size):
            info.block(True)
            return
        self._warden.expect(arrival)
        if _may_be_marked(info):
            info.setHttpHeader(HOP_HEADER, self._mark)

    def _arrival(self, info: QWebEngineUrlRequestInfo, headers: dict[bytes, bytes]) -> Arrival:
        method = bytes(info.requestMethod().data()).decode("ascii")
        sender = _SENDERS.get(info.resourceType(), Sender.UNATTENDED)
        override = any(name.decode("latin-1") in OVERRIDE_HEADERS for name in headers)
        hop = headers.get(HOP_HEADER.lower()) == self._mark
        return Arrival(method, encoded(info.requestUrl()), sender, hop, override)


def _body_size(info: QWebEngineUrlRequestInfo) -> int:
    """Size in bytes, at most the limit plus one. The body has no length, so it is read; the request still sends it."""
    body = info.requestBody()
    if bytes(info.requestMethod().data()) in (b"GET", b"HEAD"):
        return 0
    if not body.open(QIODevice.OpenModeFlag.ReadOnly):
        return MAX_BODY + 1
    return len(body.read(MAX_BODY + 1).data())


def _may_be_marked(info: QWebEngineUrlRequestInfo) -> bool:
    """Whether a header may be added: an extra header on a cross-origin request would cause a preflight (CORS)."""
    return info.resourceType() in _NAVIGATIONS or origin_of(encoded(info.initiator())) == origin_of(
        encoded(info.requestUrl())
    )


class Page(QWebEnginePage):
    """The portal's page: no windows, dialogs, downloads, permissions or files."""

    tls_failed = Signal()
    proxy_refused = Signal()

    def __init__(self, profile: QWebEngineProfile, warden: Warden, proxy: ProxyLogin | None = None) -> None:
        super().__init__(profile)
        self._warden = warden
        self._proxy = proxy or ProxyLogin(NOBODY)
        self._requested: list[str] = []
        self.navigationRequested.connect(self._on_navigation)
        self.certificateError.connect(self._on_certificate_error)
        self.permissionRequested.connect(self._on_permission)
        self.fullScreenRequested.connect(self._on_full_screen)
        self.selectClientCertificate.connect(self._on_client_certificate)
        self.authenticationRequired.connect(self._on_authentication)
        self.proxyAuthenticationRequired.connect(self._on_proxy)

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, _: QWebEnginePage.NavigationType, main: bool
    ) -> bool:
        """Allow listed origins only. Redirects of navigations are checked here before they are sent."""
        wanted = encoded(QUrl(url))
        allowed = self._warden.navigation_allowed(wanted)
        if main and allowed:
            self._requested = [*self._requested[1 - _REMEMBERED :], wanted.partition("#")[0]]
        return allowed

    def was_requested(self, url: str) -> bool:
        """Whether the engine was to load the main frame's document from there, whatever the page claims."""
        return url.partition("#")[0] in self._requested

    def _on_navigation(self, request: QWebEngineNavigationRequest) -> None:
        url, accepted = encoded(request.url()), False
        try:
            # After a 303 hasFormData is still true. The hold checks whether a hop keeps method and body.
            redirected = request.navigationType() is _NAVIGATION.RedirectNavigation
            method = "POST" if request.hasFormData() and not redirected else "GET"
            accepted = self._warden.form_allowed(method, url)
        finally:
            request.accept() if accepted else request.reject()

    def createWindow(self, _: QWebEnginePage.WebWindowType) -> QWebEnginePage | None:  # type: ignore[override] # noqa: N802
        """Refuse new windows."""
        self._warden.refuse("popup")
        return None

    def chooseFiles(self, *_: object) -> list[str]:  # noqa: N802
        """Refuse file choosers: no file of the terminal may be uploaded."""
        self._warden.refuse("file_chooser")
        return []

    # None of these calls super(): Qt would show a dialog and hold the GIL meanwhile, which stops all Python threads.
    def javaScriptAlert(self, *_: object) -> None:  # noqa: N802
        """Alerts are not shown: the person reads the portal's page only."""
        self._warden.refuse("dialog")

    def javaScriptConfirm(self, *_: object) -> bool:  # noqa: N802
        """Answer no: the question was not shown to anybody."""
        self._warden.refuse("dialog")
        return False

    def javaScriptPrompt(self, *_: object) -> tuple[bool, str]:  # noqa: N802
        """Answer without a text: the question was not shown to anybody."""
        self._warden.refuse("dialog")
        return False, ""

    def javaScriptConsoleMessage(self, *_: object) -> None:  # noqa: N802
        """Print nothing: the text of a page may be personal."""

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

    def _on_proxy(self, _: QUrl, asked: QAuthenticator, __: str) -> None:
        # Without an answer the engine sends one of nobody, until the page is gone (QtWebEngine 6.12).
        # NTLM has no realm; it is not supported (docs/doctor.md).
        if asked.realm() and (login := self._proxy.answer()):
            asked.setUser(login.user)
            asked.setPassword(login.password)
        else:
            self.triggerAction(QWebEnginePage.WebAction.Stop)
            self.proxy_refused.emit()

    def _on_authentication(self, *_: object) -> None:
        # Without an answer the engine repeats Basic authentication for ever (QtWebEngine 6.12).
        self.triggerAction(QWebEnginePage.WebAction.Stop)
