/* plan_words.c: names of towns, jobs, levels and units. Nothing of who sits where. */
#include "demo/demo_plan.h"

#include <string.h>

const struct plan_town plan_towns[] = {
	{ "Lisbon", "PT", "Europe/Lisbon", "pt,es" },
	{ "Berlin", "DE", "Europe/Berlin", "de,tr,pl" },
	{ "Warsaw", "PL", "Europe/Warsaw", "pl,uk,cs" },
	{ "New York", "US", "America/New_York", "en,es,ko,he" },
	{ "Stockholm", "SE", "Europe/Stockholm", "sv,fi,da,is" },
	{ "Bengaluru", "IN", "Asia/Kolkata", "hi" },
	{ "London", "GB", "Europe/London", "en,ga,yo,ar" },
	{ "Tokyo", "JP", "Asia/Tokyo", "ja,zh,vi" },
	{ "Milan", "IT", "Europe/Rome", "it,fr,ro,el" },
	{ "Nairobi", "KE", "Africa/Nairobi", "sw,yo" },
};
const int plan_towns_n = COUNT(plan_towns);

/* Of each function five in a row: three of experts, the lead's, the head's. */
const struct plan_job plan_jobs[] = {
#define JOBS(f, a, b, c, lead, head) \
	{ a, f, false, false }, { b, f, false, false }, { c, f, false, false }, { lead, f, true, false }, { head, f, true, false }
	JOBS(ENGINEERING, "Software Engineer", "Test Engineer", "Site Reliability Engineer", "Engineering Team Lead", "Head of Engineering"),
	JOBS(PRODUCT, "Product Manager", "Product Analyst", "Product Operations Specialist", "Product Lead", "Head of Product"),
	JOBS(DESIGN, "Product Designer", "User Researcher", "Content Designer", "Design Lead", "Head of Design"),
	JOBS(SALES, "Account Manager", "Sales Representative", "Solutions Consultant", "Sales Team Lead", "Head of Sales"),
	JOBS(MARKETING, "Content Editor", "Campaign Manager", "Event Manager", "Marketing Lead", "Head of Marketing"),
	JOBS(SUPPORT, "Support Specialist", "Customer Success Manager", "Onboarding Specialist", "Support Team Lead", "Head of Support"),
	JOBS(OPERATIONS, "Logistics Planner", "Warehouse Specialist", "Quality Inspector", "Operations Team Lead", "Head of Operations"),
	JOBS(FINANCE, "Accountant", "Financial Controller", "Purchasing Specialist", "Finance Lead", "Head of Finance"),
	JOBS(PEOPLE, "Recruiter", "Payroll Specialist", "Learning Designer", "HR Team Lead", "HR Director"),
	JOBS(LEGAL, "Legal Counsel", "Privacy Specialist", "Contract Manager", "Legal Lead", "General Counsel"),
	JOBS(SYSTEMS, "Systems Administrator", "Network Engineer", "Workplace Technician", "Systems Lead", "Head of IT"),
	{ "HR Business Partner", PEOPLE, false, false },
	{ "Performance Manager", PEOPLE, false, false },
	{ "People Analyst", PEOPLE, false, false },
	{ "Chief Executive", LEADING, true, true },
	{ "Division President", LEADING, true, true },
#undef JOBS
};
const int plan_jobs_n = COUNT(plan_jobs);

const struct plan_level plan_levels[] = {
	{ "P1", "P1 Associate" }, { "P2", "P2 Professional" }, { "P3", "P3 Senior" },
	{ "P4", "P4 Staff" }, { "P5", "P5 Principal" }, { "M1", "M1 Team Lead" },
	{ "M2", "M2 Group Lead" }, { "M3", "M3 Department Head" }, { "M4", "M4 Division Head" },
	{ "M5", "M5 Executive" },
};
const int plan_levels_n = COUNT(plan_levels);

enum { TOPICS = 20, ASPECTS = 20, DEPARTMENTS = 8 };

