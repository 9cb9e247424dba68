// Answers under the search box of a page's header, while one types.

import { answer } from "./engine.js";
import { counted, element, result } from "./view.js";

const PAUSE = 180;
const TEXTS = 4;

/** Give `form`, the box in the header, a panel with answers. */
export function start(form) {
  const input = form.elements.q;
  const status = element("p", { class: "wk-status", role: "status", "aria-live": "polite", "aria-busy": "false" });
  const list = element("ol", { class: "wk-results" });
  const all = element("a", { class: "wk-all", href: "", hidden: "" }, "Alle resultaten en filters");
  const panel = element("div", { class: "wk-live", role: "region", "aria-label": "Gevonden", hidden: "" }, status, list, all);
  form.append(panel);
  let latest = 0;
  let pause;

  async function search() {
    const query = input.value.trim();
    const number = (latest += 1);
    panel.hidden = !query;
    if (!query) return list.replaceChildren();
    all.href = Object.assign(new URL(form.action), { search: new URLSearchParams({ q: query.slice(0, 600) }) });
    tell("Er wordt gezocht …", true);
    try {
      const { texts, rest } = await answer(query);
      if (number !== latest) return;
      const isArgument = ({ record }) => Number(record.meta.kind === "argument");
      const first = [...texts].sort((a, b) => isArgument(a) - isArgument(b)).slice(0, TEXTS);
      list.replaceChildren(...first.map((text) => result(text, 1, "h3")));
      all.hidden = !texts.length;
      tell(texts.length ? `${rest ? "Meer dan " : ""}${counted(texts.length, "plaats", "plaatsen")} gevonden.` : "Niets gevonden.");
    } catch (error) {
      if (number === latest) tell("De zoekindex kon niet worden geladen.");
      console.warn(error);
    }
  }

  function tell(words, busy = false) {
    status.textContent = words;
    status.setAttribute("aria-busy", String(busy));
  }

  function close() {
    clearTimeout(pause);
    latest += 1;
    panel.hidden = true;
  }

  /** Up and down go through the box and the links under it. */
  function step(by) {
    const stops = [input, ...panel.querySelectorAll("a:not([hidden])")];
    stops[Math.max(0, Math.min(stops.indexOf(document.activeElement) + by, stops.length - 1))].focus();
  }

  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  form.addEventListener("keydown", (event) => {
    if (panel.hidden) return;
    if (event.key === "Escape") {
      event.preventDefault();
      input.focus();
      close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  form.addEventListener("focusout", ({ relatedTarget }) => { if (!form.contains(relatedTarget)) close(); });
  input.addEventListener("focus", () => { if (list.children.length && input.value.trim()) panel.hidden = false; });
  search();
}
