"""The topics of a briefing, each of which can be presented alone.

They are found in the atlas: the corridor as it is used; each country on it that forces are said
to be in; the forces of the whole; those of each further part; and what lies beyond the use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import shapely

from geo.atlas.anchoring import quoted
from geo.atlas.atlas import Atlas
from geo.atlas.itinerary import ELSEWHERE
from geo.atlas.model import Claim, Feature
from geo.export_options import one_line
from geo.formats.briefing.citations import Citations
from geo.formats.briefing.document import (
    FindingEntry,
    ForceEntry,
    MapEntry,
    QuoteEntry,
    TopicEntry,
)
from geo.formats.briefing.extents import extent_around
from geo.formats.briefing.stretches import silences_of
from geo.formats.localise import Localiser, LocalText
from geo.sheet.beside import beyond_place
from geo.sheet.hosts import Host, by_part, hosted, name_of, part_of
from geo.sheet.runs import aims_of, runs_of_use
from geo.sheet.wording import (
    location_key,
    modality_label,
    modality_text,
    representative_claim,
    use_of,
)
from geo.symbology import PALETTE
from geo.text.bidi import marks_for_isolates
from geo.text.catalogue import words
from geo.text.language import is_rtl


@dataclass(frozen=True)
class _Subject:
    """What a topic is about: its name, the claims of which its findings speak, and its map."""

    label: str
    claims: tuple[Claim, ...]
    about: tuple[Feature, ...]
    layers: tuple[str, ...] = ()
    forces: tuple[Feature, ...] = ()
    silent: tuple[Feature, ...] = ()


@dataclass(frozen=True)
class Topics:
    """Makes the topics, in the language of a localiser; `findings` are those of the atlas."""

    atlas: Atlas
    localiser: Localiser
    citations: Citations
    findings: tuple[FindingEntry, ...]

    def entries(self) -> Iterator[TopicEntry]:
        """Yield the topics, in the order in which they are presented."""
        for subject in (*self._corridor(), *self._countries(), *self._parts(), *self._beyond()):
            yield self._entry(subject)

    def _corridor(self) -> Iterator[_Subject]:
        """Yield the stretches of which use is reported, under the name of what is used."""
        used = [stretch for stretch in self._stretches() if use_of(self.atlas, stretch)]
        claims = _each_once(claim for one in used if (claim := use_of(self.atlas, one)))
        if claims:
            owner = next(f for f in self.atlas.features.values() if claims[0] in f.claims)
            yield _Subject(self._name(owner), claims, tuple(self._stretches()))

    def _countries(self) -> Iterator[_Subject]:
        elsewhere = {feature.id for feature in self.atlas.itinerary.get(ELSEWHERE, ())}
        hosts = [one for one in hosted(self.atlas).values() if one.feature.id not in elsewhere]
        for host in sorted(hosts, key=self._place_on_the_way):
            label = words(self._language, "inHolder", self._name(host.feature))
            ordered = tuple(force for _, some in by_part(self.atlas, host.forces) for force in some)
            claims = tuple(claim for force in ordered for claim in force.claims)
            yield _Subject(label, claims, (host.feature,), forces=ordered)

    def _parts(self) -> Iterator[_Subject]:
        """Yield the forces that are said to be of a whole, then those of each part but the first.

        Those of the first part are told with their countries.
        """
        forces = [f for f in self.atlas.features.values() if f.id in self._with_layer]
        whole = tuple(force for force in forces if beyond_place(self.atlas, force))
        if whole:
            label = words(self._language, "comma").join(map(self._force_name, whole))
            yield self._of_forces(label, whole)
        for part in self.atlas.manifest.parts[1:]:
            those = tuple(f for f in forces if part_of(self.atlas, f) == part and f not in whole)
            if those and part.stated:
                names = part.short or part.names
                yield self._of_forces(names[self._language], those)

    def _of_forces(self, label: str, forces: tuple[Feature, ...]) -> _Subject:
        claims = tuple(claim for force in forces for claim in force.claims)
        layers = tuple(dict.fromkeys(force.properties.layer for force in forces))
        return _Subject(one_line(label), claims, tuple(self._stretches()), layers, forces)

    def _beyond(self) -> Iterator[_Subject]:
        """Yield the stretches after those of which use is reported, of which none is."""
        runs = runs_of_use(self.atlas, self._stretches())
        for before, run in pairwise(runs):
            if use_of(self.atlas, before[0]) and not use_of(self.atlas, run[0]):
                aims = tuple(aims_of(self.atlas, run))
                key = "aimBeyond" if aims else "noUseBeyond"
                label = words(self._language, key, self._end_of(before[-1]))
                yield _Subject(marks_for_isolates(label), aims, tuple(run), silent=tuple(run))

    def _entry(self, subject: _Subject) -> TopicEntry:
        ids = {claim.id for claim in subject.claims}
        numbered = zip(self.findings, self.atlas.manifest.findings, strict=True)
        findings = tuple(entry for entry, finding in numbered if ids & set(finding.claims))
        language = self._language
        label = LocalText(one_line(subject.label), language, is_rtl(language))
        cited = (*subject.claims, *self._claims_of(findings))
        return TopicEntry(
            label=label.text,
            title=findings[0].short if findings else label,
            findings=findings,
            note=words(language, "noPlaceStated") if subject.forces else "",
            forces=tuple(map(self._force, subject.forces)),
            quotes=tuple(self._quotes(subject, findings)),
            silences=silences_of(subject.silent, self.localiser),
            map=self._map(subject, label.text),
            excerpt_numbers=self.citations.excerpt_numbers(cited),
        )

    def _claims_of(self, findings: Iterable[FindingEntry]) -> Iterator[Claim]:
        for finding in findings:
            for id_ in self.atlas.manifest.findings[finding.number - 1].claims:
                if id_ in self.atlas.claims:
                    yield self.atlas.claims[id_]

    def _quotes(
        self, subject: _Subject, findings: tuple[FindingEntry, ...]
    ) -> Iterator[QuoteEntry]:
        """Yield the words of a claim that a finding rests on, best of that a force is shown for."""
        own = {claim.id for claim in subject.claims}
        found = [claim for claim in self._claims_of(findings) if claim.id in own]
        forces = [representative_claim(self.atlas, force) for force in subject.forces]
        shown = [claim for claim in forces if claim]
        best = [claim for claim in shown if claim in found]
        candidates = [claim for claim in (*best, *found, *shown) if claim.excerpts]
        for claim in candidates[:1]:
            excerpt = self.atlas.excerpts[claim.excerpts[0]]
            number = self.atlas.paragraph_number(excerpt)
            where = words(self._language, location_key(number), number)
            how = modality_text(claim, self._language)
            facts = " · ".join(filter(None, (where, how)))
            yield QuoteEntry(
                quoted(one_line(excerpt.quote.exact)),
                quoted(one_line(claim.words or excerpt.quote.exact)),
                marks_for_isolates(facts),
            )

    def _force(self, force: Feature) -> ForceEntry:
        part, claim = part_of(self.atlas, force), representative_claim(self.atlas, force)
        how = words(self._language, force.basis) if force.basis != "stated" else ""
        if claim:
            how = modality_label(claim, self._language) if claim.modality != "asserted" else ""
        return ForceEntry(
            name=self._force_name(force),
            part=one_line(part.names[self._language]) if part else "",
            shape=part.shape if part else "",
            hue=part.hue if part else PALETTE.ink,
            words=quoted(one_line(claim.words)) if claim and claim.words else "",
            how=marks_for_isolates(how),
        )

    def _map(self, subject: _Subject, label: str) -> MapEntry:
        corridor = (one.id for one in self.atlas.manifest.layers if one.group == "corridor")
        shapes = [shape for one in subject.about for shape in self._shapes(one)]
        return MapEntry(
            extent_around(self.atlas, shapes),
            (*corridor, *subject.layers),
            f"{words(self._language, 'map')}: {label}. {self._as_of}",
        )

    def _shapes(self, feature: Feature) -> Iterator[shapely.Geometry]:
        """Yield the shape of a country on the basemap; of all else, its own."""
        code, shapes = feature.properties.country, list[shapely.Geometry]()
        if feature.properties.kind == "country":
            features = self.atlas.basemap["countries"]["features"]
            drawn = zip(features, self.atlas.basemap.shapes["countries"], strict=True)
            shapes = [shape for one, shape in drawn if code and one.get("id") == code]
        yield from shapes or ([feature.shape] if feature.shape is not None else [])

    def _place_on_the_way(self, host: Host) -> int:
        order = [f.id for features in self.atlas.itinerary.values() for f in features]
        known = host.feature.id in order
        return order.index(host.feature.id) if known else len(order)

    def _end_of(self, stretch: Feature) -> str:
        """Return the name of the place at which a stretch ends, or else that of the stretch."""
        end = shapely.Point(shapely.get_coordinates(stretch.shape)[-1])

        def near(one: Feature) -> float:
            return float(shapely.distance(one.shape, end))

        places = [
            f for f in self.atlas.features.values() if f.shape is not None and self._is_place(f)
        ]
        closest = min(places, key=near, default=stretch)
        return self._name(closest if near(closest) < 0.1 else stretch)

    def _is_place(self, feature: Feature) -> bool:
        point = shapely.get_type_id(feature.shape) == shapely.GeometryType.POINT
        return bool(point) and feature.properties.kind not in {"country", "sea"}

    @property
    def _with_layer(self) -> set[str]:
        """The ids of the forces in layers of actors that are shown."""
        shown = {
            one.id for one in self.atlas.manifest.layers if one.group == "actors" and one.visible
        }
        return {f.id for f in self.atlas.features.values() if f.properties.layer in shown}

    def _stretches(self) -> list[Feature]:
        known = (self.atlas.features.get(stretch.id) for stretch in self.atlas.corridor)
        return [stretch for stretch in known if stretch is not None]

    def _name(self, feature: Feature) -> str:
        return one_line(feature.properties.names[self._language])

    def _force_name(self, force: Feature) -> str:
        return name_of(self.atlas, force, self._language)

    @property
    def _as_of(self) -> str:
        return one_line(self.atlas.manifest.as_of[self._language])

    @property
    def _language(self) -> str:
        return self.localiser.language


def _each_once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())
