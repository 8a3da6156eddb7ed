"""Reading YAML safely: no objects, no key twice, dates and `no` left as text, faults with file and line."""

import re
from pathlib import Path
from typing import Any

import yaml

from sbp.errors import SbpError


class _Loader(yaml.CSafeLoader):
    """Strict loading: what looks like a date stays text, and a key may stand only once."""


_GUESSED = ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")

_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _GUESSED]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), ["t", "f"])


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for position, key in enumerate(keys):
        if key in keys[:position]:
            raise yaml.constructor.ConstructorError(
                None, None, "the same name stands twice", node.value[position][0].start_mark
            )
    return {key: loader.construct_object(value, deep=True) for key, (_, value) in zip(keys, node.value, strict=True)}


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_yaml(path: Path, error: type[SbpError] = SbpError) -> Any:
    """Read one YAML file.

    Raises `error`, naming file and line, when the file is missing, not UTF-8, or not YAML.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise error(f"{path} is not UTF-8 text. Save it as UTF-8 and try again.") from None
    except OSError as problem:
        raise error(f"{path} cannot be read: {problem.strerror}.") from None
    try:
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader, made stricter
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise error(f"{path}, line {line}: this is not YAML that can be read ({problem.problem}).") from None
    except yaml.YAMLError:
        raise error(f"{path} holds characters that YAML does not allow.") from None
