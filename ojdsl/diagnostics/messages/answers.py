"""Faults in an answers file (OJ601–OJ619), in a register (OJ620–OJ629), doubtful answers (OJ630–), and numbers (OJ635–OJ639)."""

from ojdsl.diagnostics.message import Message

_FILE = {
    "OJ601": Message(
        "error",
        "Filen är inte skriven i UTF-8: tecknet på den här platsen går inte att läsa.",
        "The file is not UTF-8: the character at this place cannot be read.",
        "Spara filen på nytt som ”CSV UTF-8”, eller som Excel (.xlsx).",
        "Save the file again as “CSV UTF-8”, or as Excel (.xlsx).",
    ),
    "OJ602": Message(
        "error",
        "Filen är tom: den saknar rubrikrad.",
        "The file is empty: it has no header row.",
        "Första raden ska innehålla kolumnernas namn. ”ojdsl sample” skriver en fil att utgå från.",
        "The first line holds the names of the columns. “ojdsl sample” writes a file to start from.",
    ),
    "OJ603": Message(
        "error",
        "Rubrikraden innehåller både semikolon och komma, så det går inte att avgöra vad som skiljer kolumnerna åt.",
        "The header contains both semicolons and commas, so it cannot be decided which of them separates the columns.",
        "Använd ett av tecknen mellan kolumnerna, och inget av dem i kolumnernas namn.",
        "Use one of them between the columns, and neither in the names of the columns.",
    ),
    "OJ604": Message(
        "error",
        "Rubrikraden innehåller varken semikolon eller komma, så kolumnerna går inte att skilja åt.",
        "The header contains neither a semicolon nor a comma, so the columns cannot be told apart.",
        "Spara filen med semikolon eller komma mellan kolumnerna.",
        "Save the file with semicolons or commas between the columns.",
    ),
    "OJ605": Message(
        "error",
        'Ett citattecken (") står på fel plats: det ska omge hela värdet, och dubbleras inuti ett värde.',
        'A quotation mark (") is misplaced: it must enclose the whole value, and be doubled inside one.',
        'Skriv till exempel "Han sa ""ja""." Raden har inte lästs.',
        'Write for instance "He said ""yes""." The row was not read.',
    ),
    "OJ606": Message(
        "error",
        'Citattecknet (") som öppnas här stängs aldrig.',
        'The quotation mark (") that opens here is never closed.',
        "Stäng eller ta bort det. Ingenting efter det har lästs.",
        "Close or remove it. Nothing after it was read.",
    ),
    "OJ607": Message(
        "error",
        "Filen går inte att läsa som {format}.",
        "The file cannot be read as {format}.",
        "Öppna den i programmet som skapade den och spara den på nytt, eller spara den som ”CSV UTF-8”.",
        "Open it in the program that made it and save it again, or save it as “CSV UTF-8”.",
    ),
    "OJ608": Message(
        "error",
        "Arbetsboken har inget blad som heter ”{sheet}”. Bladen heter {sheets}.",
        "The workbook has no sheet called “{sheet}”. Its sheets are {sheets}.",
    ),
    "OJ609": Message(
        "error",
        "Ytterligare {more} fel har hittats i filen och visas inte.",
        "Another {more} faults were found in the file and are not shown.",
        "Rätta felen ovan först; de har ofta samma orsak.",
        "Mend the faults above first; they often have the same cause.",
    ),
}

_COLUMNS = {
    "OJ610": Message(
        "error",
        "Rubrikraden saknar {missing}.",
        "The header lacks {missing}.",
        "Lägg till kolumnerna. En fråga som ingen har besvarat ska ha en tom kolumn.",
        "Add the columns. A question that nobody has answered has an empty column.",
    ),
    "OJ611": Message(
        "error",
        "Kolumnen ”{column}” hör inte till området.",
        "The column “{column}” does not belong to the area.",
        "Ta bort kolumnen, eller hoppa över den med --ignore-column.",
        "Remove the column, or skip it with --ignore-column.",
    ),
    "OJ612": Message(
        "error",
        "Kolumnen ”{column}” finns två gånger.",
        "The column “{column}” occurs twice.",
        "Behåll en av dem.",
        "Keep one of them.",
    ),
    "OJ613": Message(
        "error",
        "Kolumn {number} har inget namn.",
        "Column {number} has no name.",
        "Ge kolumnen ett namn eller ta bort den; kanske står det ett skiljetecken för mycket sist på raden.",
        "Name or remove the column; there may be a separator too many at the end of the line.",
    ),
}

