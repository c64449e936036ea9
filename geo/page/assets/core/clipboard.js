/** Puts texts and pictures on the clipboard. */

/** @param {string} text @returns {Promise<boolean>} whether it is there */
export const copyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text); // not allowed in a frame, nor in a page without TLS
  }
};

/** @param {Promise<Blob>} picture a PNG; a promise, because Safari allows it only while the click is handled
 * @returns {Promise<boolean>} whether it is there */
export const copyPicture = async (picture) => {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return true;
  } catch {
    return false;
  }
};

/** @param {string} text */
function copyByCommand(text) {
  let done = false;
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    done = true;
  };
  document.addEventListener("copy", put);
  document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}
