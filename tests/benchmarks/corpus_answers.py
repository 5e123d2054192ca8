"""Questions about the invented results of many articles: a sample, the board, facets. Each has a process of its own.

``python tests/benchmarks/corpus_answers.py [--articles N] [--json FILE]``, with the extra ``scale``. CPU seconds
count, those of all threads together, and the most memory that the process ever had. The goals are for 10⁶ articles.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks._figures import Goal, finish  # noqa: E402

PART = 50_000
SUGGESTIONS = 13  # for each article; two of them are claims
GOALS = {"random": 2.0, "doubt": 2.0, "publisher": 2.0, "board": 10.0, "facets": 1.0}  # CPU seconds
MEMORY = 500.0  # MB
_ARTICLES = (
    "SELECT concat('a.parquet#', n) AS key, concat('i', n) AS id, 'a.parquet' AS shard, n AS row,"
    " concat(md5(n::VARCHAR), md5(concat('x', n))) AS sha256, concat('Nachricht ', n) AS title,"
    " CASE WHEN n % 2 = 0 THEN 'de' ELSE 'en' END AS language, concat('Zeitung ', n * n % 211) AS publisher,"
    " NULL::VARCHAR AS author, concat('https://news.example/', n) AS url,"
    " strftime(DATE '2015-01-01' + (n * 37 % 3650)::INTEGER, '%Y-%m-%d') AS published,"
    " CASE WHEN n % 3 = 0 THEN 'CC0' END AS licence, (900 + n % 2000)::INTEGER AS characters,"
    " (60 + n % 700)::INTEGER AS words, 11::INTEGER AS names, 2::INTEGER AS claims, 1::INTEGER AS worthy,"
    " hash(n) % 1000 / 100.0 AS doubt, NULL::UINTEGER[] AS bands,"
    " CASE WHEN n % 1000 = 999 THEN 'text.empty' END AS problem FROM range({first}, {last}) AS t(n)"
)
_SAID = (
    "SELECT concat('a.parquet#', n) AS key, CASE WHEN k < 2 THEN 'claims' ELSE 'entities' END AS layer,"
    " CASE WHEN k < 2 THEN 'CLAIM' ELSE ['PER', 'ORG', 'LOC', 'MISC'][1 + (n * k % 4)::INTEGER] END AS label,"
    " (k * 40)::INTEGER AS start, (k * 40 + 25)::INTEGER AS end,"
    " NULL::STRUCT(start INTEGER, \"end\" INTEGER)[] AS parts, concat('Worte ', hash(n * k) % 100000) AS quote,"
    ' CASE WHEN k < 2 THEN concat(\'{{"kind": "fact", "stance": "\', [\'affirms\', \'refutes\'][1 + (n % 2)::INTEGER],'
    " '\"}}') END AS attributes,"
    " CASE WHEN k < 2 THEN [{{'label': 'claimant', 'layer': 'entities', 'tail_label': 'PER',"
    " 'parts': [{{'start': 3::INTEGER, 'end': 9::INTEGER}}], 'quote': concat('Person ', hash(n + k) % 30000)}}] END"
    " AS relations, CASE WHEN k >= 2 THEN hash(n * 31 + k) % 1000 / 1000.0 END AS score, 'de_news' AS source,"
    " '1' AS version, NULL::VARCHAR AS rule FROM range({first}, {last}) AS t(n), range({each}) AS s(k)"
    " WHERE n % 1000 <> 999"
)


def write(out: Path, count: int) -> None:
    """Write invented results."""
    import duckdb

    from annotator.scale import recipe

    parts = {}
    for room in ("articles", "suggestions"):
        (out / room).mkdir()
    with duckdb.connect() as connection:
        for number, first in enumerate(range(0, count, PART)):
            last, name = min(first + PART, count), f"a.parquet.{number:05}"
            for room, question in (("articles", _ARTICLES), ("suggestions", _SAID)):
                rows = question.format(first=first, last=last, each=SUGGESTIONS)
                connection.execute(f"COPY ({rows}) TO '{out / room / name}.parquet' (COMPRESSION zstd)")
            parts[name] = last - first
    known = {"format": recipe.FORMAT, "corpus": "/none", "fingerprint": "", "parts": parts, "stamps": {}}
    (out / "run.json").write_text(json.dumps(known), "utf-8")


def questions(out: Path) -> Mapping[str, Callable[[], object]]:
    """Return functions by name; each opens the results and answers one question."""
    from annotator.scale.places import Folder
    from annotator.scale.results import asking, claimants, looking, sampling

    def draw(by: sampling.SampleCriterion) -> object:
        with asking.opened(str(out)) as answers:
            return sampling.draw(answers, Folder(str(out)), sampling.SampleRequest(by, 500)).drawn

    def board() -> object:
        with asking.opened(str(out)) as answers:
            return claimants.board(answers, claimants.Across.MONTH).claimants

    def facets() -> object:
        with asking.opened(str(out)) as answers:
            return [answers.facet(name) for name in looking.FACETS]

    samples = {
        str(by): lambda by=by: draw(by)
        for by in (sampling.SampleCriterion.RANDOM, sampling.SampleCriterion.DOUBT, sampling.SampleCriterion.PUBLISHER)
    }
    return {**samples, "board": board, "facets": facets}


def ask(out: Path, name: str) -> None:
    """Ask a question in this process, and print CPU seconds, seconds and MB."""
    question = questions(out)[name]
    began, cpu = time.monotonic(), time.process_time()
    assert question()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
    print(json.dumps([time.process_time() - cpu, time.monotonic() - began, most]))


def main() -> int:
    """Measure, print, return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--ask", nargs=2, metavar=("NAME", "OUT"))
    parser.add_argument("--write", metavar="OUT", type=Path)
    parser.add_argument("--json")
    options = parser.parse_args()
    if find_spec("duckdb") is None or find_spec("pyarrow") is None:
        print("The extra scale is not installed: nothing is measured.")
        return 0
    if options.ask or options.write:
        write(options.write, options.articles) if options.write else ask(Path(options.ask[1]), options.ask[0])
        return 0
    figures, goals, most = {"articles": float(options.articles)}, [], 0.0
    with tempfile.TemporaryDirectory() as room:
        line = [sys.executable, __file__, "--articles", str(options.articles)]
        subprocess.run([*line, "--write", room], check=True)  # elsewhere: a process begins with the peak of its parent
        for name, limit in GOALS.items():
            told = subprocess.run([*line, "--ask", name, room], check=True, capture_output=True, text=True)
            cpu, seconds, memory = json.loads(told.stdout)
            figures |= {f"{name}, seconds": seconds, f"{name}, MB": memory}
            goals.append(Goal(name=f"CPU seconds, {name}", value=cpu, limit=limit))
            most = max(most, memory)
    return finish(figures, [*goals, Goal(name="MB, at most", value=most, limit=MEMORY)])


if __name__ == "__main__":
    sys.exit(main())
