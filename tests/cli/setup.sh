# Set-up and installation: what `make demo`, `make test` and `make install` do to a machine.

# Puts stand-ins for the system's tools in front of PATH. `installed` is the state that dpkg-query tells
# for every package but gettext's, `user` the number that id tells.
stand_ins()
{
    local gettext=$1 user=$2
    mkdir -p bin
    cat >bin/dpkg-query <<END
#!/bin/bash
case "\${*: -1}" in gettext) printf '%s' '$gettext' ;; *) printf installed ;; esac
END
    printf '#!/bin/bash\necho %s\n' "$user" >bin/id
    printf '#!/bin/bash\necho "apt-get $*" >>"%s/called"\n' "$PWD" >bin/apt-get
    printf '#!/bin/bash\nexit 1\n' >bin/sudo
    chmod +x bin/*
    PATH=$PWD/bin:$PATH
}

test_setup_never_calls_apt_when_all_is_there()
{
    stand_ins installed 1000
    expect_exit 0 "$ROOT/scripts/dev/setup.sh" build test
    expect_no_stdout
    expect_no_stderr
    [ ! -e called ] || fail 'apt-get was called'
}

test_setup_names_what_is_missing_and_stops_without_rights()
{
    stand_ins not-installed 1000
    expect_exit 1 "$ROOT/scripts/dev/setup.sh" build
    expect_stderr 'gettext'
    expect_stderr 'apt-get install gettext'
    [ ! -e called ] || fail 'apt-get was called'
}

test_setup_installs_exactly_what_is_missing_as_root()
{
    stand_ins config-files 0
    expect_exit 0 "$ROOT/scripts/dev/setup.sh" build test
    grep -q ' update$' called || fail 'the lists were not brought up to date'
    grep -q ' install .* gettext$' called || fail "called: $(cat called)"
    [ "$(wc -l <called)" -eq 2 ] || fail "called: $(cat called)"
}

test_setup_uses_sudo_that_asks_nothing()
{
    stand_ins '' 1000
    printf '#!/bin/bash\nshift; [ "$1" = true ] || exec "$@"\n' >bin/sudo
    expect_exit 0 "$ROOT/scripts/dev/setup.sh" build
    grep -q ' install .* gettext$' called || fail 'nothing was installed'
}

test_setup_knows_only_its_two_lists()
{
    expect_exit 2 "$ROOT/scripts/dev/setup.sh" everything
    expect_stderr 'build and test'
}

# Installs into ./root and sets PROGRAM.
install_here()
{
    BUILD=$(dirname "$SPBE") "$ROOT/scripts/dev/install.sh" "$PWD/root" /usr >log
    PROGRAM=$PWD/root/usr/bin/spbe
}

test_an_installed_program_finds_what_it_reads()
{
    plain_only
    install_here
    cd /
    expect_exit 0 env -i "$PROGRAM" help exit
    expect_stdout 'Status keluar'
    expect_exit 2 env -i "$PROGRAM" nix
    expect_stderr 'bukan perintah'
    expect_exit 0 env -i "$PROGRAM" rules list
    expect_stdout 'spbe-2020'
}

test_an_installed_program_scores_and_reports()
{
    plain_only
    install_here
    expect_exit 0 env -i "$PROGRAM" evaluate "$ROOT/tests/examples/kota-bandar-lampung-2023.json"
    expect_stdout '2,15'
    # The one variable kept: which leaks are a library's own, for builds with a sanitizer.
    expect_exit 0 env -i LSAN_OPTIONS="$LSAN_OPTIONS" "$PROGRAM" report "$ROOT/tests/examples/kota-bandar-lampung-2023.json" -o out.xlsx
    [ -s out.xlsx ] || fail 'no workbook'
}

test_installation_has_a_manual_page_and_a_completion()
{
    install_here
    grep -q '^.TH' root/usr/share/man/man1/spbe.1 || fail 'no manual page'
    bash -n root/usr/share/bash-completion/completions/spbe
    [ ! -e root/usr/share/spbe/scripts/dev ] || fail 'development helpers were installed'
    local name
    for name in pack template session script; do
        "$PROGRAM" rules stubs "$name" --lang id >stub.lua
        [ -s stub.lua ] || fail "no annotations of $name"
        expect_same stub.lua "root/usr/share/spbe/templates/stubs/$name.lua"
    done
    [ ! -e root/usr/share/spbe/templates/lang ] || fail 'sources of translations were installed'
}

test_a_moved_checkout_still_finds_its_own_files()
{
    mkdir -p moved/build
    cp "$SPBE" moved/build/spbe
    cp -r "$ROOT/templates" "$ROOT/rules" moved/
    printf '/no/longer/there\n' >moved/build/root
    expect_exit 0 moved/build/spbe help exit
    expect_stdout 'Status keluar'
}
