/* record_verify.c: the verb "audit verify --record FILE". Needs no database. */
#include "reviews/record_seal.h"

#include <string.h>

enum { EXIT_GOOD, EXIT_BAD, EXIT_USAGE };

struct wish {
	bool json;
	const char *key;                /* the fingerprint it must have, or NULL */
};

/* The whole command line comes here: "audit verify --record FILE", and ours. */
static bool
read_wish(int argc, char **argv, struct wish *w)
{
	for (int i = 0; i < argc; i++) {
		if (strcmp(argv[i], "--json") == 0)
			w->json = true;
		else if (strcmp(argv[i], "--key") == 0 && i + 1 < argc)
			w->key = argv[++i];
		else if (strncmp(argv[i], "--key=", 6) == 0)
			w->key = argv[i] + 6;
		else if (strcmp(argv[i], "--record") == 0)
			i++;
		else if (strncmp(argv[i], "--record=", 9) != 0 && argv[i][0] == '-')
			return false;
	}
	return true;
}

/* Fingerprints are compared without their spaces. */
static bool
same_key(const char *a, const char *b)
{
	for (;; a++, b++) {
		while (*a == ' ')
			a++;
		while (*b == ' ')
			b++;
		if (*a != *b)
			return false;
		if (*a == '\0')
			return true;
	}
}

/* The lines shown of a good record: its own words. */
static const char *const shown[] = {
	"person", "reviewer", "cycle", "period", "edition", "approved", "released", "amended", "locked", "withdrawn", "rating",
};

static void
say_text(struct arena *a, const struct record_seal *seal, const char *key, struct out *said)
{
	put(said, "This record is whole: its text has not changed since it was signed.\n");
	for (size_t i = 0; i < COUNT(shown); i++) {
		const char *word = record_word(a, seal->body, shown[i]);

		if (word[0] != '\0')
			put_format(said, "  %-12s%s\n", shown[i], word);
	}
	put_format(said, "  %-12s%s\n", "sha256", hex_of(a, seal->digest));
	put_format(said, "  %-12s%s\n", "signed by", key);
	put(said, "Compare \"signed by\" with the fingerprint your organisation shows under the record.\n");
}

static void
say_json(struct arena *a, const struct record_seal *seal, const char *key, struct out *said)
{
	put(said, "{\"good\":true");
	for (size_t i = 0; i < COUNT(shown); i++) {
		put_format(said, ",\"%s\":", shown[i]);
		put_json_text(said, record_word(a, seal->body, shown[i]));
	}
	put_format(said, ",\"sha256\":\"%s\",\"key\":\"%s\"}\n", hex_of(a, seal->digest), key);
}

static int
say_bad(enum record_verdict verdict, const struct wish *w, struct out *said)
{
	static const char *const words[][2] = {
		[RECORD_GOOD] = { "other-key", "The record is signed, but by another key than you named." },
		[RECORD_NO_RECORD] = { "no-record", "This is not a signed record, or its seal is damaged." },
		[RECORD_CHANGED] = { "changed", "The text was changed after it was signed." },
		[RECORD_UNSIGNED] = { "unsigned", "The signature does not belong to this text and key." },
	};

	if (w->json)
		put_format(said, "{\"good\":false,\"reason\":\"%s\"}\n", words[verdict][0]);
	else
		put_format(said, "%s\n", words[verdict][1]);
	return EXIT_BAD;
}

int
record_verify_verb(int argc, char **argv, struct blob input, struct out *said)
{
	struct wish w = { false, NULL };
	struct record_seal seal = { .key = { NULL, 0 } };
	enum record_verdict verdict;
	const char *key;

	if (!read_wish(argc, argv, &w)) {
		put(said, "Usage: meridian audit verify --record FILE [--key FINGERPRINT] [--json]\n");
		return EXIT_USAGE;
	}
	verdict = record_check(said->arena, input, &seal);
	if (verdict != RECORD_GOOD)
		return say_bad(verdict, &w, said);
	key = key_fingerprint(said->arena, seal.key);
	if (w.key != NULL && !same_key(w.key, key))
		return say_bad(RECORD_GOOD, &w, said);
	(w.json ? say_json : say_text)(said->arena, &seal, key, said);
	return EXIT_GOOD;
}
