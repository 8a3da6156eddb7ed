"""Batches worked on by several processes, their results in the order of the batches."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Final

from attrs import evolve, frozen

from sbp.batches import Job, People, Worked, work
from sbp.engine import compile_rules
from sbp.errors import WorkerError, place_in_code
from sbp.passage.tokeniser import tokeniser

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

AHEAD: Final = 2
"""How many batches wait, besides those being worked on: few, so that memory does not grow with the export."""

_STOPPED: Final = (
    "A worker process was stopped from outside, most often because the memory of this machine was full. "
    "Close other programs, or try --jobs 1."
)


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@frozen
class Crew:
    """How many processes work on a job, and where they wait for it; nowhere, if this one is to do it all."""

    jobs: int
    pool: "ProcessPoolExecutor | None" = None


@contextmanager
def crew(job: Job, jobs: int, *, at_once: bool) -> Iterator[Crew]:
    """The processes for a job; the day it is judged on need not be known yet.

    They start with the second batch, or at once: then they make ready while an export is still being read.
    """
    from concurrent.futures import ProcessPoolExecutor

    if jobs < 2:
        yield Crew(jobs)
        return
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(job,))
    try:
        if at_once:
            pool.submit(_ready)
        yield Crew(jobs, pool)
    finally:
        pool.shutdown(cancel_futures=True)


def worked(batches: Iterable[People], job: Job, crew: Crew) -> Iterator[Worked]:
    """What each batch gives, in order. Processes work ahead; a single batch is not worth starting one.

    Raises `WorkerError` when a process ends before its work is done.
    """
    batches = iter(batches)
    first = list(islice(batches, 2)) if crew.pool else []
    if crew.pool and len(first) == 2:
        yield from _shared_out(chain(first, batches), job.as_at, crew.pool, crew.jobs + AHEAD)
    else:
        yield from (work(batch, job) for batch in chain(first, batches))


def _shared_out(
    batches: Iterable[People], as_at: date | None, pool: "ProcessPoolExecutor", most: int
) -> Iterator[Worked]:
    from concurrent.futures import Future
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[Future[Worked | str]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_work, batch, as_at))
            if len(waiting) >= most:
                yield _worked(waiting.popleft().result())
        while waiting:
            yield _worked(waiting.popleft().result())
    except BrokenProcessPool:
        raise WorkerError(_STOPPED) from None


def _worked(result: Worked | str) -> Worked:
    if isinstance(result, str):
        raise WorkerError(f"Something went wrong inside sbp ({result}). Please report it.")
    return result


_job: list[Job] = []
"""What this process was started with."""


def _start(job: Job) -> None:
    """Make a process ready: it leaves with its parent, however that ends, and only the parent hears Ctrl-C."""
    gc.set_threshold(20_000)  # as for the command line
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _job[:] = [job]
    compile_rules(job.rules)
    tokeniser()


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _ready() -> None:
    """Nothing: a pool starts its processes when it is given something to do."""


def _work(batch: People, as_at: date | None) -> Worked | str:
    """Work on a batch; of an exception only its place goes back, since its message may hold words of a record."""
    try:
        return work(batch, evolve(_job[0], as_at=as_at))
    except Exception as problem:
        return place_in_code(problem)
