/** Asks the desk (geo/workbench/desk.py), through the app's document that holds this page's frame. */

/** @type {Map<number, (answer: any) => void>} */
const waiting = new Map();
let serial = 0;

/** @param {any} ask @returns {Promise<any>} the answer; `problems` say why there is none */
export function ask(ask) {
  serial += 1;
  const own = serial;
  parent.postMessage({ type: "ask", serial: own, ask }, "*");
  return new Promise((answer) => waiting.set(own, answer));
}

/** Leave the workbench. @param {boolean} opens is the sealed atlas to be opened? */
export const leave = (opens) => parent.postMessage({ type: "leave", opens }, "*");

/** Listen to the app, and say that the page is ready. @param {(kept: boolean) => void} welcome */
export function listen(welcome) {
  window.addEventListener("message", ({ source, data }) => {
    if (source !== parent) return;
    if (data?.type === "welcome") welcome(data.kept);
    if (data?.type === "answer") {
      waiting.get(data.serial)?.(data.answer);
      waiting.delete(data.serial);
    }
  });
  parent.postMessage({ type: "ready" }, "*");
}

/** A file as base64. @param {Blob} file @returns {Promise<string>} */
export async function base64Of(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
