// The page for an address that is not there: where the site begins, what the reader may have meant, words to search for.

const root = new URL("../", import.meta.url);
const html = document.documentElement;
const ALIKE = 0.4; // of the pairs of letters of two addresses; below that a guess helps nobody
const NEXT = 0.7; // of the best guess: one much worse only distracts
const GUESSES = 3;

if (!html.dataset.root) { // the page seeks this script in several places, and more than one may have it
  html.dataset.root = root.href;
  if ("adrift" in html.dataset) ashore();
  const asked = words(decoded(location.pathname.slice(root.pathname.length)));
  const box = document.querySelector("#wk-missing-q");
  if (box && !box.value) box.value = asked.join(" ");
  nearest(asked);
}

/** The links and forms that count from the server's root: let them count from where the site begins. */
function ashore() {
  for (const [name, selector] of [["href", "a[href^='/']"], ["action", "form[action^='/']"]]) {
    for (const element of document.querySelectorAll(selector)) {
      element.setAttribute(name, new URL(element.getAttribute(name).slice(1), root).href);
    }
  }
}

/** The address as it was meant; one that cannot be read stays as it is. */
function decoded(path) {
  try { return decodeURIComponent(path); } catch { return path; }
}

/** The words of an address: without the names of folders, which say nothing of what was sought. */
function words(path) {
  const parts = path.split("/").filter((part) => part && !/^(?:index|404)\.[a-z]+$/i.test(part));
  const last = parts.length > 1 ? parts.slice(1) : parts;
  return last.join(" ").replace(/\.html?$/i, "").split(/[\s\-_.+]+/).filter((word) => /[\p{L}\d]/u.test(word));
}

/** Show the pages whose addresses are most like what was asked. */
async function nearest(asked) {
  if (!asked.length) return;
  const answer = await fetch(new URL("data/pages.json", root)).catch(() => null);
  if (!answer?.ok) return;
  const found = (await answer.json())
    .map(({ url, title }) => ({ url, title, score: likeness(asked.join(" "), words(url).join(" ")) }))
    .sort((one, other) => other.score - one.score)
    .filter(({ score }, _, all) => score >= Math.max(ALIKE, NEXT * all[0].score))
    .slice(0, GUESSES);
  const place = document.querySelector("[data-nearest]");
  for (const { url, title } of found) {
    const link = document.createElement("a");
    link.href = new URL(url, root).href;
    link.textContent = title;
    const item = document.createElement("li");
    item.append(link);
    place.querySelector("ul").append(item);
  }
  place.hidden = !found.length;
}

/** How many pairs of letters two names have in common, from 0 to 1 (Dice's coefficient). */
function likeness(one, other) {
  const [a, b] = [pairs(one), pairs(other)];
  let both = 0;
  for (const [pair, count] of a) both += Math.min(count, b.get(pair) ?? 0);
  const all = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0);
  return all ? 2 * both / all : 0;
}

function pairs(name) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const found = new Map();
  for (let at = 0; at + 1 < plain.length; at += 1) {
    const pair = plain.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}
