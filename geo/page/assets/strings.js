/** The words of the page itself, by language. A language without a phrase shows the English one. */

/** @type {Record<string, Record<string, string>>} */
const PHRASES = {
  en: {
    all: "All",
    alsoHere: "These words are also the reason for",
    article: "Article",
    asOf: "as of {0}",
    articleOnly: "Only what the article says",
    background: "background",
    backgroundMeans: "not in the article; from another, dated source",
    basis: "Basis of what is drawn",
    close: "Back to the overview",
    count: "{0} marks shown",
    details: "Details",
    disputed: "Who says what",
    excerptOf: "Excerpt {0} of {1}",
    gradeOf: "Source grade {0} (Admiralty code)",
    group_actors: "Actors",
    group_background: "Background routes, not in the article",
    group_corridor: "The corridor",
    group_elsewhere: "Elsewhere in the article",
    group_unplaced: "Named, but not placed on the map",
    hedge: "Hedge as printed",
    inferred: "inferred",
    inferredMeans: "ours, drawn from what is stated",
    layers: "Layers",
    next: "Next",
    none: "None",
    noForceNamed: "no force named in the article",
    noticeHidden: "This mark is hidden by the layers or the filter.",
    noticeUnplaced: "Named in the article, but not placed on the map.",
    only: "only",
    onlyThis: "Show only {0}",
    overview: "What this map rests on",
    overviewHint: "Click a mark on the map, or marked words in the article.",
    position: "Where it is drawn",
    previous: "Previous",
    readHow: "Read",
    seal: "Sealed: every quote stands at its place in the source. Atlas {0}",
    silent: "Not said in the article",
    stated: "stated",
    statedMeans: "the article says so; read its words",
    verb: "Verb as printed",
  },
};

/** @param {string} language @param {string} key @param {(string|number)[]} values for {0}, {1} … */
export function phrase(language, key, ...values) {
  const text = PHRASES[language]?.[key] ?? PHRASES.en[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, i) => String(values[Number(i)]));
}
