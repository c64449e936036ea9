"""The words of the sheet itself, by language; a language without one shows the English.

Those that the page has too are the page's (`geo/page/assets/strings.js`).
"""

from __future__ import annotations

_WORDS = {
    "en": {
        "asserted": "asserted",
        "attributed": "attributed",
        "background": "background",
        "backgroundRoutes": "Background routes, not in the article",
        "beyond": "Outside this map: {0}",
        "backgroundMeans": "another, dated source",
        "conditional": "conditional",
        "excerpts": "Excerpts of the article, by number",
        "further": "{0} further excerpts: see the atlas’ evidence table",
        "furtherOne": "{0} further excerpt: see the atlas’ evidence table",
        "furtherLetters": "{0} more found no room: see the evidence table",
        "hollow": "hollow: not stated",
        "inferred": "inferred",
        "inferred-by-author": "the author’s inference",
        "inferredMeans": "ours, from what is stated",
        "layers": "Layers",
        "lettered": "No room on the map for",
        "made": "made {0}",
        "noBasemap": "no basemap here",
        "noForceNamed": "no force of its own named",
        "noUseReported": "no use reported",
        "notHere": "{0} excerpts are about what is not on this map: see the atlas’ evidence table",
        "notHereOne": "{0} excerpt is about what is not on this map: see the atlas’ evidence table",
        "nothingHere": "Nothing that is to be shown lies on this map.",
        "paragraph": "paragraph {0}",
        "presupposed": "presupposed",
        "projection": "Lambert conformal conic, {0} and {1}, WGS 84",
        "reported": "reported",
        "seal": "article sha256 {0} · atlas {1}",
        "silent": "Not said in the article",
        "sources": "Sources: {0}",
        "stated": "stated",
        "statedMeans": "the article says so",
        "useReported": "use reported",
    },
    "ar": {
        "asserted": "مؤكَّد",
        "attributed": "منسوب",
        "background": "خلفية",
        "backgroundRoutes": "مسارات من مصادر أخرى، ليست في المقال",
        "beyond": "خارج هذه الخريطة: {0}",
        "backgroundMeans": "مصدر آخر مؤرَّخ",
        "conditional": "مشروط",
        "excerpts": "مقتطفات المقال، بأرقامها",
        "further": "{0} مقتطفات أخرى: انظر جدول الأدلة في الأطلس",
        "furtherOne": "مقتطف آخر ({0}): انظر جدول الأدلة في الأطلس",
        "furtherLetters": "{0} أخرى لم تتسع لها الورقة: انظر جدول الأدلة",
        "furtherLettersOne": "علامة أخرى ({0}) لم تتسع لها الورقة: انظر جدول الأدلة",
        "hollow": "مجوَّف: غير مذكور",
        "inferred": "مستنتَج",
        "inferred-by-author": "استنتاج الكاتب",
        "inferredMeans": "استنتاج منّا مما هو مذكور",
        "layers": "الطبقات",
        "lettered": "لم تتسع الخريطة لما يلي",
        "made": "أُعدّت في {0}",
        "noBasemap": "لا خريطة أساس هنا",
        "noForceNamed": "لا قوة خاصة به مذكورة",
        "noUseReported": "لا استخدام منقول",
        "notHere": "{0} مقتطفات عما ليس على هذه الخريطة: انظر جدول الأدلة في الأطلس",
        "notHereOne": "مقتطف واحد ({0}) عما ليس على هذه الخريطة: انظر جدول الأدلة في الأطلس",
        "nothingHere": "لا شيء مما طُلب عرضه يقع على هذه الخريطة.",
        "paragraph": "الفقرة {0}",
        "presupposed": "مفترَض",
        "projection": "إسقاط لامبرت المخروطي المطابق، {0} و{1}، WGS 84",
        "reported": "منقول",
        "seal": "بصمة المقال sha256 {0} · الأطلس {1}",
        "silent": "ما لا يقوله المقال",
        "sources": "المصادر: {0}",
        "stated": "مذكور",
        "statedMeans": "المقال يقول ذلك",
        "useReported": "استخدام منقول",
    },
    "fa": {
        "asserted": "بیان‌شده",
        "attributed": "منسوب",
        "background": "پیش‌زمینه",
        "backgroundRoutes": "مسیرهای منابع دیگر، نه در مقاله",
        "beyond": "بیرون از این نقشه: {0}",
        "backgroundMeans": "منبعی دیگر و تاریخ‌دار",
        "conditional": "مشروط",
        "excerpts": "گزیده‌های مقاله، با شماره",
        "further": "{0} گزیدهٔ دیگر: جدول شواهد اطلس را ببینید",
        "furtherLetters": "{0} مورد دیگر جا نشد: جدول شواهد را ببینید",
        "hollow": "توخالی: گفته‌نشده",
        "inferred": "استنباط",
        "inferred-by-author": "استنباط نویسنده",
        "inferredMeans": "از ما، برگرفته از آنچه گفته شده",
        "layers": "لایه‌ها",
        "lettered": "روی نقشه جا نشد",
        "made": "ساخته‌شده در {0}",
        "noBasemap": "اینجا نقشهٔ پایه نیست",
        "noForceNamed": "نیروی ویژه‌ای نام برده نشده",
        "noUseReported": "استفاده‌ای گزارش نشده",
        "notHere": "{0} گزیده دربارهٔ چیزهایی است که روی این نقشه نیست: جدول شواهد اطلس را ببینید",
        "notHereOne": "{0} گزیده دربارهٔ چیزی است که روی این نقشه نیست: جدول شواهد اطلس را ببینید",
        "nothingHere": "هیچ‌یک از آنچه باید نشان داده شود روی این نقشه نیست.",
        "paragraph": "بند {0}",
        "presupposed": "پیش‌فرض",
        "projection": "تصویر مخروطی همشکل لامبرت، {0} و {1}، WGS 84",
        "reported": "گزارش‌شده",
        "seal": "اثر انگشت مقاله sha256 {0} · اطلس {1}",
        "silent": "آنچه مقاله نمی‌گوید",
        "sources": "منابع: {0}",
        "stated": "گفته‌شده",
        "statedMeans": "مقاله چنین می‌گوید",
        "useReported": "استفاده گزارش شده",
    },
}
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def words(language: str, key: str, *values: object) -> str:
    """Return a phrase of the sheet, with its values put in.

    In a language from right to left each value is isolated (U+2068, U+2069: Unicode
    Standard Annex 9), so that a number or a name keeps its own direction.
    """
    isolated = (f"\u2068{value}\u2069" for value in values) if is_rtl(language) else values
    return (_WORDS["en"] | _WORDS.get(language, {}))[key].format(*isolated)


def counted(language: str, key: str, count: int) -> str:
    """Return a phrase about so many; for one its own form, where the language has one."""
    own = f"{key}One"
    is_own = count == 1 and own in _WORDS.get(language, _WORDS["en"])
    return words(language, own if is_own else key, count)


def is_rtl(language: str) -> bool:
    """Say whether the language is written from right to left."""
    return language.split("-")[0] in _RIGHT_TO_LEFT
