"""Batches worked on by several processes, their results in the order of the batches."""

import gc
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from typing import Final

from sbp.batches import Job, People, Worked, work
from sbp.errors import WorkerError, place_in_code

AHEAD: Final = 2
"""How many batches wait, besides those being worked on: few, so that memory does not grow with the export."""

_STOPPED: Final = (
    "A worker process was stopped from outside, most often because the memory of this machine was full. "
    "Close other programs, or try --jobs 1."
)


def cores() -> int:
    """How many processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def worked(batches: Iterable[People], job: Job, jobs: int) -> Iterator[Worked]:
    """What each batch gives, in order. Up to `jobs` processes work ahead; a single batch is not worth starting one.

    Raises `WorkerError` when a process ends before its work is done.
    """
    batches = iter(batches)
    first = list(islice(batches, 2)) if jobs > 1 else []
    if len(first) < 2:
        yield from (work(batch, job) for batch in chain(first, batches))
    else:
        yield from _shared_out(chain(first, batches), job, jobs)


def _shared_out(batches: Iterable[People], job: Job, jobs: int) -> Iterator[Worked]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(job,))
    waiting: deque[Future[Worked | str]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_work, batch))
            if len(waiting) >= jobs + AHEAD:
                yield _worked(waiting.popleft().result())
        while waiting:
            yield _worked(waiting.popleft().result())
    except BrokenProcessPool:
        raise WorkerError(_STOPPED) from None
    finally:
        pool.shutdown(cancel_futures=True)


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


def _leave_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _work(batch: People) -> Worked | str:
    """Work on a batch; of an exception only its place goes back, since its message may hold words of a record."""
    try:
        return work(batch, _job[0])
    except Exception as problem:
        return place_in_code(problem)
