# Documents that stand as evidence: taken out beside others, listed by indicator, withdrawn and kept.

export SPBE_USER=Siti

# A new file kota.spbe with E1 (satu.txt, I11) and E2 (dua.txt, I12).
make_file()
{
    expect_exit 0 spbe new kota.spbe --instrument spbe-2020 --agency 'Kota Contoh' --kind kota \
        --year 2024
    printf satu >satu.txt
    printf duadua >dua.txt
    expect_exit 0 spbe attach kota.spbe I11.2.a satu.txt
    expect_exit 0 spbe attach kota.spbe I12.2.a dua.txt
}

test_each_document_is_taken_out_by_its_own_number()
{
    make_file
    expect_exit 0 spbe evidence get kota.spbe E1
    expect_same satu.txt "$OUT"
    expect_exit 0 spbe evidence get kota.spbe E2
    expect_same dua.txt "$OUT"
    expect_exit 3 spbe evidence get kota.spbe E3
    expect_no_stdout
}

test_the_list_of_an_indicator_holds_its_evidence_alone()
{
    make_file
    spbe evidence list kota.spbe I11 --json >satu.jsonl
    [ "$(wc -l <satu.jsonl)" -eq 1 ] || { show list satu.jsonl; fail 'not one item'; }
    expect_json satu.jsonl supports '["I11.2.a"]'
    expect_json satu.jsonl size 4
    spbe evidence list kota.spbe --json >semua.jsonl
    [ "$(wc -l <semua.jsonl)" -eq 2 ] || { show list semua.jsonl; fail 'not two items'; }
    spbe evidence list kota.spbe I13 --json >kosong.jsonl
    [ ! -s kosong.jsonl ] || fail 'evidence where there is none'
}

test_a_purge_takes_only_what_it_names()
{
    make_file
    expect_exit 0 spbe evidence withdraw kota.spbe E1 --reason 'data pribadi' --purge
    expect_exit 3 spbe evidence get kota.spbe E1
    expect_exit 0 spbe evidence get kota.spbe E2
    expect_same dua.txt "$OUT"
    spbe verify kota.spbe --json >periksa.json
    expect_json periksa.json whole true
    expect_json periksa.json purged 1
}

test_a_copy_holds_the_documents_too()
{
    make_file
    expect_exit 0 spbe copy kota.spbe salinan.spbe
    rm kota.spbe
    expect_exit 0 spbe evidence get salinan.spbe E2
    expect_same dua.txt "$OUT"
    spbe verify salinan.spbe --json >periksa.json
    expect_json periksa.json documents 2
}
