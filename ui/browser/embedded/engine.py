"""Chromium's command line, kept apart from QtWebEngine itself: it must be known before the engine is imported."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QTimer

from kiosk.network.fence import Fence, quoted

_PIECES = (
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "ui.browser.embedded.guards",
    "ui.browser.embedded.browser",
)

#: Features that send requests from the browser process or elsewhere where the hold does not pause them. The features
#: that are left are listed in tests/hostile/exposed/ (QtWebEngine 6.12, Chromium 140).
_OFF = ("FedCm", "Prerender2", "InterestGroupStorage", "BackgroundFetch", "WebTransport")
_OFF_IN_PAGES = (
    # identity and payment in the browser process
    *("FedCm", "WebAuth", "PaymentRequest", "PaymentHandler", "PaymentApp", "SecurePaymentConfirmation"),
    # advertising: sends requests later to servers that the page chooses
    *(
        "SharedStorageAPI",
        "AttributionReporting",
        "TopicsAPI",
        "FencedFrames",
        "PrivateAggregation",
        "AdInterestGroupAPI",
    ),
    *("Fledge", "FledgeClearOriginJoinedAdInterestGroups", "PrivateStateTokens"),
    # requests before or after the page is shown, or without a page
    *(
        "FetchLaterAPI",
        "SpeculationRules",
        "BackgroundSync",
        "PeriodicBackgroundSync",
        "PushMessaging",
        "Notifications",
    ),
    *("WebSocketStream", "WebTransport", "DirectSockets", "StorageBuckets"),
    # devices and other screens
    *("Serial", "WebUSB", "WebHID", "WebBluetooth", "WebMIDI", "Presentation", "RemotePlayback"),
)

#: Each of these reached, or could have reached, an address that is not allowed, past the interceptor
#: (tests/e2e/test_fence.py; QtWebEngine 6.12, Chromium 140).
_FLAGS = (
    # The engine's own sentences, "Please fill in this field." for one. It reads them once, when it starts, which is
    # before a person chooses a language; without this they are English (a session has no locale in its environment).
    "--lang=ja",
    # WebRTC opens its own UDP sockets: STUN and ICE packets left the machine without it.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--no-pings",
    # The hold does not attach to shared workers: their requests are never paused (measured).
    "--disable-shared-workers",
    f"--disable-features={','.join(_OFF)}",
    f"--disable-blink-features={','.join(_OFF_IN_PAGES)}",
    # A page that fills the memory took 4 GB and 18 s before the engine stopped it; with this limit its session ends
    # before the terminal swaps. It limits JavaScript objects only, not array buffers and pictures.
    "--js-flags=--max-old-space-size=512",
)


def engine_arguments(fence: Fence, gpu: bool) -> list[str]:
    """Engine arguments that limit the network to the portals, whatever the interceptor does. Fixed at engine start.

    The fence's come first; they close every other port of an allowed host as well (docs/decisions/0004-commit-gate.md).
    """
    arguments = [*quoted(fence.switches), *_FLAGS]
    return arguments if gpu else [*arguments, "--disable-gpu"]


def warm(then: Callable[[], None], piece: int = 0) -> None:
    """Import the engine in pieces, so that a touch on the attract screen never waits long; then call ``then``."""
    if piece < len(_PIECES):
        import_module(_PIECES[piece])
        QTimer.singleShot(0, lambda: warm(then, piece + 1))
    else:
        then()
