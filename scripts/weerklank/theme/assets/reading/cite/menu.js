// A small menu at a § number, at selected words or in a passage's note: copy the link, the quotation,
// or a link that lights the words up. Escape closes it.
import { say } from "../../say.js";
import { copy } from "./copy.js";
import { fragment } from "./fragment.js";
import { add } from "../own/notes.js";
import { blocks, partsOf, placeWords } from "./words.js";

const cited = document.querySelector(".wk-cite").dataset;
const by = cited.cite;
let panel = null;
let owner = null; // where the focus goes back to; null for selected words

const address = (id) => `${(document.querySelector("link[rel=canonical]") ?? location).href.split(/[?#]/)[0]}#${id}`;

const button = (label, words, what) => {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
  made.addEventListener("click", () => copy(words, made, what));
  return made;
};

// How one refers to '§ 7', or to '§ 7–9', in running text: '(Klamer, 2014, al. 7)'. A heading has no number.
const inText = (place) => {
  const number = place.replace(/^§\s*/, "");
  const form = number.includes("–") ? cited.inTexts : cited.inText;
  return form && number !== place ? form.replace("{n}", () => number) : "";
};

const close = () => {
  if (!panel) return;
  const inside = panel.contains(document.activeElement);
  panel.remove();
  panel = null;
  if (inside) owner?.focus();
};

// Under its place, above it where there is no room; within the window's width.
const lay = (box) => {
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const above = box.bottom + panel.offsetHeight + 14 > height && box.top > panel.offsetHeight + 14;
  panel.style.left = `${Math.max(8, Math.min(box.left, width - panel.offsetWidth - 8)) + scrollX}px`;
  panel.style.top = `${scrollY + (above ? box.top - panel.offsetHeight - 6 : box.bottom + 6)}px`;
};

// The way to a range of paragraphs that begins here: whoever copies it chooses the end.
const rangeChoice = (first) => {
  const rest = blocks.slice(blocks.indexOf(first)).filter((block) => block.querySelector(".wk-num"));
  if (rest.length < 2) return [];
  const select = document.createElement("select");
  select.append(...rest.slice(1).map((block) => new Option(block.querySelector(".wk-num").textContent.trim(), block.id)));
  const label = document.createElement("label");
  label.append(`${say("range.until")} `, select);
  const made = Object.assign(document.createElement("button"), { type: "button" });
  const place = () => placeWords([first, document.getElementById(select.value)].map((block) => ({ block })));
  const name = () => { made.textContent = say("range.copy", { place: place() }); delete made.dataset.label; };
  select.addEventListener("change", name);
  made.addEventListener("click", () => copy(address(`${first.id}-${select.value}`), made, say("copy.link_to", { place: place() })));
  name();
  return [label, made];
};

// `put` sets the menu into the page, where Tab leads to it next; `id` is what the link leads to, `speaker` who
// speaks where that is not the author.
const open = (range, id, put, box, from, speaker = "") => {
  const parts = partsOf(range);
  close();
  if (!parts.length) return;
  owner = from;
  const place = placeWords(parts);
  const link = address(id ?? parts[0].block.id);
  const source = `${speaker && `${say("copy.quoted_in", { speaker })} `}${by}, ${place}, ${link}`;
  const quotation = `“${parts.map(({ words }) => words).join("\n\n")}” (${source})`;
  const lit = fragment(parts);
  panel = Object.assign(document.createElement("div"), { className: "wk-tools", popover: "manual" });
  panel.dataset.apparatus = "";
  panel.lang = document.documentElement.lang;
  panel.setAttribute("role", "group");
  panel.setAttribute("aria-label", say("copy.menu", { place }));
  panel.append(button(say("copy.link"), link, say("copy.link_to", { place })), button(say("copy.cite"), quotation, say("copy.cited", { place })));
  if (inText(place)) panel.append(button(say("copy.in_text"), inText(place), inText(place)));
  if (lit) panel.append(button(say("copy.words_link"), link + lit, say("copy.link_to_words")));
  if (range.startContainer === parts[0].block && from?.matches(".wk-num")) panel.append(...rangeChoice(parts[0].block));
  const note = Object.assign(document.createElement("button"), { type: "button", textContent: say("own.add") });
  note.addEventListener("click", () => { close(); add(parts, (part) => placeWords([part]), from); });
  panel.append(note);
  panel.addEventListener("pointerdown", (event) => { if (!event.target.closest("select")) event.preventDefault(); }); // the selection stays
  put(panel);
  panel.showPopover();
  lay(box());
};

const around = (first, last) => {
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  return range;
};

// By the keyboard one comes into the menu at once; a pointer goes there itself.
export const atNumber = (number, byKeyboard) => {
  const block = number.closest("[data-block]");
  open(around(block.firstChild, block.lastChild), block.id, (made) => number.after(made), () => number.getBoundingClientRect(), number);
  if (byKeyboard) panel?.querySelector("button").focus();
};

export const atSelection = () => {
  const chosen = getSelection();
  if (chosen.isCollapsed || panel?.contains(chosen.anchorNode)) return;
  const range = chosen.getRangeAt(0);
  const last = blocks.findLast((block) => range.intersectsNode(block));
  if (last) open(range, null, (made) => last.append(made), () => [...range.getClientRects()].at(-1) ?? last.getBoundingClientRect(), null);
};

const atPassage = (id, from) => {
  const marks = document.querySelectorAll(`[data-passage="${CSS.escape(id)}"]`);
  const [before, after] = say("note.speaker", { speaker: "\0" }).split("\0");
  const line = from.closest(".wk-note").querySelector(".wk-speaker")?.textContent;
  const speaker = line?.slice(before.length, line.length - after.length);
  open(around(marks[0], marks[marks.length - 1]), id, (made) => from.after(made), () => from.getBoundingClientRect(), from, speaker);
};

// In each note of a block: a way to quote its passages.
export const inNotes = (notes) => {
  for (const note of notes.querySelectorAll(".wk-note:not(:has(.wk-quote))")) {
    const backs = [...note.querySelectorAll(".wk-back")];
    const line = note.querySelector(".wk-along") ?? note;
    for (const back of backs) {
      const sign = backs.length > 1 ? ` ${say("quotation.words", { words: back.textContent })}` : "";
      const made = Object.assign(document.createElement("button"), { type: "button", className: "wk-quote", textContent: `${say("copy.cite_note")}${sign}` });
      made.setAttribute("aria-label", say("copy.cite_passage", { sign: back.textContent }));
      made.addEventListener("click", () => atPassage(back.hash.slice(1), made));
      line.append(" ", made);
    }
  }
};

document.addEventListener("click", (event) => {
  if (panel && !panel.contains(event.target) && !event.target.closest(".wk-num, .wk-quote") && getSelection().isCollapsed) close();
});
document.addEventListener("selectionchange", () => { if (!owner && getSelection().isCollapsed) close(); });
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !panel || event.target.closest?.("dialog")) return;
  event.preventDefault();
  close();
}, true);
addEventListener("resize", close);
