/* policy_test.c: who may do what, as a table that a person from HR could read and correct. */
#include "access/policy_words.h"

#include "base/test.h"

#define IS(r) (1u << (r))

static const struct {
	const char *words;
	enum capability may;
	uint32_t is;
	const char *state;
	enum verdict verdict;
} cases[] = {
	{ "anybody may open the sign-in page",                   ANYBODY,         0, "", MAY },
	{ "nobody in particular has no home",                    SEE_HOME,        0, "", MAY_NOT_SEE },
	{ "everybody signed in looks through the people",        SEE_PEOPLE,      IS(COLLEAGUE), "", MAY },
	{ "a colleague opens a person's card",                   SEE_CARD,        IS(COLLEAGUE), "employed", MAY },
	{ "a colleague does not see the history behind it",      SEE_PERSON,      IS(COLLEAGUE), "employed", MAY_NOT_SEE },
	{ "a peer does not either",                              SEE_PERSON,      IS(COLLEAGUE) | IS(PEER), "employed", MAY_NOT_SEE },
	{ "somebody's report does not see their manager's",      SEE_PERSON,      IS(COLLEAGUE) | IS(REPORT), "employed", MAY_NOT_SEE },
	{ "a manager sees the history of a report",              SEE_PERSON,      IS(MANAGER), "employed", MAY },
	{ "an administrator sees nobody's history",              SEE_PERSON,      IS(ADMIN) | IS(COLLEAGUE), "employed", MAY_NOT_SEE },
	{ "an administrator runs accounts",                      RUN_ACCOUNTS,    IS(ADMIN), "", MAY },
	{ "an HR director does not run accounts",                RUN_ACCOUNTS,    IS(DIRECTOR), "", MAY_NOT_SEE },
	{ "an HR director gives roles",                          GRANT_ROLES,     IS(DIRECTOR), "", MAY },
	{ "but never to themself: they see them only",           GRANT_ROLES,     IS(SELF) | IS(DIRECTOR) | IS(ADMIN), "", MAY_NOT_DO },
	{ "a business partner does not give roles",              GRANT_ROLES,     IS(PARTNER), "", MAY_NOT_SEE },

	{ "a performance manager changes a draft of a form",     EDIT_FORM,       IS(PERFORMANCE), "draft", MAY },
	{ "a published form is not changed any more",            EDIT_FORM,       IS(PERFORMANCE), "published", WRONG_STATE },
	{ "a partner does not see forms",                        EDIT_FORM,       IS(PARTNER), "draft", MAY_NOT_SEE },
	{ "a partner sees a cycle",                              SEE_CYCLE,       IS(PARTNER), "launched", MAY },
	{ "and does not launch it",                              LAUNCH_CYCLE,    IS(PARTNER), "draft", MAY_NOT_DO },
	{ "a cycle is launched once",                            LAUNCH_CYCLE,    IS(DIRECTOR), "launched", WRONG_STATE },
	{ "a performance manager closes a running cycle",        CLOSE_CYCLE,     IS(PERFORMANCE), "launched", MAY },
	{ "once",                                                CLOSE_CYCLE,     IS(PERFORMANCE), "closed", WRONG_STATE },
	{ "a partner does not close it",                         CLOSE_CYCLE,     IS(PARTNER), "launched", MAY_NOT_DO },
	{ "a partner reminds the late ones",                     NUDGE,           IS(PARTNER), "launched", MAY },
	{ "of a closed cycle nobody is late",                    NUDGE,           IS(PARTNER), "closed", WRONG_STATE },
	{ "what is ready is released after closing too",         RELEASE_READY,   IS(PARTNER), "closed", MAY },
	{ "a manager does not see how far a cycle is",           RELEASE_READY,   IS(MANAGER), "launched", MAY_NOT_SEE },

	{ "an employee does not see a review before release",    SEE_REVIEW,      IS(SELF), "approved", MAY_NOT_SEE },
	{ "and sees it after",                                   SEE_REVIEW,      IS(SELF), "released", MAY },
	{ "a manager sees it from the start",                    SEE_REVIEW,      IS(MANAGER) | IS(REVIEWER), "open", MAY },
	{ "the manager's manager once both sides are in",        SEE_REVIEW,      IS(ABOVE), "written", MAY },
	{ "and not before",                                      SEE_REVIEW,      IS(ABOVE), "open", MAY_NOT_SEE },
	{ "a peer never",                                        SEE_REVIEW,      IS(PEER) | IS(COLLEAGUE), "released", MAY_NOT_SEE },
	{ "an administrator never",                              SEE_REVIEW,      IS(ADMIN) | IS(COLLEAGUE), "released", MAY_NOT_SEE },
	{ "an executive never",                                  SEE_REVIEW,      IS(EXECUTIVE) | IS(COLLEAGUE), "released", MAY_NOT_SEE },

	{ "the writer writes while the phase is open",           WRITE_PART,      IS(REVIEWER), "writing", MAY },
	{ "not after it closed",                                 WRITE_PART,      IS(REVIEWER), "closed", WRONG_STATE },
	{ "not twice",                                           WRITE_PART,      IS(REVIEWER), "submitted", WRONG_STATE },
	{ "HR does not write for the writer",                    WRITE_PART,      IS(DIRECTOR), "writing", MAY_NOT_SEE },
	{ "a manager does not read a self review alone",         SEE_PART,        IS(MANAGER), "submitted", MAY_NOT_SEE },
	{ "but once both are in",                                SEE_PART,        IS(MANAGER), "both", MAY },
	{ "an employee reads the manager's part once released",  SEE_PART,        IS(SELF), "released", MAY },
	{ "and not when it is only written",                     SEE_PART,        IS(SELF), "both", MAY_NOT_SEE },
	{ "HR reads what is submitted",                          SEE_PART,        IS(PARTNER), "submitted", MAY },
	{ "HR does not read drafts",                             SEE_PART,        IS(PARTNER), "writing", MAY_NOT_SEE },

	{ "a former manager writes what they are asked",         WRITE_FORMER,    IS(COLLEAGUE) | IS(REVIEWER), "asked", MAY },
	{ "not once the review is written",                      WRITE_FORMER,    IS(COLLEAGUE) | IS(REVIEWER), "lapsed", WRONG_STATE },
	{ "HR does not write for them",                          WRITE_FORMER,    IS(COLLEAGUE) | IS(PARTNER), "asked", MAY_NOT_DO },
	{ "who writes the review reads what was given",          SEE_FORMER,      IS(COLLEAGUE) | IS(MANAGER), "given", MAY },
	{ "not why somebody declined",                           SEE_FORMER,      IS(COLLEAGUE) | IS(MANAGER), "declined", MAY_NOT_SEE },
	{ "those above have no part in it",                      SEE_FORMER,      IS(COLLEAGUE) | IS(ABOVE) | IS(APPROVER), "given", MAY_NOT_SEE },
	{ "the employee reads it where it is shared",            SEE_FORMER,      IS(COLLEAGUE) | IS(SELF), "shared", MAY },
	{ "and not else, HR or not",                             SEE_FORMER,      IS(COLLEAGUE) | IS(SELF) | IS(DIRECTOR), "given", MAY_NOT_SEE },
	{ "a director releases a written review",                RELEASE_REVIEW,  IS(DIRECTOR), "written", MAY },
	{ "a manager does not",                                  RELEASE_REVIEW,  IS(MANAGER), "written", MAY_NOT_DO },
	{ "nobody releases an unfinished one",                   RELEASE_REVIEW,  IS(DIRECTOR), "open", WRONG_STATE },
	{ "a director does not release their own",               RELEASE_REVIEW,  IS(SELF) | IS(DIRECTOR), "written", MAY_NOT_SEE },
	{ "nor see it before release",                           SEE_REVIEW,      IS(SELF) | IS(DIRECTOR), "written", MAY_NOT_SEE },
	{ "nor what their manager wrote",                        SEE_PART,        IS(SELF) | IS(DIRECTOR), "both", MAY_NOT_SEE },
	{ "nor amend their own after release",                   AMEND_REVIEW,    IS(SELF) | IS(PERFORMANCE), "released", MAY_NOT_DO },
	{ "nor lock it",                                         LOCK_REVIEW,     IS(SELF) | IS(PARTNER), "acknowledged", MAY_NOT_DO },
	{ "a manager sets the day of the conversation",          TALK_REVIEW,     IS(MANAGER), "released", MAY },
	{ "an employee acknowledges after release",              ACKNOWLEDGE,     IS(SELF), "released", MAY },
	{ "once",                                                ACKNOWLEDGE,     IS(SELF), "acknowledged", WRONG_STATE },
	{ "a manager does not acknowledge for them",             ACKNOWLEDGE,     IS(MANAGER), "released", MAY_NOT_DO },
	{ "the record is there once released",                   SEE_RECORD,      IS(SELF), "released", MAY },
	{ "and not before",                                      SEE_RECORD,      IS(MANAGER), "approved", WRONG_STATE },
	{ "everybody reads the values",                          SEE_VALUES,      IS(COLLEAGUE), "", MAY },
	{ "and HR keeps them",                                   EDIT_VALUES,     IS(COLLEAGUE) | IS(PARTNER), "", MAY_NOT_DO },
	{ "a partner reads how the organisation works",          SEE_FRAMEWORK,   IS(COLLEAGUE) | IS(PARTNER), "", MAY },
	{ "and does not choose it",                              EDIT_FRAMEWORK,  IS(COLLEAGUE) | IS(PARTNER), "", MAY_NOT_DO },
	{ "an administrator does neither",                       SEE_FRAMEWORK,   IS(COLLEAGUE) | IS(ADMIN), "", MAY_NOT_SEE },
	{ "an administrator names heads",                        NAME_HEADS,      IS(COLLEAGUE) | IS(ADMIN), "", MAY },
	{ "a performance manager does not",                      NAME_HEADS,      IS(COLLEAGUE) | IS(PERFORMANCE), "", MAY_NOT_SEE },
	{ "nor a partner see what is still to be set up",        SEE_START,       IS(COLLEAGUE) | IS(PARTNER), "", MAY_NOT_SEE },
	{ "HR keeps what requests begin with",                   KEEP_TEMPLATES,  IS(COLLEAGUE) | IS(PERFORMANCE), "", MAY },
	{ "nobody else finds the page",                          KEEP_TEMPLATES,  IS(COLLEAGUE) | IS(PARTNER) | IS(ADMIN), "", MAY_NOT_SEE },
	{ "a colleague gives feedback",                          GIVE_FEEDBACK,   IS(COLLEAGUE), "employed", MAY },
	{ "upwards too",                                         GIVE_FEEDBACK,   IS(COLLEAGUE) | IS(REPORT), "employed", MAY },
	{ "not to oneself",                                      GIVE_FEEDBACK,   IS(COLLEAGUE) | IS(SELF), "employed", MAY_NOT_DO },
	{ "not to who has left",                                 GIVE_FEEDBACK,   IS(COLLEAGUE), "left", WRONG_STATE },
	{ "the receiver reads what was given",                   SEE_FEEDBACK,    IS(COLLEAGUE) | IS(SELF), "receiver", MAY },
	{ "their manager not, unless its author let them",       SEE_FEEDBACK,    IS(COLLEAGUE) | IS(MANAGER), "receiver", MAY_NOT_SEE },
	{ "then they do",                                        SEE_FEEDBACK,    IS(COLLEAGUE) | IS(MANAGER), "manager", MAY },
	{ "HR does not, of any kind",                            SEE_FEEDBACK,    IS(COLLEAGUE) | IS(DIRECTOR) | IS(PARTNER) | IS(PERFORMANCE) | IS(ADMIN), "manager", MAY_NOT_SEE },
	{ "praise for everybody is everybody's",                 SEE_FEEDBACK,    IS(COLLEAGUE), "all-fresh", MAY },
	{ "what was withdrawn only its author still reads",      SEE_FEEDBACK,    IS(COLLEAGUE) | IS(REVIEWER), "withdrawn", MAY },
	{ "not the receiver",                                    SEE_FEEDBACK,    IS(COLLEAGUE) | IS(SELF), "withdrawn", MAY_NOT_SEE },
	{ "the author withdraws on the first day",               WITHDRAW_FEEDBACK, IS(REVIEWER), "receiver-fresh", MAY },
	{ "and not later",                                       WITHDRAW_FEEDBACK, IS(REVIEWER), "receiver", WRONG_STATE },
	{ "the receiver does not",                               WITHDRAW_FEEDBACK, IS(SELF), "receiver-fresh", MAY_NOT_DO },
	{ "a manager may read and not mark it",                  MARK_FEEDBACK,   IS(COLLEAGUE) | IS(MANAGER), "manager", MAY_NOT_DO },
	{ "one asks about oneself",                              ASK_FEEDBACK,    IS(COLLEAGUE) | IS(SELF), "employed", MAY },
	{ "a colleague does not ask about another",              ASK_FEEDBACK,    IS(COLLEAGUE) | IS(PEER), "employed", MAY_NOT_DO },
	{ "who is asked answers while it is open",               ANSWER_ASK,      IS(COLLEAGUE) | IS(REVIEWER), "open", MAY },
	{ "not when it has run out",                             ANSWER_ASK,      IS(COLLEAGUE) | IS(REVIEWER), "lapsed", WRONG_STATE },
	{ "a note is its author's alone",                        SEE_NOTE,        IS(COLLEAGUE) | IS(SELF), "", MAY },
	{ "not the manager's, nor HR's, nor the administrator's", SEE_NOTE,       IS(COLLEAGUE) | IS(MANAGER) | IS(DIRECTOR) | IS(ADMIN), "", MAY_NOT_SEE },
	{ "a shared one is the manager's too",                   SEE_SHARED,      IS(COLLEAGUE) | IS(MANAGER), "", MAY },
	{ "who does not take it back",                           END_SHARED,      IS(COLLEAGUE) | IS(MANAGER), "", MAY_NOT_DO },
	{ "HR does not open a request",                          SEE_ASK,         IS(COLLEAGUE) | IS(DIRECTOR), "mine", MAY_NOT_SEE },
};

