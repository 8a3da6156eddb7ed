"""Words that are written with a capital and are nobody's name."""

from typing import Final

TITLES: Final = ("mrs", "mr", "ms", "miss", "mx", "dr", "sir", "dame", "rev", "reverend", "father", "sister", "canon")

_DAYS: Final = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun"
_MONTHS: Final = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_FEASTS: Final = "christmas easter eid diwali ramadan passover hanukkah new year boxing day bank holiday lent advent"
_LAW: Final = (
    "act acts care mental capacity health court protection equality human rights section regulations regulation "
    "statutory guidance making safeguarding personal deprivation liberty deputy lasting power attorney"
)
_COUNCIL: Final = (
    "council adult adults social services service team forum panel validation worker assessment plan review record "
    "direct payment payments reablement hospital ward discharge community district nurse nurses police housing "
    "occupational therapist therapy therapists physiotherapist advocate advocacy national government"
)
_MONEY: Final = (
    "attendance allowance universal credit personal independence disability living employment support blue badge "
    "pension pensions carer carers work department benefit benefits motability"
)
_OTHERS: Final = (
    "i i'm i'd i'll i've god english british welsh scottish irish polish punjabi urdu bengali gujarati arabic somali "
    "romanian hindi cantonese mandarin sign language makaton christian muslim hindu sikh jewish buddhist catholic "
    "methodist english parkinson alzheimer down asperger zimmer wheelchair internet skype zoom facebook whatsapp "
    "google alexa the a an and or but of in on at to for with by no not yes he she they we you it his her their our "
    "mum dad mam nan nana gran grandma grandad mother auntie uncle my your this that these those who what when where "
    "why how n/a"
)

ORDINARY: Final = frozenset(" ".join((_DAYS, _MONTHS, _FEASTS, _LAW, _COUNCIL, _MONEY, _OTHERS)).split())
"""In lower case."""
