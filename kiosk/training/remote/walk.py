"""A customer's steps at the terminal, through the control channel: for play, drill, measurements and tests."""

from contextlib import suppress
from dataclasses import dataclass

from kiosk.training.base.settings import STAFF_CODE
from kiosk.training.cards.persons import load_persons
from kiosk.training.remote.control import Control, ControlError
from kiosk.vocabulary import SUSPICIONS, Call


@dataclass(frozen=True)
class Customer:
    """A software person and the payment service for their points."""

    person: str
    service: str
    payment_id: str
    security_code: str = "4821"
    phone: str = "1234"

    @property
    def pin(self) -> str:
        """The PIN in the person's file."""
        return load_persons()[self.person].pin


A = Customer("taro", "mihon-pay", "MIHON2468")
B = Customer("hanako", "sakura-wallet", "SAKURA1357")
#: B enters A's payment ID.
B_WITH_ID_OF_A = Customer(B.person, A.service, A.payment_id)


#: The portal's 「申し込む」, and the link beside it in the mode that redirects.
APPLY, APPLY_LINK = "#apply", "#apply_link"


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
    """Place the card, enter the PIN and wait for the portal's first page after the login."""
    kiosk.place(customer.person)
    kiosk.wait_stage("enter_pin")
    kiosk.enter_pin(customer.pin)
    kiosk.wait_stage("browse")
    kiosk.wait_page(page)


def to_details(kiosk: Control, customer: Customer) -> None:
    """From the portal's first page to the page with fields."""
    kiosk.page_press("#next")
    kiosk.wait_page("/service")
    kiosk.page_press(f"#service_{customer.service}")
    kiosk.wait_page("/details")


def enter_details(kiosk: Control, customer: Customer) -> None:
    """From the portal's first page until the details are sent, without waiting for the answer."""
    to_details(kiosk, customer)
    kiosk.page_fill("#payment_id", customer.payment_id)
    kiosk.page_fill("#security_code", customer.security_code)
    kiosk.page_fill("#phone", customer.phone)
    kiosk.page_press("#next")


def fill_in(kiosk: Control, customer: Customer) -> None:
    """From the portal's first page to the review."""
    enter_details(kiosk, customer)
    kiosk.wait_page("/confirm")


def confirm(kiosk: Control, customer: Customer, press: str = APPLY) -> None:
    """Press 「申し込む」 once, pass the second identity check and wait for the result."""
    kiosk.page_press(press)
    kiosk.wait_stage("check")
    pass_check(kiosk, customer)


def pass_check(kiosk: Control, customer: Customer) -> None:
    """Enter the PIN of the second check and wait for the result."""
    kiosk.enter_pin(customer.pin)
    kiosk.wait_stage("browse")
    kiosk.wait_page("/result/done")


def confirm_as_staff(kiosk: Control) -> None:
    """Press 「職員が確認しました」 on the curtain, if it is there."""
    if kiosk.terminal()["reason"] not in SUSPICIONS:  # a press of what is not there takes a second
        return
    with suppress(ControlError):
        kiosk.ask("supervisor", "press", name="notice_seen")


def finish(kiosk: Control) -> None:
    """Press 「終わる」, take the card and wait until the terminal is ready for the next person."""
    kiosk.press("finish")
    kiosk.wait_phase("take_card")
    kiosk.take()
    kiosk.wait_phase("ready")


def answer_call(kiosk: Control) -> None:
    """Staff come: they open the panel on the curtain with their code, and close it."""
    for name in ("staff_panel", *(f"key_{digit}" for digit in STAFF_CODE), "staff_submit", "staff_panel_close"):
        kiosk.ask("supervisor", "press", name=name)


def answer_call_that_holds(kiosk: Control) -> None:
    """Staff come if nobody is served before. A call because of a card on the reader ends when the card is taken."""
    if kiosk.terminal()["call"] == Call.MIXUP:
        answer_call(kiosk)
