#include "history_rules.h"

#include "kept_rules.h"
#include "lang.h"
#include "rule_words.h"

#include <stdio.h>
#include <string.h>

void history_rules_open(struct history_rules *rules, struct store *store)
{
    *rules = (struct history_rules){.store = store, .arena = ARENA_EMPTY};
}

void history_rules_close(struct history_rules *rules)
{
    pack_free(rules->pack);
    arena_release(&rules->arena);
}

/* The name of a file as it was in its folder: a second one of that name has "@" and a hash behind. */
static const char *own_name(struct history_rules *rules, const char *subject)
{
    return arena_copy(&rules->arena, subject, strcspn(subject, "@"));
}

/* Remembers a file of the pack; a later one of the same name takes its place. */
static void remember(struct history_rules *rules, const char *name, const char *sha256)
{
    size_t at = 0;
    while (at < rules->count && strcmp(rules->files[at].name, name) != 0) {
        at++;
    }
    if (at < LIMIT_PACK_FILES) {
        rules->files[at].name = name;
        snprintf(rules->files[at].sha256, sizeof rules->files[at].sha256, "%s", sha256);
        rules->count = at == rules->count ? at + 1 : rules->count;
    }
}

/* Loads the pack as it was kept, with one overlay. */
static struct pack *load(struct history_rules *rules, const char *name, const char *sha256)
{
    struct error ignored = {.kind = ERROR_NONE};
    const struct pack_file *missing = NULL;
    struct pack_file *overlay = &rules->files[rules->count];
    overlay->name = name;
    snprintf(overlay->sha256, sizeof overlay->sha256, "%s", sha256);
    return kept_rules_load(rules->store, name, rules->files, rules->count + 1, &missing, &ignored);
}

bool history_rules_see(struct history_rules *rules, const struct change *change)
{
    pack_free(rules->pack);
    rules->pack = NULL;
    if (change->field != FIELD_RULE_FILE || change->now == NULL) {
        return false;
    }
    const char *name = own_name(rules, change->subject);
    if (strchr(name, '/') == NULL) {
        remember(rules, name, change->now);
        return false;
    }
    rules->pack = load(rules, name, change->now);
    if (rules->pack != NULL && pack_instrument(rules->pack)->overlay_count == 0) {
        pack_free(rules->pack);
        rules->pack = NULL;
    }
    return rules->pack != NULL;
}

void history_rules_tell(const struct history_rules *rules, size_t indent, struct text *out)
{
    const struct instrument *instrument = pack_instrument(rules->pack);
    const struct overlay_note *note = &instrument->overlays[0];
    text_format(out, "%*s", (int)indent, "");
    rule_words_overlay(out, note);
    if (note->reason[0] != '\0') {
        text_format(out, "\n%*s%s: %s", (int)indent, "", _("reason"), note->reason);
    }
    for (size_t i = 0; i < instrument->change_count; i++) {
        text_format(out, "\n%*s- ", (int)indent, "");
        rule_words_change(out, &instrument->changes[i]);
    }
    text_add_byte(out, '\n');
}

void history_rules_write(const struct history_rules *rules, struct json_out *out)
{
    const struct instrument *instrument = pack_instrument(rules->pack);
    const struct overlay_note *note = &instrument->overlays[0];
    json_out_key(out, "overlay");
    json_out_open(out, '{');
    json_out_member(out, "id", note->id);
    json_out_member(out, "title", note->title);
    json_out_member(out, "author", note->author);
    json_out_member(out, "date", note->date);
    json_out_member(out, "reason", note->reason);
    json_out_member(out, "source", note->source);
    json_out_member(out, "base", instrument->id);
    json_out_key(out, "changes");
    json_out_open(out, '[');
    for (size_t i = 0; i < instrument->change_count; i++) {
        const struct rule_change *change = &instrument->changes[i];
        json_out_open(out, '{');
        json_out_member(out, "change", change->kind);
        json_out_member(out, "of", change->of);
        json_out_member(out, "before", change->before);
        json_out_member(out, "after", change->after);
        json_out_close(out, '}');
    }
    json_out_close(out, ']');
    json_out_close(out, '}');
}
