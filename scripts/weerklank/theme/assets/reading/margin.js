// What others say of a paragraph opens by its line or by a click on the marked words themselves: one paragraph at a
// time. Escape closes it. Under a narrow text it opens as a sheet from below, with the marked words in sight above it.
import { say } from "../say.js";

const BESIDE = matchMedia("(min-width: 60rem)");
const SHEET = matchMedia("(max-width: 600px)");
const text = document.querySelector("[data-seed]");
const blocks = [...document.querySelectorAll(".wk-notes")];
const AIR = 16; // pixels between the marked words and the sheet

const notesOf = (passage) =>
  document.querySelector(`.wk-back[href="#${CSS.escape(passage)}"]`)?.closest(".wk-note");

// Above what is to be read nothing may move: what was open there closes first, and the page stays where it was.
const closeOthers = (notes) => {
  const { top } = notes.getBoundingClientRect();
  blocks.forEach((other) => { if (other !== notes) other.open = false; });
  scrollBy({ top: notes.getBoundingClientRect().top - top, behavior: "instant" });
};

const asSheet = (notes) => {
  const others = notes.querySelector(".wk-others");
  const sheet = Object.assign(document.createElement("dialog"), { className: "wk-sheet" });
  sheet.setAttribute("aria-label", notes.closest(".wk-beside").getAttribute("aria-label"));
  sheet.dataset.apparatus = "";
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: say("sheet.close") });
  close.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", (event) => { if (event.target === sheet) sheet.close(); });
  sheet.addEventListener("close", () => {
    notes.append(others);
    notes.open = false;
    sheet.remove();
    notes.querySelector("summary").focus({ preventScroll: true });
  });
  sheet.append(close, others);
  notes.append(sheet);
  sheet.showModal();
  return sheet;
};

const keepInSight = (mark, sheet) => {
  const under = mark.getBoundingClientRect().bottom + AIR - sheet.getBoundingClientRect().top;
  if (under > 0) scrollBy({ top: under, behavior: "instant" });
};

let wanted = null; // the passage whose words were clicked
const opened = (notes) => {
  if (BESIDE.matches || SHEET.matches) closeOthers(notes);
  const sheet = SHEET.matches && !notes.querySelector("dialog") ? asSheet(notes) : null;
  const note = wanted && notesOf(wanted);
  const mark = wanted ? document.getElementById(wanted) : document.getElementById(notes.dataset.for)?.querySelector(".wk-mark");
  if (sheet && mark) keepInSight(mark, sheet);
  const frame = sheet ?? notes.querySelector(".wk-others");
  if (note) {
    frame.prepend(note); // what was asked for comes first
    frame.scrollTop = 0;
    note.classList.add("is-lit");
  }
  wanted = null;
};

for (const notes of blocks) {
  notes.addEventListener("toggle", () => {
    if (notes.open) opened(notes);
    else notes.querySelectorAll(".is-lit").forEach((note) => note.classList.remove("is-lit"));
  });
}

text?.addEventListener("click", (event) => {
  const mark = event.target.closest("[data-block] .wk-mark");
  if (!mark || event.target.closest("a, button") || !getSelection().isCollapsed) return;
  if (getComputedStyle(mark).cursor !== "pointer") return; // not shown now: it is text
  const notes = notesOf(mark.dataset.passage)?.closest(".wk-notes");
  if (!notes) return;
  wanted = mark.dataset.passage;
  if (notes.open) opened(notes);
  notes.open = true;
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const open = blocks.find((notes) => notes.open && !notes.querySelector("dialog"));
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus({ preventScroll: true });
});
document.addEventListener("click", (event) => {
  if (!BESIDE.matches || event.target.closest(".wk-beside, .wk-mark, .wk-preview, .wk-tools, dialog")) return;
  blocks.forEach((notes) => { notes.open = false; });
});
