/** The fields that describe the article: nothing is filled in that nobody has said. */

import { el } from "../../page/assets/core/dom.js";
import { act, get, set } from "./bench.js";
import { field, form, input, select } from "./parts.js";
import { say } from "./words.js";

const GRADES = ["F", "A", "B", "C", "D", "E"];
const DATE = { dir: "ltr", placeholder: "2026-11-30", pattern: "\\d{4}(-\\d\\d){0,2}" };

/** @param {Record<string, any>} known what is said of it already @param {() => string} language of the article, as chosen now
 * @returns {{title: HTMLInputElement, fields: HTMLElement[], read: () => Record<string, any>}} read: what the fields say; "" of what is unknown */
export function description(known, language) {
  const boxes = {
    title: input(known.title ?? "", { name: "title", required: true }),
    published: input(known.published ?? "", { name: "published", ...DATE }),
    publisher: input(known.publisher ?? "", { name: "publisher" }),
    author: input(known.author ?? "", { name: "author" }),
    url: input(known.url ?? "", { name: "url", dir: "ltr" }),
  };
  const grade = select(
    GRADES.map((one) => [one, `${one} – ${say(`grade_${one}`)}`]),
    known.grade ?? "F",
    { name: "grade" },
  );
  const reason = input(known.grade_reason?.[language()] ?? "", { name: "reason" });
  const needsReason = () => (reason.required = grade.value !== "F");
  grade.addEventListener("change", needsReason);
  needsReason();
  const labels = { title: "benchTitle", published: "benchPublished", publisher: "benchPublisher", author: "benchAuthor", url: "benchUrl" };
  const read = () => {
    const plain = Object.fromEntries(Object.entries(boxes).map(([key, { value }]) => [key, value.trim()]));
    const why = { [language()]: reason.value.trim() };
    return grade.value === "F" && !known.grade
      ? plain
      : { ...plain, grade: grade.value, ...(reason.value.trim() && { grade_reason: why }) };
  };
  const fields = Object.entries(boxes).map(([key, box]) => field(say(labels[/** @type {"title"} */ (key)]), box));
  return { title: boxes.title, fields: [...fields, field(say("benchGrade"), grade), field(say("benchGradeReason"), reason)], read };
}

/** The form that describes the article of an open draft anew. */
export function articleForm() {
  const article = get().draft?.article ?? {};
  const { fields, read } = description(article, () => String(article.language));
  const save = () => {
    const said = Object.fromEntries(Object.entries(read()).map(([key, value]) => [key, value || null]));
    void act(() => ({ do: "article", ...said }), { after: () => set({ form: null }) });
  };
  return el("div", { class: "card" }, el("h2", {}, say("article")), form(save, ...fields));
}
