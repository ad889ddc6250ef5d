/* smtp.c: a letter to a mail server, by libcurl. Knows settings and bytes; no rows, nothing of what is written. */
#include "jobs/smtp.h"

#include "base/clock.h"
#include "base/text.h"
#include "http/web.h"
#include "jobs/jobs.h"
#include "jobs/letter.h"

#include <curl/curl.h>
#include <pthread.h>
#include <string.h>

enum { CONNECT_S = 10, WHOLE_S = 40, WHOLE_MOST = 60, STOP_S = 5 };

/* One connection a thread, kept for the letters of a round. */
static _Thread_local CURL *line;
static pthread_once_t once = PTHREAD_ONCE_INIT;

struct talk {
	const char *letter;
	size_t n, at;
	char command[5];                /* the last one we sent */
	int64_t stopped_at;
	char said[CURL_ERROR_SIZE];
};

bool
smtp_is_set(void)
{
	const char *url = setting("MERIDIAN_SMTP_URL");

	return url && *url;
}

static bool
without_tls(void)
{
	const char *told = setting("MERIDIAN_SMTP_WITHOUT_TLS");

	return told && strcmp(told, "yes") == 0;
}

/* For how long a letter may take, from the first sign to the last; 0: what was told is no such number. A job's slice has a minute. */
static long
whole_s(void)
{
	const char *told = setting("MERIDIAN_SMTP_SECONDS");
	int64_t n = WHOLE_S;

	if (told && (!text_int(told, &n) || n < 1 || n > WHOLE_MOST))
		return 0;
	return (long)n;
}

bool
smtp_settings_good(const char **why)
{
	const char *url = setting("MERIDIAN_SMTP_URL"), *from = setting("MERIDIAN_MAIL_FROM"), *plain = setting("MERIDIAN_SMTP_WITHOUT_TLS");

	if (from && !letter_address_is(from))
		return *why = "MERIDIAN_MAIL_FROM is no address like meridian@example.org.", false;
	if (plain && strcmp(plain, "yes") != 0 && strcmp(plain, "no") != 0)
		return *why = "MERIDIAN_SMTP_WITHOUT_TLS is yes or no.", false;
	if (!whole_s())
		return *why = "MERIDIAN_SMTP_SECONDS is a number from 1 to 60.", false;
	if (!smtp_is_set())
		return true;
	if (strncmp(url, "smtp://", 7) != 0 && strncmp(url, "smtps://", 8) != 0)
		return *why = "MERIDIAN_SMTP_URL is no address like smtp://mail.example.org:587 or smtps://mail.example.org.", false;
	if (strpbrk(url, "@ \t") || strchr(strstr(url, "://") + 3, '/'))
		return *why = "MERIDIAN_SMTP_URL is host and port only; the user stands in MERIDIAN_SMTP_USER, the password in MERIDIAN_SMTP_PASSWORD_FILE.", false;
	if (setting("MERIDIAN_SMTP_PASSWORD") && !setting("MERIDIAN_SMTP_USER"))
		return *why = "MERIDIAN_SMTP_PASSWORD is set, but MERIDIAN_SMTP_USER is not.", false;
	return true;
}

/*
 * 5xx to the reader's address or to the letter itself will not get better. To anything else (greeting, sign-in, our
 * own address) it is the settings that are wrong: the letter waits until somebody has seen to them.
 */
enum smtp_end
smtp_judge(long code, const char *command)
{
	bool ours = strcmp(command, "RCPT") == 0 || strcmp(command, "DATA") == 0 || strcmp(command, ".") == 0;

	if (code == 530 || code == 535 || code == 538)
		return SMTP_LATER;
	return ours && code >= 500 && code < 600 ? SMTP_NEVER : SMTP_LATER;
}

static size_t
read_letter(char *to, size_t size, size_t n, void *arg)
{
	struct talk *t = arg;
	size_t room = size * n, left = t->n - t->at;

	if (room > left)
		room = left;
	memcpy(to, t->letter + t->at, room);
	t->at += room;
	if (t->at == t->n)
		memcpy(t->command, ".", 2);
	return room;
}

/* Only the first four letters of what we say: no address and no password is looked at. QUIT follows a refusal. */
static int
note_command(CURL *c, curl_infotype what, char *at, size_t n, void *arg)
{
	struct talk *t = arg;

	(void)c;
	if (what == CURLINFO_HEADER_OUT && n >= 4 && memcmp(at, "QUIT", 4) != 0) {
		memcpy(t->command, at, 4);
		t->command[4] = '\0';
	}
	return 0;
}

/* The process ends: a letter under way has five seconds to come to its end. */
static int
may_go_on(void *arg, curl_off_t a, curl_off_t b, curl_off_t c, curl_off_t d)
{
	struct talk *t = arg;

	(void)a, (void)b, (void)c, (void)d;
	if (!jobs_stopping())
		return 0;
	if (!t->stopped_at)
		t->stopped_at = clock_steady();
	return clock_steady() - t->stopped_at > (int64_t)STOP_S * 1000000;
}

