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

// --- files: one header, one row, RFC 4180 -----------------------------------------------------------------------------

const FORMULA = /^'*[=+\-@＝＋－＠]/;

/** Free text that a spreadsheet would run gets an apostrophe first, which `readText` takes away again. */
function writtenText(text) {
  const kept = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "").normalize("NFC").trim();
  return FORMULA.test(kept) ? `'${kept}` : kept;
}

function readText(text) {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

/** A value as a file gives it, ready for a field. */
function cleaned(value) {
  return readText(value.replaceAll("\u00a0", " ").replace(/\r\n?/g, "\n").normalize("NFC").trim());
}

function toCsv(rows) {
  const field = (text) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** Rows of fields; null where the text is not CSV. The delimiter is the one that the header uses. */
function fromCsv(text) {
  const body = text.replace(/^\uFEFF/, "");
  const line = body.split(/\r?\n/, 1)[0].replace(/"[^"]*"/g, "");
  const semicolon = line.includes(";");
  if (semicolon && line.includes(",")) return null;
  const pattern = semicolon ? /(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r?\n|$)/y : /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const rows = [[]];
  while (pattern.lastIndex < body.length || rows.at(-1).length > 0) {
    const found = pattern.exec(body);
    if (found === null) return null;
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === "") break;
    if (found[3].endsWith("\n")) rows.push([]);
  }
  return rows.filter((row) => row.some((value) => value.trim() !== ""));
}

// --- the page ---------------------------------------------------------------------------------------------------------

function start() {
  const data = JSON.parse(document.getElementById("data").textContent);
  const form = document.getElementById("form");
  const unit = document.getElementById("enhet");
  const byId = (id) => document.getElementById(id);
  const fields = new Map();
  for (const field of form.querySelectorAll("[name]")) fields.set(field.name, [...(fields.get(field.name) || []), field]);
  const named = (name) => fields.get(name) || [];
  const none = (line) => named(`${line.id}-inget`)[0];
  const lineOf = new Map(data.questions.flatMap(({ lines }) => lines.flatMap((line) => line.columns.map((column) => [column, line]))));
  const textColumns = new Set(data.questions.flatMap((question) => [
    question.comment, ...question.lines.flatMap((line) => [...line.texts, ...(line.kind === "text" ? line.columns : [])]),
  ]));
  let look = null;
  let unsaved = false;

  // --- answers

  const chosen = (name) => named(name).find((field) => field.checked);
  const gate = () => chosen(data.gate)?.value || "";
  const numbersIn = (box) => [...box.querySelectorAll("input[type=number]")];
  const wrong = (field) => field.type === "number" && !field.validity.valid;
  const number = (name) => (named(name)[0].value === "" || wrong(named(name)[0]) ? "" : String(Number(named(name)[0].value)));
  const text = (name) => writtenText(named(name)[0]?.value || "");

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

  function saved() {
    const row = new Map([[data.unit, unit.value], [data.gate, gate()]]);
    for (const question of asked()) {
      if (question.comment) row.set(question.comment, text(question.comment));
      for (const line of shownLines(question)) {
        for (const column of line.columns) row.set(column, look(column).label);
        for (const column of line.texts) row.set(column, text(column));
      }
    }
    return data.columns.map((column) => row.get(column) || "");
  }

  // --- what is shown

  function refresh() {
    const before = new Map(data.questions.map((question) => [question, look && shownLines(question).length]));
    look = effective(data.cells, given, gate() === "Nej");
    for (const question of data.questions) {
      for (const line of question.lines) byId(line.id).hidden = !shownIn(line);
      byId(question.id).hidden = byId(question.id).disabled = shownLines(question).length === 0;
    }
    for (const field of numbersIn(form)) field.setAttribute("aria-invalid", wrong(field));
    for (const part of form.querySelectorAll("[data-own]")) part.hidden = gate() === "Nej";
    for (const clear of form.querySelectorAll(".clear")) {
      const box = clear.closest("fieldset");
      clear.hidden = !box.querySelector("input:checked") && !numbersIn(box).some((field) => field.value !== "" || wrong(field));
    }
    const questions = asked();
    byId("progress").textContent = `${questions.filter(answered).length} av ${questions.length} frågor besvarade`;
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
    if (said.length) byId("changes").textContent = said.join(" ");
  }

  function say(id, ...paragraphs) {
    byId(id).replaceChildren(...paragraphs.map((said) => Object.assign(document.createElement("p"), { textContent: said })));
  }

  // --- what the buttons do

  function clear(button) {
    const box = button.closest("fieldset");
    for (const field of box.querySelectorAll("input:checked")) field.checked = false;
    for (const field of numbersIn(box)) field.value = "";
    unsaved = true;
    refresh();
    box.querySelector("input").focus();
  }

  function next() {
    const open = asked().filter((question) => !answered(question));
    const here = document.activeElement.closest("fieldset");
    const later = open.find((question) => here && here.compareDocumentPosition(byId(question.id)) & Node.DOCUMENT_POSITION_FOLLOWING);
    const question = later || open[0];
    if (!question) return say("saved", "Alla frågor är besvarade.");
    const line = shownLines(question).find((one) => !answeredIn(one));
    byId(line.id).querySelector("input:not([type=text]), textarea").focus();
    byId(question.id).scrollIntoView({ block: "start" });
  }

  function save() {
    if (!unit.value) {
      say("saved", "Välj först vilken kommun, stadsdel eller vilket stadsområde som svarar.");
      return unit.focus();
    }
    const field = numbersIn(form).find((one) => wrong(one) && look(one.name).shown);
    if (field) {
      const { name } = data.questions.find(({ lines }) => lines.some((line) => line.columns.includes(field.name)));
      say("saved", `Svaret på ${name} ska vara ett helt tal från ${field.min} till ${field.max}. Rätta det först.`);
      return field.focus();
    }
    const address = URL.createObjectURL(new Blob([toCsv([data.columns, saved()])], { type: "text/csv;charset=utf-8" }));
    const name = `svar_${unit.value}.csv`;
    Object.assign(document.createElement("a"), { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    unsaved = false;
    say("saved", `Svaren finns nu i filen ${name}, där webbläsaren lägger det som hämtas.`);
  }

  async function open(file) {
    const rows = await file.arrayBuffer().then((bytes) => fromCsv(new TextDecoder("utf-8", { fatal: true }).decode(bytes))).catch(() => null);
    if (rows === null || rows.length !== 2 || rows[0].length !== rows[1].length || !rows[0].includes(data.unit)) {
      return say("opened", "Filen kan inte läsas. Den ska vara sparad med det här formuläret: en rad med kolumnnamn och en rad med svar.");
    }
    say("saved");
    if (unsaved && !window.confirm("Svaren i formuläret ersätts av dem i filen. Vill ni öppna filen?")) return undefined;
    const found = rows[0].map((column, index) => [column.trim(), cleaned(rows[1][index])]);
    form.reset();
    for (const [column, value] of found) if (value !== "") fill(column, value);
    refresh();
    unsaved = false;
    for (const box of form.querySelectorAll("details.comment")) box.open = box.querySelector("textarea").value !== "";
    const kept = new Map(saved().map((value, index) => [data.columns[index], cleaned(value)]));
    const lost = found.filter(([column, value]) => (kept.get(column) || "") !== value);
    if (lost.length === 0) return say("opened", `Svaren i ${file.name} är inlästa.`);
    const listed = lost.slice(0, 5).map(([column, value]) => `${column}: ${value || "(tomt)"}`);
    const more = lost.length > 5 ? [`och ${lost.length - 5} till.`] : [];
    return say("opened", `Delar av ${file.name} passar inte formuläret. Det här är inte inläst som det står:`, ...listed, ...more);
  }

  /** Puts a saved value in its field, if the form has such a column and such an answer. */
  function fill(column, value) {
    if (column === data.unit) unit.value = value;
    else if (textColumns.has(column)) named(column)[0].value = value;
    else if (column === data.gate) tick(named(column).find((field) => field.value === value));
    else if (lineOf.get(column)?.kind === "number") named(column)[0].value = value;
    else if (lineOf.has(column)) answer(column, lineOf.get(column), data.cells[column].labels.indexOf(value));
  }

  function answer(column, line, index) {
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

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.id === "open") return;
    settle(event.target);
    unsaved = true;
    say("saved");
    refresh();
  });
  form.addEventListener("click", (event) => { if (event.target.matches(".clear")) clear(event.target); });
  byId("next").addEventListener("click", next);
  byId("save").addEventListener("click", save);
  byId("open").addEventListener("change", async ({ target }) => {
    if (target.files.length) await open(target.files[0]);
    target.value = "";
  });
  window.addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = [...form.querySelectorAll("details:not([open])")];
    for (const box of closed) box.open = true;
  });
  window.addEventListener("afterprint", () => { for (const box of closed) box.open = false; });
  refresh();
}

start();
