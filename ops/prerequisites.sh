# Sourced by the scripts beside it: what they need, and how to get it on Debian.

set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

die() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}

# Version of the JDK whose home is $1 (its compiler too), 0 if there is none: 17, 25.
jdk_version() {
  local said
  said="$("$1/bin/javac" -version 2>&1)" || { echo 0; return; }
  said="${said##*javac }" # Java may first say which options it picked up
  echo "${said%%[^0-9]*}"
}

# Sets JAVA_HOME to a JDK, the one it names or the one on the PATH.
find_jdk() {
  local compiler
  if [ -z "${JAVA_HOME:-}" ] && compiler="$(command -v javac)"; then
    JAVA_HOME="$(dirname "$(dirname "$(readlink -f "$compiler")")")"
  fi
  [ -n "${JAVA_HOME:-}" ] && export JAVA_HOME
}

has_jdk() { find_jdk && [ "$(jdk_version "$JAVA_HOME")" -ge 17 ]; }
has() { command -v "$1" > /dev/null; }
has_node() { has npm && has node && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge 20 ]; }
has_chromium() { has chromium || has chromium-browser || has google-chrome; }
has_hangul() { has fc-list && [ -n "$(fc-list :lang=ko 2> /dev/null)" ]; }

# Each line: a check, the Debian packages that satisfy it, and what to call it.
for_running() {
  echo "has_jdk:default-jdk-headless:a JDK 17 or newer"
  echo "has mvn:maven:Maven"
}
for_tests() {
  for_running
  echo "has_node:nodejs npm:Node 20 or newer"
  echo "has_chromium:chromium:Chromium"
  echo "has_hangul:fonts-noto-cjk fontconfig:a font with Hangul"
  echo "has mosquitto_pub:mosquitto-clients:mosquitto_pub"
}

# Reads such lines; prints those whose check fails.
missing_of() {
  local check packages name
  while IFS=: read -r check packages name; do
    $check || echo "$check:$packages:$name"
  done
}

# Installs what the list $1 lacks when we may, else says in one line how to.
require() {
  local missing packages names
  if [ -n "${JAVA_HOME:-}" ] && ! has_jdk; then
    die "JAVA_HOME ($JAVA_HOME) is no JDK 17 or newer: correct it or unset it"
  fi
  missing="$("$1" | missing_of)"
  [ -z "$missing" ] && { find_jdk; return; }
  packages="$(cut -d: -f2 <<< "$missing" | paste -sd " ")"
  names="$(cut -d: -f3 <<< "$missing" | paste -sd, | sed 's/,/, /g')"
  if [ "$(id -u)" -ne 0 ] || ! has apt-get; then
    die "missing: $names. Install with: sudo apt-get install -y --no-install-recommends $packages"
  fi
  install_packages "$names" "$packages"
  missing="$("$1" | missing_of)"
  [ -z "$missing" ] || die "Debian's packages are too old for: $(cut -d: -f3 <<< "$missing" | paste -sd,)"
  find_jdk
}

# Debian's faketime gives tests wrong clocks; the one that needs it says so when it is skipped.
wish_for_faketime() {
  compgen -G '/usr/lib/*/faketime/libfaketimeMT.so.1' > /dev/null && return
  [ "$(id -u)" -eq 0 ] && has apt-get || return 0
  DEBIAN_FRONTEND=noninteractive timeout 60 \
    apt-get install -y -qq --no-install-recommends faketime > /dev/null 2>&1 || true
}

install_packages() {
  echo "Installing $1 ($2)"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || die "apt-get update failed; missing: $1"
  # shellcheck disable=SC2086 # several packages
  apt-get install -y -qq --no-install-recommends $2 > /dev/null ||
    die "apt-get could not install: $2"
}
