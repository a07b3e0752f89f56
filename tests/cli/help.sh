# Help: every command explains itself, in both languages, with an example; wrong words are led home.

# All commands, as the shell's completion offers them.
commands()
{
    local first second
    for first in $(spbe complete -- ''); do
        local seconds
        seconds=$(spbe complete -- "$first" '')
        if [ "$first" != help ] && [ -n "$seconds" ]; then
            for second in $seconds; do echo "$first $second"; done
        else
            echo "$first"
        fi
    done
}

test_help_lists_every_command_once()
{
    expect_exit 0 spbe help
    cp "$OUT" page
    commands | while read -r command; do
        [ "$(grep -Ec "^  $command( |\$)" page)" -eq 1 ] || fail "spbe help does not list: $command"
    done
}

test_every_command_has_its_page_in_both_languages()
{
    plain_only
    commands | while read -r command; do
        for language in id en; do
            # shellcheck disable=SC2086
            expect_exit 0 spbe $command --help --lang "$language"
            expect_stdout "spbe $command"
            expect_no_stderr
            expect_exit 0 spbe help "$command" --lang "$language"
        done
    done
}

test_every_option_is_explained_on_its_page()
{
    plain_only
    commands | while read -r command; do
        # shellcheck disable=SC2086
        for option in $(spbe complete -- $command --); do
            # shellcheck disable=SC2086
            spbe $command --help | piped " $option\( \|\$\)" || fail "$command: $option"
        done
    done
}

test_help_says_the_same_before_and_after_the_command()
{
    spbe help help >one
    spbe help --help >two
    spbe --help help >three
    spbe -h help >four
    expect_same one two
    expect_same one three
    expect_same one four
}

test_topics_are_read_in_the_language_asked_for()
{
    expect_exit 0 spbe help exit
    expect_stdout 'Status keluar'
    expect_exit 0 spbe help exit --lang en
    expect_stdout 'Exit statuses'
    expect_exit 0 env LANG=en_US.UTF-8 "$SPBE" help exit
    expect_stdout 'Exit statuses'
    expect_exit 0 env LANG=en_US.UTF-8 "$SPBE" help exit --lang id
    expect_stdout 'Status keluar'
}

test_every_topic_that_is_listed_can_be_read()
{
    for topic in $(spbe complete -- help ''); do
        expect_exit 0 spbe help "$topic"
        [ -s "$OUT" ] || fail "help $topic is empty"
    done
}

test_lines_of_topics_fit_a_terminal()
{
    awk 'length($0) > 90 { print FILENAME ":" FNR; bad = 1 } END { exit bad }' \
        "$ROOT"/templates/help/id/*.txt "$ROOT"/templates/help/en/*.txt || fail 'too long'
}

test_help_limits_shows_every_row_of_the_table()
{
    expect_exit 0 spbe help limits
    sed -n 's/^ *row(LIMIT_[A-Z0-9_]*, \([0-9]*\),.*/\1/p' "$ROOT/core/limit.h" |
        while read -r value; do expect_stdout "$value"; done
}

test_a_group_alone_lists_its_commands()
{
    expect_exit 0 spbe help rules
    expect_stdout 'rules show'
    expect_exit 0 spbe rules --help
    expect_stdout 'rules show'
}

test_a_topic_that_is_also_a_group_shows_both()
{
    expect_exit 0 spbe help evidence
    expect_stdout 'Bukti dukung'
    expect_stdout 'evidence list'
}

test_a_wrong_word_is_led_to_the_nearest()
{
    expect_exit 2 spbe evalute
    expect_stderr "'evaluate'"
    expect_exit 2 spbe rules shwo
    expect_stderr "'rules show'"
    expect_exit 2 spbe help limit
    expect_stderr "'limits'"
    expect_exit 2 spbe help ../../../etc/passwd
    expect_no_stdout
}

test_without_a_command_it_says_where_help_is()
{
    expect_exit 2 spbe
    expect_no_stdout
    expect_stderr "spbe help"
}

test_help_works_from_any_folder_and_through_a_link()
{
    mkdir -p far/away
    ln -s "$SPBE" far/away/spbe
    cd far/away
    expect_exit 0 ./spbe help exit
    expect_stdout 'Status keluar'
    expect_exit 0 env -i ./spbe help exit
    expect_stdout 'Status keluar'
}

test_the_shell_completes_commands_options_and_topics()
{
    expect_exit 0 spbe complete -- ru
    expect_stdout 'rules'
    expect_exit 0 spbe complete -- rules sh
    expect_stdout 'show'
    expect_exit 0 spbe complete -- evaluate --su
    expect_stdout '--summary'
    expect_exit 0 spbe complete -- help ex
    expect_stdout 'exit'
    expect_exit 0 spbe complete -- evaluate kota
    expect_no_stdout
}

test_the_completion_works_in_bash()
{
    PATH=$(dirname "$SPBE"):$PATH
    # shellcheck disable=SC1091
    source "$ROOT/templates/help/completion.bash"
    COMP_WORDS=(spbe help ex)
    COMP_CWORD=2
    _spbe
    [[ " ${COMPREPLY[*]} " == *' exit '* ]] || fail "offers: ${COMPREPLY[*]}"
}

test_the_manual_page_is_in_order()
{
    plain_only
    BUILD=$(dirname "$SPBE") "$ROOT/scripts/dev/manual.sh" >spbe.1.scd
    scdoc <spbe.1.scd >spbe.1
    grep -q '^.TH "spbe" "1"' spbe.1 || fail 'not a page of section 1'
    commands | while read -r command; do
        grep -q "spbe $command" spbe.1 || fail "lacks spbe $command"
    done
}

test_help_itself_explains_how_to_use_it()
{
    expect_exit 0 spbe help help
    expect_stdout 'spbe help evaluate'
}

# On a terminal no explanation runs over the edge in the middle of a word.
test_help_fits_the_terminal()
{
    in_terminal "$SPBE" help
    [ "$(wc -L <"$OUT")" -le 80 ] || fail 'a line of the overview is wider than the terminal'
    in_terminal "$SPBE" help evaluate
    [ "$(wc -L <"$OUT")" -le 80 ] || fail 'a line of the page is wider than the terminal'
    expect_stdout '  --json OUT     '
}
