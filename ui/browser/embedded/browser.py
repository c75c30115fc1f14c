"""The embedded browser: the only place that makes a customer's profile and installs its guards and its hold.

Other engines (a managed Edge for portals that need their own extension) would implement the same interface
(``ui/browser/surface.py``).
"""

from collections.abc import Callable

from PySide6.QtCore import QChildEvent, QEvent, QFile, QIODevice, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineLoadingInfo,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

import resources
from kiosk.failures import FailureName
from kiosk.languages import SOURCE_LANGUAGE
from kiosk.network.login import NOBODY, Login
from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure
from kiosk.vocabulary import EndReason
from ui.browser.embedded.guards import Interceptor, Page, encoded
from ui.browser.embedded.hold import Hold, end_at_once
from ui.browser.embedded.screen_reader import PageInSight, tell_engine
from ui.browser.proxy import ProxyLogin, failure_of
from ui.browser.warden import Warden
from ui.browser.web_eid import Bridge, Place

ISOLATED_WORLD = 1
#: Milliseconds by which the status of a response may come later than its document.
SETTLE_MS = 250
#: A field can be in a shadow tree. Of a closed tree only the host element is visible to scripts.
_TO_FIELD = """(() => {
  let field = document.activeElement;
  while (field && field.shadowRoot && field.shadowRoot.activeElement) field = field.shadowRoot.activeElement;
  if (field && field !== document.body) field.scrollIntoView({block: "center", behavior: "instant"});
})()"""
_ATTRIBUTE = QWebEngineSettings.WebAttribute
_OFF = (
    _ATTRIBUTE.ErrorPageEnabled,
    _ATTRIBUTE.PluginsEnabled,
    _ATTRIBUTE.PdfViewerEnabled,
    _ATTRIBUTE.FullScreenSupportEnabled,
    _ATTRIBUTE.ScreenCaptureEnabled,
    _ATTRIBUTE.JavascriptCanOpenWindows,
    _ATTRIBUTE.JavascriptCanAccessClipboard,
    _ATTRIBUTE.JavascriptCanPaste,
    _ATTRIBUTE.LocalContentCanAccessFileUrls,
    _ATTRIBUTE.LocalContentCanAccessRemoteUrls,
    _ATTRIBUTE.HyperlinkAuditingEnabled,
    _ATTRIBUTE.DnsPrefetchEnabled,
    _ATTRIBUTE.NavigateOnDropEnabled,
    _ATTRIBUTE.BackForwardCacheEnabled,
    _ATTRIBUTE.AllowRunningInsecureContent,
    _ATTRIBUTE.AllowWindowActivationFromJavaScript,
)


