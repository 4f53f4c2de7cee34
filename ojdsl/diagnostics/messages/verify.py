"""What a document says otherwise than the specs."""

from ojdsl.diagnostics.message import Message

_SPEC = "Det är specifikationen som gäller. Är den fel, ändra den och bygg om."
_SPEC_EN = "The spec holds. If it is wrong, change it and build again."

MESSAGES: dict[str, Message] = {
    "OJ820": Message(
        "error",
        "Dokumentets beräkning av {name} är en annan än specifikationens. För svaren nedan ger specifikationen {spec} och "
        "dokumentet {document}.",
        "The document calculates {name} otherwise than the spec. For the answers below the spec gives {spec} and the document "
        "{document}.",
        "Ska regeln ändras, gör det i specifikationen (--propose visar hur) och bygg om. En regel ändras aldrig från ett "
        "dokument.",
        "If the rule is to change, do it in the spec (--propose shows how) and build again. A rule is never changed from a "
        "document.",
    ),
    "OJ821": Message(
        "error",
        "Meningen går inte att läsa ({where}). Läsningen stannar vid ”{words}”.",
        "The sentence cannot be read ({where}). Reading stops at “{words}”.",
        "Skriv meningen så som ojdsl build skriver den, annars kan den inte jämföras med regeln.",
        "Write the sentence as ojdsl build does, otherwise it cannot be compared with the rule.",
    ),
    "OJ822": Message(
        "error",
        "Dokumentets nämnare för {name} är en annan: i specifikationen räknas {spec}, i dokumentet {document}.",
        "The document's denominator of {name} is another: the spec counts {spec}, the document {document}.",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ823": Message(
        "error",
        "Dokumentet säger något annat än specifikationen om vilka svar som leder ut ur nämnaren för {name}.",
        "The document says otherwise than the spec which answers lead out of the denominator of {name}.",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ824": Message(
        "error",
        "Enligt dokumentet ställs frågan till färre än enligt specifikationen ({where}).",
        "By the document the question is put to fewer than by the spec ({where}).",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ825": Message(
        "error",
        "Enligt dokumentet ställs frågan till fler än enligt specifikationen ({where}).",
        "By the document the question is put to more than by the spec ({where}).",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ826": Message(
        "error",
        "Svaren skiljer sig åt ({where}): i specifikationen ”{spec}”, i dokumentet ”{document}”.",
        "The answers differ ({where}): in the spec “{spec}”, in the document “{document}”.",
        "Ett svar som byter namn måste bytas i frågan och i reglerna, inte i dokumentet.",
        "An answer that changes its name must do so in the question and in the rules, not in the document.",
    ),
    "OJ827": Message(
        "error",
        "Frågans nummer skiljer sig åt för {name}: i specifikationen {spec}, i dokumentet {document}.",
        "The number of a question differs for {name}: in the spec {spec}, in the document {document}.",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ828": Message(
        "error",
        "Datum eller period skiljer sig åt ({where}): i specifikationen ”{spec}”, i dokumentet ”{document}”.",
        "A date or period differs ({where}): in the spec “{spec}”, in the document “{document}”.",
        "Datum och perioder hör till omgången. Ändra dem i omgång.yaml om de är fel.",
        "Dates and periods belong to the round. Change them in omgång.yaml if they are wrong.",
    ),
    "OJ829": Message(
        "error",
        "Uppgiften skiljer sig åt ({where}): i specifikationen ”{spec}”, i dokumentet ”{document}”.",
        "What is said differs ({where}): in the spec “{spec}”, in the document “{document}”.",
        "Uppgiften räknas fram ur specifikationerna och kan inte skrivas om för hand.",
        "It is made from the specs and cannot be rewritten by hand.",
    ),
    "OJ830": Message(
        "error",
        "Namnet skiljer sig åt ({where}): i specifikationen ”{spec}”, i dokumentet ”{document}”.",
        "The name differs ({where}): in the spec “{spec}”, in the document “{document}”.",
        "Namnet står också i resultatfilen. Byt det i specifikationen, så följer det med överallt.",
        "The name is in the workbook too. Change it in the spec, and it is changed everywhere.",
    ),
    "OJ831": Message(
        "error",
        "Indikatorn {name} finns inte i dokumentet.",
        "The indicator {name} is not in the document.",
        "Ska den inte redovisas, ta bort den ur indikatorer i område.yaml.",
        "If it is not to be published, remove it from indikatorer in område.yaml.",
    ),
    "OJ832": Message(
        "error",
        "Dokumentet beskriver en indikator som inte finns i specifikationerna, eller som redan är beskriven: ”{name}”.",
        "The document describes an indicator that the specs do not have, or that is described already: “{name}”.",
        "Lägg till den bland specifikationerna, eller ta bort den ur dokumentet.",
        "Add it to the specs, or remove it from the document.",
    ),
    "OJ833": Message(
        "error",
        "En del av beskrivningen saknas i dokumentet: {where}.",
        "A part of the description is missing in the document: {where}.",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ834": Message(
        "error",
        "Dokumentet har en del som beskrivningen inte ska ha: {where}.",
        "The document has a part that the description should not have: {where}.",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ835": Message(
        "error",
        "Texten är ändrad ({where}){by}: ”{old}” har blivit ”{new}”.",
        "The text has been changed ({where}){by}: “{old}” has become “{new}”.",
        "Ta in ändringen i specifikationen, till exempel med --accept, eller låt texten vara som den var.",
        "Take the change into the spec, for example with --accept, or leave the text as it was.",
    ),
    "OJ836": Message(
        "warning",
        "Meningen har andra ord men säger samma sak som specifikationen ({where}).",
        "The sentence has other words but says the same as the spec ({where}).",
        "Nästa bygge skriver den på det vanliga sättet. Vill du förklara regeln, skriv ett förtydligande.",
        "The next build writes it in the usual way. To explain the rule, write a förtydligande.",
    ),
    "OJ837": Message(
        "note",
        "{author} skriver i marginalen ({where}): ”{text}”",
        "{author} writes in the margin ({where}): “{text}”",
    ),
    "OJ838": Message(
        "warning",
        "Dokumentet är gjort ur andra specifikationer än de här, eller ur en annan lydelse av dem.",
        "The document was made from other specs than these, or from another version of them.",
        "Det som skiljer kan ha ändrats i specifikationerna sedan dess, inte i dokumentet.",
        "What differs may have been changed in the specs since, not in the document.",
    ),
    "OJ839": Message(
        "warning",
        "Två granskare har ändrat samma ord olika ({where}): till ”{first}” och till ”{second}”.",
        "Two reviewers have changed the same words differently ({where}): to “{first}” and to “{second}”.",
        "Välj en av dem innan du tar in ändringen.",
        "Choose one of them before you take the change in.",
    ),
    "OJ840": Message(
        "error",
        "Dokumentet antar något annat än specifikationen (antagandet {name}). Svaren nedan går emot bara det ena.",
        "The document assumes something else than the spec (the assumption {name}). The answers below go against one of them.",
        _SPEC,
        _SPEC_EN,
    ),
    "OJ841": Message(
        "error",
        "Bilden säger något annat än regeln ({where}): ”{spec}” i specifikationen är ”{document}” i bilden.",
        "The picture says something else than the rule ({where}): “{spec}” in the spec is “{document}” in the picture.",
        "Bilden ritas av regeln. Är regeln fel, ändra den och bygg om.",
        "The picture is drawn from the rule. If the rule is wrong, change it and build again.",
    ),
}