static void
begin_curl(void)
{
	curl_global_init(CURL_GLOBAL_DEFAULT);
}

static void
set_server(CURL *c)
{
	curl_easy_setopt(c, CURLOPT_URL, setting("MERIDIAN_SMTP_URL"));
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
	curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, "");
	curl_easy_setopt(c, CURLOPT_PROXY, "");         /* none, whatever the environment says */
	curl_easy_setopt(c, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
	curl_easy_setopt(c, CURLOPT_USE_SSL, (long)(without_tls() ? CURLUSESSL_NONE : CURLUSESSL_ALL));
	curl_easy_setopt(c, CURLOPT_SSLVERSION, (long)CURL_SSLVERSION_TLSv1_2);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYPEER, 1L);
	curl_easy_setopt(c, CURLOPT_SSL_VERIFYHOST, 2L);
	if (setting("MERIDIAN_SMTP_CA"))
		curl_easy_setopt(c, CURLOPT_CAINFO, setting("MERIDIAN_SMTP_CA"));
	if (setting("MERIDIAN_SMTP_USER")) {
		curl_easy_setopt(c, CURLOPT_USERNAME, setting("MERIDIAN_SMTP_USER"));
		curl_easy_setopt(c, CURLOPT_PASSWORD, setting("MERIDIAN_SMTP_PASSWORD") ? setting("MERIDIAN_SMTP_PASSWORD") : "");
	}
}

static void
set_limits(CURL *c, struct talk *t)
{
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, (long)CONNECT_S);
	curl_easy_setopt(c, CURLOPT_TIMEOUT, whole_s());
	curl_easy_setopt(c, CURLOPT_SERVER_RESPONSE_TIMEOUT, (whole_s() + 1) / 2);
	curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
	curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, may_go_on);
	curl_easy_setopt(c, CURLOPT_XFERINFODATA, t);
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->said);
	curl_easy_setopt(c, CURLOPT_VERBOSE, 1L);       /* to see which command was answered; nothing is printed */
	curl_easy_setopt(c, CURLOPT_DEBUGFUNCTION, note_command);
	curl_easy_setopt(c, CURLOPT_DEBUGDATA, t);
}

/* In our own words: what a server says may repeat an address. */
static const char *
words_of(struct arena *a, CURLcode code, long reply, const struct talk *t)
{
	if (reply >= 400)
		return arena_print(a, "the mail server answered %ld to %s", reply, *t->command == '.' ? "the letter" : *t->command ? t->command : "the greeting");
	switch (code) {
	case CURLE_COULDNT_RESOLVE_HOST:
		return "the mail server's name is not known";
	case CURLE_COULDNT_CONNECT:
		return "the mail server cannot be reached";
	case CURLE_OPERATION_TIMEDOUT:
		return "the mail server did not answer in time";
	case CURLE_PEER_FAILED_VERIFICATION:
	case CURLE_SSL_CACERT_BADFILE:
		return "the mail server's certificate cannot be trusted";
	case CURLE_USE_SSL_FAILED:
		return "the mail server offers no encryption (STARTTLS)";
	case CURLE_LOGIN_DENIED:
		return "the mail server refused user or password";
	case CURLE_ABORTED_BY_CALLBACK:
		return "stopped while it was being sent";
	default:
		return arena_print(a, "the talk with the mail server broke off (%d)", (int)code);
	}
}

enum smtp_end
smtp_send(struct arena *a, const char *from, const char *to, const char *letter, const char **why)
{
	struct talk t = { .letter = letter, .n = strlen(letter) };
	struct curl_slist *readers = NULL;
	long reply = 0;

	pthread_once(&once, begin_curl);
	if (!line && !(line = curl_easy_init()))
		return *why = "no memory for a connection", SMTP_LATER;
	curl_easy_reset(line);          /* keeps the connection */
	readers = curl_slist_append(NULL, arena_print(a, "<%s>", to));
	set_server(line);
	set_limits(line, &t);
	curl_easy_setopt(line, CURLOPT_MAIL_FROM, arena_print(a, "<%s>", from));
	curl_easy_setopt(line, CURLOPT_MAIL_RCPT, readers);
	curl_easy_setopt(line, CURLOPT_UPLOAD, 1L);
	curl_easy_setopt(line, CURLOPT_READFUNCTION, read_letter);
	curl_easy_setopt(line, CURLOPT_READDATA, &t);
	CURLcode code = readers ? curl_easy_perform(line) : CURLE_OUT_OF_MEMORY;
	curl_easy_getinfo(line, CURLINFO_RESPONSE_CODE, &reply);
	curl_slist_free_all(readers);
	if (code == CURLE_OK)
		return SMTP_SENT;
	*why = words_of(a, code, reply, &t);
	return smtp_judge(reply, t.command);
}

void
smtp_rest(void)
{
	if (line)
		curl_easy_cleanup(line);
	line = NULL;
}
