"""A throwaway PostgreSQL for tests, from the system's own binaries: on the loopback, and it syncs nothing."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.disks import mounted

_UNPRIVILEGED = "nobody"
"""Whose server it is where the tests run as root, whom initdb refuses."""
_SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "fsync": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "32MB",
    "timezone": "UTC",
}
_ROOM = 2 << 30
"""Bytes that a place in memory needs: a hundred databases take one gigabyte."""
_numbers = itertools.count(1)


def binaries() -> Path | None:
    """Return the folder of initdb and postgres; None where they are not installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda one: float(one.parts[-2]), reverse=True)
    on_path = [Path(one).resolve().parent for one in [shutil.which("initdb")] if one]
    found = [*debian, *on_path]
    return next((one for one in found if all((one / name).exists() for name in ("initdb", "postgres", "psql"))), None)


class Postgres:
    """A server."""

    def __init__(self, folder: Path, bin_folder: Path) -> None:
        """Take its folder, which is still to be filled."""
        self.folder = folder
        self.bin = bin_folder
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        # Beside the folder, whose disk may be full.
        self._told = folder.with_name(f"{folder.name}.log")
        self._log = self._told.open("ab")
        root = sys.platform != "win32" and os.geteuid() == 0
        self._as: dict[str, Any] = {"user": _UNPRIVILEGED, "group": "nogroup", "extra_groups": []} if root else {}
        if root:
            shutil.chown(folder, _UNPRIVILEGED)

    def make(self, *more: str) -> None:
        """Fill its folder with an empty server."""
        words = ["-D", str(self.data), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync"]
        self._run("initdb", *words, *more)
        # One login has to give a password.
        rules = "host all locked 127.0.0.1/32 scram-sha-256\n"
        hba = self.data / "pg_hba.conf"
        hba.write_text(rules + hba.read_text())

    def follow(self, first: Postgres) -> None:
        """Fill its folder with a standby of another, which takes over all that is stored there."""
        self._run(
            *("pg_basebackup", "-h", "127.0.0.1", "-p", str(first.port), "-U", "postgres", "-D", str(self.data)),
            *("--checkpoint=fast", "--wal-method=stream", "--write-recovery-conf", "--no-sync"),
        )

    def promote(self) -> None:
        """Let a standby be a server like any other from now on."""
        self._run("pg_ctl", "-D", str(self.data), "-w", "promote")

    def fill(self) -> None:
        """Leave no room on its disk."""
        subprocess.run(
            ["dd", "if=/dev/zero", f"of={self.folder / 'filler'}", "bs=4k"],
            check=False,
            capture_output=True,
            timeout=60,
        )

    def make_room(self) -> None:
        """Leave room again."""
        subprocess.run(["rm", str(self.folder / "filler")], check=True, timeout=60)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    def _run(self, *words: str) -> None:
        command = [str(self.bin / words[0]), *words[1:]]
        subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=60, **self._as)

    def start(self, *more: str) -> None:
        """Start it, and wait until it answers."""
        chosen = (*(f"{name}={value}" for name, value in _SETTINGS.items()), *more)
        settings = [word for one in chosen for word in ("-c", one)]
        settings += ["-c", f"unix_socket_directories={self.folder}", "-p", str(self.port)]
        command = [str(self.bin / "postgres"), "-D", str(self.data), *settings]
        self._process = subprocess.Popen(command, stdout=self._log, stderr=self._log, cwd="/", **self._as)
        for _ in range(600):
            try:
                self.connect("postgres").close()
            except psycopg.OperationalError:
                assert self._process.poll() is None, self._told.read_text()
                # It says by no event when it is ready.
                time.sleep(0.02)
            else:
                return
        raise AssertionError("PostgreSQL does not start")

    def stop(self) -> None:
        """Kill it, as a power cut would."""
        if self._process is not None:
            subprocess.run(
                [str(self.bin / "pg_ctl"), "-D", str(self.data), "-m", "immediate", "-w", "stop"],
                check=False,
                capture_output=True,
                cwd="/",
                timeout=60,
                **self._as,
            )
            self._process.wait(30)
            self._process = None

    def close(self) -> None:
        self._log.close()
        self._told.unlink()

    def connect(self, database: str, user: str = "postgres") -> psycopg.Connection[Any]:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=user, dbname=database, autocommit=True, connect_timeout=10
        )

    def new_database(self) -> str:
        """Make an empty database and return its name."""
        name = f"book{next(_numbers)}"
        with self.connect("postgres") as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return name

    def drop(self, database: str) -> None:
        with self.connect("postgres") as connection:
            connection.execute(f"DROP DATABASE {database} WITH (FORCE)".encode())

    def dump(self, database: str, *more: str) -> str:
        """Return a copy of a book, as the page on it says."""
        words = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "--schema", "minutebook", *more, database]
        done = subprocess.run(
            [str(self.bin / "pg_dump"), *words],
            text=True,
            encoding="utf-8",
            capture_output=True,
            check=True,
            timeout=60,
        )
        return done.stdout

    def restore(self, database: str, copy: str, *more: str) -> None:
        """Put a copy of a book in the place of the one there is."""
        with self.connect(database) as connection:
            connection.execute("DROP SCHEMA IF EXISTS minutebook CASCADE")
        words = [
            str(self.bin / "psql"),
            "-X",
            "-q",
            "-h",
            "127.0.0.1",
            "-p",
            str(self.port),
            "-U",
            "postgres",
            database,
        ]
        subprocess.run(
            [*words, *more, "-v", "ON_ERROR_STOP=1"],
            input=copy,
            text=True,
            encoding="utf-8",
            capture_output=True,
            check=True,
            timeout=60,
        )

    def address(self, database: str, user: str = "postgres", password: str = "", port: int | None = None) -> str:
        secret = f":{password}" if password else ""
        return f"postgresql://{user}{secret}@127.0.0.1:{port or self.port}/{database}"

    def psql(self, database: str, user: str, command: str) -> subprocess.CompletedProcess[str]:
        """Run psql as a user who tries something."""
        words = [str(self.bin / "psql"), "-X", "-A", "-t", "-h", "127.0.0.1", "-p", str(self.port), "-U", user]
        return subprocess.run(
            [*words, "-v", "ON_ERROR_STOP=1", "-c", command, database],
            text=True,
            encoding="utf-8",
            capture_output=True,
            check=False,
            timeout=60,
        )


