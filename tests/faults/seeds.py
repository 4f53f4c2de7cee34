"""What a class of faults is, and all of them; each seeds one mistake that a person makes, wherever it can be made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.faults import seeds_of_files, seeds_of_names, seeds_of_questions, seeds_of_rules
from tests.faults.lines import Seed, Specs


@dataclass(frozen=True)
class Class:
    """Mistakes of one sort: the codes of which one should be reported, and those that may follow from it."""

    name: str
    seeds: Callable[[Specs], Iterable[Seed]]
    codes: str
    follow: str = ""


NAMES, QUESTIONS, RULES, FILES = seeds_of_names, seeds_of_questions, seeds_of_rules, seeds_of_files

CLASSES = (
    Class("a letter of an answer in a rule", RULES.misspelt_answer, "302 404", "424"),
    Class("a letter of an answer in vid", RULES.misspelt_vid, "302 404"),
    Class("a question that does not exist in a rule", RULES.unknown_question, "301", "340"),
    Class("a question of rows or marks instead, in a rule", RULES.other_kind_of_question, "302 304 321 322 325 301"),
    Class("another question of the same kind, in a rule", RULES.other_question, "340 421 422 424 425 428 432 435 436", "446"),
    Class("an outcome's clause dropped", RULES.clause_dropped, "431 418", "424 425 428 432 446"),
    Class("an outcome's name misspelt in the rule", RULES.misspelt_outcome, "313", "431"),
    Class("annars dropped", RULES.otherwise_dropped, "420 431", "428 432"),
    Class("annars not last", RULES.otherwise_not_last, "417"),
    Class("quotation marks of an answer dropped", RULES.quotes_dropped, "404 302"),
    Class("the comma before och/eller dropped", RULES.comma_dropped, "404 302"),
    Class("är replaced by =", RULES.equals_sign, "404"),
    Class("one of two och made eller", RULES.mixed, "406"),
    Class("a condition cut off", RULES.cut_off, "405 404"),
    Class("the same answers given to a second outcome", RULES.overlap, "421", "428 425 432"),
    Class("a row in a rule misspelt", RULES.misspelt_row, "303"),
    Class("a reported outcome removed", RULES.reported_removed, "423", "428 432"),
    Class("a reported outcome added", RULES.reported_added, "431"),
    Class("a denominator claim changed", RULES.claim_changed, "425 432 404"),
    Class("Ja and Delvis swapped, where better answers are claimed", RULES.better_made_worse, "446", "425 428 432 435"),
    Class("an example's outcome changed", RULES.example_outcome, "428"),
    Class("an example's answer misspelt", RULES.misspelt_example, "302 337 329"),
    Class("an alternative removed, which something names", QUESTIONS.alternative_removed, "302", "422 428 435 440 447"),
    Class("an alternative relabelled, which something names", QUESTIONS.alternative_relabelled, "302", "340 447"),
    Class("an alternative given twice", QUESTIONS.alternative_doubled, "329 338"),
    Class("a row relabelled, which something names", QUESTIONS.row_relabelled, "303", "320 326 341 340"),
    Class("a row removed, which something names", QUESTIONS.row_removed, "303", "428 320 326 341 340"),
    Class("a follow-up's condition reversed, of a rule", QUESTIONS.reversed_in_use, "422 426 428", "420 425 432 441"),
    Class("a follow-up's condition dropped", QUESTIONS.condition_dropped, "211"),
    Class("a follow-up's letter changed, of a rule", QUESTIONS.letter_changed, "301", "340"),
    Class("a question's number changed, of a rule", QUESTIONS.number_changed, "301", "319 336 340 333"),
    Class("a period misspelt", QUESTIONS.misspelt_period, "307", "501"),
    Class("a code with a capital letter", QUESTIONS.capital_code, "335"),
    Class("a term misspelt", NAMES.misspelt_term, "305 306", "342"),
    Class("a term's sense dropped", NAMES.sense_dropped, "306 305", "342"),
    Class("a quality area misspelt", NAMES.misspelt_quality, "308"),
    Class("kvalitetsområde and indikatorområde swapped", NAMES.areas_swapped, "308"),
    Class("a law misspelt", NAMES.misspelt_law, "309", "343"),
    Class("a reference to a law in another form", NAMES.law_form, "328"),
    Class("a work misspelt", NAMES.misspelt_work, "310", "346"),
    Class("an operation misspelt", NAMES.misspelt_operation, "347", "348"),
    Class("an indicator removed from the area's list", NAMES.not_listed, "312", "206"),
    Class("an indicator listed twice", NAMES.listed_twice, "314"),
    Class("an indicator misspelt in the area's list", NAMES.misspelt_listed, "311", "312"),
    Class("an indicator misspelt in its file", NAMES.misspelt_indicator, "311 312", "318"),
    Class("a fixed choice misspelt", NAMES.misspelt_choice, "208", "207"),
    Class("typ misspelt", NAMES.misspelt_type, "208"),
    Class("a placeholder misspelt", NAMES.misspelt_placeholder, "501"),
    Class("a date typed by hand", NAMES.date_by_hand, "502"),
    Class("a text emptied", NAMES.text_emptied, "205 402 203"),
    Class("a required key dropped", FILES.required_dropped, "203 215 214"),
    Class("a key misspelt", FILES.misspelt_key, "202 203 215", "205 501 211"),
    Class("a key given twice", FILES.doubled_key, "118"),
    Class("an indent one space too many", FILES.indented, "113 111 112 123 204 202 209"),
    Class("an indent one space too few", FILES.outdented, "113 112 111 202 209 118 215"),
    Class("a tab for an indent", FILES.tab, "104"),
    Class("a colon after a key dropped", FILES.colon_dropped, "112 111 113 123 201 202 203 204 206 209"),
    Class("a hyphen of a list dropped", FILES.hyphen_dropped, "112 113 206 209 111 122 337"),
    Class("a quotation mark not closed", FILES.quote_open, "114 122"),
    Class("a colon within a text", FILES.colon_in_text, "111 209"),
    Class("an invisible character", FILES.invisible, "105"),
    Class("a file saved as Latin-1", FILES.latin1, "101"),
    Class(
        "a file cut in the middle", FILES.truncated, "203 205 201 211 206 301 302 303 304 311 312 313 420 423 431 402 405 418 428"
    ),
    Class("a question's file missing, of a rule", FILES.question_missing, "301 319", "342"),
    Class("an indicator's file missing", FILES.indicator_missing, "311", "340 341 342 343 346 348 345"),
    Class("a file copied under another name", FILES.copied, "314", "315"),
    Class("a unit given twice in the register", FILES.unit_twice, "621"),
    Class("a unit's group unknown", FILES.unit_group, "622 623"),
    Class("a value too few in the register", FILES.unit_short, "624"),
)

OUT_OF_REACH = (
    Class("namn and kortnamn swapped", NAMES.names_swapped, ""),
    Class("a word of a text changed", NAMES.word_changed, ""),
    Class("a condition of a clause dropped", RULES.condition_dropped, ""),
    Class("och made eller, or the reverse", RULES.joint_changed, ""),
    Class("minst 1 made minst 2", RULES.number_changed, ""),
    Class("an answer in a rule made another answer", RULES.other_answer, ""),
    Class("an answer in an example made another", RULES.example_answer, ""),
    Class("an alternative relabelled, which nothing names", QUESTIONS.unnamed_relabelled, ""),
    Class("a follow-up's condition reversed, of no rule", QUESTIONS.reversed_unused, ""),
    Class("a term dropped from a question", NAMES.term_dropped, ""),
)
"""Changes that give another sound spec: only an example, or something that becomes needless, can give them away."""
