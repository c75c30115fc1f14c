"""What the page may not do: the page class and the request interceptor that stand between portal and network.

Decisions are the warden's (``ui/browser/warden.py``); this file only asks. Every exception is a refusal. Below it, next
to the network, stands the hold (``hold.py``).
"""

import secrets

from PySide6.QtCore import QIODevice, QUrl, Signal
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

from kiosk.procedures.gate import OVERRIDE_HEADERS
from kiosk.procedures.navigation import origin_of
from ui.browser.surface import MAX_BODY, Arrival, Sender
from ui.browser.warden import Warden

#: Carried by every request that is let down, so that a hop of it is recognised (QtWebEngine 6.12 has no flag).
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
#: Addresses of documents that were asked for and have not come yet, or whose document is shown.
_REMEMBERED = 32


def encoded(url: QUrl) -> str:
    """The address as it goes over the wire: ``toString`` would decode what the rules want to see encoded."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Asks the warden. An exception that left this method would *allow* the request (QtWebEngine 6.12)."""

    def __init__(self, warden: Warden) -> None:
        super().__init__()
        self._warden = warden
        self._mark = secrets.token_hex(8).encode()

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Block unless the warden, without an exception, says otherwise."""
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
    """In bytes, up to one more than the limit. It does not say how long it is, so it is read; the request keeps it."""
    body = info.requestBody()
    if bytes(info.requestMethod().data()) in (b"GET", b"HEAD"):
        return 0
    if not body.open(QIODevice.OpenModeFlag.ReadOnly):
        return MAX_BODY + 1
    return len(body.read(MAX_BODY + 1).data())


def _may_be_marked(info: QWebEngineUrlRequestInfo) -> bool:
    """A header that is not the page's own turns a request to another origin into one that asks that origin first."""
    return info.resourceType() in _NAVIGATIONS or origin_of(encoded(info.initiator())) == origin_of(
        encoded(info.requestUrl())
    )


class Page(QWebEnginePage):
    """The portal's page: no windows, dialogs, downloads, permissions or files."""

    tls_failed = Signal()

    def __init__(self, profile: QWebEngineProfile, warden: Warden) -> None:
        super().__init__(profile)
        self._warden = warden
        self._asked_for: list[str] = []
        self.navigationRequested.connect(self._on_navigation)
        self.certificateError.connect(self._on_certificate_error)
        self.permissionRequested.connect(self._on_permission)
        self.fullScreenRequested.connect(self._on_full_screen)
        self.selectClientCertificate.connect(self._on_client_certificate)
        self.authenticationRequired.connect(self._on_authentication)
        self.proxyAuthenticationRequired.connect(self._on_authentication)

    def acceptNavigationRequest(  # noqa: N802 - Qt's name
        self, url: QUrl | str, _: QWebEnginePage.NavigationType, main: bool
    ) -> bool:
        """Allowed origins only; redirects of navigations come through here before they leave."""
        wanted = encoded(QUrl(url))
        allowed = self._warden.navigation_allowed(wanted)
        if main and allowed:
            self._asked_for = [*self._asked_for[1 - _REMEMBERED :], wanted.partition("#")[0]]
        return allowed

    def was_asked_for(self, url: str) -> bool:
        """The engine was to load the main frame's document from there: no word of the page's alone."""
        return url.partition("#")[0] in self._asked_for

    def _on_navigation(self, request: QWebEngineNavigationRequest) -> None:
        url, accepted = encoded(request.url()), False
        try:
            # A 303 after a form still says hasFormData; whether a hop keeps method and body, the hold sees.
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
