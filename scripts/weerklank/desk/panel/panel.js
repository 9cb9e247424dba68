// The marking panel of the preview: words of the text become a passage in an argument's file. Never part of a site.
const told = document.getElementById("wk-desk");
const article = document.querySelector("[data-seed]");
const KEPT = "wk-desk"; // in sessionStorage: what was done just before the page was loaded anew

async function ask(name, asked) {
  const answer = await fetch(`/weerklank-desk/${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", [told.dataset.header]: told.dataset.token },
    body: JSON.stringify({ seed: article.dataset.seed, ...asked }),
  });
  const said = await answer.json();
  if (!answer.ok) throw new Error(said.error);
  return said;
}

/** An element with properties and children; words are never markup. */
function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const labelled = (words, field) => make("label", {}, make("span", { textContent: words }), field);

// ---------- where words stand ----------

/** The places in a paragraph's text that count when it is compared with the page: letters and signs, no marks of a list. */
function counted(unit) {
  const marks = new Set();
  if (unit.kind === "list") {
    for (const mark of unit.text.matchAll(/^(?:- |\d+\. )/gm)) for (let at = 0; at < mark[0].length; at++) marks.add(mark.index + at);
  }
  return [...Array(unit.text.length).keys()].filter((at) => /[^\s\u00ad]/u.test(unit.text[at]) && !marks.has(at));
}

/** How many such signs a stretch of the page has; what is not the author's does not count. */
function signs(range) {
  const part = range.cloneContents();
  for (const ours of part.querySelectorAll("[data-apparatus]")) ours.remove();
  return part.textContent.replace(/[\s\u00ad]/gu, "").length;
}

const blockOf = (node) => (node?.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.("[data-seed] [data-block][id]");

/** What is selected in the text: the paragraph, and how many signs stand before it and in it. */
function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const block = blockOf(range.startContainer);
  if (!block) return null;
  const before = document.createRange();
  before.selectNodeContents(block);
  const inside = before.cloneRange();
  before.setEnd(range.startContainer, range.startOffset);
  inside.setStart(range.startContainer, range.startOffset);
  if (block.contains(range.endContainer)) inside.setEnd(range.endContainer, range.endOffset);
  return { unit: block.id, first: signs(before), count: signs(inside) };
}

/** The paragraph that the reader has before him. */
function inView() {
  const blocks = [...document.querySelectorAll("[data-seed] [data-block][id]")];
  return (document.activeElement && blockOf(document.activeElement)) || blocks.find((block) => block.getBoundingClientRect().bottom > 120) || blocks[0];
}

/** The same count in characters as Python has them. */
const points = (text, at) => [...text.slice(0, at)].length;
const units16 = (text, at) => [...text].slice(0, at).join("").length;

// ---------- the panel ----------

class Panel {
  constructor(data) {
    Object.assign(this, data);
    this.build();
  }

  build() {
    const { words } = this;
    this.unit = make("select");
    for (const unit of this.units) this.unit.append(new Option(unit.number ? `§ ${unit.number}` : `${unit.text.slice(0, 40)}`, unit.id));
    this.text = make("textarea", { readOnly: true, rows: 6, className: "wk-desk-text" });
    this.marked = make("div", { className: "wk-desk-marked" });
    this.near = make("fieldset", { className: "wk-desk-near" });
    this.other = make("select");
    this.other.append(new Option("–", ""), ...this.arguments.map((each) => new Option(each.claim, each.id)), new Option(`+ ${words.new}`, "+"));
    this.address = make("input", { autocomplete: "off" });
    this.claim = make("input", { autocomplete: "off" });
    this.fresh = make("div", { hidden: true }, labelled(words.address, this.address), labelled(words.claim, this.claim));
    this.stance = this.radios(words.stance, "wk-desk-stance", this.stances);
    this.weight = make("input", { type: "checkbox" });
    this.voice = make("select");
    for (const [voice, said] of Object.entries(this.voices)) this.voice.append(new Option(said, voice));
    this.speaker = make("input", { autocomplete: "off" });
    this.note = make("textarea", { rows: 2 });
    this.status = make("p", { className: "wk-desk-status", role: "status" });
    this.wrong = make("p", { className: "wk-desk-wrong", role: "alert" });
    this.saves = make("button", { type: "submit", textContent: words.save });
    this.deletes = make("button", { type: "button", textContent: words.delete, hidden: true });
    this.closes = make("button", { type: "button", textContent: words.close });
    this.form = make(
      "form", {},
      labelled(words.paragraph, this.unit), labelled(words.words, this.text), this.marked, this.near, labelled(words.other, this.other), this.fresh,
      this.stance, make("label", { className: "wk-desk-check" }, this.weight, ` ${this.key}`), labelled(words.voice, this.voice), labelled(words.speaker, this.speaker), labelled(words.note, this.note),
      make("div", { className: "wk-desk-end" }, this.saves, this.deletes, this.closes), this.wrong, this.status,
    );
    this.box = make("section", { className: "wk-desk", hidden: true }, make("h2", { textContent: words.title, id: "wk-desk-title" }), this.form);
    this.box.setAttribute("role", "dialog");
    this.box.setAttribute("aria-labelledby", "wk-desk-title");
    document.body.append(this.box);
    this.listen();
  }

  radios(legend, name, options) {
    const field = make("fieldset", { className: "wk-desk-row" }, make("legend", { textContent: legend }));
    for (const [value, said] of Object.entries(options)) field.append(make("label", {}, make("input", { type: "radio", name, value }), ` ${said}`));
    return field;
  }

  listen() {
    this.unit.addEventListener("change", () => this.show(this.unit.value));
    for (const event of ["select", "keyup", "pointerup"]) this.text.addEventListener(event, () => this.chosen());
    this.other.addEventListener("change", () => this.argue(this.other.value));
    this.near.addEventListener("change", (event) => this.argue(event.target.value, event.target.dataset.stance));
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.save(); });
    this.deletes.addEventListener("click", () => this.remove());
    this.closes.addEventListener("click", () => this.close());
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.save();
      event.stopPropagation(); // the page's own keys are not meant here
    });
  }

  /** Open on what is selected in the text, or on the paragraph in view. */
  open() {
    const picked = selected();
    this.from = document.activeElement;
    this.box.hidden = false;
    opens.parentElement.hidden = true;
    const unit = this.of(picked?.unit ?? inView()?.id) ?? this.units[0];
    const places = counted(unit);
    const last = picked?.count ? places[picked.first + picked.count - 1] : undefined;
    this.show(unit.id, picked?.unit === unit.id && last !== undefined ? [places[picked.first], last + 1] : null);
    this.text.focus();
  }

  close() {
    this.box.hidden = true;
    opens.parentElement.hidden = false;
    (this.from && document.contains(this.from) && this.from !== document.body ? this.from : opens).focus();
  }

  of(id) {
    return this.units.find((unit) => unit.id === id);
  }

  /** A paragraph with a stretch of it selected, for a new passage. */
  show(id, stretch = null) {
    this.editing = null;
    this.deletes.hidden = true;
    this.wrong.textContent = "";
    this.unit.value = id;
    this.text.value = this.of(id).text;
    this.text.setSelectionRange(...(stretch ?? [0, 0]));
    for (const field of [this.speaker, this.note, this.address, this.claim]) field.value = "";
    this.weight.checked = false;
    this.voice.value = "own";
    this.last = "";
    this.near.replaceChildren();
    this.argue("", "for");
    this.list(id);
    this.chosen();
  }

  /** The passages that stand in the paragraph already, each to be changed. */
  list(id) {
    const here = this.passages.filter((passage) => passage.unit === id);
    this.marked.replaceChildren();
    if (!here.length) return;
    this.marked.append(make("p", { textContent: this.words.here }));
    for (const passage of here) {
      const words = [...this.of(id).text].slice(passage.start, passage.end).join("");
      const button = make("button", { type: "button", textContent: `${this.stances[passage.stance]}: ${passage.claim} – “${words.length > 60 ? `${words.slice(0, 60)}…` : words}”` });
      button.dataset.id = passage.id;
      button.addEventListener("click", () => { this.edit(passage); this.text.focus(); });
      this.marked.append(button);
    }
  }

  edit(passage) {
    const { text } = this.of(passage.unit);
    this.show(passage.unit, [units16(text, passage.start), units16(text, passage.end)]);
    this.editing = passage;
    this.deletes.hidden = false;
    this.weight.checked = passage.weight === "key";
    for (const name of ["voice", "speaker", "note"]) this[name].value = passage[name];
    this.argue(passage.argument, passage.stance);
  }

  /** Choose an argument, and with it a stance where one is proposed. */
  argue(argument, stance) {
    this.argument = argument;
    for (const radio of this.near.querySelectorAll("input")) radio.checked = radio.value === argument;
    this.other.value = argument;
    this.fresh.hidden = argument !== "+";
    if (stance) this.stance.querySelector(`[value="${stance}"]`).checked = true;
  }

  stretch() {
    const { text } = this.of(this.unit.value);
    return { unit: this.unit.value, start: points(text, this.text.selectionStart), end: points(text, this.text.selectionEnd) };
  }

  /** Look for arguments once the selection rests. */
  chosen() {
    const stretch = this.stretch();
    const now = JSON.stringify(stretch);
    if (now === this.last) return;
    this.last = now;
    clearTimeout(this.timer);
    if (stretch.start < stretch.end) this.timer = setTimeout(() => this.look(stretch), 150); // milliseconds: between two keys
  }

  async look(stretch) {
    const { rows } = await this.tried(() => ask("nearest", stretch)) ?? {};
    if (!rows || JSON.stringify(stretch) !== this.last) return;
    this.near.replaceChildren(make("legend", { textContent: this.words.arguments }), ...rows.map((row) => this.choice(row)));
    this.argue(this.argument);
  }

  choice(row) {
    const radio = make("input", { type: "radio", name: "wk-desk-argument", value: row.argument });
    radio.dataset.stance = this.editing ? "" : row.stance;
    const other = row.other && make("span", { className: "wk-desk-other", textContent: `${row.other.whose} (${this.stances[row.other.stance]}): “${row.other.words}”` });
    return make("label", {}, radio, make("span", {}, make("b", { textContent: row.claim }), make("i", { textContent: ` ${this.words[row.band]}` }), other));
  }

  async save() {
    if (!this.argument) {
      this.wrong.textContent = this.words.choose;
      return;
    }
    const fresh = this.argument === "+";
    const done = await this.tried(() =>
      ask("save", {
        ...this.stretch(),
        id: this.editing?.id ?? "",
        argument: fresh ? this.address.value : this.argument,
        claim: fresh ? this.claim.value : "",
        stance: this.stance.querySelector(":checked")?.value ?? "",
        weight: this.weight.checked ? "key" : "",
        voice: this.voice.value,
        speaker: this.speaker.value,
        note: this.note.value,
      }));
    if (done) this.done(`${this.words.saved} ${done.file}`);
  }

  async remove() {
    const done = await this.tried(() => ask("delete", { id: this.editing.id }));
    if (done) this.done(`${this.words.deleted} ${done.file}`);
  }

  /** Until the page is loaded anew the panel waits: what it shows is not what the files hold any more. */
  done(words) {
    this.status.textContent = words;
    this.saves.disabled = this.deletes.disabled = true;
    sessionStorage.setItem(KEPT, words);
  }

  async tried(does) {
    this.wrong.textContent = "";
    try {
      return await does();
    } catch (error) {
      this.wrong.textContent = error.message;
      return null;
    }
  }
}

// ---------- the way in ----------

const opens = make("button", { className: "wk-desk-open", type: "button" });

if (article && told) {
  const panel = new Panel(await ask("essay", {}));
  opens.textContent = panel.words.mark;
  opens.title = "M";
  opens.setAttribute("aria-keyshortcuts", "m");
  opens.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps what is selected
  opens.addEventListener("click", () => panel.open());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "m" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    panel.open();
  });
  const status = make("span", { className: "wk-desk-said", role: "status" });
  document.body.append(make("div", { className: "wk-desk-bar" }, status, opens));
  const said = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (said) {
    status.textContent = said;
    opens.focus({ preventScroll: true });
  }
}
