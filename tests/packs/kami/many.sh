# Makes ./pack from this pack with a function in which N numbers can be mistaken: many_numbers N. Its
# example gives levels, so that no mistake costs a worker.
many_numbers()
{
    rm -rf pack
    cp -r "$ROOT/tests/packs/kami" pack
    {
        echo 'local function gated()'
        echo '  local all = {'
        for _ in $(seq "$(($1 - 1))"); do echo '    7,'; done
        echo '  }'
        echo '  return 1, tostring(all)'
        echo 'end'
        sed -n '/^return {/,$p' pack/domain_1.lua |
            sed 's/value = weakest, depends_on = { "I03", "I01" }, //'
    } >pack/domain.new
    mv pack/domain.new pack/domain_1.lua
    cat >pack/examples.lua <<'LUA'
return {
  { case = "all at 3", kind = "kota", year = 2024, levels = { 3, 3, 3 },
    expect = { index = "3.00" } },
}
LUA
}
