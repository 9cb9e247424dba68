// The search page: asks Pagefind's index, and shows for each text its best paragraphs.
// Nothing of the index is loaded before there is something to search for.

const TEXTS = 20; // texts shown
const PARAGRAPHS = 2; // of each text
const EXCERPT = 36; // words of a paragraph shown
const PAUSE = 180; // milliseconds without a key before an answer is sought

const root = new URL("../", import.meta.url); // of the site, under whatever path it lies
const form = document.querySelector(".wk-search");
const input = form.elements.q;
const list = document.querySelector("[data-results]");
const status = document.querySelector("[data-results-status]");
const browse = document.querySelector("[data-browse]");

let index; // a promise of Pagefind, made at the first search
let latest = 0; // the number of the latest search: the answers of older ones are dropped

function pagefind() {
  index ??= import(new URL("pagefind/pagefind.js", root)).then(async (module) => {
    await module.options({ baseUrl: "/", ranking: { pageLength: 0.3 } });
    return module;
  });
  index.catch(() => { index = undefined; });
  return index;
}

const wordsOf = (query) => [...new Set(query.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [])].slice(0, 8);

/** The texts that answer `query`, best first: `{ record, hits }`, the hits as a map from each place to its score
    and the number of the word that stands there. */
async function answers(engine, query) {
  const words = wordsOf(query);
  const whole = await engine.search(query);
  const each = words.length > 1 ? await Promise.all(words.map((word) => engine.search(word))) : [whole];
  const best = whole.results.length ? whole.results.slice(0, TEXTS) : someOf(each);
  return Promise.all(best.map(async (result) => ({
    record: await result.data(),
    hits: await hitsOf(whole.results.length && query.includes('"') ? [whole] : each, result.id),
  })));
}

/** Where no text has all the words: those with most of them first. */
function someOf(each) {
  const found = new Map();
  for (const result of each.flatMap(({ results }) => results.slice(0, 5 * TEXTS))) {
    const entry = found.get(result.id) ?? { result, count: 0, score: 0 };
    found.set(result.id, { result, count: entry.count + 1, score: entry.score + result.score });
  }
  const best = [...found.values()].sort((a, b) => b.count - a.count || b.score - a.score);
  return best.slice(0, TEXTS).map(({ result }) => result);
}

/** The hits of each search in the text `id`. */
async function hitsOf(searches, id) {
  const hits = new Map();
  await Promise.all(searches.map(async ({ results }, word) => {
    const record = await results.find((result) => result.id === id)?.data();
    for (const { location, balanced_score: score } of record?.weighted_locations ?? []) hits.set(location, { score, word });
  }));
  return hits;
}

/** A text's paragraphs with hits in them: `{ id, words, hits }`, the hits counted from the paragraph's first word.
    Those with most different words come first. */
function paragraphs({ record, hits }) {
  const words = record.raw_content.split(/[\r\n\s]+/);
  const anchors = record.anchors.filter((a) => a.element === "a").sort((a, b) => a.location - b.location);
  const starts = anchors.map((a) => a.location);
  const parts = new Map();
  for (const [location, { score, word }] of hits) {
    const n = starts.findLastIndex((start) => start <= location);
    const from = starts[n] ?? 0;
    const fresh = { id: anchors[n]?.id ?? "", from, to: starts[n + 1] ?? words.length, score: 0, different: new Set(), hits: new Set() };
    const part = parts.get(from) ?? fresh;
    part.score += score;
    part.different.add(word);
    part.hits.add(location - from);
    parts.set(from, part);
  }
  const found = [...parts.values()].filter((part) => part.id);
  return (found.length ? found : [...parts.values()])
    .sort((a, b) => b.different.size - a.different.size || b.score - a.score || a.from - b.from)
    .map((part) => ({ ...part, words: words.slice(part.from, part.to) }));
}

