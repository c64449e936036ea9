/** The component that passes the app's request to select a mark on to the page's component (see host.js). */

/** @param {{data: {feature: string, excerpt: string|null, claim: string|null, serial: string}|null}} component */
export default function mount({ data }) {
  if (data) window.dispatchEvent(new CustomEvent("corridor-atlas:select", { detail: data }));
}
