// The search page: /zoeken/?q=… with its facets, all of it in the address.

import { answer } from "./engine.js";
import { FACETS, FORMER, fits, load, options } from "./facets.js";
import { counted, element, result } from "./view.js";

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

let latest = 0; // the number of the latest search: the answers of older ones are dropped
let literal = false;

function say(words, busy = false) {
  status.textContent = words;
  status.setAttribute("aria-busy", String(busy));
}

const chosen = () => Object.fromEntries(FACETS.map((name) => [name, form.elements[name]?.value ?? ""]));
const narrowed = () => Object.values(chosen()).some(Boolean);

async function search() {
  const query = input.value.trim();
  const number = (latest += 1);
  meant.replaceChildren();
  onward.hidden = true;
  if (!query) return empty();
  say("Er wordt gezocht …", true);
  try {
    const choice = chosen();
    const file = narrowed() || facets.open ? await load() : null;
    const keep = file && narrowed() ? (id) => fits(file, id, choice) : undefined;
    const found = await answer(query, { literal, keep });
    if (number !== latest) return;
    show(found, query);
    if (file) fill(file, found.all(), choice);
    facets.hidden = !found.all().length && !narrowed();
  } catch (error) {
    if (number !== latest) return;
    console.warn(error);
    list.replaceChildren();
    browse.hidden = false;
    say("De zoekindex kon niet worden geladen. Met de lijsten hieronder komt u er ook.");
  }
}

function empty() {
  list.replaceChildren();
  facets.hidden = !narrowed();
  browse.hidden = false;
  say("");
}

function show(found, query) {
  const texts = found.texts.filter(({ record }) => record.meta.kind !== "argument");
  const others = found.texts.filter(({ record }) => record.meta.kind === "argument").slice(0, ARGUMENTS);
  list.replaceChildren(...texts.map((text, n) => result(text, n ? 1 : FIRST)), ...others.map((text) => result(text, 1)));
  browse.hidden = list.children.length > 0;
  onward.hidden = !found.rest;
  onward.onclick = async () => {
    const before = list.children.length;
    found.rest = await found.more();
    show(found, query);
    list.children[before]?.querySelector("a").focus();
  };
  suggest(found.plan, query, list.children.length > 0);
  say(list.children.length ? `${told(found.plan)}${numbers(texts.length, others.length, found.rest)}.` : nothing(found.plan, query));
}

function numbers(texts, others, rest) {
  const said = [];
  if (texts) said.push(counted(texts, "tekst", "teksten"));
  if (others) said.push(counted(others, "argument", "argumenten"));
  return `${rest ? "De eerste " : "Gevonden: "}${said.join(" en ")}`;
}

const quoted = (words) => words.map((word) => `‘${word}’`).join(" en ");

/** What was not looked for as typed. */
function told({ corrected, unknown }) {
  const missing = [...corrected.map(([typed]) => typed), ...unknown];
  if (!missing.length) return "";
  const instead = corrected.map(([, other]) => other);
  return `Geen tekst met ${quoted(missing)}. ${instead.length ? `Gezocht naar ${quoted(instead)}. ` : "Gezocht naar de andere woorden. "}`;
}

function nothing({ phrases, excluded }, query) {
  const short = query.length > 80 ? `${query.slice(0, 80)}…` : query;
  if (narrowed()) return `Niets gevonden voor ‘${short}’ binnen deze keuze.`;
  if (phrases.length) return `Niets gevonden: nergens staan de woorden zo bij elkaar als in ${short}.`;
  if (excluded.length) return `Niets gevonden voor ‘${short}’.`;
  return `Niets gevonden voor ‘${short}’. Probeer een ander of een korter woord.`;
}

/** 'Bedoelde u …?', with the search as typed one click away; and other searches where nothing was found. */
function suggest({ corrected, phrases, excluded, groups, maybe }, query, any) {
  const ways = [];
  if (corrected.length && any) {
    const better = corrected.reduce((made, [typed, other]) => made.replace(typed, other), query);
    meant.append("Bedoelde u ", way(better, {}, `‘${better}’`), "? ");
    ways.push(way(query, { letterlijk: "1" }, `Zoek letterlijk naar ‘${query}’`));
  }
  if (!any && narrowed()) ways.push(way(query, { all: true }, "Zoek in alle teksten"));
  if (!any && phrases.length) ways.push(way(query.replace(/["“”„«»]/g, " ").trim(), {}, "Zoek de losse woorden"));
  if (!any && groups.length) ways.push(way(groups.flat().join(" "), {}, `Zoek de delen los: ${groups.flat().join(", ")}`));
  if (!any && !literal) ways.push(...maybe.map((word) => way(word, {}, `Bedoelde u ‘${word}’?`)));
  const kept = query.replace(/(^|\s)-\S+/g, " ").trim();
  if (!any && excluded.length && kept) ways.push(way(kept, {}, "Zoek zonder iets uit te sluiten"));
  if (!any && literal) ways.push(way(query, {}, "Zoek ook naar woorden die erop lijken"));
  ways.forEach((one, n) => meant.append(n ? " · " : "", one));
}

/** A link to another search. */
function way(query, { letterlijk, all }, label) {
  const href = new URL(location);
  for (const name of [...href.searchParams.keys()]) if (all || name === "letterlijk") href.searchParams.delete(name);
  href.searchParams.set("q", query);
  if (letterlijk) href.searchParams.set("letterlijk", letterlijk);
  return element("a", { href }, label);
}

/** Fill the facets with what can be chosen among the texts found. */
function fill(file, ids, choice) {
  const known = ids.filter((id) => file.texts[id]);
  for (const name of FACETS) {
    const rows = options(file, name, known, choice);
    const made = rows.map(([value, label, n]) => element("option", { value }, `${label} (${n})`));
    form.elements[name].replaceChildren(element("option", { value: "" }, "alle"), ...made);
    form.elements[name].value = choice[name];
  }
}

/** The address always tells the search, so that it can be kept and sent. */
function address() {
  const here = new URL(location);
  const said = { q: input.value.trim().slice(0, 600), letterlijk: literal ? "1" : "", ...chosen() };
  for (const [name, value] of Object.entries(said)) {
    if (value) here.searchParams.set(name, value);
    else here.searchParams.delete(name);
    if (FORMER[name]) here.searchParams.delete(FORMER[name]);
  }
  return here;
}

function fromAddress() {
  const said = new URLSearchParams(location.search);
  input.value = said.get("q") ?? "";
  literal = said.has("letterlijk");
  for (const name of FACETS) {
    const value = said.get(name) ?? said.get(FORMER[name] ?? name) ?? "";
    form.elements[name].replaceChildren(element("option", { value: "" }, ""), ...(value ? [element("option", { value }, value)] : []));
    form.elements[name].value = value;
  }
  if (narrowed()) facets.open = true;
  search();
}

let pause;
function typed() {
  clearTimeout(pause);
  literal = false;
  status.setAttribute("aria-busy", "true");
  pause = setTimeout(() => {
    history.replaceState(null, "", address());
    search();
  }, PAUSE);
}

input.addEventListener("input", typed);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  literal = false;
  history.pushState(null, "", address());
  search();
});
facets.addEventListener("change", () => {
  history.pushState(null, "", address());
  search();
});
facets.addEventListener("toggle", () => { if (facets.open && input.value.trim()) search(); });
addEventListener("popstate", fromAddress);
if (location.search.length > 1) fromAddress();
else typed(); // the key, or the form sent, that loaded this file
