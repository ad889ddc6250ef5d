/* form_check.h: may this template be published? Knows sections and questions; no rows, no page. */
#ifndef FORMS_FORM_CHECK_H
#define FORMS_FORM_CHECK_H

#include "forms_queries.h"


/*
 * What is wrong with a template, in the order of the form; nothing when it may be published. Codes are
 * keys of forms_words, `where` is a section's or question's title. Fills section.number and 
 * section.weighed: what its rated questions come to.
 */
struct form_flaw_rows form_check(struct arena *a, const struct section_rows *sections,
    const struct question_rows *questions, const struct anchor_rows *anchors);

/* What the sections come to, in percent; 100 is whole. */
int64_t form_weight(const struct section_rows *sections);

/* Is it answered by a level? A rating, or the results of the person's goals, which are rated together. */
bool question_rates(const struct question *q);
/* Does this question count for the rating? Rated, and asked of the manager. */
bool question_counts(const struct question *q);

#endif
