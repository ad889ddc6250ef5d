/* schema_sqlite.c: migrating and dumping on SQLite. Knows no steps and no tables. */
#include "db/schema.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool
run(struct conn *c, const char *sql, const char **why)
{
	if (sqlite3_exec(c->lite, sql, NULL, NULL, NULL) == SQLITE_OK)
		return true;
	return why_say(why, "The schema cannot be changed: %s.", sqlite3_errmsg(c->lite));
}

static bool
begin(struct conn *c, const char **why)
{
	return run(c, "pragma foreign_keys=off", why) && run(c, "begin immediate", why);
}

static bool
sound(struct conn *c, const char **why)
{
	struct sqlite3_stmt *st = NULL;
	int rc;

	if (sqlite3_prepare_v2(c->lite, "pragma foreign_key_check", -1, &st, NULL) != SQLITE_OK)
		return why_say(why, "Foreign keys cannot be checked: %s.", sqlite3_errmsg(c->lite));
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		why_say(why, "Rows of %s would point at nothing.", sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	return rc == SQLITE_DONE;
}

static bool
end(struct conn *c, bool keep, const char **why)
{
	bool well = run(c, keep ? "commit" : "rollback", why);

	if (!well && !lite_lost(c))
		run(c, "rollback", NULL);
	return run(c, "pragma foreign_keys=on", why) && well;
}

static bool
synced(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool well = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return well;
}

/* To a temporary name first: a copy that is there is whole. */
static bool
copy(struct conn *c, int number, const char **why)
{
	char part[4096], whole[4096], sql[8400];
	int fd;

	snprintf(whole, sizeof whole, "%s.before-%d", c->store->path, number);
	snprintf(part, sizeof part, "%s.before-%d.part", c->store->path, number);
	unlink(part);
	fd = open(part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0)
		return why_say(why, "%s cannot be made: %s.", part, strerror(errno));
	close(fd);
	sqlite3_snprintf(sizeof sql, sql, "vacuum into %Q", part);
	if (!run(c, sql, why))
		return false;
	if (!synced(part) || rename(part, whole) != 0)
		return why_say(why, "%s cannot be kept: %s.", whole, strerror(errno));
	return true;
}

static enum kind
kind_of(int type)
{
	switch (type) {
	case SQLITE_INTEGER:
		return KIND_INT;
	case SQLITE_FLOAT:
		return KIND_REAL;
	case SQLITE_BLOB:
		return KIND_BLOB;
	}
	return KIND_TEXT;
}

static void
cell(struct sqlite3_stmt *st, int i, struct cell *to)
{
	int type = sqlite3_column_type(st, i);

	to->kind = kind_of(type);
	if (type == SQLITE_NULL)
		to->at = NULL;
	else if (type == SQLITE_BLOB)
		to->at = sqlite3_column_bytes(st, i) ? sqlite3_column_blob(st, i) : "";
	else
		to->at = (const char *)sqlite3_column_text(st, i);
	to->n = (size_t)sqlite3_column_bytes(st, i);
}

static bool
rows(struct conn *c, const char *sql, schema_row *row, void *arg)
{
	enum { COLUMNS = 200 };
	struct cell cells[COLUMNS];
	struct sqlite3_stmt *st = NULL;
	int rc, n;

	if (c->doing == READING && !c->begun)
		c->begun = lite_do(c, "begin");
	if (sqlite3_prepare_v2(c->lite, sql, -1, &st, NULL) != SQLITE_OK) {
		log_fault("db.sqlite", "why=\"%s\"", sqlite3_errmsg(c->lite));
		return false;
	}
	n = sqlite3_column_count(st);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW && n <= COLUMNS) {
		for (int i = 0; i < n; i++)
			cell(st, i, &cells[i]);
		row(arg, cells, (size_t)n);
	}
	sqlite3_finalize(st);
	return rc == SQLITE_DONE;
}

const struct schema_face lite_schema = {
	run, begin, sound, end, copy, rows,
	"select count(*) from sqlite_schema where type = 'table' and name = '%s'",
	"select name from sqlite_schema where type = 'table' and name not like 'sqlite~_%' escape '~' "
	"order by name",
	"select name from pragma_table_info('%s') order by cid",
};
