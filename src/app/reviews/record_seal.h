/* record_seal.h: a record as a file that proves itself. Knows bytes; not what they say. */
#ifndef REVIEWS_RECORD_SEAL_H
#define REVIEWS_RECORD_SEAL_H

#include "base/digest.h"
#include "base/out.h"

enum { KEY_BYTES = 32, SECRET_BYTES = 64 };

struct record_seal {
	struct blob body;               /* the canonical text */
	struct blob digest;             /* its SHA-256 */
	struct blob signature;          /* Ed25519 over the body */
	struct blob key;                /* the public key that made it */
};

enum record_verdict {
	RECORD_GOOD,
	RECORD_NO_RECORD,               /* not the form of such a file */
	RECORD_CHANGED,                 /* text and digest do not belong together */
	RECORD_UNSIGNED                 /* the signature is not of this text by this key */
};

/* Digest and signature of a body, in the arena. */
struct record_seal record_sign(struct arena *a, struct blob body,
    const unsigned char key[static KEY_BYTES], const unsigned char secret[static SECRET_BYTES]);
/* The file: body, then a seal of four lines of fixed length (docs/record.md). */
struct blob record_file(struct arena *a, const struct record_seal *seal);
/* Takes the file apart and checks it. *seal is filled unless RECORD_NO_RECORD. */
enum record_verdict record_check(struct arena *a, struct blob file, struct record_seal *seal);

/* What people compare: the first 16 bytes of the key's SHA-256, in groups of four. */
char *key_fingerprint(struct arena *a, struct blob key);

/* The value of the body's line "key: value"; "" when there is none. */
char *record_word(struct arena *a, struct blob body, const char *key);

/*
 * The verb "audit verify --record FILE": input is FILE. Says who, when and by which key, or what
 * is wrong. Options: --json, --key FINGERPRINT. Returns the exit code: 0 good, 1 not, 2 usage.
 */
int record_verify_verb(int argc, char **argv, struct blob input, struct out *said);

#endif
