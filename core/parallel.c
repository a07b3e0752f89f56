#include "parallel.h"

#include "crew.h"
#include "limit.h"
#include "memory.h"
#include "pieces.h"
#include "store.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE_BYTES = 262144 };

/* How the documents of a request come to a member. */
enum delivery {
    DELIVERY_STORE, /* the path is an assessment file */
    DELIVERY_RANGE, /* a range of the file at the path */
    DELIVERY_BYTES  /* they follow */
};

/* A request is: this, the path with its NUL, the bytes of the piece if they follow. */
struct request_head {
    enum delivery delivery;
    bool first, last; /* piece of its stream */
    size_t path_length;
    size_t length; /* of the bytes that follow */
    struct stream_range range;
};

/* An answer is: this, the text, then the listed refusals. */
struct answer_head {
    size_t done, bad, without;
    size_t text_length;
    size_t listed; /* refusals, at most LIMIT_REFUSALS */
    struct error fatal;
};

/* The piece of a request, as a stream. NULL, with *err set, when the file cannot be opened again. */
static struct stream *open_piece(const struct request_head *head, const char *path, size_t before,
                                 struct error *err)
{
    bool part = !head->first || !head->last;
    if (head->delivery == DELIVERY_RANGE) {
        return stream_open_range(path, &head->range, before, part, err);
    }
    const struct stream_piece piece = {.bytes = path + head->path_length + 1,
                                       .length = head->length};
    return stream_open_piece(&piece, before, part);
}

/* --- in a member -------------------------------------------------------------------------------- */

/* What a member knows: its own copy of the crew's context, and the piece at hand. */
struct desk {
    struct parallel *parallel;
    struct evaluator *evaluator;
    struct text *answer;     /* that grows: the place of its head, then text */
    struct answer_head head; /* of it */
    struct error refusals[LIMIT_REFUSALS];
};

