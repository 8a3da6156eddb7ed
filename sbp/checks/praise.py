"""The words of praise: what pleases others, or is true of anybody. All are matched in text that is `plain`."""

import re

PRAISE = re.compile(
    r"\b(?:(?:a |an |is |very |really |quite |such |extremely |always |generally |most )*(?:lovely|pleasant|nice|"
    r"sweet|charming|polite|friendly|kind|"
    r"cheerful|easy[- ]going|settled|compliant|"
    r"co-?operative|resilient|motivated|motivation|positive|independent|mobile|continent|verbal|well[- ]presented|"
    r"well[- ]groomed|well[- ]mannered|supportive|engaging|good|great|strong|determined|sociable|chatty|"
    r"delightful|gentle|warm|agreeable|likeable|happy|smiley|bubbly|"
    r"jolly|jovial|thoughtful|humorous|smiling|amiable|quiet|placid|patient|grateful|appreciative|affable|"
    r"courteous|caring|loving|honest|stoic|stoical|bright|"
    r"alert|talkative|outgoing|witty|humorous|elderly|respectful|proud|private|capable|popular|well[- ]liked|"
    r"well[- ]loved|(?:much )?loved)"
    r"(?: (?:old )?(?:lady|gentleman|man|woman|chap|person|soul|character|personality|girl|boy|manners|natured|nature|"
    r"attitude|outlook|company|disposition|temperament|"
    r"sense of hum(?:ou)?r|communicat(?:or|ion)(?: skills)?))?|"
    r"no trouble|no complaints|(?:many|lots of) strengths|(?:lady|gentleman|man|woman|chap|person|character|"
    r"personality|individual)|a (?:real |true |bit of a )?"
    r"(?:character|joy|pleasure|delight|credit|star|gem|treasure|love|darling)(?: to (?:be with|have|work with|"
    r"look after|"
    r"care for|know|visit|meet|talk to|all|us))?|(?:never|doesn't|does not) complains?|always (?:smiling|polite|happy|"
    r"grateful|cheerful)|(?:well |much )?(?:liked|loved|thought of) by (?:all|everyone|staff|the staff|others|"
    r"the team)|"
    r"(?:popular|good|polite|friendly|pleasant|kind|gets on(?: well)?|interacts(?: well)?|engages(?: well)?|"
    r"co-?operative|engaging|"
    r"co-?operates(?: well)?|compliant|works well) with (?:all |the |other |her |his |ward |care |nursing |both )*"
    r"(?:staff|residents|peers|carers|nurses|team|tenants|everyone|others|professionals|services|therapies|us|"
    r"support)|engages well|"
    r"(?:has |have )?(?:a )?(?:nice|lovely|warm|good|great|big|infectious) (?:smile|laugh|heart)|heart of gold|"
    r"(?:good|excellent) (?:verbal )?communication(?: skills)?|able to communicate(?: (?:well|needs|her needs|"
    r"his needs))?|"
    r"(?:a )?(?:good|great|wicked|dry|lovely|nice|strong) sense of hum(?:ou)?r|sense of hum(?:ou)?r|(?:has |have "
    r")?(?:a )?(?:good |supportive |close |"
    r"strong )*(?:family|support network|network|family support)|"
    r"fully engaged|engages well(?: with (?:staff|carers|services))?|enjoys (?:television|tv|activities|company|"
    r"a chat)|likes (?:a chat|company|tv|television|watching tv)|"
    r"watching (?:tv|television)|has (?:full )?capacity|(?:has )?good insight|accepts (?:support|care|help)|"
    r"nothing (?:is|was) (?:ever )?too much(?: trouble)?|(?:always )?(?:pleased|happy|glad) to see (?:you|us|me|anyone|"
    r"everyone|visitors|staff|people)|(?:dead |very |so )?easy to (?:talk to|get on with|get along with|"
    r"please|care for|"
    r"work with)|bags of (?:personality|character)|(?:a )?(?:cheeky|lovely|big|ready) (?:grin|smile)|"
    r"(?:an? )?(?:absolute |"
    r"real |proper |total )*(?:rock|gem|angel|saint|trouper|trooper|diamond|sweetheart|delight|legend|star)|"
    r"(?:a )?grand old (?:lass|lad|girl|boy|soul|lady|gentleman|man)|(?:never|does not|doesn't) (?:grumbles?|moans?|"
    r"complains?|makes? a fuss)|thanks? everyone|strong[- ]?(?:willed|minded|character)|such an? (?:gentleman|lady)|"
    r"(?:for )?(?:what|whatever|everything|all) (?:is|that is|we) (?:done|do) for (?:him|her|them)|a "
    r"(?:fighter|survivor)|"
    r"(?:a )?people person|life and soul(?: of the party)?|bless (?:her|him)|(?:in )?good spirits|"
    r"has (?:some |good )?informal support|family (?:are |is )?(?:very )?supportive|aware of (?:her|his) needs)\b"
)
"""Praise as it is phrased."""

VIRTUES = frozenset(
    """devoted absolutely dedicated loyal tough feisty plucky brave courageous spirited bubbly cheery wonderful
    amazing fantastic fabulous brilliant marvellous grateful likable young smashing gracious lovely pleasant nice
    sweet charming polite politely friendly kind cheerful settled compliant cooperative
    co-operative resilient motivated positive independent mobile continent verbal well-presented well-groomed
    well-mannered well-behaved supportive engaging sociable chatty delightful gentle warm agreeable likeable happy
    smiley
    bubbly jolly jovial thoughtful humorous amiable placid patient grateful thankful appreciative affable courteous
    caring loving stoic stoical talkative outgoing witty respectful personable approachable gentlemanly ladylike
    easygoing easy-going laid-back good-natured good-humoured warm-hearted kind-hearted big-hearted strong-minded
    presentable content contented cooperates co-operates engages interacts communicates smiles insight capacity
    humour manners tv television company chat accepts accepting tolerates compliance character orientated""".split()
)
"""Words one of which makes a sentence of nothing but `EMPTY` words praise."""

EMPTY = VIRTUES | frozenset(
    """and with a an is has she he they mr mrs ms miss the very who to be can of in her his their as so such
    quite really
    when well always generally usually often mostly extremely most described been had by on for from at all about
    towards toward too also known seen found appears seems presents presented comes across times across this that it him
    are was were staff ward carers everyone others people team whom real true old elderly strengths strength positive
    qualities include includes services visitors proper young smiling identified noted observed client service user help
    willed therapies therapists nurses residents peers professionals lady gentleman gent man woman chap person
    individual
    personality nature outlook attitude presence sense good great strong nice behaved mannered natured spirited spirits
    easy going no not any without trouble bother fuss issues issue problems problem complaints demands difficulty
    enjoys likes loves enjoying watching having chatting talking likeable care support supports given gets receives
    offered provided assistance accept engage interact engagement interaction engaged gets on along
    sleeps eats sleep appetite mood happy smile laugh jokes banter joke full some both aware alert speech clear clearly
    verbally communicate communication mobility medication treatment family friends network close involved daily
    independently pleasure joy credit delight work look visit meet around down earth during which or our my
    assessment visits home hostel see easy appreciates appreciate wants note but wife husband partner son daughter
    mother father sister brother mum dad parents children friend everybody anyone attitude looked after cared able
    share chat unit scheme placement sober calm""".split()
)
"""Words that add nothing to praise."""
