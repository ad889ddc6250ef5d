/* people_check_test.c: files of people against people who are known. Each row is one case. */
#include "base/test.h"
#include "people/people_import.h"

#include <string.h>

#define TODAY { 2026, 11, 24 }

static struct import_unit units[] = {
	{ .id = { 1 }, .key = "root", .name = "Lumen" },
	{ .id = { 2 }, .key = "sales", .name = "Sales", .parent = { 1 } },
};
static struct import_word jobs[] = { { 11, "seller", "Seller" } };

/* Two who are here, Ana above Bo, and Cy, who left in 2024. */
static struct import_person people[] = {
	{ .id = { 100 }, .kind = "employee", .number = "E1", .number_key = "e1", .email = "ana@x.org",
	  .email_key = "ana@x.org", .given = "Ana", .family = "Duarte", .lang = "en", .employed = 1,
	  .spell = { 1 }, .starts_on = { 2020, 1, 1 }, .ends_on = { 9999, 12, 31 }, .unit = { 2 } },
	{ .id = { 101 }, .kind = "employee", .number = "E2", .number_key = "e2", .email = "bo@x.org",
	  .email_key = "bo@x.org", .given = "Bo", .family = "Lind", .lang = "en", .employed = 1,
	  .spell = { 2 }, .starts_on = { 2021, 1, 1 }, .ends_on = { 9999, 12, 31 }, .unit = { 2 },
	  .job = { 11 }, .manager = { 100 } },
	{ .id = { 102 }, .kind = "employee", .number = "E3", .number_key = "e3", .given = "Cy",
	  .family = "Wu", .lang = "en", .employed = 0, .spell = { 3 }, .starts_on = { 2021, 1, 1 },
	  .ends_on = { 2024, 7, 1 }, .end_reason = "resigned", .unit = { 2 } },
	{ .id = { 103 }, .kind = "employee", .email = "hr@x.org", .email_key = "hr@x.org",
	  .given = "Hanna", .family = "Roth", .lang = "en", .employed = 1, .spell = { 4 },
	  .starts_on = { 2026, 1, 1 }, .ends_on = { 9999, 12, 31 }, .unit = { 1 } },
};

static const struct import_person_rows known_people = { COUNT(people), people };
static const struct import_person_rows nobody = { 0, NULL };
static const struct import_unit_rows known_units = { COUNT(units), units };
static const struct import_word_rows known_jobs = { COUNT(jobs), jobs }, no_words = { 0, NULL };

static void
judge(struct import *im, struct arena *a, const char *text, bool empty)
{
	struct import_known *known = NEW(a, struct import_known);

	*known = (struct import_known){
		.people = empty ? &nobody : &known_people, .units = &known_units,
		.jobs = &known_jobs, .levels = &no_words, .locations = &no_words,
		.today = TODAY,
	};
	YES(import_open(im, a, (struct blob){ text, strlen(text) }));
	import_judge(im, known);
}

/* "insert, same, reject": what comes of each row. */
static const char *
verdicts(const struct import *im, struct arena *a)
{
	static const char *const words[] = { "same", "insert", "update", "end", "reject" };
	struct out o;

	out_init(&o, a);
	put(&o, "");
	for (size_t i = 0; i < im->n; i++)
		put_format(&o, "%s%s", i > 0 ? " " : "", words[im->lines[i].verdict]);
	return o.at;
}

/* "3 email twin_email bo@x": row, column, code, value of each flaw; "!" where it rejects. */
static const char *
flaws(const struct import *im, struct arena *a)
{
	struct out o;

	out_init(&o, a);
	put(&o, "");
	for (const struct flaw *f = im->flaws; f != NULL; f = f->next)
		put_format(&o, "%s%d %s %s%s %s", f == im->flaws ? "" : "; ", (int)f->line, f->field,
		    f->code, f->warning ? "?" : "", f->value);
	return o.at;
}

