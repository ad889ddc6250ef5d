/* secret.c: passwords and keys as they are kept. Knows libsodium; no rows, no requests. */
#include "access/secret.h"

#include "base/chance.h"
#include "base/digest.h"
#include "base/text.h"

#include <pthread.h>
#include <sodium.h>
#include <string.h>

static char nobodys[crypto_pwhash_STRBYTES];
static pthread_once_t once = PTHREAD_ONCE_INIT;

/* What a password of nobody is compared with, so that an unknown name takes as long. */
static void
make_nobodys(void)
{
	char random[65];

	chance_hex(random, 32);
	if (crypto_pwhash_str(nobodys, random, strlen(random), crypto_pwhash_OPSLIMIT_INTERACTIVE,
	    crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		die("no memory for a password's hash");
}

/* As crypto_pwhash_str writes it, but with our own salt: a demo made from a seed is the same each time. */
const char *
secret_hash(struct arena *a, const char *password)
{
	unsigned char salt[crypto_pwhash_SALTBYTES], hash[32];
	char salted[32], hashed[64];

	chance_bytes(salt, sizeof salt);
	if (crypto_pwhash(hash, sizeof hash, password, strlen(password), salt, crypto_pwhash_OPSLIMIT_INTERACTIVE,
	    crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
		return NULL;
	sodium_bin2base64(salted, sizeof salted, salt, sizeof salt, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
	sodium_bin2base64(hashed, sizeof hashed, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL_NO_PADDING);
	return arena_print(a, "$argon2id$v=19$m=%llu,t=%llu,p=1$%s$%s",
	    (unsigned long long)crypto_pwhash_MEMLIMIT_INTERACTIVE / 1024, (unsigned long long)crypto_pwhash_OPSLIMIT_INTERACTIVE, salted, hashed);
}

bool
secret_is(const char *hash, const char *password)
{
	bool same;

	pthread_once(&once, make_nobodys);
	same = crypto_pwhash_str_verify(hash ? hash : nobodys, password, strlen(password)) == 0;
	return hash != NULL && same;
}

struct blob
key_digest(struct arena *a, const char *text)
{
	return digest_take(a, text, strlen(text));
}

char *
sign_in_key(struct arena *a, const char *typed)
{
	return text_fold(a, typed ? typed : "");
}

static bool
is_common(const char *folded)
{
	for (const char *const *c = common_secrets; *c; c++)
		if (strcmp(*c, folded) == 0)
			return true;
	return false;
}

/* Every part of a name of four letters or more: "Ana Duarte" rules out "duarte" and "anaduarte". */
static bool
is_name(struct arena *a, const char *folded, const char *name)
{
	char *left = text_fold(a, name), *part;

	if (left && strlen(left) >= 4 && strstr(folded, left) && strlen(folded) < strlen(left) + 8)
		return true;
	while (left && (part = strsep(&left, " @.-")) != NULL)
		if (strlen(part) >= 4 && strstr(folded, part) && strlen(folded) < strlen(part) + 8)
			return true;
	return false;
}

const char *
secret_flaw(struct arena *a, const char *password, const char *name, const char *email)
{
	char *folded = text_fold(a, password);

	if (!folded || text_length(password) < SECRET_LEAST)
		return "refused.secret_short";
	if (text_length(password) > SECRET_MOST)
		return "refused.secret_long";
	if (is_common(folded) || strspn(folded, (char[]){ folded[0], 0 }) == strlen(folded))
		return "refused.secret_common";
	if (is_name(a, folded, name) || is_name(a, folded, email))
		return "refused.secret_name";
	return NULL;
}
