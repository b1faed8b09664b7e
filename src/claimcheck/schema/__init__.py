"""The JSON Schema of the report, as shipped."""

import json
from importlib.resources import files
from typing import Any, cast


def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the JSON report, schema version 1.

    A later release may add keys to the report; it drops none and changes none without a new version.
    """
    return cast(dict[str, Any], json.loads(files("claimcheck.schema").joinpath("report-1.json").read_text("utf-8")))
