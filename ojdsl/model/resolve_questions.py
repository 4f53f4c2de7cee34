"""Questions of a round and an area: their rows, alternatives and columns; conditions come in `resolve_conditions`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ojdsl.model.faults import Faults
from ojdsl.model.nodes import Alternative, AnswerKind, Cell, Number, Row
from ojdsl.model.placeholders import fill, period_words
from ojdsl.model.resolve_round import RoundContext
from ojdsl.model.slug import slug
from ojdsl.source import Source, Text
from ojdsl.syntax.specs import ItemSpec, QuestionSpec

QUESTION_ID = re.compile(r"([A-Z]{1,3})(\d+)(?:\.(\d+))?([a-z]?)")
_FORMULA = re.compile("[=+@-]")
LONGEST_COLUMN = 32
_MARKED = ("Ja", "Nej")
_UNCERTAIN = ("OJ303", "OJ326", "OJ329", "OJ338")
_KIND_BY_START = (
    ("Ja", AnswerKind.YES),
    ("Nej", AnswerKind.NO),
    ("Ej aktuellt", AnswerKind.NOT_APPLICABLE),
    ("Vet ej", AnswerKind.DO_NOT_KNOW),
    ("Vet inte", AnswerKind.DO_NOT_KNOW),
    ("Kan inte svara", AnswerKind.DO_NOT_KNOW),
    ("Delvis", AnswerKind.PARTLY),
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A question with its cells, before anybody knows when they are asked.

    `failed`: a fault leaves its answers or rows uncertain, so that rules that name it can't be judged.
    """

    spec: QuestionSpec
    section: str
    text: str
    alternatives: tuple[Alternative, ...]
    rows: tuple[Row, ...]
    inherits_rows: bool
    failed: bool
    cells: tuple[Cell, ...]
    areas: tuple[Row, ...] = ()

    @property
    def number(self) -> Number | None:
        """What answers it, if that is a number."""
        return _number(self.spec)

    def alternative(self, label: str) -> Alternative | None:
        return next((one for one in self.alternatives if one.label == label), None)

    def labels(self) -> tuple[str, ...]:
        return tuple(one.label for one in self.alternatives)

    def labels_of_a_cell(self) -> tuple[str, ...]:
        """What can stand in one of its cells: where several answers may be given, whether one of them is marked."""
        return _MARKED if self.spec.multiple else self.labels()

    def cells_of_row(self, row: str | None) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.row == row)


def survey_order(question: str) -> tuple[str, int, int, str]:
    """`G2` before `G2a` before `G10.1`."""
    found = QUESTION_ID.fullmatch(question)
    return (found[1], int(found[2][:9]), int((found[3] or "0")[:9]), found[4]) if found else (question, 0, 0, "")


def resolve_questions(
    specs: list[QuestionSpec], context: RoundContext, own_section: str, area_row: Text | None, faults: Faults
) -> dict[str, Shape]:
    """All questions by id, in the survey's order; a follow-up takes its parent's rows."""
    shapes: dict[str, Shape] = {}
    doubled: list[Source] = []
    for spec in sorted(specs, key=lambda one: survey_order(one.id.value)):
        if not spec.id.value:
            continue
        if spec.id.value in shapes:
            if spec.span.source not in doubled:  # of its follow-ups it need not be said too
                faults.doubled("OJ314", shapes[spec.id.value].spec.id, spec.id)
            doubled.append(spec.span.source)
            continue
        parent = shapes.get(spec.parent or "")
        shapes[spec.id.value] = _shape(spec, parent, context, own_section, area_row, faults)
    _columns_differ(shapes, faults)
    return shapes


def _shape(
    spec: QuestionSpec, parent: Shape | None, context: RoundContext, own_section: str, area_row: Text | None, faults: Faults
) -> Shape:
    found = QUESTION_ID.fullmatch(spec.id.value)
    section = found[1] if found else ""
    sections = (context.round.section, own_section)
    if found is None:
        if parent is None:
            faults.report("OJ332", spec.id, name=spec.id.value)
    elif all(sections) and section not in sections:
        faults.report("OJ333", spec.id, name=spec.id.value, sections=sections)
    words = {**context.words, "rad": "…"}
    if spec.period is not None:
        period = context.round.periods.get(spec.period.value)
        if period is None:
            faults.unknown("OJ307", spec.period, context.round.periods)
            words |= dict.fromkeys(("period", "period.början", "period.slut"), "…")
        else:
            words |= period_words("period", period)
    before = len(faults.found)
    alternatives = _alternatives(spec, words, faults)
    inherits = bool(parent and parent.rows and not spec.rows and spec.given)
    written = () if parent and inherits else _rows(spec, words, faults)
    rows = parent.rows if parent and inherits else _of_area(spec, written, area_row, faults)
    areas = parent.areas if parent and inherits else written if spec.row_per_area else ()
    uncertain = any(fault.code in _UNCERTAIN for fault in faults.found[before:])
    clashes = bool(parent and parent.rows and spec.rows and spec.given)  # OJ414
    failed = spec.failed or found is None or uncertain or clashes or bool(parent and parent.failed)
    cells = _cells(spec, rows, alternatives)
    if not failed:
        _short_columns(spec, cells, faults)
    return Shape(spec, section, fill(spec.text, words, faults), alternatives, rows, inherits, failed, cells, areas)


