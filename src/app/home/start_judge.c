/* start_judge.c: which steps of a first set-up are done? Counts only. */
#include "home/start_judge.h"

/* The one who set it up is there from the beginning. */
enum { ALONE = 1 };

int
start_judge(const struct start_facts *f, struct start_may may, struct arena *a, struct start_step steps[static START_STEPS])
{
	const char *draft = f->cycle.n ? arena_print(a, "/cycles/%lld/setup", (long long)f->cycle.n) : "/cycles";
	const struct { struct start_step step; bool done; } all[START_STEPS] = {
		{ { .key = "people", .link = "/import", .n = f->people, .mine = may.import }, f->people > ALONE },
		{ { .key = "heads", .link = "/start/people", .n = f->headed, .of = f->units, .mine = may.import }, f->headed > 0 },
		{ { .key = "framework", .link = "/framework", .mine = may.prepare }, f->chosen > 0 },
		{ { .key = "pilot", .link = f->cycle.n ? draft : "/framework", .mine = may.prepare }, f->cycles > 0 },
		{ { .key = "invite", .link = "/accounts", .n = f->invited, .of = f->people, .mine = may.invite }, f->invited > ALONE },
		{ { .key = "launch", .link = draft, .mine = may.prepare }, f->launched > 0 },
	};
	int left = 0;

	for (int i = 0; i < START_STEPS; i++) {
		steps[i] = all[i].step;
		steps[i].state = all[i].done ? "done" : left++ == 0 ? "now" : "ahead";
	}
	return left;
}
