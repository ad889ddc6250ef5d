/* pack.c: compresses a body; each thread keeps its compressor. */
#include "http/pack.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

enum { LEVEL = 1, GZIP_WINDOW = 15 + 16 };

struct packers {
	z_stream zlib;
	bool has_zlib;
	ZSTD_CCtx *zstd;
};

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void
packers_free(void *arg)
{
	struct packers *p = arg;

	if (p->has_zlib)
		deflateEnd(&p->zlib);
	ZSTD_freeCCtx(p->zstd);
	free(p);
}

static void
make_key(void)
{
	if (pthread_key_create(&key, packers_free))
		die("no thread key");
}

static struct packers *
mine(void)
{
	struct packers *p;

	pthread_once(&once, make_key);
	p = pthread_getspecific(key);
	if (p)
		return p;
	p = calloc(1, sizeof *p);
	if (p)
		pthread_setspecific(key, p);
	return p;
}

static size_t
pack_zstd(struct packers *p, struct blob in, char *to, size_t room)
{
	size_t n;

	if (!p->zstd)
		p->zstd = ZSTD_createCCtx();
	if (!p->zstd)
		return 0;
	n = ZSTD_compressCCtx(p->zstd, to, room, in.at, in.n, LEVEL);
	return ZSTD_isError(n) ? 0 : n;
}

static size_t
pack_gzip(struct packers *p, struct blob in, char *to, size_t room)
{
	z_stream *z = &p->zlib;

	if (!p->has_zlib)
		p->has_zlib = deflateInit2(z, LEVEL, Z_DEFLATED, GZIP_WINDOW, 8,
		    Z_DEFAULT_STRATEGY) == Z_OK;
	else
		deflateReset(z);
	if (!p->has_zlib || in.n > UINT32_MAX)
		return 0;
	z->next_in = (Bytef *)(uintptr_t)in.at;
	z->avail_in = (uInt)in.n;
	z->next_out = (Bytef *)to;
	z->avail_out = (uInt)room;
	return deflate(z, Z_FINISH) == Z_STREAM_END ? room - z->avail_out : 0;
}

/* Room for the body's own size only: what does not fit is not worth it. */
bool
pack(struct arena *a, enum coding coding, struct blob in, struct blob *out)
{
	struct packers *p = mine();
	char *to;
	size_t n;

	if (!p || coding == PLAIN)
		return false;
	to = arena_take(a, in.n);
	n = coding == ZSTD ? pack_zstd(p, in, to, in.n) : pack_gzip(p, in, to, in.n);
	*out = (struct blob){ to, n };
	return n > 0;
}

bool
pack_suits(const char *type)
{
	return type && (strncmp(type, "text/", 5) == 0 || strstr(type, "json") ||
	    strncmp(type, "image/svg+xml", 13) == 0);
}
