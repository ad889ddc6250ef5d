/* form_routes.c: addresses of templates, who may, in which state. */
#include "forms/form_pages.h"

#define PART "/forms/:form/sections/:section"
#define ASKED "/forms/:form/questions/:question"

const struct route forms_routes[] = {
	{ GET,  "/forms",                forms_get,            SEE_FORMS, OF_NOBODY },
	{ POST, "/forms",                forms_post,           BEGIN_FORM, OF_NOBODY, .again = forms_get },
	{ GET,  "/forms/:form",          form_get,             SEE_FORMS, OF_FORM },
	{ POST, "/forms/:form",          form_post,            EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, "/forms/:form/standard", form_standard_post,   EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, "/forms/:form/publish",  form_publish_post,    EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, "/forms/:form/edition",  form_edition_post,    SEE_FORMS, OF_FORM },
	{ POST, "/forms/:form/sections", section_add_post,     EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, PART,                    section_post,         EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, PART "/up",              section_up_post,      EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, PART "/remove",          section_remove_post,  EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, PART "/questions",       question_add_post,    EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, ASKED,                   question_post,        EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, ASKED "/up",             question_up_post,     EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, ASKED "/remove",         question_remove_post, EDIT_FORM, OF_FORM, .again = form_get },
	{ POST, ASKED "/back",           question_back_post,   EDIT_FORM, OF_FORM },
	{ 0 }
};
