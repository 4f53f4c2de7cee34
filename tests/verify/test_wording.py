"""Edits of a printed text are made in the text of the spec: drawn at random over every text of the real catalogue."""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ojdsl import pipeline
from ojdsl.cli.accept import texts_of
from ojdsl.documents.markup import flow
from ojdsl.source import Source
from ojdsl.syntax.rewrite import Rewrite, rewritten
from ojdsl.syntax.yaml_tree import Mapping, Node, Scalar, Sequence, read_yaml
from ojdsl.verify.expected import flows
from ojdsl.verify.lines import Line, folded
from ojdsl.verify.wording import Wording, aligned, applied, piece, refused, wording
from ojdsl.verify.words import BREAK, Word, hunks, words
from tests import real

SOME = ("annat", "*kursivt*", "a: b", "# nej", "'", "- punkt", "{mätdatum}", '"citat"', "[x]", BREAK)


@cache
def wordings() -> tuple[Wording, ...]:
    made = (wording(slot) for slot in texts_of(pipeline.read(real.files()), real.AREA))
    return tuple(one for one in made if one is not None)


def test_nearly_every_text_can_be_edited() -> None:
    slots = texts_of(pipeline.read(real.files()), real.AREA)
    assert len(wordings()) == len(slots) > 250


def printed(value: str, stop: str) -> tuple[Word, ...]:
    """The words of a text with its paragraphs, as a document has them."""
    lines = list(flows(flow(value)))
    return words([*lines[:-1], Line(lines[-1].text + stop, 0, lines[-1].role, lines[-1].depth)])


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_edit_is_made_to_the_word_or_refused(data: st.DataObject) -> None:
    one = data.draw(st.sampled_from(wordings()))
    old = printed(one.value, one.stop)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(start + 3, len(old))))
    put_in = data.draw(st.lists(st.sampled_from(SOME), max_size=3))
    line = Line("", 0)
    tokens = [token for text in put_in for token in text.split(" ")]
    new = (*old[:start], *(Word(token, line, 0) for token in tokens), *old[end:])
    for hunk in hunks(old, new):
        change = piece(one, aligned(one, old), old, hunk)
        if change is None or refused(one, change) is not None:
            continue
        after = applied(one, [change])
        wanted = [folded(word.text) for word in (*old[: hunk.start], *hunk.new, *old[hunk.start + len(hunk.old) :])]
        found = [folded(word.text) for word in printed(after, one.stop)]
        assert [word for word in found if word != BREAK] == [word for word in wanted if word != BREAK]
        file = rewritten(one.slot.text.span.source, [Rewrite(one.slot.text.span, after)])
        assert values(file) == values(one.slot.text.span.source.text, one.slot.text.span.start, after)


def values(text: str, at: int = -1, new: str = "") -> list[str]:
    """Every text of a file; the one that begins at a place is another."""
    tree, faults = read_yaml(Source("a.yaml", text))
    assert tree is not None, faults
    return list(_values(tree, at, new))


def _values(node: Node, at: int, new: str) -> list[str]:
    match node:
        case Scalar():
            return [new if node.start == at else node.value.strip()]
        case Mapping(items=items):
            return [text for pair in items for one in pair for text in _values(one, at, new)]
        case Sequence(items=parts):
            return [text for part in parts for text in _values(part, at, new)]
