"""The words of the briefing itself, by language; one without its own gets the English ones.

What an atlas says is never here: it has its own names and sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def words(language: str) -> Mapping[str, str]:
    """Return the words by key."""
    return _WORDS["en"] | _WORDS.get(language, {})


def in_language(language: str, key: str, others: Iterable[str]) -> str:
    """Return a sentence about texts that stand in other languages; "" where there are none."""
    known = words(language)
    names = [known.get(f"language_{one.split('-')[0]}", one) for one in sorted(others)]
    return known[key].format(", ".join(names)) if names else ""


_WORDS: dict[str, dict[str, str]] = {
    "en": {
        "also": "Also a reason for claims under",
        "alt": "Map",
        "article": "The article",
        "asserted": "asserted",
        "refers_to": "Date it refers to",
        "atlas": "Atlas",
        "attributed": "attributed",
        "attributed_to": "Whose words",
        "background": "background",
        "background_head": "Background: not in the article",
        "background_lead": (
            "From other, dated sources, most of them read only in part. Nothing here is said by"
            " the article."
        ),
        "background_means": "not in the article; from another, dated source",
        "bibliography": "Sources",
        "characters": "characters",
        "conditional": "conditional",
        "contradicts": "Disputes",
        "corrects": "Corrects",
        "date": "The date of the article",
        "dated": "Dated by us",
        "dispute": "Disputed",
        "disputed": "Who says what",
        "disputed_by": "Disputed by",
        "disputed_lead": "Claims that speak against each other, side by side.",
        "disputes": "Against it",
        "drawn": "Where it is drawn",
        "elsewhere": "Elsewhere in the article",
        "findings": "What stands out",
        "from": "Inferred from",
        "gazetteers": "Where positions come from",
        "genre": "Kind of text",
        "grade": "grade",
        "headline": "headline",
        "hedge": "Hedge as printed",
        "in_short": "In short",
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
        "method_1": (
            "This briefing rests on one text. Every quote in it stands in that text character "
            "for character, at the characters given beside it (Unicode code points, from 0, the"
            " end not included; paragraphs are those of the body). No map is drawn and no page "
            "is made while a quote does not stand at its place, or while a mark has no reason."
        ),
        "method_2": (
            "Excerpts are numbered in the order of a journey along the corridor, on the map as "
            "here. A hedge is a word of the source, in the same paragraph, that weakens what is"
            " said; it belongs to the claim and is printed with it. The words for how a thing "
            "is said (asserted, reported, attributed …) are our reading."
        ),
        "method_3": (
            "A source’s grade is the reliability half of the Admiralty code, from A (reliable) "
            "to F (cannot be judged); each stands with its reason. It grades the source for "
            "what it is used for here, and says nothing about whether a claim is true."
        ),
        "method_4": (
            "Where the article names no course, lines are straight and drawn by us. A force "
            "that the article only says to be in a country has no place: its name stands at the"
            " country’s. A town’s point comes from a gazetteer. Nothing here shows who holds "
            "ground."
        ),
        "no_date": "no date printed",
        "no_excerpt": "Without an excerpt of its own",
        "not_placed": "Not placed",
        "not_said": "What the article does not say",
        "not_said_of": "Of single marks",
        "note": "Note",
        "nothing_new": "No excerpt is met here for the first time.",
        "on": "on",
        "on_actor": "the actor",
        "on_degree": "the degree",
        "on_existence": "whether it is so",
        "on_number": "the number",
        "on_place": "the place",
        "on_time": "the time",
        "outside": "outside the body of the article",
        "page": "Page",
        "paragraph": "Paragraph",
        "presupposed": "presupposed",
        "quotes": "quotes",
        "quotes_in": "Quotes stand as printed, in {0}.",
        "read": "Read",
        "repeats": "Repeats",
        "reported": "reported",
        "reprints": "reprints",
        "rests_on": "Rests on",
        "revises": "revises",
        "said": "What the article says, along the corridor",
        "said_lead": (
            "Each excerpt once, in full, with the number it has on the map, in the order of a "
            "journey along the corridor; below it, what it is a reason for."
        ),
        "said_of_whole": "Said of the whole: {0}",
        "said_when": "Said",
        "seal": "Seal",
        "source": "Source",
        "stated": "stated",
        "stated_means": "the article says so; read its words",
        "summarises": "summarises",
        "supports": "Supports",
        "translates": "translates",
        "unplaced": "Said, not placed on this map",
        "unplaced_in": "Named in {0}, no place given",
        "untranslated": "What is not translated stands in {0}.",
        "updates": "Updates",
        "via": "By way of",
        "view": "View",
        "where_served": "The map",
        "words": "Words as printed",
    },
    "ar": {
        "also": "سندٌ أيضًا لأقوال تحت",
        "alt": "خريطة",
        "article": "المقال",
        "asserted": "بصيغة الجزم",
        "refers_to": "التاريخ المقصود",
        "atlas": "الأطلس",
        "attributed": "منسوب",
        "attributed_to": "كلام من",
        "background": "خلفية",
        "background_head": "خلفية: ليست في المقال",
        "background_lead": ("من مصادر أخرى مؤرَّخة، قُرئ معظمها جزئيًا. لا شيء مما يلي يقوله المقال."),
        "background_means": "ليس في المقال، بل من مصدر آخر مؤرَّخ",
        "bibliography": "المصادر",
        "characters": "الأحرف",
        "conditional": "مشروط",
        "contradicts": "ينازع",
        "corrects": "يصحح",
        "date": "تاريخ المقال",
        "dated": "تأريخنا",
        "dispute": "محل خلاف",
        "disputed": "من يقول ماذا",
        "disputed_by": "ينازعه",
        "disputed_lead": "أقوال يعارض بعضها بعضًا، جنبًا إلى جنب.",
        "disputes": "في مقابله",
        "drawn": "موضع الرسم",
        "elsewhere": "أماكن أخرى في المقال",
        "findings": "أبرز ما يقوله",
        "from": "مستنتَج من",
        "gazetteers": "مصادر المواضع",
        "genre": "نوع النص",
        "grade": "الدرجة",
        "headline": "العنوان",
        "hedge": "التحفظ كما طُبع",
        "in_short": "الخلاصة",
        "inferred": "مستنتَج",
        "inferred-by-author": "استنتاج الكاتب",
        "inferred_means": "استنتاج منّا مما هو مذكور؛ وثمة ملاحظة تبيّن السبب",
        "language_ar": "العربية",
        "language_en": "الإنجليزية",
        "language_fa": "الفارسية",
        "licence": "الرخصة",
        "made": "أُعدّ في",
        "marks": "العلامات هنا",
        "method": "المنهج وحدوده",
        "method_1": (
            "يستند هذا الموجز إلى نص واحد. كل اقتباس فيه وارد في ذلك النص حرفًا بحرف، عند "
            "الأحرف المذكورة بجانبه (نقاط ترميز يونيكود، من الصفر، والنهاية غير محسوبة؛ "
            "والفقرات فقرات المتن). ولا تُرسم خريطة ولا تُعدّ صفحة ما دام اقتباس في غير موضعه، "
            "أو علامة بلا سند."
        ),
        "method_2": (
            "رُقّمت المقتطفات بترتيب رحلة على امتداد الممر، على الخريطة كما هنا. والتحفظ كلمة "
            "من المصدر، في الفقرة نفسها، تُضعف ما يقال؛ وهو من القول ويُطبع معه. أما الألفاظ "
            "الدالة على كيفية القول (بصيغة الجزم، منقول، منسوب …) فقراءتنا نحن."
        ),
        "method_3": (
            "درجة المصدر هي شطر الموثوقية من سلّم الأميرالية، من A (موثوق) إلى F (لا يمكن الحكم"
            " عليه)؛ ومع كل درجة سببها. وهي تقيّم المصدر لما يُستخدم له هنا، ولا تقول شيئًا عن "
            "صحة قول."
        ),
        "method_4": (
            "حيث لا يذكر المقال مسارًا فالخطوط مستقيمة ومن رسمنا. والقوة التي لا يقول عنها "
            "المقال إلا أنها في بلد ليس لها موضع: اسمها عند اسم البلد. وموضع المدينة من معجم "
            "جغرافي. ولا شيء هنا يبيّن من يسيطر على الأرض."
        ),
        "no_date": "بلا تاريخ مطبوع",
        "no_excerpt": "من دون مقتطف خاص",
        "not_placed": "بلا موضع",
        "not_said": "ما لا يقوله المقال",
        "not_said_of": "عن علامات بعينها",
        "note": "ملاحظة",
        "nothing_new": "لا يرد هنا مقتطف لأول مرة.",
        "on": "في",
        "on_actor": "الفاعل",
        "on_degree": "المدى",
        "on_existence": "حصول الأمر",
        "on_number": "العدد",
        "on_place": "المكان",
        "on_time": "الزمن",
        "outside": "خارج متن المقال",
        "page": "صفحة",
        "paragraph": "الفقرة",
        "presupposed": "مُسلَّم به ضمنًا",
        "quotes": "يقتبس",
        "quotes_in": "الاقتباسات كما طُبعت، بهذه اللغة: {0}.",
        "read": "قُرئ",
        "repeats": "يكرر",
        "reported": "منقول",
        "reprints": "يعيد نشر",
        "rests_on": "يستند إلى",
        "revises": "ينقّح",
        "said": "ما يقوله المقال، على امتداد الممر",
        "said_lead": (
            "كل مقتطف مرة واحدة بنصه الكامل، وبرقمه على الخريطة، بترتيب رحلة على امتداد الممر؛ "
            "وتحته ما هو سندٌ له."
        ),
        "said_of_whole": "يُقال عن الكل: {0}",
        "said_when": "قيل في",
        "seal": "الختم",
        "source": "المصدر",
        "stated": "مذكور",
        "stated_means": "المقال يقول ذلك؛ اقرأ كلماته",
        "summarises": "يلخّص",
        "supports": "يؤيد",
        "translates": "يترجم",
        "unplaced": "مما يقوله المقال وليس موضوعًا على هذه الخريطة",
        "unplaced_in": "مذكورة في {0}، من دون موضع محدد",
        "untranslated": "ما لم يُترجم يبقى بهذه اللغة: {0}.",
        "updates": "يحدّث",
        "via": "بواسطة",
        "view": "العرض",
        "where_served": "الخريطة",
        "words": "الألفاظ كما طُبعت",
    },
    "fa": {
        "also": "سندِ گزاره‌های زیر این شماره‌ها نیز هست",
        "alt": "نقشه",
        "article": "مقاله",
        "asserted": "با قطعیت گفته‌شده",
        "refers_to": "تاریخ موردِ اشاره",
        "atlas": "اطلس",
        "attributed": "منسوب",
        "attributed_to": "سخنِ",
        "background": "پیش‌زمینه",
        "background_head": "پیش‌زمینه: در مقاله نیست",
        "background_lead": (
            "از منابع دیگرِ تاریخ‌دار که بیشترشان تنها تا اندازه‌ای خوانده شده‌اند. هیچ‌یک از "
            "این‌ها را مقاله نمی‌گوید."
        ),
        "background_means": "در مقاله نیست؛ از منبعی دیگر و تاریخ‌دار",
        "bibliography": "منابع",
        "characters": "نویسه‌های",
        "conditional": "مشروط",
        "contradicts": "مخالف است با",
        "corrects": "تصحیح می‌کند",
        "date": "تاریخ مقاله",
        "dated": "تاریخ‌گذاری ما",
        "dispute": "محل اختلاف",
        "disputed": "چه کسی چه می‌گوید",
        "disputed_by": "مخالف آن",
        "disputed_lead": "گزاره‌هایی که با هم ناسازگارند، کنار هم.",
        "disputes": "در برابر آن",
        "drawn": "جایی که کشیده شده",
        "elsewhere": "جاهای دیگر در مقاله",
        "findings": "نکته‌های برجسته",
        "from": "برگرفته از",
        "gazetteers": "منبع جای‌ها",
        "genre": "نوع متن",
        "grade": "درجهٔ",
        "headline": "تیتر",
        "hedge": "قید احتیاط، چنان‌که چاپ شده",
        "in_short": "چکیده",
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
        "method_1": (
            "این گزارش بر یک متن تکیه دارد. هر نقل‌قول در آن متن حرف‌به‌حرف هست، در همان "
            "نویسه‌هایی که کنارش آمده (نقطه‌های کد یونی‌کد، از صفر، بی‌شمردنِ پایان؛ بندها "
            "بندهای متن اصلی‌اند). تا نقل‌قولی بر جای خود نباشد یا نشانی بی‌دلیل باشد، نه "
            "نقشه‌ای کشیده می‌شود و نه صفحه‌ای ساخته."
        ),
        "method_2": (
            "گزیده‌ها به ترتیب سفری در امتداد کریدور شماره خورده‌اند، روی نقشه چنان‌که اینجا. "
            "قید احتیاط واژه‌ای از منبع است، در همان بند، که گفته را سست می‌کند؛ از آنِ گزاره "
            "است و با آن چاپ می‌شود. واژه‌های چگونگیِ گفتن (با قطعیت گفته‌شده، گزارش‌شده، منسوب"
            " …) خوانش ماست."
        ),
        "method_3": (
            "درجهٔ منبع نیمهٔ اعتبار در سنجهٔ دریاداری است، از A (معتبر) تا F (داوری‌ناپذیر)؛ "
            "دلیل هر درجه با آن آمده. منبع را برای کاربردش در اینجا می‌سنجد و دربارهٔ درستی "
            "گزاره چیزی نمی‌گوید."
        ),
        "method_4": (
            "جایی که مقاله مسیری نمی‌گوید، خط‌ها راست‌اند و ما کشیده‌ایم. نیرویی که مقاله تنها "
            "می‌گوید در کشوری است جایی ندارد: نامش کنار نام کشور است. نقطهٔ شهر از فرهنگ "
            "جغرافیایی است. هیچ‌چیز در اینجا نشان نمی‌دهد چه کسی زمین را در دست دارد."
        ),
        "no_date": "بدون تاریخ چاپ‌شده",
        "no_excerpt": "بدون گزیدهٔ ویژهٔ خود",
        "not_placed": "بی‌جای معین",
        "not_said": "آنچه مقاله نمی‌گوید",
        "not_said_of": "دربارهٔ تک‌تک نشان‌ها",
        "note": "یادداشت",
        "nothing_new": "در اینجا گزیده‌ای برای نخستین بار نمی‌آید.",
        "on": "در",
        "on_actor": "کنشگر",
        "on_degree": "اندازه",
        "on_existence": "بودن یا نبودن",
        "on_number": "شمار",
        "on_place": "جا",
        "on_time": "زمان",
        "outside": "بیرون از متن مقاله",
        "page": "صفحهٔ",
        "paragraph": "بند",
        "presupposed": "مفروض‌گرفته",
        "quotes": "نقل می‌کند",
        "quotes_in": "نقل‌قول‌ها چنان‌که چاپ شده‌اند، به این زبان: {0}.",
        "read": "خوانده‌شده",
        "repeats": "تکرار می‌کند",
        "reported": "گزارش‌شده",
        "reprints": "بازچاپ می‌کند",
        "rests_on": "تکیه دارد بر",
        "revises": "بازنگری می‌کند",
        "said": "آنچه مقاله می‌گوید، در امتداد کریدور",
        "said_lead": (
            "هر گزیده یک بار و به‌طور کامل، با شماره‌ای که بر نقشه دارد، به ترتیب سفری در "
            "امتداد کریدور؛ و زیر آن، آنچه این گزیده سندِ آن است."
        ),
        "said_of_whole": "دربارهٔ کل گفته شده: {0}",
        "said_when": "گفته‌شده در",
        "seal": "مهر",
        "source": "منبع",
        "stated": "گفته‌شده",
        "stated_means": "مقاله چنین می‌گوید؛ متنش را بخوانید",
        "summarises": "خلاصه می‌کند",
        "supports": "تأیید می‌کند",
        "translates": "ترجمه می‌کند",
        "unplaced": "گفته‌شده، اما نه بر این نقشه",
        "unplaced_in": "نام‌برده در {0}، بی‌جای معین",
        "untranslated": "آنچه ترجمه نشده به این زبان است: {0}.",
        "updates": "به‌روز می‌کند",
        "via": "از راه",
        "view": "نما",
        "where_served": "نقشه",
        "words": "عبارت، چنان‌که چاپ شده",
    },
}
