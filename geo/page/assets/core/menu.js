/**
 * A button that opens a menu (WAI-ARIA, menu button): arrow keys, Home and End move in the menu, Escape and a choice shut
 * it and give the focus back to the button. It is kept within the window.
 */

const EDGE = 8; // px that a menu keeps from the window's edge

/** @param {HTMLElement} button @param {HTMLElement} list has role "menu", and in it elements with role "menuitem" */
export function menu(button, list) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-controls", list.id);
  const items = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=menuitem]")]);
  const focus = (/** @type {number} */ at) =>
    items()
      .at(at % items().length)
      ?.focus();
  const open = (/** @type {boolean} */ isOpen) => {
    list.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) keepWithin(list);
  };
  const shut = () => {
    button.focus();
    open(false);
  };
  for (const item of items()) item.tabIndex = -1;
  button.addEventListener("click", () => {
    open(list.hidden);
    if (!list.hidden) focus(0);
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    open(true);
    focus(event.key === "ArrowDown" ? 0 : -1);
    event.preventDefault();
  });
  list.addEventListener("keydown", (event) => {
    const at = items().indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === "ArrowDown") focus(at + 1);
    else if (event.key === "ArrowUp") focus(at - 1);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(-1);
    else if (event.key === "Escape") shut();
    else if (event.key === "Tab")
      return shut(); // the focus goes on from the button
    else return;
    event.preventDefault();
    event.stopPropagation(); // Escape has another meaning for the page
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // so that the focus stays in the menu
  list.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("[role=menuitem]")) shut();
  });
  list.addEventListener("focusout", ({ relatedTarget }) => {
    if (!list.contains(/** @type {Node|null} */ (relatedTarget)) && relatedTarget !== button) open(false);
  });
  open(false);
}

/** @param {HTMLElement} list */
function keepWithin(list) {
  list.style.translate = list.style.maxHeight = "";
  const { left, right, top } = list.getBoundingClientRect();
  list.style.translate = `${Math.max(0, EDGE - left) - Math.max(0, right - window.innerWidth + EDGE)}px`;
  list.style.maxHeight = `${window.innerHeight - top - EDGE}px`;
}
