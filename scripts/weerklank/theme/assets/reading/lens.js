// Which passages are marked: all, none, those of one stance or of one argument.
// The choice stands in the address, to be shared, and is remembered in this browser for the next text.
import { query, say } from "../say.js";
import { STANCES } from "../words.js";

const KEY = "weerklank.marks";
const ASKED = [query.argument, query.stance, query.marks];
const NONE = `${query.marks}=${query.no_marks}`;
const place = document.querySelector(".wk-lens");

const read = () => { try { return localStorage.getItem(KEY) ?? ""; } catch { return ""; } };
const remember = (choice) => { try { localStorage.setItem(KEY, choice); } catch { /* not allowed: this page only */ } };

const option = (value, words) => Object.assign(document.createElement("option"), { value, textContent: words });
const group = (label, options) => {
  const element = Object.assign(document.createElement("optgroup"), { label });
  element.append(...options);
  return element;
};

// One of an argument, one of a stance, NONE or '' (all), as the address has it.
const inAddress = () => {
  const asked = new URLSearchParams(location.search);
  return ASKED.filter((key) => asked.has(key)).map((key) => `${key}=${asked.get(key)}`)[0];
};

const isShown = (choice) => {
  const [key, value] = choice.split("=");
  if (key === query.argument) return (dataset) => dataset.argument === value;
  if (key === query.stance) return (dataset) => query[`stance_${dataset.stance}`] === value;
  return () => key !== query.marks;
};

const show = (choice) => {
  const shown = isShown(choice);
  const marks = [...document.querySelectorAll("[data-passage]")];
  const datasets = new Map(marks.map((mark) => [mark.dataset.passage, mark.dataset]));
  marks.forEach((mark) => mark.classList.toggle("is-off", !shown(mark.dataset)));
  document.querySelectorAll(".wk-ref").forEach((ref) => { ref.hidden = !shown(datasets.get(ref.dataset.of)); });
  for (const notes of document.querySelectorAll(".wk-notes")) {
    const each = [...notes.querySelectorAll(".wk-note")];
    each.forEach((note) => { note.hidden = !shown(note.dataset); });
    const count = each.filter((note) => !note.hidden).length;
    notes.hidden = count === 0;
    const summary = notes.querySelector("summary");
    summary.textContent = summary.textContent.replace(/^\d+ \S+/, say("count.notes", { n: count }));
  }
  return [...datasets.values()].filter(shown).length;
};

if (place) {
  const texts = [...document.querySelectorAll(".wk-recurring li[data-argument]")];
  const select = document.createElement("select");
  select.append(
    option("", say("lens.all")),
    option(NONE, say("lens.none")),
    group(say("lens.one_stance"), STANCES.map((stance) =>
      option(`${query.stance}=${query[`stance_${stance}`]}`, say("lens.only", { stance: say(`stance.${stance}`) })))),
    group(say("lens.one_argument"), texts.map((item) => option(`${query.argument}=${item.dataset.argument}`, item.querySelector("a").textContent))),
  );
  const label = document.createElement("label");
  label.append(`${say("lens.label")} `, select);
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  place.append(label, status);

  const has = (choice) => [...select.options].some((each) => each.value === choice);
  const apply = (choice) => {
    select.value = choice;
    const count = show(choice);
    status.textContent = choice ? say("lens.marked", { n: count }) : "";
  };

  select.addEventListener("change", () => {
    const address = new URL(location.href);
    ASKED.forEach((key) => address.searchParams.delete(key));
    if (select.value) address.searchParams.set(...select.value.split("="));
    history.replaceState(history.state, "", address);
    remember(select.value);
    apply(select.value);
  });

  // Whoever follows a link to a passage or its note must find it, whatever was chosen before.
  const arrive = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const target = id && document.getElementById(id);
    if (target && (target.matches(".is-off") || target.closest("[hidden]"))) {
      apply("");
      target.scrollIntoView();
    }
  };
  const chosen = inAddress() ?? read();
  if (chosen && has(chosen)) apply(chosen);
  arrive();
  addEventListener("hashchange", arrive);
}
