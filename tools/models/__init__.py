"""Recipes for the models in `resources/models`. The program never imports them.

The German model is rebuilt, in about forty minutes on one core, by

    python -m tools.models.german --data DIR --out resources/models/de_news

with the dependency group `recipes` of pyproject.toml installed. `--rescore` instead of `--out` trains nothing: it
scores the model in that folder and rewrites its papers. DIR contains two public corpora:

* `germeval14/train.iob2.gz`, columns word, outer label, inner label; `germeval14/dev.tsv.gz`, columns number, word,
  outer label, inner label (GermEval 2014, CC BY 4.0);
* `smartdata_de/v1_train.json.gz` (DFKI SmartData corpus, version 1, CC BY 4.0).

Kept out of every training: all of GermEval dev, the fifth of SmartData whose identifiers `german_corpora.is_frozen`
selects, and near repetitions of either. Make decisions about the recipe with `--fold N` instead of `--out`: it scores
on a fifth of the training texts. The frozen texts are for the report only.

The English corrector of the pipeline of spaCy's makers is rebuilt by

    python -m tools.models.english --data DIR --out resources/models/en_news

from `btc_en/*.conll.gz` (Broad Twitter Corpus, CC BY 4.0) and `uner_en_ewt/dev.iob2.gz` (UNER English-EWT, CC BY-SA
4.0), and scored on `wnut17_en/emerging.dev.conll.gz` (WNUT 2017, CC BY 4.0), which no training sees.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported: more threads add in another order
