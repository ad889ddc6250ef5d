/* policy.c: who may do what, to whom, in which state: one table. No requests, no rows, no clock. */
#include "access/policy.h"
#include "access/policy_words.h"

#include "base/base.h"

#include <string.h>

#define IS(r) (1u << (r))

enum {
	HR = IS(DIRECTOR) | IS(PARTNER) | IS(PERFORMANCE),
	CYCLES = IS(DIRECTOR) | IS(PERFORMANCE),
	HEADS = IS(DIRECTOR) | IS(ADMIN),
	LINE = IS(SELF) | IS(MANAGER) | IS(ABOVE),
	EVERYONE = IS(SELF) | IS(COLLEAGUE)
};

/* States of a review once both sides are in, and once the employee has it. */
#define IN "written unapproved calibrated approved withdrawn-unapproved withdrawn released acknowledged locked"
#define OUT "released acknowledged locked"
#define READY "written calibrated approved withdrawn"
#define TAKEN_BACK "withdrawn-open withdrawn-unapproved withdrawn"
/* Feedback that its author has not withdrawn; what of it the receiver's manager reads; what everybody. */
#define GIVEN "receiver manager all receiver-fresh manager-fresh all-fresh"
#define LED "manager all manager-fresh all-fresh"
#define PRAISED "all all-fresh"
#define FRESH "receiver-fresh manager-fresh all-fresh"

/*
 * A capability may have several lines; one that fits is enough. States: "" any. The third word says
 * what somebody must be able to see for a refusal to be "not yours to do" instead of "not there".
 *
 * A part's state here: asked, writing (its phase is open), closed (neither in nor open any more),
 * submitted (in, the other side is not), both (both sides are in), released (the employee has it).
 */
