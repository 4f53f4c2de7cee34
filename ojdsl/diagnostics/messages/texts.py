"""Faults in hand-written texts."""

from ojdsl.diagnostics.message import Message

MESSAGES: dict[str, Message] = {
    "OJ501": Message(
        "error",
        "Platshållaren ”{name}” finns inte.",
        "There is no placeholder “{name}”.",
        "Platshållarna är {known:and}.",
        "The placeholders are {known:and}.",
    ),
    "OJ502": Message(
        "warning",
        "Datumet eller tiden ”{date}” är skriven för hand.",
        "The date or time “{date}” is typed by hand.",
        "Använd omgångens platshållare, till exempel mätdatum inom klammer.",
        "Use the placeholders of the round, such as mätdatum in braces.",
    ),
    "OJ503": Message(
        "warning",
        "Fråga {question} har samma lydelse som fråga {other}.",
        "Question {question} has the same wording as question {other}.",
        "Ta bort den ena, eller skriv vad som skiljer dem.",
        "Remove one of them, or write what tells them apart.",
    ),
    "OJ504": Message(
        "warning",
        "”{name}” är på ett annat ställe stavat ”{other}”.",
        "“{name}” is elsewhere spelled “{other}”.",
        "Välj ett skrivsätt.",
        "Choose one spelling.",
    ),
    "OJ505": Message(
        "warning",
        "Författningens nummer ”{number}” saknar ett årtal med fyra siffror.",
        "The number “{number}” of the law lacks a year of four digits.",
        "Skriv till exempel 2001:453.",
        "Write for example 2001:453.",
    ),
    "OJ506": Message(
        "error",
        "Platshållaren ”period” kan bara stå i en fråga som säger vilken period den gäller.",
        "The placeholder “period” can stand only in a question that says which period it is about.",
        "Lägg till nyckeln period i frågan, eller skriv periodens eget namn inom klammer: {known:or}.",
        "Add the key period to the question, or write the period's own name in braces: {known:or}.",
    ),
    "OJ510": Message(
        "error",
        "Specifikationerna har ingen text ”{name}” under ”{where}”.",
        "The specs have no text “{name}” under “{where}”.",
        "Texterna där är {known:and}.",
        "The texts there are {known:and}.",
    ),
    "OJ511": Message(
        "error",
        "Textpaketet ger texten ”{name}” två gånger.",
        "The package of texts gives the text “{name}” twice.",
        "Behåll en av dem.",
        "Keep one of them.",
    ),
    "OJ512": Message(
        "error",
        "Svaren ”{first}” och ”{second}” på fråga {question} går inte att skilja åt.",
        "The answers “{first}” and “{second}” to question {question} cannot be told apart.",
        "Ge dem olika texter; ingen av dem får heller vara den andras etikett.",
        "Give them different texts; neither may be the label of the other.",
    ),
    "OJ513": Message(
        "error",
        "Texterna gäller ”{name}”, som varken är en omgång eller ett område.",
        "The texts are for “{name}”, which is neither a round nor an area.",
        "Skriv {known:or}.",
        "Write {known:or}.",
    ),
    "OJ514": Message(
        "warning",
        "Av {total} texter under ”{kind}” saknar textpaketet {count}, till exempel {names:and}.",
        "Of {total} texts under “{kind}” the package lacks {count}, such as {names:and}.",
        "Lägg till dem, eller låt specifikationernas egna ord stå kvar; bilagan säger vad som är ordagrant.",
        "Add them, or let the specs' own words stand; the appendix says what is verbatim.",
    ),
}
