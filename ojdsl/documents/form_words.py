"""What the questionnaire says of itself, addressed to those who answer."""

from __future__ import annotations

from ojdsl.documents.introduction import area_in_text
from ojdsl.model.dates import swedish_date
from ojdsl.model.nodes import NONRESPONSE, Catalogue, Number

NONE_OF_THEM = "Inget av alternativen"
SEVERAL = "Flera svar kan anges."


def number_hint(number: Number) -> str:
    """What may be written, and that none is a number, too."""
    return f"Svara med ett helt tal från {number.min} till {number.max}."


def number_wrong(number: Number) -> str:
    """What is said beside an answer that is no such number."""
    return f"Räknas inte: svaret ska vara ett helt tal från {number.min} till {number.max}."


def title(catalogue: Catalogue) -> str:
    return f"Enkät – {catalogue.area.name}, {catalogue.round.name}"


def description(catalogue: Catalogue) -> str:
    return f"Frågor till kommuner och stadsdelar om {area_in_text(catalogue)}, {catalogue.round.name}."


def instruction(catalogue: Catalogue) -> tuple[str, ...]:
    """What one needs to know before the first question, on paper as on a screen."""
    said = (
        f"Frågorna gäller förhållandena den {swedish_date(catalogue.round.reference_date)}, om inte frågan nämner en period.",
        "Med ”ni” menas den som svarar: kommunen, stadsdelen eller stadsområdet.",
        f"En fråga får lämnas tom. Den räknas då som obesvarad, och resultatet blir {NONRESPONSE} där svaret behövs.",
    )
    omitted = "Texterna är omskrivna: de återger innehållet i enkätens frågor, men inte ordagrant."
    return (*said, omitted) if any(one.wording == "paraphrased" for one in catalogue.questions) else said


def gate_question(catalogue: Catalogue) -> str:
    return f"Kan ni besvara frågorna om {area_in_text(catalogue)}?"


def gate_skip(own: str) -> str:
    return f"Svarar ni Nej hoppar ni över ”{own}”. Alla frågor där räknas då som obesvarade."


def section_heading(number: int, own: bool, catalogue: Catalogue) -> str:
    return f"Del {number}. {f'Frågor om {area_in_text(catalogue)}' if own else 'Gemensamma frågor'}"
