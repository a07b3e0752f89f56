# spbe plan over instruments that nobody has seen before, held against trying everything. Far more of them in the
# soak part.

# Protects the whole promise at once, with every condition together: nothing is cheaper, ties and the next best are
# counted, days are true, also where a unit takes a single step and values lie between levels.
test_plans_of_small_instruments_are_what_trying_everything_finds()
{
    SPBE=$SPBE /usr/bin/python3 "$ROOT/tests/cli/plan_brute.py" 0 24 >out.txt || fail "$(cat out.txt)"
    grep -q '24 instruments, 0 differences' out.txt || fail 'not all were tried'
    grep -q ' combined' out.txt || fail 'no target, aspect and unit together'
}
