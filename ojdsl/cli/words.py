"""What the command line says, in both languages."""

from __future__ import annotations

from ojdsl.diagnostics.message import Language

_WORDS: dict[str, tuple[str, str]] = {
    "missing": ("finns inte.", "does not exist."),
    "not_folder": ("är ingen mapp. Ange mappen för ett område, en omgång eller alla specifikationer.",
                   "is no folder. Give the folder of an area, of a round or of all specs."),
    "unreadable": ("går inte att läsa.", "cannot be read."),
    "exists": ("finns redan och lämnas som den är.", "exists already and is left as it is."),
    "unwritable": ("går inte att skriva.", "cannot be written."),
    "two_roots": ("hör till en annan samling specifikationer. Kontrollera dem var för sig.",
                  "belongs to another collection of specs. Check them one at a time."),
    "no_root": ("ligger inte bland specifikationer: ingen mapp ovanför har mappen gemensamt.",
                "is not among specs: no folder above has the folder gemensamt."),
    "no_area": ("innehåller inget område (en fil med nyckeln område).", "holds no area (a file with the key område)."),
    "no_texts": ("innehåller inga texter (YAML-filer med nyckeln texter).", "holds no texts (YAML files with the key texter)."),
    "many_areas": ("innehåller flera områden; ange ett av dem.", "holds several areas; give one of them."),
    "extra": ("Det här kräver {name}. Installera det med: pip install '{name}'",
              "This needs {name}. Install it with: pip install '{name}'"),
    "no_glyph": ("{file}: inget teckensnitt kan visa ”{text}”. Byt ut det i specifikationen, eller bygg utan --pdf.",
                 "{file}: no font can show “{text}”. Replace it in the specs, or build without --pdf."),
    "check_and_pdf": ("--check jämför det som alltid byggs; ge den utan --pdf.",
                      "--check compares what is always built; give it without --pdf."),
    "built": ("{count} filer i {folder}", "{count} files in {folder}"),
    "evaluated": ("{answered} av {units} enheter har svarat. Resultatet finns i {folder}",
                  "{answered} of {units} units have answered. The results are in {folder}"),
    "sampled": ("Påhittade svar i {file}", "Made-up answers in {file}"),
    "no_indicator": ("Indikatorn {name} finns inte i området.", "There is no indicator {name} in the area."),
    "no_unit": ("Enheten {name} finns inte i omgångens register.", "There is no unit {name} in the round's register."),
    "split_unit": ("Enheten {name} svarar per stadsdel, till exempel {near}.",
                   "The unit {name} answers by district, for example {near}."),
    "near": (" Menade du {names}?", " Did you mean {names}?"),
    "known": (" De som finns är {names}.", " There are {names}."),
    "unit_or_summary": ("ange antingen --unit eller --summary.", "give either --unit or --summary."),
    "not_decided": ("Frågan är för stor för att avgöras.", "The question is too large to be decided."),
    "all_noticed": ("{name}: {changes} ändringar av regeln, alla märks av något exempel",
                    "{name}: {changes} changes of the rule, all noticed by some example"),
    "some_unnoticed": ("{name}: {changes} ändringar av regeln, {unnoticed} märks inte av något exempel:",
                       "{name}: {changes} changes of the rule, {unnoticed} not noticed by any example:"),
    "changes_in_all": ("Tillsammans {changes} ändringar, varav {unnoticed} inte märks.",
                       "In all {changes} changes, of which {unnoticed} are not noticed."),
    "change_becomes": ("{outcome}: ”{before}” blir ”{after}”", "{outcome}: “{before}” becomes “{after}”"),
    "change_gone": ("{outcome}: ”{before}” stryks", "{outcome}: “{before}” is struck out"),
    "change_dropped": ("hela villkoret för {outcome} stryks", "the whole condition for {outcome} is struck out"),
    "change_swapped": ("{outcome} och {other} byter plats", "{outcome} and {other} change places"),
    "fewest_proven": ("Förslag som märker dem, det minsta antal fullständiga exempel som räcker ({count}):",
                      "Examples that would notice them, the smallest number of complete ones that is enough ({count}):"),
    "fewest_found": ("Förslag som märker dem, det minsta antal som hittats ({count}):",
                     "Examples that would notice them, the smallest number found ({count}):"),
    "examples_added": ("{count} exempel i {file}. Avgör vart och ett för hand och ta sedan bort granska: ja.",
                       "{count} examples in {file}. Settle each by hand, then remove granska: ja."),
    "no_counterexample": ("Det finns inget nytt motexempel att skriva in.", "There is no new counterexample to write."),
    "no_block_list": ("{file}: exempel: är ingen lista med ett bindestreck per rad; skriv in förslagen för hand.",
                      "{file}: exempel: is no list with a hyphen a line; add the examples by hand."),
    "new_indicator": ("{file} är påbörjad. Fyll i det som är tomt, lägg till {name} under indikatorer i {list} "
                      "och kör ojdsl check {area}",
                      "{file} is begun. Fill in what is empty, add {name} below indikatorer in {list} "
                      "and run ojdsl check {area}"),
    "new_question": ("{file} är påbörjad. Fyll i det som är tomt, använd {name} i en regel eller skriv redovisas_inte med ett "
                     "skäl, och kör ojdsl check {area}",
                     "{file} is begun. Fill in what is empty, use {name} in a rule or write redovisas_inte with a reason, "
                     "and run ojdsl check {area}"),
    "name_taken": ("{name} finns redan, i {other}", "{name} exists already, in {other}"),
    "no_indicator_name": ("”{name}” kan inte vara en indikators namn. Det börjar med en liten bokstav a–z och har bara små "
                          "bokstäver a–z, siffror och _.",
                          "“{name}” cannot be the name of an indicator. It begins with a small letter a–z and has only small "
                          "letters a–z, digits and _."),
    "no_question_name": ("”{name}” kan inte vara en frågas namn. Skriv sektion och nummer: G2, G10.1, M6.",
                         "“{name}” cannot be the name of a question. Write section and number: G2, G10.1, M6."),
    "a_follow_up": ("{name} är en följdfråga. Skriv den under följdfrågor i filen för {other}.",
                    "{name} is a follow-up. Write it below följdfrågor in the file of {other}."),
    "other_section": ("{name} hör varken till omgångens eller områdets sektion ({other}).",
                      "{name} belongs neither to the section of the round nor of the area ({other})."),
    "nothing_written": ("Inget skrevs.", "Nothing was written."),
    "previewed": ("Förhandsvisning: {address} (avsluta med Ctrl-C)", "Preview: {address} (stop it with Ctrl-C)"),
    "port_taken": ("Porten {port} används av något annat. Utan --port väljs en som är ledig.",
                   "Port {port} is used by something else. Without --port a free one is chosen."),
    "interrupted": ("Avbrutet.", "Interrupted."),
    "usage": ("Kommandot går inte att tolka: {problem} Se {command} --help.",
              "The command cannot be understood: {problem} See {command} --help."),
    "missing_argument": ("{name} saknas.", "{name} is missing."),
    "no_option": ("flaggan {name} finns inte.", "there is no option {name}."),
    "no_command": ("kommandot {name} finns inte.", "there is no command {name}."),
    "bad_value": ("{name} kan inte vara så.", "{name} cannot be that."),
    "other": ("{name}", "{name}"),
}  # fmt: skip


def say(key: str, language: Language, **facts: object) -> str:
    """A line of words."""
    swedish, english = _WORDS[key]
    return (swedish if language == "sv" else english).format(**facts)
