"""The proxy of the operating system, as Qt tells it.

On Windows that is the system's setting and its PAC file, on Linux what ``http_proxy``, ``https_proxy`` and ``no_proxy``
say where ``kiosk run`` was started.
"""

from kiosk.network.route import MOST_WAYS, Way
from kiosk.network.setting import Address, read_address


def ways_to(origin: str) -> tuple[Way, ...]:
    """The ways to this origin; SOCKS proxies are left out. Blocks while Windows fetches a PAC file.

    Not on the main thread.
    """
    from PySide6.QtCore import QUrl
    from PySide6.QtNetwork import QNetworkProxy, QNetworkProxyFactory, QNetworkProxyQuery

    found = QNetworkProxyFactory.systemProxyForQuery(QNetworkProxyQuery(QUrl(f"{origin}/")))
    kinds = QNetworkProxy.ProxyType
    ways: list[Way] = []
    for proxy in found[:MOST_WAYS]:
        if proxy.type() == kinds.NoProxy:
            ways.append(None)
        elif proxy.type() in (kinds.HttpProxy, kinds.HttpCachingProxy) and (
            place := _place(proxy.hostName(), proxy.port())
        ):
            ways.append(place)
    return tuple(dict.fromkeys(ways))


def _place(host: str, port: int) -> Address | None:
    shown = f"[{host}]" if ":" in host else host.lower()
    try:
        return read_address(f"{shown}:{port}")
    except ValueError:
        return None
