/* demo_words_selling.c: what people in sales, marketing and support write. Nothing else. */
#include "demo/demo_words.h"

static const char *const sales_did[] = {
	"In {month} {I} won the port authority as a customer after {n} visits in which {I} mostly asked questions.",
	"{I} called the {nn} customers who had gone quiet in {month}; {n} of them ordered again until {later}.",
	"The offer {I} wrote for the clinic group in {month} was two pages long and was signed without a change.",
	"{I} handed {nn} contacts in {place} over to {mate} in {month} with a note on each.",
	"In {month} {I} told a prospect that our product did not fit yet; they came back in {later}.",
	"{I} kept the forecast of {month} within {n} per cent by asking for the next step, not for a feeling.",
	"{I} brought the bakery chain in {place} from one shop to {nn} between {month} and {later}.",
	"The list of objections {I} collected in {month} is used in every call of the team now.",
	"In {month} {I} invited {mate} to the negotiation with the transport company, and we kept the price.",
	"{I} renewed {nn} contracts in {month} before their last month began.",
	"{I} cleaned the pipeline in {month}: {nn} old entries went, and the rest could be believed.",
	"After the complaint of the hotel group in {month} {I} drove to {place} and stayed until it was solved.",
	"{I} gave the first demonstration in the customer's own figures in {month}; {n} of ten then wanted a trial.",
	"In {month} {I} found the person who really decides at the university, and the deal closed in {later}.",
	"{I} brought {n} customers to speak with product about exports in {month}.",
	"{I} trained {mate} on the discount rules in {month}, and no offer has come back since.",
};
static const char *const sales_learnt[] = {
	"In {month} {I} gave a discount of {n} per cent early and had nothing left to give at the end.",
	"{I} noted the calls of {later} days afterwards, and {mate} called the same customer twice.",
	"The pilot in {place} began in {month} without a measure, so nobody could say whether it worked.",
	"{I} spoke for most of the first hour with the insurer in {month} and learnt little.",
	"In {month} {I} promised a feature for {later} that was not on any plan.",
	"{n} renewals of {later} were started in their last week.",
	"{I} spent much of {month} on one large customer, and {nn} small ones heard nothing.",
	"The handover of the brewery to onboarding missed the reasons why they had bought.",
	"{I} asked for help with the tender in {month} when {n} days were left.",
};
static const char *const sales_next[] = {
	"From {soon} on {I} will write each call down the same day, in three lines.",
	"{I} will begin renewals ninety days ahead, the first {nn} of them in {soon}.",
	"In {soon} {I} will agree with every pilot on the one number that decides.",
	"{I} will take {mate} along to {n} first meetings in {soon} and ask what {I} missed.",
	"Until the end of {soon} {I} will visit the customers around {place} that bought before last year.",
	"{I} will ask product before {I} name a date, and show the answer to the customer, from {soon} on.",
};

static const char *const marketing_did[] = {
	"In {month} {I} wrote the story of the ferry company with their own words; {nn} readers asked for a talk.",
	"{I} stopped the banner campaign in {month} when {n} weeks of figures had shown nothing.",
	"The meeting of users in {place} that {I} organised in {month} had {nn} guests, half of whom spoke.",
	"{I} wrote the price page anew in {month}, and sales got {nn} per cent fewer questions on it.",
	"In {month} {I} brought the newsletter from {nn} links down to {n}, and more people clicked.",
	"{I} asked {n} new customers in {month} how they had found us and moved the money there.",
	"{I} gave the fair in {place} in {month} one goal, thirty real talks, and {mate} counted them.",
	"The pictures {I} took at customers in {month} replaced the bought ones on {nn} pages.",
	"{I} translated the start page into {n} languages in {month} with colleagues who speak them.",
	"In {month} {I} showed sales which {n} of our articles their customers really read.",
	"{I} set up in {month} the check that finds dead links; it found {nn} on the first day.",
	"{my} talk in {place} in {month} was about our mistakes, and it was quoted {n} times.",
	"{I} finished the case on the hospital in {month}, after {n} rounds with their lawyers.",
	"Together with {mate} {I} wrote one page on how we speak to customers, in {month}; all teams use it.",
	"{I} kept the campaign of {month} {n} per cent under its budget by ending what did not work.",
	"The questions {I} put into the sign-up form in {month} told us in {later} who was only looking.",
};
static const char *const marketing_learnt[] = {
	"The campaign of {month} began before sales in {place} knew of it.",
	"{I} measured clicks in {month} where orders would have been the question.",
	"Three texts of {later} went out with {n} small errors because nobody read them a second time.",
	"{I} asked {mate} for pictures one day before the {month} deadline.",
	"In {month} {I} planned {nn} articles and finished {n} of them.",
	"The invitation for {place} used words that only we understand.",
	"{I} kept two tools running through {later} that do the same.",
	"In {month} {I} wrote about a function that changed a week later; {I} had not asked product.",
	"The fair in {month} gave us {nn} addresses, and most were called only in {later}.",
};
static const char *const marketing_next[] = {
	"{I} will show every campaign to sales in {place} a week before it starts, beginning in {soon}.",
	"In {soon} {I} will name one number for each campaign, and end those that miss it.",
	"{I} will have each text read by {mate} before it leaves the house, from {soon} on.",
	"{I} will plan {n} articles for {soon} and finish all of them.",
	"Until the end of {soon} {I} will close one of the two mailing tools.",
	"{I} will call the contacts of the next fair within {n} days, together with {mate}, in {soon}.",
};

