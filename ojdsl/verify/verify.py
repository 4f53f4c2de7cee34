"""Documents against the specs of an area: the entry of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ojdsl.diagnostics.fact import Diagnostic, Related, in_order
from ojdsl.model.nodes import Catalogue
from ojdsl.verify.compare import compare
from ojdsl.verify.judge import Judge
from ojdsl.verify.lines import Written
from ojdsl.verify.parts import Key
from ojdsl.verify.read import read_document
from ojdsl.verify.report import Edit, ReadAsked, ReadRule
from ojdsl.verify.words import shown as in_words

_DOCUMENT, READABLE = "bilaga2.", (".docx", ".html", ".md", ".txt", ".pdf")


@dataclass(frozen=True, slots=True)
class Verified:
    """What documents say otherwise than the specs, in order, and the edits of texts among it."""

    faults: tuple[Diagnostic, ...]
    edits: tuple[Edit, ...]
    read: tuple[ReadRule | ReadAsked, ...] = ()


def verify(catalogue: Catalogue, documents: Iterable[Written]) -> Verified:
    """Compares documents, each by itself and edits with each other."""
    judge = Judge(catalogue)
    faults: list[Diagnostic] = []
    edits: list[Edit] = []
    read: list[ReadRule | ReadAsked] = []
    for written in documents:
        report = compare(written, judge)
        faults += report.faults
        edits += report.edits
        read += report.read
    return Verified(tuple(in_order([*faults, *_disagreements(edits)])), tuple(edits), tuple(read))


def of_built(catalogue: Catalogue, files: Mapping[str, bytes], shown: Callable[[str], str]) -> tuple[Diagnostic, ...]:
    """What the documents among some products say otherwise, each read as anybody else would read it."""
    documents = [name for name in files if name.startswith(_DOCUMENT) and name.endswith(READABLE)]
    return verify(catalogue, [read_document(shown(name), files[name]) for name in documents]).faults


def _disagreements(edits: Iterable[Edit]) -> Iterable[Diagnostic]:
    """OJ839: the same words, changed into different ones by two reviewers."""
    first: dict[tuple[str, Key | None, int], Edit] = {}
    for edit in edits:
        for at in range(edit.hunk.start, edit.hunk.start + max(len(edit.hunk.old), 1)):
            other = first.setdefault((edit.name, edit.key, at), edit)
            if other.document != edit.document and in_words(other.hunk.new) != in_words(edit.hunk.new):
                facts = {"where": edit.where, "first": other.hunk.said[1], "second": edit.hunk.said[1]}
                yield Diagnostic("OJ839", edit.place, facts, (Related(other.place, "first"),))
                break
