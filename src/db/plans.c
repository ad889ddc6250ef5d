/* plans.c: the prepared statements of one connection. Knows no engine. */
#include "db/conn.h"

#include <stdio.h>
#include <string.h>

static size_t
hash(const struct ask *q)
{
	uint64_t h = (uint64_t)(uintptr_t)q->st;

	h = (h ^ q->given) * 0x9e3779b97f4a7c15u;
	h = (h ^ (uint64_t)(q->sort + 1) ^ (q->wide ? 1u << 20 : 0)) * 0xff51afd7ed558ccdu;
	return (size_t)(h >> 32) % (2 * PLANS);
}

static bool
same(const struct plan *p, const struct ask *q)
{
	return p->st == q->st && p->given == q->given && p->sort == q->sort && p->wide == q->wide;
}

struct plan *
plan_find(struct plans *p, const struct ask *q)
{
	size_t i = hash(q);

	while (p->at[i].st && !same(&p->at[i], q))
		i = (i + 1) % (2 * PLANS);
	if (!p->at[i].st) {
		p->at[i] = (struct plan){ .st = q->st, .given = q->given, .sort = q->sort,
			.wide = q->wide };
		snprintf(p->at[i].name, sizeof p->at[i].name, "s%u", ++p->named);
		p->n++;
	}
	return &p->at[i];
}

bool
plans_full(const struct plans *p)
{
	return p->n >= PLANS;
}

/* Names are not used twice: PostgreSQL may still hold the old ones. */
void
plans_forget(struct plans *p)
{
	memset(p->at, 0, sizeof p->at);
	p->n = 0;
}
