/* plan_jobs.c: who holds which job, level and role. Knows posts; no names of people. */
#include "demo/demo_plan.h"

static int
manager_level(const struct plan *p, const struct plan_person *who)
{
	const struct plan_unit *u = &p->units[who->unit];

	if (who->unit == 0)
		return LEVEL_CHIEF;
	if (u->depth == 1)
		return u->kind[1] == 'i' ? LEVEL_CHIEF - 1 : LEVEL_CHIEF - 2;   /* division, department */
	return u->kind[0] == 't' ? LEVEL_LEAD : u->kind[0] == 'g' ? LEVEL_LEAD + 1 : LEVEL_LEAD + 2;
}

static void
place_person(struct plan *p, struct plan_person *who, bool heads)
{
	const struct plan_unit *u = &p->units[who->unit];

	who->town = dice_roll(&p->dice, 100) < 80 ? u->town : (int)dice_roll(&p->dice, p->towns);
	if (!heads) {
		who->job = plan_job_of(who->function, (int)dice_roll(&p->dice, 10) % 4 % 3);
		return;
	}
	who->level = manager_level(p, who);
	if (who->unit == 0)
		who->job = plan_job_called("Chief Executive");
	else if (u->depth == 1 && who->function != PEOPLE && p->employed >= 150)
		who->job = plan_job_called("Division President");
	else
		who->job = plan_job_of(who->function, u->kind[0] == 't' || u->kind[0] == 'g' ? 3 : 4);
}

static void
take_role(struct plan *p, int who, enum plan_role role, const char *job)
{
	p->people[who].role = role;
	if (job)
		p->people[who].job = plan_job_called(job);
}

/* Experts of HR in order: who runs the reviews, who counts, then partners, one to a division. */
static void
roles_of_people(struct plan *p, int top)
{
	int met = 0;

	for (int i = 1; i < p->n_people && met < p->n_top + 2; i++) {
		const struct plan_person *who = &p->people[i];

		if (p->units[who->unit].top != top || who->reports > 0 || who->function != PEOPLE)
			continue;
		if (met == 0)
			take_role(p, i, ROLE_PERFORMANCE, "Performance Manager");
		else if (met == 1)
			take_role(p, i, ROLE_ANALYST, "People Analyst");
		else
			take_role(p, i, ROLE_PARTNER, "HR Business Partner");
		met++;
	}
}

/* The administrator: of IT, else of finance, else of operations. */
static int
administrator(const struct plan *p)
{
	static const enum function wanted[] = { SYSTEMS, FINANCE, OPERATIONS };

	for (size_t f = 0; f < COUNT(wanted); f++)
		for (int i = 1; i < p->n_people; i++)
			if (p->people[i].function == wanted[f] && p->people[i].reports == 0 &&
			    p->people[i].role == ROLE_NONE)
				return i;
	die("the plan has nobody to administrate");
}

void
plan_jobs_set(struct plan *p)
{
	int top = 0;

	for (int i = 0; i < p->n_people; i++)
		place_person(p, &p->people[i], p->units[p->people[i].unit].head == i);
	for (int u = 1; u < p->n_units; u++)    /* the last unit below the organisation is HR's */
		if (p->units[u].depth == 1)
			top = u;
	take_role(p, 0, ROLE_EXECUTIVE, NULL);
	take_role(p, p->units[top].head, ROLE_DIRECTOR, "HR Director");
	roles_of_people(p, top);
	take_role(p, administrator(p), ROLE_ADMIN, "Systems Administrator");
}

int
plan_with(const struct plan *p, enum plan_role role, int after)
{
	for (int i = after + 1; i < p->employed; i++)
		if (p->people[i].role == role)
			return i;
	return NOBODY;
}

int
plan_head(const struct plan *p)
{
	return p->units[1].head;
}

/* Of a team in the first division, so that head, lead and employee are of one branch. */
int
plan_lead(const struct plan *p)
{
	for (int u = 2; u < p->n_units; u++)
		if (p->units[u].top == 1 && p->units[u].kind[0] == 't')
			return p->units[u].head;
	return NOBODY;
}

int
plan_employee(const struct plan *p)
{
	int lead = plan_lead(p);

	for (int i = 1; i < p->employed; i++)
		if (p->people[i].manager == lead && p->people[i].reports == 0 && p->people[i].email &&
		    p->people[i].role == ROLE_NONE)
			return i;
	return NOBODY;
}

const char *
plan_role_word(enum plan_role role)
{
	static const char *const words[] = { "employee", "partner", "director", "performance", "analyst", "executive", "admin" };

	return words[role];
}