TEST("the policy says who may do what to whom in which state")
{
	for (size_t i = 0; i < COUNT(cases); i++) {
		SAY(cases[i].words);
		EQ(policy(cases[i].may, cases[i].is, cases[i].state), cases[i].verdict);
	}
	SAY(NULL);
}

TEST("nobody acts on their own, whatever else they are, in any state")
{
	static const char *const states[] = { "", "open", "written", "calibrated", "approved", "released", "acknowledged", "locked" };

	for (int c = 0; c < CAPABILITIES; c++)
		for (uint32_t also = 0; policy_never_own(c) && also < IS(RELATIONS); also++)
			for (size_t s = 0; s < COUNT(states); s++)
				if (also & IS(SELF))
					NO(policy(c, also, states[s]) == MAY);
}

TEST("every capability has its line, its words and somebody who may")
{
	for (int c = 0; c < CAPABILITIES; c++) {
		bool found = false;
		size_t n;
		const struct policy_row *rows = policy_rows(&n);

		for (size_t i = 0; i < n; i++)
			found |= (int)rows[i].may == c && rows[i].by;
		SAY(capability_word(c));
		YES(found);
		YES(capability_word(c) != NULL);
	}
	SAY(NULL);
}

TEST("relations have the words that the database uses")
{
	for (int r = 0; r < RELATIONS; r++)
		EQ(relation_of(relation_word(r)), r);
	EQ(relation_bit("manager"), IS(MANAGER));
	EQ(relation_bit("nobody"), 0);
}
