"""Trains a German model that never saw SmartData, for the benchmark that learns SmartData article by article.

`python -m tools.models.german_unseen --data DIR --out FOLDER`. It is never shipped.
"""

import argparse
from pathlib import Path

from annotator.suggest.crf.lexicon import Lexicon
from annotator.system.resources import resource_path
from tools.models.german import read, trained, write
from tools.models.german_corpora import is_smartdata


def make(folder: Path, out: Path) -> None:
    """Build the model from the GermEval corpus in a folder, with the lexicon of the shipped model."""
    lexicon = Lexicon.from_disk(resource_path("models", "de_news", "spanwright_crf"))
    articles = [article for article in read(folder).training if not is_smartdata(article)]
    write(trained(articles, lexicon), out)


def main() -> None:
    """Build the model from the arguments of the command."""
    parser = argparse.ArgumentParser(description="Makes a German model that never saw SmartData.")
    parser.add_argument("--data", type=Path, required=True, help="folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="folder to write the model to")
    options = parser.parse_args()
    make(options.data, options.out)


if __name__ == "__main__":
    main()
