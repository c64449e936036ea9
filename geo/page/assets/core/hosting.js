/**
 * Where the page is: alone, in the app's frame, or in a frame of another site. The app's server marks the pages that it
 * serves (geo/app/pages.py), so that a file in a frame of another site is not taken for a page of the app.
 */

export const isFramed = () => window.parent !== window;

/** Is this page in the app's frame? Then the app holds its address. */
export const isInApp = () => isFramed() && document.documentElement.dataset.host === "app";

/** Is it in a page of somebody else, by itself or within the app? Then that page scrolls. */
export const isEmbedded = () => (isInApp() ? window.parent !== window.top : isFramed());

/** Has it an address that leads to it? In a notebook, for one, it has none. */
export const hasAddress = () => isInApp() || /^(https?|file):$/.test(location.protocol);

/** A link as others may read it: of a file on this disk its name alone, without the folders. @param {string} link */
export const publicLink = (link) => (link.startsWith("file:") ? link.replace(/^[^#]*\//, "") : link);

/** What a frame must let the page do: it runs no script but its own, and reaches nothing of the site that holds it. */
export const SANDBOX = "allow-scripts allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";
/** What of the browser a frame must grant the page. */
export const ALLOW = "clipboard-write; fullscreen";
