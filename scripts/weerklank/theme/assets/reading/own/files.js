// Notes as files: plain text, Markdown, and W3C Web Annotation, which can be read back.
import { places } from "../../say.js";
import { newId } from "./store.js";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const FRAGMENT = "http://tools.ietf.org/rfc/rfc3236"; // what says that 'p4' is the id of an element of HTML
const LONGEST = 20_000; // characters of a note, or of the words that it is at
const BLOCK = /^[ph]\d+[a-z]*$/;

const byText = (notes) => Map.groupBy ? [...Map.groupBy(notes, ({ title }) => title)] : [...new Set(notes.map(({ title }) => title))].map((title) => [title, notes.filter((note) => note.title === title)]);
const placeOf = ({ parts }) => [...new Set(parts.map(({ place }) => place))].join(", ");
const quoteOf = ({ parts }) => parts.map(({ exact }) => exact).join(" […] ");
const lines = (words, mark) => words.split("\n").map((line) => mark + line).join("\n");

/** Plain text. */
export const asText = (notes) => byText(notes).map(([title, own]) =>
  `${title}\n${own[0].source}\n\n${own.map((note) => `${placeOf(note)}: “${quoteOf(note)}”\n${note.body}\n`).join("\n")}`).join("\n\n");

const plain = (words) => words.replace(/[\\`*_[\]<>#|~]/g, "\\$&");
/** Markdown: the author's words as a quotation, one's own below them. */
export const asMarkdown = (notes) => byText(notes).map(([title, own]) =>
  `# ${plain(title)}\n\n<${own[0].source}>\n\n${own.map((note) => `## ${plain(placeOf(note))}\n\n${lines(plain(quoteOf(note)), "> ")}\n\n${note.body}\n`).join("\n")}`).join("\n\n");

const target = (source) => ({ block, exact, prefix, suffix }) => ({
  source,
  selector: { type: "FragmentSelector", conformsTo: FRAGMENT, value: block, refinedBy: { type: "TextQuoteSelector", exact, prefix, suffix } },
});

/** W3C Web Annotation: a page of annotations. */
export const asAnnotations = (notes) => `${JSON.stringify({
  "@context": CONTEXT,
  type: "AnnotationPage",
  items: notes.map(({ id, source, created, modified, body, parts }) => ({
    id,
    type: "Annotation",
    motivation: "commenting",
    created,
    modified,
    body: { type: "TextualBody", value: body, format: "text/plain" },
    target: parts.map(target(source)),
  })),
}, null, 1)}\n`;

const list = (value) => (Array.isArray(value) ? value : value == null ? [] : [value]);
const words = (value) => (typeof value === "string" ? value.slice(0, LONGEST) : "");

const part = ({ selector } = {}) => {
  const { value, refinedBy } = list(selector).find(({ type } = {}) => type === "FragmentSelector") ?? {};
  const block = words(value);
  const { exact, prefix, suffix } = list(refinedBy)[0] ?? {};
  return BLOCK.test(block) && words(exact) ? { block, place: block.startsWith("p") ? `§ ${block.slice(1)}` : "", exact: words(exact), prefix: words(prefix), suffix: words(suffix) } : null;
};

const slugOf = (source) => new RegExp(`/${places.essays}/([^/?#]+)/`).exec(words(source))?.[1] ?? "";

/** The notes in a file of annotations, whoever wrote it; those that this site has no place for are left out. */
export const fromAnnotations = (file) => {
  const read = JSON.parse(file);
  const items = list(read.items ?? read.first?.items ?? read);
  return items.flatMap((item) => {
    const targets = list(item?.target);
    const parts = targets.map(part).filter(Boolean);
    const source = words(targets[0]?.source);
    const body = list(item?.body).map(({ value } = {}) => words(value)).find(Boolean) ?? "";
    const slug = slugOf(source);
    if (!parts.length || !slug || !body) return [];
    return [{ id: words(item.id) || newId(), slug, title: slug, source, created: words(item.created), modified: words(item.modified), body, parts }];
  });
};

/** Hands a file to the reader. */
export const save = (name, content, type) => {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
