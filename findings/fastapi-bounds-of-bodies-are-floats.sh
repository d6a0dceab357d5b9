#!/bin/sh
# FastAPI 0.165.0 + Pydantic 2.14.3: in the OpenAPI document the largest bigint is one too large,
# but only in bodies.
#
# `Field(le=2**63 - 1)` in a model is 9223372036854775807 in Pydantic's own JSON schema, and in the
# document when it stands at a query or path parameter. In a body or an answer the document says
# 9.223372036854776e+18: FastAPI passes `components.schemas` through a model whose `maximum` is a
# float. 2^63 is then a valid id by the document (a tool that makes cases from it sends it), and
# generators that want an integer there stumble; `minimum: 1` becomes 1.0.
#
# Guard: write the bounds of integers anew after `get_openapi`, and test for floats in the document.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    fastapi==0.165.0 pydantic==2.14.3 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
"$folder/venv/bin/python" - <<'PYTHON'
import json
from typing import Annotated

from fastapi import FastAPI, Query
from pydantic import BaseModel, Field

LARGEST = 2**63 - 1
app = FastAPI()


class Body(BaseModel):
    id: Annotated[int, Field(ge=1, le=LARGEST)]


@app.post("/things")
async def make(body: Body, after: Annotated[int, Query(ge=1, le=LARGEST)]) -> None: ...


document = app.openapi()
own = Body.model_json_schema()["properties"]["id"]
in_body = document["components"]["schemas"]["Body"]["properties"]["id"]
in_query = document["paths"]["/things"]["post"]["parameters"][0]["schema"]
for name, schema in {"Pydantic": own, "parameter": in_query, "body": in_body}.items():
    print(f"{name}: minimum {json.dumps(schema['minimum'])}, maximum {json.dumps(schema['maximum'])}")
assert own["maximum"] == in_query["maximum"] == LARGEST, "Changed: the others are wrong too."
assert in_body["maximum"] == 2**63 and isinstance(in_body["maximum"], float), "Changed."
PYTHON
