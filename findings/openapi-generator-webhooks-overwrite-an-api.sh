#!/bin/sh
# openapi-generator 7.26.0: a webhook (OpenAPI 3.1) with the tag of a path replaces that tag's API.
#
# The document is valid: one operation with the tag "Webhooks" under `paths`, and one message that
# the service sends, with the same tag, under `webhooks`. The Python generator exits with 0. The
# module of the tag is then the webhook's alone: the method of the path is gone, and the module is no
# Python (a parameter without its type).
#
# Guard: `x-internal: true` on the operation of the webhook (not on its path item) keeps it out of
# the clients, and documentation still shows it.
set -eu
command -v java > /dev/null || { echo "This needs Java." >&2; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    openapi-generator-cli==7.26.0 2> "$folder/pip.log" ||
    { cat "$folder/pip.log"; exit 1; }
cd "$folder"
found=

document() {  # the operation's extension
    cat <<JSON
{"openapi": "3.1.0", "info": {"title": "T", "version": "1"},
 "paths": {"/webhooks/{hook_id}": {"get": {"operationId": "get_hook", "tags": ["Webhooks"],
   "parameters": [{"name": "hook_id", "in": "path", "required": true, "schema": {"type": "integer"}}],
   "responses": {"200": {"description": "OK"}}}}},
 "webhooks": {"order.paid": {"post": {"operationId": "order_paid", "tags": ["Webhooks"] $1,
   "parameters": [{"name": "webhook-id", "in": "header", "required": true, "schema": {"type": "string"}}],
   "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
   "responses": {"200": {"description": "OK"}}}}}}
JSON
}

for extension in '' ', "x-internal": true'; do
    document "$extension" > document.json
    rm -rf client
    venv/bin/openapi-generator-cli generate -i document.json -g python -o client > output 2>&1 ||
        { cat output; exit 1; }
    file=client/openapi_client/api/webhooks_api.py
    compiles=yes; python3 -m py_compile "$file" 2> /dev/null || compiles=no
    has_path=no; grep -q "def get_hook" "$file" && has_path=yes
    echo "extension '$extension': compiles $compiles, has the path's method $has_path"
    found="$found$compiles/$has_path "
done
[ "$found" = "no/no yes/yes " ] || { echo "Changed."; exit 1; }
