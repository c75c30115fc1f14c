"""The backdrop, the lowest window on every monitor: a plain colour and the name of the city."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from ui import style

FRAMELESS = Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint


class Backdrop(QWidget):
    """A window below all others, so that the desktop is never visible."""

    def __init__(self, city: str = "", screen: QScreen | None = None, geometry: QRect | None = None) -> None:
        super().__init__(None, FRAMELESS | Qt.WindowType.WindowStaysOnBottomHint)
        self.setObjectName("backdrop")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._city = city
        self.setAccessibleName(city)
        self.setGeometry(geometry or geometry_of(screen))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the colour and the city's name."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), values.paint("main"))
        painter.setPen(values.paint("on_main"))
        painter.setFont(values.font("on_brand"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._city)
        painter.end()


def geometry_of(screen: QScreen | None) -> QRect:
    """The rectangle of this monitor; None: of the primary one."""
    return (screen or QGuiApplication.primaryScreen()).geometry()
