"""The texts of an area's specs that a package may replace, each at a path such as frågor, G2, svar, Ja.

One walk finds them and changes them, so that nothing but these texts can be changed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ojdsl.model.nodes import OUTCOMES
from ojdsl.model.resolve import AreaSpecs
from ojdsl.source import Text
from ojdsl.syntax.read_texts import Path
from ojdsl.syntax.specs import (
    DimensionSpec,
    DimensionsSpec,
    IndicatorSpec,
    ItemSpec,
    QuestionSpec,
    QuestionsSpec,
    RoundSpec,
    Spec,
    TermsSpec,
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a text. `paraphrased`: it holds a text of our own, which is printed for the area."""

    path: Path
    text: Text
    paraphrased: bool


Change = Callable[[Slot], Text]


def mapped(specs: AreaSpecs, change: Change) -> AreaSpecs:
    """The specs with every slot's text changed; `change` may return the text as it is."""
    walk = _Walk(change, specs.round.wording.value != "ordagrann", specs.area.row)
    return replace(
        specs,
        round=walk.round(specs.round),
        shared=tuple(walk.shared(spec) for spec in specs.shared),
        bank=tuple(walk.questions(file) for file in specs.bank),
        own=tuple(walk.questions(file) for file in specs.own),
        indicators=tuple(walk.indicator(spec) for spec in specs.indicators),
    )


def slots(specs: AreaSpecs) -> tuple[Slot, ...]:
    """Every slot with what it holds now."""
    found: list[Slot] = []

    def look(slot: Slot) -> Text:
        found.append(slot)
        return slot.text

    mapped(specs, look)
    return tuple(found)


def term_path(term: str, sense: str | None) -> Path:
    """Where the meaning of a term stands."""
    return ("begrepp", f"{term}/{sense}" if sense else term)


@dataclass(frozen=True, slots=True)
class _Walk:
    change: Change
    paraphrased: bool
    area_row: Text | None

    def text(self, old: Text, *path: str) -> Text:
        return self.change(Slot(path, old, self.paraphrased))

    def optional(self, old: Text | None, *path: str) -> Text | None:
        return None if old is None else self.text(old, *path)

    def round(self, spec: RoundSpec) -> RoundSpec:
        return replace(
            spec,
            data_source=self.text(spec.data_source, "omgång", "datakällor"),
            error_sources=self.text(spec.error_sources, "omgång", "felkällor"),
            source=self.text(spec.source, "omgång", "källa"),
        )

    def shared(self, spec: Spec) -> Spec:
        match spec:
            case TermsSpec(terms):
                return TermsSpec(
                    tuple(
                        replace(
                            term,
                            senses=tuple(
                                (sense, self.text(text, *term_path(term.term.value, sense.value if sense else None)))
                                for sense, text in term.senses
                            ),
                        )
                        for term in terms
                    )
                )
            case DimensionsSpec(dimensions):
                return DimensionsSpec(tuple(self.dimension(one) for one in dimensions))
            case _:
                return spec

    def dimension(self, spec: DimensionSpec) -> DimensionSpec:
        path = "kvalitetsdimensioner", spec.name.value
        return replace(
            spec,
            heading=self.text(spec.heading, *path, "rubrik"),
            text=self.text(spec.text, *path, "betydelse"),
            areas=tuple((name, self.text(text, *path, "kvalitetsområden", name.value)) for name, text in spec.areas),
        )

    def questions(self, file: QuestionsSpec) -> QuestionsSpec:
        return QuestionsSpec(tuple(self.question(one) for one in file.questions))

    def question(self, spec: QuestionSpec) -> QuestionSpec:
        own = spec.wording.value != "ordagrann" if spec.wording else self.paraphrased
        walk, path = replace(self, paraphrased=own), ("frågor", spec.id.value)
        return replace(
            spec,
            text=walk.text(spec.text, *path, "lyder"),
            instruction=walk.optional(spec.instruction, *path, "anvisning"),
            answers=None if spec.answers is None else tuple(walk.answer(item, *path, "svar") for item in spec.answers),
            rows=tuple(walk.row(item, spec.row_per_area, *path, "rader") for item in spec.rows),
        )

    def answer(self, item: ItemSpec, *path: str) -> ItemSpec:
        """Ja, Nej … alone are words of the language, not somebody's paraphrase."""
        bare = item.wording is None and item.explanation is None and item.label.value in OUTCOMES
        return self.item(item, self.paraphrased and not bare, *path)

    def row(self, item: ItemSpec, per_area: bool, *path: str) -> ItemSpec:
        elsewhere = per_area and (self.area_row is None or item.label.value != self.area_row.value)
        return self.item(item, self.paraphrased and not elsewhere, *path)

    def item(self, item: ItemSpec, paraphrased: bool, *path: str) -> ItemSpec:
        """The label stays what it is; what is replaced is the whole wording."""
        old = item.wording or item.explanation or item.label
        new = self.change(Slot((*path, item.label.value), old, paraphrased))
        return item if new is old else replace(item, wording=new, explanation=None)

    def indicator(self, spec: IndicatorSpec) -> IndicatorSpec:
        path = "indikatorer", spec.id.value
        return replace(
            spec,
            name=self.text(spec.name, *path, "namn"),
            short_name=self.text(spec.short_name, *path, "kortnamn"),
            measure=self.text(spec.measure, *path, "mått"),
            purpose=self.text(spec.purpose, *path, "syfte"),
            target=spec.target if spec.background else self.text(spec.target, *path, "målvärde"),
            clarification=self.optional(spec.clarification, *path, "förtydligande"),
            per_row=tuple(
                (row, tuple((key, self.text(text, *path, "per_rad", row.value, key.value)) for key, text in words))
                for row, words in spec.per_row
            ),
        )
