/* access.h: the door of access: sign-in, sessions, roles, the house's two questions. */
#ifndef ACCESS_ACCESS_H
#define ACCESS_ACCESS_H

#include "access/secret.h"
#include "access/subject.h"
#include "access_queries.h"

extern const struct route access_routes[];        /* ends with method 0 */
extern const struct subject_kind access_kinds[];

/* Once at start: ties the views' question {{#if may …}} to the policy. */
void access_begin(void);

/* For struct house: who asks and about what; then whether they may. */
void access_who(struct rq *rq);
void access_judge(struct rq *rq);
/* For struct house: a form that came through needs its draft no more. */
void access_done(struct rq *rq);
/* For struct house: a LOOK page was made; the person it is about may ask who looked. */
void access_looked(struct rq *rq);

/* Who the viewer is (name, title, waiting …); NULL when nobody is signed in. */
const struct who_row *rq_who(const struct rq *rq);

/* "Why can I see this": the viewer's relations to the subject, for the partial why.html (`why: held*`). */
struct held_rows *why_of(struct rq *rq);

/* Units and reach of one person, kept beside their grants: after a change of grants. */
void scope_build(struct rq *rq, person_id person);
/* The same for everybody: after an import or a change of units. */
void access_rebuild(struct rq *rq);
/* The turn of the day: roles end and begin, accounts of leavers close, upkeep. In a change. */
void access_turn(struct rq *rq);
/* Sessions and tokens of those who have left end: at the turn of the day and after an import. */
void access_leavers(struct rq *rq);
/* Old sessions, links and tries go: at the turn of the day. */
void access_upkeep(struct rq *rq);

/* A token for API use; its text is given once. hours 1..8760. scopes: "read" or "read write". */
enum { TOKEN_TEXT = 65, TOKEN_HOURS = 24, TOKEN_MOST_HOURS = 8760 };
void token_make(struct rq *rq, account_id account, person_id person, const char *name, const char *scopes,
    int64_t hours, char text[static TOKEN_TEXT]);
/* The same by e-mail, for the command; false (and nothing made) when there is no open account. */
bool token_make_for(struct rq *rq, const char *email, const char *name, int64_t hours, char text[static TOKEN_TEXT]);

/* The path of a set-up link, "/setup/…", while there is no account yet; else NULL. In a change. */
const char *setup_link(struct rq *rq);

/* An account and its invitation by mail. False: no e-mail to write to, or the account exists. In a change. */
bool account_invite(struct rq *rq, person_id person);

/* For people_hooks: an account stands ready for whoever has an e-mail (no letter is sent), and closes when they leave. */
void account_invite_hook(struct rq *rq, person_id person, const char *email);
void account_close_hook(struct rq *rq, person_id person);
/* A file of people waits for the HR directors to look at it. */
void import_waits_hook(struct rq *rq, import_run_id run);

/* In a change: keeps what the viewer typed into a form and has not sent ("feedback", 7), for its author alone. */
void draft_keep(struct rq *rq, const char *form, int64_t subject, const struct field *fields);

#endif
