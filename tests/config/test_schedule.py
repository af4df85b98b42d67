"""The worker's timetable is whole: every task can be imported, named and run."""

from procrastinate import App
from procrastinate.testing import InMemoryConnector

from cctns.config import schedule


def test_the_worker_knows_every_task_of_its_timetable() -> None:
    app = App(connector=InMemoryConnector())
    schedule.register(app)
    known = {name for name in app.tasks if name.startswith("cctns.")}
    assert known == {
        "cctns.ask_saved_searches",
        "cctns.count_words",
        "cctns.followers",
        "cctns.flatten_tree",
        "cctns.resolve_identity",
        "cctns.screen_lists",
        "cctns.sign_checkpoints",
        "cctns.trace_missing",
        "cctns.verify_journals",
    }


def test_each_task_of_the_timetable_runs(db: None) -> None:
    schedule.followers(0)
    schedule.flatten_tree(0)
    schedule.sign_checkpoints(0)
    schedule.verify_journals(0)
    schedule.count_words(0)
