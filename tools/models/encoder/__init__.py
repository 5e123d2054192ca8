"""The recipe of the encoder: from the weights of multilingual-e5-small to the model that ships.

    python -m tools.models.encoder FOLDER-OF-CORPORA SCRATCH OUT

makes everything in order: corpora as sentences, the pruned vocabulary, a model trained on the corpora, the same model
trained further on articles and posts of our own, the packed folder. A tenth of the German texts, a fold of the English
ones and 24 articles of our own are never learnt. Each step keeps its result in SCRATCH and is not repeated; training
resumes where it stopped. `--step pack` alone packs what is there, with `--packed choice` the model that has not learnt
our own texts.

In each language the encoder is combined with another model. The weight of this other model, and what scores mean, are
chosen on the texts that neither model has learnt; the step `bases` trains the other models again without them. On one
core of 2026: choice 55 CPU minutes, further 75, bases 25. The recipe needs the dependency group `recipes` and PyTorch,
which the program never imports.
"""
