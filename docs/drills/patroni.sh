#!/bin/bash
# A sale while a cluster of Patroni loses its primary: by plan, by a crash, by a cut network.
#
# Three hosts, each a network namespace with etcd, PostgreSQL and Patroni, and a fourth with the
# service and its buyers. Nothing leaves the namespaces, nothing of the machine's own PostgreSQL is
# used, and all of it is gone at the end. About six minutes; ../high-availability.md has a report.
#
#   apt-get install etcd-server postgresql iproute2 curl     # Debian 12 or newer, as root
#   make setup && PATRONI=/opt/patroni/bin/patroni docs/drills/patroni.sh
#
# PATRONI is of version 3.0.3 or newer (not Debian 12's own). KEEP=1 keeps the folder with all logs.
# Exits with 1 when something that was acknowledged is missing, or a host did not come back.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$(dirname "$here")")
python=${PYTHON:-$project/.venv/bin/python}
patroni=${PATRONI:-patroni}
folder=$(mktemp -d "${TMPDIR:-/var/tmp}/patroni-drill.XXXXXX")
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
hosts=(db1 db2 db3)
# Addresses of documentation (RFC 5737): they lead nowhere else.
declare -A address=([db1]=192.0.2.11 [db2]=192.0.2.12 [db3]=192.0.2.13 [shop]=192.0.2.20)
seconds_of_sale=${SECONDS_OF_SALE:-8}

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
on() { ip netns exec "drill-$1" "${@:2}"; }
as_postgres() { on "$1" setpriv --reuid=postgres --regid=postgres --init-groups "${@:2}"; }
processes_of() { ip netns pids "drill-$1" 2>"$folder/ignored" || true; }

finish() {
    local host
    for host in shop "${hosts[@]}"; do
        processes_of "$host" | xargs -r kill -KILL 2>"$folder/ignored" || true
        ip netns del "drill-$host" 2>"$folder/ignored" || true
    done
    ip netns del drill-switch 2>"$folder/ignored" || true
    if [ -n "${KEEP:-}" ]; then echo "Kept: $folder"; else rm -rf "$folder"; fi
}
trap finish EXIT

make_network() {
    local host
    ip netns add drill-switch
    on switch ip link add switch type bridge
    on switch ip link set switch up
    for host in shop "${hosts[@]}"; do
        ip netns add "drill-$host"
        on "$host" ip link add eth0 type veth peer name "$host" netns drill-switch
        on "$host" ip address add "${address[$host]}/24" dev eth0
        on "$host" ip link set lo up
        on "$host" ip link set eth0 up
        on switch ip link set "$host" master switch up
    done
}

write_settings() { # of Patroni, on a host
    cat >"$folder/$1/patroni.yml" <<YAML
scope: ticketing
name: $1
restapi: {listen: "${address[$1]}:8008", connect_address: "${address[$1]}:8008"}
etcd3: {hosts: ["192.0.2.11:2379", "192.0.2.12:2379", "192.0.2.13:2379"]}
bootstrap:
  dcs:
    ttl: 30
    loop_wait: 10
    retry_timeout: 10
    synchronous_mode: true
    postgresql:
      use_pg_rewind: true
  initdb: [{encoding: UTF8}, {locale: C.UTF-8}, data-checksums]
postgresql:
  listen: "${address[$1]}:5432"
  connect_address: "${address[$1]}:5432"
  bin_dir: $bin
  data_dir: $folder/$1/data
  pgpass: $folder/$1/pgpass
  basebackup: [checkpoint: fast]
  authentication:
    superuser: {username: postgres, password: of-postgres}
    replication: {username: replicator, password: of-replicator}
    rewind: {username: rewinder, password: of-rewinder}
  parameters: {unix_socket_directories: "$folder/$1"}
  pg_hba:
    - local all all trust
    - host all all 192.0.2.0/24 scram-sha-256
    - host replication replicator 192.0.2.0/24 scram-sha-256
YAML
}

