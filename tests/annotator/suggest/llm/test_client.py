"""A language model is asked over http by a scripted server with every fault."""

import json
import time

import pytest

from annotator.suggest.llm.client import Client, Declined, UnusableAnswer, first_object
from annotator.suggest.llm.connection import AskingLimits, Connection, endpoint_of, host_of
from annotator.system.errors import ModelError
from tests.annotator.suggest.llm.scripted import KEY, said, serving

FAST = AskingLimits(seconds=5, total=20, size=200_000, tries=3, pause=0.01)
MESSAGES = [{"role": "user", "content": "Köln 🎈"}]
SCHEMA = {"type": "object"}


def client(server, *, key=KEY, limits=FAST, **more):
    return Client(connection=Connection(address=server.address, model="klein", key=key), limits=limits, **more)


def ask(script, **more):
    with serving(script) as server:
        asking = client(server, **more)
        return asking.ask(MESSAGES, SCHEMA), asking.usage, server


def failure(script, kind=ModelError, **more):
    with serving(script) as server, pytest.raises(kind) as failed:
        client(server, **more).ask(MESSAGES, SCHEMA)
    assert KEY not in str(failed.value)
    return failed.value, server


def test_request_has_schema_key_and_model():
    answer, usage, server = ask(said({"ok": 1}))
    assert answer == {"ok": 1}
    (request,), (headers,) = server.asked, server.headers
    assert request["model"] == "klein"
    assert request["response_format"]["json_schema"]["schema"] == SCHEMA
    assert request["messages"] == MESSAGES
    assert headers["path"] == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert (usage.calls, usage.tokens_in, usage.tokens_out) == (1, 100, 20)


@pytest.mark.parametrize(("status", "words"), [(422, "x"), (500, "('body', 'response_format', 'type')")])
def test_unknown_form_falls_back_and_is_remembered(status, words):
    def script(_number, request, handler):
        form = request.get("response_format", {})
        return handler.put(status, {"detail": words}) if form.get("type") == "json_schema" else said({"ok": 1})

    with serving(script) as server:
        asking = client(server)
        asking.ask(MESSAGES, SCHEMA)
        asking.ask(MESSAGES, SCHEMA)
    assert [r["response_format"]["type"] for r in server.asked] == ["json_schema", "json_object", "json_object"]
    assert server.asked[1]["response_format"]["schema"] == SCHEMA


def test_server_without_any_form_gets_plain_request():
    _, _, server = ask(lambda _n, r, h: h.put(400, {}) if "response_format" in r else said({"ok": 1}))
    assert "response_format" not in server.asked[-1]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_busy_server_is_asked_again(status):
    answer, usage, _ = ask(lambda n, _r, h: h.put(status, {}, Retry_After="0") if n < 3 else said({"ok": 1}))
    assert answer == {"ok": 1}
    assert (usage.calls, usage.repeated) == (3, 2)


def test_busy_server_is_given_up_with_its_words():
    error, server = failure(lambda _n, _r, h: h.put(500, {"error": {"message": f"out of memory {KEY}\x1b[31m"}}))
    assert len(server.asked) == 3
    assert error.code == "llm.unreachable"
    assert "500 out of memory …" in str(error)
    assert "\x1b" not in str(error)


def test_cut_answer_is_asked_again():
    def script(number, _request, handler):
        return handler.put(200, b"{}", Content_Length="500") if number == 1 else said({"ok": 1})

    assert ask(script)[0] == {"ok": 1}


def test_slow_drip_ends_in_time():
    begun = time.monotonic()
    error, _ = failure(lambda _n, _r, h: h.drip(), limits=AskingLimits(seconds=0.5, total=5, tries=3, pause=0.01))
    assert time.monotonic() - begun < 3
    assert "too long" in str(error)


def test_total_time_is_limited():
    limits = AskingLimits(seconds=5, total=0.4, tries=50, pause=0.2)
    error, _ = failure(lambda _n, _r, h: h.put(503, {}), limits=limits)
    assert error.code == "llm.time"


def test_huge_answer_is_refused():
    error, server = failure(said("a" * 300_000))
    assert len(server.asked) == 1
    assert "too much data" in str(error)


@pytest.mark.parametrize("target", ["https://example.org/v1", "/v2", "file:///etc/passwd", "http://[", ""])
def test_redirect_is_refused(target):
    error, server = failure(lambda _n, _r, h: h.put(307, b"", Location=target))
    assert len(server.asked) == 1
    assert error.code == "llm.redirect"


@pytest.mark.parametrize("status", [401, 403])
def test_refused_key_is_reported_without_showing_it(status):
    error, server = failure(lambda _n, _r, h: h.put(status, {"error": {"message": KEY}}))
    assert len(server.asked) == 1
    assert error.code == "llm.refused"


def test_unknown_model_is_reported_in_the_servers_words():
    error, _ = failure(lambda _n, _r, h: h.put(404, {"error": "model 'klein' not found"}))
    assert "404 model 'klein' not found" in str(error)


