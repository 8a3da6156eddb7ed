"""`sbp rules`: what the rules are, why each is there, and whether they find what they say they find."""

from pathlib import Path

import click

from sbp.cli.house import house_rules


@click.group()
def rules() -> None:
    """List the rules, show one, or run their examples."""


@rules.command("list")
@house_rules
def list_rules(folders: tuple[Path, ...]) -> None:
    """List every rule: its id, level and title."""
    from sbp.rules import load_rules

    found = load_rules(folders).rules
    rows = [(rule.id, rule.level, rule.title) for rule in found]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, level, title in rows:
        click.echo(f"{name:{widths[0]}}  {level:{widths[1]}}  {title}")


@rules.command()
@click.argument("rule_id", metavar="ID")
@house_rules
def show(rule_id: str, folders: tuple[Path, ...]) -> None:
    """Show one rule: what it finds, why, examples, and what to say instead."""
    from sbp.reports.rule_page import rule_page
    from sbp.rules import load_rules

    click.echo(rule_page(load_rules(folders).rule(rule_id)), nl=False)


@rules.command("test")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@click.pass_context
def run_examples(ctx: click.Context, path: Path | None) -> None:
    """Run the examples of our own rules, or of the house rules at PATH as well."""
    from sbp.engine.examples import try_examples
    from sbp.forum.names import counted
    from sbp.rules import load_rules, names_in

    house = names_in(path) if path else ()
    ruleset = load_rules((path,) if path else ())
    failures = try_examples(ruleset)
    for failure in failures:
        click.echo(str(failure))
    outcome = "every example holds."
    if failures:
        outcome = f"{counted(len(failures), 'example')} {'does' if len(failures) == 1 else 'do'} not hold."
    tried = f"{len(ruleset.rules)} rules"
    if house:
        beside = "it" if len(house) == 1 else "them"
        tried = f"{counted(len(house), 'house rule').capitalize()}, and our own beside {beside}"
    click.echo(f"{tried}: {outcome}")
    ctx.exit(1 if failures else 0)
