#include "condition.h"

#include "assessment.h"
#include "lang.h"

static void add(struct text *out, size_t start, const char *words)
{
    text_format(out, "%s%s", out->length == start ? "" : "; ", words);
}

/* "only for kementerian, lembaga". */
static void add_kinds(struct text *out, size_t start, unsigned kinds)
{
    bool first = true;
    for (int k = 0; k < KIND_NONE; k++) {
        if ((kinds >> k & 1U) != 0) {
            if (first) {
                add(out, start, _("only for"));
            }
            text_format(out, "%s%s", first ? " " : ", ", assessment_kind_word((enum kind)k));
            first = false;
        }
    }
}

void condition_tell(const struct criterion *criterion, struct text *out)
{
    size_t start = out->length;
    if (criterion->demand == DEMAND_GROUP) {
        add(out, start, _("one of the group is enough"));
        text_format(out, " (%s)", criterion->group);
    }
    if (criterion->optional) {
        add(out, start, _("may be missing"));
    }
    if (criterion->uncertain) {
        add(out, start, _("not certain that it is asked for"));
    }
    if (criterion->decisive) {
        add(out, start, _("decides the level alone"));
    }
    if (criterion->describes_state) {
        add(out, start, _("describes an early state, is not asked for"));
    }
    add_kinds(out, start, criterion->kinds);
}
