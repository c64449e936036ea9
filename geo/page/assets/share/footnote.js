/**
 * Footnotes for the view: the map, and the article that it is drawn from. Every detail is the atlas's; what the article
 * lacks, as an author or a printed date, is left out or said to be lacking.
 */

import { nameIn } from "../data/atlas.js";
import { dateIn, digits, sayIn } from "../core/language.js";
import { quoted } from "../core/text.js";
import { dateOf } from "../panels/source.js";
import { sentenceIn } from "../data/translation.js";

/**
 * @typedef {import("../data/atlas.js").Atlas} Atlas
 * @typedef {import("../data/atlas.js").Source} Source
 * @typedef {import("../core/store.js").View} View
 * @typedef {"chicago"|"apa"|"plain"} Style
 * @typedef {import("../core/language.js").Say} Say
 * @typedef {{title: string, asOf: string, shown: string, digest: string, link: string, accessed: string}} Map what is said of the map
 * @typedef {{source: Source, genre: string, date: string}} Article
 * @typedef {{map: Map, article: Article|null, say: Say, atlas: Atlas, language: string}} Cited
 */

/** @param {Style} style @param {Atlas} atlas @param {View} view @param {string} link to the view @param {Date} today by the reader's clock */
export function footnote(style, atlas, { language, feature }, link, today) {
  const say = sayIn(language);
  const mark = atlas.marks.get(feature ?? "");
  const map = {
    title: nameIn(atlas.title, language),
    asOf: nameIn(atlas.asOf, language),
    shown: mark ? `${nameIn(mark.names, language)} [${mark.id}]` : "",
    digest: say("citeAtlas", atlas.digest.slice(0, 12)),
    link,
    accessed: longDate(language, isoOf(today)),
  };
  const source = atlas.sources.get(atlas.article.source);
  const article = source ? articleOf(source, atlas, language, say) : null;
  return WRITERS[style]({ map, article, say, atlas, language });
}

/** @param {Source} source @param {Atlas} atlas @param {string} language @param {Say} say @returns {Article} */
function articleOf(source, atlas, language, say) {
  const genre = source.genre ? sentenceIn(source.genre, language, atlas.article.language).text : "";
  const { published, dated } = source;
  const basis = dated && say(dated.basis === "inferred" ? "citeInferred" : dated.basis); // in a text of the reader's, "us" is the reader
  const inferred = dated ? ` [${longDate(language, dated.at)}${say("comma")}${basis}]` : "";
  return { source, genre, date: published ? longDate(language, published) : say("citeNoDate") + inferred };
}

/** @type {Record<Style, (cited: Cited) => string>} */
const WRITERS = { chicago, apa, plain };

/** A note as in The Chicago Manual of Style. @param {Cited} cited */
function chicago({ map, article, say }) {
  const listed = (/** @type {(string|undefined)[]} */ parts) => parts.filter(Boolean).join(say("comma"));
  const from =
    article &&
    listed([
      article.source.author,
      `${say("citeTitle", article.source.title)} ${listed([article.genre, article.source.publisher, article.date, article.source.url])}`,
    ]);
  const about = listed([say("citeMap"), map.shown, map.asOf, map.digest, say("citeAccessed", map.accessed), map.link]);
  return `${say("citeTitle", map.title)} ${about}${from ? `${say("citeThen")}${say("citeBasedOn", from)}` : ""}.`;
}

/** A reference as in the Publication Manual of the American Psychological Association. @param {Cited} cited */
function apa({ map, article, say }) {
  const form = [say("citeMap"), map.shown, map.asOf, map.digest].filter(Boolean).join(say("citeThen"));
  const own = `${map.title} [${form}]. (${say("citeNoDate")}). ${say("citeRetrieved", map.accessed, map.link)}`;
  if (!article) return own;
  const { author, title, publisher, url } = article.source;
  const named = `${title}${article.genre && ` [${article.genre}]`}`;
  const from = author ? `${author} (${article.date}). ${named}` : `${named}. (${article.date})`;
  return `${own}. ${capital(say("citeBasedOn", [from, publisher, url].filter(Boolean).join(". ")))}`;
}

/** In plain words, with what a reader needs to judge it. @param {Cited} cited */
function plain({ map, article, say, atlas, language }) {
  const dispute = atlas.headline?.dispute;
  const facts = [`${say("map")}: ${quoted(map.title)}`, map.shown, map.asOf];
  if (article) {
    const { author, title, publisher, grade, url } = article.source;
    const details = [
      quoted(title),
      author ?? say("citeNoAuthor"),
      article.genre,
      publisher,
      dateOf(article.source, language, say),
      say("gradeOf", grade),
      url,
    ];
    facts.push(`${say("source")}: ${details.filter(Boolean).join(say("comma"))}`);
  }
  if (dispute) facts.push(`${say("disputed")}: ${sentenceIn(dispute.short ?? dispute.sentence, language, atlas.article.language).text}`);
  facts.push(nameIn(atlas.disclaimer, language), `${capital(map.digest)}${say("comma")}${say("citeAccessed", map.accessed)}`, map.link);
  return facts
    .filter(Boolean)
    .map((fact) => fact.replace(/\.$/, ""))
    .join(". ");
}

/** As a sentence begins. @param {string} text */
const capital = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

/** A date of the reader's clock as it is kept in an atlas. @param {Date} date */
const isoOf = (date) => [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, "0")).join("-");

/** A date with its month in words, as footnotes have it; a span of time stays as it is kept. @param {string} language @param {string} time */
export function longDate(language, time) {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(time) ?? [];
  if (!year) return dateIn(language, time);
  /** @type {Intl.DateTimeFormatOptions} */
  const form = {
    year: "numeric",
    month: month ? "long" : undefined,
    day: day ? "numeric" : undefined,
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  };
  try {
    return digits(
      language,
      new Intl.DateTimeFormat(language, form).format(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1))),
    );
  } catch {
    return dateIn(language, time); // a tag that the browser takes for no language
  }
}