_ROWS = {
    "OJ614": Message(
        "error",
        "Raden har {found} värden, men rubrikraden har {expected} kolumner.",
        "The row has {found} values, but the header has {expected} columns.",
        "Ett värde som innehåller skiljetecknet ska stå inom citattecken.",
        "A value that contains the separator must be enclosed in quotation marks.",
    ),
    "OJ615": Message(
        "error",
        "”{value}” är inget svar på {column}. Svaren är {allowed:or}.",
        "“{value}” is not an answer to {column}. The answers are {allowed:or}.",
        "Skriv svaret exakt så, med samma stora och små bokstäver, eller lämna cellen tom.",
        "Write the answer exactly so, in the same case, or leave the cell empty.",
    ),
    "OJ616": Message(
        "error",
        "Enheten ”{unit}” finns inte i omgångens register.",
        "The unit “{unit}” is not in the register of the round.",
        "En kommun skrivs med fyra siffror (0114), en stadsdel som 0180_bromma.",
        "A municipality has four digits (0114), a district is written like 0180_bromma.",
    ),
    "OJ617": Message(
        "error",
        "Kommunen {unit} svarar per stadsdel och kan inte ha en egen rad.",
        "The municipality {unit} answers by district and cannot have a row of its own.",
        "Skriv en rad för varje stadsdel. Stadsdelarna har koder som {district}.",
        "Write a row for each district. The districts have codes such as {district}.",
    ),
    "OJ618": Message(
        "error",
        "Enheten {unit} har flera rader: rad {first} och rad {line}.",
        "The unit {unit} has several rows: line {first} and line {line}.",
        "Behåll en rad per enhet.",
        "Keep one row for each unit.",
    ),
    "OJ619": Message(
        "error",
        "Raden saknar enhet.",
        "The row has no unit.",
        "Skriv enhetens kod i kolumnen ”enhet”.",
        "Write the unit's code in the column “enhet”.",
    ),
}

_REGISTER = {
    "OJ620": Message(
        "error",
        "Registerfilen saknar {missing} i rubrikraden.",
        "The register file lacks {missing} in its header.",
        "Rubrikraden ska vara: {header}",
        "The header is: {header}",
    ),
    "OJ621": Message(
        "error",
        "”{key}” finns två gånger i registret.",
        "“{key}” occurs twice in the register.",
        "Varje enhet, grupp och källa ska stå en gång.",
        "Each unit, group and source stands once.",
    ),
    "OJ622": Message(
        "error",
        "Enheten {unit} hör till ”{group}” på nivån {level}, men den gruppen finns inte i {file}.",
        "The unit {unit} belongs to “{group}” at the level {level}, but {file} has no such group.",
        "Rätta koden, eller lägg till gruppen.",
        "Correct the code, or add the group.",
    ),
    "OJ623": Message(
        "error",
        "Källan ”{key}” finns inte i {file}.",
        "The source “{key}” is not in {file}.",
        "Rätta nyckeln, eller beskriv källan där.",
        "Correct the key, or describe the source there.",
    ),
    "OJ624": Message(
        "error",
        "Raden har {found} värden, men rubrikraden har {expected} kolumner.",
        "The row has {found} values, but the header has {expected} columns.",
        "Ett värde som innehåller komma ska stå inom citattecken.",
        "A value that contains a comma must be enclosed in quotation marks.",
    ),
    "OJ625": Message(
        "error",
        "Raden går inte att läsa: citattecknen stämmer inte.",
        "The row cannot be read: its quotation marks do not match.",
        "Ett citattecken omger hela värdet och dubbleras inuti det. Ingenting efter raden har lästs.",
        "A quotation mark encloses the whole value and is doubled inside it. Nothing after the row was read.",
    ),
    "OJ626": Message(
        "error",
        "”{level}” är ingen redovisningsnivå. Nivåerna är {levels}.",
        "“{level}” is not a reporting level. The levels are {levels}.",
    ),
    "OJ627": Message(
        "error",
        "Registerfilen har kolumnen ”{column}”, som inte hör dit eller finns två gånger.",
        "The register file has the column “{column}”, which does not belong there or occurs twice.",
        "Rubrikraden ska vara: {header}",
        "The header is: {header}",
    ),
    "OJ628": Message(
        "error",
        "Raden saknar värde i kolumnen ”{column}”.",
        "The row has no value in the column “{column}”.",
    ),
}

