#!/usr/bin/env bash
# Migrate the database of DATABASE_URL, or the embedded one: ./run_migrations.sh help
set -euo pipefail
cd "$(dirname "$0")"

usage() {
    cat <<'TEXT'
Usage: ./run_migrations.sh COMMAND

  up       apply every migration that is missing
  down     undo the newest migration
  status   show which migrations are applied
  reset    drop every table with its rows, and migrate anew (asks first; --yes does not)
  help     show this text

The database is that of DATABASE_URL (environment or .env), else the embedded one.
TEXT
}

python=python
for candidate in .venv/bin/python "${VIRTUAL_ENV:-}/bin/python"; do
    if [ -x "$candidate" ]; then
        python=$candidate
        break
    fi
done

case "${1:-help}" in
    up | down | status | reset)
        exec "$python" -m src.cli migrate "$@"
        ;;
    help | -h | --help)
        usage
        ;;
    *)
        echo "Unknown command: $1" >&2
        usage >&2
        exit 2
        ;;
esac
