/* access_routes.c: every address of access: who may, about whom. Does nothing itself. */
#include "access/access.h"
#include "access/draft.h"
#include "access/pages.h"
#include "access/sign_in.h"

const struct route access_routes[] = {
	{ GET,  "/sign-in",      sign_in_get,       ANYBODY, OF_NOBODY, OPEN },
	{ POST, "/sign-in",      sign_in_post,      ANYBODY, OF_NOBODY, OPEN, .again = sign_in_get, .before = sign_in_before },
	{ POST, "/sign-in/link", sign_in_link_post, ANYBODY, OF_NOBODY, OPEN, .again = sign_in_get },
	{ GET,  "/sign-in/sent", sign_in_sent_get,  ANYBODY, OF_NOBODY, OPEN },
	/* Its token would be of the session that ended. It changes nothing, and asks for our own origin itself. */
	{ POST, "/sign-in/carried", carried_post,    SEE_HOME, OF_VIEWER, NO_CSRF },
	{ POST, "/sign-out",     sign_out_post,     ANYBODY, OF_NOBODY, OPEN },
	{ GET,  "/link/:key",    link_get,          ANYBODY, OF_NOBODY, OPEN },
	{ POST, "/link/:key",    link_post,         ANYBODY, OF_NOBODY, OPEN, .again = link_get, .before = new_secret_before },
	{ GET,  "/setup/:key",   setup_get,         ANYBODY, OF_NOBODY, OPEN },
	{ POST, "/setup/:key",   setup_post,        ANYBODY, OF_NOBODY, OPEN, .again = setup_get, .before = new_secret_before },

	{ GET,  "/account",                   account_get,            SEE_HOME, OF_VIEWER },
	{ POST, "/account/password",          account_secret_post,    SEE_HOME, OF_VIEWER, .again = account_get, .before = own_secret_before },
	{ POST, "/account/sessions/end",      account_session_post,   SEE_HOME, OF_VIEWER, .again = account_get },
	{ POST, "/account/tokens",            account_token_post,     SEE_HOME, OF_VIEWER, .again = account_get },
	{ POST, "/account/tokens/:token/end", account_token_end_post, SEE_HOME, OF_VIEWER, .again = account_get },
	{ POST, "/drafts/:key/:subject",     draft_post,         SEE_HOME, OF_VIEWER },
	{ POST, "/drafts/:key/:subject/discard", draft_discard_post, SEE_HOME, OF_VIEWER },
	{ POST, "/account/tokens/:token/keep", account_token_keep_post, SEE_HOME, OF_VIEWER },

	{ GET,  "/accounts",                       accounts_get,             SEE_ACCOUNTS, OF_NOBODY },
	{ POST, "/accounts/invite",                accounts_invite_all_post, RUN_ACCOUNTS, OF_NOBODY, .again = accounts_get },
	{ POST, "/people/:person/account/invite",  accounts_invite_post,     RUN_ACCOUNTS, OF_PERSON, .again = accounts_get },
	{ POST, "/people/:person/account/link",    accounts_link_post,       RUN_ACCOUNTS, OF_PERSON, .again = accounts_get },
	{ POST, "/people/:person/account/letters/:letter/back", accounts_letter_back_post, RUN_ACCOUNTS, OF_PERSON },
	{ POST, "/people/:person/account/close",   accounts_close_post,      RUN_ACCOUNTS, OF_PERSON, .again = accounts_get },

	{ GET,  "/grants",                         grants_get,         SEE_GRANTS,  OF_NOBODY },
	{ GET,  "/people/:person/grants",          person_grants_get,  SEE_GRANTS,  OF_PERSON },
	{ POST, "/people/:person/grants",          person_grants_post, GRANT_ROLES, OF_PERSON, .again = person_grants_get },
	{ POST, "/people/:person/grants/:grant/end", grant_end_post,   GRANT_ROLES, OF_PERSON, .again = person_grants_get },
	{ GET,  "/start/people",                   first_people_get,   SEE_GRANTS,  OF_NOBODY },
	{ POST, "/start/people",                   first_people_post,  NAME_HEADS,  OF_NOBODY, .again = first_people_get },
	{ GET,  "/policy",                         policy_get,         SEE_POLICY,  OF_NOBODY },
	{ GET,  "/health",                         health_get,         SEE_HEALTH,  OF_NOBODY },
	{ POST, "/health/jobs/:job/again",         job_again_post,     RUN_JOBS,    OF_NOBODY, .again = health_get },
	{ 0 }
};
