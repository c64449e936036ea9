/** The families of letters on the map's canvases: ours in a sans, the article's words in a serif. */

export const SANS = '"Noto Sans", "Segoe UI", system-ui, "Noto Sans Arabic", sans-serif';
export const SERIF = '"Noto Serif", Georgia, "Times New Roman", "Noto Naskh Arabic", serif';
