"""The encoder in PyTorch, with a head that labels the first piece of each word."""

from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from tools.models.encoder.corpus import LABELS, STYLES
from tools.models.encoder.e5_file import E5

_WIDE = 1536
_PLACES = 512
_TINY = 1e-12


class Layer(nn.Module):
    """Attention, then feed-forward, each with a residual and a norm after it."""

    def __init__(self, size: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.attention = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.out_norm = nn.LayerNorm(size, _TINY)
        self.wide = nn.Linear(size, _WIDE)
        self.narrow = nn.Linear(_WIDE, size)
        self.norm = nn.LayerNorm(size, _TINY)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Return the layer's output for ``x`` [batch, pieces, size]."""
        batch, length, size = x.shape
        parts = self.attention(x).view(batch, length, 3, self.heads, size // self.heads).permute(2, 0, 3, 1, 4)
        seen = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], attn_mask=mask)
        x = self.out_norm(x + self.drop(self.out(seen.transpose(1, 2).reshape(batch, length, size))))
        return self.norm(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


class Tagger(nn.Module):
    """The lower layers of the encoder under a linear head. The word table is frozen, so that it ships in four bits."""

    def __init__(self, e5: E5, rows: Sequence[int], layers: int, dropout: float) -> None:
        super().__init__()
        size = e5.size
        self.words = nn.Embedding(len(rows), size)
        self.style = nn.Embedding(len(STYLES), size)
        self.places = nn.Embedding(_PLACES, size)
        self.norm = nn.LayerNorm(size, _TINY)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(size, e5.heads, dropout) for _ in range(layers))
        self.head = nn.Linear(size, len(LABELS))
        self._take(e5, rows)
        self.words.weight.requires_grad_(requires_grad=False)

    def hidden(self, ids: Tensor, keep: Tensor, style: Tensor) -> Tensor:
        """Return the last layer's output; ``ids`` [batch, pieces], ``keep`` (False at padding), ``style`` [batch]."""
        x = self.words(ids)
        x = torch.cat([x[:, :1] + self.style(style)[:, None], x[:, 1:]], 1)
        x = self.drop(self.norm(x + self.places.weight[: ids.shape[1]]))
        mask = torch.zeros(keep.shape, dtype=x.dtype).masked_fill(~keep, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, ids: Tensor, keep: Tensor, first: Tensor, style: Tensor) -> Tensor:
        """Return scores [words, labels]; ``first`` [words, 2] is row and column of each word's first piece."""
        x = self.hidden(ids, keep, style)
        return self.head(self.drop(x[first[:, 0], first[:, 1]]))

    def _take(self, e5: E5, rows: Sequence[int]) -> None:
        """Copy the pretrained weights."""
        size = e5.size

        def array(name: str, *shape: int) -> Tensor:
            return torch.from_numpy(
                np.ascontiguousarray(e5.tensors[name].reshape(*shape) if shape else e5.tensors[name])
            )

        with torch.no_grad():
            self.words.weight.copy_(array("emb.word", -1, size)[list(rows)])
            self.style.weight.zero_()
            self.places.weight.copy_(array("emb.pos", -1, size) + array("emb.type", -1, size)[0])
            self.norm.weight.copy_(array("emb.ln.w"))
            self.norm.bias.copy_(array("emb.ln.b"))
            for number, layer in enumerate(self.layers):
                at = f"l{number}."
                layer.attention.weight.copy_(torch.cat([array(f"{at}{part}.w", size, size) for part in "qkv"]))
                layer.attention.bias.copy_(torch.cat([array(f"{at}{part}.b") for part in "qkv"]))
                shapes = {"ao": (size, size), "fi": (_WIDE, size), "fo": (size, _WIDE)}
                for module, name in ((layer.out, "ao"), (layer.wide, "fi"), (layer.narrow, "fo")):
                    module.weight.copy_(array(f"{at}{name}.w", *shapes[name]))
                    module.bias.copy_(array(f"{at}{name}.b"))
                for module, name in ((layer.out_norm, "aln"), (layer.norm, "oln")):
                    module.weight.copy_(array(f"{at}{name}.w"))
                    module.bias.copy_(array(f"{at}{name}.b"))
