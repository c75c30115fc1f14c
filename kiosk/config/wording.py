"""The sentence about a wrong setting: file, key, value and what is allowed, without a library's terms."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import PydanticCustomError

#: The error type of the rules in this program; pydantic's own rules have other types.
_OWN = "not_allowed"
#: Maximum characters of a value that is shown.
_LONGEST = 80
_TYPES = {
    "string_type": "a text in quotes",
    "bool_type": "true or false",
    "float_type": "a number",
    "int_type": "a whole number",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a table",
    "mapping_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
    "path_type": "a path in quotes",
    "is_instance_of": "a path in quotes",
    "extra_forbidden": "no key of this name exists here",
    "missing": "this key is required",
    "finite_number": "a finite number",
}


def sentence(file: str, key: str, value: str, allowed: str) -> str:
    """The sentence for the console and the log; ``key`` is empty for a fault of the whole file."""
    return f"{file}: {key} = {value}; allowed: {allowed}" if key else f"{file}: {value}; needed: {allowed}"


def not_allowed(allowed: str, key: str = "", value: object = None) -> PydanticCustomError:
    """The error for a validator to raise. ``key`` and ``value``: if they are not those of the validated field."""
    return PydanticCustomError(_OWN, "{allowed}", {"allowed": allowed, "key": key, "value": value})


def place(kind: str, context: Mapping[str, Any], key: str, value: Any) -> tuple[str, Any]:
    """The wrong key and value: those that ``not_allowed`` names, otherwise those of the validated field."""
    if kind != _OWN:
        return key, value
    return context["key"] or key, value if context["value"] is None else context["value"]


def reading(error: Exception) -> str:
    """Why a file could not be read, in words."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "this user may not read it"
    return str(error).splitlines()[0] if str(error) else type(error).__name__


def shown(kind: str, value: Any) -> str:
    """The refused value as text, shortened."""
    if kind == "missing":
        return "(missing)"
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # thousands of digits, or of tables in one another
        return f"({type(value).__name__})"
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


def allowed(kind: str, context: Mapping[str, Any], message: str) -> str:
    """What is allowed, in words."""
    if kind in _TYPES:
        return _TYPES[kind]
    if kind in ("greater_than_equal", "less_than_equal"):
        word, limit = next(iter(context.items()))
        return f"{'at least' if word == 'ge' else 'at most'} {limit:g}"
    if kind == "string_pattern_mismatch":
        return f"a text of the form {context['pattern']}"
    if kind in ("string_too_long", "string_too_short"):
        bound = "at most" if "max_length" in context else "at least"
        return f"a text of {bound} {next(iter(context.values()))} characters"
    if kind in ("literal_error", "enum"):
        return "one of " + str(context["expected"])
    return message  # of ``not_allowed``: the text itself
