"""The words of outcome statements that would fit anybody. All are matched in text that is `plain`."""

import re

VAGUE_VERB = re.compile(
    r"\b(?:maintain|maintaining|maintained|promoted?|promoting|minimised|maximised|reduced|enhanced|ensured|"
    r"treated|retain|pursue|improve|improved|improving|increase|increased|ensure|"
    r"sustain|preserve|maximise|develop|retain|achieve|enjoy|live|lead|have|build|balance|engage|contribute|"
    r"strengthen|avoid|foster|experience|reach|fulfil|"
    r"keep|kept|remain|stay|be|access|reduce|reducing|minimise|prevent|manage|enhance|optimise|enable|optimal|"
    r"continue|support|better|upheld|outcomes|protected|protect|being|safeguard|integrate|participate)\b"
)
EMPTY = frozenset(
    """maintain maintaining maintained promote promoting support supported supporting improve improved improving
    increase increased increasing encourage encouraged ensure ensuring sustain preserve maximise develop retain
    achieve keep kept keeping remain be being stay feel have access accessing manage managing managed continue
    continuing reduce reducing live living lead enjoy experience integrate integrated participate participating
    promoted optimum minimise minimised minimising maximised enhanced ensured prevent prevented enhance optimise enable
    enabled optimal reach fulfil
    reduced upheld remains control outcomes standard standards protected free promotes living optimised equality
    safeguard respect respected over can placement abuse neglect secure settled empowered protect autonomy holistic
    independence independent independently safe safely safety well wellbeing well-being dignity dignified health healthy
    mental physical emotional quality life lifestyle nutrition nutritional hydration hygiene personal care mobility
    mobile skills fulfilled fulfilling meaningful balanced full potential choice choices choose positive
    skill daily confidence social isolation socialise socialisation inclusion risk risks harm falls fall comfortable
    community level levels stable stability state mood general overall needs possible potential abilities ability
    functioning function care good better best appropriate adequate intake diet fluid fluids continence skin
    integrity tasks adls adl activities activity stimulation routine structure structured habitable environment
    presentation self-care resources build resilience reliance clean opportunities opportunity wider local
    to of and the a an in at from his her their my own with for all times time as is are by within through any where
    when more much long she he they i continue also both on that it current able being
    carer carers caring balance balanced between other others commitments responsibilities deterioration deteriorate
    deteriorating decline avoid avoided relationship relationships network networks connections strength strengths
    existing appearance acceptable standard esteem self-esteem self-worth enhance enhancing engage engagement engaging
    meaningfully valued worth comfort comfortably identity sense purpose purposeful belonging inclusive included
    equipped appropriately adequately effectively positively negative impact impacts effects further family social
    role roles circumstances ongoing everyday day-to-day day functional goals goal aspirations person-centred centred
    person individual rights freedom freedoms least restrictive way manner setting settings situation wherever
    whenever possible; highest maximum greater greatest high higher sustained sustainable contribute contribution
    society citizen citizenship fully completely continuity consistent consistency regular
    dementia illness condition conditions diagnosis disability cared nourished fed hydrated ordinary normal
    occupation interaction interactions contact privacy recovery treated treatment kindness compassion respectfully
    toileting washing dressing interests interest hobbies pursue options preferences wishes informed stimulated
    stimulating routines progress progression growth learning learn independently confident confidently
    domestic living-skills life-skills coping strategies strategy cope outcome""".split()
)
ABSTRACT = re.compile(
    r"^(?:good |better |optimum |overall |personal )?(?:safety|independence|well-?being|dignity|health|nutrition|"
    r"hygiene|"
    r"mobility|stability|inclusion|quality|emotional|mental|physical|social)\b"
)
"""How a statement begins that is a list of good things and has no verb."""
ALONE = frozenset(
    """safety independence wellbeing well-being socialise socialisation hygiene nutrition hydration mobility dignity
    stability inclusion health stimulation""".split()
)
"""Single words that say no more than a heading does."""
AT_HOME = re.compile(
    r"\b(?:in|at|within|around) (?:(?:his|her|their|my|the) )?(?:own )?(?:home|house|property)(?: environment| "
    r"setting)?\b"
)