static const char *const topics[][TOPICS] = {
	[ENGINEERING] = { "Payments", "Search", "Orders", "Catalogue", "Identity", "Mobile", "Reports", "Messaging",
	    "Pricing", "Billing", "Routing", "Warehouse", "Storage", "Network", "Calendar", "Documents", "Imports",
	    "Partner", "Checkout", "Fleet" },
	[PRODUCT] = { "Growth Product", "Core Product", "Platform Product", "Mobile Product", "Pricing Product",
	    "Partner Product", "Data Product", "Logistics Product", "Checkout Product", "Retail Product",
	    "Enterprise Product", "Reporting Product", "Trial Product", "Search Product", "Billing Product",
	    "Onboarding Product", "Fleet Product", "Returns Product", "Planning Product", "Access Product" },
	[DESIGN] = { "Interaction Design", "Service Design", "Design System", "User Research", "Content Design",
	    "Brand Design", "Mobile Design", "Report Design", "Print Design", "Access Design", "Checkout Design",
	    "Motion Design", "Prototype Design", "Partner Design", "Device Design", "Map Design", "Form Design",
	    "Icon Design", "Retail Design", "Trial Design" },
	[SALES] = { "Enterprise Sales", "Mid-Market Sales", "Small Business Sales", "Renewals", "Public Sector Sales",
	    "Retail Sales", "Health Sales", "Logistics Sales", "Education Sales", "Channel Sales", "New Business",
	    "Key Accounts", "Solutions", "Sales Operations", "Hospitality Sales", "Industry Sales", "Export Sales",
	    "Trade Sales", "Inside Sales", "Tenders" },
	[MARKETING] = { "Campaigns", "Content", "Events", "Brand", "Web", "Community", "Press", "Market Research",
	    "Newsletter", "Fairs", "Partner Marketing", "Video", "Product Marketing", "Referrals", "Translations",
	    "Customer Stories", "Field Marketing", "Search Marketing", "Pricing Pages", "Launches" },
	[SUPPORT] = { "First Line", "Second Line", "Onboarding", "Success", "Billing Support", "Technical Support",
	    "Partner Support", "Night Desk", "Knowledge Base", "Escalations", "Enterprise Care", "Retail Care",
	    "Returns Desk", "Migration Desk", "Training Desk", "Chat Desk", "Mail Desk", "Field Support",
	    "Health Care Desk", "Trade Desk" },
	[OPERATIONS] = { "Inbound", "Outbound", "Packing", "Returns", "Stock Control", "Transport", "Quality",
	    "Maintenance", "Planning", "Customs", "Cold Store", "Spare Parts", "Yard", "Safety", "Supplier Desk",
	    "Night Shift", "Early Shift", "Late Shift", "Fleet Service", "Labelling" },
	[FINANCE] = { "Accounting", "Controlling", "Payables", "Receivables", "Treasury", "Tax", "Purchasing",
	    "Audit Desk", "Cost Accounting", "Planning and Analysis", "Travel and Expenses", "Consolidation",
	    "Investments", "Leases", "Revenue Accounting", "Supplier Contracts", "Insurance", "Grants", "Fixed Assets",
	    "Closing" },
	[PEOPLE] = { "Recruiting", "Learning", "Payroll", "People Partners", "Rewards", "Talent", "People Operations",
	    "Employee Relations", "Apprentices", "Mobility", "Onboarding Desk", "Health at Work", "People Reporting",
	    "Engineering Hiring", "Sales Hiring", "Operations Hiring", "Benefits", "Works Council Desk", "Inclusion",
	    "Time and Absence" },
	[LEGAL] = { "Contracts", "Privacy", "Compliance", "Litigation", "Company Law", "Licences", "Employment Law",
	    "Trade Law", "Patents", "Regulation", "Tender Law", "Data Law", "Competition Law", "Insurance Law",
	    "Property Law", "Tax Law", "Consumer Law", "Product Law", "Transport Law", "Archive" },
	[SYSTEMS] = { "Workplace", "Servers", "Networks", "Service Desk", "Security Operations", "Telephony", "Access Desk",
	    "Databases", "Backup", "Devices", "Printing", "Meeting Rooms", "Cloud", "Monitoring", "Mail Systems",
	    "Licensing Desk", "Field Technicians", "Directories", "Integration", "Process Systems" },
};
static const char *const aspects[ASPECTS] = {
	"Core", "Experience", "Insights", "Reliability", "Automation", "Gateway", "Quality", "Tools", "Services",
	"Performance", "Integrations", "Foundations", "Pipelines", "Interfaces", "Ledger", "Discovery", "Events",
	"Workflow", "Security", "Delivery",
};
static const char *const departments[][DEPARTMENTS] = {
	[ENGINEERING] = { "Core Systems", "Customer Applications", "Data Engineering", "Infrastructure", "Commerce Engineering",
	    "Logistics Engineering", "Quality Engineering", "Partner Engineering" },
	[PRODUCT] = { "Product Management", "Product Strategy", "Product Operations", "Commerce Product", "Logistics Product Group",
	    "Platform Product Group", "Data Product Group", "Partner Product Group" },
	[DESIGN] = { "Product Design", "Research", "Brand and Content", "Design Operations", "Commerce Design", "Logistics Design",
	    "Platform Design", "Partner Design Group" },
	[SALES] = { "Field Sales", "Commercial Sales", "Strategic Accounts", "Partner Sales", "Sales Excellence", "Regional Sales",
	    "Sector Sales", "Growth Sales" },
	[MARKETING] = { "Marketing", "Brand and Press", "Demand", "Digital Marketing", "Regional Marketing", "Events and Fairs",
	    "Market Insight", "Creative Services" },
	[SUPPORT] = { "Customer Care", "Technical Care", "Customer Success", "Support Excellence", "Regional Care", "Partner Care",
	    "Enterprise Services", "Training Services" },
	[OPERATIONS] = { "Fulfilment", "Transport and Customs", "Site Services", "Supply", "Quality and Safety", "Regional Operations",
	    "Technical Operations", "Returns and Repair" },
	[FINANCE] = { "Finance", "Procurement", "Group Accounting", "Business Control", "Treasury and Tax", "Regional Finance",
	    "Shared Services", "Reporting" },
	[PEOPLE] = { "People Services", "Talent Acquisition", "Learning and Growth", "Rewards and Payroll", "Regional People",
	    "People Partnering", "Workplace Relations", "People Projects" },
	[LEGAL] = { "Legal", "Compliance and Privacy", "Contracts Group", "Company Secretary", "Regional Legal", "Regulatory Affairs",
	    "Legal Operations", "Licensing" },
	[SYSTEMS] = { "IT", "Workplace Systems", "Infrastructure Services", "Business Systems", "Information Security",
	    "Regional IT", "Service Management", "Enterprise Architecture" },
};

