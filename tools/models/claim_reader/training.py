"""Trains the reader of claims, with fixed seeds; a stopped training resumes at its last checkpoint."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from annotator.suggest.claims.by_meaning.reader import CLAIM
from annotator.suggest.encoder.encoder import PADDING, UNKNOWN
from tools.models.claim_reader.examples import Example
from tools.models.claim_reader.network import Reader

_WARM = 0.06  # the share of the training in which the rate rises
_LEAST_RATE = 0.01
_EVERY = 200  # steps between checkpoints
_TELL = 50
_NEVER = -1e9
# What each answer counts for, beside the claimant of a claim:
_OF_KIND, _OF_WORD, _OF_SENTENCE = 0.7, 1 / 15, 0.5
_OF_FORM, _OF_STANCE, _OF_SORT = 0.2, 0.2, 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The settings of a training."""

    layers: int = 8
    rate: float = 2.5e-4
    head_rate: float = 1e-3
    decay: float = 0.93  # factor on the rate for each layer further down
    pieces: int = 1100  # in one step
    dropout: float = 0.15
    hidden_pieces: float = 0.08  # the share of pieces that are replaced by "unknown"
    threads: int = 1
    seed: int = 1


def train(model: Reader, rounds: Sequence[Sequence[Example]], course: Course, checkpoint: Path) -> None:
    """Train the model on the examples of each round, starting from the checkpoint if there is one."""
    torch.set_num_threads(course.threads)
    torch.manual_seed(course.seed)
    chance = random.Random(course.seed)  # noqa: S311
    optimizer = torch.optim.AdamW(_groups(model, course), betas=(0.9, 0.98), eps=1e-6)
    steps = [
        [examples[place] for place in batch]
        for number, examples in enumerate(rounds)
        for batch in _batches(examples, course, number)
    ]
    at, spent = 0, 0.0
    if checkpoint.exists():
        stored = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(stored["model"])
        optimizer.load_state_dict(stored["optimizer"])
        torch.set_rng_state(stored["random"])
        at, spent = stored["at"], stored["spent"]
        chance.seed(f"{course.seed} {at}")
    started, losses = process_time(), []
    model.train()
    for number in range(at, len(steps)):
        _set_rate(optimizer, number / len(steps))
        optimizer.zero_grad(set_to_none=True)
        loss = _loss(model, steps[number], course, chance)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        losses.append(float(loss.detach()))
        done = number + 1
        minutes = (spent + process_time() - started) / 60
        if done % _TELL == 0:
            print(
                f"step {done} of {len(steps)}, loss {np.mean(losses[-_TELL:]):.3f}, {minutes:.1f} CPU min", flush=True
            )
        if done % _EVERY == 0 or done == len(steps):
            state = {
                "model": model.state_dict(),
                "optimizer": optimizer.state_dict(),
                "random": torch.get_rng_state(),
                "at": done,
                "spent": minutes * 60,
            }
            torch.save(state, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").replace(checkpoint)


def ids_of(group: Sequence[Example]) -> Tensor:
    """Return the pieces of windows, padded to the same length."""
    ids = np.full((len(group), max(len(each.window.pieces) for each in group)), PADDING, np.int64)
    for row, each in zip(ids, group, strict=True):
        row[: len(each.window.pieces)] = each.window.pieces
    return torch.from_numpy(ids)


def _batches(examples: Sequence[Example], course: Course, number: int) -> Iterator[list[int]]:
    """Yield the numbers of windows of similar length, at most ``course.pieces`` pieces together with padding."""
    chance = random.Random(f"{course.seed} {number}")  # noqa: S311
    lengths = [len(each.window.pieces) for each in examples]
    groups: list[list[int]] = [[]]
    widest = 0
    for place in sorted(range(len(examples)), key=lambda one: lengths[one] + chance.random() * 40):
        widest = max(widest, lengths[place])
        if groups[-1] and widest * (len(groups[-1]) + 1) > course.pieces:
            groups.append([])
            widest = lengths[place]
        groups[-1].append(place)
    chance.shuffle(groups)
    yield from groups


def _loss(model: Reader, group: Sequence[Example], course: Course, chance: random.Random) -> Tensor:
    """Return the loss of a claim in some windows."""
    ids = ids_of(group)
    hidden = (torch.rand(ids.shape) < course.hidden_pieces) & (ids > UNKNOWN)
    with torch.autocast("cpu", torch.bfloat16):
        states = model.states(torch.where(hidden, UNKNOWN, ids), ids != PADDING)
    losses = [
        _of_window(model, states[row, list(each.window.heads)].float(), each, chance) for row, each in enumerate(group)
    ]
    return torch.stack(losses).sum() / max(1, sum(len(each.claims) for each in group))


def _of_window(model: Reader, states: Tensor, example: Example, chance: random.Random) -> Tensor:
    roles = torch.from_numpy(example.roles)[example.fresh :]
    loss = _OF_WORD * cross_entropy(model.role(model.drop(states[example.fresh :])), roles, reduction="sum")
    numbers = np.unique(example.sentences)
    holds = np.array([(example.roles[example.sentences == n] == CLAIM).any() for n in numbers], np.float32)
    fresh = torch.from_numpy(numbers >= example.sentences[example.fresh])
    holding = model.holding(states, example.sentences)
    loss = loss + _OF_SENTENCE * binary_cross_entropy_with_logits(
        holding[fresh], torch.from_numpy(holds)[fresh], reduction="sum"
    )
    if not example.claims:
        return loss
    scores = model.scores(states, example, chance)
    right = torch.from_numpy(np.stack([one.claimant for one in example.claims]))
    logs = torch.log_softmax(scores.claimants, -1).masked_fill(~right, _NEVER)
    claimants = -torch.logsumexp(logs, 1)[right.any(1)].sum()
    loss = loss + claimants
    for share, found, wanted in (
        (_OF_KIND, scores.kinds, [one.kind for one in example.claims]),
        (_OF_FORM, scores.forms, [one.form for one in example.claims]),
        (_OF_STANCE, scores.stances, [one.stance for one in example.claims]),
        (_OF_SORT, scores.sorts, [one.sort for one in example.claims]),
    ):
        loss = loss + share * cross_entropy(found, torch.tensor(wanted), reduction="sum")
    return loss


def _set_rate(optimizer: torch.optim.Optimizer, done: float) -> None:
    rate = min(1.0, done / _WARM) * (1 - max(0.0, done - _WARM) / (1 - _WARM))
    for group in optimizer.param_groups:
        group["lr"] = group["base"] * max(rate, _LEAST_RATE)


def _groups(model: Reader, course: Course) -> list[dict[str, object]]:
    """Return parameters with their rate: lower layers learn slower; biases and norms have no weight decay."""
    encoder = model.encoder
    count = len(encoder.layers)
    heads = [(name, one) for name, one in model.named_parameters() if not name.startswith("encoder.")]
    named = [(course.head_rate, heads)]
    for number, layer in enumerate(encoder.layers):
        named.append((course.rate * course.decay ** (count - 1 - number), list(layer.named_parameters())))
    lowest = [("places", encoder.places.weight), *((f"norm.{n}", one) for n, one in encoder.norm.named_parameters())]
    named.append((course.rate * course.decay**count, lowest))
    groups: list[dict[str, object]] = []
    for rate, pairs in named:
        for is_plain in (True, False):
            chosen = [one for name, one in pairs if (name.endswith("bias") or "norm" in name) is is_plain]
            if chosen:
                groups.append({"params": chosen, "lr": rate, "base": rate, "weight_decay": 0.0 if is_plain else 0.01})
    return groups
