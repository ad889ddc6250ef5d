/* demo_goals_words.c: goals as people of each function have them. Words and figures; nobody's. */
#include "demo/demo_goals_words.h"

#define N(n) ((n) * INT64_C(1000))

const struct goal_words demo_goals_of_all[GOALS_OF_ALL] = {
	{ "Customers stay with us", "A customer who stays three years is worth five new ones.", "Answer sooner, repair for good, ask before the renewal.",
	    "Customers who renew", "percent", "%", N(86), N(91) },
	{ "Deliver on the promised day", "A promised day that holds is why customers chose us.", "Plan by what the lanes can carry, and say early when a day will not hold.",
	    "Deliveries on the promised day", "percent", "%", N(91), N(96) },
	{ "Become a place where people want to stay", "Each leaver costs a team half a year.", "Talk earlier, share what is decided, make room to grow.",
	    "People who leave of their own wish, a year", "percent", "%", N(12), N(8) },
};

const struct goal_words demo_goals_of_unit[FUNCTIONS] = {
	[ENGINEERING] = { "Fewer nights woken by alarms", "Tired people make the next fault.", "Repair the three causes that ring most.", "Alarms at night, a month", "number", "alarms", N(40), N(10) },
	[PRODUCT] = { "Build what is used", "Half of what we shipped last year is opened by nobody.", "Ask five customers before a line is written.", "New features used weekly after three months", "percent", "%", N(45), N(70) },
	[DESIGN] = { "Tasks people finish alone", "Each unfinished task becomes a call to support.", "Watch ten people a month and mend what stops them.", "Main tasks finished without help", "percent", "%", N(72), N(88) },
	[SALES] = { "Grow with customers we can serve well", "Sales that support cannot hold cost us twice.", "Say no early; stay with the four industries we know.", "New yearly revenue", "money", "EUR", N(2400000), N(3100000) },
	[MARKETING] = { "Be found by those who look for us", "Most visitors leave without having met their question.", "Write for the forty questions customers ask.", "Visitors who ask for a talk", "percent", "%", 1800, 3000 },
	[SUPPORT] = { "Satisfaction from 78 % to 85 %", "The answer that came late is what people remember.", "Cut the first answer to below four hours.", "Satisfied answers", "percent", "%", N(78), N(85) },
	[OPERATIONS] = { "Out of the house the same day", "What leaves today cannot be lost here tomorrow.", "Balance the shifts by the hour orders come in.", "Orders shipped the same day", "percent", "%", N(81), N(93) },
	[FINANCE] = { "Close the books sooner", "A figure that comes late steers nothing.", "Close accounts through the month, not after it.", "Working days to close", "number", "days", N(9), N(5) },
	[PEOPLE] = { "Posts filled in time", "An open post is paid for by its team.", "Write the advert with the team, answer each letter within a week.", "Days until a post is filled", "number", "days", N(62), N(45) },
	[LEGAL] = { "Contracts that do not wait", "Waiting contracts are the longest part of our sales.", "Three standard forms, and a lawyer only where they are changed.", "Days until a contract is signed", "number", "days", N(21), N(10) },
	[SYSTEMS] = { "Work that does not stop", "Each hour without systems stops a hundred people.", "Rehearse the recovery every quarter.", "Hours without service, a quarter", "number", "hours", N(14), N(4) },
	[LEADING] = { "Decide once, and say why", "Decisions taken twice cost a month each.", "Write each decision down the day it falls.", "Decisions reopened, a quarter", "number", "decisions", N(11), N(4) },
};

