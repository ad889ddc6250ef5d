/* demo_words_making.c: what engineers, product managers and designers write. Nothing else. */
#include "demo/demo_words.h"

static const char *const engineering_did[] = {
	"In {month} {I} moved the nightly settlement run to small batches, and since {later} it ends before six in the morning.",
	"{my} tests for the address parser found {n} defects before the {month} release went out.",
	"{I} cut the build from {nn} to {n} minutes in {month} by caching what does not change.",
	"During the outage on 1{n} {month} {I} kept a log of each step, which made the review with {mate} short.",
	"{I} wrote the migration of the customer table in {month}; it ran over {nn} million rows without a stop.",
	"In {month} {I} removed {nn} alerts that nobody acted on, and the night shift of {place} noticed the quiet.",
	"{I} paired with {mate} through {month} on the retry queue, which has lost nothing since {later}.",
	"The library for dates that {I} split out in {month} is now used by {n} other teams.",
	"{I} answered {nn} questions of the {place} team in {month} and turned the common ones into a page.",
	"In {month} {I} traced the slow search to one missing index and showed {mate} how the plan changed.",
	"{I} replaced the hand-made release list in {month} with {n} checks that run by themselves.",
	"{my} review comments in {month} named the line and the reason; {mate} said that made them easy to take.",
	"Together with {place} {I} rehearsed the restore of a backup in {month} and brought it under {nn} minutes.",
	"{I} brought the memory of the import worker down by {nn} per cent between {month} and {later}.",
	"In {month} {I} took over the currency service when its owner left, and wrote down how it works within {n} weeks.",
	"{I} proposed in {month} to drop the second cache; the measurement {I} added showed it saved nothing.",
	"The feature flag {I} introduced in {month} let us stop the new checkout within {n} minutes in {later}.",
	"{I} closed {nn} of the oldest tickets in {month} after asking each reporter what they still needed.",
};
static const char *const engineering_learnt[] = {
	"The change of {month} was too large to review; {mate} had to read it {n} times before it was clear.",
	"In {month} {I} fixed a symptom twice before looking for the cause; an hour of measuring first would have been shorter.",
	"{I} told support about the new error codes only in {later}, a month after they appeared.",
	"The estimate for the report page was {n} days and became {nn}; {I} said so late.",
	"In {month} {I} kept the deployment steps to {myself}, so {mate} could not release while {I} {was} away.",
	"{I} spoke first in most design meetings of {month}, and quieter ideas came out only afterwards.",
	"Two tests {I} added in {month} depend on the clock and fail on some mornings in {place}.",
	"The note on the {month} outage explains what happened, not yet what we do differently.",
	"{I} left {n} review requests open for more than a week in {later}, and others had to wait.",
};
static const char *const engineering_next[] = {
	"By the end of {soon} {I} will split larger changes so that each can be read within half an hour.",
	"{I} will pair with {mate} twice in {soon} so that two of us can release the settlement run.",
	"In {soon} {I} will add the missing timings and look at them with the {place} team.",
	"{I} will write the next error messages together with support before they ship in {soon}.",
	"Before {soon} is over {I} will rehearse one failure a month and note what was slow.",
	"{I} will give review requests their own hour each morning, beginning in {soon}.",
};

