/* accounts_pages.c: who may sign in at all. Knows no performance data. */
#include "access/pages.h"
#include "access/sign_in.h"
#include "access_views.h"
#include "jobs/mail.h"
#include "base/text.h"
#include "db/ask.h"

#include <string.h>

enum { PAGE = 50, AT_ONCE = 200 };

struct reply
accounts_get(struct rq *rq)
{
	struct accounts_filter f = accounts_filter_read(rq);
	const char *words = f.words ? text_fold(rq->arena, f.words) : NULL, *last = arena_print(rq->arena, "%s\xf4\x8f\xbf\xbf", words ? words : "");
	bool none = f.state && strcmp(f.state, "none") == 0;
	struct account_line_rows *lines = accounts_list(rq, rq->viewer, words, words ? last : NULL, none ? NULL : f.state, none ? 1 : NONE,
	    f.after, PAGE + 1, ACCOUNTS_LIST_BY_NAME);
	struct accounts page = { .filter = &f, .accounts = lines, .figures = accounts_figures(rq) };

	answers(rq);
	if (lines->n > PAGE) {
		lines->n = PAGE;
		page.next = cursor_of(rq, lines->at[PAGE - 1].after_key, lines->at[PAGE - 1].person.n);
	}
	return accounts_page(rq, &page);
}

/* Everybody with an e-mail and no account; two hundred at a time, so that nobody else waits. */
struct reply
accounts_invite_all_post(struct rq *rq)
{
	const struct uninvited_rows *missing = accounts_missing(rq, rq->viewer, AT_ONCE);

	answers(rq);
	for (size_t i = 0; i < missing->n; i++)
		account_invite(rq, missing->at[i].person);
	tell(rq, missing->n == AT_ONCE ? "told.invited_some" : "told.invited_all");
	return go(rq, "/accounts");
}

struct reply
accounts_invite_post(struct rq *rq)
{
	if (account_invite(rq, rq_person(rq)))
		tell(rq, "told.invited");
	else
		refuse(rq, "", "refused.no_address");
	return refused(rq) ? again(rq) : go(rq, "/accounts");
}

struct reply
accounts_link_post(struct rq *rq)
{
	const struct account_key_rows *a = account_of_person(rq, rq_person(rq));
	bool new;
	int64_t letter;

	if (!answers(rq) || !a->n || strcmp(a->at->state, "closed") == 0) {
		refuse(rq, "", "refused.no_account");
		return again(rq);
	}
	new = strcmp(a->at->state, "invited") == 0;
	letter = link_mail_due(rq, a->at->person, a->at->email, new ? "invite" : "reset", new ? INVITE_MINUTES : RESET_MINUTES, undo_ends(rq->now));
	if (!letter)
		refuse(rq, "", "refused.no_address");
	tell_undo(rq, "told.link_sent", "/people/%lld/account/letters/%lld/back", (long long)a->at->person.n, (long long)letter);
	return refused(rq) ? again(rq) : go(rq, "/accounts");
}

/* The letter has not left yet: it does not leave, and its link opens nothing. */
struct reply
accounts_letter_back_post(struct rq *rq)
{
	const struct account_key_rows *a = account_of_person(rq, rq_person(rq));
	const char *kind;

	if (!answers(rq))
		return nothing();
	kind = a->n && strcmp(a->at->state, "invited") == 0 ? "invite" : "reset";
	mail_take_back(rq, rq_number(rq, 1), rq_person(rq).n, kind);
	if (a->n)
		link_take_back(rq, rq_person(rq), kind, rq->now - (undo_ends(rq->now) - rq->now));
	tell(rq, "told.link_back");
	return go(rq, "/accounts");
}

struct reply
accounts_close_post(struct rq *rq)
{
	const struct account_key_rows *a = account_of_person(rq, rq_person(rq));

	answers(rq);
	if (!a->n || strcmp(a->at->state, "closed") == 0)
		refuse(rq, "", "refused.no_account");
	else if (a->at->person.n == rq->viewer.n)
		refuse(rq, "", "refused.own_account");
	if (refused(rq))
		return again(rq);
	account_close(rq, a->at->id, a->at->person);
	tell(rq, "told.closed");
	return go(rq, "/accounts");
}
