# Completion of spbe for bash: the program itself knows its commands, options and topics.
_spbe()
{
    local words=("${COMP_WORDS[@]:1:COMP_CWORD}")
    mapfile -t COMPREPLY < <(spbe complete -- "${words[@]}" 2>/dev/null)
}
complete -o default -F _spbe spbe
