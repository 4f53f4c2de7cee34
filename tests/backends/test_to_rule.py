"""A condition that is written as a rule is read as the same condition: of all answers."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from ojdsl.backends.to_rule import as_rule, rule_lines
from ojdsl.logic.space import Space
from ojdsl.model.faults import Faults
from ojdsl.model.nodes import And, Catalogue, Cell, Condition, Count, Indicator, Or, Question, cells_of
from ojdsl.model.numbers import cut
from ojdsl.model.resolve_questions import Shape
from ojdsl.model.resolve_rules import Scope, resolve_condition
from ojdsl.prose.condition import Words
from ojdsl.source import Source, Span, Text
from ojdsl.syntax.fields import Reader
from ojdsl.syntax.read_condition import read_condition
from ojdsl.syntax.specs import NumberSpec, QuestionSpec
from ojdsl.syntax.yaml_tree import Mapping, read_yaml
from ojdsl.testing.random_areas import area_of
from ojdsl.testing.random_conditions import conditions
from ojdsl.testing.random_questions import surveys
from tests import real

NOWHERE = Span(Source("slump.yaml", ""), 0, 0)


def text(value: str) -> Text:
    return Text(value, NOWHERE)


def shape(question: Question) -> Shape:
    """The question as rules see it while they are read."""
    number = NumberSpec(question.number.min, question.number.max, question.number.unit) if question.number else None
    is_text = not question.alternatives and number is None
    spec = QuestionSpec(
        text(question.id), text(question.text), None if is_text else (), (), False, question.multiple, False, None, None, (),
        None, None, None, (), None, False, (), NOWHERE, number,
    )  # fmt: skip
    return Shape(spec, question.section, question.text, question.alternatives, question.rows, False, False, question.cells)


def read(lines: list[str], area: Catalogue, indicator: Indicator | None = None) -> Condition:
    """What a rule says, read as the compiler reads a spec."""
    source = Source("a.yaml", "\n".join(lines))
    tree, faults = read_yaml(source)
    assert isinstance(tree, Mapping), faults
    reader, found = Reader(source), Faults()
    written = read_condition(reader, tree.items[0][1])
    assert written is not None, reader.faults
    scope = Scope({one.id: shape(one) for one in area.questions}, indicator.row if indicator else None)
    condition = resolve_condition(written, scope, found)
    assert condition is not None, (source.text, found.found)
    return condition


def marks_denied(condition: Condition, cells: dict[str, Cell]) -> bool:
    """Whether something is said that the rule language has no words for."""
    match condition:
        case And(args) | Or(args):
            return any(marks_denied(one, cells) for one in args)
        case Count(least, most, args):
            return most == 0 or (least == 0 and most == len(args)) or any(marks_denied(one, cells) for one in args)
        case _:
            return cells[next(iter(cells_of(condition)))].alternative is not None


@st.composite
def said(draw: st.DrawFn) -> tuple[Catalogue, Condition]:
    area = area_of(draw(surveys()), ())
    condition = draw(conditions(tuple(cell for cell in area.cells() if cell.labels)))
    return cut(area, also=[condition]), condition


@settings(
    max_examples=150, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate), suppress_health_check=list(HealthCheck)
)
@given(said())
def test_any_condition_that_is_written_is_read_back(drawn: tuple[Catalogue, Condition]) -> None:
    area, condition = drawn
    written = as_rule(condition, Words(area))
    if written is None:
        assert marks_denied(condition, dict(area.cell_of))
        assume(False)
        return
    lines = rule_lines("Ja", written)
    space = Space(area.cells())
    assert space.holds(read(lines, area)) == space.holds(condition)


def test_every_rule_of_the_real_catalogue_is_read_back() -> None:
    area = real.catalogue()
    space = Space(area.cells())
    for indicator in area.indicators:
        for clause in indicator.clauses if indicator.kind == "indicator" else ():
            if clause.condition is not None:
                written = as_rule(clause.condition, Words(area, indicator))
                assert written is not None
                lines = rule_lines(clause.outcome, written)
                assert space.holds(read(lines, area, indicator)) == space.holds(clause.condition)


def test_rules_look_as_an_author_writes_them() -> None:
    area = real.catalogue()
    (one,) = (one for one in area.indicators if one.id == "samordning_aldreomsorg_missbruk")
    written = as_rule(one.clauses[0].condition, Words(area, one)) if one.clauses[0].condition else None
    assert written is not None
    assert rule_lines("Ja", written, "  ") == [
        "  Ja:", "    minst ett av:", "      - G2 är Ja, och G2a är Ja eller Ej aktuellt", '      - G2 är "Nej, behövs inte"',
    ]  # fmt: skip
