"""What the clock asks of a node: the day's tree, checkpoints, the nightly check of journals."""

from __future__ import annotations

from importlib.util import find_spec

import structlog
from procrastinate import App

from cctns.cases import tracing
from cctns.journal import checkpoints, follow, verify
from cctns.offices import access, tree
from cctns.offices.models import Office
from cctns.search import screening, vocabulary
from cctns.web.officer.find import subscriptions

from . import hands

log = structlog.get_logger(__name__)
_LONG_LIST = 2_000  # lines that are worth another process: some ten seconds' work


def register(app: App) -> None:
    """Hang every periodic task on the worker; times are UTC."""
    for cron, task in _SCHEDULE:
        app.periodic(cron=cron)(
            app.task(name=f"cctns.{task.__name__}", queueing_lock=task.__name__)(task)
        )


def followers(timestamp: int) -> None:
    """A net under the followers that run at commit: nothing stays behind for more than a minute."""
    follow.run_all()


def screen_lists(timestamp: int) -> None:
    """Lists of names that officers brought are held against the index."""
    with hands.beside("cctns.config.screening", when=screening.waiting() > _LONG_LIST):
        looked = screening.run_waiting()
    if looked:
        log.info("screening.looked", lines=looked)


def ask_saved_searches(timestamp: int) -> None:
    """What is new in the searches that officers keep stands beside the way to them."""
    subscriptions.look_for_news()


def flatten_tree(timestamp: int) -> None:
    """Postings and supervision are dated: a new day in India may bring a new tree."""
    tree.flatten(access.today())


def sign_checkpoints(timestamp: int) -> None:
    for office in Office.objects.filter(closed_on=None):
        checkpoints.checkpoint(office)


def verify_journals(timestamp: int) -> None:
    """Nightly; a fault goes to the log as an error, without the contents of the record."""
    for office in Office.objects.all():
        for fault in verify.verify(office):
            log.error("journal.fault", office=office.code, fault=str(fault))


def trace_missing(timestamp: int) -> None:
    """What changed among the missing and the found is compared with the other side."""
    log.info("tracing.compared", pairs=tracing.run())


def count_words(timestamp: int) -> None:
    """How common each word of a name is: what rare and common names weigh in a search."""
    log.info("search.counted", words=vocabulary.recount())


def resolve_identity(timestamp: int) -> None:
    """Mentions that may be one person, for the morning's review; where Splink is installed."""
    if find_spec("splink") is None:
        log.info("identity.skipped", why="splink is not installed")
        return
    from cctns.identity.resolve import candidates

    log.info("identity.compared", candidates=candidates.run())


_SCHEDULE = (
    ("* * * * *", followers),
    ("* * * * *", screen_lists),
    ("* * * * *", ask_saved_searches),
    ("31 18 * * *", flatten_tree),  # 00:01 in India
    ("5 * * * *", sign_checkpoints),
    ("30 20 * * *", verify_journals),  # 02:00 in India
    ("30 21 * * *", trace_missing),  # 03:00 in India
    ("50 21 * * *", count_words),  # 03:20 in India
    ("0 22 * * *", resolve_identity),  # 03:30 in India
)
