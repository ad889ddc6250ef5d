/* demo_words_running.c: what people in operations, finance and HR write. Nothing else. */
#include "demo/demo_words.h"

static const char *const operations_did[] = {
	"In {month} {I} changed the order of picking in {place}, and a parcel is ready {nn} minutes sooner.",
	"{I} counted the stock of the north hall with {mate} in {month}; {nn} places were wrong and are right now.",
	"{I} found a second supplier for labels in {month}, before the first one failed in {later}.",
	"The board {I} put up in {place} in {month} shows what is late, and late work fell by {nn} per cent.",
	"{I} trained {n} new colleagues on the packing line in {month}, and nobody was hurt.",
	"In {month} {I} stopped the line for {nn} minutes over a loose guard; it was the right call.",
	"{I} brought the returns from {nn} days down to {n} between {month} and {later}.",
	"{I} planned the move of the spare parts in {month} so that {place} did not close for a single day.",
	"{I} wrote the hand-over of the shifts anew in {month}: {n} lines that everybody fills in.",
	"In {month} {I} asked the drivers why they wait, and {nn} minutes a tour disappeared.",
	"{I} kept the cold store within its limits through the heat of {month} by checking it {n} times a day.",
	"The list of {n} causes {I} made of the damaged goods in {month} led to one new box.",
	"{I} agreed with customs in {place} in {month} on one form in place of {n}.",
	"In {month} {I} noticed that we heat an empty hall, and saved {nn} per cent of that bill until {later}.",
	"{I} took the stocktake of {month} over from {mate} at a day's notice and closed it in time.",
	"{I} brought the forklift inspections up to date in {month}, all {nn} of them.",
};
static const char *const operations_learnt[] = {
	"In {month} {I} ordered film for {n} weeks only, and {place} stood still for a morning.",
	"{I} changed the tour plan in {later} without asking the drivers, who knew of the closed bridge.",
	"The near miss of {month} was written down {n} days later, when details were gone.",
	"{I} did the difficult shipments {myself} in {month}, so {mate} could not learn them.",
	"The count of {month} was right in sum and wrong in {nn} single places.",
	"{I} told the customer in {month} about the delay when the lorry should have been there.",
	"In {later} {I} let the overtime of the late shift grow for {n} weeks before speaking about it.",
	"The new packing order was explained in {place} only to those present on one day of {month}.",
	"{I} kept an old form alongside the new one until {later}, and some used both.",
};
static const char *const operations_next[] = {
	"In {soon} {I} will show {mate} the difficult shipments, {n} of them, side by side.",
	"{I} will call customers in {place} before a delay, not after it, from {soon} on.",
	"{I} will set a lowest stock for the {nn} things that can stop us, until the end of {soon}.",
	"From {soon} on {I} will ask two drivers before a plan is changed.",
	"{I} will write near misses down within the shift, beginning in {soon}.",
	"In {soon} {I} will look at overtime every Monday and speak about it the same day.",
};

