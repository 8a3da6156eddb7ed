"""Workshops that several tests look at, each built once."""

from pathlib import Path

import pytest

from sbp.cli.running import run


@pytest.fixture(scope="session")
def one_hour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the one-hour workshop."""
    return _built("one-hour", tmp_path_factory)


@pytest.fixture(scope="session")
def calibration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the workshop in which a Forum reads ten records."""
    return _built("forum-calibration", tmp_path_factory)


def _built(name: str, made: pytest.TempPathFactory) -> Path:
    folder = made.mktemp(name)
    assert run(["workshop", "build", name, "-o", str(folder)]) == 0
    return folder
