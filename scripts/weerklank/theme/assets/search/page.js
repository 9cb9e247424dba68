// The search page: /zoeken/?q=… with its facets, all of it in the address.

import { listed, query as names, say } from "../say.js";
import { answering, passages } from "./claims.js";
import { answer } from "./engine.js";
import { FACETS, FORMER, fits, load, options } from "./facets.js";
import { fold, words } from "./letters.js";
import { answerCard, authorsOf, element, result } from "./view.js";

const PAUSE = 180; // milliseconds without a key before an answer is sought
const FIRST = 2; // paragraphs shown of the first text; of the others one
const ARGUMENTS = 3;

const form = document.querySelector(".wk-search");
const input = form.elements.q;
const list = document.querySelector("[data-results]");
const status = document.querySelector("[data-results-status]");
const meant = document.querySelector("[data-meant]");
const browse = document.querySelector("[data-browse]");
const facets = document.querySelector("[data-facets]");
const onward = document.querySelector("[data-more]");

const card = document.createElement("div"); // the argument that the query is about
list.before(card);

let latest = 0; // the number of the latest search: the answers of older ones are dropped
let literal = false;

function tell(words, busy = false) {
  status.textContent = words;
  status.setAttribute("aria-busy", String(busy));
}

const chosen = () => Object.fromEntries(FACETS.map((name) => [name, form.elements[names[name]]?.value ?? ""]));
const narrowed = () => Object.values(chosen()).some(Boolean);

async function search() {
  const query = input.value.trim();
  const number = (latest += 1);
  meant.replaceChildren();
  card.replaceChildren();
  onward.hidden = true;
  if (!query) return empty();
  tell(say("searching.busy"), true);
  try {
    const choice = chosen();
    const file = narrowed() || facets.open ? await load() : null;
    const keep = file && narrowed() ? (id) => fits(file, id, choice) : undefined;
    const found = await answer(query, { literal, keep });
    const about = narrowed() || literal ? null : await answering(query, found);
    await tellPassages(found.texts);
    if (number !== latest) return;
    card.replaceChildren(...(about ? [answerCard(about)] : []));
    show(found, query, about);
    if (file) fill(file, found.all(), choice);
    facets.hidden = !found.all().length && !narrowed();
  } catch (error) {
    if (number !== latest) return;
    console.warn(error);
    list.replaceChildren();
    browse.hidden = false;
    tell(say("searching.no_index_here"));
  }
}

function empty() {
  list.replaceChildren();
  facets.hidden = !narrowed();
  browse.hidden = false;
  tell("");
}

/** Let texts know what their paragraphs argue. */
const tellPassages = (texts) => Promise.all(texts.filter(({ record }) => record.meta.kind === "text")
  .map(async (text) => { text.argues ??= await passages(text.id); }));

function show(found, query, about) {
  const texts = found.texts.filter(({ record }) => record.meta.kind === "text");
  const others = found.texts.filter(({ record }) => record.meta.kind !== "text").slice(0, ARGUMENTS);
  list.replaceChildren(...texts.map((text, n) => result(text, n ? 1 : FIRST)), ...others.map((text) => result(text, 1)));
  browse.hidden = list.children.length > 0;
  onward.hidden = !found.rest;
  onward.onclick = async () => {
    const before = list.children.length;
    found.rest = await found.more();
    await tellPassages(found.texts);
    show(found, query, about);
    list.children[before]?.querySelector("a").focus();
  };
  suggest(found.plan, query, list.children.length > 0);
  if (!narrowed()) offer(found, query);
  const counts = list.children.length ? `${told(found.plan)}${numbers(texts.length, others.length, found.rest)}.` : nothing(found.plan, query);
  tell(about ? `${say("searching.about", { claim: about.claim })} ${counts}` : counts);
}

function numbers(texts, others, rest) {
  const counts = [];
  if (texts) counts.push(say("count.texts", { n: texts }));
  if (others) counts.push(say("count.arguments", { n: others }));
  return rest ? say("searching.first", { counts: listed(counts) }) : say("searching.found", { counts: listed(counts) });
}

const quote = (words) => say("quotation.words", { words });
const quoted = (words) => listed(words.map(quote));

/** What was not looked for as typed. */
function told({ corrected, cut, unknown }) {
  const apart = cut.map(([typed, parts]) => `${say("searching.cut", { word: quote(typed), parts: quoted(parts) })} `).join("");
  const missing = [...corrected.map(([typed]) => typed), ...unknown];
  if (!missing.length) return apart;
  const instead = corrected.map(([, other]) => other);
  const sought = instead.length ? say("searching.instead", { words: quoted(instead) }) : say("searching.others");
  return `${say("searching.missing", { words: quoted(missing) })} ${sought} ${apart}`;
}

function nothing({ phrases, excluded }, query) {
  const short = query.length > 80 ? `${query.slice(0, 80).replace(/\s\S*$/, "")} …` : query;
  if (narrowed()) return say("searching.nothing_narrowed", { query: short });
  if (phrases.length) return say("searching.nothing_phrase", { query: short });
  if (excluded.length) return say("searching.nothing", { query: short });
  return say("searching.nothing_try", { query: short });
}

