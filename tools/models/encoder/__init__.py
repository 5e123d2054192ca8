"""The recipe of the encoder: from the weights of multilingual-e5-small to the model that ships.

python -m tools.models.encoder FOLDER-OF-CORPORA SCRATCH OUT

makes everything in order: corpora as sentences, the pruned vocabulary, a model for choosing (without the last tenth of
the training texts), the final model, the packed folder. Each step keeps its result in SCRATCH and is not repeated;
training resumes where it stopped. `--step pack` alone packs what is there, with `--packed choice` also an unfinished
model. Weights and scores are chosen with the shipped models unless `--base` names one that has not learnt the texts to
choose by; `--weight` sets a weight instead. The recipe needs the dependency group `recipes` and PyTorch, which the
program never imports.
"""
