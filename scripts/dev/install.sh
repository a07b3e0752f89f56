#!/usr/bin/env bash
# Installs what `make` built: install.sh DESTDIR PREFIX.
#
#   PREFIX/bin/spbe                                   the program
#   PREFIX/share/spbe/rules, templates, scripts       what it reads
#   PREFIX/share/spbe/templates/stubs                 annotations for editors, from the program's tables
#   PREFIX/share/locale/<language>/LC_MESSAGES        translations
#   PREFIX/share/man/man1/spbe.1                      manual page, where scdoc is there
#   PREFIX/share/bash-completion/completions/spbe     completion
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${BUILD:-build}
target=$1$2
share=$target/share

install -D -m 755 "$build/spbe" "$target/bin/spbe"
find rules templates scripts -type f ! -path 'templates/lang/*' ! -path 'scripts/dev/*' \
    ! -name '*.scd' ! -name 'completion.bash' -print0 |
    while IFS= read -r -d '' file; do install -D -m 644 "$file" "$share/spbe/$file"; done
find "$build/lang" -name 'spbe.mo' -printf '%P\0' |
    while IFS= read -r -d '' file; do install -D -m 644 "$build/lang/$file" "$share/locale/$file"; done
mkdir -p "$share/spbe/templates/stubs"
for name in pack template session script; do
    "$build/spbe" rules stubs "$name" --lang id >"$share/spbe/templates/stubs/$name.lua"
done
install -D -m 644 templates/help/completion.bash "$share/bash-completion/completions/spbe"
if command -v scdoc >/dev/null; then
    mkdir -p "$share/man/man1"
    scripts/dev/manual.sh | scdoc >"$share/man/man1/spbe.1"
fi
echo "installed in $target"