static const char *const finance_did[] = {
	"In {month} {I} closed the books on working day {n}, two days sooner than before.",
	"{I} found in {month} that a supplier in {place} had billed {nn} deliveries twice, and got the money back.",
	"{I} answered the auditors' {nn} questions in {month} with the papers attached, and none came back.",
	"The forecast {I} built with {mate} in {month} was {n} per cent off in {later}, the best so far.",
	"{I} brought the open invoices over ninety days down by {nn} per cent from {month} to {later}.",
	"In {month} {I} explained the new cost centres to {n} teams in their own figures.",
	"{I} replaced {nn} sheets for travel costs with one in {month}.",
	"{I} set up the second check of payments in {month}; it stopped {n} wrong ones.",
	"{I} calculated in {month} what the small orders really cost us in {place}, and the price changed in {later}.",
	"In {month} {I} prepared the bank's questions so well that the meeting took {nn} minutes.",
	"{I} showed {mate} the closing of the leases in {month}, so that two of us know it.",
	"{I} matched the {nn} open items of the old system in {month} and wrote off the {n} that were left.",
	"{I} wrote the page on expenses in {month} that answers what people ask most.",
	"In {month} {I} saw that we paid for {nn} licences nobody used, and ended them.",
	"{I} finished the tax file for {place} in {month}, {n} days before the date.",
	"{I} warned in {month} that the currency would hurt the {later} result, with a figure and two choices.",
};
static const char *const finance_learnt[] = {
	"In {month} {I} sent the report with a sign the wrong way round, and {mate} found it.",
	"The budget letter of {month} asked {place} for {nn} figures of which {n} were used.",
	"{I} refused {n} expense claims in {later} with a rule number and no explanation.",
	"The reserve for returns was guessed in {month}; the data to calculate it were there.",
	"{I} worked on the leases until late in {month} before saying that it was too much for one.",
	"In {later} {I} changed a formula in a shared sheet, and {n} teams had other totals.",
	"{I} gave the steering meeting of {month} {nn} pages; the question was on the ninth.",
	"{I} heard of the new contract in {place} in {month} and asked about its payments only in {later}.",
	"The reminders of {month} went to {n} customers who had paid.",
};
static const char *const finance_next[] = {
	"From {soon} on {I} will put the question and the answer on the first page.",
	"{I} will have {mate} check signs and sums before a report leaves, starting in {soon}.",
	"In {soon} {I} will ask {place} only for the figures that we use.",
	"{I} will calculate the reserve for returns from the last {nn} months before {soon} ends.",
	"Until the end of {soon} {I} will protect the formulas of the {n} shared sheets.",
	"{I} will explain each refused claim in one friendly sentence, from {soon} on.",
};

static const char *const people_did[] = {
	"In {month} {I} filled {n} of the open positions in {place}, two of them from our own ranks.",
	"{I} rewrote the first week of new colleagues in {month}; {nn} of them have gone through it since.",
	"{I} held {nn} conversations with those who stayed in {month} and brought {n} themes to the leadership.",
	"{I} solved the holiday question of the late shift in {month} together with {mate} and the works council.",
	"In {month} {I} trained {nn} leads in giving feedback with an example and a wish.",
	"{I} brought the time from application to answer from {nn} to {n} days between {month} and {later}.",
	"{I} accompanied the return of {n} colleagues from parental leave in {month} with a plan for each.",
	"The page on pay bands {I} published in {month} ended {nn} questions and began some good ones.",
	"{I} mediated between two teams in {place} in {month}; they wrote their agreement themselves.",
	"In {month} {I} checked the job advertisements for words that keep people away and changed {nn}.",
	"{I} ran the review round of {month} so that all but {n} parts were in before the last day.",
	"{I} found a quiet room in {place} in {month}, and it is used every day.",
	"{I} answered the questions on working from abroad in {month} with one page in place of {nn} mails.",
	"In {month} {I} told the leads how many interviews each hire takes; they need {n} fewer now.",
	"{I} took over the payroll contact from {mate} in {month} without one late payment.",
	"{I} set up the mentoring of {nn} pairs in {month}, and most still meet in {later}.",
};
static const char *const people_learnt[] = {
	"In {month} {I} let {n} applicants wait for more than two weeks.",
	"{I} announced the new rule on travel in {month} before the leads in {place} knew how to answer.",
	"The training of {later} was planned without asking {mate}, who knew the busy weeks.",
	"{I} asked for {nn} fields in the survey of {month} and have used {n}.",
	"The notes on the talk in {month} were late, and both sides remembered it differently.",
	"{I} took the side of the quieter person in {month} before hearing the other one.",
	"In {later} {I} answered hard questions by mail where a call would have been kinder.",
	"{I} began the search in {place} in {month} with a list of wishes instead of tasks.",
	"The reminders of {month} were many and all alike; some stopped reading them.",
};
static const char *const people_next[] = {
	"{I} will give every applicant an answer within {n} days, from {soon} on.",
	"In {soon} {I} will brief the leads in {place} a week before a rule is announced.",
	"{I} will call first and write afterwards when it is difficult, beginning in {soon}.",
	"{I} will plan the next training with {mate} around the busy weeks of {soon}.",
	"Until the end of {soon} {I} will cut the survey to the questions we act on.",
	"{I} will write the notes of each talk the same day and have both sides read them, from {soon} on.",
};

const struct patterns demo_running[] = {
	PATTERNS(operations), PATTERNS(finance), PATTERNS(people),
};
