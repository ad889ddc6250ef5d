/* main.c: shows the demo's pages: LANG html|json|again|left|denied PAGE. */
#include "goals_views.h"
#include "reviews_views.h"
#include "access/policy.h"

#include <stdio.h>
#include <string.h>

static bool
yes(struct rq *rq, int capability)
{
	(void)rq;
	return capability == SEE_RATING;
}

static struct reply
goals(struct rq *rq)
{
	static struct goal some[] = {
		{ { 7 }, "Ship <it> & \"sleep\"", { 2026, 4, 11 }, 3500, "good", 40 },
		{ { 8 }, "Learn", { 2026, 5, 1 }, NONE, "late", 0 },
	};
	static struct goal_rows rows = { 2, some };
	struct goal_filter f = { .words = "a\"b" };
	struct goal_list page = { .who = "Ana <Bo>", .goals = &rows, .initials = "AB", .secret = 1500, .filter = &f };

	return goal_list_page(rq, &page);
}

static struct reply
review(struct rq *rq, bool left)
{
	static struct section sections[] = { { { 1 }, "What" }, { { 2 }, "How" }, { { 3 }, "Empty" } };
	static struct question questions[] = {
		{ { 11 }, { 1 }, "Q11", "so" }, { { 12 }, { 1 }, "Q12", NULL }, { { 21 }, { 2 }, "Q21", NULL }
	};
	static struct anchor anchors[] = {
		{ { 11 }, 1000, "low", 0 }, { { 11 }, 2000, "high", 1 }, { { 21 }, 1000, "seldom", 0 }, { { 99 }, 1, "lost", 0 }
	};
	struct review_form page = {
		.sections = &(struct section_rows){ 3, sections },
		.questions = &(struct question_rows){ 3, questions },
		.anchors = &(struct anchor_rows){ left ? 4 : 3, anchors },
	};

	return review_form_page(rq, &page);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct web web = { .method = GET, .csrf = "T<1", .retry = "R1", .path = "/goals/8/steps" };
	struct rq rq = { .arena = a, .lang = argv[1], .zone = "UTC", .web = &web };
	struct field reached = { .name = "reached", .value = "ten\"" }, kind = { .name = "kind", .value = "b", .next = &reached };
	struct reply r;

	if (argc < 4)
		return 2;
	if (strcmp(argv[2], "denied") != 0)
		rq_may = yes;
	web.json_out = strcmp(argv[2], "json") == 0 || strcmp(argv[2], "denied") == 0;
	if (strcmp(argv[2], "again") == 0) {
		struct step_entry typed;

		web.method = POST;
		web.body = &kind;
		typed = step_entry_read(&rq);
		web.again = typed.version == 0 || true;
	}
	r = strcmp(argv[3], "goals") == 0 ? goals(&rq) : review(&rq, strcmp(argv[2], "left") == 0);
	printf("%d %s\n", r.status, rq.why ? rq.why : "-");
	fwrite(r.body.at ? r.body.at : "", 1, r.body.n, stdout);
	arena_free(a);
	return 0;
}
