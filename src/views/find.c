/* find.c: a list of what was found. Knows no module. */
#include "views/find.h"

void
found_add(struct found_list *into, struct found one)
{
	if (into->n < into->room)
		into->at[into->n++] = one;
}
