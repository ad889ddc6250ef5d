/* policy_words.c: keys of relations and capabilities. The words themselves are in access_words. */
#include "access/policy_words.h"

#include <string.h>

static const char *const relations[RELATIONS] = {
	[SELF] = "self", [MANAGER] = "manager", [ABOVE] = "above", [DOTTED] = "dotted", [REPORT] = "report",
	[PEER] = "peer", [REVIEWER] = "reviewer", [PARTNER] = "partner", [DIRECTOR] = "director",
	[PERFORMANCE] = "performance", [ANALYST] = "analyst", [EXECUTIVE] = "executive", [ADMIN] = "admin",
	[STAND_IN] = "stand-in", [EXTERNAL] = "external", [KEEPER] = "keeper", [READER] = "reader", [APPROVER] = "approver", [COLLEAGUE] = "colleague"
};

static const char *const capabilities[CAPABILITIES] = {
	[ANYBODY] = "anybody", [SEE_HOME] = "see-home", [SEE_PEOPLE] = "see-people", [SEE_CARD] = "see-card",
	[SEE_PERSON] = "see-person", [IMPORT_PEOPLE] = "import-people", [SEE_IMPORT] = "see-import",
	[GRANT_ROLES] = "grant-roles", [SEE_GRANTS] = "see-grants", [RUN_ACCOUNTS] = "run-accounts",
	[SEE_ACCOUNTS] = "see-accounts", [SEE_HEALTH] = "see-health", [RUN_JOBS] = "run-jobs", [SEE_POLICY] = "see-policy",
	[SEE_FORMS] = "see-forms", [BEGIN_FORM] = "begin-form", [BEGIN_CYCLE] = "begin-cycle", [EDIT_FORM] = "edit-form", [SEE_CYCLES] = "see-cycles", [SEE_CYCLE] = "see-cycle",
	[EDIT_CYCLE] = "edit-cycle", [SET_REMINDERS] = "set-reminders", [LAUNCH_CYCLE] = "launch-cycle", [SEE_COMPLETION] = "see-completion", [SEE_FIGURES] = "see-figures",
	[EXTEND] = "extend", [NUDGE] = "nudge", [GO_ON] = "go-on", [DECIDE_CASE] = "decide-case", [RELEASE_READY] = "release-ready", [CLOSE_CYCLE] = "close-cycle",
	[SEE_SAY] = "see-say", [SAY] = "say", [SEE_TEAM_REVIEWS] = "see-team-reviews", [SEE_REVIEW] = "see-review",
	[WRITE_PART] = "write-part", [SEE_PART] = "see-part", [SEE_FORMER] = "see-former", [WRITE_FORMER] = "write-former", [COMPARE_REVIEW] = "compare-review",
	[RELEASE_REVIEW] = "release-review", [TALK_REVIEW] = "talk-review", [ACKNOWLEDGE] = "acknowledge",
	[LOCK_REVIEW] = "lock-review", [AMEND_REVIEW] = "amend-review", [SEE_RECORD] = "see-record",
	[SEE_GOAL_TREE] = "see-goal-tree", [SEE_GOALS] = "see-goals", [PROPOSE_GOAL] = "propose-goal", [SET_UNIT_GOAL] = "set-unit-goal",
	[SEE_GOAL] = "see-goal", [SEE_GOAL_INSIDE] = "see-goal-inside", [AGREE_GOAL] = "agree-goal", [CHANGE_GOAL] = "change-goal", [MOVE_GOAL] = "move-goal",
	[COMMENT_GOAL] = "comment-goal", [CLOSE_GOAL] = "close-goal", [DROP_GOAL] = "drop-goal", [HAND_OVER_GOAL] = "hand-over-goal",
	[RECORD_TALK] = "record-talk", [ANSWER_TALK] = "answer-talk", [ADD_STEP] = "add-step",
	[SEE_APPROVALS] = "see-approvals", [APPROVE_REVIEW] = "approve-review", [REOPEN_REVIEW] = "reopen-review", [WITHDRAW_REVIEW] = "withdraw-review",
	[SEE_TASKS] = "see-tasks", [GIVE_TASK] = "give-task", [SEE_TASK] = "see-task", [EDIT_TASK] = "edit-task", [MOVE_TASK] = "move-task",
	[REMARK_TASK] = "remark-task",
	[NAME_HEADS] = "name-heads", [SEE_START] = "see-start", [SEE_FRAMEWORK] = "see-framework", [EDIT_FRAMEWORK] = "edit-framework",
	[SEE_CORRECTION] = "see-correction", [ANSWER_CORRECTION] = "answer-correction",
	[SEE_VALUES] = "see-values", [EDIT_VALUES] = "edit-values", [KEEP_TEMPLATES] = "keep-templates", [GIVE_FEEDBACK] = "give-feedback", [SEE_FEEDBACK] = "see-feedback",
	[MARK_FEEDBACK] = "mark-feedback", [TALK_FEEDBACK] = "talk-feedback", [WITHDRAW_FEEDBACK] = "withdraw-feedback",
	[ASK_FEEDBACK] = "ask-feedback", [SEE_ASK] = "see-ask", [ANSWER_ASK] = "answer-ask", [WRITE_NOTE] = "write-note",
	[SEE_NOTE] = "see-note", [SEE_SHARED] = "see-shared", [END_SHARED] = "end-shared",
};

const char *
relation_word(enum relation r)
{
	return relations[r];
}

enum relation
relation_of(const char *word)
{
	for (int r = 0; r < RELATIONS; r++)
		if (word && strcmp(relations[r], word) == 0)
			return r;
	return RELATIONS;
}

uint32_t
relation_bit(const char *word)
{
	enum relation r = relation_of(word);

	return r == RELATIONS ? 0 : 1u << r;
}

const char *
capability_word(enum capability c)
{
	return capabilities[c];
}
