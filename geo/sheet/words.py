"""The words of the sheet itself, by language; a language without one shows the English.

Those that the page has too are the page's (`geo/page/assets/core/language.js`).
"""

from __future__ import annotations

_WORDS = {
    "en": {
        "asserted": "asserted",
        "at": "date it refers to: {0}",
        "attributed": "attributed",
        "background": "background",
        "backgroundMeans": "another, dated source",
        "backgroundRoutes": "Background routes, not in the article",
        "beyond": "Outside this map: {0}",
        "conditional": "conditional",
        "dated": "no date printed; {0} is our inference",
        "disputed": "disputed",
        "excerpts": "Excerpts of the article, by number",
        "findings": "What stands out",
        "further": "{0} further excerpts: see the atlas’ evidence table",
        "furtherFindings": "{0} more found no room: see the evidence table",
        "furtherLetters": "{0} more found no room: see the evidence table",
        "furtherOne": "{0} further excerpt: see the atlas’ evidence table",
        "furtherSilences": "{0} more that it does not say: see the evidence table",
        "furtherSilencesOne": "{0} more that it does not say: see the evidence table",
        "grade": "graded {0}",
        "headline": "In short",
        "hollow": "hollow: not stated, or its place is ours",
        "hosted": "In {0}, no place given",
        "inferred": "inferred",
        "inferred-by-author": "the author’s inference",
        "inferredMeans": "the claim, or where it is drawn, is ours",
        "kilometres": "{0} km",
        "language_ar": "Arabic",
        "language_en": "English",
        "language_fa": "Persian",
        "layers": "Layers",
        "lettered": "No room on the map for",
        "made": "made {0}",
        "noBasemap": "no basemap here",
        "noForceNamed": "no force of its own named",
        "notHere": "{0} excerpts are about what is not on this map: see the atlas’ evidence table",
        "notHereOne": "{0} excerpt is about what is not on this map: see the atlas’ evidence table",
        "nothingHere": "Nothing that is to be shown lies on this map.",
        "noUseReported": "no use reported",
        "ofHidden": "Said of what is not shown here: {0}",
        "outside": "outside the body",
        "paragraph": "paragraph {0}",
        "parts": "Forces, by the part that the article gives them",
        "presupposed": "presupposed",
        "projection": "Lambert conformal conic, {0} and {1}, WGS 84",
        "reported": "reported",
        "seal": "article sha256 {0} · atlas {1}",
        "silent": "Not said in the article",
        "source": "One source: {0}",
        "sources": "Sources: {0}",
        "stated": "stated",
        "statedMeans": "the article says so",
        "undated": "no date printed",
        "untranslated": "What is not translated stands in {0}.",
        "useReported": "use reported",
        "whole": "said of the whole",
        "time_from": "from {0} on",
        "time_span": "{0} to {1}",
        "time_until": "until {0}",
        "title_itself": "headline",
    },
    "ar": {
        "asserted": "بصيغة الجزم",
        "at": "التاريخ المقصود: {0}",
        "attributed": "منسوب",
        "background": "خلفية",
        "backgroundMeans": "مصدر آخر مؤرَّخ",
        "backgroundRoutes": "مسارات من مصادر أخرى، ليست في المقال",
        "beyond": "خارج هذه الخريطة: {0}",
        "conditional": "مشروط",
        "dated": "بلا تاريخ مطبوع؛ {0} استنتاج منّا",
        "disputed": "محل خلاف",
        "excerpts": "مقتطفات المقال، بأرقامها",
        "findings": "أبرز ما يقوله",
        "further": "{0} مقتطفات أخرى: انظر جدول الأدلة في الأطلس",
        "furtherFindings": "{0} أخرى لم تتسع لها الورقة: انظر جدول الأدلة",
        "furtherLetters": "{0} أخرى لم تتسع لها الورقة: انظر جدول الأدلة",
        "furtherLettersOne": "علامة أخرى ({0}) لم تتسع لها الورقة: انظر جدول الأدلة",
        "furtherOne": "مقتطف آخر ({0}): انظر جدول الأدلة في الأطلس",
        "furtherSilences": "{0} أخرى لا يقولها: انظر جدول الأدلة",
        "furtherSilencesOne": "أمر آخر ({0}) لا يقوله: انظر جدول الأدلة",
        "grade": "الدرجة {0}",
        "headline": "الخلاصة",
        "hollow": "مجوَّف: غير مذكور، أو موضعه من رسمنا",
        "hosted": "في {0}، من دون موضع محدد",
        "inferred": "مستنتَج",
        "inferred-by-author": "استنتاج الكاتب",
        "inferredMeans": "القول، أو موضع رسمه، استنتاج منّا",
        "kilometres": "{0} كم",
        "language_ar": "العربية",
        "language_en": "الإنجليزية",
        "language_fa": "الفارسية",
        "layers": "الطبقات",
        "lettered": "لم تتسع الخريطة لما يلي",
        "made": "أُعدّت في {0}",
        "noBasemap": "لا خريطة أساس هنا",
        "noForceNamed": "لم تُذكر قوة لهذا المقطع",
        "notHere": "{0} مقتطفات عما ليس على هذه الخريطة: انظر جدول الأدلة في الأطلس",
        "notHereOne": "مقتطف واحد ({0}) عما ليس على هذه الخريطة: انظر جدول الأدلة في الأطلس",
        "nothingHere": "لا شيء مما طُلب عرضه يقع على هذه الخريطة.",
        "noUseReported": "لم يُذكر أي استخدام",
        "ofHidden": "يُقال عمّا ليس معروضًا هنا: {0}",
        "outside": "خارج متن المقال",
        "paragraph": "الفقرة {0}",
        "parts": "القوى بحسب الدور الذي ينسبه إليها المقال",
        "presupposed": "مُسلَّم به ضمنًا",
        "projection": "إسقاط لامبرت المخروطي المطابق، {0} و{1}، WGS 84",
        "reported": "منقول",
        "seal": "بصمة المقال sha256 {0} · الأطلس {1}",
        "silent": "ما لا يقوله المقال",
        "source": "مصدر واحد: {0}",
        "sources": "المصادر: {0}",
        "stated": "مذكور",
        "statedMeans": "المقال يقول ذلك",
        "undated": "بلا تاريخ مطبوع",
        "untranslated": "ما لم يُترجم يبقى بهذه اللغة: {0}.",
        "useReported": "استخدام وفق تقارير",
        "whole": "عن الكل",
        "time_from": "منذ {0}",
        "time_span": "من {0} إلى {1}",
        "time_until": "حتى {0}",
        "title_itself": "العنوان",
    },
    "fa": {
        "asserted": "با قطعیت گفته‌شده",
        "at": "تاریخ موردِ اشاره: {0}",
        "attributed": "منسوب",
        "background": "پیش‌زمینه",
        "backgroundMeans": "منبعی دیگر و تاریخ‌دار",
        "backgroundRoutes": "مسیرهای منابع دیگر، نه در مقاله",
        "beyond": "بیرون از این نقشه: {0}",
        "conditional": "مشروط",
        "dated": "بدون تاریخ چاپ‌شده؛ {0} استنباط ماست",
        "disputed": "محل اختلاف",
        "excerpts": "گزیده‌های مقاله، با شماره",
        "findings": "نکته‌های برجسته",
        "further": "{0} گزیدهٔ دیگر: جدول شواهد اطلس را ببینید",
        "furtherFindings": "{0} نکتهٔ دیگر جا نشد: جدول شواهد را ببینید",
        "furtherLetters": "{0} مورد دیگر جا نشد: جدول شواهد را ببینید",
        "furtherSilences": "{0} چیز دیگر که نمی‌گوید: جدول شواهد را ببینید",
        "grade": "درجهٔ {0}",
        "headline": "چکیده",
        "hollow": "توخالی: گفته‌نشده، یا جایش از ماست",
        "hosted": "در {0}، بی‌جای معین",
        "inferred": "استنباط",
        "inferred-by-author": "استنباط نویسنده",
        "inferredMeans": "گفته، یا جایی که کشیده شده، از ماست",
        "kilometres": "{0} کیلومتر",
        "language_ar": "عربی",
        "language_en": "انگلیسی",
        "language_fa": "فارسی",
        "layers": "لایه‌ها",
        "lettered": "روی نقشه جا نشد",
        "made": "ساخته‌شده در {0}",
        "noBasemap": "اینجا نقشهٔ پایه نیست",
        "noForceNamed": "برای این بخش نیرویی نام برده نشده",
        "notHere": "{0} گزیده دربارهٔ چیزهایی است که روی این نقشه نیست: جدول شواهد اطلس را ببینید",
        "notHereOne": "{0} گزیده دربارهٔ چیزی است که روی این نقشه نیست: جدول شواهد اطلس را ببینید",
        "nothingHere": "هیچ‌یک از آنچه باید نشان داده شود روی این نقشه نیست.",
        "noUseReported": "استفاده‌ای گزارش نشده",
        "ofHidden": "دربارهٔ چیزی که اینجا نشان داده نشده: {0}",
        "outside": "بیرون از متن مقاله",
        "paragraph": "بند {0}",
        "parts": "نیروها، بر پایهٔ نقشی که مقاله به آن‌ها می‌دهد",
        "presupposed": "مفروض‌گرفته",
        "projection": "تصویر مخروطی همشکل لامبرت، {0} و {1}، WGS 84",
        "reported": "گزارش‌شده",
        "seal": "اثر انگشت مقاله sha256 {0} · اطلس {1}",
        "silent": "آنچه مقاله نمی‌گوید",
        "source": "یک منبع: {0}",
        "sources": "منابع: {0}",
        "stated": "گفته‌شده",
        "statedMeans": "مقاله چنین می‌گوید",
        "undated": "بدون تاریخ چاپ‌شده",
        "untranslated": "آنچه ترجمه نشده به این زبان است: {0}.",
        "useReported": "استفاده گزارش شده است",
        "whole": "دربارهٔ کل",
        "time_from": "از {0} به بعد",
        "time_span": "از {0} تا {1}",
        "time_until": "تا {0}",
        "title_itself": "تیتر",
    },
}
# What the digits 0 to 9 are in a language that has its own.
_DIGITS = {
    "ar": str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"),
    "fa": str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"),
}
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def words(language: str, key: str, *values: object) -> str:
    """Return a phrase of the sheet, with its values put in.

    In a language from right to left each value is isolated (U+2068, U+2069: Unicode
    Standard Annex 9), so that a number or a name keeps its own direction. A whole number is
    written in the digits of the language.
    """
    own = [digits(str(value), language) if isinstance(value, int) else value for value in values]
    isolated = (f"\u2068{value}\u2069" for value in own) if is_rtl(language) else own
    return (_WORDS["en"] | _WORDS.get(language, {}))[key].format(*isolated)


def written_time(time: str, language: str) -> str:
    """Write a time as it is kept (2017-12, ../2018; see `geo.atlas.times`) in a reader's words."""
    start, _, end = (digits("" if part == ".." else part, language) for part in time.partition("/"))
    if "/" not in time:
        return start
    key = "time_span" if start and end else "time_from" if start else "time_until"
    return words(language, key, *filter(None, (start, end)))


def digits(text: str, language: str) -> str:
    """Return a text of ours with its digits as the language writes them; never a printed one."""
    return text.translate(_DIGITS.get(language.split("-")[0], {}))


def counted(language: str, key: str, count: int) -> str:
    """Return a phrase about so many; for one its own form, where the language has one."""
    own = f"{key}One"
    is_own = count == 1 and own in _WORDS.get(language, _WORDS["en"])
    return words(language, own if is_own else key, count)


def is_rtl(language: str) -> bool:
    """Say whether the language is written from right to left."""
    return language.split("-")[0] in _RIGHT_TO_LEFT
