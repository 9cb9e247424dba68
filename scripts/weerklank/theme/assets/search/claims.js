// What the texts argue: the argument that a query is about, and what the paragraphs found say of arguments.

import { STANCES } from "../words.js";
import { fold } from "./letters.js";
import { base } from "./engine.js";
import { quality } from "./rank.js";

const ABOUT = 0.6; // the share of a query's words, the rarer the weightier, that a claim has which it is about
const PLAIN = 0.85; // how well the only word of a question must be in the claim

const loaded = new Map(); // promises, by the name of a file

function load(name) {
  if (!loaded.has(name)) loaded.set(name, fetch(new URL(name, base)).then((answer) => answer.json()));
  return loaded.get(name);
}

/** The argument that a query is about: `{ url, claim, poles }` (scripts/weerklank/search/document.py); null of none. */
export async function answering(query, { plan, analysis }) {
  const { claims } = await load("claims.json");
  const asks = query.trim().endsWith("?") || analysis.ASKS.has(fold(query.trim().split(/\s+/)[0] ?? ""));
  const fitting = claims.map(([id, url, claim]) => ({ id, url, fit: fit(claim.split(/\s+/), plan, analysis, asks) }));
  const [best] = fitting.sort((a, b) => b.fit - a.fit);
  return best?.fit ? { url: best.url, ...await load(`answers/${best.id}.json`) } : null;
}

/** How well a claim fits a query, by the share of either's words that the other has; 0 where it is about something else. */
function fit(claim, { terms, unknown }, analysis, asks) {
  const asked = terms.filter(({ name }) => !name);
  const best = asked.map((term) => Math.max(...claim.map((word) => quality(word, term, analysis))));
  const found = asked.filter((_, n) => best[n]);
  if (found.length < 2 && !(asks && asked.length === 1 && best[0] >= PLAIN)) return 0;
  const sum = (some) => some.reduce((total, { weight }) => total + weight, 0);
  const share = sum(found) / (sum(asked) + unknown.length * Math.max(...asked.map(({ weight }) => weight)));
  const said = claim.filter((word) => !analysis.isStop(fold(word)));
  return share < ABOUT ? 0 : share + said.filter((word) => found.some((term) => quality(word, term, analysis))).length / said.length;
}

/** What a text's paragraphs argue: for a paragraph's id the rows `{ stance, speaker, claim }` of the passages in it. */
export async function passages(id) {
  const { claims, digits } = await load("claims.json");
  const all = await load(`passages/${digits ? id.slice(id.indexOf("_") + 1).slice(0, digits) : "all"}.json`);
  const rows = all[id] ?? {};
  return (paragraph) => (rows[paragraph] ?? []).map(([claim, stance, speaker]) => ({ stance: STANCES[stance], speaker, claim: claims[claim][2] }));
}