class Browser(QObject):
    """One profile, one page, one view, for one customer. Never reused: it ends with its process."""

    page_failed = Signal(object)
    tls_failed = Signal()
    renderer_died = Signal()
    url_changed = Signal(str)
    shown = Signal()
    #: Another document, or another address of the same one: what the person saw is no longer there.
    page_changed = Signal()
    logged_out = Signal(bool)

    def __init__(self, parent: QObject | None = None, warden: Warden | None = None, login: Login = NOBODY) -> None:
        """``login``: for the city's proxy."""
        super().__init__(parent)
        self._proxy = ProxyLogin(login)
        self.warden = warden or Warden(parent=self)
        #: Reports the end reason, as the last action: if the event loop ran again, held requests would leave.
        self.on_last_word: Callable[[EndReason], object] = lambda _: None
        self._start = QUrl()
        self._blank = False
        self._hold_failed = False
        self._reported_place = ""
        self._interceptor = Interceptor(self.warden)  # the engine keeps no reference to it
        self._profile = self._make_profile()
        self._page = Page(self._profile, self.warden, self._proxy)
        self.hold = Hold(self._page, self.warden.decide, self._on_hold_lost, self)
        self.bridge = Bridge(self._place, self)
        self._channel = QWebChannel(self)
        self._channel.registerObject("bridge", self.bridge)
        self._page.setWebChannel(self._channel, ISOLATED_WORLD)
        self.view = QWebEngineView()
        self.view.setObjectName("portal_page")
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view.setAcceptDrops(False)
        self._no_zoom = NoZoom(self.view)
        self.view.setPage(self._page)
        self._in_sight = PageInSight(self.view, self._page, Page(self._profile, self.warden))
        tell_engine()
        self._connect()

    def set_look(self, zoom: float, dark: bool) -> None:
        """Set the zoom factor of the page, 1 for the usual size, and whether the engine draws it light on dark.

        A setting of the engine: nothing is injected, and the page is the same again when it is switched off.
        """
        self._page.setZoomFactor(zoom)
        self._page.settings().setAttribute(_ATTRIBUTE.ForceDarkMode, dark)

    def open(self, procedure: Procedure, language: str) -> None:
        """Load the start page of the procedure as soon as the hold works, never before."""
        self.warden.procedure = procedure
        self.speak(language)
        self._start = QUrl(procedure.start_url)
        self._open_when_held()

    def speak(self, language: str) -> None:
        """Ask the portal for this language from the next request on; for Japanese where it has none."""
        self._profile.setHttpAcceptLanguage(language if language == SOURCE_LANGUAGE else f"{language},ja;q=0.5")

    def _open_when_held(self) -> None:
        if self._hold_failed and not self._start.isEmpty():
            self.page_failed.emit(FailureName.ENGINE_UNAVAILABLE)
        elif self.hold.is_held and not self._start.isEmpty():
            self._page.load(self._start)

    def _on_held(self) -> None:
        self.warden.holding = True
        self._open_when_held()

    def _on_hold_failed(self) -> None:
        self._hold_failed = True
        self._open_when_held()

    def _on_hold_lost(self) -> None:
        self._end(EndReason.HOLD_LOST)

    def _end(self, reason: EndReason) -> None:
        """Does not return: the network stack ends with this process."""
        try:
            self.on_last_word(reason)
        finally:
            end_at_once()

    def log_out(self, url: str) -> None:
        """One GET of the logout address, from a page of its own: the person's page could delay it (beforeunload).

        It has a hold of its own, so that no redirect can lead it to a commit.
        """
        self.warden.abort()
        self.warden.logging_out = url
        self._page.triggerAction(Page.WebAction.Stop)
        self._logout_page = Page(self._profile, self.warden, self._proxy)
        self._logout_page.loadFinished.connect(self._on_logged_out)
        self._logout_hold = Hold(
            self._logout_page, self.warden.decide_logout, lambda: self._end(EndReason.HOLD_LOST), self
        )
        self._logout_hold.held.connect(lambda: self._logout_page.load(QUrl(url)))

    def _on_logged_out(self, loaded: bool) -> None:
        # A redirect to another address is refused, but it is an answer, too.
        self.logged_out.emit(loaded or self.warden.logout_answered)

    def halt(self) -> None:
        """Refuse every request but the logout from now on: the session is over and its process will be killed."""
        self.warden.abort()
        self.warden.procedure = None

    def bring_field_back(self) -> None:
        """Scroll to the field that has the focus, in every frame, in the kiosk's own world of the page."""
        frames = [self._page.mainFrame()]
        while frames:
            frame = frames.pop()
            frame.runJavaScript(_TO_FIELD, ISOLATED_WORLD)
            frames += frame.children()

    def drop(self) -> None:
        """Stop the page and replace it by an empty one; ``open`` may follow, for the same person."""
        self.halt()
        self._start, self._blank = QUrl(), True
        self._page.setLifecycleState(Page.LifecycleState.Active)
        self._page.triggerAction(Page.WebAction.Stop)
        self._page.setUrl(QUrl("about:blank"))

    def _place(self) -> Place:
        """Origin and address of the main frame; not ``page.url()``, which may be that of the next document."""
        url = encoded(self._page.mainFrame().url())
        procedure = self.warden.procedure
        allowed = procedure is not None and navigation.allowed(procedure, url)
        return Place(navigation.origin_of(url) if allowed else None, self.warden.place(url))

    def _on_created(self, loaded: str) -> None:
        """A new document reports its address before its own scripts run. It counts only if the engine requested it."""
        self.warden.loaded = loaded if self._page.was_requested(loaded) else ""
        self.page_changed.emit()
        self._tell_place()

    def _tell_place(self) -> None:
        place = self.warden.place(encoded(self._page.mainFrame().url()))
        if place != self._reported_place:
            self._reported_place = place
            self.page_changed.emit()
            self.url_changed.emit(place)

    def _make_profile(self) -> QWebEngineProfile:
        profile = QWebEngineProfile(self)
        assert profile.isOffTheRecord()
        profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
        profile.setPersistentCookiesPolicy(QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies)
        profile.setPersistentPermissionsPolicy(QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime)
        profile.setPushServiceEnabled(False)
        profile.setSpellCheckEnabled(False)
        profile.setUrlRequestInterceptor(self._interceptor)
        profile.downloadRequested.connect(self._on_download)
        profile.scripts().insert(_content_script())
        settings = profile.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setUnknownUrlSchemePolicy(QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes)
        return profile

    def _connect(self) -> None:
        self._page.loadingChanged.connect(self._on_loading)
        self._page.renderProcessTerminated.connect(lambda *_: self._on_renderer_died())
        self._page.tls_failed.connect(self.tls_failed)
        self._page.proxy_refused.connect(self._on_proxy_refused)
        self._page.urlChanged.connect(self._on_url)
        self.bridge.loaded.connect(self._on_loaded)
        self.bridge.created.connect(self._on_created)
        self.hold.held.connect(self._on_held)
        self.hold.failed.connect(self._on_hold_failed)
        self.hold.gone.connect(self.warden.withdraw)

    def _on_proxy_refused(self) -> None:
        self.page_failed.emit(FailureName.PROXY_REFUSED)

    def _on_renderer_died(self) -> None:
        """End this process if a request is held. (In measurements nothing left without this, either.)"""
        if self.hold.waiting:
            self._end(EndReason.RENDERER_DEAD)
        self.renderer_died.emit()

    def _on_loaded(self, usable: bool) -> None:
        """A page without any control after its load is a dead end: the portal has failed."""
        self.page_changed.emit()
        if self.warden.procedure is None or self.warden.logging_out:
            return
        self._proxy.accepted()
        url = encoded(self._page.url())
        if usable or navigation.result_of(self.warden.procedure, self.warden.place(url)):
            self.shown.emit()
        else:
            # The status of the response is more exact; it comes after the document.
            QTimer.singleShot(SETTLE_MS, lambda: self._give_up(url))

    def _give_up(self, url: str) -> None:
        if self.warden.procedure is not None and encoded(self._page.url()) == url:
            self.page_failed.emit(FailureName.PORTAL_GARBLED)

    def _on_url(self, url: QUrl) -> None:
        self._tell_place()
        procedure = self.warden.procedure
        own, self._blank = self._blank and url == QUrl("about:blank"), False
        if own:
            return  # of ``drop``; it may arrive after the next page was requested
        if procedure is not None and not self.warden.logging_out and not navigation.allowed(procedure, encoded(url)):
            # about:blank is shown without a navigation request.
            self.page_failed.emit(FailureName.PORTAL_FORBIDDEN)

    def _on_loading(self, info: QWebEngineLoadingInfo) -> None:
        if self.warden.procedure is None or self.warden.logging_out:
            return
        if info.status() is not QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus:
            return
        domain = info.errorDomain()
        if domain is QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain:
            self._on_status(info.errorCode(), encoded(info.url()))
        elif domain is not QWebEngineLoadingInfo.ErrorDomain.InternalErrorDomain:
            # Internal errors are our own refusals: after one the page stays as it is.
            self.page_failed.emit(failure_of(info.errorCode()))

    def _on_status(self, status: int, url: str) -> None:
        assert self.warden.procedure is not None
        if status >= 500 and not navigation.result_of(self.warden.procedure, url):
            self.page_failed.emit(FailureName.PORTAL_UNREACHABLE)

    def _on_download(self, request: QWebEngineDownloadRequest) -> None:
        request.cancel()
        self.warden.refuse("download")


class NoZoom(QObject):
    """Ignores Ctrl and wheel, which would zoom the page until the session ends (QtWebEngine 6.12 has no setting)."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        view.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The engine's widget, a child that is added later, receives the wheel events: filter them there, too."""
        if isinstance(event, QChildEvent) and event.added() and isinstance(event.child(), QWidget):
            event.child().installEventFilter(self)
        control = Qt.KeyboardModifier.ControlModifier
        return isinstance(event, QWheelEvent) and bool(event.modifiers() & control)


def _content_script() -> QWebEngineScript:
    """For ``profile.scripts()``: a script of the page would miss the first document after a cross-site navigation."""
    script = QWebEngineScript()
    script.setName("web-eid")
    script.setWorldId(ISOLATED_WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setRunsOnSubFrames(False)
    source = resources.path("scripts", "web_eid.js").read_text(encoding="utf-8")
    script.setSourceCode(_qwebchannel() + source)
    return script


def _qwebchannel() -> str:
    file = QFile(":/qtwebchannel/qwebchannel.js")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise RuntimeError("qwebchannel.js is missing from the Qt build")
    return bytes(file.readAll().data()).decode("utf-8")
