"""Run by `make wheel-test` with the Python the wheel was installed into: the commands work outside the checkout."""

import subprocess
import sys
import tempfile
from pathlib import Path

SBP = Path(sys.executable).with_name("sbp")
NOTE = "Mrs Example suffers from arthritis. She still gardens every morning."


def sbp(*arguments: str, given: str = "") -> str:
    """What a command prints, run in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([SBP, *arguments], cwd=folder, input=given, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"sbp {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}"
    return done.stdout


def main() -> None:
    """Fail at the first command that does not do what it does in a checkout."""
    import sbp as package

    checkout = Path(__file__).resolve().parents[2]
    assert not Path(package.__file__).resolve().is_relative_to(checkout / "sbp"), "this is not the installed wheel"
    assert "Exit codes" in sbp("--help")
    assert "sbp, version" in sbp("--version")
    assert "language/" in sbp("rules", "list")
    assert "every example holds" in sbp("rules", "test")
    assert '"$schema"' in sbp("schema", "review")
    assert '"CareAct2014/1/2/a"' in sbp("schema", "--codes", "wellbeing_areas")
    assert '"quote": "suffers from' in sbp("check", "-", "--format", "json", given=NOTE)
    assert "workshop.html" in sbp("workshop", "build", "one-hour", "-o", "made")
    print("The wheel works outside the checkout.")


main()
