// The search box of every page, small because every page loads it: the search itself comes at the first key.

const form = document.querySelector(".wk-find");
const page = document.querySelector(".wk-search");
const own = page ?? form;

/** Load a module of the search; a page from a file: cannot, and there the box only sends. */
const load = (name) => import(`./${name}.js`).catch((error) => { busy(false); console.warn(error); });
const busy = (is) => document.querySelector("[data-results-status]")?.setAttribute("aria-busy", String(is));

/** The search page's own script; from here on there is an answer to wait for. */
function search() {
  busy(true);
  load("page");
}

if (page && location.search.length > 1) search();
else if (page) {
  page.addEventListener("input", search, { once: true });
  page.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  }, { once: true });
} else form.elements.q.addEventListener("input", () => load("live").then((live) => live?.start(form)), { once: true });

try {
  if (sessionStorage.getItem("weerklank.found")) load("found");
} catch { /* not allowed: nothing is marked */ }

// Ctrl+K goes to the box. No key on its own does: who speaks to the computer would set it off (WCAG 2.1.4).
addEventListener("keydown", (event) => {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  if (!control) return;
  if (event.target.closest?.("input, textarea, select, [contenteditable]") && event.target !== own.elements.q) return;
  event.preventDefault();
  own.elements.q.focus();
  own.elements.q.select();
});