/** 'Bedoelde u …?', with the search as typed one click away; and other searches where nothing was found. */
function suggest({ corrected, cut, phrases, excluded, groups, maybe }, query, any) {
  const ways = [];
  if (corrected.length && any) {
    const better = corrected.reduce((made, [typed, other]) => made.replace(typed, other), query);
    const [before, after] = say("searching.meant", { words: "\0" }).split("\0");
    meant.append(before, way(better, {}, quote(better)), `${after} `);
  }
  if ((corrected.length || cut.length) && any) ways.push(way(query, { literal: "1" }, say("searching.literally", { query })));
  if (!any && narrowed()) ways.push(way(query, { all: true }, say("searching.everywhere")));
  if (!any && phrases.length) ways.push(way(query.replace(/["“”„«»]/g, " ").trim(), {}, say("searching.loose")));
  if (!any && groups.length) ways.push(way(groups.flat().join(" "), {}, say("searching.parts", { words: groups.flat().join(", ") })));
  if (!any && !literal) ways.push(...maybe.map((word) => way(word, {}, say("searching.meant", { words: quote(word) }))));
  const kept = query.replace(/(^|\s)-\S+/g, " ").trim();
  if (!any && excluded.length && kept) ways.push(way(kept, {}, say("searching.all_of_it")));
  if (!any && literal) ways.push(way(query, {}, say("searching.alike")));
  ways.forEach((one, n) => meant.append(n ? " · " : "", one));
}

/** Where the query names an author: his texts alone. */
function offer({ plan, texts }, query) {
  const asked = new Set(plan.terms.filter(({ name }) => name).map(({ fold: word }) => word));
  const authors = texts.filter(({ author }) => author).flatMap(({ record }) => authorsOf(record.meta))
    .filter((author) => words(author).some((word) => asked.has(fold(word))));
  for (const author of new Set(authors)) {
    meant.append(meant.hasChildNodes() ? " · " : "", way(query, { author }, say("searching.only_author", { author })));
  }
}

/** A link to another search. */
function way(query, { literal: as_typed, all, author }, label) {
  const href = new URL(location);
  for (const name of [...href.searchParams.keys()]) if (all || name === names.literal) href.searchParams.delete(name);
  href.searchParams.set("q", query);
  if (author) href.searchParams.set(names.author, author);
  if (as_typed) href.searchParams.set(names.literal, as_typed);
  return element("a", { href }, label);
}

/** Fill the facets with what can be chosen among the texts found. */
function fill(file, ids, choice) {
  const known = ids.filter((id) => file.texts[id]);
  for (const name of FACETS) {
    const rows = options(file, name, known, choice);
    const made = rows.map(([value, label, n]) => element("option", { value }, `${label} (${n})`));
    form.elements[names[name]].replaceChildren(element("option", { value: "" }, say("searching.all")), ...made);
    form.elements[names[name]].value = choice[name];
  }
}

/** The address always tells the search, so that it can be kept and sent. */
function address() {
  const here = new URL(location);
  const asked = { literal: literal ? "1" : "", ...chosen() };
  here.searchParams.delete("q");
  if (input.value.trim()) here.searchParams.set("q", input.value.trim().slice(0, 600));
  for (const [name, value] of Object.entries(asked)) {
    if (value) here.searchParams.set(names[name], value);
    else here.searchParams.delete(names[name]);
    if (FORMER[name]) here.searchParams.delete(FORMER[name]);
  }
  return here;
}

function fromAddress() {
  const said = new URLSearchParams(location.search);
  input.value = said.get("q") ?? "";
  literal = said.has(names.literal);
  for (const name of FACETS) {
    const value = said.get(names[name]) ?? said.get(FORMER[name] ?? names[name]) ?? "";
    form.elements[names[name]].replaceChildren(element("option", { value: "" }, ""), ...(value ? [element("option", { value }, value)] : []));
    form.elements[names[name]].value = value;
  }
  if (narrowed()) facets.open = true;
  search();
}

/** Lets the address say what is asked; of a page in a folder some browsers do not allow it. */
function keep(how) {
  try { history[how](null, "", address()); } catch { /* then it stays as it was */ }
}

let pause;
function typed() {
  clearTimeout(pause);
  literal = false;
  status.setAttribute("aria-busy", "true");
  pause = setTimeout(() => {
    keep("replaceState");
    search();
  }, PAUSE);
}

input.addEventListener("input", typed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  literal = false;
  keep("pushState");
  search();
});
facets.addEventListener("change", () => {
  keep("pushState");
  search();
});
facets.addEventListener("toggle", () => { if (facets.open && input.value.trim()) search(); });
addEventListener("popstate", fromAddress);
if (location.search.length > 1) fromAddress();
else typed(); // the key, or the form sent, that loaded this file
