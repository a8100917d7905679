"""Changes the text of a data file so that only the touched lines change: comments, order and quotes stay.

ruamel.yaml keeps what a person wrote; as in our own reader, every value is text. The outcome is read again with our
reader and compared with what was wanted.
"""

from __future__ import annotations

import difflib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, get_args

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

from wegweiser.reading.reader import read
from wegweiser.schema import Model
from wegweiser.view.statements import NEW

Key = str | int
LAST = ("checked", "missing", "sources")
"""What stands behind a record's own fields, and behind those of its parts."""
Content: TypeAlias = "str | list[str] | dict[str, Content]"


@dataclass(frozen=True, slots=True)
class Edit:
    """A value to be put at a path, or (None) taken away. `+` in a path adds an entry to a list."""

    path: tuple[Key, ...]
    value: Content | None


class PatchError(Exception):
    """The text of a file cannot be changed without touching more than was asked for."""


def path_of(field: str) -> tuple[Key, ...]:
    """`channels.0.phone` as keys of mappings and lists."""
    return tuple(int(part) if part.isdecimal() else part for part in field.split(".") if part)


def patch(content: bytes, edits: Sequence[Edit], model: type[Model]) -> bytes:
    """The bytes of a file with all edits made; raises PatchError and leaves everything as it was."""
    text = content.decode()
    yaml, document, plain = _load(text)
    wanted: Any = read(content)
    for edit in edits:
        _apply(document, edit, model)
        _apply(wanted, edit, model)
    changed = _onto(text, plain, _dump(yaml, document)).encode()
    if _bare(read(changed)) != _bare(wanted):
        raise PatchError("Die Datei ließ sich nicht gezielt ändern.")
    return changed


class _TextResolver(VersionedResolver):
    """Takes every plain value for text: 01067, 8.10 and ja stay what was written."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        """The tag of a node (the name is ruamel's)."""
        return super().resolve(kind, "text" if kind is ScalarNode else value, implicit)


INDENTS = ({"sequence": 4, "offset": 2}, {"sequence": 2, "offset": 0})
"""How far lists are indented, in our files and in those of other programs."""


def _load(text: str) -> tuple[YAML, Any, str]:
    """Writer, document and the text that comes out without a change; the writer that gives the same text, if any."""
    found = None
    for indent in INDENTS:
        yaml = YAML(typ="rt", pure=True)
        yaml.Resolver = _TextResolver
        yaml.preserve_quotes = True
        yaml.width = 1_000_000
        yaml.indent(mapping=2, **indent)
        document = yaml.load(text)
        plain = _dump(yaml, document)
        if plain == text:
            return yaml, document, plain
        found = found or (yaml, document, plain)
    return found or (yaml, document, plain)


def _dump(yaml: YAML, document: Any) -> str:
    buffer = io.StringIO()
    yaml.dump(document, buffer)
    return buffer.getvalue()


def _onto(text: str, plain: str, changed: str) -> str:
    """The changes between two dumps, made in the text itself, which may be laid out in another way elsewhere."""
    if plain == text:
        return changed
    own, before, after = (part.splitlines(keepends=True) for part in (text, plain, changed))
    at = {
        block.a + step: block.b + step
        for block in difflib.SequenceMatcher(None, before, own, autojunk=False).get_matching_blocks()
        for step in range(block.size)
    }
    at[len(before)] = len(own)
    for tag, i1, i2, j1, j2 in reversed(difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()):
        if tag == "equal":
            continue
        places = [at.get(line) for line in range(i1, i2)] or [at.get(i1, at.get(i1 - 1, -2) + 1)]
        start = places[0]
        if start is None or start < 0 or places != list(range(start, start + len(places))):
            raise PatchError("Die Stelle ist in der Datei ungewöhnlich geschrieben.")
        own[start : start + i2 - i1] = after[j1:j2]
    return "".join(own)


def _apply(document: Any, edit: Edit, model: type[Model]) -> None:
    """Make an edit in a document of ruamel's or in plain values."""
    if edit.value is None:
        _remove(document, edit.path)
        return
    holder, within = document, model
    for key, following in zip(edit.path, edit.path[1:], strict=False):
        if isinstance(key, str):
            if key not in holder:
                _insert(
                    holder, key, _like(holder, [] if following == NEW or isinstance(following, int) else {}), within
                )
            within = _model_below(within, key) or within
        holder = holder[key]
    last = edit.path[-1]
    if last == NEW:
        holder.append(_styled(holder, None, edit.value))
    elif isinstance(last, int) or last in holder:
        holder[last] = _styled(holder, holder[last], edit.value)
    else:
        _insert(holder, str(last), _styled(holder, None, edit.value), within)


def _remove(document: Any, path: tuple[Key, ...]) -> None:
    """Take a value away, and what is empty without it."""
    holder = document
    for key in path[:-1]:
        if isinstance(key, str) and key not in holder:
            return
        holder = holder[key]
    if isinstance(path[-1], int) or path[-1] in holder:
        del holder[path[-1]]
    if not holder and len(path) > 1:
        _remove(document, path[:-1])


def _insert(mapping: Any, key: str, value: Any, model: type[Model]) -> None:
    """Put a new field behind the nearest one that stands before it in the schema."""
    if not isinstance(mapping, CommentedMap):
        mapping[key] = value
        return
    order = [name for name in model.model_fields if name not in LAST] + list(LAST)
    earlier = set(order[: order.index(key)]) if key in order else set(order)
    position = max((index + 1 for index, name in enumerate(mapping) if name in earlier), default=0)
    mapping.insert(position, key, value)


def _styled(holder: Any, before: Any, value: Content) -> Any:
    if not isinstance(holder, (CommentedMap, CommentedSeq)):
        return value
    if isinstance(value, list):
        return _sequence(before, value)
    if isinstance(value, dict):
        return CommentedMap({name: _styled(holder, None, part) for name, part in value.items()})
    if isinstance(before, LiteralScalarString):
        return LiteralScalarString(f"{value}\n")
    return type(before)(value) if isinstance(before, str) and type(before).__module__.startswith("ruamel") else value


def _sequence(before: Any, values: list[str]) -> CommentedSeq:
    sequence = CommentedSeq(values)
    block = isinstance(before, CommentedSeq) and before.fa.flow_style() is False
    if not block and all(" " not in value for value in values):
        sequence.fa.set_flow_style()
    return sequence


def _like(holder: Any, value: Any) -> Any:
    if not isinstance(holder, (CommentedMap, CommentedSeq)):
        return value
    return CommentedMap() if isinstance(value, dict) else CommentedSeq()


@cache
def _model_below(model: type[Model], field: str) -> type[Model] | None:
    """The model of what a field holds, of its entries where it is a list."""
    info = model.model_fields.get(field)
    return _first_model(info.annotation) if info else None


def _first_model(annotation: Any) -> type[Model] | None:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := _first_model(part))), None)


def _bare(value: Any) -> Any:
    """A value without the line breaks at its ends that depend on how it is written."""
    if isinstance(value, dict):
        return {key: _bare(part) for key, part in value.items()}
    return [_bare(part) for part in value] if isinstance(value, list) else str(value).strip()
