"""Run GLiNER in the Python that the user chose, for Spanwright, which started this script.

Requests and answers are JSON objects, one a line, on the standard streams. Nothing of Spanwright is imported. The
script ends when its input does. Weights are read as safetensors only, code of a model is never run, and the network is
closed except for "look_up" and "fetch", which the user asked for.
"""

import json
import os
import queue
import sys
import threading
from operator import index

_BATCH = 8
_FETCHED = ("*.safetensors", "*.json", "*.txt", "*.model", "*.md")
_OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "DISABLE_TELEMETRY": "1",
    "DO_NOT_TRACK": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}


class Refused(Exception):
    """Something that this script does not do."""


def _refuse(*_arguments, **_named):
    raise Refused("it is not allowed to run code of a model, to unpickle or to use the network")


def _close_network():
    import socket

    class Closed(socket.socket):
        def connect(self, address):
            if self.family == getattr(socket, "AF_UNIX", None):
                return super().connect(address)
            return _refuse()

        def connect_ex(self, address):
            return self.connect(address)

    socket.socket = Closed
    socket.create_connection = _refuse
    socket.getaddrinfo = _refuse


def _refuse_code():
    """Replace what would load code or pickles; gliner itself asks transformers to trust a model's code."""
    try:
        from transformers import dynamic_module_utils
    except ImportError:
        pass
    else:
        dynamic_module_utils.get_class_from_dynamic_module = _refuse
        dynamic_module_utils.get_cached_module_file = _refuse
        dynamic_module_utils.resolve_trust_remote_code = lambda *_arguments, **_named: False
    try:
        import torch
    except ImportError:
        pass
    else:
        torch.load = _refuse


class Worker:
    """The model, with a method for each kind of request."""

    def __init__(self):
        self.model = None

    def load(self, request):
        """Load the model in a folder."""
        os.environ.update(_OFFLINE)
        _close_network()
        _refuse_code()
        try:
            import gliner
        except ImportError as error:
            return {"error": str(error), "kind": "package"}
        self.model = gliner.GLiNER.from_pretrained(request["folder"], local_files_only=True)
        return {"gliner": str(getattr(gliner, "__version__", "")), "python": sys.version.split()[0]}

    def predict(self, request):
        """Return start, end, label and score of what the model finds in each text."""
        found = []
        for text in request["texts"]:
            entities = self.model.predict_entities(text, request["labels"], threshold=request["threshold"])
            found.append([_row(one) for one in entities])
        return {"found": found}

    def look_up(self, request):
        """Return size, licence and revision of a model on the web."""
        hub = _hub()
        found = hub.HfApi(token=False).model_info(request["name"], files_metadata=True)
        card = found.card_data
        sizes = [one.size for one in found.siblings if _is_wanted(one.rfilename)]
        return {
            "size": sum(filter(None, sizes)),
            "licence": str(card.get("license") or "") if card is not None else "",
            "revision": found.sha,
            "safe": any(one.rfilename == "model.safetensors" for one in found.siblings),
        }

    def fetch(self, request):
        """Download a model into a folder."""
        _hub().snapshot_download(
            request["name"],
            revision=request["revision"],
            local_dir=request["folder"],
            allow_patterns=list(_FETCHED),
            token=False,
        )
        return {}


def _row(entity):
    """Return an entity as a row of the answer; None if it is malformed, so that the others are kept."""
    try:
        return [index(entity["start"]), index(entity["end"]), str(entity["label"]), float(entity["score"])]
    except (KeyError, TypeError, ValueError, OverflowError):
        return None


def _hub():
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = os.environ["DO_NOT_TRACK"] = "1"
    os.environ.pop("HF_HUB_OFFLINE", None)
    import huggingface_hub

    return huggingface_hub


def _is_wanted(name):
    from fnmatch import fnmatch

    return any(fnmatch(name, pattern) for pattern in _FETCHED)


def _read(lines, requests):
    for line in lines:
        requests.put(line)
    os._exit(0)


def main():
    """Answer requests until the input ends."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)  # what libraries print is no answer
    sys.path[:] = [place for place in sys.path if place != os.path.dirname(os.path.abspath(__file__))]
    lines = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
    requests = queue.SimpleQueue()
    threading.Thread(target=_read, args=(lines, requests), daemon=True).start()
    worker = Worker()
    known = {"load": worker.load, "predict": worker.predict, "look_up": worker.look_up, "fetch": worker.fetch}
    while True:
        request = json.loads(requests.get())
        try:
            answer = known[request["do"]](request)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"[:500], "kind": "failed"}
        answers.write(json.dumps({"id": request["id"], **answer}, ensure_ascii=True) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
