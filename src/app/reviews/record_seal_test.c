/* record_seal_test.c: a signed file is found changed, whichever byte of it is. */
#include "base/test.h"
#include "reviews/record_seal.h"

#include <sodium.h>
#include <string.h>

static const char text[] =
    "meridian-record: 1\nperson: 7 Tomasz Nowak\nreviewer: 9 Ana Duarte\ncycle: H2 2026\n"
    "released: 2026-12-14T09:00:00Z by 3 Rosa Tanaka\nanswer: Zażółć\n\tand a second line\n";

static struct record_seal
signed_text(struct arena *a, unsigned char seed_byte)
{
	unsigned char seed[crypto_sign_SEEDBYTES], key[KEY_BYTES], secret[SECRET_BYTES];

	memset(seed, seed_byte, sizeof seed);
	crypto_sign_seed_keypair(key, secret, seed);
	return record_sign(a, (struct blob){ text, strlen(text) }, key, secret);
}

TEST("a signed record reads back whole")
{
	struct arena *a = arena_new();
	struct record_seal made = signed_text(a, 1), read = { .key = { NULL, 0 } };

	EQ(record_check(a, record_file(a, &made), &read), RECORD_GOOD);
	YES(same_bytes(read.body, made.body));
	SAME(record_word(a, read.body, "person"), "7 Tomasz Nowak");
	SAME(record_word(a, read.body, "second"), "");
	arena_free(a);
}

TEST("every bit of a signed record that is flipped is found")
{
	struct arena *a = arena_new(), *each = arena_new();
	struct record_seal made = signed_text(a, 1);
	struct blob file = record_file(a, &made);

	for (size_t i = 0; i < file.n * 8; i++) {
		struct record_seal read = { .key = { NULL, 0 } };
		char *other = arena_copy_n(each, file.at, file.n);

		other[i / 8] = (char)(other[i / 8] ^ (1 << (i % 8)));
		SAY(arena_print(each, "bit %zu", i));
		NO(record_check(each, (struct blob){ other, file.n }, &read) == RECORD_GOOD);
		if (i % 64 == 0)
			arena_reset(each);
	}
	test_words = NULL;
	arena_free(each);
	arena_free(a);
}

TEST("a record that is cut short or has something added is found")
{
	struct arena *a = arena_new();
	struct record_seal made = signed_text(a, 1), read = { .key = { NULL, 0 } };
	struct blob file = record_file(a, &made);
	char *longer = arena_print(a, "%.*s\n", (int)file.n, (const char *)file.at);

	for (size_t n = 0; n < file.n; n++)
		NO(record_check(a, (struct blob){ file.at, n }, &read) == RECORD_GOOD);
	NO(record_check(a, (struct blob){ longer, file.n + 1 }, &read) == RECORD_GOOD);
	longer[0] = '\n';
	NO(record_check(a, (struct blob){ longer, file.n }, &read) == RECORD_GOOD);
	EQ(record_check(a, (struct blob){ NULL, 0 }, &read), RECORD_NO_RECORD);
	arena_free(a);
}

/* What is wrong is said by what was exchanged. */
TEST("a part taken from another record is named")
{
	struct arena *a = arena_new();
	struct record_seal one = signed_text(a, 1), two = signed_text(a, 2), mixed = one, read;

	mixed.body = (struct blob){ text, strlen(text) - 1 };
	EQ(record_check(a, record_file(a, &mixed), &read), RECORD_CHANGED);
	mixed = one;
	mixed.key = two.key;
	EQ(record_check(a, record_file(a, &mixed), &read), RECORD_UNSIGNED);
	mixed = one;
	mixed.signature = two.signature;
	EQ(record_check(a, record_file(a, &mixed), &read), RECORD_UNSIGNED);
	arena_free(a);
}

static int
verify(struct out *said, struct blob file, const char *option, const char *value)
{
	char *argv[] = { (char *)(uintptr_t)option, (char *)(uintptr_t)value };
	int argc = option == NULL ? 0 : value == NULL ? 1 : 2;

	out_init(said, said->arena);
	return record_verify_verb(argc, argv, file, said);
}

TEST("audit verify --record says who, when and by which key")
{
	struct arena *a = arena_new();
	struct record_seal made = signed_text(a, 1), other = signed_text(a, 2);
	struct blob file = record_file(a, &made);
	struct out said = { .arena = a };

	EQ(verify(&said, file, NULL, NULL), 0);
	YES(strstr(said.at, "Tomasz Nowak") != NULL);
	YES(strstr(said.at, "2026-12-14T09:00:00Z by 3 Rosa Tanaka") != NULL);
	YES(strstr(said.at, key_fingerprint(a, made.key)) != NULL);
	EQ(verify(&said, file, "--json", NULL), 0);
	YES(strstr(said.at, "\"good\":true") != NULL);
	EQ(verify(&said, file, "--key", key_fingerprint(a, made.key)), 0);
	EQ(verify(&said, file, "--key", key_fingerprint(a, other.key)), 1);
	EQ(verify(&said, (struct blob){ text, strlen(text) }, NULL, NULL), 1);
	EQ(verify(&said, file, "--record", "FILE"), 0);
	EQ(verify(&said, file, "--yaml", NULL), 2);
	arena_free(a);
}
