/*
 * policy.h: who may do what, to whom, in which state. One table (policy.c) for every door.
 * Knows relations and states; no requests, no database.
 */
#ifndef ACCESS_POLICY_H
#define ACCESS_POLICY_H

#include <stdbool.h>
#include <stdint.h>

/* What a viewer is to a subject. A set is a bit mask: 1u << SELF. */
enum relation {
	SELF, MANAGER, ABOVE, DOTTED, REPORT, PEER, REVIEWER, PARTNER, DIRECTOR, PERFORMANCE,
	ANALYST, EXECUTIVE, ADMIN, STAND_IN, EXTERNAL,
	KEEPER, READER, APPROVER, COLLEAGUE, RELATIONS
};
/* COLLEAGUE: anyone signed in. REVIEWER: who writes in this review. A role without a subject (OF_NOBODY)
 * counts when it is held over any unit; over a person only when its unit covers them. KEEPER: who keeps what is a
 * unit's or the organisation's: its head, HR and executives over it. READER: to whom the record itself is shown.
 * APPROVER: the second level of a review. */

/* What a route's subject is. */
enum subject_of {
	OF_NOBODY,              /* the organisation */
	OF_VIEWER,              /* the one who asks: their own home, sessions */
	OF_PERSON, OF_UNIT, OF_IMPORT, OF_FORM, OF_CYCLE, OF_REVIEW, OF_PART, OF_SAY, OF_FORMER,
	OF_GOAL,
	OF_TASK,
	OF_FEEDBACK, OF_ASK, OF_NOTE, OF_SHARED,
	OF_CORRECTION,
	SUBJECTS
};

