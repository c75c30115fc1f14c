"""The seconds in which a card that was taken may be put back, counted down in large figures."""

from PySide6.QtWidgets import QWidget

from ui.text.languages import fill
from ui.widgets.countdown import DeadlineRing


class AwayCount(DeadlineRing):
    """A ring with the seconds left. It shows the lifecycle's time limit and decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, unit="秒")
        self.setObjectName("away_count")
        self.ticked.connect(self.on_ticked)
        self.hide()

    def begin(self, left: float, whole: int) -> None:
        """Show how much is ``left`` of ``whole``, in seconds, and count on; 0 seconds left hides it."""
        super().begin(left, whole)
        self.setVisible(left > 0)

    def on_ticked(self, left: int) -> None:
        """Tell the seconds left to a screen reader."""
        self.setAccessibleName(fill("あと%1秒", left))
