// A reader's own notes: written at words or at a paragraph, listed below the text, lit up in it, kept in this browser,
// saved as files and read back. Nothing of it leaves the browser by itself.
import { places, say } from "../../say.js";
import { asAnnotations, asMarkdown, asText, fromAnnotations, save } from "./files.js";
import { partOf, rangeOf } from "./places.js";
import { all, here, keep, newId } from "./store.js";

const LARGEST = 5_000_000; // bytes of a file that is read: a school year of notes has fewer
const element = (name, values = {}, ...children) => {
  const made = Object.assign(document.createElement(name), values);
  made.append(...children);
  return made;
};
const button = (textContent, does, label) => {
  const made = element("button", { type: "button", textContent });
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", does);
  return made;
};

let notes = all();
const own = () => notes.filter(({ slug }) => slug === here);
const placeOf = (note) => [...new Set(note.parts.map(({ block, place }) => place || block))].join(", ");

const status = element("p", { className: "wk-mine-told" });
status.setAttribute("role", "status");
const list = element("ol");
const more = element("p", { className: "wk-mine-more" });
const section = element("section", { className: "wk-mine", lang: document.documentElement.lang });
section.dataset.apparatus = "";

const store = (changed) => {
  notes = changed;
  if (!keep(notes)) status.textContent = say("own.full");
};
const change = (note, body) => {
  Object.assign(note, { body, modified: new Date().toISOString() });
  store(notes);
};

// ---------- in the text: the words lit up, and a sign behind their paragraph ----------

const lightUp = () => {
  if (!globalThis.Highlight) return; // an older browser: the sign alone
  const ranges = own().flatMap(({ parts }) => parts.map(rangeOf)).filter(Boolean);
  CSS.highlights.set("wk-mine", new Highlight(...ranges));
};
const sign = () => {
  document.querySelectorAll(".wk-mine-sign").forEach((each) => each.remove());
  for (const note of own()) {
    const block = document.getElementById(note.parts.at(-1).block);
    if (!block?.closest("[data-seed]")) continue;
    const made = button("✎", () => write(note, made), say("own.sign", { place: placeOf(note) }));
    made.className = "wk-mine-sign";
    made.title = note.body;
    made.dataset.apparatus = "";
    (block.querySelector("p:last-of-type, li:last-of-type") ?? block).append(made);
  }
};

// ---------- below it: the list ----------

const remove = (note) => {
  const before = notes;
  store(notes.filter((each) => each !== note));
  render();
  const undo = button(say("own.undo"), () => { store(before); render(); status.textContent = ""; });
  status.replaceChildren(`${say("own.deleted", { place: placeOf(note) })} `, undo);
  undo.focus();
};
const item = (note) => {
  const place = placeOf(note);
  const field = element("textarea", { value: note.body, rows: 3 });
  const paper = element("p", { className: "wk-mine-paper", textContent: note.body });
  field.setAttribute("aria-label", say("own.field", { place }));
  field.addEventListener("input", () => { change(note, field.value); paper.textContent = field.value; });
  const link = element("a", { href: `#${note.parts[0].block}`, textContent: place });
  const quote = element("q", { textContent: note.parts.map(({ exact }) => exact).join(" […] ") });
  const said = element("p", { className: "wk-mine-quote" }, link, " ", quote);
  if (!note.parts.every(rangeOf)) said.append(` ${say("own.lost")}`);
  return element("li", {}, said, field, paper, button(say("own.delete"), () => remove(note), say("own.delete_what", { place })));
};

const order = (note) => [...document.querySelectorAll("[data-block][id]")].findIndex(({ id }) => id === note.parts[0].block);
const render = () => {
  const shown = own().sort((a, b) => order(a) - order(b));
  list.replaceChildren(...shown.map(item));
  const others = notes.length - shown.length;
  more.textContent = others ? say("own.elsewhere", { n: others }) : "";
  lightUp();
  sign();
};

const name = () => `${say("own.file")}-${here}`;
const read = async (input) => {
  const [file] = input.files;
  if (!file) return;
  try {
    if (file.size > LARGEST) throw new Error("too large");
    const known = new Set(notes.map(({ id }) => id));
    const title = document.querySelector("h1").textContent.trim();
    const found = fromAnnotations(await file.text());
    const fresh = found.filter(({ id }) => !known.has(id)).map((note) => (note.slug === here ? { ...note, title } : note));
    if (fresh.length) store([...notes, ...fresh]);
    status.textContent = fresh.length ? say("own.imported", { n: fresh.length }) : say(found.length ? "own.nothing_new" : "own.no_notes");
  } catch {
    status.textContent = say("own.no_notes");
  }
  input.value = "";
  render();
};

const tools = () => {
  const input = element("input", { type: "file", accept: ".jsonld,.json,application/ld+json,application/json" });
  input.addEventListener("change", () => read(input));
  const kinds = [
    ["text", "txt", asText, "text/plain"],
    ["markdown", "md", asMarkdown, "text/markdown"],
    ["annotations", "jsonld", asAnnotations, "application/ld+json"],
  ];
  const saves = kinds.map(([kind, suffix, written, type]) => button(say(`own.${kind}`), () => save(`${name()}.${suffix}`, written(notes), type)));
  const line = element("p", { className: "wk-mine-files" }, `${say("own.save_as")} `, ...saves.flatMap((each) => [each, " "]));
  return [line, element("p", { className: "wk-mine-files" }, element("label", {}, `${say("own.import")} `, input))];
};

/** Shows the notes of this text, and what can be done with all of them. */
export const show = () => {
  if (!section.isConnected) {
    const heading = element("h2", { id: "wk-mine-title", textContent: say("own.title") });
    section.setAttribute("aria-labelledby", heading.id);
    section.append(heading, element("p", { className: "wk-mine-kept", textContent: say("own.kept") }), list, status, more, ...tools());
    document.querySelector("[data-seed] > :is(.wk-rights, .wk-cite)").before(section);
  }
  render();
};

// ---------- writing ----------

const write = (note, back) => {
  const place = placeOf(note);
  const field = element("textarea", { rows: 6, value: note.body });
  const dialog = element("dialog", { className: "wk-copy", lang: document.documentElement.lang });
  const quote = element("q", { textContent: note.parts.map(({ exact }) => exact).join(" […] ") });
  field.setAttribute("aria-label", say("own.field", { place }));
  dialog.setAttribute("aria-label", say("own.field", { place }));
  dialog.append(element("p", { className: "wk-mine-quote" }, `${place} `, quote), field, button(say("own.done"), () => dialog.close()));
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (field.value.trim()) change(note, field.value.trim());
    else store(notes.filter((each) => each !== note));
    show();
    const block = document.getElementById(note.parts.at(-1).block);
    (block?.querySelector(".wk-mine-sign:last-of-type") ?? (back?.isConnected ? back : null))?.focus({ preventScroll: true });
  });
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
};

/** Makes a note at the parts of a range (cite/words.js); `place` says how a block is cited, `back` is where focus goes. */
export const add = (parts, place, back) => {
  const now = new Date().toISOString();
  const known = document.querySelector("link[rel=canonical]") ?? (location.protocol === "file:" ? null : location);
  const [source] = known?.href.split(/[?#]/) ?? [`/${places.essays}/${here}/`]; // a place on one's own disk is nobody's affair
  const note = {
    id: newId(),
    slug: here,
    title: document.querySelector("h1").textContent.trim(),
    source,
    created: now,
    modified: now,
    body: "",
    parts: parts.map((part) => partOf(part, place(part))),
  };
  store([...notes, note]);
  write(note, back);
};
