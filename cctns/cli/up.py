"""`cctns up`: database, web process and worker under one roof; Ctrl-C or SIGTERM ends them all."""

from __future__ import annotations

import argparse

from cctns.config import bootstrap, serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--workers", type=int, default=2, help="web processes (default 2)")


def run(arguments: argparse.Namespace) -> int:
    with bootstrap.database_server() as (environment, server), serve.only_one(environment):
        serve.prepare()
        return serve.run(environment, server, workers=arguments.workers)
