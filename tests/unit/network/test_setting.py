"""The setting of the proxy: what is understood, and that what is odd is refused."""

import pytest

from kiosk.network.setting import Address, Kind, ProxySetting, read_setting


@pytest.mark.parametrize(
    ("text", "setting"),
    [
        ("none", ProxySetting()),
        ("system", ProxySetting(Kind.SYSTEM)),
        ("proxy.city.example:8080", ProxySetting(Kind.PROXY, Address("proxy.city.example", 8080))),
        ("10.1.2.3:3128", ProxySetting(Kind.PROXY, Address("10.1.2.3", 3128))),
        ("[2001:db8::1]:3128", ProxySetting(Kind.PROXY, Address("2001:db8::1", 3128))),
        ("xn--eckwd4c7c.example:80", ProxySetting(Kind.PROXY, Address("xn--eckwd4c7c.example", 80))),
        ("http://wpad.city.example/proxy.pac", ProxySetting(Kind.SCRIPT, script="http://wpad.city.example/proxy.pac")),
        ("https://10.1.2.3:8443/p?x=1", ProxySetting(Kind.SCRIPT, script="https://10.1.2.3:8443/p?x=1")),
    ],
)
def test_what_is_understood(text: str, setting: ProxySetting) -> None:
    assert read_setting(text) == setting


@pytest.mark.parametrize(
    "text",
    [
        "", "None", "direct", "SYSTEM", "proxy.city.example", ":8080", "proxy:0", "proxy:65536", "proxy:080",
        "proxy:８０",
        "Proxy.city:80", "プロキシ:80", "proxy city:80", " proxy:80", "proxy:80 ", "proxy:80\n", "user@proxy:80",
        "user:secret@proxy:80", "-proxy:80", "proxy-:80", "a..b:80", "proxy.:80", "proxy:80,other:80",
        "proxy:80;DIRECT",
        "127.1:80", "0x7f000001:80", "2130706433:80", "010.1.1.1:80", "1.2.3.4.5:80", "*:80", "[::1:80", "[::g]:80",
        "[127.0.0.1]:80", "proxy_1:80", f"{'a' * 64}.b:80",
        "http://proxy:8080", "http://proxy:8080/", "ftp://wpad/proxy.pac", "file:///etc/proxy.pac",
        "http://user:secret@wpad/proxy.pac", "http://wpad/p.pac#x", "http://wpad/p pac", "http:///proxy.pac",
        "HTTP://wpad/proxy.pac", "http://wpad/プロキシ.pac", "data:text/plain,x", "https://wpad:0/proxy.pac",
    ],
)  # fmt: skip
def test_what_is_odd_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        read_setting(text)


def test_an_address_is_written_as_it_is_read() -> None:
    for text in ("proxy:80", "[::1]:3128"):
        assert str(read_setting(text).address) == text
