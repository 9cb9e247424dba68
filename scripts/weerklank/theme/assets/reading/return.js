// Back to where one was: after a link to another place, a way back to the spot that it was followed from.
// Each entry of the browser's history has its own note: where it was left, and where it was come to from.
import { say } from "../say.js";

const KEY = "weerklank.places";
const LINKS = ".wk-page a[href]:not(.wk-return > a, .wk-preview a)";
const DETAILS = ".wk-page details";
const all = (selector) => [...document.querySelectorAll(selector)];

// What names the entry: the browser does, or else a mark of ours in its state.
const entry = () => {
  if (globalThis.navigation?.currentEntry) return navigation.currentEntry.key;
  if (!history.state?.entry) history.replaceState({ ...history.state, entry: `${Date.now()}-${history.length}` }, "");
  return history.state.entry;
};
const places = () => { try { return JSON.parse(sessionStorage.getItem(KEY)) ?? {}; } catch { return {}; } };
const here = () => places()[entry()] ?? {};
const note = (name, values) => {
  const known = places();
  known[name] = values && { ...known[name], ...values };
  try { sessionStorage.setItem(KEY, JSON.stringify(known)); } catch { /* not allowed: the browser's own way back is left */ }
};

const place = (link) => {
  const notes = link.closest("[data-for]");
  const card = link.closest("[data-quote]")?.querySelector(".wk-place");
  const block = notes ? document.getElementById(notes.dataset.for) : link.closest("[data-block]");
  return card?.textContent ?? block?.querySelector(".wk-num")?.textContent ?? "";
};

const leave = (event) => {
  const link = event.target.closest?.(".wk-page a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || !link.hash || link.matches(".wk-num, .wk-back, .wk-return a")) return;
  const open = all(DETAILS).flatMap((details, n) => (details.open ? [n] : []));
  const from = link.closest(".wk-preview")?.previousElementSibling ?? link;
  note(entry(), { left: { y: scrollY, open, link: all(LINKS).indexOf(from) } });
  const title = document.querySelector("h1").textContent.trim();
  const words = [title, place(from)].filter(Boolean).join(", ");
  note("pending", { to: link.href, href: location.href, words });
};
document.addEventListener("click", leave);

const restore = () => {
  const { left } = here();
  if (!left) return;
  note(entry(), { left: undefined });  // once: a reload must not jump
  const details = all(DETAILS);
  left.open.forEach((n) => { if (details[n]) details[n].open = true; });
  all(LINKS)[left.link]?.focus({ preventScroll: true });
  scrollTo({ top: left.y, behavior: "instant" });
};

let bar = null;
const arrive = () => {
  bar?.remove();
  const { pending } = places();
  note("pending", undefined);
  if (pending?.to === location.href && !here().from) note(entry(), { from: pending });
  const { from } = here();
  document.documentElement.classList.toggle("has-return", Boolean(from));
  if (!from) return;
  const link = Object.assign(document.createElement("a"), { href: from.href, textContent: say("preview.back", { place: from.words }) });
  link.addEventListener("click", (event) => { event.preventDefault(); history.back(); });
  bar = document.createElement("p");
  bar.className = "wk-return";
  bar.dataset.apparatus = "";
  bar.lang = document.documentElement.lang;
  bar.append(link);
  // After the place that was come to, so that Tab leads to it first.
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  (target?.closest("[data-block], .wk-card") ?? document.querySelector("h1")).after(bar);
};
addEventListener("hashchange", () => { arrive(); restore(); });
addEventListener("pageshow", (event) => { if (!event.persisted) restore(); });
arrive();