const struct goal_words demo_goals[FUNCTIONS][GOALS_OF_FUNCTION] = {
	[ENGINEERING] = {
		{ "Bring the build under ten minutes", "Everybody waits for it, eight times a day.", "Cache what does not change; run slow tests apart.", "Minutes for a build", "number", "minutes", N(26), N(10) },
		{ "Fewer faults found by customers", "They tell others before they tell us.", "A test first for every fault that came back.", "Faults found by customers, a month", "number", "faults", N(18), N(8) },
		{ "Raise the share of changes reviewed within a day", "A change that waits is written twice.", "An hour for reviews each morning.", "Changes reviewed within a day", "percent", "%", N(54), N(85) },
		{ "Move the last service to the new storage", "The old one is no longer repaired by anybody.", "One table a week, compared row by row.", "Tables moved", "number", "tables", N(0), N(24) },
	},
	[PRODUCT] = {
		{ "Talk with forty customers", "We argue about wishes nobody has asked for.", "Two calls a week, notes the same day.", "Customer talks with notes", "number", "talks", N(0), N(40) },
		{ "Shorten the way from idea to first user", "What is tried late is paid for in full.", "A first version with one customer after four weeks.", "Days from idea to first user", "number", "days", N(95), N(50) },
		{ "Raise weekly use of planning", "Those who plan with us renew.", "Show the plan where the day begins.", "Accounts that plan each week", "percent", "%", N(31), N(45) },
		{ "Close wishes that will not come", "A list of four hundred is no list.", "Say no with a reason, each Friday.", "Open wishes", "number", "wishes", N(420), N(120) },
	},
	[DESIGN] = {
		{ "Watch sixty people at work", "We guess where they get stuck.", "Two a week, recorded with their consent.", "People watched", "number", "people", N(0), N(60) },
		{ "Bring forms to an error rate below five in a hundred", "Each refused form is a lost order.", "Say what is wrong beside the field, in their words.", "Forms refused at the first try", "percent", "%", N(14), N(5) },
		{ "One set of parts for all products", "The same button exists eleven times.", "Replace page by page, the most used first.", "Pages on the shared parts", "percent", "%", N(22), N(80) },
		{ "Pages that work with the keyboard alone", "One in twenty of our users needs it.", "Check each release with the mouse unplugged.", "Main tasks by keyboard", "percent", "%", N(40), N(100) },
	},
	[SALES] = {
		{ "Win thirty new accounts in logistics", "We serve them best, and they stay.", "Ask each served customer for one name.", "New accounts", "number", "accounts", N(0), N(30) },
		{ "New revenue of 400,000 in the year", "It pays for the team's two open posts.", "Fewer offers, each with a talk before it.", "New yearly revenue", "money", "EUR", N(0), N(400000) },
		{ "Renew nine of ten accounts", "Renewals decide the year.", "Call ninety days before the day.", "Accounts renewed", "percent", "%", N(84), N(90) },
		{ "Answer every request within one working day", "The first answer wins one deal in three.", "A rota for the request box.", "Requests answered within a day", "percent", "%", N(61), N(95) },
	},
	[MARKETING] = {
		{ "Forty answers to customers' questions", "People search for questions, not for us.", "One a week with somebody from support.", "Answers published", "number", "pages", N(0), N(40) },
		{ "Lower the cost of a first talk", "We pay twice for the same visitors.", "Stop what brings visits and no talks.", "Cost of a first talk", "money", "EUR", N(310), N(220) },
		{ "Readers who open the letter", "A letter nobody opens trains them to ignore us.", "One thought a letter, and the subject says it.", "Letters opened", "percent", "%", N(24), N(36) },
		{ "Twelve customer stories with figures", "Buyers believe other buyers.", "Agree the figures before the talk.", "Stories with figures", "number", "stories", N(0), N(12) },
	},
	[SUPPORT] = {
		{ "First answer within four hours", "The wait is what people remember.", "Sort the box every hour; easy ones first in the morning.", "Hours to the first answer", "number", "hours", N(11), N(4) },
		{ "Raise satisfied answers to 85 %", "It is the unit's promise.", "Ask once more before closing.", "Satisfied answers", "percent", "%", N(78), N(85) },
		{ "Half as many cases reopened", "A reopened case costs three.", "Write the cause, not only the cure.", "Cases reopened", "percent", "%", N(16), N(8) },
		{ "Write sixty pages for the knowledge base", "The same forty questions fill our day.", "A page for every question asked three times.", "Pages written", "number", "pages", N(0), N(60) },
	},
	[OPERATIONS] = {
		{ "Damaged goods below one in two hundred", "Each one is a promise broken in front of the customer.", "Photograph the packing of what broke; change the box.", "Goods damaged", "percent", "%", 1400, 500 },
		{ "Shipped the same day", "It is the unit's goal.", "Two people move to the late shift on Mondays.", "Orders shipped the same day", "percent", "%", N(82), N(93) },
		{ "No accident with lost days", "Nobody should be hurt at work.", "A walk through the hall each week, three things mended.", "Weeks without an accident", "number", "weeks", N(0), N(52) },
		{ "Waiting of lorries below thirty minutes", "Waiting drivers stop coming.", "Give each lorry a slot, and keep it.", "Minutes a lorry waits", "number", "minutes", N(70), N(30) },
	},
	[FINANCE] = {
		{ "Close on working day five", "Managers decide in the second week.", "Book leases and travel through the month.", "Working days to close", "number", "days", N(9), N(5) },
		{ "Open invoices over sixty days below 200,000", "It is our money in other people's banks.", "Call before the letter.", "Open over sixty days", "money", "EUR", N(520000), N(200000) },
		{ "Invoices that need no second look", "Each correction is a call and a week.", "A check of the order before the invoice leaves.", "Invoices right the first time", "percent", "%", N(88), N(97) },
		{ "Pay suppliers on their day", "Late payers get late deliveries.", "Approve on the day of arrival.", "Invoices paid on their day", "percent", "%", N(71), N(95) },
	},
	[PEOPLE] = {
		{ "Fill posts in 45 days", "Teams pay for open posts with overtime.", "A shortlist within ten days.", "Days until a post is filled", "number", "days", N(62), N(45) },
		{ "Every new colleague has a plan for the first month", "Those without one leave three times as often.", "The plan is written before the contract leaves.", "New colleagues with a plan", "percent", "%", N(48), N(100) },
		{ "Hours of learning for everybody", "Two teams used the whole budget.", "Offer each team one half-day a quarter.", "People who learnt eight hours or more", "percent", "%", N(37), N(70) },
		{ "Answer letters of applicants within a week", "They tell their friends how we treat them.", "A rota, and three honest standard answers.", "Letters answered within a week", "percent", "%", N(58), N(95) },
	},
	[LEGAL] = {
		{ "Contracts signed within ten days", "Sales wait for us longest.", "Standard forms for what is standard.", "Days until a contract is signed", "number", "days", N(21), N(10) },
		{ "Answer questions the next day", "A late no is worse than a no.", "Two hours for questions each afternoon.", "Questions answered the next day", "percent", "%", N(55), N(90) },
		{ "Every supplier under the new data terms", "The old terms end this year.", "Letters by risk, the largest first.", "Suppliers under new terms", "percent", "%", N(12), N(100) },
		{ "Teach thirty teams what must not be promised", "One sentence in an e-mail cost us a case.", "Half an hour in their own meeting.", "Teams taught", "number", "teams", N(0), N(30) },
	},
	[SYSTEMS] = {
		{ "Four rehearsed recoveries", "A backup nobody has restored is a hope.", "One each quarter, with a stop-watch.", "Recoveries rehearsed", "number", "recoveries", N(0), N(4) },
		{ "New laptops ready on the first day", "The first day is remembered.", "Order with the contract.", "Ready on the first day", "percent", "%", N(66), N(98) },
		{ "Machines with all updates within a week", "The hole is known the day the update is.", "Three rings, the first is ours.", "Machines up to date", "percent", "%", N(74), N(97) },
		{ "Desk cases solved at the first call", "People call twice and then no more.", "Ask what they were trying to do.", "Solved at the first call", "percent", "%", N(52), N(70) },
	},
	[LEADING] = {
		{ "A conversation with each report every two weeks", "Problems I hear of late are mine.", "Fixed half-hours, moved but never dropped.", "Conversations held", "percent", "%", N(60), N(95) },
		{ "Every goal of the team agreed by February", "What is agreed in June is no goal.", "Propose, talk, agree within two weeks.", "Goals agreed", "percent", "%", N(35), N(100) },
		{ "Hand over two tasks that only I can do", "I am the team's narrowest door.", "Show, watch, leave.", "Tasks handed over", "number", "tasks", N(0), N(2) },
		{ "Fewer hours of overtime", "The team has been above its hours for a year.", "Stop one thing for each that begins.", "Hours of overtime, a month", "number", "hours", N(120), N(40) },
	},
};
