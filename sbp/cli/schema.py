"""`sbp schema`: the JSON Schema of a kind of record, or a code list."""

import json

import click


@click.command(short_help="Print the JSON Schema of a record.")
@click.argument("kind", required=False)
@click.option("--codes", metavar="NAME", help="Print a code list instead, with its source and references.")
@click.option("--list", "listed", is_flag=True, help="List the kinds of record and the code lists.")
def schema(kind: str | None, codes: str | None, listed: bool) -> None:
    """Print the JSON Schema of a KIND of record, such as needs_assessment.

    Without a kind, the kinds and the code lists are listed.
    """
    if kind and codes:
        raise click.UsageError("Give a kind of record or --codes, not both.")
    if listed or not (kind or codes):
        click.echo(_listing())
    elif codes:
        click.echo(_code_list(codes))
    elif kind:
        click.echo(_schema(kind))


def _listing() -> str:
    from sbp.codes import code_list, code_names
    from sbp.records import RECORDS

    kinds = [f"  {kind}" for kind in RECORDS]
    width = max(map(len, code_names()))
    codes = [f"  {name:{width}}  {code_list(name)['title']}" for name in code_names()]
    return "\n".join(["Kinds of record", *kinds, "", "Code lists", *codes])


def _schema(kind: str) -> str:
    from sbp.records import RECORDS
    from sbp.schema import schema_file

    if kind not in RECORDS:
        raise click.UsageError(f"There is no kind of record '{kind}'. The kinds are: {', '.join(RECORDS)}.")
    return json.dumps(schema_file(kind), indent=2, ensure_ascii=False)


def _code_list(name: str) -> str:
    from sbp.codes import code_list, code_names

    if name not in code_names():
        raise click.UsageError(f"There is no code list '{name}'. The code lists are: {', '.join(code_names())}.")
    return json.dumps(code_list(name), indent=2, ensure_ascii=False)
