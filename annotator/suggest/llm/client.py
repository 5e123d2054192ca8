"""Asking a language model: repeating requests, finding a form of request that the server knows, and counting."""

import json
import re
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from annotator.suggest.llm.connection import AskingLimits, Connection
from annotator.suggest.llm.exchange import Lost, Response, post, shown
from annotator.system.errors import ModelError

_NO_KEY = frozenset({401, 403})
_UNKNOWN_FORM = frozenset({400, 404, 415, 422, 501})  # status of servers that do not know a form of request
_BUSY = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_LONGEST_PAUSE = 30.0  # seconds
_STEP = 0.2  # seconds between two checks for cancellation
_OK = 200
_OBJECTS = 20  # how many opening braces of an answer are tried as the start of a JSON object
_ANSWER_TOKENS = 4096
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)

Message = Mapping[str, str]


@dataclass(slots=True, kw_only=True)
class RequestCounts:
    """Counts of a client's requests.

    ``calls`` counts all requests, ``repeated`` the requests that repeat an earlier one. ``refusals`` counts refusals to
    answer, ``unreadable`` answers in a wrong form. ``tokens_in`` and ``tokens_out`` are as the server counts them.
    """

    calls: int = 0
    repeated: int = 0
    refusals: int = 0
    unreadable: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    seconds: float = 0.0


class Declined(Exception):
    """Raised when the model declines to answer."""


class UnusableAnswer(Exception):
    """Raised when the model's answer does not have the form that was asked for."""


@dataclass(kw_only=True)
class Client:
    """Asks one language model. Pauses before a repeated request end early if ``cancelled`` returns True."""

    connection: Connection
    limits: AskingLimits = field(default_factory=AskingLimits)
    cancelled: Callable[[], bool] = lambda: False
    usage: RequestCounts = field(default_factory=RequestCounts)
    _form: int = 0
    _began: float | None = None

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return the JSON object that the model answers with; its content is not checked.

        Raises:
            Declined: The model declined to answer.
            UnusableAnswer: The answer contains no JSON object, or broke off.
            ModelError: The model cannot be asked at all, or ``llm.time`` if the time for all requests is over.
        """
        begun = time.monotonic()
        try:
            return self._read(self._answered(messages, schema))
        except Declined:
            self.usage.refusals += 1
            raise
        except UnusableAnswer:
            self.usage.unreadable += 1
            raise
        finally:
            self.usage.seconds += time.monotonic() - begun

    def _answered(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> bytes:
        """Send the request until there is an answer, and return its body.

        If the server does not know a form of request, this client does not try that form again.
        """
        pause, tries = self.limits.pause, 0
        while True:
            body = _body(self.connection.model, messages, _forms(schema)[self._form])
            self.usage.calls += 1
            try:
                response = post(self.connection, body, min(self.limits.seconds, self._left()), self.limits.size)
            except Lost as lost:
                self._left()
                reason, may_help, wanted = str(lost), lost.again, ""
            else:
                if response.status == _OK:
                    return response.body
                if _lacks_form(response) and self._form + 1 < len(_forms(schema)):
                    self._form += 1
                    continue
                reason, wanted = self._status(response), response.retry_after
                may_help = response.status in _BUSY
            tries += 1
            if not may_help or tries >= self.limits.tries:
                raise ModelError("llm.unreachable", address=self.connection.address, reason=reason)
            self.usage.repeated += 1
            self._rest(_pause(wanted, pause))
            pause *= 2

    def _status(self, response: Response) -> str:
        if response.status in _NO_KEY:
            raise ModelError("llm.refused", address=self.connection.address, status=response.status)
        words = shown(self.connection, _message(response.body))
        reason = f"{response.status} {words}".strip()
        if response.status not in _BUSY:
            raise ModelError("llm.status", address=self.connection.address, reason=reason)
        return reason

    def _read(self, body: bytes) -> Mapping[str, Any]:
        try:
            answer = json.loads(self.connection.without_key(body.decode("utf-8", "replace")))
            (choice, *_) = answer["choices"]
            message = choice["message"]
            content, refusal = message.get("content"), message.get("refusal")
        except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
            raise UnusableAnswer from None
        self._count(answer.get("usage"))
        if refusal or choice.get("finish_reason") == "content_filter":
            raise Declined
        if isinstance(content, list):  # an answer in several parts
            texts = (part.get("text") for part in content if isinstance(part, dict))
            content = "".join(text for text in texts if isinstance(text, str))
        if not isinstance(content, str):
            raise UnusableAnswer
        return first_object(content)

    def _count(self, usage: object) -> None:
        if not isinstance(usage, dict):
            return
        for name, ours in (("prompt_tokens", "tokens_in"), ("completion_tokens", "tokens_out")):
            count = usage.get(name)
            if type(count) is int and 0 <= count < 1 << 31:
                setattr(self.usage, ours, getattr(self.usage, ours) + count)

    def _left(self) -> float:
        """Return the seconds left for all requests.

        Raises:
            ModelError: ``llm.time`` if no time is left.
        """
        now = time.monotonic()
        if self._began is None:
            self._began = now
        left = self._began + self.limits.total - now
        if left <= 0:
            raise ModelError("llm.time", minutes=max(1, round(self.limits.total / 60)))
        return left

    def _rest(self, seconds: float) -> None:
        """Pause, unless cancelled or out of time."""
        pause, until = threading.Event(), time.monotonic() + min(seconds, self._left())
        while not self.cancelled() and (left := until - time.monotonic()) > 0:
            pause.wait(min(_STEP, left))


def first_object(content: str) -> Mapping[str, Any]:
    """Return the first JSON object in a model's answer, also from a fenced block or between sentences.

    Raises:
        UnusableAnswer: There is no JSON object.
    """
    words = _THOUGHTS.sub("", content)
    decoder, place = json.JSONDecoder(), -1
    for _ in range(_OBJECTS):
        place = words.find("{", place + 1)
        if place < 0:
            break
        try:
            found, _end = decoder.raw_decode(words, place)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            return found
    raise UnusableAnswer


def _lacks_form(response: Response) -> bool:
    """Return whether a server may not know the form of a request; llama-cpp-python's server answers 500 then."""
    return response.status in _UNKNOWN_FORM or (response.status in _BUSY and b"response_format" in response.body)


def _forms(schema: Mapping[str, Any]) -> tuple[Mapping[str, Any], ...]:
    """Return the request fields that ask for JSON, the strictest form first; not every server knows every form."""
    return (
        {
            "response_format": {
                "type": "json_schema",
                "json_schema": {"name": "answer", "strict": True, "schema": schema},
            }
        },
        {"response_format": {"type": "json_object", "schema": schema}},
        {},
    )


def _body(model: str, messages: Sequence[Message], form: Mapping[str, Any]) -> bytes:
    request = {"model": model, "messages": [*messages], "temperature": 0, "stream": False, "max_tokens": _ANSWER_TOKENS}
    return json.dumps(request | dict(form)).encode()  # in ASCII, which can hold even half a surrogate pair


def _message(body: bytes) -> str:
    """Return the error message in a server's answer, "" if there is none."""
    try:
        error = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    error = error.get("error", error) if isinstance(error, dict) else ""
    words = error.get("message", error.get("detail", "")) if isinstance(error, dict) else error
    return words if isinstance(words, str) else ""


def _pause(wanted: str, usual: float) -> float:
    """Return the seconds to wait: what the server asked for, otherwise the usual pause; at most `_LONGEST_PAUSE`."""
    return min(float(wanted) if wanted.isascii() and wanted.isdigit() else usual, _LONGEST_PAUSE)
