"""From arguments to an exit code. Whatever goes wrong becomes one sentence that holds no words of a record."""

import contextlib
import io
import os
import sys
import traceback
from collections.abc import Sequence

import click

from sbp.cli import sbp
from sbp.errors import SbpError, place_in_code

DONE, NOT_DONE, WRONG_COMMAND, FOUND = range(4)
_STOPPED = 130
_EXTRAS = {"duckdb": "audit", "docx": "audit", "jinja2": "audit", "python_calamine": "audit"}


def run(arguments: Sequence[str]) -> int:
    """Run a command and give its exit code: 0 done, 1 could not be done, 2 wrong command, 3 findings at `--fail-on`."""
    _write_what_can_be_written()
    try:
        code = sbp.main(list(arguments), prog_name="sbp", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except SbpError as problem:
        return _say(str(problem))
    except (click.Abort, KeyboardInterrupt):
        _say("Stopped.")
        return _STOPPED
    except BrokenPipeError:
        return _nobody_reads()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else NOT_DONE
    except Exception as problem:
        return _say(_missing(problem) or _unexpected(problem))
    return code if isinstance(code, int) else DONE


def _say(sentence: str) -> int:
    with contextlib.suppress(BrokenPipeError):
        click.echo(sentence, err=True)
    return NOT_DONE


def _write_what_can_be_written() -> None:
    """Replace what the terminal's encoding cannot write, so that an old code page stops nothing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError):
                stream.reconfigure(errors="replace")


def _nobody_reads() -> int:
    """Standard output was closed early, as by `| head`: write no more, not even when Python leaves."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return NOT_DONE


def _missing(problem: Exception) -> str:
    name = (problem.name or "").split(".")[0] if isinstance(problem, ModuleNotFoundError) else ""
    if name not in _EXTRAS:
        return ""
    return f"This command needs '{name}'. Install it with: pip install 'strengths-based-practice[{_EXTRAS[name]}]'"


def _unexpected(problem: Exception) -> str:
    """Where something went wrong, and never what it was about: a message or a value may hold words of a record."""
    frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in traceback.walk_tb(problem.__traceback__)]
    places = [f"  {name}:{number}" for name, number in frames] if os.environ.get("SBP_DEBUG") == "1" else []
    return "\n".join(
        [
            f"Something went wrong inside sbp ({place_in_code(problem)}). "
            "Nothing of the record is shown here. Please report it.",
            *places,
        ]
    )
