"""The program as syntax trees, for the rule tests: what imports what, and where."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file. ``path`` is relative to the project, with forward slashes."""

    path: str
    text: str

    @property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return _parsed(self.path, self.text)

    @property
    def module(self) -> str:
        """The dotted name."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def package(self) -> str:
        """The package that relative imports count from."""
        return self.module if self.path.endswith("__init__.py") else self.module.rpartition(".")[0]


@cache
def _parsed(path: str, text: str) -> ast.Module:
    return ast.parse(text, path)


@dataclass(frozen=True)
class Import:
    """One import. ``lazy``: inside a function. ``typing``: under ``if TYPE_CHECKING``."""

    name: str
    line: int
    lazy: bool
    typing: bool


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """All Python files below these folders (or these files)."""
    found: list[Path] = []
    for folder in folders:
        place = ROOT / folder
        found += [place] if place.is_file() else sorted(place.rglob("*.py"))
    return tuple(Source(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8")) for file in found)


def product() -> tuple[Source, ...]:
    """The program with its training part."""
    return sources("kiosk", "ui", "resources")


@cache
def imports(source: Source) -> tuple[Import, ...]:
    """Every import of a file; ``from a import b`` gives ``a.b``, which may be a module or a name in it."""
    return tuple(_imports(source, source.tree, lazy=False, typing=False))


def _imports(source: Source, node: ast.AST, *, lazy: bool, typing: bool) -> Iterator[Import]:
    if isinstance(node, ast.Import):
        yield from (Import(alias.name, node.lineno, lazy, typing) for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        base = _base(source, node)
        yield from (Import(f"{base}.{alias.name}", node.lineno, lazy, typing) for alias in node.names)
    lazy = lazy or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    typing = typing or (isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test))
    for child in ast.iter_child_nodes(node):
        yield from _imports(source, child, lazy=lazy, typing=typing)


def _base(source: Source, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    parts = source.package.split(".")
    above = parts[: len(parts) - node.level + 1]
    return ".".join([*above, node.module] if node.module else above)


def is_below(name: str, package: str) -> bool:
    """The dotted name is this package or something in it."""
    return name == package or name.startswith(package + ".")


@cache
def graph(files: tuple[Source, ...], *, with_lazy: bool = False) -> Mapping[str, frozenset[str]]:
    """Module -> the modules of these files that it imports when it is loaded (with_lazy: ever)."""
    modules = {source.module for source in files}
    edges: dict[str, frozenset[str]] = {}
    for source in files:
        names = [item.name for item in imports(source) if not item.typing and (with_lazy or not item.lazy)]
        found = {name if name in modules else name.rpartition(".")[0] for name in names}
        edges[source.module] = frozenset(found & modules - {source.module})
    return edges


def reach(edges: Mapping[str, frozenset[str]], start: str) -> frozenset[str]:
    """Everything that loading ``start`` loads, itself included."""
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting += edges.get(module, frozenset())
    return frozenset(seen)


def cycle(edges: Mapping[str, frozenset[str]]) -> list[str]:
    """The modules of one import cycle, or nothing."""
    done: set[str] = set()

    def visit(module: str, trail: list[str]) -> list[str]:
        if module in trail:
            return [*trail[trail.index(module) :], module]
        if module in done:
            return []
        for other in sorted(edges.get(module, frozenset())):
            if found := visit(other, [*trail, module]):
                return found
        done.add(module)
        return []

    return next((found for module in sorted(edges) if (found := visit(module, []))), [])


@cache
def aliases(source: Source) -> Mapping[str, str]:
    """What each imported name of a file stands for: ``p`` -> ``os.unlink`` after ``from os import unlink as p``."""
    names: dict[str, str] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom):
            base = _base(source, node)
            names |= {alias.asname or alias.name: f"{base}.{alias.name}" for alias in node.names}
    return names


#: The parts of the tree that only a type checker reads.
_ANNOTATIONS = ("annotation", "returns")


@dataclass(frozen=True)
class Reference:
    """A name that a file uses, called or not, with the names of imports written out."""

    name: str
    line: int


@cache
def references(source: Source) -> tuple[Reference, ...]:
    """Every name and attribute that a file mentions outside annotations, and every name that it imports."""
    found = [Reference(item.name, item.line) for item in imports(source)]
    waiting: list[ast.AST] = [source.tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Name | ast.Attribute):
            found.append(Reference(_written_out(source, node), node.lineno))
        waiting += [
            child for field, value in ast.iter_fields(node) if field not in _ANNOTATIONS for child in _nodes(value)
        ]
    return tuple(found)


def _nodes(value: object) -> list[ast.AST]:
    return [item for item in (value if isinstance(value, list) else [value]) if isinstance(item, ast.AST)]


def called(source: Source, node: ast.AST) -> str:
    """The dotted name of what is called, with the names of imports written out: ``shutil.rmtree``, ``?.unlink``."""
    return _written_out(source, node.func) if isinstance(node, ast.Call) else ""


def _written_out(source: Source, node: ast.AST) -> str:
    first, dot, rest = _dotted(node).partition(".")
    return f"{aliases(source).get(first, first)}{dot}{rest}"


def _dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{_dotted(node.value)}.{node.attr}"
    return "?"
