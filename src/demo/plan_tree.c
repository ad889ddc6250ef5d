/* plan_tree.c: units and posts, from the top down. Knows sizes and spans; no names of people. */
#include "demo/demo_plan.h"

#include <stdlib.h>
#include <string.h>

enum { SPAN_LEAST = 5, SPAN_MOST = 9, TOP_MOST = 7, MIX_MOST = 4, WHOLE = 1000, LINE = 1000000 };

/* What a division does, in thousandths; then its part of the organisation and its least size. */
struct top {
	const char *name;
	struct {
		enum function function;
		int share;
	} mix[MIX_MOST];
	int share, least;
};

static const struct top small[] = {
	{ "Product and Engineering", { { ENGINEERING, 700 }, { PRODUCT, 200 }, { DESIGN, 100 } }, 500, 4 },
	{ "Customers", { { SALES, 500 }, { SUPPORT, 350 }, { MARKETING, 150 } }, 250, 2 },
	{ "People and Operations", { { PEOPLE, 400 }, { SYSTEMS, 200 }, { FINANCE, 200 }, { OPERATIONS, 200 } }, 250, 5 },
};
static const struct top middle[] = {
	{ "Product and Engineering", { { ENGINEERING, 700 }, { PRODUCT, 180 }, { DESIGN, 120 } }, 400, 11 },
	{ "Sales and Marketing", { { SALES, 750 }, { MARKETING, 250 } }, 220, 2 },
	{ "Customer Support", { { SUPPORT, WHOLE } }, 150, 2 },
	{ "Finance and Operations", { { OPERATIONS, 450 }, { FINANCE, 300 }, { SYSTEMS, 150 }, { LEGAL, 100 } }, 160, 2 },
	{ "People", { { PEOPLE, WHOLE } }, 70, 6 },
};
static const struct top large[] = {
	{ "Engineering", { { ENGINEERING, WHOLE } }, 310, 11 },
	{ "Product and Design", { { PRODUCT, 600 }, { DESIGN, 400 } }, 90, 2 },
	{ "Sales and Marketing", { { SALES, 750 }, { MARKETING, 250 } }, 210, 2 },
	{ "Customer Support", { { SUPPORT, WHOLE } }, 130, 2 },
	{ "Operations", { { OPERATIONS, WHOLE } }, 140, 2 },
	{ "Finance, Legal and IT", { { FINANCE, 450 }, { LEGAL, 200 }, { SYSTEMS, 350 } }, 80, 2 },
	{ "People", { { PEOPLE, WHOLE } }, 40, 10 },
};

/* A branch to grow: from..to is its stretch of the division's line of functions. */
struct branch {
	const struct top *top;
	int parent, manager, size, from, to;
};

/* What is done at a place of the line; a small HR unit has three of HR and one of IT first. */
static enum function
function_at(const struct branch *b, int place)
{
	int64_t passed = 0;

	for (int i = 0; i < MIX_MOST; i++) {
		passed += (int64_t)b->top->mix[i].share * (LINE / WHOLE);
		if (place < passed)
			return b->top->mix[i].function;
	}
	return b->top->mix[0].function;
}

int
plan_unit_add(struct plan *p, struct plan_unit unit)
{
	p->units[p->n_units] = unit;
	return p->n_units++;
}

int
plan_person_add(struct plan *p, int unit, int manager, enum function f)
{
	struct plan_person *who = &p->people[p->n_people];

	*who = (struct plan_person){
		.unit = unit, .manager = manager, .dotted = NOBODY, .earlier_manager = NOBODY,
		.function = f, .town = p->units[unit].town, .share = WHOLE,
	};
	if (manager != NOBODY)
		who->rank = p->people[manager].reports++;
	return p->n_people++;
}

static void
experts(struct plan *p, const struct branch *b, int unit, int manager, int n)
{
	for (int i = 0; i < n; i++) {
		int64_t place = b->from + (int64_t)(b->to - b->from) * (2 * i + 1) / (2 * n);

		plan_person_add(p, unit, manager, function_at(b, (int)place));
	}
}

/* How large a part of `size` should be so that all the levels below have good spans. */
static int
part_wanted(int size)
{
	return size <= 80 ? 8 : size <= 600 ? 57 : size <= 4500 ? 400 : 2800;
}

/* Into how many parts `below` people go; few parts leave room for experts beside them. */
static int
parts_of(int below, int wanted)
{
	int best = 1, best_off = below;

	for (int k = 1; k <= SPAN_MOST; k++) {
		int beside = k < SPAN_LEAST ? SPAN_LEAST - k : 0;
		int part = (below - beside) / k, off = abs(part - wanted);

		if (part >= 3 && off < best_off) {
			best = k;
			best_off = off;
		}
	}
	return best;
}

