from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui import style
from ui.controls import Button


def test_what_was_pressed_before_it_appeared_does_not_go_on(window, qtbot):
    window.show_screen("attract")
    start = window.screens["attract"].findChild(Button, "start")
    pressed = []
    warning = window.screens["idle_warning"]
    warning.extended.connect(lambda: pressed.append("extend"))
    warning.ended.connect(lambda: pressed.append("end"))
    QTest.keyPress(start, Qt.Key.Key_Space)
    window.show_screen("idle_warning")
    extend = warning.findChild(Button, "extend")
    QTest.keyRelease(extend, Qt.Key.Key_Space)
    QTest.keyClick(extend, Qt.Key.Key_Return)
    QTest.keyClick(extend, Qt.Key.Key_Space)
    QTest.mouseClick(extend, Qt.MouseButton.LeftButton)
    QTest.mouseClick(warning.findChild(Button, "end"), Qt.MouseButton.LeftButton)
    assert not pressed
    qtbot.wait(style.tokens().time.armed + 50)
    QTest.keyClick(extend, Qt.Key.Key_Return)
    assert pressed == ["extend"]


def test_it_hides_everything_else(window):
    window.show_screen("place_card")
    window.set_mark("umbrella")
    window.show_screen("idle_warning")
    assert window.screens["idle_warning"].isVisible()
    assert not window.screens["place_card"].isVisible()
    assert not window.findChild(Button, "call_staff").isVisible()
    assert window.screens["idle_warning"].size() == window.size()


def test_it_counts_in_whole_seconds(window):
    warning = window.screens["idle_warning"]
    window.show_screen("idle_warning")
    warning.set_seconds(20.0, 30.0)
    assert "20" in warning.ring.accessibleName()
    warning.set_seconds(19.3, 30.0)
    assert "20" in warning.ring.accessibleName()  # spoken every ten seconds only
