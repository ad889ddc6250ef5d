/* form_kind.c: a template as a request's subject. It is no one's record. */
#include "forms/forms.h"

static void *
form_ask(struct rq *rq, struct blob who __attribute__((unused)), int64_t id)
{
	return form_subject(rq, (form_id){ id });
}

static bool
form_judge(struct rq *rq __attribute__((unused)), void *asked, struct subject *s)
{
	const struct form_head_rows *form = asked;

	if (form->n == 0)
		return false;
	s->name = form->at->name;
	s->state = form->at->state;
	return true;
}

const struct subject_kind forms_kinds[] = {
	{ OF_FORM, form_ask, form_judge },
	{ 0 }
};
