"""Support made less at a review, with nothing that shows a changed need, a reassessment or a wish."""

import re
from collections.abc import Iterator
from datetime import timedelta

from attrs import frozen

from sbp.casefile import CaseFile, written_on
from sbp.checks.wording import has_died, plain, whole
from sbp.findings import Place
from sbp.records import Record, Review, prose

_CHANGED = re.compile(
    r"\b(?:no longer (?:needs?|wants?|requires?|uses?)|improved|improvement|better|recover\w*|regain\w*|learn(?:t|"
    r"ed|s)|"
    r"now (?:can|able|does|manages|walks|cooks|washes|drives|on (?:her|his|their) own)|can now|asked (?:for|to|"
    r"us)|request(?:ed|s)?|"
    r"at (?:his|her|their) (?:own )?(?:request|wish|suggestion)|"
    r"(?:his|her|their) (?:own )?(?:idea|choice|decision|wish|suggestion)|"
    r"wants? (?:less|fewer|to (?:stop|drop|do))|"
    r"wanted|decided|chose|chosen|prefers?|reassess\w*|new assessment|circumstances|moved|married|retired|"
    r"hospital|inpatient|"
    r"(?:he|she|they) (?:can|does|do|manages?|walks?|cooks?|washes?|said|says|told)|healed|mended|fitted|"
    r"installed|stronger|independent(?:ly)?|stopped needing)\b"
)
_CHANGED_ELSEWHERE = re.compile(
    r"\b(?:no longer (?:needs?|wants?|requires?|uses?)|improv\w+|recover\w*|regain\w*|learn(?:t|ed|s)|now (?:\w+ "
    r")?(?:can|"
    r"able|does|manages|walks|cooks|washes|drives|lives|on)|can now|asked (?:for|to|us)|request(?:ed|s)?|"
    r"at (?:his|her|their) (?:own )?(?:request|wish|suggestion)|(?:his|her|their) (?:own )?(?:idea|choice|"
    r"decision|wish|"
    r"suggestion)|wants? (?:less|fewer|to (?:stop|drop|do))|wanted|decided|chose|chosen|reassess\w*|new "
    r"assessment|moved|"
    r"married|retired|hospital|inpatient|healed|mended|fitted|installed|stronger|independent(?:ly)?|"
    r"(?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own|stopped needing|(?:does not|no) need)\b"
)
"""What carries a change where the reasons themselves are silent: something new, or a wish."""
_WHAT = (
    r"(?:package|poc|calls?|visits?|hours|hrs|support|care|budget|direct payment|dp|respite|days|sessions|services?|"
    r"sits?|day centre|meals|transport|outings|pa)"
)
_LESS = (
    r"(?:reduc(?:e|ed|ing|tion (?:in|of|to|from))|cut(?:ting)?|decreas(?:e|ed)|lower(?:ed)?|withdraw(?:n|ing)?|"
    r"ceas(?:e|es|ed)|end(?:s|ed|ing)?|stop(?:s|ped)?|discontinu\w+|remov(?:e|ed|al))"
)
_CUT = re.compile(
    rf"\b{_LESS}\b[^.;\n]{{0,50}}\b{_WHAT}\b"
    rf"|\b{_WHAT} (?:(?:x ?\d|daily|a day|weekly) )?(?:(?:is|are|was|were|to|will|has|have|been|be|down) )*{_LESS}\b"
)
_NO_NEW = re.compile(
    r"\bno (?:re-?assessment|new assessment)|\bwithout (?:a )?re-?assessment|"
    r"\b(?:needs?|circumstances) (?:are |is |remain )?(?:unchanged|the same)|"
    r"\bnot (?:been )?reassessed|\bno change in (?:need|needs|circumstances)"
)
"""What says that nothing carries a change."""
_MONEY = re.compile(
    r"\b(?:panel|polic(?:y|ies)|budget (?:pressures?|cuts?|reductions?)|savings?|cost|affordab\w+|banding|"
    r"fund(?:s|ing)|financ\w+|indicative budget|locality budget|within (?:the |its )?budget|targets?|"
    r"high[- ]cost|in line with|resource allocation|ras\b|value for money)"
)
_NEAR = timedelta(days=120)


@frozen(kw_only=True)
class Reduced:
    """Find reviews that reduce or end support, when neither reasons nor a reassessment near by carry it.

    The result says so, or the words do: a cut with the panel, a policy or the cost as its only reason, or with none;
    under a heading of the form, only where money is named.
    """

    def find(self, case_file: CaseFile, scope: tuple[str, ...]) -> Iterator[Place]:
        """One place a review."""
        for record in case_file.records:
            if record.kind not in scope or not isinstance(record, Review) or has_died(record):
                continue
            if _reassessed(record, case_file) or _is_carried(record):
                continue
            if record.result in ("support-reduced", "support-ended") and case_file.knows(record, "reasons"):
                yield Place(record_id=record.header.id, field="/result")
            else:
                yield from _in_words(record)


def _in_words(record: Review) -> Iterator[Place]:
    for number, entry in enumerate(record.reasons):
        said = plain(entry.text)
        bare = _MONEY.search(said) or not _CHANGED.search(_NO_NEW.sub(" ", plain(whole(record))))
        if entry.speaker == "worker" and _CUT.search(said) and bare:
            pointer = f"/reasons/{number}/text"
            yield Place(record_id=record.header.id, field=pointer, start=0, end=len(entry.text))
    for item in prose(record):
        said = plain(item.entry.text)
        theirs = item.entry.speaker != "worker" or not item.pointer.startswith("/sections/")
        if not theirs and _CUT.search(said) and _MONEY.search(said) and not _CHANGED.search(_NO_NEW.sub(" ", said)):
            yield Place(record_id=record.header.id, field=item.pointer, start=0, end=len(item.entry.text))
            return


def _is_carried(record: Review) -> bool:
    """Whether reasons, or where they do not go by money the rest of the record, tell of a change or a wish."""
    told = plain("\n".join(entry.text for entry in record.reasons))
    if record.result in ("support-reduced", "support-ended") and not _MONEY.search(told):
        elsewhere = _CHANGED_ELSEWHERE.search(_NO_NEW.sub(" ", plain(whole(record))))
        return elsewhere is not None or _CHANGED.search(_NO_NEW.sub(" ", told)) is not None
    return _CHANGED.search(_NO_NEW.sub(" ", told)) is not None


def _reassessed(record: Record, case_file: CaseFile) -> bool:
    when = written_on(record)
    return any(
        other.kind == "needs_assessment" and (when is None or (day is not None and abs(day - when) <= _NEAR))
        for other in case_file.records
        for day in [written_on(other)]
    )
