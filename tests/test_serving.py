"""The served site as its readers meet it: real processes at one address, of which some die."""

import collections.abc as c
import contextlib
import os
import pathlib
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest

import operations
import serving

SAMPLES = pathlib.Path(__file__).parent / "samples"
PATIENCE = 60  # seconds, on a machine that does much else
# A word that stands only in the sample that is imported while the site is served.
NEW_WORD, NEW_SAMPLE = "bibliotekarierna", "paragrafer.txt"


def command(data: pathlib.Path, *arguments: str | pathlib.Path) -> list[str]:
    return [sys.executable, "-m", "protokollarkiv", "--data", str(data), *map(str, arguments)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def until(done: c.Callable[[], object]) -> None:
    """Wait for what other processes are about."""
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_there(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be noticed does not."""
    stat = pathlib.Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


class Served:
    """A site being served by some processes."""

    def __init__(self, process: subprocess.Popen[str], data: pathlib.Path, port: int) -> None:
        self.process, self.port = process, port
        self._log = data / operations.LOG_FILE
        self._before = len(self._log.read_text("utf-8"))

    def pids(self) -> list[int]:
        """The processes that have come so far as to answer, in that order."""
        told = self._log.read_text("utf-8")[self._before :]
        return [int(pid) for pid in re.findall(r"process (\d+) serves", told)]

    def find(self, words: str) -> bool:
        """Whether the site finds the words."""
        query = urllib.parse.urlencode({"q": words})
        address = f"http://127.0.0.1:{self.port}/sok?{query}"
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            return "<mark>" in answer.read().decode()

    @contextlib.contextmanager
    def only(self, pid: int) -> c.Iterator[None]:
        """Every other process stands still: what is answered is answered by this one."""
        others = [other for other in self.pids() if other != pid and is_there(other)]
        for other in others:
            os.kill(other, signal.SIGSTOP)
        try:
            yield
        finally:
            for other in others:
                os.kill(other, signal.SIGCONT)


@contextlib.contextmanager
def served(data: pathlib.Path, processes: int) -> c.Iterator[Served]:
    port = free_port()
    line = command(data, "serve", "--port", str(port), "--processer", str(processes))
    with subprocess.Popen(
        line,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONWARNINGS": "ignore"},
        text=True,
        start_new_session=True,
    ) as process:
        site = Served(process, data, port)
        try:
            assert process.stdout is not None
            assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
            until(lambda: len(site.pids()) == processes)
            yield site
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """An archive with all samples but one."""
    home = tmp_path_factory.mktemp("serverat")
    samples = [path for path in SAMPLES.glob("*.txt") if path.name != NEW_SAMPLE]
    subprocess.run(command(home, "import", *samples), check=True, capture_output=True, timeout=120)
    return home


@pytest.fixture(scope="module")
def site(data: pathlib.Path) -> c.Iterator[Served]:
    with served(data, processes=2) as site:
        yield site


def test_every_process_answers_at_the_one_address(site: Served) -> None:
    first, second = site.pids()
    for pid in (first, second):
        with site.only(pid):
            assert site.find("lokaler")


def test_a_new_protocol_is_found_by_every_process_as_soon_as_it_is_imported(
    site: Served, data: pathlib.Path
) -> None:
    for pid in site.pids():
        with site.only(pid):
            assert not site.find(NEW_WORD)
    new = command(data, "import", SAMPLES / NEW_SAMPLE)
    subprocess.run(new, check=True, capture_output=True, timeout=120)
    for pid in site.pids():
        with site.only(pid):
            assert site.find(NEW_WORD)


def test_a_process_that_dies_is_replaced_and_the_site_answers_meanwhile(site: Served) -> None:
    before = site.pids()
    os.kill(before[0], signal.SIGKILL)
    until(lambda: not is_there(before[0]))
    until(lambda: site.find("lokaler") and len(site.pids()) > len(before))
    with site.only(site.pids()[-1]):
        assert site.find("lokaler")


def test_an_address_that_is_taken_starts_no_process(site: Served, data: pathlib.Path) -> None:
    taken = command(data, "serve", "--port", str(site.port), "--processer", "2")
    done = subprocess.run(taken, capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert done.stderr == (
        f"Adressen 127.0.0.1:{site.port} är upptagen eller går inte att använda.\n"
    )
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("processes", "heard"), [(1, signal.SIGTERM), (2, signal.SIGTERM), (2, signal.SIGINT)]
)
def test_the_site_ends_quietly_with_all_its_processes(
    data: pathlib.Path, processes: int, heard: signal.Signals
) -> None:
    with served(data, processes) as site:
        assert site.find("lokaler")
        os.killpg(site.process.pid, heard)  # as a terminal does, to all
        rest, told = site.process.communicate(timeout=PATIENCE)
        assert (site.process.returncode, rest, told) == (0, "", "")
        assert not any(is_there(pid) for pid in site.pids())


def test_no_process_outlives_the_one_that_started_it(data: pathlib.Path) -> None:
    with served(data, processes=2) as site:
        site.process.kill()
        until(lambda: not any(is_there(pid) for pid in site.pids()))
    with pytest.raises(urllib.error.URLError):
        site.find("lokaler")


def test_what_dies_again_and_again_is_started_less_and_less_often() -> None:
    place, now, pauses = serving.Place(sys.exit, 1), 0.0, []
    for _ in range(3):
        place.tend(now)
        assert place.process is not None
        place.process.join(PATIENCE)
        place.tend(now + 1)
        pauses.append(place.due - (now + 1))
        now = place.due
    assert pauses == [0, 1, 2]


def test_what_dies_after_a_long_life_is_started_at_once() -> None:
    place = serving.Place(sys.exit, 1)
    for now in (0.0, 100.0, 200.0):
        place.tend(now)
        assert place.process is not None
        assert place.due <= now
        place.process.join(PATIENCE)
    place.process.close()


def test_a_name_with_several_addresses_is_listened_to_at_each() -> None:
    port = free_port()
    with contextlib.ExitStack() as stack:
        sockets = [stack.enter_context(it) for it in serving.listen("localhost", port)]
        assert {it.getsockname()[:2] for it in sockets} <= {("127.0.0.1", port), ("::1", port)}
        for it in sockets:
            socket.create_connection(it.getsockname()[:2], timeout=PATIENCE).close()


@pytest.mark.parametrize("host", ["999.1.1.1", "a..b", "", "x" * 300])
def test_what_is_no_address_is_an_error_of_one_sort(host: str) -> None:
    with pytest.raises((OSError, ValueError)), contextlib.ExitStack() as stack:
        for it in serving.listen(host, free_port()):
            stack.enter_context(it)
