/** Writes the HTML that puts the map into another site. */

import { ALLOW, SANDBOX } from "../core/hosting.js";

/**
 * The code for a link. A file on this disk has no address that others can reach: its name stands for it, and a note
 * says that it is to be replaced.
 * @param {string} link as `publicLink` returns it @param {string} title @param {string} note @param {boolean} isApp the app needs
 *   an origin of its own, so it is not sandboxed
 */
export function embedCode(link, title, note, isApp) {
  const attributes = {
    src: link,
    title,
    width: "100%",
    height: "640",
    loading: "lazy",
    allow: ALLOW,
    ...(isApp ? {} : { sandbox: SANDBOX }),
    style: "border:0",
  };
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escaped(value)}"`);
  const frame = `<iframe ${written.join(" ")}></iframe>`;
  return /^https?:/.test(link) ? frame : `<!-- ${note} -->\n${frame}`;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[&<>"']/g, (letter) => `&#${letter.codePointAt(0)};`);