start_host() {
    as_postgres "$1" etcd --name "$1" --data-dir "$folder/$1/etcd" \
        --listen-peer-urls "http://${address[$1]}:2380" \
        --initial-advertise-peer-urls "http://${address[$1]}:2380" \
        --listen-client-urls "http://${address[$1]}:2379" \
        --advertise-client-urls "http://${address[$1]}:2379" \
        --initial-cluster db1=http://192.0.2.11:2380,db2=http://192.0.2.12:2380,db3=http://192.0.2.13:2380 \
        >>"$folder/$1/etcd.log" 2>&1 </dev/null &
    as_postgres "$1" env HOME="$folder/$1" "$patroni" "$folder/$1/patroni.yml" \
        >>"$folder/$1/patroni.log" 2>&1 </dev/null &
    disown -a
}

wait_until() { # seconds, what is waited for, command
    local end=$((SECONDS + $1))
    until "${@:3}" >"$folder/waiting" 2>&1; do
        if [ $SECONDS -ge $end ]; then
            say "Not within $1 s: $2"
            tail -n 5 "$folder"/db?/patroni.log
            exit 1
        fi
        sleep 0.2
    done
}

answer() { # of Patroni's own API: 200 on a host that is what is asked for
    on shop curl --silent --fail --max-time 2 --output "$folder/answer" "http://${address[$1]}:8008/$2"
}
leader_among() {
    local host
    for host in "$@"; do if answer "$host" primary; then echo "$host" >"$folder/leader"; return; fi; done
    return 1
}
others() { for host in "${hosts[@]}"; do [ "$host" = "$1" ] || echo "$host"; done; }
has_synchronous_standby() {
    for host in $(others "$1"); do if answer "$host" synchronous; then return; fi; done
    return 1
}
is_whole() { # the primary has both standbys, one of them synchronous
    has_synchronous_standby "$1" || return
    for host in $(others "$1"); do answer "$host" "replica?lag=1MB" || return; done
}
# Where it says so to anybody who asks on the host itself.
takes_no_writes() {
    [ "$(as_postgres "$1" psql -h "$folder/$1" -d postgres -Atc 'SELECT pg_is_in_recovery()' 2>&1)" != f ]
}

sql() { # on the primary, as the owner of the database
    on shop env PGPASSWORD=of-ticketing psql -v ON_ERROR_STOP=1 -Atq "host=192.0.2.11,192.0.2.12,192.0.2.13
        user=ticketing dbname=event_ticketing target_session_attrs=read-write" -c "$1"
}
service() { # host, name, command
    on "$1" env ENVIRONMENT=development SECRET_KEY=drill-of-patroni-7Qm2Zx9Lk4Vt8Rw3 LOG_FORMAT=json \
        HOST=127.0.0.1 PORT=8000 RATE_LIMIT_ENABLED=false DATA_DIR="$folder/$2" PYTHONPATH="$project" \
        DATABASE_URL="postgresql://ticketing:of-ticketing@192.0.2.11:5432,192.0.2.12:5432,192.0.2.13:5432/event_ticketing?target_session_attrs=read-write" \
        "$python" -m src.cli "${@:3}" >>"$folder/$2.log" 2>&1 </dev/null
}
start_sale() { # host, name: a server there, and its buyers
    service "$1" "$2" serve &
    wait_until 60 "the service answers" on "$1" curl --silent --fail --output "$folder/answer" http://127.0.0.1:8000/ready
    # Not by a function: `$!` has to be the buyers themselves.
    ip netns exec "drill-$1" "$python" "$here/sale.py" sell "$(cat "$folder/event")" "$folder/$2.csv" \
        >>"$folder/$2.sale.log" 2>&1 </dev/null &
    echo $! >"$folder/$2.pid"
    disown -a
}
end_sale() { # name: what was begun is bought to its end
    local pid
    pid=$(cat "$folder/$1.pid")
    kill -TERM "$pid"
    wait_until 90 "the buyers of $1 have what they asked for" test ! -d "/proc/$pid"
}
note() { printf '%s,%s,%s\n' "$1" "$2" "$(date +%s.%N)" >>"$folder/faults.csv"; }

