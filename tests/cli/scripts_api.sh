# spbe run: every function of a script does what `help script` says. Each tests/scripts/api/*.lua checks a few of them
# and prints how many checks it made; what it protects stands in its first line.

# Runs one of them in a folder with two assessments, a subfolder and a document.
check_api()
{
    local examples=$ROOT/tests/examples
    mkdir dalam
    echo isi >dalam/isi.txt
    : >a2.json
    cp "$examples/kota-bandar-lampung-2023.json" kota.json
    cp "$examples/kemenko-perekonomian-2021.json" kemenko.json
    cp "$ROOT/tests/scripts/api/$1.lua" "$ROOT/tests/scripts/api/check.lua" .
    expect_exit "${2:-0}" spbe --as Siti run --allow . --today 2026-11-22 "$1.lua"
    grep -q "^ok	[0-9]" "$OUT" || { show output "$OUT"; fail "$1.lua did not come to its end"; }
}

test_api_answers() { check_api answers; }
test_api_cases() { check_api cases; }
test_api_evidence() { check_api evidence; }
test_api_files() { check_api files; }
test_api_json() { check_api json; }
test_api_numbers() { check_api numbers; }
test_api_reports() { check_api reports; }
test_api_results() { check_api results; }
test_api_sample() { check_api sample; }
test_api_steps() { check_api steps; }
test_api_give() { check_api give; }
test_api_rules() { check_api rules; }
test_api_drawing() { check_api drawing; }
test_api_words() { check_api words; }
test_api_tables() { check_api tables; }
test_api_texts() { check_api texts; }
