"""Makes the sounds of resources/sounds: sine tones below 2.5 kHz with soft edges; standard library only."""

import math
import struct
import wave
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "resources" / "sounds"
RATE = 22_050
LOUD = 0.6
#: The call for staff is repeated for minutes: its peak is 21 dB below full scale, and its volume is a setting.
QUIET = {"staff_call": 0.089}
#: Seconds over which a tone rises and falls.
SOFT = 0.03
#: Name -> tones: hertz (0: a pause) and seconds. Easy to distinguish, and none too high for older ears.
SOUNDS = {
    "start": ((523, 0.12), (784, 0.22)),
    "attention": ((880, 0.14), (0, 0.08), (880, 0.14)),
    "error": ((330, 0.22), (0, 0.05), (247, 0.34)),
    "end": ((784, 0.12), (659, 0.12), (523, 0.28)),
    "staff_call": ((784, 0.35), (0, 0.05), (622, 0.5)),
    "card_left": ((988, 0.18), (0, 0.07), (1319, 0.18), (0, 0.07), (988, 0.26)),
}


def main() -> None:
    """Write all sounds."""
    FOLDER.mkdir(exist_ok=True)
    for name, tones in SOUNDS.items():
        samples = [value for hertz, seconds in tones for value in tone(hertz, seconds, QUIET.get(name, LOUD))]
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def tone(hertz: int, seconds: float, loud: float) -> list[int]:
    """The samples of a sine tone or a pause; ``loud``: the peak as a part of full scale."""
    count = round(RATE * seconds)
    return [round(32767 * loud * _loudness(place, count) * _wave(hertz, place)) for place in range(count)]


def _wave(hertz: int, place: int) -> float:
    return math.sin(2 * math.pi * hertz * place / RATE)


def _loudness(place: int, count: int) -> float:
    """Loudness from 0 to 1 at a sample; the edges follow half a cosine, to avoid clicks."""
    edge = min(1.0, min(place, count - 1 - place) / (RATE * SOFT))
    return (1 - math.cos(math.pi * edge)) / 2


if __name__ == "__main__":
    main()
