#!/usr/bin/env bash
# A PostgreSQL server of one's own for the tests, on 127.0.0.1, never run by root.
#   eval "$(bash eng/postgres.sh start DIR)"   installs PostgreSQL where it is missing (apt, root only), makes and starts a server in DIR,
#                                              and prints what sets SOCIALOPS_POSTGRES; started again it keeps its rows and its port
#   bash eng/postgres.sh stop DIR [MODE]       stops it; MODE is pg_ctl's: fast, or immediate as in a crash
#   bash eng/postgres.sh remove DIR            stops it and removes DIR
# Where there is no server to be had, it prints the reason and ends with 1.
set -euo pipefail

command=${1:-} dir=${2:-} mode=${3:-fast}
[ -n "$dir" ] || { sed -n '2,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
log() { echo "$*" >&2; }
newest() {
  local path; path=$(command -v pg_ctl || true)
  for path in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) ${path:+"$(dirname "$path")"}; do
    if [ -x "$path/initdb" ]; then echo "$path"; return; fi
  done
}

install_server() {
  command -v apt-get >/dev/null || { log "No PostgreSQL: it is not installed, and there is no apt-get to install it."; return 1; }
  [ "$(id -u)" -eq 0 ] || { log "No PostgreSQL: it is not installed, and only root may install it (apt-get install postgresql)."; return 1; }
  log "Installing PostgreSQL ..."
  { apt-get -qq update; DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends postgresql; } >/dev/null 2>&1 \
    || { log "No PostgreSQL: apt-get could not install it."; return 1; }
}

# As postgres when called by root, because the server refuses root.
as_server() { if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

free_port() { local port; while :; do port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }; done; }

start_on() {
  as_server "$bin/pg_ctl" -D "$dir/data" -w -t 60 -l "$dir/server.log" \
    -o "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir/data -c max_connections=200" start >/dev/null
}

start() {
  bin=$(newest)
  if [ -z "$bin" ]; then install_server; bin=$(newest); fi
  [ -n "$bin" ] || { log "No PostgreSQL: its programs are not where they are expected."; return 1; }
  mkdir -p "$dir"; dir=$(cd "$dir" && pwd)
  if [ ! -f "$dir/data/PG_VERSION" ]; then
    if [ "$(id -u)" -eq 0 ]; then chown postgres: "$dir"; chmod 711 "$dir"; fi
    as_server "$bin/initdb" -D "$dir/data" -U postgres -A trust --no-sync -E UTF8 --locale=C.UTF-8 >"$dir/initdb.log" 2>&1 || { log "No PostgreSQL: initdb failed."; cat "$dir/initdb.log" >&2; return 1; }
  fi
  if as_server "$bin/pg_ctl" -D "$dir/data" status >/dev/null 2>&1; then
    : # It runs already.
  elif [ -f "$dir/port" ]; then
    start_on "$(cat "$dir/port")" || { log "No PostgreSQL: the server does not start again."; cat "$dir/server.log" >&2; return 1; }
  else
    local try port
    for try in 1 2 3 4 5; do
      port=$(free_port)
      if start_on "$port"; then echo "$port" >"$dir/port"; break; fi
    done
    [ -f "$dir/port" ] || { log "No PostgreSQL: the server does not start."; cat "$dir/server.log" >&2; return 1; }
  fi
  echo "export SOCIALOPS_POSTGRES='Host=127.0.0.1;Port=$(cat "$dir/port");Database=postgres;Username=postgres'"
}

stop() {
  dir=$(cd "$dir" 2>/dev/null && pwd) || return 0
  if [ -f "$dir/data/postmaster.pid" ]; then as_server "$(newest)/pg_ctl" -D "$dir/data" -m "$mode" -w stop >/dev/null; fi
}

case $command in
  start) start ;;
  stop) stop ;;
  remove) stop; rm -rf "$dir" ;;
  *) log "start, stop or remove?"; exit 2 ;;
esac
