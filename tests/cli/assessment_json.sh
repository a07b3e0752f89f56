# The assessment JSON from outside: hostile documents, the schema, and the way through a file and back.

# Writes the hostile documents and their list into the folder hostile.
write_hostile()
{
    local program=${SPBE%/*}/tests/test_hostile_json
    [ -x "$program" ] || make -s -C "$ROOT" BUILD="${SPBE%/*}" "$program"
    mkdir hostile
    "$program" --write hostile
}

# One document of an enemy: STATUS as agreed, one line that names the file, soon and with little memory.
check_hostile()
{
    local file=$1 row=$2 status=0 wanted=3
    case $row in
        -) wanted=0 ;;
        JSON_VALUES | JSON_LONG | EXCHANGE_LARGE) wanted=6 ;;
    esac
    # What looks like a database is taken for an assessment file.
    if [ "$file" = sqlite.json ]; then wanted=5; fi
    /usr/bin/time -f '%U %S %M' -o cost timeout 20 "$SPBE" evaluate "hostile/$file" --summary --lang en \
        >"$OUT" 2>"$ERR" || status=$?
    # A pack is loaded for honest documents, and then a basis without data is a verdict of 1.
    [ "$wanted" -eq 0 ] && [ "$status" -le 1 ] && status=0
    [ "$status" -eq "$wanted" ] || { show 'standard error' "$ERR"; fail "$file: status $status"; }
    read -r user kernel kilobytes < <(tail -n 1 cost)
    awk -v s="$user" -v t="$kernel" 'BEGIN { exit !(s + t < 2) }' || fail "$file took $user and $kernel seconds"
    [ "$kilobytes" -lt 262144 ] || fail "$file took $kilobytes KiB"
    if [ "$wanted" -ne 0 ]; then
        [ "$(head -c 300 "$ERR" | grep -c "^spbe: hostile/")" -ge 1 ] ||
            { show 'standard error' "$ERR"; fail "$file: no line"; }
    fi
}

# Protects the batch and the import: no document does harm, and none that is honest is refused.
test_hostile_documents_are_refused_in_order()
{
    write_hostile
    local file row path count=0
    while IFS=$'\t' read -r file row path; do
        check_hostile "$file" "$row"
        count=$((count + 1))
    done <hostile/list
    [ "$count" -ge 150 ] || fail "only $count documents"
}

# Protects other systems: what spbe takes is what the schema says, as far as a schema can say it.
test_schema_and_program_agree()
{
    write_hostile
    local good=() bad=() file row path
    while IFS=$'\t' read -r file row path; do
        case $row in
            -) good+=("hostile/$file") ;;
            JSON_TYPE | JSON_UNKNOWN_KEY | EXCHANGE_MISSING | EXCHANGE_FORMAT | EXCHANGE_KIND | \
                EXCHANGE_STAGE | EXCHANGE_STATE | EXCHANGE_SHA256 | EXCHANGE_TWICE)
                # Only what is JSON at all can be judged by a schema.
                if /usr/bin/python3 -c 'import json, sys; json.load(open(sys.argv[1]))' \
                    "hostile/$file" 2>/dev/null; then
                    bad+=("hostile/$file")
                fi
                ;;
        esac
    done <hostile/list
    [ ${#good[@]} -ge 12 ] && [ ${#bad[@]} -ge 30 ] || fail "${#good[@]} good, ${#bad[@]} bad"
    local schema=$ROOT/templates/spbe-assessment.schema.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$schema" "${good[@]}" || fail 'an honest one is invalid'
    /usr/bin/python3 "$ROOT/tests/schema.py" --not "$schema" "${bad[@]}" || fail 'a bad one is valid'
}

# Protects the examples that ship, and the documents that measurements are made with.
test_schema_holds_for_examples_and_generated_documents()
{
    lua5.4 "$ROOT/tests/bench/generate.lua" --pack "$ROOT/rules/spbe-2020" --count 20 >stream.jsonl
    lua5.4 "$ROOT/tests/bench/generate.lua" --pack "$ROOT/rules/spbe-2020" --count 3 --seed 7 --lines \
        >lines.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-assessment.schema.json" \
        "$ROOT"/tests/examples/*.json stream.jsonl lines.json || fail 'invalid'
    expect_exit 0 spbe evaluate stream.jsonl lines.json --summary --json out.jsonl
    [ "$(wc -l <out.jsonl)" -eq 23 ] || fail "$(wc -l <out.jsonl) results"
}

# Protects every answer: a generated document with all criteria and evidence goes into a file, comes out,
# goes into another, and comes out as the same bytes, valid by the schema.
test_documents_come_back_from_a_file_unharmed()
{
    lua5.4 "$ROOT/tests/bench/generate.lua" --pack "$ROOT/rules/spbe-2020" --count 1 --seed 3 >in.json
    year=$(/usr/bin/python3 -c 'import json; print(json.load(open("in.json"))["year"])')
    name=$(/usr/bin/python3 -c 'import json; print(json.load(open("in.json"))["agency"]["name"])')
    kind=$(/usr/bin/python3 -c 'import json; print(json.load(open("in.json"))["agency"]["kind"])')
    for file in a b; do
        expect_exit 0 spbe new $file.spbe --instrument spbe-2020 --agency "$name" --kind "$kind" \
            --year "$year" --as Tim
    done
    expect_exit 0 spbe import a.spbe in.json --as Tim
    expect_exit 0 spbe export a.spbe -o a.json
    expect_exit 0 spbe import b.spbe a.json --as Tim
    expect_exit 0 spbe export b.spbe -o b.json
    expect_same a.json b.json
    /usr/bin/python3 "$ROOT/tests/schema.py" "$ROOT/templates/spbe-assessment.schema.json" a.json
    /usr/bin/python3 - <<'PY' || fail 'an answer was lost'
import json
def plain(text):
    answers = json.load(open(text))["answers"]
    for one in answers.values():
        for item in one.get("evidence", []):
            item["supports"] = sorted(item["supports"])
    return answers
assert plain("in.json") == plain("a.json")
PY
}
