"""Write a tiny GLiNER model of random weights into a folder; runs in a Python with the real `gliner`."""

import json
import shutil
import sys
from pathlib import Path

import gliner
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, PreTrainedTokenizerFast

_WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] köln person place erika beispiel war in gestern . ,".split()


def write(folder: Path) -> None:
    """Write the model and its tokenizer."""
    torch.manual_seed(1)
    tokens = Tokenizer(models.WordLevel({word: at for at, word in enumerate(_WORDS)}, unk_token=_WORDS[1]))
    tokens.pre_tokenizer = pre_tokenizers.Whitespace()
    tokens.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    signs = ("[UNK]", "[PAD]", "[CLS]", "[SEP]")
    named = dict(zip(("unk_token", "pad_token", "cls_token", "sep_token"), signs, strict=True))
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=tokens, **named)
    tokenizer.add_tokens(["<<ENT>>", "<<SEP>>"], special_tokens=True)
    encoder = BertConfig(
        vocab_size=len(tokenizer), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=16
    )
    backbone = folder / "backbone"
    tokenizer.save_pretrained(backbone)
    encoder.save_pretrained(backbone)
    config = gliner.GLiNERConfig(
        model_name=str(backbone),
        encoder_config=encoder.to_dict(),
        hidden_size=16,
        max_len=384,
        max_width=4,
        class_token_index=len(tokenizer) - 2,
        vocab_size=len(tokenizer),
    )
    made = gliner.GLiNER.from_config(config, backbone_from_pretrained=False)
    made.save_pretrained(folder, safe_serialization=True)
    shutil.rmtree(backbone)
    print(json.dumps(sorted(path.name for path in folder.iterdir())))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