static const struct policy_row rows[] = {
	{ ANYBODY,          ~0u,                            "", ANYBODY },
	{ SEE_HOME,         IS(SELF),                       "", SEE_HOME },
	{ SEE_PEOPLE,       EVERYONE,                       "", SEE_PEOPLE },
	{ SEE_CARD,         EVERYONE,                       "", SEE_CARD },
	{ SEE_PERSON,       IS(SELF) | IS(MANAGER) | IS(ABOVE) | IS(DOTTED) | HR, "", SEE_PERSON },
	{ IMPORT_PEOPLE,    HEADS,                          "", SEE_IMPORT },
	{ SEE_IMPORT,       HEADS,                          "", SEE_IMPORT },
	{ GRANT_ROLES,      HEADS,                          "", SEE_GRANTS },
	{ SEE_GRANTS,       HEADS,                          "", SEE_GRANTS },
	{ NAME_HEADS,       HEADS,                          "", SEE_GRANTS },
	{ SEE_START,        IS(DIRECTOR) | IS(PERFORMANCE) | IS(ADMIN), "", SEE_START },
	{ RUN_ACCOUNTS,     IS(ADMIN),                      "", SEE_ACCOUNTS },
	{ SEE_ACCOUNTS,     IS(ADMIN),                      "", SEE_ACCOUNTS },
	{ SEE_HEALTH,       IS(ADMIN),                      "", SEE_HEALTH },
	{ RUN_JOBS,         IS(ADMIN),                      "", SEE_HEALTH },
	{ SEE_POLICY,       EVERYONE,                       "", SEE_POLICY },

	{ SEE_FORMS,        CYCLES,                         "", SEE_FORMS },
	{ BEGIN_FORM,       CYCLES,                         "", SEE_FORMS },
	{ EDIT_FORM,        CYCLES,                         "draft", SEE_FORMS },
	{ SEE_CYCLES,       HR,                             "", SEE_CYCLES },
	{ BEGIN_CYCLE,      CYCLES,                         "", SEE_CYCLES },
	{ SEE_CYCLE,        HR,                             "", SEE_CYCLE },
	{ EDIT_CYCLE,       CYCLES,                         "draft", SEE_CYCLE },
	{ SEE_FRAMEWORK,    HR,                             "", SEE_FRAMEWORK },
	{ EDIT_FRAMEWORK,   CYCLES,                         "", SEE_FRAMEWORK },
	{ SET_REMINDERS,    CYCLES,                         "draft launched", SEE_CYCLE },
	{ LAUNCH_CYCLE,     CYCLES,                         "draft", SEE_CYCLE },
	{ SEE_COMPLETION,   HR,                             "", SEE_COMPLETION },
	{ SEE_FIGURES,      HR | IS(ANALYST) | IS(EXECUTIVE), "", SEE_FIGURES },
	{ EXTEND,           HR,                             "launched", SEE_COMPLETION },
	{ NUDGE,            HR,                             "launched", SEE_COMPLETION },
	{ GO_ON,            HR,                             "launched", SEE_COMPLETION },
	{ RELEASE_READY,    HR,                             "launched closed", SEE_COMPLETION },
	{ DECIDE_CASE,      HR,                             "launched", SEE_COMPLETION },
	{ CLOSE_CYCLE,      CYCLES,                         "launched", SEE_COMPLETION },

	{ SEE_SAY,          IS(SELF),                       "", SEE_SAY },
	{ SAY,              IS(SELF),                       "open", SEE_SAY },
	{ SEE_TEAM_REVIEWS, IS(SELF) | IS(COLLEAGUE),       "", SEE_TEAM_REVIEWS },
	{ SEE_REVIEW,       IS(SELF),                       OUT " " TAKEN_BACK, SEE_REVIEW },   /* taken back: that it was, and why */
	{ SEE_REVIEW,       IS(MANAGER) | IS(REVIEWER) | HR, "", SEE_REVIEW },
	{ SEE_REVIEW,       IS(ABOVE) | IS(APPROVER),       IN, SEE_REVIEW },
	{ WRITE_PART,       IS(REVIEWER),                   "asked writing", SEE_PART },
	{ SEE_PART,         IS(REVIEWER),                   "asked writing closed submitted both released", SEE_PART },
	{ SEE_PART,         IS(SELF),                       "released", SEE_PART },
	{ SEE_PART,         IS(MANAGER),                    "both released", SEE_PART },
	{ SEE_PART,         HR,                             "submitted both released", SEE_PART },
	{ SEE_FORMER,       IS(REVIEWER) | HR,              "", SEE_FORMER },
	{ SEE_FORMER,       IS(MANAGER),                    "given shared", SEE_FORMER },
	{ SEE_FORMER,       IS(SELF),                       "shared", SEE_FORMER },
	{ WRITE_FORMER,     IS(REVIEWER),                   "asked", SEE_FORMER },
	{ COMPARE_REVIEW,   IS(MANAGER) | HR,               IN, SEE_REVIEW },
	{ RELEASE_REVIEW,   HR,                             READY, SEE_REVIEW },
	{ TALK_REVIEW,      IS(MANAGER),                    IN, SEE_REVIEW },
	{ ACKNOWLEDGE,      IS(SELF),                       "released", SEE_REVIEW },
	{ RECORD_TALK,      IS(MANAGER),                    "released acknowledged", SEE_REVIEW },
	{ ANSWER_TALK,      IS(SELF),                       "released acknowledged", SEE_REVIEW },
	{ ADD_STEP,         IS(SELF) | IS(MANAGER),         "released acknowledged", SEE_REVIEW },
	{ SEE_APPROVALS,    IS(SELF) | IS(COLLEAGUE),       "", SEE_APPROVALS },
	{ APPROVE_REVIEW,   IS(APPROVER),                   "unapproved withdrawn-unapproved", SEE_REVIEW },
	{ REOPEN_REVIEW,    HR,                             "open unapproved withdrawn-open withdrawn-unapproved " READY, SEE_REVIEW },
	{ WITHDRAW_REVIEW,  HR,                             OUT, SEE_REVIEW },
	{ LOCK_REVIEW,      HR,                             "released acknowledged", SEE_REVIEW },
	{ AMEND_REVIEW,     HR,                             OUT, SEE_REVIEW },
	{ SEE_RECORD,       IS(SELF) | IS(MANAGER) | HR,    OUT, SEE_REVIEW },

	{ SEE_GOAL_TREE,    EVERYONE,                       "", SEE_GOAL_TREE },
	{ SEE_GOALS,        LINE | IS(DOTTED) | HR,         "", SEE_GOALS },
	{ PROPOSE_GOAL,     IS(SELF) | IS(MANAGER) | IS(PERFORMANCE), "", SEE_GOALS },
	{ SET_UNIT_GOAL,    IS(KEEPER),                     "", SEE_GOAL_TREE },
	{ SEE_GOAL,         LINE | IS(DOTTED) | HR | IS(KEEPER), "", SEE_GOAL },
	{ SEE_GOAL,         IS(READER),                     "open closed", SEE_GOAL },
	{ SEE_GOAL_INSIDE,  LINE | IS(DOTTED) | HR | IS(KEEPER), "", SEE_GOAL },
	{ AGREE_GOAL,       IS(SELF) | IS(MANAGER),         "proposed", SEE_GOAL },
	{ CHANGE_GOAL,      IS(SELF) | IS(MANAGER) | IS(KEEPER), "proposed open", SEE_GOAL },
	{ MOVE_GOAL,        IS(SELF) | IS(MANAGER) | IS(KEEPER), "proposed open", SEE_GOAL },
	{ COMMENT_GOAL,     LINE | IS(DOTTED) | HR | IS(KEEPER), "proposed open closed", SEE_GOAL },
	{ CLOSE_GOAL,       IS(SELF) | IS(MANAGER) | IS(KEEPER), "open", SEE_GOAL },
	{ DROP_GOAL,        IS(SELF) | IS(MANAGER) | IS(KEEPER), "proposed open", SEE_GOAL },
	{ HAND_OVER_GOAL,   IS(MANAGER) | IS(ABOVE) | HR,   "proposed open", SEE_GOAL },

	{ SEE_TASKS,        IS(SELF) | IS(MANAGER) | IS(ABOVE), "", SEE_TASKS },
	{ GIVE_TASK,        IS(SELF) | IS(MANAGER),         "", SEE_TASKS },
	{ SEE_TASK,         IS(SELF) | IS(MANAGER) | IS(ABOVE), "", SEE_TASK },
	{ EDIT_TASK,        IS(SELF) | IS(MANAGER),         "todo doing", SEE_TASK },
	{ MOVE_TASK,        IS(SELF),                       "", SEE_TASK },
	{ REMARK_TASK,      IS(SELF) | IS(MANAGER) | IS(ABOVE), "", SEE_TASK },
	{ SEE_VALUES,       EVERYONE,                       "", SEE_VALUES },
	{ EDIT_VALUES,      CYCLES,                         "", SEE_VALUES },
	{ KEEP_TEMPLATES,   CYCLES,                         "", KEEP_TEMPLATES },
	{ GIVE_FEEDBACK,    IS(COLLEAGUE),                  "employed", SEE_CARD },
	{ SEE_FEEDBACK,     IS(REVIEWER),                   "", SEE_FEEDBACK },
	{ SEE_FEEDBACK,     IS(SELF),                       GIVEN, SEE_FEEDBACK },
	{ SEE_FEEDBACK,     IS(MANAGER) | IS(ABOVE),        LED, SEE_FEEDBACK },
	{ SEE_FEEDBACK,     IS(COLLEAGUE),                  PRAISED, SEE_FEEDBACK },
	{ MARK_FEEDBACK,    IS(SELF),                       GIVEN, SEE_FEEDBACK },
	{ TALK_FEEDBACK,    IS(SELF) | IS(REVIEWER),        GIVEN, SEE_FEEDBACK },
	{ WITHDRAW_FEEDBACK, IS(REVIEWER),                  FRESH, SEE_FEEDBACK },
	{ ASK_FEEDBACK,     IS(SELF) | IS(MANAGER) | IS(ABOVE), "employed", SEE_CARD },
	{ SEE_ASK,          IS(SELF) | IS(REVIEWER),        "", SEE_ASK },
	{ ANSWER_ASK,       IS(REVIEWER),                   "open", SEE_ASK },
	{ WRITE_NOTE,       IS(SELF) | IS(MANAGER) | IS(ABOVE), "employed", SEE_CARD },
	{ SEE_NOTE,         IS(SELF),                       "", SEE_NOTE },
	{ SEE_SHARED,       IS(SELF) | IS(MANAGER),         "", SEE_SHARED },
	{ END_SHARED,       IS(SELF),                       "", SEE_SHARED },
	{ SEE_CORRECTION,   IS(SELF) | IS(PARTNER) | IS(DIRECTOR), "", SEE_CORRECTION },
	{ ANSWER_CORRECTION, IS(PARTNER) | IS(DIRECTOR),    "open", SEE_CORRECTION },
};

