"""What a person does at the window, step by step, through the control channel. The play and the tests walk here."""

from dataclasses import dataclass

from kiosk.training.cards.persons import load_persons
from kiosk.training.remote.control import Control


@dataclass(frozen=True)
class Customer:
    """A software person and what they want their points tied to."""

    person: str
    service: str
    payment_id: str
    security_code: str = "4821"
    phone: str = "1234"

    @property
    def pin(self) -> str:
        """The PIN of the software card, as its file says."""
        return load_persons()[self.person].pin


A = Customer("taro", "mihon-pay", "MIHON2468")
B = Customer("hanako", "sakura-wallet", "SAKURA1357")


def begin(kiosk: Control, procedure: str = "points", for_child: bool = False) -> None:
    """From the attract screen to 「カードを置いてください」."""
    kiosk.wait_phase("ready")
    kiosk.press("start")
    kiosk.press(f"procedure_{procedure}")
    kiosk.wait_stage("prepare")
    if for_child:
        kiosk.press("for_child")
    kiosk.press("renewed_no" if procedure == "points" else "ready")
    kiosk.wait_stage("place_card")


def log_in(kiosk: Control, customer: Customer, page: str = "/measures") -> None:
    """Card and PIN, until the portal shows its first page behind the login."""
    kiosk.place(customer.person)
    kiosk.wait_stage("enter_pin")
    kiosk.enter_pin(customer.pin)
    kiosk.wait_stage("browse")
    kiosk.wait_page(page)


def to_details(kiosk: Control, customer: Customer) -> None:
    """From the first of the portal's pages to the one with fields."""
    kiosk.page_press("#next")
    kiosk.wait_page("/service")
    kiosk.page_press(f"#service_{customer.service}")
    kiosk.wait_page("/details")


def fill_in(kiosk: Control, customer: Customer) -> None:
    """The portal's pages up to the review."""
    to_details(kiosk, customer)
    kiosk.page_fill("#payment_id", customer.payment_id)
    kiosk.page_fill("#security_code", customer.security_code)
    kiosk.page_fill("#phone", customer.phone)
    kiosk.page_press("#next")
    kiosk.wait_page("/confirm")


def confirm(kiosk: Control, customer: Customer, asked_by_portal: bool) -> None:
    """「申し込む」, the second identity check, and the result. Without the portal's own check it is pressed again."""
    kiosk.page_press("#apply")
    kiosk.wait_stage("check")
    pass_check(kiosk, customer, asked_by_portal)


def pass_check(kiosk: Control, customer: Customer, asked_by_portal: bool) -> None:
    """The PIN of the second check, until the result is there."""
    kiosk.enter_pin(customer.pin)
    kiosk.wait_stage("browse")
    if not asked_by_portal:
        kiosk.wait_until("the notice to press again", lambda: kiosk.customer().get("notice"))
        kiosk.page_press("#apply")
    kiosk.wait_page("/result/done")


def finish(kiosk: Control) -> None:
    """「終わる」, take the card, and the terminal is ready for the next person."""
    kiosk.press("finish")
    kiosk.wait_phase("take_card")
    kiosk.take()
    kiosk.wait_phase("ready")
