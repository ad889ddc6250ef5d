/* home_frame.c: the frame around every page: who is here, where they may go. Knows no page's content. */
#include "home/home.h"
#include "home/home_nav.h"
#include "home_views.h"

#include "base/text.h"
#include "http/undo.h"

#include <string.h>

/* The side bar. ANYBODY: everyone signed in; SEE_TEAM_REVIEWS: who has reports. */
static const struct place {
	const char *section, *label, *address, *icon;
	enum capability may;
	const char *keys;               /* pressed one after the other, they lead there; NULL: none */
} places[] = {
	{ NULL,           "home",     "/",         "home",            SEE_HOME, "g h" },
	{ NULL,           "goals",    "/goals",    "target",          SEE_HOME, "g g" },
	{ NULL,           "goals_team", "/goals/team", "users",      SEE_TEAM_REVIEWS },
	{ NULL,           "reviews",  "/reviews",  "clipboard-check", SEE_HOME, "g r" },
	{ NULL,           "team",     "/team",     "list-check",      SEE_TEAM_REVIEWS, "g t" },
	{ NULL,           "calendar", "/calendar", "calendar",        SEE_HOME, "g d" },
	{ NULL,           "tasks",    "/tasks",    "flag",            SEE_HOME, "g k" },
	{ NULL,           "feedback", "/feedback", "message-circle",  SEE_HOME, "g f" },
	{ NULL,           "journal",  "/journal",  "note",            SEE_HOME, "g j" },
	{ NULL,           "people",   "/people",   "users",           SEE_PEOPLE, "g p" },
	{ "organisation", "cycles",   "/cycles",   "refresh",         SEE_CYCLES, "g c" },
	{ "organisation", "figures",  "/figures",  "chart-bar",       SEE_FIGURES },
	{ "organisation", "forms",    "/forms",    "file-text",       SEE_FORMS },
	{ "organisation", "framework", "/framework", "adjustments-horizontal", SEE_FRAMEWORK },
	{ "organisation", "import",   "/import",   "file-import",     IMPORT_PEOPLE },
	{ "admin",        "accounts", "/accounts", "key",             SEE_ACCOUNTS },
	{ "admin",        "roles",    "/grants",   "shield-check",    SEE_GRANTS },
	{ "admin",        "health",   "/health",   "settings",        SEE_HEALTH },
	{ "you",          "account",  "/account",  "user",            SEE_HOME },
	{ "you",          "data",     "/account/data", "clipboard-check", SEE_HOME },
	{ "you",          "policy",   "/policy",   "eye",             SEE_POLICY },
};

static bool
is_shown(struct rq *rq, const struct place *p)
{
	if (p->may == SEE_TEAM_REVIEWS)
		return rq_who(rq)->reports > 0;
	return may(rq, p->may);
}

static bool
ends_in(const char *path, const char *end)
{
	size_t n = strlen(path), m = strlen(end);

	return n > m && strcmp(path + n - m, end) == 0;
}

/* "/people/7" lies in "/people", as units do, and a part in "/reviews"; only the front page lies in "/". */
static bool
is_here(const char *path, const char *address)
{
	size_t n = strlen(address);

	if (strncmp(path, "/people/", 8) == 0 && (ends_in(path, "/feedback") || ends_in(path, "/ask")))
		path = "/feedback";
	if (strncmp(path, "/people/", 8) == 0 && ends_in(path, "/journal"))
		path = "/journal";

	if (strncmp(path, "/parts/", 7) == 0)
		path = "/reviews";
	if (strncmp(path, "/asks/", 6) == 0)
		path = "/feedback";
	if (strncmp(path, "/shared/", 8) == 0)
		path = "/journal";
	if (strcmp(path, "/units") == 0)
		path = "/people";
	if (strncmp(path, "/goals/team", 11) == 0)
		return strcmp(address, "/goals/team") == 0;
	if (strncmp(path, "/account/data", 13) == 0 || strncmp(path, "/corrections", 12) == 0)
		return strcmp(address, "/account/data") == 0;
	if (strstr(path, "/goals/new"))
		path = "/goals";
	if (n == 1)
		return strcmp(path, "/") == 0;
	return strncmp(path, address, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

struct nav_item_rows *
nav_of(struct rq *rq)
{
	struct nav_item_rows *nav = NEW(rq->arena, struct nav_item_rows);
	const char *section = NULL;

	nav->at = NEW_MANY(rq->arena, struct nav_item, COUNT(places));
	for (size_t i = 0; rq_who(rq) && i < COUNT(places); i++) {
		const struct place *p = &places[i];

		if (!is_shown(rq, p))
			continue;
		nav->at[nav->n++] = (struct nav_item){ .label = p->label, .address = p->address, .icon = p->icon, .keys = p->keys,
			.section = p->section && (!section || strcmp(section, p->section)) ? p->section : NULL,
			.here = is_here(rq->web->path, p->address), .waiting = i == 0 ? rq_who(rq)->waiting : 0 };
		section = p->section;
	}
	return nav;
}

/* Only words kept for it: the code came back in a cookie. */
static const char *
notice_of(struct rq *rq)
{
	const char *told = rq->web->told;

	return told && strncmp(told, "told.", 5) == 0 && strcmp(words(rq->lang, told), told) ? words(rq->lang, told) : NULL;
}

static void
fill(struct rq *rq, struct layout *p)
{
	const struct who_row *who = rq->web ? rq_who(rq) : NULL;

	p->nav = rq->web ? nav_of(rq) : NEW(rq->arena, struct nav_item_rows);
	if (!who)
		return;
	p->unread = who->unread;
	p->bell_none = who->unread == 0;
	p->bell_here = is_here(rq->web->path, "/notices");
	p->viewer = who->name;
	p->viewer_role = who->title;
	p->initials = text_initials(rq->arena, who->name);
	p->notice = notice_of(rq);
	p->undo = p->notice ? undo_unpack(rq->arena, rq->web->session, rq->web->undo, rq->now) : NULL;
}

void
home_begin(void)
{
	access_begin();
	layout_fill = fill;
}
