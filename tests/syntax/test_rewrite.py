"""A text that is written anew is read as the very text, and nothing else in its file has changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ojdsl.source import Source, Span
from ojdsl.syntax.decode import FORBIDDEN
from ojdsl.syntax.rewrite import Rewrite, rewritten
from ojdsl.syntax.yaml_tree import Mapping, Scalar, read_yaml

BEFORE = "# en kommentar\na: ett   # och en till\nb: |\n  två\n\n  tre\n# mer\nc: 'fyra'\nd: \"fem\"\ne: >\n  sex\n  sju\nf: åtta"
HOSTILE = (
    "- a",
    "1. a",
    "a: b",
    "# nej",
    "a #b",
    "*x*",
    "&a",
    "!b",
    "|",
    ">",
    "{a}",
    "[b]",
    "'",
    '"',
    "\\n",
    "%d",
    "@",
    "`",
    "~",
    "nej",
)
words = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=6))
values = (
    st.lists(words, min_size=1, max_size=5)
    .map(" ".join)
    .flatmap(lambda text: st.sampled_from((text, f"{text}\n\n{text}")))
    .map(lambda text: "\n".join(line.strip() for line in text.splitlines()).strip())
    .filter(lambda text: bool(text) and FORBIDDEN.search(text) is None and "\r" not in text)
)


def read(text: str) -> dict[str, Scalar]:
    tree, faults = read_yaml(Source("a.yaml", text))
    assert isinstance(tree, Mapping)
    assert not faults
    return {key.value: value for key, value in tree.items if isinstance(value, Scalar)}


@settings(max_examples=200, deadline=None)
@given(st.sampled_from("abcdef"), values, st.booleans())
def test_any_value_is_read_back(key: str, value: str, windows: bool) -> None:
    text = BEFORE.replace("\n", "\r\n") if windows else BEFORE
    source, before = Source("a.yaml", text), read(text)
    span = Span(source, before[key].start, before[key].end)
    after = read(rewritten(source, [Rewrite(span, value)]))
    said = {name: one.value.strip() for name, one in after.items()}
    assert said == {name: one.value.strip() for name, one in before.items()} | {key: _nfc(value)}
    made = rewritten(source, [Rewrite(span, value)])
    assert (made[: span.start], made[len(made) - len(text) + span.end :]) == (text[: span.start], text[span.end :])


def _nfc(text: str) -> str:
    from unicodedata import normalize

    return normalize("NFC", text)


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [("a", "Ny text, med komma", "a: Ny text, med komma   #"), ("a", "Så: här", "a: 'Så: här'   #"),
     ("b", "ett\n\ntvå", "b: |\n  ett\n\n  två\n#"), ("c", "d'r", "c: 'd''r'\n"), ("d", 'e"f', 'd: "e\\"f"\n'),
     ("e", "rad", "e: |\n  rad\nf:"), ("f", "*a", "f: '*a'")],
)  # fmt: skip
def test_a_text_keeps_the_way_it_was_written(key: str, value: str, line: str) -> None:
    source = Source("a.yaml", BEFORE)
    one = read(BEFORE)[key]
    assert line in rewritten(source, [Rewrite(Span(source, one.start, one.end), value)])
