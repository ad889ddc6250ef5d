/* mine_pages.c: what is kept about the viewer, until when, who looked, and all of it as a file. Reads, asks, shows. */
#include "home/home.h"
#include "home_views.h"

enum { LOOKS = 50, FILE_MOST = 5000 };

struct reply
mine_get(struct rq *rq)
{
	struct mine page = { .kept = kept_of(rq, rq->viewer), .looks = looks_of(rq, rq->viewer, LOOKS) };

	answers(rq);
	return mine_page(rq, &page);
}

/* For programs and people alike: always JSON, always a file. */
struct reply
mine_file_get(struct rq *rq)
{
	struct mine_file page = {
		.profile = own_profile(rq, rq->viewer), .employment = own_spells(rq, rq->viewer),
		.placements = own_places(rq, rq->viewer), .managers = own_leads(rq, rq->viewer),
		.reviews = own_reviews_kept(rq, rq->viewer), .answers = own_answers(rq, rq->viewer, FILE_MOST),
		.goals = own_goals(rq, rq->viewer, FILE_MOST), .feedback = own_feedback(rq, rq->viewer, FILE_MOST),
		.tasks = own_tasks(rq, rq->viewer, FILE_MOST), .looks = looks_of(rq, rq->viewer, FILE_MOST),
		.corrections = own_corrections(rq, rq->viewer, FILE_MOST),
	};
	struct reply reply;

	answers(rq);
	rq->web->json_out = true;
	reply = mine_file_page(rq, &page);
	reply.file_name = "my-data.json";
	return reply;
}
