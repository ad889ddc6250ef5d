/* figures_pages.c: figures about groups, as a page and as a file of just what it shows. Reads, asks, judges, shows. */
#include "home/figures_judge.h"
#include "home/home.h"
#include "home/home_judge.h"
#include "home/home_nav.h"
#include "home/small_judge.h"
#include "home_views.h"

#include "views/chart.h"
#include "views/sheet.h"

enum { CYCLES = 8, TOPS = 12 };

/* The cycle asked for, else the newest. */
static const struct figures_choice *
chosen_of(struct figures_choice_rows *cycles, cycle_id asked)
{
	for (size_t i = 0; i < cycles->n; i++)
		if (asked.n == 0 || cycles->at[i].id.n == asked.n) {
			cycles->at[i].chosen = true;
			return &cycles->at[i];
		}
	return NULL;
}

static struct chart_level_rows *
levels_of(struct rq *rq, const struct figures_level_rows *rows)
{
	const char **labels = NEW_MANY(rq->arena, const char *, rows->n);
	int64_t *counts = NEW_MANY(rq->arena, int64_t, rows->n), all = 0;

	for (size_t i = 0; i < rows->n; i++) {
		labels[i] = rows->at[i].label;
		counts[i] = rows->at[i].people;
		all += counts[i];
	}
	if (all < SMALL)
		return NEW(rq->arena, struct chart_level_rows);
	small_cells(counts, rows->n);
	return chart_levels(rq->arena, labels, counts, rows->n);
}

/* Children of the unit; of a hidden one nothing but its name is left. */
static struct figures_unit_rows *
children_of(struct rq *rq, const struct figures_unit_rows *rows, unit_id unit)
{
	struct figures_unit_rows *kept = NEW(rq->arena, struct figures_unit_rows);

	kept->at = NEW_MANY(rq->arena, struct figures_unit, rows->n);
	for (size_t i = 0; i < rows->n; i++) {
		struct figures_unit u = rows->at[i];

		if (u.parent.n != unit.n)
			continue;
		u.share = u.shown ? share_of(u.selves + u.managers, 2 * u.people) : 0;
		if (!u.shown)
			u.people = u.selves = u.managers = u.released = u.late = NONE;
		kept->at[kept->n++] = u;
	}
	return kept;
}

static void
fill_units(struct rq *rq, struct figures *page, struct figures_unit_rows *rows, unit_id unit)
{
	const struct figures_unit *own;

	if (rows->n == 0)
		end_with(rq, ABSENT, "figures of a unit that is not there, or not seen");
	own = figures_judge(rows, unit);
	if (own == NULL)
		return;
	page->counts->at = NEW(rq->arena, struct figures_unit);
	page->counts->at[0] = *own;
	page->counts->n = 1;
	page->name = own->name;
	page->units = children_of(rq, rows, unit);
}

/* Everything in one round: which cycle and unit are meant when none is said, the queries and this page judge alike. */
static struct figures
figures_of(struct rq *rq, struct figures_filter *f)
{
	struct figures page = { .filter = f, .cycles = figures_cycles(rq, rq->viewer, CYCLES), .tops = figures_tops(rq, rq->viewer, TOPS),
		.counts = NEW(rq->arena, struct figures_unit_rows), .units = NEW(rq->arena, struct figures_unit_rows), .levels = NEW(rq->arena, struct chart_level_rows) };
	struct figures_unit_rows *rows = figures_units(rq, rq->viewer, f->cycle.n, f->unit.n, rq->today);
	const struct figures_level_rows *levels = figures_levels(rq, rq->viewer, f->cycle.n);
	const struct figures_choice *cycle;

	rq->refusals = NULL;    /* nonsense in an address counts as nothing */
	if (!answers(rq))
		return page;
	cycle = chosen_of(page.cycles, f->cycle);
	if (cycle == NULL && page.cycles->n > 0)
		end_with(rq, ABSENT, "figures of a cycle that is not there");
	page.unit = f->unit.n == 0 && page.tops->n > 0 ? page.tops->at[0].id : f->unit;
	if (cycle == NULL || page.unit.n == 0)
		return page;
	f->cycle = cycle->id;
	page.cycle = cycle->name;
	fill_units(rq, &page, rows, page.unit);
	page.levels = levels_of(rq, levels);
	return page;
}

struct reply
figures_get(struct rq *rq)
{
	struct figures_filter f = figures_filter_read(rq);
	struct figures page = figures_of(rq, &f);

	return figures_page(rq, &page);
}

static void
put_unit(struct sheet *s, const struct figures_unit *u)
{
	sheet_text(s, u->name);
	sheet_int(s, u->people);
	sheet_int(s, u->selves);
	sheet_int(s, u->managers);
	sheet_int(s, u->released);
	sheet_int(s, u->late);
	sheet_row(s);
}

struct reply
figures_file_get(struct rq *rq)
{
	static const char *const heads[] = { "figures.unit", "figures.people", "figures.selves", "figures.managers", "figures.released", "figures.late" };
	struct figures_filter f = figures_filter_read(rq);
	struct figures page = figures_of(rq, &f);
	struct sheet s;

	if (!fine(rq))
		return nothing();
	sheet_begin(&s, rq);
	sheet_heads(&s, heads, COUNT(heads));
	for (size_t i = 0; i < page.counts->n; i++)
		put_unit(&s, &page.counts->at[i]);
	for (size_t i = 0; i < page.units->n; i++)
		put_unit(&s, &page.units->at[i]);
	for (size_t i = 0; i < page.levels->n; i++) {
		sheet_text(&s, page.levels->at[i].label);
		sheet_int(&s, page.levels->at[i].n);
		sheet_row(&s);
	}
	return sheet_reply(&s, "figures.csv");
}
