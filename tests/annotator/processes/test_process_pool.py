"""Real processes that do jobs in parallel, and what happens if a process dies or hangs."""

import multiprocessing

from annotator.processes.process_pool import LostJob, run_parallel
from annotator.processes.worker import Done, Failed, JobCall, JobCrashed
from tests.annotator.trips_of_crew import double, whose


def answers(numbers, function=double, *, processes=2, patience=30.0, renewed_after=100):
    jobs = iter([JobCall(number, function, (number,)) for number in numbers])
    found = list(run_parallel(jobs, processes, patience=patience, renewed_after=renewed_after))
    assert multiprocessing.active_children() == []
    return {answer.number: answer for answer in found}


def test_every_job_has_an_answer():
    found = answers([number for number in range(10, 20) if number != 14])
    assert found[13] == LostJob(13, hung=False)
    assert isinstance(found[15], JobCrashed)
    assert isinstance(found[16], Failed)
    done = {number: answer.result for number, answer in found.items() if isinstance(answer, Done)}
    assert done == {number: 2 * number for number in (10, 11, 12, 17, 18, 19)}


def test_silent_process_is_killed():
    assert answers([1, 14, 2], patience=2.0)[14] == LostJob(14, hung=True)


def test_process_is_replaced_after_some_jobs():
    pids = {answer.result for answer in answers(range(5), whose, processes=1, renewed_after=2).values()}
    assert len(pids) == 3


def test_no_jobs_start_no_process():
    assert answers([]) == {}


def test_closing_the_pool_ends_all_processes():
    found = run_parallel(iter([JobCall(1, double, (1,)), JobCall(14, double, (14,))]), 2, patience=30, renewed_after=9)
    assert next(found) == Done(1, 2)
    found.close()
    assert multiprocessing.active_children() == []
