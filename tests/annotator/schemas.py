"""A schema of a few labels, as JSON and as a value."""

import json
from typing import Any

from annotator.model.schema import Schema
from annotator.model.schema_file import loads


def schema_value(**changed: Any) -> dict[str, Any]:
    colours = {"light": "#aabbcc", "dark": "#112233"}
    return {
        "version": 1,
        "id": "klein",
        "name": "Klein 🌊",
        "layers": [
            {
                "id": "entities",
                "name": {"de": "Namen", "en": "Entities"},
                "labels": [
                    {"id": "PER", "name": {"de": "Person", "en": "Person"}, "key": "1", **colours},
                    {"id": "ORG", "name": {"de": "Größe"}, "key": None, "active": False, **colours},
                ],
            },
            {"id": "claims", "labels": [{"id": "CLAIM", "key": "b", **colours}]},
        ],
        "attributes": [
            {"id": "speech", "layer": "claims", "values": [{"id": "direct", "key": "d"}, {"id": "indirect"}]},
            {"id": "since", "layer": "claims", "kind": "date"},
        ],
        "relations": [{"id": "claimant", "head": ["claims"], "tail": ["entities.PER", "entities.ORG"], "single": True}],
        **changed,
    }


def small_schema(**changed: Any) -> Schema:
    return loads(json.dumps(schema_value(**changed)), name="klein.schema.json")
