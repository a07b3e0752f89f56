# Where memory ends: samples of what tests/soak/memory.sh does for every allocation.

test_memory_may_end_anywhere()
{
    # these have an allocator of their own, or ask for memory behind the program's end, to write their counts
    ! grep -qaE '__asan_init|__ubsan_handle|__gcov_dump' "$SPBE" || return 0
    expect_exit 0 bash "$ROOT/tests/soak/memory.sh" 97
    expect_stdout 'a pack: '
    expect_stdout 'a stack: '
    expect_stdout 'a template: '
}
