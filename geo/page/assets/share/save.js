/** Hands a file to the reader's browser, which saves it. */

/** @param {Blob} blob @param {string} name */
export function save(blob, name) {
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 60_000); // a browser may ask first where to put it
}

/** A name for a file from a title: letters, digits and hyphens alone. @param {string} title @param {string} end */
export function fileName(title, end) {
  const plain = title
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  return `${plain.slice(0, 60).replace(/^-+|-+$/g, "") || "atlas"}-${end}`;
}
