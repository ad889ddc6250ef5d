/* demo_words_keeping.c: what lawyers, administrators and those who lead people write. Nothing else. */
#include "demo/demo_words.h"

static const char *const legal_did[] = {
	"In {month} {I} cut our standard contract from {nn} to {n} pages without losing a protection.",
	"{I} answered {nn} contract questions of sales in {month}, most within a day.",
	"{I} negotiated the liability clause with the hospital in {month} and explained to {mate} where we could give.",
	"{I} held {n} short trainings on personal data in {place} in {month}, with cases from our own work.",
	"In {month} {I} found the notice period nobody had noted, and we left the lease in {place} in time.",
	"{I} collected the {nn} licences of the software we ship in {month} and cleared the {n} doubtful ones.",
	"{I} settled the dispute with the carrier in {month} by one phone call and a fair offer.",
	"The checklist for tenders {I} wrote in {month} has saved each bid {n} days since.",
	"{I} put the {nn} contracts with suppliers in one register in {month}, with their dates.",
	"In {month} {I} told product early what the new law asks, so that it was a task and no alarm in {later}.",
	"{I} replied to the regulator's letter in {month} within {n} days, and the file was closed.",
	"{I} showed {mate} in {month} how to read a guarantee, and now two of us can.",
};
static const char *const legal_learnt[] = {
	"In {month} {I} sent a list of {nn} risks without saying which {n} mattered.",
	"{I} kept the draft for the clinic on {my} desk for {n} days in {later} without a word.",
	"The advice to {place} in {month} was right and could not be followed by those who pack boxes.",
	"{I} said no to the trial in {month} where a condition would have been enough.",
	"{I} heard of the partner contract in {later}; asking sales once a week would have told {me}.",
	"In {month} {I} answered {mate} in private on a question that the whole team had.",
};
static const char *const legal_next[] = {
	"From {soon} on {I} will begin each opinion with what to do, in two lines.",
	"{I} will sit with sales for an hour every Monday of {soon}.",
	"In {soon} {I} will say on the first day when a draft will be ready.",
	"{I} will try the wording for {place} on two readers before the end of {soon}.",
	"{I} will turn the answers to common questions into a page with {mate} in {soon}.",
};

static const char *const systems_did[] = {
	"In {month} {I} moved the mail of {nn} colleagues in {place} over a weekend, and on Monday nobody called.",
	"{I} closed {nn} old accounts in {month} and wrote down who approves a new one.",
	"{I} replaced the failing switch in {place} in {month} before it failed.",
	"{I} restored the lost folder of the sales team in {month} within {n} hours from the backup {I} had tested.",
	"In {month} {I} set up the laptops of {nn} new colleagues so that they could work on the first morning.",
	"{I} brought the open requests from {nn} to {n} between {month} and {later}.",
	"{I} rolled the second factor out to {nn} people in {month}, one floor at a time, with {mate} at the desk.",
	"The page {I} wrote in {month} on the meeting rooms has halved the calls from {place}.",
	"{I} found in {month} that {n} servers were running for nobody, and switched them off in {later}.",
	"In {month} {I} rehearsed the loss of the {place} line with {mate}; the spare one took {n} minutes.",
	"{I} patched the {nn} machines of the warehouse in {month} between two shifts.",
	"{I} agreed with the supplier in {month} on one number to call in place of {n}.",
};
static const char *const systems_learnt[] = {
	"In {month} {I} changed the printer names in {place} on a Tuesday morning without a word before.",
	"{I} knew the password of the old router alone until {later}.",
	"The request of {mate} waited {n} days in {month} because {I} had read it as done.",
	"{I} explained the second factor in {month} in words that {nn} people asked about again.",
	"{I} let the disk of the archive fill up in {later}; the warning was {n} days old.",
	"The update of {month} had no way back, and {place} waited until noon.",
};
static const char *const systems_next[] = {
	"{I} will announce each change in {place} two days ahead, from {soon} on.",
	"In {soon} {I} will put the last {n} passwords where {mate} can find them.",
	"{I} will read the warnings every morning and act the same day, beginning in {soon}.",
	"Before the end of {soon} {I} will write a way back for each update before it starts.",
	"{I} will ask one person outside the team to read {my} instructions in {soon}.",
};