def test_refusal_is_counted():
    with serving({"choices": [{"message": {"content": None, "refusal": "No."}}]}) as server:
        asking = client(server)
        with pytest.raises(Declined):
            asking.ask(MESSAGES, SCHEMA)
        assert asking.usage.refusals == 1


@pytest.mark.parametrize(
    "answer",
    [
        b"no JSON",
        b"[" * 100_000,
        {"choices": []},
        {"choices": [{"message": "x"}]},
        {"choices": [{"message": {"content": 7}}]},
        {"choices": {"a": 1}},
        [],
        said("I cannot say."),
        said("[1, 2]"),
        said('{"labels": [{"quo', finish_reason="length"),
        said('{"a":' * 50_000),
    ],
)
def test_wrong_answer_is_unreadable(answer):
    with serving(lambda _n, _r, h: h.put(200, answer)) as server:
        asking = client(server, limits=AskingLimits(seconds=5, total=20, tries=1))
        with pytest.raises(UnusableAnswer):
            asking.ask(MESSAGES, SCHEMA)
        assert asking.usage.unreadable == 1


@pytest.mark.parametrize(
    "words",
    [
        '```json\n{"a": 1}\n```',
        'Here it is: {"a": 1} Bye.',
        '<think>{"a": 2}</think>{"a": 1}',
        '{oops {"a": 1}',
        [{"type": "text", "text": '{"a": 1}'}],
    ],
)
def test_object_is_found_in_other_words(words):
    content = json.dumps(words) if isinstance(words, list) else None
    answer = {"choices": [{"message": {"content": json.loads(content) if content else words}}]}
    assert ask(answer)[0] == {"a": 1}
    assert content or first_object(words) == {"a": 1}


def test_key_in_an_answer_is_blotted_out():
    assert ask(said({"reason": f"key {KEY}"}))[0] == {"reason": "key …"}


def test_odd_counts_of_tokens_are_ignored():
    answer = said({"ok": 1}) | {"usage": {"prompt_tokens": -5, "completion_tokens": "many"}}
    assert ask(answer)[1].tokens_in == 0
    assert ask(answer | {"usage": 7})[1].tokens_out == 0


def test_pause_ends_when_cancelled():
    begun = time.monotonic()
    failure(lambda _n, _r, h: h.put(503, {}, Retry_After="9"), cancelled=lambda: True)
    assert time.monotonic() - begun < 2


def test_environment_proxy_is_ignored(monkeypatch):
    for name in ("http_proxy", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert ask(said({"ok": 1}))[0] == {"ok": 1}


def test_set_proxy_is_asked_for_a_tunnel():
    with serving(lambda _n, _r, h: h.put(403, b"")) as server:
        proxied = Connection(address="https://llm.example", model="m", proxy=f"127.0.0.1:{server.server_port}")
        with pytest.raises(ModelError):
            Client(connection=proxied, limits=FAST).ask(MESSAGES, SCHEMA)
    assert [headers["path"] for headers in server.headers][:1] == ["llm.example:443"]


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("localhost:11434", "http://localhost:11434/v1/chat/completions"),
        (" http://127.0.0.1:8080/v1/ ", "http://127.0.0.1:8080/v1/chat/completions"),
        ("http://[::1]:8000", "http://[::1]:8000/v1/chat/completions"),
        ("llm.example/api/v3", "https://llm.example/api/v3/chat/completions"),
        ("https://llm.example/v1/chat/completions", "https://llm.example/v1/chat/completions"),
    ],
)
def test_typed_address_is_completed(typed, asked):
    assert endpoint_of(typed) == asked


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("http://llm.example", "llm.plain"),
        ("http://192.168.1.7:11434", "llm.plain"),
        ("http://127.0.0.1.evil.example", "llm.plain"),
        ("http://localhost.evil.example", "llm.plain"),
        ("ftp://localhost", "llm.address"),
        ("file:///etc/passwd", "llm.address"),
        ("https://user:secret@llm.example", "llm.address"),
        ("https://llm.example?key=1", "llm.address"),
        ("https://", "llm.address"),
        ("https://llm.example:99999", "llm.address"),
        ("https://llm.example/\r\nX: 1", "llm.address"),
    ],
)
def test_unsafe_address_is_refused(typed, code):
    with pytest.raises(ModelError) as failed:
        endpoint_of(typed)
    assert failed.value.code == code


def test_agreement_is_for_scheme_host_and_port():
    assert host_of("localhost:1/v1") == "http://localhost:1"
    assert host_of("llm.example/a") == host_of("https://llm.example/b")


def test_key_with_line_break_is_refused_unsent():
    with serving(said({})) as server, pytest.raises(ModelError) as failed:
        client(server, key="a\r\nX-Evil: 1").ask(MESSAGES, SCHEMA)
    assert failed.value.code == "llm.key_form"
    assert not server.asked


def test_key_is_not_in_the_connections_words():
    assert KEY not in repr(Connection(address="localhost", model="m", key=KEY))
