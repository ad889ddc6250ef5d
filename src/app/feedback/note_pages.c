/* note_pages.c: one's own journal: written, searched, changed, removed, shared. Reads, asks, judges, shows. */
#include "feedback/note_pages.h"
#include "feedback_views.h"

#include "access/access.h"
#include "base/text.h"
#include "jobs/notice.h"

#include <string.h>

enum { NOTES_MOST = 1000, PAGE = 30, SHARED_MOST = 30, REPORTS_MOST = 30 };

static const char *
kind_asked(struct rq *rq)
{
	static const char *const kinds[] = { "achievement", "challenge", "learning" };
	const char *said = rq_query(rq, "kind");

	for (size_t i = 0; said != NULL && i < COUNT(kinds); i++)
		if (strcmp(said, kinds[i]) == 0)
			return kinds[i];
	return NULL;
}

static int64_t
number_asked(struct rq *rq, const char *name)
{
	const char *said = rq_query(rq, name);
	int64_t n = 0;

	return said != NULL && text_int(said, &n) && n > 0 ? n : 0;
}

struct wish {
	const char *words, *kind;
	int64_t from;
};

/* Opened and looked through, those that fit from the wished place on; *next: the place of the next page, 0 for none. */
static struct note_line_rows *
lines_of(struct rq *rq, const struct note_row_rows *notes, const struct wish *w, int64_t *next)
{
	struct note_line_rows *lines = NEW(rq->arena, struct note_line_rows);
	int64_t met = 0;

	lines->at = NEW_MANY(rq->arena, struct note_line, PAGE);
	for (size_t i = 0; i < notes->n && *next == 0; i++) {
		const struct note_row *n = &notes->at[i];
		struct note_text t = note_open(rq, rq->viewer, n->id, n->body);

		if ((w->kind != NULL && strcmp(w->kind, t.kind) != 0) || !note_holds(rq->arena, t.words, w->words) || met++ < w->from)
			continue;
		if (lines->n == PAGE) {
			*next = w->from + PAGE;
			break;
		}
		lines->at[lines->n++] = (struct note_line){
			.id = n->id, .about = n->about, .about_name = n->about_name, .own = n->about.n == rq->viewer.n, .happened = n->happened,
			.kind = t.kind, .words = t.words, .files = n->files, .shared = n->shared,
		};
	}
	return lines;
}

struct reply
notes_get(struct rq *rq)
{
	struct wish w = { rq_query(rq, "words"), kind_asked(rq), number_asked(rq, "from") };
	person_id about = { number_asked(rq, "about") };
	const struct note_row_rows *notes = notes_of(rq, rq->viewer, about, NOTES_MOST);
	struct note_list page = {
		.words = w.words, .kind = w.kind, .me = rq->viewer, .about = about,
		.reports = feedback_reports(rq, rq->viewer, REPORTS_MOST), .shared = shared_with(rq, rq->viewer, SHARED_MOST),
	};
	int64_t next = 0;

	if (!answers(rq))
		return nothing();
	for (size_t i = 0; i < page.reports->n; i++)
		page.reports->at[i].chosen = page.reports->at[i].person.n == about.n;
	page.notes = lines_of(rq, notes, &w, &next);
	page.next = next > 0 ? next : NONE;
	return note_list_page(rq, &page);
}

struct reply
note_new_get(struct rq *rq)
{
	struct note_new page = {
		.person = rq_person(rq), .name = rq_subject(rq)->name, .own = rq_person(rq).n == rq->viewer.n, .today = rq->today,
	};

	return note_new_page(rq, &page);
}

static void
refuse_day(struct rq *rq, struct day happened)
{
	if (!day_none(happened) && day_compare(happened, rq->today) > 0)
		refuse(rq, "happened", "refused.feedback_future");
}

struct reply
note_new_post(struct rq *rq)
{
	struct note_entry typed = note_entry_read(rq);
	const struct note_sum *sums = note_sums(rq, rq->viewer);
	note_id id;

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	refuse_day(rq, typed.happened);
	if (sums->notes >= NOTES_MOST)
		refuse(rq, "", "refused.note_many");
	if (refused(rq))
		return again(rq);
	id = note_write(rq, rq->viewer, rq_person(rq), typed.happened, typed.kind, typed.words);
	tell(rq, "told.note_written");
	return go(rq, "/journal/%lld", (long long)id.n);
}

