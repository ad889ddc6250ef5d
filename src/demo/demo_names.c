/* demo_names.c: finding a name in the lists. Knows commas and bars; no people. */
#include "demo/demo_names.h"

#include <string.h>

size_t
culture_count(void)
{
	return demo_cultures_west_n + demo_cultures_east_n;
}

const struct culture *
culture_at(size_t n)
{
	return n < demo_cultures_west_n ? &demo_cultures_west[n]
	    : &demo_cultures_east[n - demo_cultures_west_n];
}

const struct culture *
culture_of(const char *lang)
{
	for (size_t i = 0; i < culture_count(); i++)
		if (strcmp(culture_at(i)->lang, lang) == 0)
			return culture_at(i);
	return NULL;
}

size_t
list_count(const char *list)
{
	size_t n = 1;

	for (; *list; list++)
		n += *list == ',';
	return n;
}

struct blob
list_item(const char *list, size_t n, bool native)
{
	const char *bar;
	size_t length;

	while (n-- > 0)
		list += strcspn(list, ",") + 1;
	length = strcspn(list, ",");
	bar = memchr(list, '|', length);
	if (bar == NULL)
		return (struct blob){ list, length };
	if (native)
		return (struct blob){ bar + 1, length - (size_t)(bar + 1 - list) };
	return (struct blob){ list, (size_t)(bar - list) };
}
