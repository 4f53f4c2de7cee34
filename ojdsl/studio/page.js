// --- the preview: answers that are tried, and the page anew at every saved change --------------------------------------

const STORE = "ojdsl-svar";
const find = (id) => document.getElementById(id);

/** Answers by column, kept while the tab is open: an indicator finds what was answered at another, and after a change. */
const kept = {
  read() {
    try {
      return JSON.parse(sessionStorage.getItem(STORE)) || {};
    } catch {
      return {};
    }
  },
  write(answers) {
    try {
      sessionStorage.setItem(STORE, JSON.stringify(answers));
    } catch {
      // without a store the answers last as long as the page
    }
  },
};

const number = () => Number(find("fresh").dataset.number);
let latest = 0;

/** The list of indicators, scrolled to where it was, or to the one that is shown. */
function startList(top) {
  const list = document.querySelector("nav.aside");
  const current = list?.querySelector("[aria-current]");
  if (top !== undefined && list) list.scrollTop = top;
  else if (current) list.scrollTop += current.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

/** The form of the page as it is now; called again when the page has been made anew. */
function startForm() {
  const form = find("form");
  if (!form) return;
  const { form: data, examples } = JSON.parse(find("data").textContent);
  const answers = survey(form, data, () => "");
  for (const [column, label] of Object.entries(kept.read())) answers.answer(column, label);

  function changed() {
    answers.refresh();
    const all = kept.read();
    for (const column of Object.keys(data.cells)) all[column] = answers.given(column);
    kept.write(all);
    ask(form, data, answers);
  }

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    answers.settle(event.target);
    changed();
  });
  form.addEventListener("click", (event) => {
    if (event.target.matches(".clear")) answers.clear(event.target);
    else if (event.target.id === "again") form.reset();
    else return;
    changed();
  });
  for (const button of document.querySelectorAll(".try")) {
    button.addEventListener("click", () => {
      form.reset();
      for (const [column, label] of Object.entries(examples[button.dataset.example])) answers.answer(column, label);
      changed();
    });
  }
  answers.refresh();
  ask(form, data, answers);
}

/** Asks for the outcome of what is answered; only the latest answer to that is shown. */
async function ask(form, data, answers) {
  const turn = ++latest;
  const given = Object.keys(data.cells).map((column) => [column, answers.label(column)]).filter(([, label]) => label !== "");
  const body = JSON.stringify({ number: number(), indicator: form.dataset.indicator, answers: Object.fromEntries(given) });
  const reply = await fetch("/prova", { method: "POST", headers: { "Content-Type": "application/json" }, body }).catch(() => null);
  if (turn !== latest || reply === null) return;
  if (reply.status === 409) return void anew();
  const said = await reply.json();
  if (turn !== latest) return;
  if (reply.ok) tell(said);
  else find("outcome").replaceChildren(made("p", said.message));
}

function tell({ outcome, why, rows }) {
  const result = made("p", "Resultat: ");
  result.append(made("strong", outcome));
  find("outcome").replaceChildren(result, ...why.map((sentence) => made("p", sentence)));
  for (const [index, row] of document.querySelectorAll(".decisions tbody tr").entries()) {
    row.classList.toggle("met", rows.includes(index));
    row.querySelector(".here").hidden = !rows.includes(index);
  }
}

function made(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

// --- the page anew ----------------------------------------------------------------------------------------------------

/** Puts the page as the server has it now in the place of this one. What the reader looks at stays where it is. */
async function anew() {
  const reply = await fetch(location.pathname, { cache: "no-store" }).catch(() => null);
  if (reply === null) return;
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
  // an answer that was overtaken by a newer one is older than the page
  if (!(Number(fresh.getElementById("fresh")?.dataset.number) > number())) return;
  const here = place();
  const before = new Map([...document.querySelectorAll("main section")].map((part) => [part.id, words(part)]));
  document.title = fresh.title;
  find("fresh").replaceWith(document.adoptNode(fresh.getElementById("fresh")));
  find("state").className = fresh.getElementById("state").className;
  find("state").replaceChildren(...fresh.getElementById("state").childNodes);
  startForm();
  for (const part of document.querySelectorAll("main section")) {
    if (before.has(part.id) && before.get(part.id) !== words(part)) part.classList.add("new");
  }
  back(here);
}

/** What a section says, without what depends on the answers. */
function words(part) {
  return part.id === "prova" ? find("data").textContent : part.querySelector("table")?.textContent || part.textContent;
}

const MARKS = "h1, main h2, fieldset[id]";

function place() {
  const focused = document.activeElement;
  const mark = [...document.querySelectorAll(MARKS)].filter((one) => one.getBoundingClientRect().height).findLast(
    (one) => one.getBoundingClientRect().top < window.innerHeight / 3,
  );
  return {
    name: focused?.name, value: focused?.value, id: focused?.id || null,
    mark: window.scrollY > 0 && mark ? mark.id || mark.tagName : null,
    top: mark?.getBoundingClientRect().top,
    list: document.querySelector("nav.aside")?.scrollTop,
    open: [...document.querySelectorAll("details[open] summary")].map((one) => one.textContent),
  };
}

function back(here) {
  startList(here.list);
  for (const one of document.querySelectorAll("details summary")) one.parentElement.open = here.open.includes(one.textContent);
  const named = here.name ? [...document.getElementsByName(here.name)] : [];
  const focused = named.find((one) => one.value === here.value) || named[0] || find(here.id);
  if (focused && focused !== document.activeElement) focused.focus({ preventScroll: true });
  const mark = here.mark && (find(here.mark) || document.querySelector(here.mark.toLowerCase()));
  if (mark) window.scrollBy({ top: mark.getBoundingClientRect().top - here.top, behavior: "instant" });
}

// --- changes ----------------------------------------------------------------------------------------------------------

let stream = null;

/** Listens while the page can be seen; a hidden tab must not hold one of the few connections that a browser has. */
function listen() {
  stream?.close();
  stream = null;
  if (document.hidden) return;
  stream = new EventSource(`/andringar?sedd=${number()}`);
  stream.onmessage = () => anew();
  stream.onopen = () => find("lost").replaceChildren();
  stream.onerror = () => find("lost").replaceChildren(
    made("p", "Förhandsvisningen har avslutats. Kör ojdsl preview igen, så fortsätter sidan."),
  );
}

document.addEventListener("visibilitychange", listen);
window.addEventListener("pagehide", () => stream?.close());
window.addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
startList();
startForm();
listen();
