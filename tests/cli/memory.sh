# Where memory ends: samples of what tests/soak/memory.sh does for every allocation.

test_memory_may_end_anywhere()
{
    ! instrumented || return 0
    expect_exit 0 bash "$ROOT/tests/soak/memory.sh" 97
    expect_stdout 'a pack: '
    expect_stdout 'a stack: '
    expect_stdout 'a template: '
}
