"""The written forms of an English verb: by rule, and those that follow none."""

import re
from functools import cache

_IRREGULAR: dict[str, str] = {
    "be": "is are was were been being am 's 're 'm",
    "become": "becomes became becoming",
    "begin": "begins began begun beginning",
    "bite": "bites bit bitten biting",
    "break": "breaks broke broken breaking",
    "bring": "brings brought bringing",
    "choose": "chooses chose chosen choosing",
    "come": "comes came coming",
    "deny": "denies denied denying",
    "dig": "digs dug digging",
    "do": "does did done doing",
    "drag": "drags dragged dragging",
    "draw": "draws drew drawn drawing",
    "drive": "drives drove driven driving",
    "fall": "falls fell fallen falling",
    "feed": "feeds fed feeding",
    "find": "finds found finding",
    "fling": "flings flung flinging",
    "forget": "forgets forgot forgotten forgetting",
    "get": "gets got gotten getting",
    "give": "gives gave given giving",
    "go": "goes went gone going",
    "grip": "grips gripped gripping",
    "have": "has had having 's 've",
    "hit": "hits hitting",
    "keep": "keeps kept keeping",
    "lay": "lays laid laying",
    "lead": "leads led leading",
    "leave": "leaves left leaving",
    "let": "lets letting",
    "lie": "lies lied lying",
    "lose": "loses lost losing",
    "make": "makes made making",
    "mob": "mobs mobbed mobbing",
    "pay": "pays paid paying",
    "permit": "permits permitted permitting",
    "pit": "pits pitted pitting",
    "plan": "plans planned planning",
    "put": "puts putting",
    "quit": "quits quitting",
    "run": "runs ran running",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "set": "sets setting",
    "shrug": "shrugs shrugged shrugging",
    "sit": "sits sat sitting",
    "slip": "slips slipped slipping",
    "slot": "slots slotted slotting",
    "speak": "speaks spoke spoken speaking",
    "spin": "spins spun spinning",
    "stand": "stands stood standing",
    "step": "steps stepped stepping",
    "stick": "sticks stuck sticking",
    "stop": "stops stopped stopping",
    "submit": "submits submitted submitting",
    "swap": "swaps swapped swapping",
    "take": "takes took taken taking",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "throw": "throws threw thrown throwing",
    "transfer": "transfers transferred transferring",
    "trap": "traps trapped trapping",
    "turn": "turns turned turning",
    "wash": "washes washed washing",
    "wear": "wears wore worn wearing",
    "wet": "wets wetting wetted",
    "wind": "winds wound winding",
    "write": "writes wrote written writing",
    "admit": "admits admitted admitting",
    "commit": "commits committed committing",
    "comply": "complies complied complying",
    "rely": "relies relied relying",
    "abscond": "absconds absconded absconding",
    "scupper": "scuppers scuppered scuppering",
    "cotton": "cottons",
    "offer": "offers offered offering",
    "suffer": "suffers suffered suffering",
    "wander": "wanders wandered wandering",
    "batter": "batters battered battering",
    "clutter": "clutters cluttered cluttering",
    "pamper": "pampers pampered pampering",
    "pander": "panders pandered pandering",
    "hoard": "hoards hoarded hoarding",
    "exhibit": "exhibits exhibited exhibiting",
    "benefit": "benefits benefited benefiting",
    "target": "targets targeted targeting",
    "need": "needs needed needing",
    "access": "accesses accessed accessing",
    "signpost": "signposts signposted signposting",
}
_DOUBLING = re.compile(r"[^aeiou][aeiou][bdgmnprt]$")


@cache
def forms(verb: str) -> frozenset[str]:
    """Every written form of a verb (or the plural of a noun)."""
    if verb in _IRREGULAR:
        return frozenset([verb, *_IRREGULAR[verb].split()])
    if verb.endswith("e"):
        return frozenset([verb, verb + "s", verb + "d", verb[:-1] + "ing"])
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return frozenset([verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"])
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return frozenset([verb, verb + "es", verb + "ed", verb + "ing"])
    stem = verb + verb[-1] if _DOUBLING.search(verb) and len(verb) <= 5 else verb
    return frozenset([verb, verb + "s", stem + "ed", stem + "ing"])
