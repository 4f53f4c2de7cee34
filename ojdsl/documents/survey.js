"use strict";

// --- conditions: true, false, or null while the answers leave it open ------------------------------------------------

/** Whether at least `min` and at most `max` of the parts hold. */
function tally(min, max, parts) {
  const sure = parts.filter((part) => part === true).length;
  const open = parts.filter((part) => part === null).length;
  if (sure >= min && sure + open <= max) return true;
  return sure > max || sure + open < min ? false : null;
}

/** `look` gives of a column whether it is asked, and its label ("" while blank). */
function decide(condition, look) {
  const parts = (condition.args || []).map((arg) => decide(arg, look));
  switch (condition.op) {
    case "in": {
      const { asked, label } = look(condition.cell);
      return tally(2, 2, [asked, label === "" ? null : condition.labels.includes(label)]);
    }
    case "between": {
      const { asked, label } = look(condition.cell);
      return tally(2, 2, [asked, label === "" ? null : condition.min <= Number(label) && Number(label) <= condition.max]);
    }
    case "asked": return look(condition.cell).asked;
    case "and": return tally(parts.length, parts.length, parts);
    case "or": return tally(1, parts.length, parts);
    case "count": return tally(condition.min, condition.max, parts);
    default: throw new Error(`unknown condition: ${condition.op}`);
  }
}

/** The survey as it stands: only what is certainly asked keeps its answer. A declined area's own questions are blank. */
function effective(cells, given, declined) {
  const known = new Map();
  const look = (column) => {
    if (!known.has(column)) {
      const { asked_if: condition, own } = cells[column];
      const asked = condition === null || decide(condition, look);
      const shown = asked === true && !(own && declined);
      known.set(column, { asked, shown, label: shown ? given(column) : "" });
    }
    return known.get(column);
  };
  return look;
}

// --- the fields: what they hold, and which of them are shown ---------------------------------------------------------

/**
 * The fields of `form` as answers to the questions in `data`; `text` gives what is written in a field of free text.
 * A page may lack the elements `progress` and `changes`, and the question whether the area can be answered.
 */
function survey(form, data, text) {
  const byId = (id) => document.getElementById(id);
  const fields = new Map();
  for (const field of form.querySelectorAll("[name]")) fields.set(field.name, [...(fields.get(field.name) || []), field]);
  const named = (name) => fields.get(name) || [];
  const none = (line) => named(`${line.id}-inget`)[0];
  const lineOf = new Map(data.questions.flatMap(({ lines }) => lines.flatMap((line) => line.columns.map((column) => [column, line]))));
  let look = null;

  const chosen = (name) => named(name).find((field) => field.checked);
  const gate = () => chosen(data.gate)?.value || "";
  const numbersIn = (box) => [...box.querySelectorAll("input[type=number]")];
  const wrong = (field) => field.type === "number" && !field.validity.valid;
  const number = (name) => (named(name)[0].value === "" || wrong(named(name)[0]) ? "" : String(Number(named(name)[0].value)));

  function given(column) {
    const line = lineOf.get(column);
    const labels = data.cells[column].labels;
    if (line.kind === "text") return text(column);
    if (line.kind === "number") return number(column);
    if (line.kind === "choice") return labels[chosen(column)?.value] || "";
    if (chosen(column)) return labels[0];
    return none(line).checked || line.columns.some(chosen) ? labels[1] : "";
  }

  const shownIn = (line) => line.columns.some((column) => look(column).shown);
  const answeredIn = (line) => line.columns.every((column) => !look(column).shown || look(column).label !== "");
  const shownLines = (question) => question.lines.filter(shownIn);
  const asked = () => data.questions.filter((question) => shownLines(question).length > 0);
  const answered = (question) => question.lines.every(answeredIn);

  function refresh() {
    const before = new Map(data.questions.map((question) => [question, look && shownLines(question).length]));
    look = effective(data.cells, given, gate() === "Nej");
    for (const question of data.questions) {
      for (const line of question.lines) byId(line.id).hidden = !shownIn(line);
      byId(question.id).hidden = byId(question.id).disabled = shownLines(question).length === 0;
    }
    for (const field of numbersIn(form)) {
      field.setAttribute("aria-invalid", wrong(field));
      field.closest(".line").querySelector(".wrong").hidden = !wrong(field);
    }
    for (const part of form.querySelectorAll("[data-own]")) part.hidden = gate() === "Nej";
    for (const clear of form.querySelectorAll(".clear")) {
      const box = clear.closest("fieldset");
      clear.hidden = !box.querySelector("input:checked") && !numbersIn(box).some((field) => field.value !== "" || wrong(field));
    }
    const questions = asked();
    tell("progress", `${questions.filter(answered).length} av ${questions.length} frågor besvarade`);
    announce(before);
  }

  function announce(before) {
    const count = (question) => shownLines(question).length;
    const changed = data.questions.filter((question) => before.get(question) !== null && before.get(question) !== count(question));
    const listed = (said, questions) => (questions.length ? [`${said}: ${questions.map(({ name }) => name).join(", ")}.`] : []);
    const said = [
      ...listed("Visas nu", changed.filter((question) => before.get(question) === 0)),
      ...listed("Visas inte längre", changed.filter((question) => count(question) === 0)),
      ...listed("Andra rader visas i", changed.filter((question) => before.get(question) > 0 && count(question) > 0)),
    ];
    if (said.length) tell("changes", said.join(" "));
  }

  /** The first number that is shown and no number that may be answered. */
  const faulty = () => numbersIn(form).find((field) => wrong(field) && look(field.name).shown);

  function tell(id, said) {
    const place = byId(id);
    if (place) place.textContent = said;
  }

  /** Takes back the answers of the question that a button stands in. */
  function clear(button) {
    const box = button.closest("fieldset");
    for (const field of box.querySelectorAll("input:checked")) field.checked = false;
    for (const field of numbersIn(box)) field.value = "";
    refresh();
    box.querySelector("input").focus();
  }

  /** Puts an answer in its field, if the form has such a column and such an answer. */
  function answer(column, label) {
    const line = lineOf.get(column);
    if (!line || line.kind === "text") return;
    if (line.kind === "number") {
      named(column)[0].value = label;
      return;
    }
    const index = data.cells[column].labels.indexOf(label);
    if (line.kind === "choice") tick(named(column)[index]);
    else if (index === 0) tick(named(column)[0]);
    else if (index === 1 && !line.columns.some(chosen)) tick(none(line));
    if (none(line) && line.columns.some(chosen)) none(line).checked = false;
  }

  function tick(field) {
    if (field) field.checked = true;
  }

  /** "None of them" and the others exclude each other. */
  function settle(field) {
    const line = data.questions.flatMap(({ lines }) => lines).find((one) => one.kind === "mark" && byId(one.id).contains(field));
    if (!line || !field.checked || field.type !== "checkbox") return;
    const others = field === none(line) ? line.columns.flatMap(named) : [none(line)];
    for (const other of others) other.checked = false;
  }

  return {
    named, gate, given, faulty, shownLines, answeredIn, asked, answered, refresh, clear, answer, tick, settle,
    label: (column) => look(column).label,
  };
}
