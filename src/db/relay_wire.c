/* relay_wire.c: bytes over the socket beside the file. Knows no commands. */
#include "db/relay_wire.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

bool
wire_read(int fd, void *at, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t some = recv(fd, (char *)at + done, n - done, 0);

		if (some < 0 && errno == EINTR)
			continue;
		if (some <= 0)
			return false;
		done += (size_t)some;
	}
	return true;
}

bool
wire_write(int fd, const void *at, size_t n)
{
	for (size_t done = 0; done < n;) {
		ssize_t some = send(fd, (const char *)at + done, n - done, MSG_NOSIGNAL);

		if (some < 0 && errno == EINTR)
			continue;
		if (some <= 0)
			return false;
		done += (size_t)some;
	}
	return true;
}

bool
wire_number(int fd, uint32_t *n)
{
	return wire_read(fd, n, sizeof *n);
}

bool
wire_put_number(int fd, uint32_t n)
{
	return wire_write(fd, &n, sizeof n);
}

/* A socket's address holds 107 bytes; a path through the folder's descriptor is short. */
static bool
address(const char *file, struct sockaddr_un *to, int *folder)
{
	char copy[4096], name[4096];
	int n;

	snprintf(copy, sizeof copy, "%s", file);
	*folder = open(dirname(copy), O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (*folder < 0)
		return false;
	snprintf(name, sizeof name, "%s", file);
	*to = (struct sockaddr_un){ .sun_family = AF_UNIX };
	n = snprintf(to->sun_path, sizeof to->sun_path, "/proc/self/fd/%d/%s.sock", *folder,
	    basename(name));
	return n > 0 && (size_t)n < sizeof to->sun_path;
}

/* The mode is set before the name appears: nobody can connect in between. */
static bool
bound(int fd, const struct sockaddr_un *to)
{
	unlink(to->sun_path);
	return fchmod(fd, 0600) == 0 &&
	    bind(fd, (const struct sockaddr *)to, sizeof *to) == 0 && listen(fd, 8) == 0;
}

int
wire_open(const char *file, enum wire_end end)
{
	struct sockaddr_un to;
	int folder = -1, fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
	bool well = fd >= 0 && address(file, &to, &folder);

	if (well && end == WIRE_LISTENS)
		well = bound(fd, &to);
	else if (well)
		well = connect(fd, (const struct sockaddr *)&to, sizeof to) == 0;
	if (folder >= 0)
		close(folder);
	if (well)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

bool
wire_ours(int fd)
{
	struct ucred peer;
	socklen_t n = sizeof peer;

	if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &n) != 0)
		return false;
	return peer.uid == geteuid() || peer.uid == 0;
}