/** Where the stretch of EXCERPT words begins that has most hits. */
function excerptStart({ words, hits }) {
  let best = 0;
  let most = 0;
  for (const hit of [...hits].sort((a, b) => a - b)) {
    const start = Math.max(0, Math.min(hit - 6, words.length - EXCERPT));
    const count = [...hits].filter((other) => other >= start && other < start + EXCERPT).length;
    if (count > most) [best, most] = [start, count];
  }
  return best;
}

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function excerpt(part) {
  const start = excerptStart(part);
  const shown = element("p");
  if (start > 0) shown.append("… ");
  part.words.slice(start, start + EXCERPT).forEach((word, n) => {
    shown.append(part.hits.has(start + n) ? element("mark", "", word) : word, " ");
  });
  if (start + EXCERPT < part.words.length) shown.append("…");
  return shown;
}

const place = (id) => (id ? `§ ${id.replace(/^p/, "")}` : "");

function link(record, part, words) {
  const made = element("a", "", words);
  made.href = new URL(record.raw_url.replace(/^\//, "") + (part.id && `#${part.id}`), root);
  return made;
}

/** One text: its title leads to its best paragraph, each further paragraph has a link of its own. */
function result(answer) {
  const { record } = answer;
  const [best, ...others] = paragraphs(answer).slice(0, PARAGRAPHS);
  const { title, authors, year, kind } = record.meta;
  const source = kind === "argument" ? "Argument" : [authors ?? "auteur onbekend", year ?? "z.j."].join(", ");
  const heading = element("h2", "", link(record, best, [title, place(best.id)].filter(Boolean).join(", ")));
  const hits = [element("li", "wk-hit", excerpt(best))];
  for (const part of others) {
    const way = link(record, part, place(part.id));
    way.setAttribute("aria-label", `${title}, ${place(part.id)}`);
    hits.push(element("li", "wk-hit", way, excerpt(part)));
  }
  return element("li", "wk-result", heading, element("p", "wk-source", source), element("ul", "wk-hits", ...hits));
}

function say(words, busy = false) {
  status.textContent = words;
  status.setAttribute("aria-busy", String(busy));
}

async function search() {
  const query = input.value.trim().slice(0, 300);
  const number = ++latest;
  browse.hidden = Boolean(query);
  if (!query) {
    list.replaceChildren();
    return say("");
  }
  say("Er wordt gezocht …", true);
  try {
    const found = (await answers(await pagefind(), query)).filter(({ hits }) => hits.size);
    if (number !== latest) return;
    const isArgument = ({ record }) => record.meta.kind === "argument";
    const others = found.filter(isArgument);
    const texts = found.filter((answer) => !isArgument(answer));
    list.replaceChildren(...[...texts, ...others].map(result));
    browse.hidden = found.length > 0;
    say(found.length ? counted(texts.length, others.length) : `Niets gevonden voor ‘${query}’. Probeer een ander of een korter woord.`);
  } catch (error) {
    if (number !== latest) return;
    console.warn(error);
    list.replaceChildren();
    browse.hidden = false;
    say("De zoekindex kon niet worden geladen. Met de lijsten hieronder komt u er ook.");
  }
}

function counted(texts, others) {
  const words = [];
  if (texts) words.push(texts === 1 ? "1 tekst" : `${texts} teksten`);
  if (others) words.push(others === 1 ? "1 argument" : `${others} argumenten`);
  return `Gevonden in ${words.join(" en ")}.`;
}

/** The address always tells the search, so that it can be kept and sent. */
function address() {
  const here = new URL(location);
  if (input.value.trim()) here.searchParams.set("q", input.value.trim());
  else here.searchParams.delete("q");
  return here;
}

function fromAddress() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  search();
}

let pause;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    history.replaceState(null, "", address());
    search();
  }, PAUSE);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  history.pushState(null, "", address());
  search();
});
addEventListener("popstate", fromAddress);
fromAddress();
