/** The form that puts a place at typed coordinates, or where the map is clicked. */

import { el } from "../../page/assets/core/dom.js";
import { located } from "./acts.js";
import { act, here, set } from "./bench.js";
import { field, form, input } from "./parts.js";
import { onMapClick } from "./map.js";
import { say } from "./words.js";

/** @param {any} location that it has now */
export function positionForm(location) {
  const number = { inputmode: "decimal", dir: "ltr", required: true };
  const lat = input(location?.lat ?? "", { name: "lat", ...number });
  const lon = input(location?.lon ?? "", { name: "lon", ...number });
  const save = () => {
    const [north, east] = [lat, lon].map(({ value }) => degrees(value));
    if (north === null || east === null) return set({ said: say("benchDegrees") });
    void act(
      () => {
        const { item } = here();
        return item ? located(item, { kind: "point", lon: east, lat: north }) : null;
      },
      { advance: true },
    );
  };
  onMapClick((at) => {
    lat.value = at.lat.toFixed(3);
    lon.value = at.lng.toFixed(3);
    lat.focus();
  });
  return form(
    save,
    el("p", { class: "soft" }, say("benchPositionMeans")),
    field(say("benchLatitude"), lat),
    field(say("benchLongitude"), lon),
  );
}

/** Degrees as people type them: 16.17, −16,17, also in Arabic and Persian digits. @param {string} text */
export function degrees(text) {
  const western = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  const plain = western
    .trim()
    .replace(/[,\u066b]/, ".")
    .replace("−", "-")
    .replace(/°$/, "");
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
