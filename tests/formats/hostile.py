"""Texts that the contract lets into an atlas, and that a careless writer runs, breaks or loses."""

HOSTILE = (
    "#strong[x] $x^2$ \\ *b* `c` @ref <label> //",
    "]]><script>alert(1)</script>&amp;<b>'\"",
    '=HYPERLINK("http://example.invalid","x")',
    "'; DROP TABLE evidence; --",
    "$[description] ${x} {{7*7}} %(x)s",
    "\u202etxt.exe\u2069 الممر زمینی\u200cها 🛶",
    "W" * 10_000,
)
