/* stats_text.c: counts of what makes a sentence specific and what asks for something. Knows no authors and no subjects. */
#include "stats/stats_text.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Each list in byte order. */
static const char *const number_word[] = { "eight", "eighteen", "eighty", "eleven", "fifteen", "fifty", "five", "forty", "four", "fourteen", "half", "hundred",
	"million", "nine", "nineteen", "ninety", "seven", "seventy", "six", "sixteen", "sixty", "ten", "thirteen", "thirty", "thousand", "three", "twelve",
	"twenty", "twice", "two" };
static const char *const month[] = { "april", "august", "december", "february", "january", "july", "june", "november", "october", "september" };
static const char *const weekday[] = { "friday", "monday", "saturday", "sunday", "thursday", "today", "tomorrow", "tuesday", "wednesday", "yesterday" };
static const char *const span[] = { "cycle", "day", "days", "iteration", "month", "months", "quarter", "release", "retrospective", "sprint", "week", "weeks" };
static const char *const thing[] = { "account", "accounts", "agenda", "alert", "alerts", "api", "audit", "auditor", "backlog", "board", "budget", "bug", "bugs", "campaign",
	"client", "code", "contract", "contracts", "customer", "customers", "dashboard", "database", "deck", "defects", "demo", "deployment", "design", "document",
	"documentation", "draft", "email", "engineers", "estimate", "feature", "forecast", "guide", "handover", "incident", "interview", "interviews", "invoice", "invoices",
	"journey", "kickoff", "launch", "ledger", "list", "meeting", "migration", "milestone", "minutes", "model", "module", "notes", "onboarding", "one-to-one", "order",
	"orders", "outage", "patch", "pipeline", "pitch", "plan", "presentation", "pricing", "project", "proposal", "prototype", "pull", "query", "questions", "release",
	"report", "reports", "review", "reviews", "risk", "roadmap", "rota", "runbook", "schedule", "script", "server", "slide", "slides", "specification", "spreadsheet",
	"sprint", "status", "suite", "supplier", "survey", "system", "team", "template", "tender", "test", "tests", "ticket", "tickets", "training", "vendor", "warehouse",
	"workshop" };
static const char *const deed[] = { "added", "agreed", "answered", "asked", "automated", "avoided", "booked", "brought", "built", "called", "caught", "changed", "checked", "cleared",
	"closed", "coached", "completed", "cut", "delivered", "designed", "documented", "drafted", "drew", "explained", "finished", "fixed", "found", "gave", "halved", "helped",
	"hired", "improved", "interrupted", "introduced", "kept", "launched", "led", "let", "listed", "lowered", "mapped", "mentored", "merged", "migrated", "missed", "moved",
	"negotiated", "opened", "organised", "organized", "paired", "planned", "prepared", "presented", "raised", "ran", "rebuilt", "recovered", "reduced", "replaced", "replied",
	"resolved", "reviewed", "rewrote", "saved", "scripted", "sent", "set", "shared", "shipped", "showed", "signed", "simplified", "sold", "solved", "split", "spoke", "spotted",
	"started", "stopped", "taught", "tested", "took", "traced", "trained", "turned", "updated", "visited", "won", "wrote" };
static const char *const imperative[] = { "add", "agree", "answer", "arrange", "ask", "block", "book", "bring", "build", "call", "check", "choose", "circulate", "close", "collect",
	"confirm", "cut", "decide", "define", "delegate", "describe", "document", "draft", "explain", "finish", "give", "hand", "hold", "include", "invite", "join", "leave", "let",
	"limit", "list", "make", "measure", "meet", "mention", "move", "name", "note", "offer", "open", "pair", "pause", "pick", "plan", "post", "practise", "prepare", "present",
	"propose", "publish", "put", "raise", "read", "record", "rehearse", "remove", "reply", "report", "reserve", "rotate", "run", "say", "schedule", "send", "set", "share",
	"shorten", "show", "sign", "sit", "speak", "split", "start", "state", "stop", "summarise", "summarize", "swap", "take", "talk", "teach", "tell", "test", "track", "try",
	"turn", "update", "use", "visit", "wait", "walk", "write" };
static const char *const mild[] = { "be", "consider", "continue", "could", "develop", "do", "focus", "get", "improve", "keep", "learn", "need", "needs", "practice", "should", "work" };
static const char *const when_word[] = { "after", "before", "by", "daily", "during", "each", "every", "first", "instead", "monthly", "next", "once", "so", "then", "until", "weekly",
	"when", "whenever" };
static const char *const vague_word[] = { "always", "amazing", "attitude", "awesome", "bad", "better", "bit", "communication", "difficult", "excellent", "expectations", "fantastic", "fine",
	"generally", "good", "great", "hard", "job", "leadership", "lovely", "more", "never", "nice", "often", "outstanding", "overall", "performer", "pleasant", "positive",
	"proactive", "really", "skills", "solid", "some", "something", "sometimes", "strong", "stuff", "things", "usually", "various", "very", "well", "wonderful" };
static const char *const opener[] = { "after", "at", "before", "during", "for", "from", "if", "in", "next", "once", "when", "whenever", "while", "with" };

