"""Faults of sentences that are read back."""

from ojdsl.diagnostics.message import Message

_HINT = (
    "Se efter om två svar, rader eller alternativ skrivs ut på samma sätt. Annars är det ett fel i ojdsl.",
    "See whether two answers, rows or alternatives are printed alike. If not, it is a fault in ojdsl.",
)

MESSAGES: dict[str, Message] = {
    "OJ801": Message(
        "error",
        "En mening om {name} går inte att läsa tillbaka. Läsaren stannar vid: {stops}",
        "A sentence about {name} cannot be read back. The reader stops at: {stops}",
        *_HINT,
    ),
    "OJ802": Message(
        "error",
        "Texten om {name} säger inte vad regeln gör: där regeln ger {rule} ger texten {said}.",
        "The text about {name} does not say what the rule does: where the rule gives {rule} the text gives {said}.",
        *_HINT,
    ),
    "OJ803": Message(
        "error",
        "Texten om nämnaren för {name} säger inte vilka som ingår.",
        "The text about the denominator of {name} does not say who is in it.",
        *_HINT,
    ),
    "OJ804": Message(
        "error",
        "Texten om när fråga {name} ställs säger inte vad villkoret gör.",
        "The text about when question {name} is asked does not say what its condition does.",
        *_HINT,
    ),
    "OJ805": Message(
        "error",
        "Texten om antagandet {name} säger inte vad som antas.",
        "The text about the assumption {name} does not say what is assumed.",
        *_HINT,
    ),
    "OJ880": Message(
        "error",
        "Enheten ”{unit}” innehåller ordet ”{word}”, och då går meningarna om talet inte att läsa på ett enda sätt.",
        "The unit “{unit}” has the word “{word}”, so that sentences about the number cannot be read in one way only.",
        "Skriv enheten utan ”och”, ”eller”, ”på” och ”är”: ett substantiv i flertal, till exempel dagar eller besök per person.",
        "Write the unit without “och”, “eller”, “på” and “är”: a noun in the plural, such as dagar or besök per person.",
    ),
    "OJ881": Message(
        "warning",
        "På fråga {question} skrivs ”{first}” och ”{second}” med samma ord i en mening.",
        "To question {question}, “{first}” and “{second}” are printed with the same words in a sentence.",
        "Ge dem ord som skiljer sig åt. Nämner en regel någon av dem går bilagan inte att bygga.",
        "Give them words that differ. Where a rule names one of them the appendix cannot be built.",
    ),
}
