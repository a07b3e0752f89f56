#include "parallel.h"

#include "crew.h"
#include "limit.h"
#include "memory.h"
#include "store.h"

#include <stdlib.h>
#include <string.h>

enum { PIECE_BYTES = 262144 };

/* A request is: this, the path with its NUL, then for each document a `dealt` and its bytes. */
struct request_head {
    size_t count; /* of documents; 0: the path is an assessment file */
    size_t path_length;
};

struct dealt {
    size_t length, whole, number;
    bool large, alone;
};

/* An answer is: this, the text, then the listed refusals. */
struct answer_head {
    size_t done, bad, without;
    size_t text_length;
    size_t listed; /* refusals, at most LIMIT_REFUSALS */
    struct error fatal;
};

/* --- in a member -------------------------------------------------------------------------------- */

/* What a member knows: its own copy of the crew's context, and the piece at hand. */
struct desk {
    struct parallel *parallel;
    struct evaluator *evaluator;
    struct answer_head head; /* of the answer that grows */
    struct text out;
    struct error refusals[LIMIT_REFUSALS];
};

static bool take(void *context, const struct evaluation *evaluation, const char *name,
                 struct error *err)
{
    struct desk *desk = context;
    (void)name;
    (void)err;
    desk->parallel->write(desk->parallel->context, evaluation, &desk->out, &desk->head.without);
    desk->head.done++;
    return true;
}

static void keep_refusal(void *context, const struct error *refusal)
{
    struct desk *desk = context;
    desk->head.bad++;
    if (desk->head.listed < LIMIT_REFUSALS) {
        desk->refusals[desk->head.listed++] = *refusal;
    }
}

/* Evaluates the documents of a piece. */
static bool work_documents(struct batch *batch, const struct request_head *head, const char *path,
                           struct error *err)
{
    const char *at = path + head->path_length + 1;
    struct text name = TEXT_EMPTY;
    bool going = true;
    for (size_t i = 0; going && i < head->count; i++) {
        struct dealt dealt;
        memcpy(&dealt, at, sizeof dealt);
        at += sizeof dealt;
        struct stream_document document = {at, dealt.length, dealt.whole, dealt.number,
                                           dealt.large};
        going = batch_document(batch, &document, batch_name(path, dealt.number, dealt.alone, &name),
                               err);
        at += dealt.large ? 0 : dealt.whole;
    }
    text_release(&name);
    return going;
}

/* Does a request: the function of the crew. */
static bool work(void *context, const struct text *request, struct text *answer)
{
    struct desk *desk = context;
    struct request_head head;
    struct batch batch = {
        .evaluator = desk->evaluator,
        .take = take,
        .refuse = keep_refusal,
        .context = desk,
    };
    memcpy(&head, request->bytes, sizeof head);
    const char *path = request->bytes + sizeof head;
    text_clear(&desk->out);
    desk->head = (struct answer_head){.fatal = {.kind = ERROR_NONE}};
    if (head.count == 0) {
        batch_store(&batch, path, &desk->head.fatal);
    } else {
        work_documents(&batch, &head, path, &desk->head.fatal);
    }
    desk->head.text_length = desk->out.length;
    text_append(answer, (const char *)&desk->head, sizeof desk->head);
    text_append(answer, desk->out.bytes, desk->out.length);
    text_append(answer, (const char *)desk->refusals, desk->head.listed * sizeof(struct error));
    return true;
}

/* --- in this process ---------------------------------------------------------------------------- */

/* The one who deals out, and puts the answers together. */
struct dealer {
    struct parallel *parallel;
    struct batch *batch;
    struct crew *crew;
    size_t jobs;
    size_t sent, received; /* pieces; piece n goes to member n modulo jobs */
    struct text piece, answer;
    struct request_head head; /* of `piece` */
    struct error *err;
};