static const char *const leading_did[] = {
	"In {month} {I} moved two tasks off {mate}'s desk before it became too much, and said why to the others.",
	"{I} held the weekly talk with each person of the team through {month} and cancelled none.",
	"{I} gave {mate} the {month} presentation, prepared it together and stayed in the second row.",
	"{I} decided the {n} open questions on the plan in {month} within a day, with reasons that could be read.",
	"{I} told the team in {month} what was not known yet about the move to {place}, and when it would be.",
	"In {month} {I} said no to {n} requests from outside so that the promised work was done in {later}.",
	"{I} brought the quarrel about the rota to an end in {month} by letting both sides plan one week.",
	"{I} hired {n} colleagues in {month} with the same questions for all, and they stayed.",
	"The review {I} held after the failed release of {month} blamed nobody and changed {n} things.",
	"{I} spoke to {mate} early in {month} about the missed dates; by {later} they were kept.",
	"{I} made room for {nn} hours of learning in {month}, and the team used them.",
	"In {month} {I} shared the figures of the whole team with {place}, the weak ones too.",
	"{I} passed the praise of the customer on in {month} with the names of the {n} who had earned it.",
	"{I} found out in {month} why two people in {place} felt left out of decisions and changed the meeting.",
	"{I} set {n} goals with the team in {month} in place of a long list, and everybody can say them.",
	"{I} took the night call {myself} in {month} when {mate} had been up for {n} nights.",
	"{I} planned {my} own absence in {month} so that {mate} could decide, and did not call.",
	"In {month} {I} brought the {place} and the home team to one plan, after {n} rounds of listening.",
};
static const char *const leading_learnt[] = {
	"In {month} {I} rewrote {mate}'s text {myself} where two comments would have taught more.",
	"{I} let the decision on the rota wait until {later}, and the team filled the gap with guesses.",
	"{I} praised in private and corrected in the round in {month}; it should be the other way.",
	"The goals of {month} were set without {place}, and {n} of them did not fit there.",
	"{I} kept {n} tasks in {month} that others could have grown with.",
	"In {later} {I} spoke to {mate} about the late reports after {n} weeks; after one it would have been easy.",
	"{I} filled the weekly meeting of {month} with news that could have been read.",
	"{I} shielded the team from the discussion on costs until {later}, and they heard it in the corridor.",
	"{I} asked {mate} for an estimate in {month} and then named another number to the customer.",
};
static const char *const leading_next[] = {
	"In {soon} {I} will hand {n} of {my} tasks over, each with the right to decide.",
	"{I} will give difficult feedback within a week, from {soon} on, and in person.",
	"{I} will keep half of the weekly meeting in {soon} for questions of the team.",
	"Until the end of {soon} {I} will visit {place} twice and set the goals there.",
	"{I} will comment and not rewrite, and {mate} may remind {me}, from {soon} on.",
	"{I} will tell the team on the same day what is decided and what is open, beginning in {soon}.",
};

const struct patterns demo_keeping[] = {
	PATTERNS(legal), PATTERNS(systems), PATTERNS(leading),
};

const char *const demo_agrees[] = {
	"Thank you, this is how I saw the half-year too.",
	"I agree, and I am glad that the work with {mate} in {month} was seen.",
	"A fair picture. I will come back to the point about {month} in our next talk.",
	"Thank you for the examples; they make the next steps clear.",
	"I agree. The rating matches what we said in {later}.",
	"Read with thanks. I would like to speak about time for learning in {soon}.",
	"Yes. One addition: {mate} had a large share in what we did in {month}.",
	"I recognise myself in this and take the second point with me.",
	"Thank you. The part about {place} was news to me and helps.",
	"Agreed. Let us look at the next steps again at the end of {soon}.",
};
const size_t demo_agrees_n = COUNT(demo_agrees);

const char *const demo_differs[] = {
	"I see the delay of {month} differently: the material from {place} came {n} days late, and I had said so.",
	"I do not agree with the rating. The work that I took over from {mate} in {month} is missing here.",
	"The example of {later} was not my task at the time; please look at the plan again.",
	"I think the first three months were weighed less than the last ones. {month} was the better part.",
	"I was away for {n} weeks in {later}, and the goals were not changed. That should be said.",
	"I thank you for the talk, but the point about meetings rests on one day in {month}.",
};
const size_t demo_differs_n = COUNT(demo_differs);
