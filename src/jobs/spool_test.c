/* spool_test.c: letters as they lie in the spool folder. */
#include "jobs/spool.h"

#include "base/test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

TEST("a letter is written whole, under its number")
{
	struct arena *a = arena_new();
	char folder[] = "/tmp/meridian-spool-XXXXXX";

	YES(mkdtemp(folder) != NULL);
	YES(spool_write(a, folder, 7, "text") == NULL);
	EQ(access(arena_print(a, "%s/7.eml", folder), R_OK), 0);
	NO(access(arena_print(a, "%s/.7.part", folder), R_OK) == 0);
	YES(spool_write(a, "/proc/no/such/place", 7, "text") != NULL);
	unlink(arena_print(a, "%s/7.eml", folder));
	rmdir(folder);
	arena_free(a);
}
