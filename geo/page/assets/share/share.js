/** Mounts the menu "Share · Export" in the header: copies links, footnotes, code and pictures, and saves and prints what is shown. */

import { copyPicture } from "../core/clipboard.js";
import { copy } from "../core/copy.js";
import { byId, el, fill } from "../core/dom.js";
import { hasAddress, isInApp, publicLink } from "../core/hosting.js";
import { nameIn } from "../data/atlas.js";
import { phrase, sayIn } from "../core/language.js";
import { menu } from "../core/menu.js";
import { notify } from "../core/notice.js";
import { csvOf } from "./csv.js";
import { embedCode } from "./embed_code.js";
import { footnote } from "./footnote.js";
import { geojsonOf } from "./geojson.js";
import { pictureOf } from "./picture.js";
import { fileName, save } from "./save.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../core/store.js").Store} Store
 * @typedef {{id: string, key: string, run: () => void, isOffered?: boolean}} Item key is of its name
 * @typedef {{map: L.Map, atlas: Atlas, store: Store, link: () => string, own: () => string}} Context
 *   link is to the view; own is the same as others may read it, "" where the page has no address
 */

/** @type {{style: import("./footnote.js").Style, key: string}[]} */
const FOOTNOTES = [
  { style: "chicago", key: "citeChicago" },
  { style: "apa", key: "citeApa" },
  { style: "plain", key: "citePlain" },
];

/** @param {L.Map} map @param {Atlas} atlas @param {Store} store @param {() => string} link to the view as it is now */
export function mountShare(map, atlas, store, link) {
  const own = () => (hasAddress() ? publicLink(link()) : "");
  const groups = groupsOf({ map, atlas, store, link, own });
  const draw = () => {
    const say = sayIn(store.get().language);
    const button = el("button", { type: "button", id: "share-button" }, say("share"));
    const list = el(
      "div",
      { id: "share-menu", role: "menu", "aria-label": say("share"), hidden: true },
      ...groups.map(([name, items]) => groupOf(say(name), items, say)),
    );
    fill(byId("share"), button, list);
    menu(button, list);
  };
  store.watch(["language"], draw);
  draw();
}

/** @param {string} name @param {Item[]} items @param {import("../core/language.js").Say} say */
function groupOf(name, items, say) {
  const buttons = items
    .filter(({ isOffered = true }) => isOffered)
    .map(({ id, key, run }) => el("button", { type: "button", role: "menuitem", id, on: { click: run } }, say(key)));
  return buttons.length
    ? el("div", { role: "group", "aria-label": name }, el("span", { class: "head", "aria-hidden": "true" }, name), ...buttons)
    : null;
}

/** @param {Context} context @returns {[string, Item[]][]} */
function groupsOf(context) {
  const { atlas, store, link, own } = context;
  const name = (/** @type {string} */ end) => fileName(nameIn(atlas.title, store.get().language), end);
  const exportText = (/** @type {string} */ type, /** @type {string} */ content, /** @type {string} */ end) =>
    saveAs(store, new Blob([content], { type }), name(end));
  const note = () => phrase(store.get().language, "embedNote");
  const code = () => embedCode(own(), nameIn(atlas.title, store.get().language), note(), isInApp());
  return [
    [
      "share_copy",
      [
        { id: "copy-link", key: "copyLink", run: () => copy(store, link()), isOffered: hasAddress() },
        {
          id: "copy-embed",
          key: "copyEmbed",
          run: () => copy(store, code(), own().startsWith("http") ? "" : note()),
          isOffered: hasAddress(),
        },
        { id: "copy-picture", key: "copyPicture", run: () => exportPicture(context) },
      ],
    ],
    [
      "share_cite",
      FOOTNOTES.map(({ style, key }) => ({
        id: `cite-${style}`,
        key,
        run: () => copy(store, footnote(style, atlas, store.get(), own(), new Date())),
      })),
    ],
    [
      "share_save",
      [
        { id: "save-picture", key: "savePicture", run: () => exportPicture(context, name("map.png")) },
        { id: "save-csv", key: "saveCsv", run: () => exportText("text/csv", csvOf(atlas, store.get(), own()), "claims.csv") },
        {
          id: "save-geojson",
          key: "saveGeojson",
          run: () => exportText("application/geo+json", geojsonOf(atlas, store.get(), own()), "map.geojson"),
        },
        { id: "print-page", key: "printPage", run: () => setTimeout(() => window.print()) }, // once the menu is shut
        { id: "open-briefing", key: "openBriefing", run: () => window.parent.postMessage({ type: "briefing" }, "*"), isOffered: isInApp() },
      ],
    ],
  ];
}

/** Save a picture of the map under a name; without one, copy it. @param {Context} context @param {string} [name] */
async function exportPicture({ map, atlas, store }, name) {
  const { dark } = store.get();
  store.set({ dark: false }, "link"); // a picture goes on paper
  const made = pictureOf(map, atlas, store.get());
  store.set({ dark }, "link");
  try {
    if (name) return saveAs(store, await made, name);
    if (await copyPicture(made)) return notify(store, "pictureCopied");
    await made; // so that a picture that can't be made is told from one that can't be copied
    notify(store, "pictureNotCopied");
  } catch {
    notify(store, "noPicture"); // the browser has no memory for it
  }
}

/** @param {Store} store @param {Blob} blob @param {string} name */
function saveAs(store, blob, name) {
  save(blob, name);
  notify(store, "saved", name);
}