/* Puts one answer into the batch. The members' refusals point to texts that this process has too. */
static bool merge(struct dealer *dealer)
{
    struct answer_head head;
    const struct text *answer = &dealer->answer;
    memcpy(&head, answer->bytes, sizeof head);
    const char *text = answer->bytes + sizeof head;
    if (!dealer->parallel->put(dealer->parallel->context, text, head.text_length, dealer->err)) {
        return false;
    }
    dealer->batch->done += head.done;
    dealer->parallel->without += head.without;
    for (size_t i = 0; i < head.listed; i++) {
        struct error refusal;
        memcpy(&refusal, text + head.text_length + i * sizeof refusal, sizeof refusal);
        batch_refuse(dealer->batch, &refusal);
    }
    dealer->batch->bad += head.bad - head.listed;
    if (error_is_set(&head.fatal)) {
        *dealer->err = head.fatal;
        return false;
    }
    return true;
}

/* Takes the answer of the oldest piece that is out. */
static bool collect(struct dealer *dealer)
{
    size_t member = dealer->received++ % dealer->jobs;
    return crew_receive(dealer->crew, member, &dealer->answer, dealer->err) && merge(dealer);
}

/* Sends the piece, after collecting from its member when that still has one. */
static bool deal(struct dealer *dealer)
{
    if (dealer->sent - dealer->received == dealer->jobs && !collect(dealer)) {
        return false;
    }
    memcpy(dealer->piece.bytes, &dealer->head, sizeof dealer->head);
    return crew_send(dealer->crew, dealer->sent++ % dealer->jobs, &dealer->piece, dealer->err);
}

/* Begins a piece of an input. */
static void begin_piece(struct dealer *dealer, const char *path)
{
    dealer->head = (struct request_head){0, strlen(path)};
    text_clear(&dealer->piece);
    text_append(&dealer->piece, (const char *)&dealer->head, sizeof dealer->head);
    text_append(&dealer->piece, path, strlen(path) + 1);
}

/* Adds a document to the piece. */
static void add_document(struct dealer *dealer, struct stream *stream,
                         struct stream_document *document)
{
    bool alone = document->number == 1 && stream_alone(stream, document);
    struct dealt dealt = {
        .length = document->length,
        .whole = document->whole,
        .number = document->number,
        .large = document->large,
        .alone = alone,
    };
    text_append(&dealer->piece, (const char *)&dealt, sizeof dealt);
    text_append(&dealer->piece, document->bytes, document->large ? 0 : document->whole);
    dealer->head.count++;
}

static bool deal_stream(struct dealer *dealer, struct stream *stream, const char *path)
{
    struct stream_document document;
    bool going = true;
    size_t number = 0;
    begin_piece(dealer, path);
    while (going && stream_next(stream, false, &document, dealer->err)) {
        number = document.number;
        add_document(dealer, stream, &document);
        if (dealer->piece.length >= PIECE_BYTES) {
            going = deal(dealer);
            begin_piece(dealer, path);
        }
    }
    if (error_is_set(dealer->err)) {
        return false;
    }
    if (number == 0) {
        batch_refuse_empty(dealer->batch, path);
    }
    return going && (dealer->head.count == 0 || deal(dealer));
}

static bool deal_input(struct dealer *dealer, const char *path)
{
    struct error refusal = {.kind = ERROR_NONE};
    if (strcmp(path, "-") != 0 && store_recognises(path)) {
        begin_piece(dealer, path);
        return deal(dealer);
    }
    struct stream *stream = stream_open(path, &refusal);
    if (stream == NULL) {
        batch_refuse(dealer->batch, &refusal);
        return true;
    }
    bool done = deal_stream(dealer, stream, path);
    stream_close(stream);
    return done;
}

bool parallel_run(struct parallel *parallel, struct batch *batch, const char *const *inputs,
                  size_t jobs, struct error *err)
{
    struct desk *desk = memory_zero(1, sizeof *desk);
    desk->parallel = parallel;
    desk->evaluator = batch->evaluator;
    desk->out = (struct text)TEXT_EMPTY;
    struct dealer dealer = {
        .parallel = parallel,
        .batch = batch,
        .crew = crew_start(jobs, work, desk, err),
        .jobs = jobs,
        .piece = TEXT_EMPTY,
        .answer = TEXT_EMPTY,
        .err = err,
    };
    bool going = dealer.crew != NULL;
    for (; going && *inputs != NULL; inputs++) {
        going = deal_input(&dealer, *inputs);
    }
    while (going && dealer.received < dealer.sent) {
        going = collect(&dealer);
    }
    crew_end(dealer.crew);
    text_release(&dealer.piece);
    text_release(&dealer.answer);
    free(desk);
    return going;
}