struct reply
note_get(struct rq *rq)
{
	const struct note_row *row = note_of(rq, rq->viewer, rq_note(rq));
	struct note_file_row_rows *files = note_files(rq, rq->viewer, rq_note(rq));
	struct note_show page = { .note = rq_note(rq), .files = files };
	struct note_text t;

	if (!answers(rq) && rq->outcome != REFUSED)
		return nothing();
	t = note_open(rq, rq->viewer, row->id, row->body);
	file_names_open(rq, rq->viewer, files);
	page.kind = t.kind;
	page.words = t.words;
	page.about = row->about;
	page.about_name = row->about_name;
	page.own = row->about.n == rq->viewer.n;
	page.happened = row->happened;
	page.today = rq->today;
	page.shared = row->shared;
	page.version = row->version;
	return note_show_page(rq, &page);
}

struct reply
note_post(struct rq *rq)
{
	struct note_entry typed = note_entry_read(rq);

	refuse_day(rq, typed.happened);
	if (refused(rq))
		return again(rq);
	note_change(rq, rq_note(rq), rq->viewer, typed.happened,
	    note_close(rq, rq->viewer, rq_note(rq), (struct note_text){ typed.kind, typed.words }), typed.version);
	tell(rq, "told.note_changed");
	return go(rq, "/journal/%lld", (long long)rq_note(rq).n);
}

/* For good, with its files and what was shared of it. */
struct reply
note_remove_post(struct rq *rq)
{
	struct note_remove typed = note_remove_read(rq);
	const struct note_row *row = note_of(rq, rq->viewer, rq_note(rq));

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	if (!typed.sure)
		refuse(rq, "sure", "refused.note_sure");
	if (refused(rq))
		return again(rq);
	if (row->shared.n != 0)
		shared_end(rq, row->shared, rq->viewer);
	note_parts_remove(rq, rq_note(rq));
	note_files_remove(rq, rq_note(rq));
	note_remove(rq, rq_note(rq), rq->viewer);
	tell(rq, "told.note_removed");
	return go(rq, "/journal");
}

/* A note about oneself only: what one has to say about somebody else is feedback to them. */
struct reply
note_share_post(struct rq *rq)
{
	struct note_share typed = note_share_read(rq);
	const struct note_row *row = note_of(rq, rq->viewer, rq_note(rq));
	const struct feedback_to *me = feedback_to_of(rq, rq->viewer, rq->viewer);
	struct note_text t;
	shared_id id;

	answers(rq);
	if (!fine(rq) && rq->outcome != REFUSED)
		return nothing();
	if (row->about.n != rq->viewer.n)
		refuse(rq, "", "refused.note_other");
	if (refused(rq))
		return again(rq);
	t = note_open(rq, rq->viewer, row->id, row->body);
	id.n = row->shared.n ? row->shared.n : new_id(rq);
	note_share(rq, id, row->id, rq->viewer, t.kind, row->happened, t.words, typed.with_files, rq->now);
	notice_leave(rq, me->manager.n, "note.shared", "shared", id.n);
	tell(rq, "told.note_shared");
	return go(rq, "/shared/%lld", (long long)id.n);
}

struct reply
shared_get(struct rq *rq)
{
	const struct shared_head *head = shared_head(rq, rq->viewer, rq_shared(rq));
	struct note_shared page = { .head = head };
	struct note_file_row_rows *files;

	if (!answers(rq))
		return nothing();
	files = note_files(rq, rq->viewer, head->note);
	answers(rq);
	if (!head->with_files)
		files->n = 0;
	file_names_open(rq, head->person, files);
	page.files = files;
	return note_shared_page(rq, &page);
}

/* Only while its files are shared: else it is as if there were none. */
struct reply
shared_file_get(struct rq *rq)
{
	const struct shared_head *head = shared_head(rq, rq->viewer, rq_shared(rq));
	file_id id = { rq_number(rq, 1) };
	const struct note_file_row *file;
	const struct note_piece_rows *pieces;

	if (!answers(rq))
		return nothing();
	if (!head->with_files) {
		end_with(rq, ABSENT, "its files are not shared");
		return nothing();
	}
	file = note_file_of(rq, rq->viewer, head->note, id);
	pieces = note_pieces(rq, rq->viewer, head->note, id);
	if (!answers(rq))
		return nothing();
	return file_reply(rq, head->person, file, pieces);
}

struct reply
shared_end_post(struct rq *rq)
{
	shared_end(rq, rq_shared(rq), rq->viewer);
	tell(rq, "told.note_unshared");
	return go(rq, "/journal");
}
