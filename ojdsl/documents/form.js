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
  const textColumns = new Set(data.questions.flatMap((question) => [
    question.comment, ...question.lines.flatMap((line) => [...line.texts, ...(line.kind === "text" ? line.columns : [])]),
  ]));
  const text = (name) => writtenText(named(name)[0]?.value || "");
  const answers = survey(form, data, text);
  const { named, gate, shownLines, answeredIn, asked, answered } = answers;
  let unsaved = false;

  function saved() {
    const row = new Map([[data.unit, unit.value], [data.gate, gate()]]);
    for (const question of asked()) {
      if (question.comment) row.set(question.comment, text(question.comment));
      for (const line of shownLines(question)) {
        for (const column of line.columns) row.set(column, answers.label(column));
        for (const column of line.texts) row.set(column, text(column));
      }
    }
    return data.columns.map((column) => row.get(column) || "");
  }

  function say(id, ...paragraphs) {
    byId(id).replaceChildren(...paragraphs.map((said) => Object.assign(document.createElement("p"), { textContent: said })));
  }

  // --- what the buttons do

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
    const field = answers.faulty();
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
    answers.refresh();
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
    else if (column === data.gate) answers.tick(named(column).find((field) => field.value === value));
    else answers.answer(column, value);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.id === "open") return;
    answers.settle(event.target);
    unsaved = true;
    say("saved");
    answers.refresh();
  });
  form.addEventListener("click", (event) => {
    if (!event.target.matches(".clear")) return;
    unsaved = true;
    answers.clear(event.target);
  });
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
  answers.refresh();
}

start();
