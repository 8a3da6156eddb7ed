"""A whole run asks for no network, and needs none: where the system allows it, there is none to be had."""

import subprocess
import sys
from pathlib import Path

import runs
from runs import export

WATCHED = f"""
import os, sys

def watch(event, told):
    if event == "socket.bind" and told[1][0] in ("::1", "127.0.0.1"):
        return  # urllib3, which spaCy brings, asks so at import whether this machine knows IPv6; nothing is sent
    if event.startswith(("socket.connect", "socket.bind", "socket.get", "socket.send", "urllib", "http", "smtplib")):
        os._exit(99)

sys.addaudithook(watch)
sys.path.insert(0, {str(Path(runs.__file__).parent)!r})
"""
AUDIT = "import runs\nsys.exit(runs.main())\n"


def without_network() -> list[str]:
    """What puts a command into a network of its own with nothing in it; nothing where that is not allowed."""
    alone = ["unshare", "--map-root-user", "--net"]
    try:
        allowed = subprocess.run([*alone, "true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return []
    return alone if allowed else []


def ended(code: str, *arguments: str) -> int:
    return subprocess.run([*without_network(), sys.executable, "-c", WATCHED + code, *arguments]).returncode


def test_an_audit_asks_for_no_network(tmp_path: Path) -> None:
    export(tmp_path, 20)
    assert ended(AUDIT, str(tmp_path), str(tmp_path / "out"), "--jobs", "1") == 0
    assert (tmp_path / "out" / "report-internal.html").is_file()


def test_asking_would_be_seen() -> None:
    assert ended("import socket\nsocket.create_connection(('192.0.2.1', 80), 1)") == 99
