/* people_dates_test.c: days as files write them, and what a column of them decides. */
#include "base/test.h"
#include "people/people_dates.h"

static const struct {
	const char *text;
	enum date_form form;
	enum date_fault fault;
	struct day day;
} days[] = {
	{ "03/04/2025", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "03/04/2025", DATES_MDY, DATE_FINE, { 2025, 3, 4 } },
	{ "3.4.2025", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "3. 4. 2025", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "03-04-2025", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "2025-04-03", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "2025-04-03", DATES_MDY, DATE_FINE, { 2025, 4, 3 } },
	{ "2025/04/03", DATES_YMD, DATE_FINE, { 2025, 4, 3 } },
	{ "2025.4.3", DATES_YMD, DATE_FINE, { 2025, 4, 3 } },
	{ "2025-04-03 00:00:00", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "2025-04-03T09:30:00Z", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "03-Apr-2025", DATES_MDY, DATE_FINE, { 2025, 4, 3 } },
	{ "3 April 2025", DATES_YMD, DATE_FINE, { 2025, 4, 3 } },
	{ "29/02/2024", DATES_DMY, DATE_FINE, { 2024, 2, 29 } },
	{ "29/02/2025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "31.04.2025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "04/31/2025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "00/04/2025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "2025-13-01", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "03/04/25", DATES_DMY, DATE_SHORT_YEAR, { 25, 4, 3 } },
	{ "03/04/25", DATES_MDY, DATE_SHORT_YEAR, { 25, 3, 4 } },
	{ "25-04-03", DATES_YMD, DATE_SHORT_YEAR, { 25, 4, 3 } },
	{ "85-04-03", DATES_DMY, DATE_SHORT_YEAR, { 85, 4, 3 } },
	{ "3.4.25", DATES_DMY, DATE_SHORT_YEAR, { 25, 4, 3 } },
	{ "3-Apr-99", DATES_MDY, DATE_SHORT_YEAR, { 99, 4, 3 } },
	{ "29.02.00", DATES_DMY, DATE_SHORT_YEAR, { 0, 2, 29 } },
	{ "29.02.25", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "99/99/25", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "3 M\xc3\xa4rz 2025", DATES_DMY, DATE_FINE, { 2025, 3, 3 } },
	{ "3 f\xc3\xa9vr. 2025", DATES_DMY, DATE_FINE, { 2025, 2, 3 } },
	{ "3 de agosto de 2025", DATES_DMY, DATE_FINE, { 2025, 8, 3 } },
	{ "03-Dez-2025", DATES_MDY, DATE_FINE, { 2025, 12, 3 } },
	{ "1 juillet 2025", DATES_DMY, DATE_FINE, { 2025, 7, 1 } },
	{ "1 juin 2025", DATES_DMY, DATE_FINE, { 2025, 6, 1 } },
	{ "01/01/0000", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "03/04/2025", DATES_YMD, DATE_BAD, { 0, 0, 0 } },
	{ "20250403", DATES_YMD, DATE_FINE, { 2025, 4, 3 } },
	{ "20250403", DATES_DMY, DATE_FINE, { 2025, 4, 3 } },
	{ "03042025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "202504031", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "45750", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "soon", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "1/2/3/2025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "99999999999999/1/2025", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "3/4/2025 and more", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
	{ "", DATES_DMY, DATE_BAD, { 0, 0, 0 } },
};

TEST("a day is read in the form stated; an ISO day reads alike in each")
{
	for (size_t i = 0; i < COUNT(days); i++) {
		struct day d = { 0 };

		SAY(days[i].text);
		EQ(date_read(days[i].text, days[i].form, &d), days[i].fault);
		EQ(day_compare(d, days[i].day), 0);
	}
}

static const struct {
	const char *words, *cells[4];
	enum date_form form;
	bool asks;
} columns[] = {
	{ "a day over 12 in front", { "03/04/2025", "25/12/2024" }, DATES_DMY, false },
	{ "a day over 12 in the middle", { "03/04/2025", "12/25/2024" }, DATES_MDY, false },
	{ "nothing over 12", { "03/04/2025", "05/06/2024" }, DATES_UNSAID, true },
	{ "both: the column contradicts itself", { "25/12/2024", "12/25/2024" }, DATES_UNSAID, false },
	{ "dots are day first", { "03.04.2025", "05.06.2024" }, DATES_DMY, false },
	{ "dots, and the middle over 12", { "03.04.2025", "12.25.2024" }, DATES_UNSAID, false },
	{ "alike in both readings", { "03/03/2025", "05/05/2024" }, DATES_DMY, false },
	{ "only ISO days", { "2025-04-03", "2024-01-02" }, DATES_DMY, false },
	{ "ISO days do not answer for others", { "2025-04-23", "03/04/2025" }, DATES_UNSAID, true },
	{ "short years decide like long ones", { "25/12/24", "03/04/25" }, DATES_DMY, false },
	{ "short years, nothing over 12", { "03/04/25" }, DATES_UNSAID, true },
	{ "a short year in front decides nothing", { "85/12/24", "03/04/2025" }, DATES_UNSAID, true },
	{ "nonsense decides nothing", { "99/99/2025", "03/04/2025" }, DATES_UNSAID, true },
	{ "empty", { "" }, DATES_DMY, false },
};

TEST("a short year is the last one that is not too far ahead")
{
	static const struct { int y, ahead, was; } years[] = {
		{ 24, 20, 2024 }, { 26, 20, 2026 }, { 46, 20, 2046 }, { 47, 20, 1947 }, { 99, 20, 1999 }, { 0, 20, 2000 },
		{ 26, 0, 2026 }, { 27, 0, 1927 }, { 85, 0, 1985 }, { 0, 0, 2000 },
	};

	for (size_t i = 0; i < COUNT(years); i++)
		EQ(date_within((struct day){ (int16_t)years[i].y, 5, 6 }, (struct day){ 2026, 11, 24 }, years[i].ahead).y, years[i].was);
}

TEST("a column of days decides itself, or it is a question")
{
	for (size_t i = 0; i < COUNT(columns); i++) {
		struct date_column c = { 0 };

		SAY(columns[i].words);
		for (size_t k = 0; k < 4 && columns[i].cells[k] != NULL; k++)
			date_look(&c, columns[i].cells[k]);
		EQ(date_decided(&c), columns[i].form);
		EQ(date_is_question(&c), columns[i].asks);
	}
}
