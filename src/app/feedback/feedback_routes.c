/* feedback_routes.c: addresses of feedback and requests, who may, in which state. */
#include "feedback/feedback_pages.h"
#include "feedback/note_pages.h"

const struct route feedback_routes[] = {
	{ GET,  "/feedback",                    feedback_list_get,      SEE_HOME,          OF_VIEWER },
	{ GET,  "/feedback/new",                feedback_pick_get,      SEE_HOME,          OF_VIEWER },
	{ GET,  "/feedback/praise",             feedback_praise_get,    SEE_HOME,          OF_VIEWER },
	{ GET,  "/feedback/ask",                ask_own_get,            SEE_HOME,          OF_VIEWER },
	{ GET,  "/people/:person/ask",          ask_form_get,           ASK_FEEDBACK,      OF_PERSON, DRAFTS },
	{ POST, "/people/:person/ask",          ask_form_post,          ASK_FEEDBACK,      OF_PERSON, .again = ask_form_get },
	{ GET,  "/asks/:ask",                   ask_show_get,           SEE_ASK,           OF_ASK, DRAFTS },
	{ POST, "/asks/:ask",                   ask_answer_post,        ANSWER_ASK,        OF_ASK, .again = ask_show_get },
	{ POST, "/asks/:ask/decline",           ask_decline_post,       ANSWER_ASK,        OF_ASK, .again = ask_show_get },
	{ GET,  "/people/:person/feedback",     feedback_give_get,      GIVE_FEEDBACK,     OF_PERSON, DRAFTS },
	{ POST, "/people/:person/feedback",     feedback_give_post,     GIVE_FEEDBACK,     OF_PERSON, .again = feedback_give_get },
	{ GET,  "/feedback/:feedback",          feedback_show_get,      SEE_FEEDBACK,      OF_FEEDBACK, LOOK | DRAFTS },
	{ POST, "/feedback/:feedback/thanks",   feedback_thanks_post,   MARK_FEEDBACK,     OF_FEEDBACK, .again = feedback_show_get },
	{ POST, "/feedback/:feedback/useful",   feedback_useful_post,   MARK_FEEDBACK,     OF_FEEDBACK, .again = feedback_show_get },
	{ POST, "/feedback/:feedback/replies",  feedback_reply_post,    TALK_FEEDBACK,     OF_FEEDBACK, .again = feedback_show_get },
	{ POST, "/feedback/:feedback/withdraw", feedback_withdraw_post, WITHDRAW_FEEDBACK, OF_FEEDBACK, .again = feedback_show_get },
	{ GET,  "/journal",                     notes_get,              SEE_HOME,          OF_VIEWER, SLOW },
	{ GET,  "/people/:person/journal",      note_new_get,           WRITE_NOTE,        OF_PERSON },
	{ POST, "/people/:person/journal",      note_new_post,          WRITE_NOTE,        OF_PERSON, .again = note_new_get },
	{ GET,  "/journal/:note",               note_get,               SEE_NOTE,          OF_NOTE },
	{ POST, "/journal/:note",               note_post,              SEE_NOTE,          OF_NOTE, .again = note_get },
	{ POST, "/journal/:note/remove",        note_remove_post,       SEE_NOTE,          OF_NOTE, .again = note_get },
	{ POST, "/journal/:note/share",         note_share_post,        SEE_NOTE,          OF_NOTE, .again = note_get },
	{ POST, "/journal/:note/files",         note_file_post,         SEE_NOTE,          OF_NOTE, UPLOAD, .again = note_get, .before = note_file_before },
	{ GET,  "/journal/:note/files/:file",   note_file_get,          SEE_NOTE,          OF_NOTE, SLOW },
	{ POST, "/journal/:note/files/:file/remove", note_file_remove_post, SEE_NOTE,      OF_NOTE, .again = note_get },
	{ GET,  "/shared/:shared",              shared_get,             SEE_SHARED,        OF_SHARED, LOOK },
	{ GET,  "/shared/:shared/files/:file",  shared_file_get,        SEE_SHARED,        OF_SHARED, SLOW },
	{ POST, "/shared/:shared/end",          shared_end_post,        END_SHARED,        OF_SHARED, .again = shared_get },
	{ 0 }
};
