#!/usr/bin/env bash
# Makes sure that the Debian packages are there: `setup.sh build`, or `setup.sh build test`.
#
# All there: says nothing and never calls apt. Some missing: installs them as root or through sudo
# where that asks no password; otherwise names them and ends with status 1.
set -euo pipefail

# To build the program and to show it.
build_packages=(gcc libc6-dev make pkg-config gettext zlib1g-dev liblua5.4-dev libxlsxwriter-dev libminizip-dev
    libexpat1-dev libcjson-dev libsqlite3-dev libssl-dev libseccomp-dev libncurses-dev scdoc)
# To test it.
test_packages=(clang-14 libclang-rt-14-dev clang-tidy clang-format-14 cppcheck libcmocka-dev
    valgrind time python3 python3-jsonschema universal-ctags bsdutils libreoffice-calc-nogui python3-uno
    poppler-utils tmux)

wanted=()
for list in "$@"; do
    case $list in
    build) wanted+=("${build_packages[@]}") ;;
    test) wanted+=("${test_packages[@]}") ;;
    *) echo "setup.sh: there is no list '$list'; there are build and test" >&2; exit 2 ;;
    esac
done

missing=()
for package in "${wanted[@]}"; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" -eq 0 ]; then
    become=()
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    become=(sudo -n)
else
    {
        echo "These packages are missing, and only root can install them:"
        printf '    %s\n' "${missing[*]}"
        echo "Ask for this, then call make again:"
        echo "    apt-get install ${missing[*]}"
    } >&2
    exit 1
fi

echo "Installing: ${missing[*]}"
"${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q update
"${become[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get -q install -y --no-install-recommends "${missing[@]}"
