"""The words of the briefing itself, by language; one without its own gets the English ones.

What an atlas says is never here: it has its own names, and its claims are in one language.
"""

from __future__ import annotations

from collections.abc import Mapping


def words(language: str) -> Mapping[str, str]:
    """Return the words by key."""
    return _WORDS["en"] | _WORDS.get(language, {})


def untranslated(language: str, of_atlas: str) -> str:
    """Return the sentence that says in which language quotes, claims and notes stand, if another.

    An atlas has its names in several languages, and its sentences in that of its article.
    """
    if language.split("-")[0] == of_atlas.split("-")[0]:
        return ""
    known = words(language)
    return known["untranslated"].format(known.get(f"language_{of_atlas.split('-')[0]}", of_atlas))


_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "also": "Also a reason for claims under",
        "alt": "Map",
        "article": "The article",
        "as_of": "Speaks of",
        "asserted": "asserted",
        "atlas": "Atlas",
        "attributed": "attributed",
        "background": "background",
        "background_head": "Background: not in the article",
        "background_lead": (
            "From other, dated sources, most of them read only in part. "
            "Nothing here is said by the article."
        ),
        "background_means": "not in the article; from another, dated source",
        "bibliography": "Sources",
        "characters": "characters",
        "conditional": "conditional",
        "date": "The date of the article",
        "disputed": "Who says what",
        "disputed_lead": "Claims that speak against each other, side by side.",
        "disputes": "Against it",
        "elsewhere": "Elsewhere in the article",
        "findings": "What stands out",
        "gazetteers": "Where positions come from",
        "grade": "grade",
        "hedge": "Hedge as printed",
        "inferred": "inferred",
        "inferred-by-author": "the author’s inference",
        "inferred_means": "ours, drawn from what is stated; a note says why",
        "language_ar": "Arabic",
        "language_en": "English",
        "language_fa": "Persian",
        "licence": "Licence",
        "made": "Made",
        "marks": "Marks here",
        "method": "Method and limits",
        "no_date": "no date printed",
        "no_excerpt": "Without an excerpt of its own",
        "not_said": "What the article does not say",
        "not_said_of": "Of single marks",
        "nothing_new": "No excerpt is met here for the first time.",
        "note": "Note",
        "page": "Page",
        "paragraph": "Paragraph",
        "presupposed": "presupposed",
        "read": "Read",
        "reported": "reported",
        "said": "What the article says, along the corridor",
        "said_lead": (
            "Each excerpt once, in full, with the number it has on the map, in the order of a "
            "journey along the corridor; below it, what it is a reason for."
        ),
        "seal": "Seal",
        "source": "Source",
        "stated": "stated",
        "stated_means": "the article says so; read its words",
        "unplaced": "Said, not placed on this map",
        "untranslated": "Quotes, claims and notes stand in the language of the article: {0}.",
        "verb": "Verb as printed",
        "via": "By way of",
        "view": "View",
        "where_served": "The map",
    },
    "ar": {
        "also": "سندٌ أيضًا لأقوال تحت",
        "alt": "خريطة",
        "article": "المقال",
        "as_of": "يتحدث عن",
        "asserted": "مؤكَّد",
        "atlas": "الأطلس",
        "attributed": "منسوب",
        "background": "خلفية",
        "background_head": "خلفية: ليست في المقال",
        "background_lead": ("من مصادر أخرى مؤرَّخة، قُرئ معظمها جزئيًا. لا شيء مما يلي يقوله المقال."),
        "background_means": "ليس في المقال، بل من مصدر آخر مؤرَّخ",
        "bibliography": "المصادر",
        "characters": "الأحرف",
        "conditional": "مشروط",
        "date": "تاريخ المقال",
        "disputed": "من يقول ماذا",
        "disputed_lead": "أقوال يعارض بعضها بعضًا، جنبًا إلى جنب.",
        "disputes": "في مقابله",
        "elsewhere": "أماكن أخرى في المقال",
        "findings": "أبرز ما يقوله",
        "gazetteers": "مصادر المواضع",
        "grade": "الدرجة",
        "hedge": "التحفظ كما طُبع",
        "inferred": "استنتاج",
        "inferred-by-author": "استنتاج الكاتب",
        "inferred_means": "استنتاج منّا مما هو مذكور؛ وثمة ملاحظة تبيّن السبب",
        "language_ar": "العربية",
        "language_en": "الإنجليزية",
        "language_fa": "الفارسية",
        "licence": "الرخصة",
        "made": "أُعدّ في",
        "marks": "العلامات هنا",
        "method": "المنهج وحدوده",
        "no_date": "بلا تاريخ مطبوع",
        "no_excerpt": "من دون مقتطف خاص",
        "not_said": "ما لا يقوله المقال",
        "not_said_of": "عن علامات بعينها",
        "nothing_new": "لا يرد هنا مقتطف لأول مرة.",
        "note": "ملاحظة",
        "page": "صفحة",
        "paragraph": "الفقرة",
        "presupposed": "مفترَض",
        "read": "قُرئ",
        "reported": "منقول",
        "said": "ما يقوله المقال، على امتداد الممر",
        "said_lead": (
            "كل مقتطف مرة واحدة بنصه الكامل، وبرقمه على الخريطة، بترتيب رحلة على امتداد "
            "الممر؛ وتحته ما هو سندٌ له."
        ),
        "seal": "الختم",
        "source": "المصدر",
        "stated": "مذكور",
        "stated_means": "المقال يقول ذلك؛ اقرأ كلماته",
        "unplaced": "مما يقوله المقال وليس موضوعًا على هذه الخريطة",
        "untranslated": "الاقتباسات والأقوال والملاحظات بلغة المقال: {0}.",
        "verb": "الفعل كما طُبع",
        "via": "بواسطة",
        "view": "العرض",
        "where_served": "الخريطة",
    },
    "fa": {
        "also": "سندِ گزاره‌های زیر این شماره‌ها نیز هست",
        "alt": "نقشه",
        "article": "مقاله",
        "as_of": "دربارهٔ",
        "asserted": "بیان‌شده",
        "atlas": "اطلس",
        "attributed": "منسوب",
        "background": "پیش‌زمینه",
        "background_head": "پیش‌زمینه: در مقاله نیست",
        "background_lead": (
            "از منابع دیگرِ تاریخ‌دار که بیشترشان تنها تا اندازه‌ای خوانده شده‌اند. "
            "هیچ‌یک از این‌ها را مقاله نمی‌گوید."
        ),
        "background_means": "در مقاله نیست؛ از منبعی دیگر و تاریخ‌دار",
        "bibliography": "منابع",
        "characters": "نویسه‌های",
        "conditional": "مشروط",
        "date": "تاریخ مقاله",
        "disputed": "چه کسی چه می‌گوید",
        "disputed_lead": "گزاره‌هایی که با هم ناسازگارند، کنار هم.",
        "disputes": "در برابر آن",
        "elsewhere": "جاهای دیگر در مقاله",
        "findings": "نکته‌های برجسته",
        "gazetteers": "منبع جای‌ها",
        "grade": "درجهٔ",
        "hedge": "قید احتیاط، چنان‌که چاپ شده",
        "inferred": "استنباط",
        "inferred-by-author": "استنباط نویسنده",
        "inferred_means": "از ما، برگرفته از آنچه گفته شده؛ یادداشتی دلیل آن را می‌گوید",
        "language_ar": "عربی",
        "language_en": "انگلیسی",
        "language_fa": "فارسی",
        "licence": "پروانه",
        "made": "تهیه‌شده در",
        "marks": "نشان‌های اینجا",
        "method": "روش و محدودیت‌ها",
        "no_date": "بدون تاریخ چاپ‌شده",
        "no_excerpt": "بدون گزیدهٔ ویژهٔ خود",
        "not_said": "آنچه مقاله نمی‌گوید",
        "not_said_of": "دربارهٔ تک‌تک نشان‌ها",
        "nothing_new": "در اینجا گزیده‌ای برای نخستین بار نمی‌آید.",
        "note": "یادداشت",
        "page": "صفحهٔ",
        "paragraph": "بند",
        "presupposed": "پیش‌فرض",
        "read": "خوانده‌شده",
        "reported": "گزارش‌شده",
        "said": "آنچه مقاله می‌گوید، در امتداد کریدور",
        "said_lead": (
            "هر گزیده یک بار و به‌طور کامل، با شماره‌ای که بر نقشه دارد، به ترتیب سفری در امتداد "
            "کریدور؛ و زیر آن، آنچه این گزیده سندِ آن است."
        ),
        "seal": "مهر",
        "source": "منبع",
        "stated": "گفته‌شده",
        "stated_means": "مقاله چنین می‌گوید؛ متنش را بخوانید",
        "unplaced": "گفته‌شده، اما نه بر این نقشه",
        "untranslated": "نقل‌قول‌ها، گزاره‌ها و یادداشت‌ها به زبان مقاله‌اند: {0}.",
        "verb": "فعل، چنان‌که چاپ شده",
        "via": "از راه",
        "view": "نما",
        "where_served": "نقشه",
    },
}