static const char *const product_did[] = {
	"In {month} {I} talked to {nn} customers about invoices and brought {n} sentences back that changed the plan.",
	"{I} closed the discussion about export formats in {month} with one table of who needs what.",
	"The small trial {I} ran with {n} customers in {place} in {month} showed that the second step was not needed.",
	"{I} wrote the release notes of {month} for readers, and support counted {nn} fewer questions.",
	"In {month} {I} took {n} items off the list and told each person who had asked for them why.",
	"{I} sat with {mate} for {n} days in {month} until the story of the approval page fitted on one sheet.",
	"The measure {I} chose in {month}, days to the first finished order, fell by {nn} per cent until {later}.",
	"{I} brought sales and engineering to one date for the {place} pilot in {month}, and it held.",
	"In {month} {I} listened to {nn} recorded support calls and found the question behind most of them.",
	"{I} gave the pricing trial of {month} an end day, and it ended on that day with a decision.",
	"{I} showed the half-finished planner to {n} users in {month}, before it was hard to change.",
	"The glossary {I} started in {month} ended the argument about what an account is.",
	"{I} prepared the {month} steering meeting with three choices and their costs; it took {nn} minutes.",
	"In {month} {I} noticed that nobody used the second dashboard, and we took it away in {later}.",
	"{I} followed {mate} through a day in the {place} warehouse in {month} before writing a line about scanners.",
	"{my} weekly note from {month} on told {nn} readers what was decided and what was still open.",
};
static const char *const product_learnt[] = {
	"In {month} {I} promised {place} a date before asking engineering; it cost {mate} a weekend.",
	"The brief for the planner had {nn} pages, and most readers stopped after the second.",
	"{I} decided on the new menu from {n} conversations, all with large customers.",
	"In {later} {I} changed the order of work twice in one month, which left {n} tasks half done.",
	"{I} heard of the accessibility findings in {month} and scheduled them only for {later}.",
	"The success of the {month} release was never looked at again; the measure was there.",
	"{I} answered questions in private messages, so {mate} and others asked them again.",
	"In {month} {I} brought a solution to the team where the problem would have been enough.",
	"{I} left the decision on discounts open for {n} weeks because two views were both good.",
};
static const char *const product_next[] = {
	"{I} will talk to {n} small customers in {soon} before the next round of planning.",
	"In {soon} {I} will look back at each release four weeks later, in a quarter of an hour with all.",
	"{I} will keep briefs to two pages from {soon} on and ask {mate} to stop {me}.",
	"Until the end of {soon} {I} will answer questions where everybody can read them.",
	"{I} will agree dates with engineering first, and with {place} after that, starting in {soon}.",
	"In {soon} {I} will bring problems with their numbers and leave the first sketch to the team.",
};

static const char *const design_did[] = {
	"In {month} {I} watched {n} people fill in the expense form and removed the {n} fields nobody understood.",
	"{I} drew the empty states of the whole product in {month}; support in {place} uses them as help.",
	"The colour steps {I} chose in {month} pass the contrast check in light and dark on all {nn} pages.",
	"{I} brought {nn} kinds of buttons down to {n} between {month} and {later}.",
	"In {month} {I} tested the new menu by keyboard alone with {mate} and found two traps.",
	"{my} sketch of the calendar in {month} was on paper first, so the team in {place} dared to change it.",
	"{I} wrote the words of {nn} error messages anew in {month}, each with what to do next.",
	"In {month} {I} gave engineering the spacing as numbers, and {mate} asked {n} questions fewer a week.",
	"{I} joined {n} support calls in {month} and redrew the page that caused most of them.",
	"The print view {I} made in {month} fits one sheet, as the accountants in {place} had asked.",
	"{I} showed three versions of the timeline in {month} and said which one {I} would keep and why.",
	"In {month} {I} collected the {nn} icons in one file with names that say what they mean.",
	"{I} measured in {month} how long people search for the filter: {nn} seconds before, {n} after.",
	"{I} ran the right-to-left check in {month} and fixed the {n} places where arrows pointed the wrong way.",
	"The review hour {I} started with {mate} in {month} made unfinished work a normal thing to show.",
	"{I} made the mobile view of the order page in {month}, and {place} closed {nn} old complaints with it.",
};
static const char *const design_learnt[] = {
	"In {month} {I} delivered the final drawings {n} days after engineering had begun without them.",
	"{I} tested the order page only with people from {place}, who know it too well.",
	"The drawings of {month} left out what happens with {nn} rows, and {mate} had to guess.",
	"{I} defended the first version of the menu in {month} longer than the findings allowed.",
	"In {later} {I} changed the spacing of a shared part without telling the {n} teams that use it.",
	"The reasons for the new layout stayed in {my} head; {mate} asked for them in {month}.",
	"{I} said yes to {n} requests in one week of {month} and finished them all halfway.",
	"The words on the approval page came last in {month} and did not fit their places any more.",
	"{I} looked at the page for screen readers only at the end of {later}.",
};
static const char *const design_next[] = {
	"In {soon} {I} will draw the crowded and the empty page first, then the pretty one.",
	"{I} will test each new page with {n} people from outside {place} before the end of {soon}.",
	"From {soon} on {I} will write two sentences of reasons below each drawing.",
	"{I} will write the words together with {mate} before the layout begins in {soon}.",
	"Until the end of {soon} {I} will tell the teams a week before a shared part changes.",
	"{I} will learn the basics of the screen reader in {soon} and use it once a week.",
};

const struct patterns demo_making[] = {
	PATTERNS(engineering), PATTERNS(product), PATTERNS(design),
};