lose_primary() { # name of the fault, command: ends the primary, which is its last argument
    local old rest
    leader_among "${hosts[@]}"
    old=$(cat "$folder/leader")
    wait_until 90 "both standbys follow $old, one of them synchronously" is_whole "$old"
    sleep "$seconds_of_sale"
    say "$1: $old"
    note "$1" begins
    "${@:2}" "$old"
    mapfile -t rest < <(others "$old")
    wait_until 90 "another primary" leader_among "${rest[@]}"
    note "$1" promoted
    say "$1: $(cat "$folder/leader") is the primary"
    sleep "$seconds_of_sale"
}
follows() { # host, primary
    [ "$(as_postgres "$2" psql -h "$folder/$2" -d postgres -Atc "SELECT state FROM pg_stat_replication
        WHERE application_name = '$1'")" = streaming ]
}
rejoin() { # host, name of the fault
    wait_until 120 "$1 follows $(cat "$folder/leader")" follows "$1" "$(cat "$folder/leader")"
    note "$2" rejoined
    say "$2: $1 has rejoined: $(grep -oE 'servers diverged at WAL location.*|no rewind required|rewinding from.*|Done!|is in sync with the primary' "$folder/$1/patroni.log" | tail -n 2 | paste -sd ';')"
}

switch_over() { on "$1" "${patroni}ctl" -c "$folder/$1/patroni.yml" switchover --leader "$1" --force >"$folder/patronictl.log" 2>&1; }
crash() { processes_of "$1" | xargs kill -KILL; }
cut() { on switch ip link set "$1" down; }

chmod 755 "$folder"
make_network
for host in "${hosts[@]}"; do
    install -d -o postgres -m 700 "$folder/$host"
    write_settings "$host"
    start_host "$host"
done
wait_until 120 "a primary" leader_among "${hosts[@]}"
first=$(cat "$folder/leader")
wait_until 120 "both standbys follow it, one of them synchronously" is_whole "$first"
say "$first is the primary of $("$bin/postgres" --version), $("$patroni" --version), $(etcd --version | head -n 1)"
as_postgres "$first" psql -v ON_ERROR_STOP=1 -q -h "$folder/$first" -d postgres \
    -c "CREATE ROLE ticketing LOGIN PASSWORD 'of-ticketing'" -c "CREATE DATABASE event_ticketing OWNER ticketing"
service shop setup migrate up
service shop setup sample-data
service shop setup serve &
wait_until 60 "the service answers" on shop curl --silent --fail --output "$folder/answer" http://127.0.0.1:8000/ready
on shop "$python" "$here/sale.py" event >"$folder/event"
kill %%
wait || true
start_sale shop shop
say "sale of event $(cat "$folder/event") begins"

lose_primary switchover switch_over
rejoin "$first" switchover

lose_primary crash crash
for host in "${hosts[@]}"; do [ -n "$(processes_of "$host")" ] || { crashed=$host; start_host "$host"; }; done
rejoin "$crashed" crash

# A second server, with buyers of its own, on the host that will be cut off.
leader_among "${hosts[@]}"
alone=$(cat "$folder/leader")
start_sale "$alone" alone
( wait_until 120 "the host that is cut off takes no writes" test -f "$folder/is-cut"
  wait_until 120 "$alone takes no writes" takes_no_writes "$alone"; note partition demoted ) &
cut_and_note() { cut "$1"; touch "$folder/is-cut"; }
lose_primary partition cut_and_note
takes_no_writes "$alone" || { say "$alone still takes writes"; exit 1; }
sleep 30
on switch ip link set "$alone" up
note partition healed
rejoin "$alone" partition
sleep "$seconds_of_sale"
end_sale alone
end_sale shop
say "sale ends"

sql "SELECT id FROM bookings WHERE event_id = $(cat "$folder/event")" >"$folder/stored"
service shop recount recount
"$python" "$here/sale.py" report "$folder"
tail -n 1 "$folder/recount.log"
