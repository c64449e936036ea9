/** Unpacks the texts of the page's data (geo/page/packing.py packs them). */

/** @param {string} text base64 of the gzip of a JSON object @returns {Promise<Record<string, string>>} */
export async function unpack(text) {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return JSON.parse(await new Response(stream).text());
}
