/** Prints the version of the Leaflet in its input, and for each of its classes that is named which members it has. */

import { text } from "node:stream/consumers";
import { runInNewContext } from "node:vm";

const { source, members } = JSON.parse(await text(process.stdin));

/** As much of a browser as Leaflet looks at while it is read. */
const element = () => ({ style: {}, setAttribute() {}, getContext() {} });
const window = {
  document: { documentElement: element(), createElement: element },
  navigator: { userAgent: "", platform: "" },
  screen: {},
  addEventListener() {},
};
const exports = {};
runInNewContext(source, { ...window, window, exports, module: { exports }, setTimeout });

/** A member is a method, or what one of the methods uses: a field, or a method that a class derived from this one has. */
function hasMember(prototype, name) {
  if (name in prototype) return true;
  const use = new RegExp(`\\bthis\\.${name}\\b`);
  for (let level = prototype; level; level = Object.getPrototypeOf(level)) {
    const methods = Object.values(level).filter((value) => typeof value === "function");
    if (methods.some((method) => use.test(String(method)))) return true;
  }
  return false;
}

const classOf = (path) =>
  path
    .split(".")
    .slice(1)
    .reduce((found, name) => found[name], exports);
const found = Object.entries(members).map(([path, names]) => [path, names.filter((name) => hasMember(classOf(path).prototype, name))]);
console.log(JSON.stringify({ version: exports.version, members: Object.fromEntries(found) }));
