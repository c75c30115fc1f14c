"""How often a proxy gets the password, and whose fault an error of the network is."""

import pytest

from kiosk.failures import FailureName
from kiosk.network.login import NOBODY, Login
from ui.browser.proxy import ProxyLogin, failure_of


def test_a_password_is_given_twice_and_then_no_more() -> None:
    login = Login("kiosk3", "x")
    proxy = ProxyLogin(login)
    assert [proxy.answer() for _ in range(4)] == [login, login, NOBODY, NOBODY]


def test_after_a_page_it_may_be_asked_for_again() -> None:
    proxy = ProxyLogin(Login("kiosk3", "x"))
    for _ in range(5):
        assert proxy.answer()
        proxy.accepted()


def test_without_a_login_there_is_nothing_to_give() -> None:
    assert not ProxyLogin(NOBODY).answer()


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (-130, FailureName.PROXY_UNREACHABLE),
        (-115, FailureName.PROXY_REFUSED),
        (-127, FailureName.PROXY_REFUSED),
        (-105, FailureName.PORTAL_UNREACHABLE),
        (-102, FailureName.PORTAL_UNREACHABLE),
    ],
)
def test_whose_fault_it_is(error: int, failure: FailureName) -> None:
    assert failure_of(error) is failure