_DOUBTFUL = {
    "OJ630": Message(
        "note",
        "Enhetskoder som har förlorat sin inledande nolla har lästs med den ({count} st.), den första ”{written}” som {unit}.",
        "Unit codes that have lost their leading zero were read with it ({count} of them), the first “{written}” as {unit}.",
        "Spara kolumnen ”enhet” som text, så behålls nollan.",
        "Store the column “enhet” as text, and the zero is kept.",
    ),
    "OJ631": Message(
        "warning",
        "Antal enheter vars svar går emot antagandet {name}: {count}. Först i filen står {units:and}.",
        "Number of units whose answers go against the assumption {name}: {count}. First in the file: {units:and}.",
        "Resultaten räknas på svaren som de är, men det som är bevisat med antagandet gäller inte dem. Skälet till antagandet: "
        "{reason}",
        "Results are computed from the answers as they are, but what is proven with the assumption does not hold of them. "
        "The reason for it: {reason}",
    ),
    "OJ632": Message(
        "warning",
        "{unit} har svarat på ett sätt som antagandet {name} utesluter: {answers:and}. Svaren räknas som de är.",
        "{unit} has answered in a way that the assumption {name} rules out: {answers:and}. The answers count as they are.",
        "Fråga enheten om svaren är rätt. Är de det är antagandet fel.",
        "Ask the unit whether the answers are right. If they are, the assumption is wrong.",
    ),
    "OJ651": Message(
        "warning",
        "{unit} har svarat ”{answer}” på {column}, men frågan ställdes inte, eftersom {because}. Svaret räknas inte.",
        "{unit} has answered “{answer}” to {column}, but the question was not asked, since {because}. The answer does not count.",
        "Fråga enheten vilket av svaren som är rätt.",
        "Ask the unit which of the answers is right.",
    ),
    "OJ652": Message(
        "warning",
        "{unit} har svarat ”{answer}” på {column}, men också att området inte kan besvaras ({gate} = Nej). Svaret räknas inte.",
        "{unit} has answered “{answer}” to {column}, but also that it cannot answer the area ({gate} = Nej). "
        "The answer does not count.",
        "Fråga enheten om den kan besvara området.",
        "Ask the unit whether it can answer the area.",
    ),
}

_NUMBERS = {
    "OJ635": Message(
        "error",
        "”{value}” är inget svar på {column}: det ska vara ett helt tal från {min} till {max}.",
        "“{value}” is not an answer to {column}: it must be a whole number from {min} to {max}.",
        "Skriv talet med siffror, utan decimaler, enhet och mellanslag, eller lämna cellen tom.",
        "Write the number in digits, without decimals, unit and spaces, or leave the cell empty.",
    ),
    "OJ636": Message(
        "error",
        "{value} är inget svar på {column}: talet ska vara från {min} till {max}.",
        "{value} is not an answer to {column}: the number must be from {min} to {max}.",
        "Fråga enheten om talet är rätt. Är det rätt ska gränserna under tal i frågan ändras.",
        "Ask the unit whether the number is right. If it is, change the limits below tal in the question.",
    ),
}

MESSAGES: dict[str, Message] = {**_FILE, **_COLUMNS, **_ROWS, **_REGISTER, **_DOUBTFUL, **_NUMBERS}
