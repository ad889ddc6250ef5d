/* forms.h: the door of forms: templates of questions, frozen once published. */
#ifndef FORMS_FORMS_H
#define FORMS_FORMS_H

#include "access/subject.h"
#include "forms/form_check.h"

extern const struct route forms_routes[];
extern const struct subject_kind forms_kinds[];

SUBJECT_ID(form, form, OF_FORM)

/* Fills an empty draft with the standard template: 3 sections, 5 ratings, 3 texts. In a change. */
void form_fill_standard(struct rq *rq, form_id form, scale_id scale);
/* The light template of a mid-year conversation: one section, four texts, no rating. In a change. */
void form_fill_light(struct rq *rq, form_id form);
/* The scale of five levels that the standard template rates on. In a change. */
scale_id scale_make_standard(struct rq *rq);
/* A new published standard template, for a demo or a first start; its id. In a change. */
form_id form_make_standard(struct rq *rq);
form_id form_make_light(struct rq *rq);

#endif
