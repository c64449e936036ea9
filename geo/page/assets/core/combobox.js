/** A text box with a list of options (WAI-ARIA, combobox): arrow keys move in the list, Enter takes an option, Escape closes the list. */

/** @param {HTMLElement} box @param {HTMLElement} list @returns {(isOpen: boolean) => void} opens or closes the list */
export function combobox(box, list) {
  let at = -1;
  const options = () => /** @type {HTMLElement[]} */ (list.hidden ? [] : [...list.querySelectorAll("[role=option]")]);
  const move = (/** @type {number} */ to) => {
    const all = options();
    at = to < all.length ? to : 0;
    all.forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    const option = all[at];
    option?.scrollIntoView({ block: "nearest" });
    if (option) box.setAttribute("aria-activedescendant", option.id);
    else box.removeAttribute("aria-activedescendant");
  };
  const open = (/** @type {boolean} */ isOpen) => {
    list.hidden = !isOpen;
    box.setAttribute("aria-expanded", String(isOpen));
    move(-1);
  };
  box.addEventListener("blur", () => open(false));
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" && list.hidden) open(list.childElementCount > 0);
    else if (event.key === "ArrowDown") move(at + 1);
    else if (event.key === "ArrowUp") move(at <= 0 ? options().length - 1 : at - 1);
    else if (event.key === "Enter") options()[Math.max(at, 0)]?.click();
    else if (event.key === "Escape") open(false);
    else return;
    event.preventDefault();
  });
  return open;
}