def _alternatives(spec: QuestionSpec, words: Mapping[str, str], faults: Faults) -> tuple[Alternative, ...]:
    if spec.answers is None:
        return ()
    _distinct([item.label for item in spec.answers], faults)
    found = tuple(
        Alternative(item.label.value, _code(item, faults), _whole_text(item, words, faults), _kind(item), item.free_text)
        for item in spec.answers
    )
    _codes_differ((one.code for one in found), spec.answers, faults)
    return found


def _codes_differ(codes: Iterable[str], items: tuple[ItemSpec, ...], faults: Faults) -> None:
    """Codes make columns, and may stand for answers in a file: each means one thing. Equal labels have been reported."""
    seen: dict[str, ItemSpec] = {}
    for code, item in zip(codes, items, strict=True):
        first = seen.setdefault(code, item)
        if code and first.label.value != item.label.value:
            faults.doubled("OJ338", first.label, item.label, other=first.label.value, written=code)


def _rows(spec: QuestionSpec, words: Mapping[str, str], faults: Faults) -> tuple[Row, ...]:
    _distinct([item.label for item in spec.rows], faults)
    rows = tuple(
        Row(
            item.label.value,
            _code(item, faults),
            _whole_text(item, words, faults) if item.wording else fill(item.explanation or item.label, words, faults),
            item.free_text,
            item.not_reported.value if item.not_reported else None,
            item.label.span,
        )
        for item in spec.rows
    )
    _codes_differ((row.slug for row in rows), spec.rows, faults)
    return rows


def _of_area(spec: QuestionSpec, rows: tuple[Row, ...], area_row: Text | None, faults: Faults) -> tuple[Row, ...]:
    """The rows that the area's survey shows: all, or its own where there is one for each area."""
    if not spec.row_per_area:
        return rows
    if area_row is None:
        faults.report("OJ326", spec.id, name=spec.id.value)
        return rows[:1]
    chosen = tuple(row for row in rows if row.label == area_row.value)
    if not chosen:
        faults.unknown_label("OJ303", area_row, (row.label for row in rows), question=spec.id.value)
        return rows[:1]
    return chosen


def _whole_text(item: ItemSpec, words: Mapping[str, str], faults: Faults) -> str:
    if item.wording is not None:
        return fill(item.wording, words, faults)
    if item.explanation is not None:
        return f"{item.label.value}, {fill(item.explanation, words, faults)}"
    return item.label.value


def _code(item: ItemSpec, faults: Faults) -> str:
    source = item.code or item.label
    code = slug(source.value)
    if item.code is not None and code != item.code.value:
        faults.report("OJ335", item.code, written=item.code.value, proposed=code)
    elif not code:
        faults.report("OJ317", source, label=source.value)
    return code


def _kind(item: ItemSpec) -> AnswerKind:
    if item.kind is not None:
        return next((kind for kind in AnswerKind if kind.value == item.kind.value), AnswerKind.OTHER)
    words = item.label.value
    return next((kind for start, kind in _KIND_BY_START if re.match(rf"{start}\b", words)), AnswerKind.OTHER)


def _distinct(labels: list[Text], faults: Faults) -> None:
    seen: dict[str, Text] = {}
    for label in labels:
        if _FORMULA.match(label.value):
            faults.report("OJ324", label, label=label.value)
        if label.value in seen:
            faults.doubled("OJ329", seen[label.value], label)
        seen.setdefault(label.value, label)


def _number(spec: QuestionSpec) -> Number | None:
    return None if spec.number is None else Number(spec.number.min, spec.number.max, spec.number.unit)


def _cells(spec: QuestionSpec, rows: tuple[Row, ...], alternatives: tuple[Alternative, ...]) -> tuple[Cell, ...]:
    base, number = spec.id.value.replace(".", "_"), _number(spec)
    cells: list[Cell] = []
    for row in rows or (None,):
        column = base if row is None else f"{base}_{row.slug}"
        label = None if row is None else row.label
        if number is not None:
            cells.append(Cell(column, spec.id.value, label, None, "number", (str(number.min),), None, number))
        elif spec.multiple:
            for one in alternatives:
                cells.append(Cell(f"{column}_{one.code}", spec.id.value, label, one.label, "mark", _MARKED, None))
        elif spec.answers is None:
            cells.append(Cell(column, spec.id.value, label, None, "text", (), None))
        else:
            cells.append(Cell(column, spec.id.value, label, None, "choice", tuple(one.label for one in alternatives), None))
    return tuple(cells)


def _short_columns(spec: QuestionSpec, cells: tuple[Cell, ...], faults: Faults) -> None:
    for cell in cells:
        if len(cell.column) > LONGEST_COLUMN:
            faults.report("OJ316", spec.id, column=cell.column, length=len(cell.column), longest=LONGEST_COLUMN)


def _columns_differ(shapes: dict[str, Shape], faults: Faults) -> None:
    seen: dict[str, Text] = {}
    for shape in shapes.values():
        for cell in () if shape.failed else shape.cells:
            key = cell.column.casefold()
            if key in seen:
                faults.doubled("OJ315", seen[key], shape.spec.id, column=cell.column)
            seen.setdefault(key, shape.spec.id)
