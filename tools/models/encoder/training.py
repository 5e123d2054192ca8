"""Trains the tagger, one thread, fixed seeds; a stopped training resumes at its last checkpoint."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
import torch
from torch import Tensor

from annotator.suggest.encoder.encoder import PADDING, UNKNOWN
from tools.models.encoder.corpus import LABELS, Chunk
from tools.models.encoder.network import Tagger

MISC = [number for number, label in enumerate(LABELS) if label.endswith("MISC")]
_WARM = 0.06  # the share of the training in which the rate rises
_LEAST_RATE = 0.01
_NEUTRAL = 0.15  # the share of chunks without a style
_MEAN_OF = 2  # trainings
_PORTIONS = 8  # of the corpora; a training reads two
_EVERY = 200  # steps between checkpoints
_TELL = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The settings of a training."""

    layers: int = 8
    rounds: int = 4
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    decay: float = 0.93  # factor on the rate for each layer further down
    pieces: int = 512  # in one step
    dropout: float = 0.1
    hidden_pieces: float = 0.05  # the share of pieces that are replaced by "unknown"
    seed: int = 1


def train(model: Tagger, rounds: Sequence[Sequence[Chunk]], course: Course, checkpoint: Path) -> None:
    """Train the model on the chunks of each round in turn, starting from the checkpoint if there is one."""
    torch.set_num_threads(1)
    torch.manual_seed(course.seed)
    optimizer = torch.optim.AdamW(_groups(model, course), betas=(0.9, 0.98), eps=1e-6)
    steps = [
        [chunks[place] for place in batch]
        for number, chunks in enumerate(rounds)
        for batch in _batches(chunks, course, number)
    ]
    at, spent = 0, 0.0
    if checkpoint.exists():
        stored = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(stored["model"])
        optimizer.load_state_dict(stored["optimizer"])
        torch.set_rng_state(stored["random"])
        at, spent = stored["at"], stored["spent"]
    started, losses = process_time(), []
    for number in range(at, len(steps)):
        _set_rate(optimizer, number / len(steps))
        losses.append(_step(model, optimizer, steps[number], course))
        done = number + 1
        if done % _TELL == 0:
            minutes = (spent + process_time() - started) / 60
            print(
                f"step {done} of {len(steps)}, loss {np.mean(losses[-_TELL:]):.4f}, {minutes:.1f} CPU min", flush=True
            )
        if done % _EVERY == 0 or done == len(steps):
            state = {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "random": torch.get_rng_state(),
                "at": done,
                "spent": spent + process_time() - started,
            }
            torch.save(state, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").replace(checkpoint)


def further(
    model: Tagger,
    start: Mapping[str, Tensor],
    corpora: Sequence[Chunk],
    articles: Sequence[Chunk],
    posts: Sequence[Chunk],
    checkpoint: Path,
) -> None:
    """Train a model with finished weights ``start`` on our own texts; write the mean weights of two such trainings.

    Each training reads the articles once, the posts twice, and a quarter of the corpora, so that little is forgotten.
    """
    states = []
    for number in range(_MEAN_OF):
        model.load_state_dict(start)
        rounds = [[*corpora[2 * half + number :: _PORTIONS], *posts, *articles[half::2]] for half in (0, 1)]
        course = Course(rate=1.2e-4, head_rate=5e-4, seed=2 + number)
        train(model, rounds, course, checkpoint.with_suffix(f".{number}"))
        states.append({name: value.clone() for name, value in model.state_dict().items()})
    mean = {name: sum(state[name] for state in states) / _MEAN_OF for name in states[0]}
    model.load_state_dict(mean)
    torch.save({"model": mean}, checkpoint)


def tensors(chunks: Sequence[Chunk]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return the inputs of `Tagger.forward` for chunks: ids, keep, first and style, padded to the same length."""
    longest = max(len(chunk.ids) for chunk in chunks)
    ids = np.full((len(chunks), longest), PADDING, np.int64)
    for row, chunk in enumerate(chunks):
        ids[row, : len(chunk.ids)] = chunk.ids
    first = np.concatenate([np.stack([np.full(len(c.first), row), c.first], 1) for row, c in enumerate(chunks)])
    style = np.array([chunk.style for chunk in chunks], np.int64)
    found = torch.from_numpy(ids)
    return found, found != PADDING, torch.from_numpy(first.astype(np.int64)), torch.from_numpy(style)


def batched(chunks: Sequence[Chunk], pieces: int, shuffle: random.Random | None = None) -> list[list[int]]:
    """Return the indices of chunks in groups of similar length; a group has at most ``pieces`` pieces with padding."""
    keys = [len(chunk.ids) + (shuffle.random() * 4 if shuffle else 0) for chunk in chunks]
    groups: list[list[int]] = [[]]
    widest = 0
    for place in sorted(range(len(chunks)), key=keys.__getitem__):
        length = len(chunks[place].ids)
        widest = max(widest, length)
        if groups[-1] and widest * (len(groups[-1]) + 1) > pieces:
            groups.append([])
            widest = length
        groups[-1].append(place)
    if shuffle:
        shuffle.shuffle(groups)
    return groups


def _batches(chunks: Sequence[Chunk], course: Course, number: int) -> Iterator[list[int]]:
    yield from batched(chunks, course.pieces, random.Random(f"{course.seed} {number}"))  # noqa: S311


def _step(model: Tagger, optimizer: torch.optim.Optimizer, chunks: Sequence[Chunk], course: Course) -> float:
    ids, keep, first, style = tensors(chunks)
    style = torch.where(torch.rand(len(style)) < _NEUTRAL, 0, style)
    hidden = (torch.rand(ids.shape) < course.hidden_pieces) & (ids > UNKNOWN)
    labels = torch.from_numpy(np.concatenate([chunk.labels for chunk in chunks]).astype(np.int64))
    partial = torch.from_numpy(np.concatenate([np.full(len(chunk.first), chunk.partial) for chunk in chunks]))
    model.train()
    with torch.autocast("cpu", torch.bfloat16):
        logits = model(torch.where(hidden, UNKNOWN, ids), keep, first, style)
    loss = loss_of(logits, labels, partial)
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    return float(loss.detach())


def loss_of(logits: Tensor, labels: Tensor, partial: Tensor) -> Tensor:
    """Return the cross entropy; where a corpus has no MISC, the label O means "O or MISC"."""
    chances = torch.log_softmax(logits.float(), -1)
    one = chances.gather(1, labels[:, None])[:, 0]
    wide = torch.logsumexp(chances[:, [0, *MISC]], -1)
    return -torch.where(partial & (labels == 0), wide, one).mean()


def _set_rate(optimizer: torch.optim.Optimizer, done: float) -> None:
    rate = min(1.0, done / _WARM) * (1 - max(0.0, done - _WARM) / (1 - _WARM))
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * max(rate, _LEAST_RATE)


def _groups(model: Tagger, course: Course) -> list[dict[str, object]]:
    """Return parameters with their rate: lower layers learn slower; biases and norms have no weight decay."""
    count = len(model.layers)
    rates = [course.rate * course.decay ** (count - 1 - number) for number in range(count)]
    lowest = course.rate * course.decay**count
    named = [
        (course.head_rate, list(model.head.named_parameters())),
        (course.head_rate, [("style", model.style.weight)]),
    ]
    named += [(rate, list(layer.named_parameters())) for rate, layer in zip(rates, model.layers, strict=True)]
    named.append(
        (lowest, [("places", model.places.weight), *((f"norm.{n}", p) for n, p in model.norm.named_parameters())])
    )
    groups = []
    for rate, pairs in named:
        for is_plain in (True, False):
            chosen = [p for name, p in pairs if (name.endswith("bias") or "norm" in name) is is_plain]
            if chosen:
                groups.append({"params": chosen, "lr": rate, "base": rate, "weight_decay": 0.0 if is_plain else 0.01})
    return groups
