"""The names that an atlas knows, and words that say no more than one of them."""

from __future__ import annotations

import re
from functools import lru_cache

from geo.atlas.atlas import Atlas
from geo.atlas.model import Claim, Feature
from geo.text.folding import fold

SHORT = 4  # letters of a word that tells something, where capitals would show a name

_ARTICLE = re.compile(r"^(?:(?:the|a|an)\b|ال) ?")


def is_name(alias: str) -> bool:
    """Say whether an alias tells anything apart: "on" or "the" would be found in every excerpt.

    It has a capital letter, a digit, a letter of a script without capitals, or a word of four
    letters ("the boat").
    """
    letters = [char for char in alias if char.isalpha()]
    return (
        any(char.isdigit() for char in alias)
        or any(char.isupper() or char.istitle() or not char.islower() for char in letters)
        or any(len(word) >= SHORT for word in re.findall(r"[^\W\d_]+", alias))
    )


class KnownNames:
    """The aliases and names of all records, by the words that they come down to."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        features, actors = atlas.features.values(), atlas.actors.values()
        of_features = (x for f in features for x in (*f.properties.aliases, *_called(f)))
        of_actors = (x for a in actors for x in (*a.aliases, *a.names.values()))
        self._all = {bare(name) for name in (*of_features, *of_actors)} | {""}

    def own(self, feature: Feature, claim: Claim) -> tuple[str, ...]:
        """Return the aliases of a claim's mark and of its actors."""
        actors = [self._atlas.actors[id_] for id_ in claim.actors if id_ in self._atlas.actors]
        return (
            *feature.properties.aliases,
            *(alias for actor in actors for alias in actor.aliases),
        )

    def are_all_of(self, words: str, own: tuple[str, ...]) -> bool:
        """Say whether words are one of its own names, or another's that says nothing of it.

        Another's name may say something: "the Tehran-Damascus route" of Tehran.
        """
        bare_words = bare(words)
        if bare_words not in self._all:
            return False
        own_names = {bare(name) for name in own}
        return bare_words in own_names or not any(name in bare_words for name in own_names if name)


def _called(feature: Feature) -> tuple[str, ...]:
    return tuple(feature.properties.names.values())


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return a name folded, without the article before it and the marks around it."""
    folded = fold(name).strip(" \"'.,;:!?()[]-")
    return _ARTICLE.sub("", folded).strip()