@contextmanager
def running() -> Iterator[Postgres]:
    """Run a server for as long as it is needed; skip where PostgreSQL is not installed."""
    with _new() as server:
        server.make()
        server.start()
        yield server


@contextmanager
def standby_of(first: Postgres) -> Iterator[Postgres]:
    """Run a server that has what another has, and takes no writes."""
    with _new() as server:
        server.follow(first)
        server.start()
        yield server


@contextmanager
def on_a_small_disk() -> Iterator[Postgres]:
    """Run a server whose disk can be filled; its write-ahead log is elsewhere, or it would end instead."""
    with _new() as server, mounted(server.folder, "size=96m") as there:
        if not there:
            pytest.skip("only root may mount a small disk")
        shutil.chown(server.folder, _UNPRIVILEGED)
        log = server.folder.with_name(f"{server.folder.name}.wal")
        server.make("--wal-segsize=1", f"--waldir={log}")
        try:
            server.start("max_wal_size=4MB", "min_wal_size=2MB")
            yield server
        finally:
            server.stop()
            shutil.rmtree(log, ignore_errors=True)


@contextmanager
def _new() -> Iterator[Postgres]:
    found = binaries()
    if found is None:
        if "CI" in os.environ:
            pytest.fail("PostgreSQL has to be installed where everything is tested")
        pytest.skip("PostgreSQL is not installed here (initdb is neither on the PATH nor in /usr/lib/postgresql)")
    folder = Path(tempfile.mkdtemp(prefix="minutebook-pg-", dir=_place()))
    server = Postgres(folder, found)
    try:
        yield server
    finally:
        server.stop()
        server.close()
        shutil.rmtree(folder, ignore_errors=True)


def _place() -> str | None:
    """Return where the server's folder is to be; None for the usual place.

    Each database has three hundred files, which a disk that others keep busy takes half a minute to remove.
    """
    memory = Path("/dev/shm")
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM:
        return str(memory)
    # The folders of the tests are their user's alone, and the server may be another's.
    return "/tmp" if sys.platform != "win32" and os.geteuid() == 0 else None


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
