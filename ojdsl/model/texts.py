"""A package of texts in place of those of the specs: the same questions, rules and columns in the authority's own words."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ojdsl.diagnostics.fact import Diagnostic, Fact, Related
from ojdsl.model.faults import Faults
from ojdsl.model.fingerprint import fingerprint
from ojdsl.model.nodes import Catalogue, Question, Verbatim
from ojdsl.model.resolve import AreaSpecs, resolve
from ojdsl.model.slots import Slot, mapped, slots, term_path
from ojdsl.source import Span, Text
from ojdsl.syntax.decode import decode
from ojdsl.syntax.read_texts import TEXTS, NewText, Path, TextsSpec, read_texts
from ojdsl.syntax.specs import QuestionSpec

_FEW = 5


@dataclass(frozen=True, slots=True)
class Texts:
    """A package as read: its files, the faults of form, and SHA-256 over all of it."""

    specs: tuple[TextsSpec, ...]
    faults: tuple[Diagnostic, ...]
    fingerprint: str


def read_package(files: Mapping[str, bytes], shown: Callable[[str], str] = str) -> Texts:
    """Text → tree."""
    specs: list[TextsSpec] = []
    faults: list[Diagnostic] = []
    for name, content in sorted(files.items()):
        source, found = decode(shown(name), content)
        if source is not None:
            spec, found = read_texts(source)
            specs += [spec] if spec is not None else []
        faults += found
    return Texts(tuple(specs), tuple(faults), fingerprint(sorted(files.items())))


def resolve_with(texts: Texts, specs: AreaSpecs) -> tuple[Catalogue | None, list[Diagnostic]]:
    """As `resolve`, of the specs with the package's texts; the catalogue says which are verbatim."""
    files = _files(texts, specs)
    known, faults = slots(specs), Faults()
    given = _given(files, faults)
    tree = _tree(slot.path for slot in known)
    for text in given.values():
        if specs.broken.isdisjoint(text.path):
            _place(text, tree, faults)
    changed = _replaced(specs, given)
    for file in (*changed.bank, *changed.own):
        for question in file.questions:
            _confused(question, given, faults)
    digest = hashlib.sha256(f"{specs.fingerprint}\0{texts.fingerprint}".encode()).hexdigest()
    catalogue, found = resolve(replace(changed, fingerprint=digest))
    if catalogue is None:
        return None, faults.found + found
    wanted = _wanted(known, catalogue)
    missing = {slot.path for slot in wanted} - given.keys()
    if files and not (texts.faults or faults.found or found):  # a misspelled name is not a missing text
        faults.found.extend(_lacking(files, wanted, missing))
    return _marked(catalogue, wanted, missing), faults.found + found


def with_new_texts(texts: Texts, specs: AreaSpecs) -> AreaSpecs:
    """The specs with the package's texts in place of their own, for checks of what people have written."""
    return _replaced(specs, _given(_files(texts, specs), Faults()))


def _files(texts: Texts, specs: AreaSpecs) -> list[TextsSpec]:
    """The files of the package that are for the area or its round."""
    scopes = specs.round.id.value, f"{specs.round.id.value}/{specs.area.id.value}"
    return [file for file in texts.specs if file.scope.value in scopes]


def _replaced(specs: AreaSpecs, given: Mapping[Path, NewText]) -> AreaSpecs:
    return mapped(specs, lambda slot: given[slot.path].text if slot.path in given else slot.text)


def _given(files: Iterable[TextsSpec], faults: Faults) -> dict[Path, NewText]:
    """The new texts by path; one that is given twice is a fault."""
    given: dict[Path, NewText] = {}
    for text in (text for file in files for text in file.texts):
        first = given.setdefault(text.path, text)
        if first is not text:
            facts = {"name": " / ".join(text.path)}
            faults.found.append(Diagnostic("OJ511", text.keys[-1].span, facts, (Related(first.keys[-1].span, "first"),)))
    return given


# --- where texts belong -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Branch:
    below: dict[str, _Branch]


def _tree(paths: Iterable[Path]) -> _Branch:
    root = _Branch({})
    for path in paths:
        at = root
        for key in path:
            at = at.below.setdefault(key, _Branch({}))
    return root


