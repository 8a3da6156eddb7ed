"""Who a record is about, when and where it was written, and words with their speaker."""

from datetime import date

from attrs import frozen

from sbp.records.fields import about


@frozen(kw_only=True)
class Person:
    """The person a record is about; in a carer's assessment or plan, the carer."""

    id: str = about("The person's local identifier: opaque, the same on all their records.", shown=True)
    name: str = about("The person's name. Needed only to spot a record about somebody else.", default="")
    known_as: str = about("What the person likes to be called.", default="")
    pronouns: str = about("The person's pronouns, such as she/her.", default="")
    born_on: date | None = about("Date of birth.", unit="date", ref="CLD/Date_of_Birth", default=None)
    gender: str | None = about("Gender as recorded.", ref="CLD/Gender", codes="cld_genders", default=None)
    ethnicity: str | None = about("Ethnicity.", ref="CLD/Ethnicity", codes="cld_ethnicities", default=None)
    first_language: str = about("The language the person is most at home in, BSL included.", default="")
    faith: str = about("Religion or belief, in the person's words.", default="")
    support_reason: str | None = about(
        "Primary support reason.", ref="CLD/Primary_Support_Reason", codes="cld_primary_support_reasons", default=None
    )
    client_type: str | None = about(
        "Whether the person draws on support or is an unpaid carer.",
        ref="CLD/Client_Type",
        codes="cld_client_types",
        default=None,
    )
    area: str = about("The locality the person lives in, as the council names it.", default="")


@frozen(kw_only=True)
class Header:
    """What every record carries: its own id, the person, dates, team."""

    id: str = about("The record's local identifier, unlike any other's in the export.", shown=True)
    person: Person = about("The person the record is about.")
    started_on: date | None = about("When work on the record began.", unit="date", default=None)
    completed_on: date | None = about(
        "When the record was completed; absent while it is open.", unit="date", default=None
    )
    team: str = about("The team that did the work.", default="")
    worker: str = about("The worker's local identifier. Never shown in a report.", default="")
    form: str = about("The name of the form in the case-management system.", default="")
    practice_approach: str | None = about(
        "The practice approach the worker used.", codes="practice_approaches", default=None
    )
    complexity: str = about("How complex the circumstances are, where the council marks it, in its words.", default="")


@frozen(kw_only=True)
class Entry:
    """Words, and whose they are."""

    speaker: str = about("Who speaks: person, carer, worker or other.", codes="speakers", shown=True, default="worker")
    text: str = about("The words as recorded.")
    said_by: str = about("Who exactly, where the speaker is a carer or somebody else.", default="")
    said_on: date | None = about("When it was said or written, where not the record's own date.", default=None)


@frozen(kw_only=True)
class Section:
    """A heading of the form and what stands under it, in the order of the export."""

    heading: str = about("The heading or question as the worker sees it.", default="")
    code: str = about("The question's code in the case-management system.", default="")
    entries: tuple[Entry, ...] = about("What stands under the heading.", default=())
