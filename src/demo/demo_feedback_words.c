/* demo_feedback_words.c: what colleagues say to each other and note for themselves. Patterns; nobody's. */
#include "demo/demo_goals_words.h"

const char *const demo_situations[] = {
	"In the meeting on Tuesday", "At the hand-over with {place}", "In the last week of {month}", "On the call with the customer in {place}",
	"When {mate} was away", "In the workshop of {month}", "On the day the system stood still", "While we planned the next quarter",
};
const size_t demo_situations_n = COUNT(demo_situations);

const char *const demo_impacts[] = {
	"It saved the rest of us {n} hours that week.", "The customer in {place} wrote to say thank you.", "{mate} could go on the same afternoon.",
	"Since then nobody has asked the question again.", "We kept the date, and nobody had to stay late.", "I have used your list {n} times since.",
	"The meeting ended after {nn} minutes with a decision.", "It made it easy for the new colleague to begin.", "The team in {place} now does it the same way.",
	"I slept better that week, and I was not the only one.", "We found the cause instead of the culprit.", "It turned a complaint into an order.",
	"The figures were right the first time.", "For once everybody knew what was decided.", "{n} of us learnt it by watching you.", "It gave {mate} the courage to ask.",
	"We did not have to do it twice.", "It showed me how to say no kindly.",
};
const size_t demo_impacts_n = COUNT(demo_impacts);

const char *const demo_tries[] = {
	"Next time send the draft a day before, so that {mate} can look at it.", "Try to ask one question before the first answer.", "Say on Monday when a day will not hold; we can still move things then.",
	"Put the decision in the first line; people read no further on the phone.", "Let {mate} begin the meeting once in {soon}.", "Write down who does what before everybody leaves the room.",
	"A note of {n} lines after the call would have been enough.", "Take one of the {n} things off your list before you add another.", "Ask the team in {place} before the plan is final.",
	"Show the wrong figure first, then the reason.", "Hand one of your tasks to {mate} in {soon} and only watch.", "Call instead of writing the third mail.",
	"Stop after {nn} minutes and ask whether it is still useful.", "Tell those who were not there, on the same day.",
};
const size_t demo_tries_n = COUNT(demo_tries);

const char *const demo_achieved[] = {
	"Closed the last of the {nn} open points in {month}, with {mate}.", "Showed the figures in {place} in {month}; questions were about what to do, not whether they are right.",
	"First week of {month} without overtime since spring.", "{mate} did the whole task alone in {month}. I only watched.", "The customer in {place} renewed in {month} after {n} calls.",
	"Wrote the page everybody asked for; {nn} people opened it in {month}.", "Said no to two wishes in {month}, with a reason, and both were fine with it.",
	"The rehearsal in {month} took {nn} minutes instead of two hours.", "Kept the date of {month} although two of us were ill.", "Learnt enough of the new tool in {month} to help {n} others.",
};
const size_t demo_achieved_n = COUNT(demo_achieved);

const char *const demo_hard[] = {
	"Missed the date in {month} by {n} days; I should have said so in the first week.", "The talk with {mate} in {month} went badly. I explained too much and asked too little.",
	"Did the work of {n} people in {month} because I had promised it alone.", "The change of {month} had to be taken back. No test would have been faster than the one I skipped.",
	"Three requests from {place} in {month} contradicted each other, and I did all three.", "I avoided the question about priorities in {month}. It did not go away.",
	"In {month} I learnt that our list and {mate}'s list are not the same list.", "Too many meetings in {month}: {nn} hours, one decision.",
	"The figures of {month} came too late to be used.", "I found it hard in {month} to leave the task with somebody else.",
};
const size_t demo_hard_n = COUNT(demo_hard);

const char *const demo_steps_good[] = {
	"The change of last month shows.", "{mate} took over half of it, and it goes faster.", "Better than planned; the easy part is over.", "Steady. Nothing special to report.",
	"We stopped two things and gained {n} days.", "The team in {place} joined in.", "Counted twice, it is right.", "One customer did a lot for this figure.",
};
const size_t demo_steps_good_n = COUNT(demo_steps_good);

const char *const demo_steps_slow[] = {
	"Lost {n} weeks to another task.", "Waiting for an answer from {place}.", "Harder than I thought: the first idea did not help.", "Two of us were away.",
	"The figure fell back after {month}; looking for the cause.", "We found {nn} cases nobody had counted.", "Needs a decision I have asked for.",
};
const size_t demo_steps_slow_n = COUNT(demo_steps_slow);

const char *const demo_asks[] = {
	"I gave the talk in {place} in {month}. What should I keep, what should I change?", "You saw how I led the meetings of {month}. What would help the quiet ones?",
	"We worked side by side on the hand-over. Where did I leave you without an answer?", "I want to explain figures better. What did you take away in {month}?",
	"How was it to work with the team since {month}? One example is enough.",
};
const size_t demo_asks_n = COUNT(demo_asks);

const char *const demo_declines[] = {
	"I was away for most of that time and could only guess.", "We hardly met this quarter; somebody from {place} saw more.", "I told you in person last week, and it was all I have.",
};
const size_t demo_declines_n = COUNT(demo_declines);

const char *const demo_looks_back[] = {
	"It was within reach once we stopped counting by hand.", "The target was right, the date was not: two months went into finding a supplier.", "Too easy, in the end. The next one should ask more.",
	"The figure moved for reasons that were not ours; the way of working stays.", "Asking first was what made the difference.", "We reached most of it, and know what the rest needs.",
};
const size_t demo_looks_back_n = COUNT(demo_looks_back);