/* Nobody rates, approves or releases their own: whatever else they are, here they are only SELF. */
static const enum capability never_own[] = { GRANT_ROLES, RELEASE_REVIEW, LOCK_REVIEW, AMEND_REVIEW, GIVE_FEEDBACK,
	APPROVE_REVIEW, REOPEN_REVIEW, WITHDRAW_REVIEW, ANSWER_CORRECTION,
};

/* About the organisation as a whole; asked with the roles held anywhere. */
static const enum capability of_all[] = {
	SEE_PEOPLE, IMPORT_PEOPLE, GRANT_ROLES, SEE_GRANTS, RUN_ACCOUNTS, SEE_ACCOUNTS, SEE_HEALTH, SEE_POLICY,
	SEE_FORMS, BEGIN_FORM, SEE_CYCLES, BEGIN_CYCLE, SEE_CYCLE, SEE_COMPLETION, SEE_TEAM_REVIEWS,
	SEE_GOAL_TREE, SEE_VALUES, EDIT_VALUES, SEE_FRAMEWORK, EDIT_FRAMEWORK, NAME_HEADS, SEE_START, SEE_FIGURES,
	KEEP_TEMPLATES, SEE_APPROVALS, RUN_JOBS,
};

static bool
among(const enum capability *some, size_t n, enum capability may)
{
	for (size_t i = 0; i < n; i++)
		if (some[i] == may)
			return true;
	return false;
}