static const char *
kind_of(const struct plan *p, const struct branch *b, bool leaf)
{
	int depth = p->units[b->parent].depth + 1;

	if (depth == 1)
		return b->size > 40 ? "division" : "department";
	if (leaf)
		return "team";
	return depth == 2 && strcmp(p->units[b->parent].kind, "division") == 0 ? "department" : "group";
}

static int
begin_unit(struct plan *p, const struct branch *b, bool leaf)
{
	enum function f = function_at(b, b->from + (b->to - b->from) / 2);
	struct plan_unit unit = { .parent = b->parent, .function = (int)f, .depth = p->units[b->parent].depth + 1 };
	int at;

	unit.kind = kind_of(p, b, leaf);
	unit.town = unit.depth == 1 ? 0 : (int)dice_roll(&p->dice, p->towns);
	unit.name = unit.depth == 1 ? b->top->name
	    : leaf ? plan_team_name(p, f, &unit.town) : plan_department_name(p, f);
	at = plan_unit_add(p, unit);
	p->units[at].top = unit.depth == 1 ? at : p->units[b->parent].top;
	p->units[at].head = plan_person_add(p, at, b->manager, unit.depth == 1 ? b->top->mix[0].function : f);
	return at;
}

static void grow(struct plan *p, const struct branch *b);

/* Parts of nearly one size; now and then one is a person larger, its neighbour smaller. */
static void
divide(struct plan *p, const struct branch *b, int unit, int below, int parts)
{
	int lent = 0;

	for (int i = 0; i < parts; i++) {
		struct branch part = { b->top, unit, p->units[unit].head, below / parts + (i < below % parts), 0, 0 };

		part.from = b->from + (int)((int64_t)(b->to - b->from) * i / parts);
		part.to = b->from + (int)((int64_t)(b->to - b->from) * (i + 1) / parts);
		part.size -= lent;
		lent = 0;
		if (i + 1 < parts && part.size > 5 && part.size < 9)
			lent = (int)dice_roll(&p->dice, 3) - 1;
		part.size += lent;
		grow(p, &part);
	}
}

static void
grow(struct plan *p, const struct branch *b)
{
	bool split = b->parent == 0 && b->top->least > 3 && b->top->mix[0].function == ENGINEERING;
	int below = b->size - 1, parts = 0, beside = below, unit;

	if (below > SPAN_MOST || split) {       /* the first division has a team below it at any size */
		parts = below > SPAN_MOST ? parts_of(below, part_wanted(b->size)) : 1;
		beside = below <= SPAN_MOST ? (below > 4 ? below / 3 : 0)
		    : parts < SPAN_LEAST ? SPAN_LEAST - parts : 0;
	}
	unit = begin_unit(p, b, parts == 0);
	experts(p, b, unit, p->units[unit].head, beside);
	if (parts > 0)
		divide(p, b, unit, below - beside, parts);
}

/* Each its share of the people, at least its least; what is left over goes to the first. */
static void
sizes_of(const struct top *tops, int n, int people, int *sizes)
{
	int given = 0;

	for (int i = 0; i < n; i++) {
		sizes[i] = people * tops[i].share / WHOLE;
		if (sizes[i] < tops[i].least)
			sizes[i] = tops[i].least;
		given += sizes[i];
	}
	sizes[0] += people - given;
}

/* Three of HR and one of IT have a place before others do. */
static struct top
tailored(const struct top *from, int size)
{
	struct top t = *from;
	int least = (3 * WHOLE + size - 2) / (size - 1);

	if (t.mix[0].function != PEOPLE || t.mix[0].share == WHOLE || least <= t.mix[0].share)
		return t;
	t.mix[0].share = least;
	t.mix[1].share = WHOLE - least < WHOLE / 3 ? WHOLE - least : WHOLE / (size - 1) + 1;
	t.mix[2].share = (WHOLE - least - t.mix[1].share) / 2;
	t.mix[3].share = WHOLE - least - t.mix[1].share - t.mix[2].share;
	return t;
}

void
plan_tree(struct plan *p)
{
	const struct top *tops = p->employed < 40 ? small : p->employed < 150 ? middle : large;
	int sizes[TOP_MOST], n;

	n = p->employed < 40 ? COUNT(small) : p->employed < 150 ? COUNT(middle) : COUNT(large);
	p->n_top = n;
	plan_unit_add(p, (struct plan_unit){ .name = PLAN_NAME, .kind = "organisation", .parent = NOBODY, .function = LEADING });
	p->units[0].head = plan_person_add(p, 0, NOBODY, LEADING);
	sizes_of(tops, n, p->employed - 1, sizes);
	for (int i = 0; i < n; i++) {
		struct top top = tailored(&tops[i], sizes[i]);

		grow(p, &(struct branch){ &top, 0, 0, sizes[i], 0, LINE });
	}
}