/* Each has a row in policy.c: what it needs to be seen at all (else 404), by whom, in which states. */
enum capability {
	ANYBODY,                /* sign-in page, links: no sign-in needed */
	SEE_HOME,               /* the viewer's own: home, sessions, tokens, password */
	SEE_PEOPLE,             /* directory: name, unit, job, manager of everyone: COLLEAGUE */
	SEE_CARD,               /* one person's page, its open part: COLLEAGUE */
	SEE_PERSON,             /* hire day, number, history: self, line, partner, director */
	IMPORT_PEOPLE, SEE_IMPORT,                       /* director, admin */
	GRANT_ROLES, SEE_GRANTS,                         /* director, admin; never to oneself */
	NAME_HEADS,                                      /* director, admin, in their units: heads, and HR by title; never oneself (the query) */
	SEE_START,                                       /* what is still to be set up: director, performance, admin */
	RUN_ACCOUNTS, SEE_ACCOUNTS,                      /* admin: invite, close; never performance data */
	SEE_HEALTH, RUN_JOBS,                            /* admin: jobs, settings, readiness; work that failed is tried again */
	SEE_POLICY,                                      /* "who can see what": COLLEAGUE */
	SEE_FORMS, BEGIN_FORM, EDIT_FORM,                /* director, performance; only a draft is edited */
	SEE_CYCLES, BEGIN_CYCLE, SEE_CYCLE, EDIT_CYCLE, LAUNCH_CYCLE, /* director, performance; launch only a draft */
	SEE_FRAMEWORK, EDIT_FRAMEWORK,                   /* how the organisation works: HR reads, director and performance answer and choose */
	SET_REMINDERS,                                   /* the same; while it is prepared and while it runs */
	SEE_COMPLETION,                                  /* director, performance, partner (own units) */
	EXTEND, NUDGE, GO_ON,                            /* director, performance, partner in scope; while it runs */
	RELEASE_READY,                                   /* the same, all that is ready; after closing too; never one's own (the query) */
	DECIDE_CASE,                                     /* the same; never one's own case (the query) */
	CLOSE_CYCLE,                                     /* director, performance; only a running one */
	SEE_FIGURES,                                     /* of groups, small ones hidden: analyst, executive, HR; each of their units */
	SEE_SAY, SAY,                                    /* who took part, after release: two questions, without a name, once */
	SEE_TEAM_REVIEWS,                                /* lead: reviews of own reports */
	SEE_REVIEW,             /* self after release; writers; manager; above once written; HR in scope */
	WRITE_PART,             /* its writer, while asked or writing and the phase is open */
	SEE_PART,               /* its writer; self and manager each other's when both are in; HR */
	SEE_FORMER, WRITE_FORMER,        /* what a former manager is asked to say: they; who writes the review and HR once given; self after release where shared */
	COMPARE_REVIEW,         /* manager and HR, when both parts are in */
	RELEASE_REVIEW,         /* director, performance, partner; never one's own; state written/approved */
	TALK_REVIEW,            /* manager: the day of the conversation */
	ACKNOWLEDGE,            /* self, after release */
	LOCK_REVIEW, AMEND_REVIEW,                       /* HR; never one's own; amend after release, with reason */
	SEE_RECORD,             /* the signed record: self after release, manager, HR */
	SEE_GOAL_TREE,          /* goals by level, of each only what SEE_GOAL lets: COLLEAGUE */
	SEE_GOALS,              /* a person's goals: self, line, HR in scope */
	PROPOSE_GOAL,           /* self, manager, performance manager */
	SET_UNIT_GOAL,          /* keeper of the unit; the top unit's are the organisation's */
	SEE_GOAL,               /* self, line, HR, keeper; readers once agreed */
	SEE_GOAL_INSIDE,        /* its comments, notes, changes, look back: not readers */
	AGREE_GOAL,             /* self and manager, each their own side, while it is proposed */
	CHANGE_GOAL, MOVE_GOAL, /* terms; steps: self, manager, keeper; until it is closed */
	COMMENT_GOAL,           /* whoever sees it but readers */
	CLOSE_GOAL, DROP_GOAL,  /* self, manager, keeper */
	HAND_OVER_GOAL,         /* manager, above, HR */
	SEE_APPROVALS, APPROVE_REVIEW,   /* the second level: approves or sends back; never who wrote it, never one's own */
	RECORD_TALK, ANSWER_TALK, ADD_STEP,      /* the conversation: written by the manager, answered by the employee; steps by both */
	REOPEN_REVIEW, WITHDRAW_REVIEW,  /* HR, with a reason: a part before release; the release itself */
	SEE_TASKS, GIVE_TASK,   /* of a person: themself, their manager, those above; giving: the manager */
	SEE_TASK, EDIT_TASK, MOVE_TASK, REMARK_TASK,     /* whom it is shared with; moved by its person alone */
	SEE_VALUES, EDIT_VALUES,                         /* the organisation's values: everybody reads, director and performance keep them */
	KEEP_TEMPLATES,         /* what requests for feedback may begin with: director and performance */
	GIVE_FEEDBACK,          /* anybody, to anybody else who works here */
	SEE_FEEDBACK,           /* receiver; author; manager where the author chose so; everybody where it is open praise; never HR */
	MARK_FEEDBACK,          /* its receiver: thanks, useful or not */
	TALK_FEEDBACK,          /* its receiver and its author */
	WITHDRAW_FEEDBACK,      /* its author, within a day */
	ASK_FEEDBACK,           /* about oneself; about somebody of one's line */
	SEE_ASK, ANSWER_ASK,    /* who asked and who is asked; who is asked, while it is open */
	WRITE_NOTE,             /* a note in one's own journal, about oneself or somebody of one's line */
	SEE_NOTE,               /* its author, nobody else whoever they are */
	SEE_SHARED, END_SHARED, /* a shared note: author and their manager; the author takes it back */
	SEE_CORRECTION, ANSWER_CORRECTION,       /* what somebody says is wrong about them: themself, partner and director over them; who answers is never themself */
	CAPABILITIES
};

enum verdict { MAY, MAY_NOT_SEE, MAY_NOT_DO, WRONG_STATE };

/*
 * States the table knows: a form's draft published retired; a cycle's draft launched closed cancelled; a
 * review's own (open written calibrated approved released acknowledged locked cancelled), and unapproved: written,
 * the second level is still to come; withdrawn, withdrawn-open, withdrawn-unapproved: taken back after release; of a part:
 * asked, writing (its phase is open), closed (not in, and the phase is over), submitted (in, the other
 * side is not), both (both sides are in), released (the employee has the review).
 * What a former manager is asked: asked, lapsed (the review is written), given, shared (the employee reads it), declined.
 * Of a goal: proposed open closed dropped.
 * Feedback: who its author lets read it (receiver manager all), with -fresh on its first day; withdrawn.
 * Of a request, for who is asked: open given declined lapsed; for who asked: mine.
 * state: of the subject, "" where it has none. */
enum verdict policy(enum capability may, uint32_t relations, const char *state);

#endif