bool
policy_of_all(enum capability may)
{
	return among(of_all, COUNT(of_all), may);
}

bool
policy_never_own(enum capability may)
{
	return among(never_own, COUNT(never_own), may);
}

const struct policy_row *
policy_rows(size_t *n)
{
	*n = COUNT(rows);
	return rows;
}

/* Is the word one of the words? "" names every state. */
static bool
holds(const char *words, const char *word)
{
	size_t n = strlen(word);

	if (!*words)
		return true;
	for (const char *at = words; n && (at = strstr(at, word)); at += n)
		if ((at == words || at[-1] == ' ') && (at[n] == ' ' || !at[n]))
			return true;
	return false;
}

/* What is left of a set on one's own record: no role counts there, and for some acts nothing but oneself. */
static uint32_t
left(enum capability may, uint32_t relations)
{
	if (!(relations & IS(SELF)))
		return relations;
	if (policy_never_own(may))
		return IS(SELF);
	return policy_of_all(may) ? relations : relations & ~(uint32_t)HR;
}

#ifdef MERIDIAN_MUTATE
/* Tests: this line takes from whom it gave and gives to others; not to everybody signed in, who are each themself too. */
int policy_swapped = -1;
#define BY(i) ((int)(i) == policy_swapped ? ~rows[i].by & ~IS(COLLEAGUE) : rows[i].by)
#else
#define BY(i) (rows[i].by)
#endif

/* Does a line fit? *by_whom: one would, were the state another. */
static bool
fits(enum capability may, uint32_t relations, const char *state, bool *by_whom)
{
	*by_whom = false;
	relations = left(may, relations);
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (rows[i].may != may || !(BY(i) & relations || BY(i) == ~0u))
			continue;
		if (holds(rows[i].states, state))
			return true;
		*by_whom = true;
	}
	return false;
}

static enum capability
seen_by(enum capability may)
{
	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].may == may)
			return rows[i].seen;
	return may;
}

enum verdict
policy(enum capability may, uint32_t relations, const char *state)
{
	bool by_whom, ignored;

	if (fits(may, relations, state ? state : "", &by_whom))
		return MAY;
	if (seen_by(may) == may || !fits(seen_by(may), relations, state ? state : "", &ignored))
		return MAY_NOT_SEE;
	return by_whom ? WRONG_STATE : MAY_NOT_DO;
}