static const struct {
	const char *words, *file, *verdicts, *flaws;
} empties[] = {
	{ "two people, one above the other", "number,name,manager\n1,Ana Duarte,\n2,\"Lind, Bo\",1\n",
	  "insert insert", "" },
	{ "padded cells and blank rows", "number , name\n 1 , Ana Duarte \n,\n\n2,Bo Lind\n",
	  "insert insert", "" },
	{ "no number", "number,name\n,Ana\n2,Bo\n", "reject insert", "2 number number_missing " },
	{ "no name", "number,name\n1,\n2, \n", "reject reject", "2 name name_missing ; 3 name name_missing " },
	{ "a number twice", "number,name\n1,Ana\n1,Bo\n", "insert reject", "3 number number_twice 1" },
	{ "a number twice but for case", "number,name\ne1,Ana\nE1,Bo\n", "insert reject", "3 number number_twin E1" },
	{ "an e-mail twice", "number,name,email\n1,Ana,a@x.org\n2,Bo,a@x.org\n", "insert reject",
	  "3 email email_twice a@x.org" },
	{ "twins by case and composition", "number,name,email\n1,Åsa,ÅSA@x.se\n2,Åsa,A\xcc\x8asa@x.se\n",
	  "insert reject", "3 email email_twin Åsa@x.se" },
	{ "accents make another address", "number,name,email\n1,Åsa,åsa@x.se\n2,Asa,asa@x.se\n", "insert insert", "" },
	{ "a bad e-mail", "number,name,email\n1,Ana,ana.at.x\n", "reject", "2 email email_bad ana.at.x" },
	{ "an unknown manager", "number,name,manager\n1,Ana,77\n", "insert", "2 manager manager_unknown? 77" },
	{ "nobody is their own manager", "number,name,manager\n1,Ana,1\n", "reject", "2 manager manager_self 1" },
	{ "a loop of two, and one below it", "number,name,manager\n1,Ana,2\n2,Bo,1\n3,Cy,2\n",
	  "reject reject insert", "2 manager manager_loop 2; 3 manager manager_loop 1; 4 manager manager_refused? 2" },
	{ "a loop of three", "number,name,manager\n1,A,2\n2,B,3\n3,C,1\n4,D,\n",
	  "reject reject reject insert",
	  "2 manager manager_loop 2; 3 manager manager_loop 3; 4 manager manager_loop 1" },
	{ "managers by e-mail, name, name and number",
	  "number,name,email,manager\n1,\"Duarte, Ana\",ana@x.org,\n2,Bo,,ANA@x.org\n3,Cy,,Ana Duarte\n"
	  "4,Di,,\"Duarte, Ana\"\n5,Ed,,\"Duarte, Ana (1)\"\n6,Flo,,Ana Duarte (x)\n",
	  "insert insert insert insert insert insert", "" },
	{ "two managers of one name", "number,name,manager\n1,Ana Li,\n2,Ana Li,\n3,Bo,Ana Li\n",
	  "insert insert insert", "4 manager manager_many? Ana Li" },
	{ "left before they came", "number,name,starts,ends\n1,Ana,2025-05-01,2025-04-01\n", "reject",
	  "2 ends ends_before_starts 2025-04-01" },
	{ "one day of work", "number,name,starts,ends\n1,Ana,2025-05-01,2025-05-01\n", "insert", "" },
	{ "a manager who has left", "number,name,starts,ends,manager\n1,Ana,2020-01-01,2024-01-01,\n2,Bo,2020-01-01,,1\n",
	  "insert insert", "3 manager manager_left? 1" },
	{ "days: short year, impossible", "number,name,starts\n1,Ana,01/02/24\n2,Bo,30/02/2024\n3,Cy,13/02/2024\n",
	  "insert reject insert", "2 starts day_short_year? 01/02/24 = 2024; 3 starts day_bad 30/02/2024" },
	{ "no last day, as some systems write it", "number,name,starts,ends\n1,Ana,13.01.2020,31.12.9999\n", "insert", "" },
	{ "a day of long ago", "number,name,starts\n1,Ana,1800-01-01\n", "reject", "2 starts day_range 1800-01-01" },
	{ "days that could be two", "number,name,starts\n1,Ana,03/04/2025\n", "insert", "1 starts days_two_ways 03/04/2025" },
	{ "days that contradict", "number,name,starts\n1,Ana,25/12/2025\n2,Bo,12/25/2025\n", "insert insert",
	  "1 starts days_mixed 25/12/2025" },
	{ "columns that do not fit", "number,name\n1,Ana,x\n2\n3,Cy,\n4,Di\n", "reject reject insert insert",
	  "2  column_count 3; 3  column_count 1" },
	{ "a language nobody speaks", "number,name,lang\n1,Ana,Klingon\n2,Bo,German\n", "insert insert",
	  "2 lang lang_unknown? Klingon" },
	{ "no number column: by e-mail", "name,email\nAna,a@x.org\nBo,\n", "insert reject", "3 email number_missing " },
};