def _place(text: NewText, tree: _Branch, faults: Faults) -> None:
    """Reports a text that no slot of the specs is for."""
    at = tree
    for number, key in enumerate(text.keys):
        if key.value not in at.below:
            faults.unknown("OJ510", key, at.below, where=" / ".join(text.path[:number]))
            return
        at = at.below[key.value]
    if at.below:
        faults.report("OJ201", text.text)


def _confused(question: QuestionSpec, given: Mapping[Path, NewText], faults: Faults) -> None:
    """Reports answers that a reader of the form, or of a file of answers, could not tell apart."""
    answers = question.answers or ()
    read = {item.label.value: item.label for item in answers}
    for item in answers:
        whole = item.wording.value if item.wording else item.label.value
        other = read.setdefault(" ".join(whole.split()), item.label)
        label = item.label
        new = next((given[path] for path in _answer_paths(question, label, other) if path in given), None)
        if other.value != label.value and new is not None:
            faults.report("OJ512", new.text, question=question.id.value, first=other.value, second=label.value)


def _answer_paths(question: QuestionSpec, *labels: Text) -> Iterator[Path]:
    return (("frågor", question.id.value, "svar", label.value) for label in labels)


# --- what is verbatim -------------------------------------------------------------------------------------------------


def _wanted(known: Iterable[Slot], catalogue: Catalogue) -> list[Slot]:
    """The paraphrased texts that are printed for the area, in the order of the survey and of the appendix."""
    questions = tuple(catalogue.question_of)
    descriptions = tuple(dict.fromkeys(indicator.family or indicator.id for indicator in catalogue.indicators))
    order = {name: number for number, name in enumerate((*questions, *descriptions))}
    terms = {term_path(sense.term, sense.sense) for question in catalogue.questions for sense in question.terms}

    def printed(path: Path) -> bool:
        match path[0]:
            case "frågor":
                return path[1] in questions
            case "indikatorer":
                return path[1] in descriptions
            case "begrepp":
                return path in terms
            case _:
                return True

    found = [slot for slot in known if slot.paraphrased and printed(slot.path)]
    return sorted(found, key=lambda slot: (TEXTS.optional.index(slot.path[0]), order.get(slot.path[1], 0)))


def _lacking(files: list[TextsSpec], wanted: list[Slot], missing: set[Path]) -> Iterator[Diagnostic]:
    """OJ514: the texts that the package lacks, one warning a kind, where the package has that kind or else begins."""
    for kind in TEXTS.optional:
        total = [slot.path for slot in wanted if slot.path[0] == kind]
        lacking = [path for path in total if path in missing]
        if lacking:
            names = tuple(" / ".join(path[1:]) for path in lacking[:_FEW])
            facts: dict[str, Fact] = {"kind": kind, "count": len(lacking), "total": len(total), "names": names}
            yield Diagnostic("OJ514", _begins(files, kind), facts)


def _begins(files: list[TextsSpec], kind: str) -> Span:
    keys = (text.keys[0].span for file in files for text in file.texts if text.keys[0].value == kind)
    return next(keys, files[0].scope.span)


def _marked(catalogue: Catalogue, wanted: list[Slot], missing: set[Path]) -> Catalogue:
    """The catalogue that says which of its texts are verbatim."""
    questions = tuple(
        replace(question, wording="verbatim") if _is_verbatim(question, catalogue, missing) else question
        for question in catalogue.questions
    )
    whole = [Verbatim("frågor", tuple(one.id for one in questions if one.wording == "verbatim"), len(questions))]
    lacking = {path[:2] for path in missing}
    for kind in ("indikatorer", "begrepp", "kvalitetsdimensioner"):
        owners = dict.fromkeys(slot.path[:2] for slot in wanted if slot.path[0] == kind)
        whole.append(Verbatim(kind, tuple(owner[1] for owner in owners if owner not in lacking), len(owners)))
    return replace(catalogue, questions=questions, paraphrased=bool(missing), verbatim=tuple(whole))


def _is_verbatim(question: Question, catalogue: Catalogue, missing: set[Path]) -> bool:
    """All of it, with the rows that a follow-up takes from its parent and the meanings of its terms."""
    above = [("frågor", question.id), *(term_path(sense.term, sense.sense) for sense in question.terms)]
    parent = catalogue.question_of.get(question.parent or "")
    if parent is not None and question.rows and question.rows == parent.rows:
        above.append(("frågor", parent.id, "rader"))
    return question.wording == "verbatim" or not any(path[: len(one)] == one for one in above for path in missing)
