"""The only type that holds a PIN: four digits that cannot be printed, copied or pickled."""

from typing import NoReturn

LENGTH = 4
_ZERO = ord("0")


class Pin:
    """Four digits in one ``bytearray`` that is never resized, so that no second copy stays behind in freed memory.

    One owner at a time: the keypad fills it, the card worker reads and clears it; there is no lock. An empty pin is
    falsy.
    """

    __slots__ = ("__weakref__", "_digits", "_length")

    def __init__(self) -> None:
        self._digits = bytearray(LENGTH)
        self._length = 0

    def push(self, digit: int) -> None:
        """Append one digit, 0 to 9; a fifth is ignored. Raises ValueError, without the value, for anything else."""
        if type(digit) is not int or digit not in range(10):
            raise ValueError("not a digit")
        if self._length < LENGTH:
            self._digits[self._length] = _ZERO + digit
            self._length += 1

    def pop(self) -> None:
        """Overwrite and remove the last digit; does nothing on an empty PIN."""
        if self._length:
            self._length -= 1
            self._digits[self._length] = 0

    def clear(self) -> None:
        """Overwrite all digits in place. Views given out by ``digits`` see zeros from now on."""
        self._digits[:] = bytes(LENGTH)
        self._length = 0

    def hand_over(self) -> "Pin":
        """Move the digits into a new ``Pin`` and clear this one, so that each has one owner on one thread."""
        moved = Pin()
        moved._digits[:] = self._digits
        moved._length = self._length
        self.clear()
        return moved

    def __len__(self) -> int:
        return self._length

    @property
    def complete(self) -> bool:
        """All four digits are there."""
        return self._length == LENGTH

    @property
    def digits(self) -> memoryview:
        """A read-only view of the four ASCII digits, no copy. Raises ValueError while the pin is not complete."""
        if not self.complete:
            raise ValueError("the PIN is not complete")
        return memoryview(self._digits).toreadonly()

    def __repr__(self) -> str:
        return "Pin(…)"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return repr(self)

    def _refuse(self, *_: object) -> NoReturn:
        raise TypeError("a PIN is not copied or stored")

    __copy__ = __deepcopy__ = __reduce__ = __reduce_ex__ = __getstate__ = _refuse

    def __del__(self) -> None:
        if hasattr(self, "_digits"):
            self.clear()
