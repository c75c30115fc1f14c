"""Modules that tests and measurements load into the processes of the training part; the settings name them.

A demo and a drill load none. A module may define these functions:

- ``routes()``: returns pages of the training portal below ``/_hostile`` and the station's commands for them;
- ``session(agent)`` and ``supervisor(agent)``: return further commands of the control channel in these processes.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from starlette.routing import BaseRoute

Commands = Mapping[str, Callable[..., Any]]


def routes(modules: Sequence[str]) -> tuple[list[BaseRoute], dict[str, Callable[..., Any]]]:
    """The pages that these modules add to the portal, and the station's commands for them."""
    pages: list[BaseRoute] = []
    commands: dict[str, Callable[..., Any]] = {}
    for added, more in _each(modules, "routes"):
        pages += added
        commands |= more
    return pages, commands


def commands(modules: Sequence[str], process: str, agent: Any) -> dict[str, Callable[..., Any]]:
    """The commands that these modules add to an agent; ``process`` is ``session`` or ``supervisor``."""
    found: dict[str, Callable[..., Any]] = {}
    for more in _each(modules, process, agent):
        found |= more
    return found


def _each(modules: Sequence[str], function: str, *arguments: Any) -> list[Any]:
    loaded = [import_module(name) for name in modules]
    return [getattr(module, function)(*arguments) for module in loaded if hasattr(module, function)]
