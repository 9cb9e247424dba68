// All scripts of the site as one, made by 'make zip': a page in a folder may load no modules and fetch no files.
(() => {
"use strict";
const root = new URL("../", document.currentScript.src);
const run = document.currentScript.dataset.run.split(" ");
const modules = {};
const loaded = {};
const $load = (name) => {
  if (!(name in loaded)) modules[name](loaded[name] = {}, new URL(name, root).href);
  return loaded[name];
};
const $later = async (name) => {
  if (name in modules) return $load(name);
  throw new Error(`${name} is not in this folder`);
};
// Data come as scripts, which a page in a folder may load: <name>.js calls weerklankData with what <name> holds.
const waiting = {};
globalThis.weerklankData = (name, data) => waiting[name]?.(data);
const data = {};
const fetch = (address) => {
  const { origin, pathname } = new URL(address, document.baseURI);
  const inside = origin === root.origin && pathname.startsWith(root.pathname);
  if (!inside) return Promise.reject(new TypeError(`${address} is not in this folder`));
  const name = decodeURIComponent(pathname.slice(root.pathname.length));
  data[name] ??= new Promise((done, fail) => {
    waiting[name] = done;
    const script = Object.assign(document.createElement("script"), { src: new URL(`${name}.js`, root) });
    script.onerror = () => fail(new TypeError(`${name} is not in this folder`));
    document.head.append(script);
  });
  return data[name].then((held) => new Response(typeof held === "string" ? held : JSON.stringify(held)));
};
