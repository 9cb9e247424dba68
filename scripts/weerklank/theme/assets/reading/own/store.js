// The notes that a reader made on this site, kept in this browser and nowhere else:
// { id, slug, title, source, created, modified, body, parts: [{ block, place, exact, prefix, suffix }] }.
const [, folder, slug] = /^(.*\/)([^/]+)\/(?:index\.html)?$/.exec(location.pathname) ?? [, location.pathname, ""];
const KEY = `weerklank.notes:${folder}`;

/** The text of this page, by its slug. */
export const here = decodeURIComponent(slug);

/** A name for a note that no other has; without https the browser's own way is not there. */
export const newId = () => `urn:uuid:${crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`}`;

/** All notes, those at other texts too. */
export const all = () => { try { return JSON.parse(localStorage.getItem(KEY)) ?? []; } catch { return []; } };

/** Keeps the notes; whether the browser could. */
export const keep = (notes) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(notes));
    return true;
  } catch {
    return false;
  }
};