static const char *const support_did[] = {
	"In {month} {I} answered {nn} tickets on the new invoices and wrote the page that answers the next ones.",
	"{I} stayed with the dispatcher in {place} on the phone for {nn} minutes in {month} until her tour was printed.",
	"{I} noticed in {month} that {n} customers had the same odd date, and engineering fixed it in two days.",
	"In {month} {I} took the evening shift of {mate} for {n} days, and the queue was empty each morning.",
	"{my} short films from {month} on passwords are watched {nn} times a week.",
	"{I} turned an angry call from {place} in {month} into a visit, and in {later} into a reference.",
	"{I} sorted the {nn} tags of our tickets into {n} in {month}, so the figures say something now.",
	"In {month} {I} wrote to every customer affected by the outage within {n} hours, by name.",
	"{I} taught {mate} the export questions in {month}, so that two of us can answer them.",
	"The list of known problems {I} keep since {month} saves each of us {nn} searches a week.",
	"{I} closed the ticket of the museum in {month} after {n} months, with a call and an apology.",
	"In {month} {I} asked {nn} customers what our answer had left open and rewrote {n} templates.",
	"{I} spoke plainly to engineering in {month} about the import errors; {n} of them were gone in {later}.",
	"{I} found in {month} that the first answer comes faster when we do not pass tickets on, and tried it in {place}.",
	"{I} kept calm and exact notes on the data question of {month}, which the auditors used as they were.",
	"In {month} {I} brought the time to a first answer in {my} queue from {nn} to {n} hours.",
};
static const char *const support_learnt[] = {
	"In {month} {I} sent a template to the clinic that did not fit their question, and they wrote {n} times more.",
	"{I} kept {n} difficult tickets too long in {later} before asking {mate}.",
	"The note for the morning shift in {place} was missing on {n} days of {month}.",
	"{I} promised a call back for the same day in {month} and made it on the third.",
	"In {month} {I} explained the cause at length where the customer needed the way around it.",
	"{I} changed a setting for a customer in {later} without writing down what it had been.",
	"Some answers of {month} were right and cold; {mate} showed {me} one of them.",
	"{I} reported {nn} errors in {month} without the steps to see them again.",
	"{I} skipped the training on the new calendar in {month} and asked its questions in {later}.",
};
static const char *const support_next[] = {
	"From {soon} on {I} will ask for help on a ticket after one day, not after {n}.",
	"{I} will give the way around first and the cause below it, and show {mate} {n} examples in {soon}.",
	"In {soon} {I} will add the steps to each error report before {I} send it.",
	"{I} will leave three lines for the shift in {place} every evening, from {soon} on.",
	"Until the end of {soon} {I} will rewrite the {n} templates that bring the most second questions.",
	"{I} will sit with engineering for two mornings in {soon} to see how our reports are read.",
};

const struct patterns demo_selling[] = {
	PATTERNS(sales), PATTERNS(marketing), PATTERNS(support),
};