static bool take(void *context, const struct evaluation *evaluation, const char *name,
                 struct error *err)
{
    struct desk *desk = context;
    (void)name;
    (void)err;
    desk->parallel->write(desk->parallel->context, evaluation, desk->answer, &desk->head.without);
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

/* Does the documents of a piece. */
static void work_piece(struct batch *batch, const struct request_head *head, const char *path,
                       struct error *err)
{
    struct stream *stream = open_piece(head, path, 0, err);
    if (stream != NULL) {
        batch_stream(batch, stream, path, err);
    }
    stream_close(stream);
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
    desk->answer = answer;
    desk->head = (struct answer_head){.fatal = {.kind = ERROR_NONE}};
    text_append(answer, (const char *)&desk->head, sizeof desk->head);
    if (head.delivery == DELIVERY_STORE) {
        batch_store(&batch, path, &desk->head.fatal);
    } else {
        work_piece(&batch, &head, path, &desk->head.fatal);
    }
    desk->head.text_length = answer->length - sizeof desk->head;
    memcpy(answer->bytes, &desk->head, sizeof desk->head);
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
    size_t number;         /* documents of the present stream in what was received */
    struct text out;       /* of a document that is done here */
    struct error *err;
};

/* batch.take, where this process works itself */
static bool take_here(void *context, const struct evaluation *evaluation, const char *name,
                      struct error *err)
{
    struct dealer *dealer = context;
    struct parallel *parallel = dealer->parallel;
    (void)name;
    text_clear(&dealer->out);
    parallel->write(parallel->context, evaluation, &dealer->out, &parallel->without);
    return parallel->put(parallel->context, dealer->out.bytes, dealer->out.length, err);
}

/* Does what is left of a stream in this process. */
static bool do_here(struct dealer *dealer, struct stream *stream, const char *path)
{
    struct batch *batch = dealer->batch;
    struct batch own = *batch;
    own.take = take_here;
    own.context = dealer;
    bool going = batch_stream(&own, stream, path, dealer->err);
    dealer->number += own.done + own.bad - batch->done - batch->bad;
    own.take = batch->take;
    own.context = batch->context;
    *batch = own;
    return going;
}

/* Does a piece once more, with the numbers of its documents. */
static bool do_again(struct dealer *dealer, const struct request_head *request, const char *path)
{
    struct stream *stream = open_piece(request, path, dealer->number, dealer->err);
    bool going = stream != NULL && do_here(dealer, stream, path);
    stream_close(stream);
    return going;
}

/* Puts one answer into the batch. The members' refusals point to texts that this process has too. */
static bool merge(struct dealer *dealer, const struct answer_head *head, const char *text)
{
    if (!dealer->parallel->put(dealer->parallel->context, text, head->text_length, dealer->err)) {
        return false;
    }
    dealer->batch->done += head->done;
    dealer->parallel->without += head->without;
    for (size_t i = 0; i < head->listed; i++) {
        struct error refusal;
        memcpy(&refusal, text + head->text_length + i * sizeof refusal, sizeof refusal);
        batch_refuse(dealer->batch, &refusal);
    }
    dealer->batch->bad += head->bad - head->listed;
    dealer->number += head->done + head->bad;
    if (error_is_set(&head->fatal)) {
        *dealer->err = head->fatal;
        return false;
    }
    return true;
}

/* Takes the answer of the oldest piece that is out. */
static bool collect(struct dealer *dealer)
{
    struct crew_answer answer;
    struct request_head request;
    struct answer_head head;
    if (!crew_receive(dealer->crew, dealer->received++ % dealer->jobs, &answer, dealer->err)) {
        return false;
    }
    memcpy(&request, answer.request, sizeof request);
    memcpy(&head, answer.bytes, sizeof head);
    const char *path = answer.request + sizeof request;
    dealer->number = request.first ? 0 : dealer->number;
    bool numbered = head.listed == 0 || dealer->number == 0 ||
                    dealer->batch->bad >= LIMIT_REFUSALS || request.delivery == DELIVERY_STORE;
    if (numbered ? !merge(dealer, &head, answer.bytes + sizeof head)
                 : !do_again(dealer, &request, path)) {
        return false;
    }
    if (request.delivery != DELIVERY_STORE && request.last && dealer->number == 0) {
        batch_refuse_empty(dealer->batch, path);
    }
    return true;
}

static bool collect_all(struct dealer *dealer)
{
    bool going = true;
    while (going && dealer->received < dealer->sent) {
        going = collect(dealer);
    }
    return going;
}

/* Sends a piece to the next member, after collecting from it when it has enough. */
static bool deal(struct dealer *dealer, struct request_head head, const char *path,
                 const char *bytes)
{
    head.path_length = strlen(path);
    const struct crew_part parts[] = {
        {&head, sizeof head}, {path, head.path_length + 1}, {bytes, head.length}};
    if (dealer->sent - dealer->received == dealer->jobs * CREW_OPEN && !collect(dealer)) {
        return false;
    }
    return crew_send(dealer->crew, dealer->sent++ % dealer->jobs, parts, 3, dealer->err);
}

/* Does what is left of a stream that cannot be cut, when all pieces before it are in. */
static bool do_rest(struct dealer *dealer, struct stream *stream, const char *path, bool first)
{
    if (!collect_all(dealer)) {
        return false;
    }
    dealer->number = first ? 0 : dealer->number;
    stream_counted(stream, dealer->number);
    bool going = do_here(dealer, stream, path);
    if (going && dealer->number == 0) {
        batch_refuse_empty(dealer->batch, path);
    }
    return going;
}

/* ---- inputs ---- */

static size_t piece_size(const struct dealer *dealer)
{
    return dealer->parallel->piece_size == 0 ? PIECE_BYTES : dealer->parallel->piece_size;
}

/* Deals out the ranges of an ordinary file. What cannot be cut is done here: its results may be too many to be
 * collected first. */
static bool deal_ranges(struct dealer *dealer, const struct stream *file, const char *path,
                        const struct stream_range *whole)
{
    struct pieces pieces = {.stream = file, .rest = *whole, .size = piece_size(dealer)};
    struct request_head head = {.delivery = DELIVERY_RANGE, .first = true};
    bool going = true;
    while (going && pieces_next(&pieces, &head.range, dealer->err)) {
        head.last = head.range.last;
        if (head.range.length > LIMIT_JSON_BYTES) {
            struct stream *rest = stream_open_range(path, &head.range, 0, !head.first, dealer->err);
            going = rest != NULL && do_rest(dealer, rest, path, head.first);
            stream_close(rest);
        } else {
            going = deal(dealer, head, path, "");
        }
        head.first = false;
    }
    return going && !error_is_set(dealer->err);
}

static bool deal_stream(struct dealer *dealer, struct stream *stream, const char *path)
{
    struct request_head head = {.delivery = DELIVERY_BYTES, .first = true};
    struct stream_piece piece;
    bool going = true;
    while (going && !head.last &&
           stream_next_piece(stream, piece_size(dealer), &piece, dealer->err)) {
        head.length = piece.length;
        head.last = piece.last;
        going = deal(dealer, head, path, piece.bytes);
        head.first = false;
    }
    if (!going || error_is_set(dealer->err)) {
        return false;
    }
    return head.last || do_rest(dealer, stream, path, head.first);
}

static bool deal_input(struct dealer *dealer, const char *path)
{
    struct error refusal = {.kind = ERROR_NONE};
    struct stream_range whole;
    if (strcmp(path, "-") != 0 && store_recognises(path)) {
        return deal(dealer, (struct request_head){.first = true}, path, "");
    }
    struct stream *stream = stream_open(path, &refusal);
    if (stream == NULL) {
        bool going = collect_all(dealer); /* what came before is told before */
        if (going) {
            batch_refuse(dealer->batch, &refusal);
        }
        return going;
    }
    bool done = stream_range(stream, &whole) ? deal_ranges(dealer, stream, path, &whole)
                                             : deal_stream(dealer, stream, path);
    stream_close(stream);
    return done;
}

bool parallel_run(struct parallel *parallel, struct batch *batch, const char *const *inputs,
                  size_t jobs, struct error *err)
{
    assert(jobs > 0);
    struct desk *desk = memory_zero(1, sizeof *desk);
    desk->parallel = parallel;
    desk->evaluator = batch->evaluator;
    struct dealer dealer = {
        .parallel = parallel,
        .batch = batch,
        .crew = crew_start(jobs, work, desk, err),
        .jobs = jobs,
        .out = TEXT_EMPTY,
        .err = err,
    };
    bool going = dealer.crew != NULL;
    for (; going && *inputs != NULL; inputs++) {
        going = deal_input(&dealer, *inputs);
    }
    going = going && collect_all(&dealer);
    crew_end(dealer.crew);
    text_release(&dealer.out);
    free(desk);
    return going;
}
