# A pack of one file, for a case: one_file 'Lua text' makes ./pack with that pack.lua.
one_file()
{
    mkdir -p pack
    printf '%s\n' "$1" >pack/pack.lua
}
