// A link to a passage shows what stands around it, beside the link: on pointing, on focus, and on a first tap.
// Where the link stands with the quotation, that is not shown again, but the words before and after it.
// The words come from the site's own data, one small file a text. Escape closes it; the pointer may move onto it.
import { places, say } from "../say.js";

const PAUSE = 250; // milliseconds: long enough to pass over a link, and to cross the gap to the preview
const AIR = 8; // pixels around the preview
const texts = new Map();
let link = null;
let panel = null;
let timer = 0;

const text = (slug) => {
  if (!texts.has(slug)) {
    const file = fetch(new URL(`../../data/${places.essays}/${slug}.json`, import.meta.url));
    texts.set(slug, file.then((answer) => (answer.ok ? answer.json() : null)).catch(() => null));
  }
  return texts.get(slug);
};

const OF_A_TEXT = new RegExp(`/${places.essays}/([^/]+)/(?:index\\.html)?$`);
const slugOf = (anchor) => anchor.pathname.match(OF_A_TEXT)?.[1];
const leads = (anchor) =>
  anchor?.hash && anchor.origin === location.origin && slugOf(anchor) && !anchor.matches(".wk-num, .wk-back, .wk-preview *");
const linkAt = (target) => {
  const anchor = target instanceof Element ? target.closest(".wk-page a[href]") : null;
  return leads(anchor) ? anchor : null;
};

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

const QUOTED = ".wk-voice, .wk-voices li, .wk-card"; // what holds a quotation and the link to it
const gap = () => element("span", "wk-elision", " […] ");

const marked = ({ start, end, stance }, words, isQuoted) => [
  words.slice(0, start),
  isQuoted ? gap() : element("mark", `wk-mark wk-${stance}`, words.slice(start, end)),
  words.slice(end),
];

const spoken = (data, made) => Object.assign(made, { lang: data.language ?? "" });

const contents = (data, id, isQuoted) => {
  const passage = data.passages[id];
  const block = data.blocks[passage?.block ?? id];
  if (!block || (isQuoted && passage && !(block.text.slice(0, passage.start) + block.text.slice(passage.end)).trim())) return null;
  const words = passage ? marked(passage, block.text, isQuoted) : [block.text];
  const head = element("p", "wk-preview-head", spoken(data, element("cite", "", data.title)), ` · ${data.by} · ${block.place}`);
  return [head, spoken(data, element("p", "wk-preview-words", ...words))];
};

// Beside what holds the link where there is room, else under it, else above it: never over what it explains.
const lay = () => {
  panel.tabIndex = panel.scrollHeight > panel.clientHeight ? 0 : -1;  // what scrolls must be reached by keyboard
  const box = (link.closest(`${QUOTED}, li, td, p`) ?? link).getBoundingClientRect();
  const { clientWidth: width } = document.documentElement;
  const { offsetWidth: wide, offsetHeight: high } = panel;
  const isBeside = width - box.right > wide + 2 * AIR;
  const isAbove = !isBeside && innerHeight - box.bottom < high + AIR && box.top > high + AIR;
  const left = isBeside ? box.right + AIR : Math.max(AIR, Math.min(box.left, width - wide - AIR));
  const top = isBeside ? Math.max(AIR, Math.min(box.top, innerHeight - high - AIR)) : isAbove ? box.top - high - AIR / 2 : box.bottom + AIR / 2;
  panel.style.left = `${left + scrollX}px`;
  panel.style.top = `${top + scrollY}px`;
};

const hide = () => {
  clearTimeout(timer);
  link?.removeAttribute("aria-describedby");
  panel?.remove();
  link = panel = null;
};

const show = async (anchor, tapped = false) => {
  clearTimeout(timer);
  if (anchor === link) return;
  hide();
  link = anchor;
  const data = await text(slugOf(anchor));
  const inside = data && contents(data, decodeURIComponent(anchor.hash.slice(1)), Boolean(anchor.closest(QUOTED)));
  if (!inside || link !== anchor || !anchor.isConnected) {
    if (link === anchor) link = null;
    if (tapped) location.href = anchor.href;
    return;
  }
  panel = element("div", "wk-preview", ...inside);
  panel.id = "wk-preview";
  panel.dataset.apparatus = "";
  panel.lang = document.documentElement.lang;
  panel.popover = "manual";
  panel.setAttribute("role", "note");
  panel.setAttribute("aria-label", say("preview.label"));
  if (tapped) panel.append(element("p", "wk-preview-go", Object.assign(element("a", "", say("preview.read_on")), { href: anchor.href })));
  anchor.after(panel);
  anchor.setAttribute("aria-describedby", panel.id);
  panel.showPopover();
  lay();
  const mark = panel.querySelector("mark, .wk-elision");
  if (mark) panel.scrollTop = Math.max(0, mark.offsetTop - panel.clientHeight / 3);
};

const later = (what) => { clearTimeout(timer); timer = setTimeout(what, PAUSE); };
const touched = (event) => event.pointerType === "touch";

document.addEventListener("pointerover", (event) => {
  if (touched(event)) return;
  const anchor = linkAt(event.target);
  if (panel?.contains(event.target) || (anchor && anchor === link)) clearTimeout(timer);
  else if (anchor) later(() => show(anchor));
  else if (panel && link !== document.activeElement) later(hide);
  else if (!panel) clearTimeout(timer);
});
document.addEventListener("focusin", (event) => {
  const anchor = linkAt(event.target);
  if (anchor?.matches(":focus-visible")) show(anchor);
  else if (panel && !panel.contains(event.target)) hide();
});
document.addEventListener("click", (event) => {
  const anchor = linkAt(event.target);
  if (anchor && touched(event) && anchor !== link) {
    event.preventDefault();
    show(anchor, true);
  } else if (panel && !anchor && !panel.contains(event.target)) hide();
}, true);
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && panel) {
    event.preventDefault();
    hide();
  }
}, true);
addEventListener("pagehide", hide);
addEventListener("resize", () => { if (panel) lay(); });
