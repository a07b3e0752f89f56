# Streams of assessments: any length, any layout, and one bad document spoils no other.

# COUNT assessments, one a line.
documents()
{
    /usr/bin/python3 - "$1" <<'PY'
import json, sys
for n in range(int(sys.argv[1])):
    print(json.dumps({"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2021 + n % 4,
                      "agency": {"name": f"Kota {n}", "kind": "kota"},
                      "answers": {f"I{i:02}": {"claimed": 1 + (n + i) % 5} for i in range(1, 48)}}))
PY
}

# The agencies of a file of result documents, one a line.
agencies() { /usr/bin/python3 -c 'import json, sys
for line in open(sys.argv[1]): print(json.loads(line)["assessment"]["agency"]["name"])' "$1"; }

test_stream_layout_does_not_matter()
{
    documents 20 >lines.jsonl
    spbe evaluate lines.jsonl --json lines.out
    [ "$(wc -l <lines.out)" = 20 ] || fail 'not twenty results'
    /usr/bin/python3 - <<'PY'
import json
documents = [json.loads(line) for line in open("lines.jsonl")]
open("spread.json", "w").write("\n\n".join(json.dumps(d, indent=2) for d in documents))
open("joined.json", "w").write("".join(json.dumps(d) for d in documents))
open("windows.json", "w", newline="").write("\r\n".join(json.dumps(d) for d in documents) + "\r\n")
PY
    for file in spread joined windows; do
        spbe evaluate $file.json --json - | sed 's/"sha256":"[0-9a-f]*"/"sha256":""/g' >$file.out
        sed 's/"sha256":"[0-9a-f]*"/"sha256":""/g' lines.out >lines.plain
        expect_same lines.plain $file.out
    done
}

test_stream_standard_input_is_a_stream_too()
{
    documents 5 >lines.jsonl
    spbe evaluate lines.jsonl --json file.out
    spbe evaluate - --json - <lines.jsonl >pipe.out
    expect_same file.out pipe.out
    cat lines.jsonl | { while IFS= read -r line; do printf '%s\n' "$line"; sleep 0.02; done; } |
        spbe evaluate - --json - >slow.out
    expect_same file.out slow.out
}

test_stream_a_bad_document_is_named_and_the_others_are_done()
{
    documents 6 >lines.jsonl
    sed -i '2s/"year"/"yaer"/; 5s/$/}/' lines.jsonl
    expect_exit 3 spbe evaluate lines.jsonl --json -
    cp "$OUT" results.jsonl
    [ "$(agencies results.jsonl | tr '\n' ' ')" = 'Kota 0 Kota 2 Kota 3 Kota 4 Kota 5 ' ] ||
        fail 'not all good documents were done'
    expect_stderr 'lines.jsonl, dokumen 2:1:'
    expect_stderr '$.yaer'
    expect_stderr 'lines.jsonl, dokumen 6'
    expect_stderr '2 dari 7 penilaian'
}

test_stream_cut_documents_take_no_good_one_along()
{
    documents 9 >lines.jsonl
    /usr/bin/python3 - <<'PY'
lines = open("lines.jsonl").read().splitlines()
lines[1] = lines[1][:40]                      # inside a string
lines[3] = lines[3][:lines[3].index("I05")]   # after a comma or quote
lines[6] = lines[6][:-1]                      # without its last bracket
open("cut.jsonl", "w").write("\n".join(lines))
PY
    expect_exit 3 spbe evaluate cut.jsonl --json -
    cp "$OUT" results.jsonl
    [ "$(agencies results.jsonl | tr '\n' ' ')" = 'Kota 0 Kota 2 Kota 4 Kota 5 Kota 7 Kota 8 ' ] ||
        fail "done: $(agencies results.jsonl | tr '\n' ' ')"
    expect_stderr '3 dari 9'
}

test_stream_names_the_first_twenty_and_counts_the_rest()
{
    documents 60 | sed '1~2s/"year"/"yaer"/' >lines.jsonl
    expect_exit 3 spbe evaluate lines.jsonl --json -
    [ "$(grep -c 'dokumen [0-9]' "$ERR")" = 20 ] || fail 'not twenty by name'
    expect_stderr '30 dari 60'
    [ "$(wc -l <"$OUT")" = 30 ] || fail 'not all good ones'
}

test_stream_one_bad_document_alone_keeps_its_own_status()
{
    printf '{"format":"spbe-assessment/1"' >alone.json
    expect_exit 3 spbe evaluate alone.json
    if grep -q 'dokumen 1' "$ERR"; then fail 'numbered although alone'; fi
    /usr/bin/python3 -c 'print("{\"format\":\"" + "x" * 2200000 + "\"}")' >large.json
    expect_exit 6 spbe evaluate large.json
}

test_stream_a_large_document_is_refused_and_the_others_are_done()
{
    documents 2 >lines.jsonl
    { head -n 1 lines.jsonl; /usr/bin/python3 -c 'print("{\"format\":\"" + "x" * 9000000 + "\"}")'; tail -n 1 lines.jsonl; } >mixed.jsonl
    expect_exit 3 spbe evaluate mixed.jsonl --json -
    [ "$(wc -l <"$OUT")" = 2 ] || fail 'not both'
    expect_stderr 'dokumen 2'
    expect_stderr 2097152
}

test_stream_other_instruments_are_bad_documents()
{
    documents 3 | sed '2s/spbe-2020/tidak-dikenal/' >lines.jsonl
    expect_exit 3 spbe evaluate lines.jsonl --json -
    [ "$(wc -l <"$OUT")" = 2 ] || fail 'not both'
    expect_stderr tidak-dikenal
}

test_stream_several_processes_give_the_same_bytes()
{
    documents 900 | sed '17s/"year"/"yaer"/; 500s/.$//' >lines.jsonl
    expect_exit 3 spbe evaluate lines.jsonl --json one.out
    cp "$ERR" one.err
    for jobs in 2 3 7; do
        expect_exit 3 spbe evaluate lines.jsonl --json many.out --jobs $jobs
        expect_same one.out many.out
        expect_same one.err "$ERR"
    done
    expect_exit 3 spbe evaluate - lines.jsonl --json - --jobs 2
    expect_exit 3 bash -c '"$SPBE" evaluate - --json - --jobs 2 <lines.jsonl'
    expect_same one.out "$OUT"
}

test_stream_several_processes_do_assessment_files_too()
{
    documents 3 >lines.jsonl
    head -n 1 lines.jsonl >one.json
    spbe new kota.spbe --instrument spbe-2020 --agency 'Kota 0' --kind kota --year 2021 --as Uji >new.log
    spbe import kota.spbe one.json --as Uji >import.log
    spbe evaluate kota.spbe lines.jsonl kota.spbe --json one.out
    spbe evaluate kota.spbe lines.jsonl kota.spbe --json many.out --jobs 2
    expect_same one.out many.out
    expect_exit 1 spbe evaluate lines.jsonl kota.spbe --basis verified --json many.out --jobs 2
    expect_exit 3 spbe evaluate tidak-ada.json lines.jsonl --json many.out --jobs 2
}

test_stream_ends_quietly_when_nobody_reads_on()
{
    documents 2000 >lines.jsonl
    spbe evaluate lines.jsonl --json - 2>stderr.txt | head -n 1 >first.txt || true
    [ ! -s stderr.txt ] || fail "complains: $(head -c 300 stderr.txt)"
    spbe evaluate lines.jsonl --json - --jobs 2 2>stderr.txt | head -n 1 >first.txt || true
    sleep 0.2
    if pgrep -f "$PWD/lines.jsonl" >/dev/null; then fail 'a process is left'; fi
}