TEST("an empty organisation takes a file; every problem is said by row and column")
{
	for (size_t i = 0; i < COUNT(empties); i++) {
		struct arena *a = arena_new();
		struct import im;

		SAY(empties[i].words);
		judge(&im, a, empties[i].file, true);
		SAME(verdicts(&im, a), empties[i].verdicts);
		SAME(flaws(&im, a), empties[i].flaws);
		arena_free(a);
	}
}

#define FULL "number,name,email,unit,job,manager,starts,ends,end reason\n"
#define ANA "E1,Ana Duarte,ana@x.org,Sales,,,2020-01-01,,\n"
#define BO "E2,Bo Lind,bo@x.org,Sales,Seller,E1,2021-01-01,,\n"
#define CY "E3,Cy Wu,,Sales,,,2021-01-01,2024-06-30,resigned\n"

static const struct {
	const char *words, *file, *verdicts, *flaws;
	unsigned changes;               /* of the last row */
	size_t missing;
} knowns[] = {
	{ "the same again", FULL ANA BO CY, "same same same", "", 0, 0 },
	{ "a move", FULL ANA "E2,Bo Lind,bo@x.org,Support,Seller,E1,2021-01-01,,\n", "same update", "", CHANGES_UNIT, 0 },
	{ "a path to a unit that is there", "number,name,org path\nE1,Ana Duarte,Lumen / Sales\nE2,Bo Lind,Sales\n",
	  "same same", "", 0, 0 },
	{ "a new name", FULL ANA "E2,Bo Berg,bo@x.org,Sales,Seller,E1,2021-01-01,,\n", "same update", "", CHANGES_NAME, 0 },
	{ "no manager any more", FULL ANA "E2,Bo Lind,bo@x.org,Sales,Seller,,2021-01-01,,\n", "same update", "", CHANGES_MANAGER, 0 },
	{ "a leaver", FULL ANA "E2,Bo Lind,bo@x.org,Sales,Seller,E1,2021-01-01,2026-10-31,resigned\n", "same end", "", CHANGES_ENDS, 0 },
	{ "a leaver to come", FULL ANA "E2,Bo Lind,bo@x.org,Sales,Seller,E1,2021-01-01,2027-01-31,\n", "same end", "", CHANGES_ENDS, 0 },
	{ "a leaver comes back", FULL ANA BO "E3,Cy Wu,,Sales,,,2026-11-01,,\n", "same same update", "",
	  CHANGES_BACK | CHANGES_STARTS, 0 },
	{ "the leaving was a mistake", FULL ANA BO "E3,Cy Wu,,Sales,,,2021-01-01,,\n", "same same update",
	  "4 number person_back? Cy Wu", CHANGES_BACK, 0 },
	{ "two are missing: proposed, not ended", FULL "E9,Zoe Xu,zoe@x.org,,,,2026-01-01,,\n", "insert", "", 0, 2 },
	{ "a row refused is not missing", FULL ANA "E2,,bo@x.org,Sales,Seller,E1,2021-01-01,,\n", "same reject",
	  "3 name name_missing ", 0, 0 },
	{ "a loop through somebody not in the file", "number,name,manager\nE1,Ana Duarte,E2\n", "reject",
	  "2 manager manager_loop E2", 0, 1 },
	{ "two change places", "number,name,manager\nE1,Ana Duarte,E2\nE2,Bo Lind,\n", "update update", "", CHANGES_MANAGER, 0 },
	{ "someone else's e-mail", "number,name,email\nE1,Ana Duarte,ana@x.org\nE2,Bo Lind,bo@x.org\nE7,Bob,BO@x.org\n",
	  "same same reject", "4 email email_twin BO@x.org", 0, 0 },
	{ "the e-mail of somebody not in the file", "number,name,email\nE1,Ana Duarte,ana@x.org\nE7,Bob,BO@x.org\n",
	  "same reject", "3 email email_taken BO@x.org", 0, 1 },
	{ "someone without a number gains one", "number,name,email\nE1,Ana Duarte,ana@x.org\nE2,Bo Lind,bo@x.org\n"
	  "E8,Hanna Roth,HR@x.org\n", "same same update", "", CHANGES_NUMBER | CHANGES_EMAIL, 0 },
	{ "columns that are not there change nothing", "number,name\nE1,Ana Duarte\nE2,Bo Lind\n", "same same", "", 0, 0 },
	{ "a manager who is known but not in the file", "number,name,manager\nE2,Bo Lind,Ana Duarte\n", "same", "", 0, 1 },
	{ "an earlier hire day", "number,name,starts\nE1,Ana Duarte,2019-03-01\n", "update", "", CHANGES_STARTS, 1 },
};

