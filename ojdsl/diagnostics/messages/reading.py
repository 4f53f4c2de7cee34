"""Faults in files and in YAML itself."""

from ojdsl.diagnostics.message import Message

MESSAGES: dict[str, Message] = {
    "OJ101": Message(
        "error",
        "Filen är inte sparad som UTF-8.",
        "The file is not saved as UTF-8.",
        "Spara den på nytt med kodningen UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
        "Save it again with the encoding UTF-8 (in Notepad: Save as, Encoding UTF-8).",
    ),
    "OJ102": Message(
        "error",
        "Filen är för stor: {size} byte, högst {largest} tillåts.",
        "The file is too large: {size} bytes, at most {largest} are allowed.",
        "Dela upp den; en specifikation är en fil per fråga eller indikator.",
        "Split it; there is one file for each question or indicator.",
    ),
    "OJ103": Message(
        "error",
        "Filen är tom, eller har bara kommentarer.",
        "The file is empty, or has comments only.",
        "Skriv en specifikation i den eller ta bort den.",
        "Write a spec in it or remove it.",
    ),
    "OJ104": Message(
        "error",
        "Här står en tabb (visas som →).",
        "There is a tab here (shown as →).",
        "Ersätt alla tabbar i filen med blanksteg. Antal: {count}.",
        "Replace all tabs of the file with spaces. Number: {count}.",
    ),
    "OJ105": Message(
        "error",
        "Här står ett osynligt styrtecken ({character}).",
        "There is an invisible control character ({character}) here.",
        "Ta bort tecknet och skriv om ordet.",
        "Remove it and type the word again.",
    ),
    "OJ110": Message(
        "error",
        "Filen går inte att läsa som YAML. Det tekniska felet är: {problem}.",
        "The file cannot be read as YAML. The technical fault is: {problem}.",
        "Jämför indrag, kolon och citattecken med en fil som fungerar.",
        "Compare indents, colons and quotation marks with a file that works.",
    ),
    "OJ111": Message(
        "error",
        "Här står ett kolon följt av blanksteg inne i en text.",
        "There is a colon and a space inside a text here.",
        "Sätt hela texten inom enkla citattecken, eller skriv den under en rad med |. Är det en ny nyckel: se över dess indrag, "
        "och att raden ovanför har ett kolon.",
        "Put the whole text in single quotation marks, or write it below a line with |. If it is a new key: look over its "
        "indent, and that the line above has a colon.",
    ),
    "OJ112": Message(
        "error",
        "Raden saknar kolon efter nyckeln, eller bindestreck om den hör till en lista.",
        "The line lacks a colon after the key, or a hyphen if it belongs to a list.",
        "Skriv ”nyckel: värde” med ett blanksteg efter kolonet, eller ett bindestreck och ett blanksteg först på raden. "
        "Hör raden till texten ovanför: dra in den lika mycket.",
        "Write “key: value” with a space after the colon, or a hyphen and a space first on the line. "
        "If the line belongs to the text above: indent it as much.",
    ),
    "OJ113": Message(
        "error",
        "Raden hör inte ihop med raderna ovanför: indraget stämmer inte.",
        "The line does not belong to those above it: the indent is wrong.",
        "Låt nycklar på samma nivå börja i samma kolumn, med två blanksteg per nivå.",
        "Let keys of the same level begin in the same column, two spaces a level.",
    ),
    "OJ114": Message(
        "error",
        "Den här texten inleds med ett citattecken men avslutas inte där den ska.",
        "This text begins with a quotation mark but is not closed where it should be.",
        "Avsluta den med samma sorts citattecken, eller ta bort det första.",
        "Close it with the same kind of quotation mark, or remove the first one.",
    ),
    "OJ115": Message(
        "error",
        "En text får inte börja med det här tecknet.",
        "A text cannot begin with this character.",
        "Sätt texten inom citattecken.",
        "Put the text in quotation marks.",
    ),
    "OJ116": Message(
        "error",
        "Det som börjar med en hakparentes eller klammer här går inte att läsa.",
        "What begins with a bracket or brace here cannot be read.",
        "En text som börjar med {{ eller [ sätts inom citattecken. En lista skrivs med ett bindestreck per rad.",
        "Put a text that begins with {{ or [ in quotation marks. Write a list with a hyphen a line.",
    ),
    "OJ117": Message(
        "error",
        "En nyckel måste vara en text.",
        "A key must be a text.",
        "Skriv en nyckel följd av kolon.",
        "Write a key followed by a colon.",
    ),
    "OJ118": Message(
        "error",
        "Nyckeln ”{key}” står två gånger på samma nivå.",
        "The key “{key}” is given twice at the same level.",
        "Behåll en av dem.",
        "Keep one of them.",
    ),
    "OJ119": Message(
        "error",
        "Ankare (&), alias (*) och taggar (!) får inte användas.",
        "Anchors (&), aliases (*) and tags (!) are not allowed.",
        "Skriv ut texten. En text som börjar med något av tecknen sätts inom citattecken.",
        "Write the text out. Put a text that begins with one of them in quotation marks.",
    ),
    "OJ120": Message(
        "error",
        "Här är fler än {deepest} nivåer inuti varandra.",
        "There are more than {deepest} levels inside each other here.",
        "Skriv om innehållet med färre nivåer.",
        "Write it with fewer levels.",
    ),
    "OJ121": Message(
        "error",
        "Filen innehåller flera dokument (---).",
        "The file holds several documents (---).",
        "Dela upp den i en fil per dokument.",
        "Split it into a file for each.",
    ),
    "OJ122": Message(
        "error",
        "Här står det mer efter en text som har avslutats med citattecken.",
        "There is more here after a text that has been closed with a quotation mark.",
        "Sätt enkla citattecken (') om hela texten, eller ta bort dem som står där.",
        "Put single quotation marks (') around the whole text, or remove those that are there.",
    ),
    "OJ123": Message(
        "error",
        "En lista kan inte börja här.",
        "A list cannot begin here.",
        "Låt listan börja på raden under nyckeln, med ett bindestreck per rad. En text som börjar med ett bindestreck och ett "
        "blanksteg sätts inom citattecken.",
        "Let the list begin on the line below the key, with a hyphen a line. Put a text that begins with a hyphen and a space "
        "in quotation marks.",
    ),
    "OJ124": Message(
        "error",
        "Inom dubbla citattecken har tecknet \\ en egen betydelse i YAML.",
        "Within double quotation marks the character \\ has a meaning of its own in YAML.",
        "Använd enkla citattecken (') om texten.",
        "Use single quotation marks (') around the text.",
    ),
}
