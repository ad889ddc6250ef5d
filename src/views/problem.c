/* problem.c: what went wrong, for programs: application/problem+json (RFC 9457). */
#include "views/views.h"

struct reply
problem(struct rq *rq, int status, const char *title)
{
	struct out o;
	struct reply r;

	out_init(&o, rq->arena);
	LIT(&o, "{\"type\":\"about:blank\",\"title\":");
	put_json_text(&o, title);
	put_format(&o, ",\"status\":%d", status);
	if (rq->refusals != NULL) {
		LIT(&o, ",\"errors\":[");
		for (const struct refusal *f = rq->refusals; f != NULL; f = f->next) {
			json_row(&o, f != rq->refusals);
			LIT(&o, "\"field\":");
			put_json_text(&o, f->field);
			LIT(&o, ",\"code\":");
			put_json_text(&o, f->code);
			LIT(&o, ",\"detail\":");
			put_json_text(&o, words_value(rq, f->code, f->value));
			LIT(&o, "}");
		}
		LIT(&o, "]");
	}
	LIT(&o, "}");
	r = reply_bytes("application/problem+json", (struct blob){ o.at, o.n });
	r.status = status;
	return r;
}
