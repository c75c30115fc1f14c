"""Chromium's command line, kept apart from QtWebEngine itself: it must be known before the engine is imported."""

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QTimer

_PIECES = (
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "ui.browser.embedded.guards",
    "ui.browser.embedded.browser",
)

#: What sends without waiting for anybody, from the browser's own process or from where the hold does not reach it. The
#: list of what is left, and what becomes of it, is tests/hostile/exposed/ (QtWebEngine 6.12, Chromium 140).
_OFF = ("FedCm", "Prerender2", "InterestGroupStorage", "BackgroundFetch", "WebTransport")
_OFF_IN_PAGES = (
    # identity and payment of the browser's process
    *("FedCm", "WebAuth", "PaymentRequest", "PaymentHandler", "PaymentApp", "SecurePaymentConfirmation"),
    # advertising, which asks servers of a page's choice later and elsewhere
    *(
        "SharedStorageAPI",
        "AttributionReporting",
        "TopicsAPI",
        "FencedFrames",
        "PrivateAggregation",
        "AdInterestGroupAPI",
    ),
    *("Fledge", "FledgeClearOriginJoinedAdInterestGroups", "PrivateStateTokens"),
    # after the page, before the page, or without it
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
    # WebRTC opens its own UDP sockets: STUN and ICE packets left the machine without it.
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--no-pings",
    # Their requests are never paused (measured): the hold does not attach to them.
    "--disable-shared-workers",
    f"--disable-features={','.join(_OFF)}",
    f"--disable-blink-features={','.join(_OFF_IN_PAGES)}",
    # A page that fills the memory took 4 GB and 18 s before the engine stopped it; now it ends its session soon, before
    # the terminal swaps. Counts JavaScript's own objects; array buffers and pictures are not held by it.
    "--js-flags=--max-old-space-size=512",
)


def engine_arguments(hosts: tuple[str, ...], gpu: bool) -> list[str]:
    """The second fence, below the interceptor, that a redirect cannot race. Fixed at engine start.

    ``hosts`` are ``host:port``: every other port of an allowed host is closed as well. A rule with a port must be a MAP
    to itself, since EXCLUDE knows host names only; the first rule that matches counts
    (docs/decisions/0004-commit-gate.md).
    """
    portals = "".join(f"MAP {host} {host} , " for host in hosts)
    arguments = [f'--host-resolver-rules="{portals}MAP * ~NOTFOUND"', *_FLAGS]
    return arguments if gpu else [*arguments, "--disable-gpu"]


def warm(then: Callable[[], None], piece: int = 0) -> None:
    """Import the engine piece by piece: a touch on the attract screen is never held up for long."""
    if piece < len(_PIECES):
        import_module(_PIECES[piece])
        QTimer.singleShot(0, lambda: warm(then, piece + 1))
    else:
        then()
