/* keys.c: the server's secret, outside the database, and the keys derived from it. */
#include "base/chance.h"
#include "http/web.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;        /* "keys" in docs/threads.md */
static unsigned char master[32];
static bool have;
static char sentence[700];

static int
wrong(const char **why, const char *what, const char *path)
{
	snprintf(sentence, sizeof sentence, "The key file %s %s%s%s.", path, what,
	    errno ? ": " : "", errno ? strerror(errno) : "");
	*why = sentence;
	return -1;
}

static bool
path_of(char *path, size_t n)
{
	const char *given = setting("MERIDIAN_KEY_FILE");
	const char *url = setting("MERIDIAN_DATABASE_URL");

	if (given)
		return snprintf(path, n, "%s", given) < (int)n;
	if (strncmp(url, "sqlite:", 7) != 0)
		return false;
	return snprintf(path, n, "%s.key", url + 7) < (int)n;
}

/* 64 hex digits and a line's end. 0 read, 1 not there, -1 wrong. */
static int
read_key(const char *path, const char **why)
{
	char text[128] = "";
	size_t n;
	ssize_t got;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return errno == ENOENT ? 1 : wrong(why, "cannot be read", path);
	got = read(fd, text, sizeof text - 1);
	close(fd);
	errno = 0;
	if (got < 64 || sodium_hex2bin(master, sizeof master, text, 64, NULL, &n, NULL) ||
	    n != sizeof master || (text[64] && text[64] != '\n' && text[64] != '\r'))
		return wrong(why, "does not hold 64 hex digits", path);
	return 0;
}

static bool
write_all(int fd, const char *text)
{
	size_t n = strlen(text);
	bool written = write(fd, text, n) == (ssize_t)n && fsync(fd) == 0;

	return close(fd) == 0 && written;
}

/* Made under another name and linked in (not renamed): no reader ever sees half a key, and
 * whoever is first keeps theirs. */
static int
make_key(const char *path, const char **why)
{
	char text[66], other[700];
	int fd;
	bool made;

	chance_hex(text, 32);
	memcpy(text + 64, "\n", 2);
	snprintf(other, sizeof other, "%s.%ld.new", path, (long)getpid());
	unlink(other);
	fd = open(other, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	made = fd >= 0 && write_all(fd, text);
	if (made && link(other, path) && errno != EEXIST)
		made = false;
	sodium_memzero(text, sizeof text);
	if (!made) {
		wrong(why, "cannot be made", path);
		unlink(other);
		return -1;
	}
	unlink(other);
	return read_key(path, why);
}

static int
load(const char **why)
{
	char path[600];
	int status;

	errno = 0;
	if (have)
		return 0;
	if (!path_of(path, sizeof path)) {
		*why = "On PostgreSQL MERIDIAN_KEY_FILE must name the server's key file.";
		return -1;
	}
	status = read_key(path, why);
	if (status > 0)
		status = make_key(path, why);
	have = status == 0;
	return status;
}

int
keys_ready(const char **why)
{
	int status;

	pthread_mutex_lock(&lock);
	status = load(why);
	pthread_mutex_unlock(&lock);
	return status;
}

void
server_key(unsigned char key[static 32], const char *purpose)
{
	const char *why = "";

	if (keys_ready(&why))
		die("%s", why);
	crypto_auth(key, (const unsigned char *)purpose, strlen(purpose), master);
}

void
sign_key(unsigned char open[static 32], unsigned char secret[static 64])
{
	unsigned char seed[32];

	server_key(seed, "sign");
	crypto_sign_seed_keypair(open, secret, seed);
	sodium_memzero(seed, sizeof seed);
}
