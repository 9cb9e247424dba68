// Back to where one was: after a link to another place, a way back to the spot that it was followed from.
// Each entry of the browser's history keeps its own: where it was left, and where it was come to from.
const KEY = "weerklank.from";
const LINKS = ".wk-page a[href]:not(.wk-return > a, .wk-preview a)";
const DETAILS = ".wk-page details";
const all = (selector) => [...document.querySelectorAll(selector)];
const session = (action) => { try { return action(sessionStorage); } catch { return null; } };

const place = (link) => {
  const notes = link.closest("[data-for]");
  const card = link.closest("[data-quote]")?.querySelector(".wk-place");
  const block = notes ? document.getElementById(notes.dataset.for) : link.closest("[data-block]");
  return card?.textContent ?? block?.querySelector(".wk-num")?.textContent ?? "";
};

const leave = (event) => {
  const link = event.target.closest?.(".wk-page a[href]");
  if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.origin !== location.origin || !link.hash || link.matches(".wk-num, .wk-ref, .wk-back, .wk-return a")) return;
  const open = all(DETAILS).flatMap((details, n) => (details.open ? [n] : []));
  const from = link.closest(".wk-preview")?.previousElementSibling ?? link;
  const title = document.querySelector("h1").textContent.trim();
  history.replaceState({ ...history.state, left: { y: scrollY, open, link: all(LINKS).indexOf(from) } }, "");
  const words = [title, place(from)].filter(Boolean).join(", ");
  session((store) => store.setItem(KEY, JSON.stringify({ to: link.href, href: location.href, words })));
};
document.addEventListener("click", leave);

const restore = () => {
  const left = history.state?.left;
  if (!left) return;
  const details = all(DETAILS);
  left.open.forEach((n) => { if (details[n]) details[n].open = true; });
  all(LINKS)[left.link]?.focus({ preventScroll: true });
  scrollTo({ top: left.y, behavior: "instant" });
};

let bar = null;
const arrive = () => {
  bar?.remove();
  const from = session((store) => JSON.parse(store.getItem(KEY)));
  session((store) => store.removeItem(KEY));
  if (from?.to === location.href && !history.state?.from) {
    history.replaceState({ ...history.state, from }, "");
  }
  document.documentElement.classList.toggle("has-return", Boolean(history.state?.from));
  if (!history.state?.from) return;
  const link = Object.assign(document.createElement("a"), { href: history.state.from.href, textContent: `terug naar waar u was: ${history.state.from.words}` });
  link.addEventListener("click", (event) => { event.preventDefault(); history.back(); });
  bar = document.createElement("p");
  bar.className = "wk-return";
  bar.dataset.apparatus = "";
  bar.append(link);
  // After the place that was come to, so that Tab leads to it first.
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  (target?.closest("[data-block], .wk-card") ?? document.querySelector("h1")).after(bar);
};
addEventListener("hashchange", () => { arrive(); restore(); });
addEventListener("pageshow", (event) => { if (!event.persisted) restore(); });
arrive();
