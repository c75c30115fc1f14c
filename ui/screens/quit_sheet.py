"""The sheet that 「やめる」 opens: going on first, then the two ends and the call for staff, and what each does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.vocabulary import EndReason
from ui import style
from ui.flow.events import EndPressed, Event, OverlayLeft, StaffPressed
from ui.screens.content import Content
from ui.screens.screen import Screen, fill_with
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.pictures import Picture
from ui.widgets.rows import ActionRow


class QuitSheet(Screen):
    """Lies over the page, which stays visible, dimmed. Nothing ends without a press on one of its rows."""

    name = "quit_sheet"
    is_sheet = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("cover", "scrim")
        self._title, self._unknown = Text("question"), Text("small_bold")
        self._unknown_box, unknown = controls.card("warning")
        unknown.addWidget(Picture("warning", style.tokens().size.icon, colour="warning"))
        unknown.addWidget(self._unknown, 1)
        self.go_on = Button("go_on", "main", big=True)
        self.go_on.setMinimumHeight(style.tokens().size.button_main)
        self.give_up = ActionRow("give_up", "stop")
        self.next_customer = ActionRow("next_customer", "next_person")
        self.call_staff = ActionRow("sheet_call_staff", "bell", "main")
        self.close_sheet = controls.quit_button("close_sheet", "chevron_down")
        self._connect()
        self._lay_out()
        self.set_unknown(False)

    def _connect(self) -> None:
        answers: dict[Button, Event] = {
            self.go_on: OverlayLeft(),
            self.close_sheet: OverlayLeft(),
            self.give_up: EndPressed(EndReason.GIVE_UP),
            self.next_customer: EndPressed(EndReason.NEXT_CUSTOMER),
            self.call_staff: StaffPressed(),
        }
        for button, event in answers.items():
            button.clicked.connect(lambda _=False, event=event: self.post(event))

    def _lay_out(self) -> None:
        values = style.tokens()
        row = QHBoxLayout()
        row.addWidget(self._panel(), 1)
        row.addStretch(0)
        outer = QVBoxLayout()
        outer.setContentsMargins(values.space.margin, values.space.tight, values.space.margin, 0)
        outer.setSpacing(0)
        outer.addStretch(1)
        outer.addLayout(row)
        outer.addLayout(self._foot())
        fill_with(self, outer, gathered=False)

    def _panel(self) -> QWidget:
        space = style.tokens().space
        panel, inside = controls.card("panel", vertical=True, margins=(space.loose, space.base))
        panel.setMaximumWidth(style.tokens().size.sheet_width)
        panel.installEventFilter(self)
        inside.setSpacing(space.tight if style.letters() > 1 else space.snug)
        for widget in (self._title, self._unknown_box, self.go_on):
            inside.addWidget(widget)
        inside.addSpacing(space.base)
        for widget in (self.give_up, self.next_customer, self.call_staff):
            inside.addWidget(widget)
        return panel

    def _foot(self) -> QBoxLayout:
        """「やめる」 once more, in the place of the footer's own, which the scrim covers."""
        size, space = style.tokens().size, style.tokens().space
        row = QHBoxLayout()
        row.setContentsMargins(0, space.base, 0, (size.footer - size.button) // 2)
        row.addWidget(self.close_sheet)
        row.addStretch(1)
        return row

    def fill(self, content: Content) -> None:
        """Warn if the result of an application is still unknown."""
        self.set_unknown(content.flow.committed)

    def set_unknown(self, result_unknown: bool) -> None:
        """Set whether the result of an application is still unknown."""
        self._unknown_box.setVisible(result_unknown)
        self._title.setVisible(not result_unknown)
        self.retranslate()

    def main_control(self) -> QWidget | None:
        """「手続きを続ける」: Enter never ends anything."""
        return self.go_on

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Go on after a touch beside the sheet."""
        event.accept()
        self.post(OverlayLeft())

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        """Keep the keyboard focus on the sheet: the page under it takes no key."""
        buttons = (self.go_on, self.give_up, self.next_customer, self.call_staff, self.close_sheet)
        there = [place for place, button in enumerate(buttons) if button.hasFocus()]
        place = ((there[0] if there else -1) + (1 if forward else -1)) % len(buttons)
        buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._title.setText(self.tr("手続きをどうしますか？"))
        self._unknown.setText(
            self.tr("申込みの結果が、まだ分かりません。\nこのまま終わってもよいか、職員に聞いてください。")
        )
        self.go_on.say(self.tr("手続きを続ける"))
        self.give_up.describe(self.tr("手続きをやめる"), self.tr("入力した内容を消して、終わります。"))
        self.next_customer.describe(self.tr("次の方に交代する"), self.tr("入力した内容を消して、次の方が始めます。"))
        self.call_staff.describe(self.tr("職員を呼ぶ"), self.tr("入力した内容は、そのまま残ります。"))
        self.close_sheet.say(self.tr("やめる"))
        self.close_sheet.setAccessibleDescription(self.go_on.accessibleName())
