/* review_routes.c: addresses of reviews, who may, in which state. */
#include "reviews/review_pages.h"

const struct route reviews_routes[] = {
	{ GET,  "/reviews",                         reviews_get,      SEE_HOME,         OF_VIEWER },
	{ GET,  "/team",                            team_get,         SEE_TEAM_REVIEWS, OF_NOBODY },
	{ GET,  "/parts/:part",                     part_get,         SEE_PART,         OF_PART, LOOK },
	{ POST, "/parts/:part",                     part_post,        WRITE_PART,       OF_PART, .again = part_get },
	{ POST, "/parts/:part/answers/:question",   answer_post,      WRITE_PART,       OF_PART, .again = part_get },
	{ POST, "/parts/:part/citations",           cite_post,        WRITE_PART,       OF_PART, .again = part_get },
	{ GET,  "/reviews/:review",                 review_get,       SEE_REVIEW,       OF_REVIEW, LOOK | DRAFTS },
	{ GET,  "/reviews/:review/preview",         preview_get,      COMPARE_REVIEW,   OF_REVIEW, LOOK },
	{ POST, "/reviews/:review/release",         release_post,     RELEASE_REVIEW,   OF_REVIEW, .again = review_get },
	{ GET,  "/approvals",                       approvals_get,    SEE_APPROVALS,    OF_NOBODY },
	{ POST, "/approvals",                       approvals_post,   SEE_APPROVALS,    OF_NOBODY, .again = approvals_get },
	{ POST, "/reviews/:review/approve",         approve_post,     APPROVE_REVIEW,   OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/send-back",       send_back_post,   APPROVE_REVIEW,   OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/reopen",          reopen_post,      REOPEN_REVIEW,    OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/withdraw",        withdraw_post,    WITHDRAW_REVIEW,  OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/talk",            talk_post,        TALK_REVIEW,      OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/acknowledge",     acknowledge_post, ACKNOWLEDGE,      OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/lock",            lock_post,        LOCK_REVIEW,      OF_REVIEW, .again = review_get },
	{ POST, "/reviews/:review/amend",           amend_post,       AMEND_REVIEW,     OF_REVIEW, .again = review_get },
	{ GET,  "/reviews/:review/record",          record_get,       SEE_RECORD,       OF_REVIEW, LOOK },
	{ GET,  "/reviews/:review/record/file",     record_file_get,  SEE_RECORD,       OF_REVIEW, LOOK },
	{ GET,  "/cycles/:cycle",                   completion_get,   SEE_COMPLETION,   OF_CYCLE },
	{ POST, "/cycles/:cycle/launch",            launch_post,      LAUNCH_CYCLE,     OF_CYCLE, .again = cycle_setup_get },
	{ POST, "/cycles/:cycle/extensions",        extension_post,   EXTEND,           OF_CYCLE, .again = completion_get },
	{ POST, "/cycles/:cycle/release",           release_all_post, RELEASE_READY,    OF_CYCLE, .again = completion_get },
	{ POST, "/cycles/:cycle/go-on",             go_on_post,       GO_ON,            OF_CYCLE, .again = completion_get },
	{ POST, "/cycles/:cycle/nudge",             nudge_post,       NUDGE,            OF_CYCLE, .again = completion_get },
	{ POST, "/cycles/:cycle/close",             close_post,       CLOSE_CYCLE,      OF_CYCLE, .again = completion_get },
	{ 0 }
};
