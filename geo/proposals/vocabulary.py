"""English words that tell names from other words: titles, types of places, organisations, verbs."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# With a capital at the start of a sentence, and no names; in lower case.
FUNCTION: Final = _words("""
a about above according across after again against ahead all along already also although among an
and another any anyone are around as aside at away back because been before behind below beneath
beside besides between beyond both but by can could despite did do does down due during each earlier
early either elsewhere else even ever every everyone everything few fewer finally first for former
formerly from further had half has have he hence her here hers him his how however i if in indeed
inside instead into is it its itself just last late lately later least less let like likewise many
may maybe me meanwhile mere might mine more moreover most much must my near nearly neither never
nevertheless new next no nobody none nonetheless nor not nothing now of off officially often old on
once one only onto or other others otherwise our out outside over overnight own past per perhaps
presumably previously quite rather reportedly same second several shall she should similarly since
so some somebody someone something sometimes soon still such than that the their them then there
therefore these they third this those though three through throughout thus till to today together
tomorrow too toward towards two under unless unlike until up upon us very was we well were what
whatever when whenever where whereas wherever whether which while who whoever whom whose why will
with within without would yes yesterday yet you your four five six seven eight nine ten hundreds
thousands dozens millions figure figures
""")
TIMES: Final = _words("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july
august september october november december ramadan easter christmas spring summer autumn winter
""")
TITLES: Final = _words("""
mr mrs ms dr sir lord lady president vice prime minister deputy foreign interior defence defense
finance secretary general lieutenant brigadier colonel major captain commander admiral commodore
marshal sergeant chief chairman chairwoman director governor mayor senator ambassador envoy
spokesman spokeswoman spokesperson ayatollah sheikh imam king queen prince princess emir sultan
crown chancellor premier professor judge leader supreme representative congressman attorney speaker
state
""")
DIRECTIONS: Final = _words("""
north south east west northern southern eastern western central upper lower greater northeast
northwest southeast southwest northeastern northwestern southeastern southwestern
""")
PARTICLES: Final = _words(
    "of the de del da do dos la las los el al and for on du des und y bin ibn"
)
# Types of places that stand after a name, with a capital or without.
TYPES_AFTER: Final = _words("""
river strait straits sea gulf bay island islands isles shoal shoals reef reefs atoll province
region district governorate valley mountain mountains desert peninsula canal airport airfield
airbase bridge crossing camp street square road avenue highway motorway pass plateau corridor dam
port harbour harbor cathedral church mosque monastery temple shrine oasis lagoon delta city county
heights hills hill plain plains basin oblast prefecture municipality forest lake ocean channel cape
glacier volcano triangle border ranges range dao block oilfield gasfield park
""")
# These, without a capital, are too common to make a place of the name before them.
TYPES_WITH_CAPITAL: Final = _words("""
sea city block port park border range square church street state road corridor triangle heights
plain plains forest hill hills channel temple pass district region basin camp
""")
TYPES_BEFORE: Final = _words("""
gulf strait straits bay sea lake mount cape port fort camp isle isles island valley province region
district governorate city town village bank river highway base bight horn
""")
PLACE_PREPOSITIONS: Final = _words(
    "in near at off around outside inside from to across between via"
)
# Last words of organisations, with a capital.
ORGANISATIONS: Final = _words("""
army navy force forces guard guards corps ministry government council union party front movement
association institute institution centre center command fleet court bank agency committee
commission community coalition company organisation organization authority service services staff
parliament congress senate brigade brigades militia militias police crescent cross university group
fund office nations league federation confederation bureau department division battalion regiment
network alliance assembly administration cabinet directorate foundation initiative monitor times
post herald tribune gazette observatory programme program society syndicate trust house hezbollah
units unit
""")
FORCES: Final = _words("""
army navy force forces guard guards corps brigade brigades fleet command division battalion regiment
militia militias police front unit units
""")
STATE_BODIES: Final = _words(
    "ministry government parliament congress senate cabinet administration"
)
# Groups of people and bodies without a capital, after a word that has it.
BODIES: Final = {
    **dict.fromkeys(
        _words("army navy forces force troops soldiers fighters militia militias guard marines"),
        "armed-force",
    ),
    **dict.fromkeys(_words("police rebels insurgents separatists"), "armed-force"),
    **dict.fromkeys(
        _words("government ministry authorities officials officers parliament embassy regime"),
        "state",
    ),
    **dict.fromkeys(_words("diplomats lawmakers leaders mission coalition delegation"), "group"),
}
PEOPLE: Final = _words("""
troops soldiers fighters marines rebels insurgents separatists authorities officials officers
diplomats lawmakers leaders
""")
BARE_BODIES: Final = ("coast guard", "maritime militia", "border guard", "air force", "parliament")
SPEECH: Final = _words("""
say says said tell tells told announce announces announced claim claims claimed deny denies denied
warn warns warned insist insists insisted report reports reported add adds added admit admits
admitted argue argues argued confirm confirms confirmed declare declares declared describe describes
described accuse accuses accused urge urges urged call calls called want wants wanted think thinks
believe believes believed expect expects expected state states stated suggest suggests suggested
""")
# Verbs after which a clause tells what was said.
SAYING: Final = SPEECH - _words("call calls called want wants wanted state states urge urges urged")