TEST("a file is compared with who is known; who is missing is proposed as a leaver")
{
	for (size_t i = 0; i < COUNT(knowns); i++) {
		struct arena *a = arena_new();
		struct import im;

		SAY(knowns[i].words);
		judge(&im, a, knowns[i].file, false);
		SAME(flaws(&im, a), knowns[i].flaws);
		SAME(verdicts(&im, a), knowns[i].verdicts);
		EQ(im.lines[im.n - 1].changes, knowns[i].changes);
		EQ(im.n_missing, knowns[i].missing);
		arena_free(a);
	}
}

static const char *
code_of(void *arg, const struct flaw *f)
{
	return f->code;
}

TEST("without a question, all is applied or the good rows; the bad ones come back with a reason")
{
	struct arena *a = arena_new();
	struct import im;
	struct out o;

	judge(&im, a, "number;name;note\n1;Ana;\"x;y\"\n;Bo;z\n", true);
	NO(import_may(&im, false));
	YES(import_may(&im, true));
	out_init(&o, a);
	import_rejects(&im, &o, code_of, NULL, "why");
	SAME(o.at, "number;name;note;why\r\n;Bo;z;number: number_missing\r\n");

	judge(&im, a, "number,name\n,Ana\n", true);
	NO(import_may(&im, true));
	judge(&im, a, "number,name,starts\n1,Ana,03/04/2025\n", true);
	NO(import_may(&im, true));
	judge(&im, a, "number,name\n", true);
	SAME(im.lack, "file_empty");
	judge(&im, a, "number,unit\n1,Sales\n", true);
	SAME(im.lack, "no_name");
	arena_free(a);
}

TEST("ten thousand rows are judged in one go")
{
	struct arena *a = arena_new();
	struct import im;
	struct out o;

	out_init(&o, a);
	put(&o, FULL);
	for (int i = 1; i <= 10000; i++)
		put_format(&o, "%d,\"Last%d, First\",p%d@x.org,Unit %d,Job %d,%d,2020-01-01,,\n", i, i, i,
		    i % 300, i % 40, i / 8);
	judge(&im, a, o.at, true);
	EQ(im.inserted, 10000);
	EQ(im.n_flaws, 7);              /* 1 to 7 name manager 0 */
	EQ(im.units.n, 302);
	arena_free(a);
}