enum { LONGEST = 32 };
struct word {
	char at[LONGEST];                /* lower case ASCII; cut when longer */
	bool capital, digit, starts, clause;     /* starts a sentence; heads a clause where one may be asked */
};

static int
by_text(const void *i, const void *j)
{
	return strcmp(i, *(const char *const *)j);
}

#define LISTED(word, list) (bsearch((word)->at, (list), COUNT(list), sizeof *(list), by_text) != NULL)

static bool
letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

static bool
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* The next word; false at the end. ends: what stood between it and the word before. */
static bool
next_word(const char **text, struct word *w, bool *sentence, char *mark)
{
	const char *p = *text;
	size_t n = 0;

	*mark = 0;
	for (; *p && !letter((unsigned char)*p) && !digit((unsigned char)*p); p++) {
		*sentence |= *p == '.' || *p == '!' || *p == '?' || *p == '\n';
		if (*p == ',' || *p == ';' || *p == ':')
			*mark = *p;
	}
	*w = (struct word){ .capital = *p >= 'A' && *p <= 'Z' };
	for (; *p && (letter((unsigned char)*p) || digit((unsigned char)*p) || ((*p == '-' || *p == '.' || *p == ',' || *p == '\'') && n > 0 &&
	     (digit((unsigned char)p[1]) || (letter((unsigned char)p[1]) && (*p == '-' || *p == '\''))))); p++) {
		w->digit |= digit((unsigned char)*p);
		if (n < LONGEST - 1)
			w->at[n++] = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
	}
	*text = p;
	return n > 0;
}

static bool
is(const struct word *w, const char *text)
{
	return strcmp(w->at, text) == 0;
}

static bool
is_year(const struct word *w)
{
	return w->digit && strlen(w->at) == 4 && (strncmp(w->at, "20", 2) == 0 || strncmp(w->at, "19", 2) == 0);
}

static bool
is_quarter(const struct word *w)
{
	return w->capital && w->at[0] == 'q' && w->at[1] >= '1' && w->at[1] <= '4' && w->at[2] == '\0';
}

/* A date by itself, or with the word before: "next week", "last three", "in May". */
static bool
is_date(const struct word *w, const struct word *before)
{
	bool near = is(before, "last") || is(before, "next") || is(before, "this") || is(before, "past");

	if (is(w, "may") || is(w, "march"))
		return w->capital && (!w->starts || before->digit);
	return LISTED(w, month) || LISTED(w, weekday) || is_year(w) || is_quarter(w) || (near && LISTED(w, span)) ||
		(is(before, "last") && LISTED(w, number_word));
}

static void
count(struct text_signals *s, const struct word *w, const struct word *before)
{
	bool date = is_date(w, before);

	s->n++;
	s->dates += date;
	s->numbers += (w->digit && !is_quarter(w)) || LISTED(w, number_word);
	s->names += w->capital && !w->starts && !date && !is(w, "i") && strncmp(w->at, "i'", 2) != 0;
	s->things += LISTED(w, thing);
	s->deeds += LISTED(w, deed) && !is(before, "well");
	s->asks += w->clause && LISTED(w, imperative);
	s->mild_asks += LISTED(w, mild) && (w->clause || is(w, "should") || is(w, "could") || is(w, "need") || is(w, "needs"));
	s->when += LISTED(w, when_word);
	s->vague += LISTED(w, vague_word);
}

static double
capped(size_t n, size_t most)
{
	return (double)(n < most ? n : most);
}

static double
logistic(double x)
{
	return 1 / (1 + exp(-x));
}

struct text_signals
text_signals(const char *text)
{
	struct text_signals s = { 0 };
	struct word w, before = { "", .clause = false };
	bool sentence = true, open = false;
	char mark;

	for (text = text != NULL ? text : ""; next_word(&text, &w, &sentence, &mark); before = w) {
		w.starts = sentence;
		w.clause = sentence || mark == ';' || mark == ':' || (open && mark == ',') || is(&before, "please");
		if (sentence)
			open = LISTED(&w, opener);
		sentence = false;
		count(&s, &w, &before);
	}
	s.dated = s.dates > 0;
	s.refusal = s.n > 0 ? STATS_GIVEN : STATS_TOO_FEW;
	if (s.n == 0)
		return s;
	s.specific = logistic(-2.2 + 1.2 * capped(s.numbers, 2) + 1.3 * capped(s.dates, 2) + 0.8 * capped(s.names, 2) + 0.5 * capped(s.things, 3) +
		0.8 * capped(s.deeds, 2) + 0.5 * capped(s.asks, 1) + 0.04 * capped(s.n, 25) - 0.8 * capped(s.vague, 3));
	s.actionable = logistic(-3 + 2.6 * capped(s.asks, 1) + 0.9 * capped(s.mild_asks, 1) + 0.6 * capped(s.when, 2) + 0.3 * capped(s.things, 2) +
		0.4 * capped(s.dates, 1) + 0.05 * capped(s.n, 20) - 0.5 * capped(s.vague, 2) - 0.8 * (s.asks == 0 ? capped(s.deeds, 1) : 0));
	return s;
}
