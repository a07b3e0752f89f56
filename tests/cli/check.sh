# 'spbe rules check' as a colleague: what it finds has file, line and a suggestion, and what a pack uses of each
# limit is told.
# shellcheck source=tests/packs/check/change.sh
source "$ROOT/tests/packs/check/change.sh"

KAMI=$ROOT/tests/packs/kami

# A finding is a complaint: a line with its place, counted, exit status 1; the rest of the page is left out.
finds()
{
    expect_exit 1 spbe rules check pack --lang en
    expect_stdout "$1"
    expect_stdout 'complaints: 1'
    ! grep -q 'nothing is wrong' "$OUT" || fail 'something is wrong'
}

# A copy of the pack with functions, one line of it changed.
changed_kami()
{
    rm -rf pack
    cp -r "$KAMI" pack
    cp pack/domain_1.lua before.lua
    sed -i -e "$1" pack/domain_1.lua
    ! cmp -s before.lua pack/domain_1.lua || fail "changes nothing: $1"
}

test_a_level_that_some_agencies_cannot_prove_is_told()
{
    changed_pack domain_1.lua 's/text = "Kebijakan direviu.", basis = "aturan-2020"/&, applies_to = { "pusat" }/'
    finds "pack/domain_1.lua:19: level 3 of I01 asks nothing of kind 'provinsi' in 2021"
    expect_stdout 'keep one that all must meet'
    changed_pack domain_1.lua 's/text = "Kebijakan direviu.", basis = "aturan-2020"/&, optional = true/'
    finds "level 3 of I01 asks nothing of kind 'kementerian' in 2021"
}

test_a_criterion_that_nobody_is_asked_is_told()
{
    changed_pack domain_1.lua 's/text = "Kebijakan ditetapkan.", basis = "aturan-2020"/&, applies_to = {}/'
    finds 'pack/domain_1.lua:13: applies_to of I01.2.a names nobody, so nobody could prove it'
}

test_a_criterion_whose_evidence_cannot_be_young_enough_is_told()
{
    changed_pack checks.lua 's/under_years = [0-9]*/under_years = 0/'
    finds 'no evidence is younger than 0 years, so nobody could prove these criteria; write 1 or more'
}

# What a function asks for and does not get would be nil, and a wrong value without a word.
test_a_function_that_reads_what_is_not_there_is_told()
{
    changed_kami 's/level\.criteria \* worth/level.criterias * worth/'
    expect_exit 1 spbe rules check pack --lang en
    expect_stdout "reads input.levels[1].criterias, which is not there; did you mean 'criteria'?"
    grep -q '^pack/domain_1.lua:[0-9]*: reads input' "$OUT" || fail 'no place'
    changed_kami 's/depends_on = { [^}]* }/depends_on = { }/'
    expect_exit 1 spbe rules check pack --lang en
    expect_stdout 'does not name; add it there'
    expect_exit 1 spbe rules check pack
    expect_stdout 'tambahkan di sana'
}

# The same of a function in an overlay, with the overlay's file.
test_a_function_of_an_overlay_is_tried()
{
    cp -r "$ROOT/tests/packs/check/base" pack
    mkdir -p koreksi
    cat >koreksi/overlay.lua <<'LUA'
local function score(input)
  if input.suported > 1 then
    return 2, "dua"
  end
  return 1, "satu"
end

return {
  format = "spbe-overlay/1", id = "koreksi", title = "Koreksi", base = "uji-1",
  author = "Inspektorat", date = "2023-05-01", reason = "Uji", source = "Nota uji",
  changes = { { change = "function", of = "I01", to = score } },
}
LUA
    expect_exit 1 spbe rules check pack koreksi --lang en
    expect_stdout "koreksi/overlay.lua:2: reads input.suported, which is not there; did you mean 'supported'?"
    expect_stdout 'koreksi/overlay.lua:2: stops with an error'
    expect_stdout 'complaints: 2'
}

# Levels whose evidence nobody describes are a remark: the pack is sound.
test_levels_without_a_word_on_evidence_are_mentioned()
{
    expect_exit 0 spbe rules check "$ROOT/tests/packs/check/base" --lang en
    expect_stdout '5 of 6 levels that need evidence say nothing of what is accepted; the first is that of I01.3.a'
    expect_exit 0 spbe rules check spbe-2020 --lang en
    expect_stdout 'nothing is wrong'
}

test_the_budget_is_shown_as_a_table()
{
    expect_exit 0 spbe rules check spbe-2020 --budget
    expect_stdout 'Terpakai'
    expect_stdout 'semua berkas paket aturan selama dibaca'
    expect_stdout 'domain_4.lua'
    expect_exit 0 spbe rules check "$KAMI" --budget --lang en
    expect_stdout 'one call of a scoring function'
    expect_stdout 'differs from run to run'
    expect_exit 0 spbe rules check "$KAMI"
    ! grep -q 'Terpakai' "$OUT" || fail 'the budget was not asked for'
}

test_the_page_for_programs_is_one_document()
{
    expect_exit 0 spbe rules check spbe-2020 --json --budget
    cp "$OUT" sound.json
    [ "$(wc -l <sound.json)" -eq 1 ] || fail 'more than one line'
    expect_json sound.json sound true
    expect_json sound.json budget.0.limit LIMIT_PACK_FILES
    expect_json sound.json budget.0.used 9
    expect_json sound.json budget.1.file domain_4.lua
    expect_json sound.json budget.1.varies false
    changed_pack domain_1.lua 's/text = "Kebijakan ditetapkan.", basis = "aturan-2020"/&, applies_to = {}/'
    expect_exit 1 spbe rules check pack --json --budget
    cp "$OUT" bad.json
    expect_json bad.json sound false
    expect_json bad.json complaints.0.where pack/domain_1.lua:13
    expect_json bad.json complaints.0.id PACK_APPLIES_NONE
    ! grep -q '"budget"' bad.json || fail 'a pack that is not sound has no budget'
}

# But for the time, the same pack uses the same on every run.
test_the_budget_is_the_same_on_every_run()
{
    expect_exit 0 spbe rules check spbe-2020 --json --budget
    sed 's/"limit":"LIMIT_LUA_MS","used":[0-9]*/T/' "$OUT" >one
    expect_exit 0 spbe rules check spbe-2020 --json --budget
    sed 's/"limit":"LIMIT_LUA_MS","used":[0-9]*/T/' "$OUT" >other
    expect_same one other
}

# An overlay that was begun and not written is sound, and said to be unfinished.
test_what_an_overlay_still_lacks_is_mentioned()
{
    expect_exit 0 spbe rules new overlay koreksi --base spbe-2020
    expect_exit 0 spbe rules check koreksi
    expect_stdout 'koreksi masih memuat kata-kata rintisannya: title, reason, source'
    expect_stdout 'koreksi belum mengubah apa pun'
    sed -i 's/title = "[^"]*"/title = "Bobot"/; s/reason = "Tulis[^"]*"/reason = "Temuan"/; s/source = "Tulis[^"]*"/source = "Nota"/' koreksi/overlay.lua
    sed -i 's/-- { change = "unanswered"/{ change = "unanswered"/' koreksi/overlay.lua
    expect_exit 0 spbe rules check koreksi
    ! grep -q 'belum' "$OUT" || fail 'everything was written'
}
