/* form_pages.h: handlers of templates, for form_routes.c. */
#ifndef FORMS_FORM_PAGES_H
#define FORMS_FORM_PAGES_H

#include "forms/forms.h"

struct reply forms_get(struct rq *rq);
struct reply forms_post(struct rq *rq);
struct reply form_get(struct rq *rq);
struct reply form_post(struct rq *rq);
struct reply form_standard_post(struct rq *rq);
struct reply form_publish_post(struct rq *rq);
struct reply form_edition_post(struct rq *rq);

struct reply section_add_post(struct rq *rq);
struct reply section_post(struct rq *rq);
struct reply section_up_post(struct rq *rq);
struct reply section_remove_post(struct rq *rq);
struct reply question_add_post(struct rq *rq);
struct reply question_post(struct rq *rq);
struct reply question_up_post(struct rq *rq);
struct reply question_remove_post(struct rq *rq);
struct reply question_back_post(struct rq *rq);

#endif
