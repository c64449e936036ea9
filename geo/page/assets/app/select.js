/** The app's request to select a mark, passed on to whatever holds the page (see host.js). */

/** @param {{data: {feature: string, excerpt: string|null, serial: string}|null}} component */
export default function mount({ data }) {
  if (data) window.dispatchEvent(new CustomEvent("corridor-atlas:select", { detail: data }));
}
