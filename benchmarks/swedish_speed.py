"""How fast Swedish words are analysed, and what the dictionary weighs.

usage: python -m benchmarks.swedish_speed [--words N]

Words are drawn from the dictionary, every other one joined to another, each asked for once: what an
archive's vocabulary costs when its index is opened. Running text is faster, since it repeats.
"""

import argparse
import itertools
import pathlib
import random
import tempfile
import time

from index.swedish import cut, load_language, tokens
from index.swedish.hunspell import packaged_paths
from index.swedish.tokens import fold

SEED = 2030


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    ask.add_argument("--words", type=int, default=30_000)
    count = ask.parse_args().words
    load_language()  # so that it is kept
    before = _resident()
    start = time.perf_counter()
    language = load_language()
    print(f"opened                           {(time.perf_counter() - start) * 1e3:8.1f} ms")
    words = _words(count)
    for seen in ("never seen", "seen"):
        start = time.perf_counter()
        for word in words:
            language.analyse(word)
        rate = len(words) / (time.perf_counter() - start)
        print(f"{f'words {seen}':32} {rate:8.0f} words/s")
    print(f"memory for {len(words)} words remembered  {_resident() - before:6.0f} MB")
    text = _text(words)
    for name, cutter in (("cut", cut), ("tokens", lambda text: list(tokens(text)))):
        start = time.perf_counter()
        cutter(text)
        rate = len(text) / (time.perf_counter() - start) / 1e6
        print(f"{name:32} {rate:8.2f} M characters/s")
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        load_language(cache=pathlib.Path(folder))
        print(f"dictionary unfolded and written  {time.perf_counter() - start:8.2f} s")
        size = sum(path.stat().st_size for path in pathlib.Path(folder).iterdir())
        print(f"kept files                       {size / 1e6:8.1f} MB")


def _words(count: int) -> list[str]:
    chance = random.Random(SEED)
    lines = packaged_paths()[1].read_text("utf-8").splitlines()[1:]
    bare = [fold(line.split("/")[0].split("\t")[0]) for line in lines]
    bare = chance.sample([word for word in bare if word.isalpha()], count)
    joined = [f"{one}s{other}" for one, other in itertools.pairwise(bare[: count // 2 + 1])]
    return list(dict.fromkeys([*bare[: count // 2], *joined]))[:count]


def _text(words: list[str]) -> str:
    """Running text, in which few words are most of it."""
    chance = random.Random(SEED)
    common = [chance.choice(words[: int(chance.paretovariate(0.6)) + 1]) for _ in range(400_000)]
    return " ".join(word if n % 9 else f"{word}," for n, word in enumerate(common))


def _resident() -> float:
    """Megabytes, with what is mapped of the dictionary."""
    status = pathlib.Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1e3


if __name__ == "__main__":
    main()
