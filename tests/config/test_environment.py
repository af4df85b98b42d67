"""A wrong set-up is said in one sentence that names the way out."""

from __future__ import annotations

import json
import shutil
import socket
import stat
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest

from cctns.config import bootstrap, embedded, env, keys, locks, postgres, serve


def environment(home: Path, **changes: object) -> env.Environment:
    told = {"home": home, "port": 8000, "database_url": "", "role": "app"}
    return env.Environment(**{**told, "demo": False, "debug": False, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize("port", ["0", "65535", "80a", "-1", "८०"])
def test_a_wrong_port_is_refused(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("CCTNS_PORT", port)
    with pytest.raises(env.Misconfigured, match="CCTNS_PORT"):
        env.read()


def test_an_unknown_database_role_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCTNS_DB_ROLE", "root")
    with pytest.raises(env.Misconfigured, match="one of owner"):
        env.read()


@pytest.mark.parametrize(
    "url",
    [
        "mysql://u:p@host/db",
        "postgresql://u:p@host",
        "postgresql:///db",
        "postgresql://u:p@host:port/db",
        "not a url",
    ],
)
def test_a_wrong_database_url_is_refused_with_an_example(tmp_path: Path, url: str) -> None:
    with pytest.raises(env.Misconfigured, match="CCTNS_DATABASE_URL"):
        postgres.connection(environment(tmp_path, database_url=url), {"database.app": "x"})


def test_a_process_takes_its_own_role_and_never_the_administrators(tmp_path: Path) -> None:
    url = "postgresql://boss:s%40crt@db.example:6000/cctns"
    secrets = {"database.worker": "w"}
    where = postgres.connection(environment(tmp_path, database_url=url, role="worker"), secrets)
    assert where["USER"] == "cctns_worker"
    assert where["PASSWORD"] == "w"
    admin = postgres.connection(environment(tmp_path, database_url=url, role=env.ADMIN), {})
    assert (admin["USER"], admin["PASSWORD"], admin["PORT"]) == ("boss", "s@crt", "6000")


def test_a_database_that_cannot_be_reached_says_why(tmp_path: Path) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"postgresql://u:p@127.0.0.1:{closed.getsockname()[1]}/db"
        where = postgres.connection(environment(tmp_path, database_url=url, role=env.ADMIN), {})
        with pytest.raises(env.Misconfigured, match=r"cannot be reached: .*refused"):
            bootstrap.connect(where, "db")


def test_a_full_disk_is_said_before_anything_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CCTNS_HOME", str(tmp_path / "home"))
    full = SimpleNamespace(free=5 * 2**20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: full)
    with pytest.raises(env.Misconfigured, match="5 MiB left; make room"):
        bootstrap.prepare_home()


def test_a_file_where_the_data_folder_should_be_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("in the way")
    monkeypatch.setenv("CCTNS_HOME", str(tmp_path / "home"))
    with pytest.raises(env.Misconfigured, match="cannot be used"):
        bootstrap.prepare_home()


def test_a_busy_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        taken = environment(tmp_path, port=busy.getsockname()[1])
        with (
            pytest.raises(env.Misconfigured, match="taken by another program"),
            serve.only_one(taken),
        ):
            pass


def test_a_second_node_on_one_data_folder_is_refused(tmp_path: Path) -> None:
    lock = locks.hold(tmp_path / "up.lock")
    assert lock is not None
    with (
        pytest.raises(env.Misconfigured, match="running already"),
        serve.only_one(environment(tmp_path)),
    ):
        pass
    lock.release()
    again = locks.hold(tmp_path / "up.lock")
    assert again is not None
    again.release()


def test_a_database_of_another_version_is_never_written_over(tmp_path: Path) -> None:
    old = tmp_path / "database" / "17"
    old.mkdir(parents=True)
    keys.ensure(tmp_path)
    secrets = keys.read_secrets(tmp_path)
    with (
        pytest.raises(env.Misconfigured, match="is of PostgreSQL 17"),
        embedded.running(tmp_path, secrets),
    ):
        pass
    assert list((tmp_path / "database").iterdir()) == [old]


def test_a_database_that_was_killed_is_waited_for_until_it_has_gone(tmp_path: Path) -> None:
    home = Path(tempfile.mkdtemp(prefix="cctns-leaving-"))
    keys.ensure(home)
    secrets = keys.read_secrets(home)
    with embedded.running(home, secrets) as first:
        assert first.lock
        first.lock.release()  # as if the process that ran it had been killed
        first.lock = None
        threading.Timer(2, first.stop).start()
        threading.Thread(target=_last_words, args=(home,)).start()
        begun = time.monotonic()
        with embedded.running(home, secrets) as second:
            assert second.process
            assert second.process.poll() is None
            assert time.monotonic() - begun > 1
    shutil.rmtree(home)


def _last_words(home: Path) -> None:
    """What processes of the killed server write, after ours said why it does not start."""
    for _ in range(40):
        with (home / "database.log").open("a") as log:
            log.write("FATAL:  terminating connection due to unexpected postmaster exit\n")
        time.sleep(0.05)


def test_commands_that_start_at_once_do_not_stand_in_each_others_way() -> None:
    """`cctns import` beside a node that starts: two changes of a role at once are refused."""
    environment = env.read()
    secrets = keys.read_secrets(environment.home)

    def start() -> None:
        for _ in range(10):
            bootstrap.ensure_roles(environment, secrets)

    with ThreadPoolExecutor(4) as together:
        for one in [together.submit(start) for _ in range(4)]:
            one.result()


def test_keys_are_made_once_and_only_their_owner_reads_them(tmp_path: Path) -> None:
    keys.ensure(tmp_path)
    before = {one.name: one.read_bytes() for one in (tmp_path / "keys").iterdir()}
    keys.ensure(tmp_path)
    assert before == {one.name: one.read_bytes() for one in (tmp_path / "keys").iterdir()}
    modes = {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "keys").iterdir()}
    assert modes == {0o600}
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700


def test_identity_keys_keep_their_numbers(tmp_path: Path) -> None:
    keys.ensure(tmp_path)
    secrets = json.loads((tmp_path / "keys" / keys.SECRETS).read_text())
    secrets["identity.2"] = "ab" * 32
    found = keys.identity_keys(secrets)
    assert sorted(found) == [1, 2]
    assert all(len(key) == 32 for key in found.values())


def test_a_long_data_folder_gets_a_short_socket() -> None:
    short, long = Path("/var/lib/cctns"), Path("/srv") / ("deep" * 30)
    assert postgres.socket_folder(short) == short / "run"
    assert len(str(postgres.socket_folder(long))) < 60
    assert postgres.socket_folder(long) != postgres.socket_folder(long / "er")


def test_a_practice_node_keeps_its_own_database_and_is_a_demo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCTNS_HOME", str(tmp_path))
    monkeypatch.setenv("CCTNS_DATABASE_URL", "postgresql://a:b@127.0.0.1:1/real")
    assert env.read().database_url
    assert not env.read().practice
    (tmp_path / env.PRACTICE_MARK).touch()
    told = env.read()
    assert (told.practice, told.demo, told.database_url) == (True, True, "")