static const char *
counted(struct plan *p, const char *name, int round)
{
	return round == 0 ? name : arena_print(p->arena, "%s %d", name, round + 1);
}

const char *
plan_team_name(struct plan *p, enum function f, int *town)
{
	int n = p->of_function[f][0]++, topic = n % TOPICS;
	int many = f == ENGINEERING ? ASPECTS : p->towns;
	int other = (n / TOPICS + n) % many;

	if (f == ENGINEERING)
		return counted(p, arena_print(p->arena, "%s %s", topics[f][topic], aspects[other]),
		    n / (TOPICS * many));
	*town = other;
	return counted(p, arena_print(p->arena, "%s %s", topics[f][topic], plan_towns[other].name),
	    n / (TOPICS * many));
}

const char *
plan_department_name(struct plan *p, enum function f)
{
	int n = p->of_function[f][1]++, round = n / DEPARTMENTS;
	const char *name = departments[f][n % DEPARTMENTS];

	if (round == 0)
		return name;
	name = arena_print(p->arena, "%s %s", name, plan_towns[(round - 1) % p->towns].name);
	return counted(p, name, (round - 1) / p->towns);
}

int
plan_job_of(enum function f, int kind)
{
	return 5 * (int)f + kind;
}

int
plan_job_called(const char *name)
{
	for (int i = 0; i < plan_jobs_n; i++)
		if (strcmp(plan_jobs[i].name, name) == 0)
			return i;
	die("no job is called %s", name);
}
