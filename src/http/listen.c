/* listen.c: sockets to listen on, and who is at the other end. */
#include "http/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { BACKLOG = 1024 };

static char sentence[400];

static int
wrong(const char **why, const char *address, int fd)
{
	snprintf(sentence, sizeof sentence, "Cannot listen on %s: %s.", address,
	    errno ? strerror(errno) : "it is no address");
	*why = sentence;
	if (fd >= 0)
		close(fd);
	return -1;
}

static int
listen_unix(const char *address, const char *path, const char **why)
{
	struct sockaddr_un a = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	struct stat st;

	if (fd < 0 || strlen(path) >= sizeof a.sun_path)
		return wrong(why, address, fd);
	memcpy(a.sun_path, path, strlen(path) + 1);
	if (lstat(path, &st) == 0 && S_ISSOCK(st.st_mode))
		unlink(path);
	if (bind(fd, (struct sockaddr *)&a, sizeof a) || chmod(path, 0660) || listen(fd, BACKLOG))
		return wrong(why, address, fd);
	return fd;
}

static int
listen_tcp(const char *address, const struct addrinfo *i, const char **why)
{
	int yes = 1;
	int fd = socket(i->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

	if (fd < 0)
		return wrong(why, address, fd);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
	if (i->ai_family == AF_INET6)
		setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &yes, sizeof yes);
	if (bind(fd, i->ai_addr, i->ai_addrlen) || listen(fd, BACKLOG))
		return wrong(why, address, fd);
	return fd;
}

int
listen_on(const char *address, const char **why)
{
	struct addrinfo hints = { .ai_socktype = SOCK_STREAM, .ai_flags = AI_PASSIVE };
	struct addrinfo *found = NULL;
	char host[256];
	const char *colon = strrchr(address, ':');
	size_t n = colon ? (size_t)(colon - address) : 0;
	int fd;

	errno = 0;
	if (strncmp(address, "unix:", 5) == 0)
		return listen_unix(address, address + 5, why);
	if (!colon || n >= sizeof host || !colon[1])
		return wrong(why, address, -1);
	memcpy(host, address, n);
	host[n] = '\0';
	if (host[0] == '[' && host[n - 1] == ']') {
		host[n - 1] = '\0';
		memmove(host, host + 1, n - 1);
	}
	if (getaddrinfo(*host ? host : NULL, colon + 1, &hints, &found) || !found)
		return wrong(why, address, -1);
	fd = listen_tcp(address, found, why);
	freeaddrinfo(found);
	return fd;
}

/*
 * The number goes on to name something, at which nothing ever comes; the socket itself is closed, and the kernel takes
 * it out of every loop's set. MHD_quiesce_daemon is not used: it and the loop both take it out, and the second aborts.
 */
void
listen_stop(int fd)
{
	int nothing = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

	if (nothing < 0)
		return;
	dup3(nothing, fd, O_CLOEXEC);
	close(nothing);
}

void
listen_end(const char *address)
{
	if (strncmp(address, "unix:", 5) == 0)
		unlink(address + 5);
}

void
peer_name(const struct sockaddr *a, char *text, size_t n)
{
	const struct sockaddr_in6 *six = (const void *)a;
	const void *at = NULL;
	int family = a ? a->sa_family : AF_UNIX;

	snprintf(text, n, "unix");
	if (family == AF_INET)
		at = &((const struct sockaddr_in *)(const void *)a)->sin_addr;
	if (family == AF_INET6)
		at = &six->sin6_addr;
	/* A v4 address in v6 clothes is the v4 address. */
	if (family == AF_INET6 && IN6_IS_ADDR_V4MAPPED(&six->sin6_addr)) {
		at = six->sin6_addr.s6_addr + 12;
		family = AF_INET;
	}
	if (at && !inet_ntop(family, at, text, (socklen_t)n))
		snprintf(text, n, "unknown");
}
