"""The recipe of the reader of claims: from the weights of multilingual-e5-small and our own articles to the reader.

    python -m tools.models.claim_reader --gold GOLD --encoder ENCODER --rows ROWS --scratch SCRATCH --out OUT

trains it on the articles in `papers/written_claims`, then on the gold claims without the eighth set, and packs it. The
articles in the subfolders `late` and `later` were written while the others trained it: `late` is first read in the last
round, and `later` in four further rounds, each with a third of the first articles. All takes about 160 CPU minutes.
GOLD is `tests/gold`, ENCODER `resources/models/encoder`, ROWS the file `vocabulary.json` in the scratch folder of the
encoder's recipe, and OUT `resources/models/claims/reader.npz`. SCRATCH gets three more readers, each without a part of
the gold claims: the heads over the reader learn from what these say about the part that they have not seen. A stopped
training resumes. The recipe needs the dependency group `recipes` and PyTorch, which the program never imports.
"""
