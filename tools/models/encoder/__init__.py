"""The recipe of the encoder: from the weights of multilingual-e5-small to the model that ships.

    python -m tools.models.encoder FOLDER-OF-CORPORA SCRATCH OUT

makes everything in order: corpora as sentences, the pruned vocabulary, a model for choosing settings (trained without
the last tenth of the training texts), the final model, the packed folder. Each step keeps its result in SCRATCH and is
not repeated; training resumes where it stopped. `--step pack` alone packs what is there, with `--packed choice` the
model for choosing.

In each language the encoder is combined with another model. The weight of this other model, and what scores mean, are
chosen on the tenth (in English: the fold) that neither model has learnt; the step `bases` trains the other models again
without it. On one core of 2026: choice 55 CPU minutes, bases 25, final 65. The recipe needs the dependency group
`recipes` and PyTorch, which the program never imports.
"""
