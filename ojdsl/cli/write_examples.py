"""Examples put into spec files: all or none, each file whole, and nothing else in it changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence

from ojdsl.cli.files import Specs, encoded_like, shown, write_file
from ojdsl.cli.words import say
from ojdsl.diagnostics.message import Language
from ojdsl.syntax.decode import decode
from ojdsl.syntax.insert_examples import insert_examples

Lines = tuple[str, ...]


def add_examples(
    extra: Mapping[str, Sequence[Lines]],
    specs: Specs,
    is_good: Callable[[Mapping[str, bytes]], bool],
    language: Language,
) -> int:
    """Adds examples (lines of a spec, by the file's name as shown) if the specs are good after that; tells what it wrote."""
    names = {specs.shown(name): name for name in specs.files}
    changed: dict[str, bytes] = {}
    for file, examples in extra.items():
        after = _with_examples(file, specs.files[names[file]], examples)
        if after is None:
            print(say("no_block_list", language, file=file), file=sys.stderr)
        else:
            changed[file] = after
    if not changed or not is_good({**specs.files, **{names[file]: content for file, content in changed.items()}}):
        print(say("nothing_written", language), file=sys.stderr)
        return 1
    for file, content in changed.items():
        path = specs.root / names[file]
        write_file(path, content)
        print(say("examples_added", language, count=len(extra[file]), file=shown(path)), file=sys.stderr)
    return 0


def _with_examples(name: str, content: bytes, examples: Sequence[Lines]) -> bytes | None:
    source, _ = decode(name, content)
    after = insert_examples(source, examples) if source else None
    return None if after is None else encoded_like(content, after)
