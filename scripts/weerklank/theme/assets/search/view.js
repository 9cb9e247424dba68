// How results look: for each text its best paragraphs, and what they say around the words found.

import { listed, say } from "../say.js";

const EXCERPT = 36; // words of a paragraph shown
const BEFORE = 6; // of which before the first hit
const ARGUED = 2; // arguments shown of a paragraph

export const root = new URL("../../", import.meta.url); // of the site, under whatever path it lies
export const KEPT = "weerklank.found"; // what the page that one goes to is told to mark

/** A page of the site, by its address from the root; a folder on a disk (file://) opens no page by itself. */
export function address(path) {
  const [page, place = ""] = path.replace(/^\//, "").split("#");
  return new URL(`${page}${location.protocol === "file:" ? "index.html" : ""}${place && `#${place}`}`, root);
}

/** The authors that a result tells. */
export const authorsOf = ({ authors }) => authors?.split(" ‖ ") ?? [];

/** An element with children; text is never taken for HTML. */
export function element(name, { class: className, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** A word as the author wrote it, without the marks at its seams. */
export const shown = (word) => word.replaceAll("|", "").replaceAll("¦", "|");

const place = (id) => (id ? `§ ${id.replace(/^p/, "")}` : "");

/** The stretch of a paragraph that has most hits: `[from, to]`, counted from its first word. */
function stretch({ hits, from, to }) {
  const size = to - from;
  let [best, most] = [0, -1];
  for (const hit of [...hits].sort((a, b) => a - b)) {
    const start = Math.max(0, Math.min(hit - BEFORE, size - EXCERPT));
    const count = [...hits].filter((other) => other >= start && other < start + EXCERPT).length;
    if (count > most) [best, most] = [start, count];
  }
  return [best, Math.min(best + EXCERPT, size)];
}

/** The attribute for a text's own words, where they are in another language than the page. */
const spoken = ({ record: { meta } }) => (meta.lang ? { lang: meta.lang } : {});

function excerpt(text, part) {
  const [start, end] = stretch(part);
  const made = element("p", spoken(text));
  if (start > 0) made.append("… ");
  for (let n = start; n < end; n += 1) {
    const word = shown(text.written[part.from + n]);
    made.append(part.hits.has(n) ? element("mark", {}, word) : word, " ");
  }
  if (end < part.to - part.from) made.append("…");
  return made;
}

/** A link to a paragraph, which tells the page there what to mark. */
function link(text, part, label, attributes = {}) {
  const href = address(text.record.raw_url + (part.id && `#${part.id}`));
  const made = element("a", { href, ...attributes }, label);
  const words = [...part.hits].sort((a, b) => a - b).map((n) => shown(text.written[part.from + n]));
  made.addEventListener("click", () => {
    try { sessionStorage.setItem(KEPT, JSON.stringify({ path: href.pathname, id: part.id, words })); } catch { /* not allowed: nothing is marked */ }
  });
  return made;
}

function hit(text, part) {
  const { title } = text.record.meta;
  return element("li", { class: "wk-hit" }, link(text, part, place(part.id), { "aria-label": say("searching.place", { place: place(part.id), title }) }), words(text, part));
}

/** What a paragraph says around the words found, and what it argues. */
function words(text, part) {
  const rows = text.argues?.(part.id) ?? [];
  const made = rows.slice(0, ARGUED).map(({ stance, speaker, claim }) => element("p", { class: "wk-argues" }, taken(stance),
    speaker ? ` (${speaker}): ` : ": ", shown(claim)));
  return element("div", {}, excerpt(text, part), ...made);
}

/** A stance as a word, told apart by more than colour. */
const taken = (stance) => element("span", { class: `wk-stance wk-${stance}` }, say(`stance.${stance}`));

/** The argument that a query is about, with a sentence from either side. */
export function answerCard({ url, claim, poles }) {
  const title = element("h2", { id: "wk-answer" }, element("a", { href: address(url) }, claim));
  return element("section", { class: "wk-answer", "aria-labelledby": "wk-answer" }, element("p", { class: "wk-source" }, say("card.argument")), title, ...poles.map(side));
}

function side({ stance, pole, voices, said }) {
  const head = element("p", {}, taken(stance), pole ? `: ${pole} ` : " ", element("span", { class: "wk-counts" }, say("count.texts", { n: voices })));
  if (!said) return element("div", { class: `wk-card wk-${stance}` }, head, element("p", { class: "wk-source" }, say("searching.nobody")));
  const quote = element("blockquote", {}, element("p", said.language ? { lang: said.language } : {}, said.words));
  const whose = element("p", { class: "wk-source" }, element("a", { href: address(said.url) }, said.whose));
  return element("div", { class: `wk-card wk-${stance}` }, head, quote, whose);
}

/** Who wrote it and when, or that it is an argument's page. */
function source({ year, kind, ...meta }) {
  const authors = listed(authorsOf(meta));
  return kind !== "text" ? say(`card.${kind}`) : [authors || say("author.unknown"), year ?? say("date.unknown")].join(", ");
}

/**
 * One text as a list item: its title leads to its best paragraph, `most` paragraphs are shown and the others come
 * when they are asked for.
 */
export function result(text, most, level = "h2") {
  const [best, ...others] = text.parts;
  const label = element("span", {}, element("span", spoken(text), text.record.meta.title), best.id ? `, ${place(best.id)}` : "");
  const hits = element("ul", { class: "wk-hits" }, element("li", { class: "wk-hit" }, words(text, best)));
  hits.append(...others.slice(0, most - 1).map((part) => hit(text, part)));
  const made = element("li", { class: "wk-result" }, element(level, {}, link(text, best, label)), element("p", { class: "wk-source" }, source(text.record.meta)), hits);
  const hidden = others.slice(most - 1);
  if (hidden.length && level === "h2") made.append(further(text, hidden, hits));
  return made;
}

/** The button that shows a text's other paragraphs. */
function further(text, parts, hits) {
  const label = say("searching.further_title", { title: text.record.meta.title, n: parts.length });
  const button = element("button", { type: "button", class: "wk-further", "aria-label": label }, say("searching.further", { n: parts.length }));
  button.addEventListener("click", () => {
    const added = parts.map((part) => hit(text, part));
    hits.append(...added);
    button.remove();
    added[0].querySelector("a").focus();
  });
  return button;
}
