# Where memory ends: samples of what tests/soak/memory.sh does for every allocation.

test_memory_may_end_anywhere()
{
    ! grep -qaE '__asan_init|__ubsan_handle' "$SPBE" || return 0 # these have an allocator of their own
    expect_exit 0 bash "$ROOT/tests/soak/memory.sh" 97
    expect_stdout 'a pack: '
    expect_stdout 'a stack: '
    expect_stdout 'a template: '
}
