"""The lines of all chains in DuckDB: in a temporary folder of this account alone, which is deleted at the end."""

import csv
import os
import tempfile
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import duckdb

import resources
from kiosk.survey.walk import Row
from kiosk.system.deletion import forget_file, forget_folder

#: Lines that go into the database together; between two such parts a file of about 10 MB holds them.
PART = 100_000
#: What DuckDB may use of the memory; what is more lies in the temporary folder.
_MEMORY = "200MB"
#: Nothing is fetched from the network, and one core is left alone as the bench measures it.
_SETTINGS = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": _MEMORY,
    "threads": 1,
}


def sql(name: str) -> str:
    """The text of one question in ``resources/survey``."""
    return resources.path(f"survey/{name}.sql").read_text(encoding="utf-8")


class Store:
    """A database that exists as long as the ``with`` block."""

    def __enter__(self) -> Self:
        # Folder 0700 and files 0600 from the first moment; DuckDB has no setting for the mode of its files.
        self._mask = os.umask(0o077)
        self._folder = Path(tempfile.mkdtemp(prefix="madoguchi-survey-"))
        settings: dict[str, Any] = {**_SETTINGS, "temp_directory": str(self._folder / "spill")}
        self._database = duckdb.connect(str(self._folder / "lines.duckdb"), config=settings)
        self._database.execute(sql("lines"))
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()
        os.umask(self._mask)
        forget_folder(self._folder)

    @property
    def folder(self) -> Path:
        """Where the files lie meanwhile."""
        return self._folder

    def load(self, rows: Iterable[Row]) -> None:
        """Take in lines, part by part. Raises OSError when there is no space."""
        waiting = iter(rows)
        while part := list(islice(waiting, PART)):
            self._load(part)

    def _load(self, part: list[Row]) -> None:
        # Measured: 4 s for a million lines, against 40 min by parameters of an INSERT.
        file = self._folder / "part.csv"
        with file.open("w", encoding="utf-8", newline="") as opened:
            csv.writer(opened).writerows(part)
        self._database.execute(sql("load"), {"file": str(file)})
        forget_file(file)

    def finish(self) -> None:
        """Derive visits and suspicions from the lines; from here on the database reaches no file but its own."""
        self._database.execute(sql("visits"))
        self._database.execute(sql("suspicions"))
        self._database.execute("SET enable_external_access = false")

    def ask(self, name: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        """The rows that a question in ``resources/survey`` gives, by column."""
        found = self._database.execute(sql(name), dict(parameters))
        columns = [column[0] for column in found.description]
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def places(self, lines: Iterable[tuple[str, int]]) -> dict[tuple[str, int], tuple[int, int]]:
        """Terminal and number of lines -> index of their file, and position in it."""
        wanted = list(lines)
        named = {"terminals": [terminal for terminal, _ in wanted], "numbers": [number for _, number in wanted]}
        return {(row["terminal"], row["number"]): (row["file"], row["position"]) for row in self.ask("places", named)}
