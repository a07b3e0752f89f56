# spbe explain: the proof of one value, for an auditor.

assessment()
{
    cat <<'JSON'
{"format": "spbe-assessment/1", "instrument": "spbe-2020", "year": 2024,
 "agency": {"name": "Kota Contoh", "kind": "kota"},
 "answers": {"I11": {"claimed": 3, "verified": 2, "verified_reason": "domain belum lengkap",
   "stages": [{"stage": "dokumen", "value": 3, "reason": "tampak lengkap", "by": "Asesor A"},
              {"stage": "interviu", "value": 2, "reason": "domain belum lengkap", "by": "Asesor B"}],
   "criteria": {"I11.2.a": {"met": true, "note": "lihat lampiran"}, "I11.2.b": {"met": true},
     "I11.3.a": {"met": false}},
   "evidence": [{"title": "Arsitektur SPBE", "number": "050/12", "date": "2023-03-01", "pages": "4-9",
     "supports": ["I11.2.a"]}]}}}
JSON
}

test_explain_proves_a_value_from_criterion_to_contribution()
{
    assessment >kota.json
    expect_exit 0 spbe explain kota.json I11
    for words in 'I11 Tingkat Kematangan Arsitektur SPBE' 'A2 Perencanaan Strategis SPBE' \
        'Perpres 95/2018 Pasal 6-12' 'Pedoman Menteri PANRB Nomor 3 Tahun 2024' \
        '3 × 2,5 % = 0,075' 'tingkat 4 menambah 0,025' 'Tingkat 2 Terkelola' 'terpenuhi dan terbukti' \
        'I11.2.a  ✓ terpenuhi' 'lihat lampiran' 'Arsitektur SPBE · 050/12 · 2023-03-01 · 4-9' \
        'I11.3.a  ✗ tidak terpenuhi' 'I11.3.b  · belum dijawab' 'hanya menopang 2' \
        'tampak lengkap (Asesor A)' 'domain belum lengkap (Asesor B)' '1 dari 47 indikator' \
        'Peraturan Menteri PANRB Nomor 59 Tahun 2020'; do
        expect_stdout "$words"
    done
}

test_explain_follows_the_basis()
{
    assessment >kota.json
    expect_exit 0 spbe explain kota.json I11 --basis verified
    expect_stdout '2 × 2,5 % = 0,05'
    expect_stdout 'asesor menetapkan 2: domain belum lengkap'
    expect_exit 0 spbe explain kota.json I12 --basis verified
    expect_stdout 'dihitung sebagai 1'
    sed 's/"verified": 2, "verified_reason": "domain belum lengkap",//; /"stages"/,/Asesor B/d' kota.json >claimed.json
    expect_exit 1 spbe explain claimed.json I11 --basis verified
}

test_explain_shows_only_criteria_of_the_year()
{
    assessment >kota.json
    expect_exit 0 spbe explain kota.json I11
    expect_stdout I11.3.h
    sed 's/2024/2023/' kota.json >earlier.json
    expect_exit 0 spbe explain earlier.json I11
    if grep -q 'I11.3.h' "$OUT"; then fail 'a criterion of 2024 in 2023'; fi
}

test_explain_fits_80_columns()
{
    assessment >kota.json
    for indicator in I01 I11 I22 I32 I47; do
        for lang in id en; do
            expect_exit 0 spbe explain kota.json $indicator --lang $lang
            /usr/bin/python3 -c 'import sys
bad = [line for line in open(sys.argv[1], encoding="utf-8") if len(line) > 81]
sys.exit("\n".join(bad) if bad else 0)' "$OUT" || fail "$indicator: a line is too long"
        done
    done
}

test_explain_knows_what_is_meant()
{
    assessment >kota.json
    spbe explain kota.json I11 >full.txt
    for word in i11 11; do
        spbe explain kota.json $word >other.txt
        expect_same full.txt other.txt
    done
    expect_exit 0 spbe explain kota.json 1
    expect_stdout 'I01 '
    expect_exit 2 spbe explain kota.json I111
    expect_stderr I11
    expect_exit 2 spbe explain kota.json kebijakan
    expect_no_stdout
    expect_exit 2 spbe explain kota.json
}

test_explain_takes_one_assessment()
{
    assessment >kota.json
    cat kota.json kota.json >two.json
    expect_exit 3 spbe explain two.json I11
    : >none.json
    expect_exit 3 spbe explain none.json I11
    expect_exit 0 bash -c '"$SPBE" explain - I11 <kota.json'
}

# Protects the proof: three values, value × weight, the levels, each criterion and item with its answer and text, the
# documents and the reasons are those that another program finds in the rules and computes anew; over all
# indicators of an assessment they add up to its index. Many more in the soak part.
test_proofs_hold_against_the_rules_and_add_up_to_the_index()
{
    SPBE=$SPBE /usr/bin/python3 "$ROOT/tests/cli/explain_oracle.py" 2 1 >out.txt || fail "$(cat out.txt)"
    grep -q '^1 cases, 0 different; 20 proofs' out.txt || fail 'not all were read'
    SPBE=$SPBE /usr/bin/python3 "$ROOT/tests/cli/explain_oracle.py" 0 2 3 >out.txt || fail "$(cat out.txt)"
}
