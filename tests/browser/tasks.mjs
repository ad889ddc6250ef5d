// tasks.mjs: the main tasks from an empty organisation to the printed record, done in a browser by roles and
// labels. The same walk runs with script, with script off, and by keyboard only.
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, House, it, lacks, run, until } from '../house.mjs';
import { exported } from '../scenarios/twelve.mjs';
import { Hand, Keys, visitor } from './browser.mjs';
import { citesTwo, thanks } from './tasks_evidence.mjs';

const PASSWORD = 'long enough for anyone';
const at = (who) => `${who}@north.example`;

/** Who sits at the desks of one walk: a hand for each person, and the house they come to. */
class Walk {
	/** script: it runs; saves: what it asks for by itself arrives. */
	constructor(browser, db, how) {
		this.browser = browser; this.db = db; this.how = how; this.house = new House(db); this.hands = new Map();
		this.script = how !== 'script off'; this.saves = this.script && how !== 'requests cut';
	}

	async opens(day) {
		/* A page left open would ask for its notices at the address that is gone. */
		for (const hand of this.hands.values()) await hand.page.goto('about:blank').catch(() => {});
		if (this.house.child) await this.house.stop();
		await this.house.start(['--today', day]);
		for (const hand of this.hands.values()) hand.site = this.house.site;
	}

	async hand(who) {
		if (!this.hands.has(who)) {
			const page = await visitor(this.browser, { javaScriptEnabled: this.script });
			/* As on a bad line: pages and what belongs to them arrive, what the script asks for by itself never does. */
			if (this.how === 'requests cut') {
				await page.context().route('**/*', (route) => (/^(fetch|xhr|eventsource|ping)$/.test(route.request().resourceType()) ? route.abort() : route.continue()));
				page.cut = true;
			}
			this.hands.set(who, new (this.how === 'keyboard only' ? Keys : Hand)(page, this.house.site));
		}
		return this.hands.get(who);
	}

	/** One task, and afterwards nothing that a page complained of. */
	task(words, work) {
		return it(`${words} (${this.how})`, async () => {
			if (this.stuck) throw 'not reached';
			this.stuck = true;
			await work();
			this.stuck = false;
			const said = [...this.hands].flatMap(([who, h]) => h.page.said.splice(0).filter((s) => !h.page.cut || !/ERR_FAILED/.test(s)).map((s) => `${who}, ${h.page.url()}: ${s}`));
			if (said.length) throw new Error(said.join('\n'));
		});
	}

	async byPassword(who) {
		const h = await this.hand(who);
		await h.goes('/sign-in');
		await h.type(h.control('Work e-mail'), at(who));
		await h.type(h.control('Password'), PASSWORD);
		await h.leads(h.page.getByRole('button', { name: 'Sign in', exact: true }));
		await heading(h, /^Good /);
	}

	async byLink(who) {
		const h = await this.hand(who), before = this.house.mailedLink(at(who));
		await h.goes('/sign-in');
		await h.type(h.control('Get a link by e-mail'), at(who));
		await h.leads(h.button('Send me a link'));
		await heading(h, 'Look in your mail');
		await h.goes(await this.house.letter(at(who), before));
		await h.leads(h.button('Sign in'));
		await heading(h, /^Good /);
	}
}

const heading = (h, name) => h.page.getByRole('heading', { level: 1, name }).waitFor();
const shows = (h, words) => h.page.getByRole('main').getByText(words).first().waitFor();
const written = (who, n) => `${who} wrote this, sentence ${n}: the gauge line runs without rework.`;

/** Opens somebody's part from the list of reviews. */
async function opensPart(h, name) {
	await h.goes('/reviews');
	await h.leads(h.link(name));
}

/** Answers all that the part asks. */
async function answers(h, who, level, after = 0) {
	const main = h.page.getByRole('main');
	const groups = main.getByRole('group').filter({ has: h.page.getByRole('radio') });
	for (let i = after; i < await groups.count(); i++) await h.mark(groups.nth(i).getByRole('radio', { name: level }));
	const boxes = main.getByRole('textbox');
	for (let i = 0; i < await boxes.count(); i++) await h.type(boxes.nth(i), written(who, i + 1));
}

async function setUp(w) {
	await w.task('an empty organisation is set up by the link the terminal printed', async () => {
		const link = await until('a set-up link', () => w.house.log.match(/(\/setup\/[0-9a-f]+)/)?.[1]);
		const h = await w.hand('mira');
		await h.goes(link);
		await h.type(h.control('Name of the organisation'), 'North Instruments');
		await h.type(h.control('Your first name'), 'Mira');
		await h.type(h.control('Your last name'), 'Stein');
		await h.type(h.control('Your work e-mail'), at('mira'));
		await h.type(h.control('Password'), PASSWORD);
		await h.leads(h.button('Set up and sign in'));
		await heading(h, /Mira/);
	});
	await w.task('signs out, and in again by password', async () => {
		const h = await w.hand('mira');
		await h.leads(h.button('Sign out'));
		await w.byPassword('mira');
	});
	await w.task('a wrong password is told in words, and the name is kept', async () => {
		const h = await w.hand('nobody');
		await h.goes('/sign-in');
		await h.type(h.control('Work e-mail'), at('mira'));
		await h.type(h.control('Password'), 'not this one at all');
		await h.press(h.page.getByRole('button', { name: 'Sign in', exact: true }));
		await until('a refusal', async () => /do not|does not|not match|wrong/i.test(await h.page.getByRole('main').innerText()));
		equal(await h.control('Work e-mail').inputValue(), at('mira'), 'the name');
	});
}

async function prepares(w) {
	await w.task('people come in: the file, its columns, a look, applied', async () => {
		const h = await w.hand('mira');
		const file = join(w.db.dir, 'export.csv');
		writeFileSync(file, exported);
		await h.goes('/people');
		await h.leads(h.link('Import people'));
		await h.file(h.control('CSV file or workbook'), file);
		await h.leads(h.button(/Upload|Check/));
		await heading(h, /Check of/);
		const level = h.control('Department');
		await h.choose(level, 'Location');
		await h.choose(level, 'Unit');
		await h.leads(h.button('Check again'));
		await shows(h, 'Every row can be taken.');
		await h.leads(h.button(/^Apply/));
		await shows(h, 'This import is done.');
		await h.goes('/people');
		await shows(h, "Seán O'Brien");
	});
	await w.task('a template is made from the standard one and published', async () => {
		const h = await w.hand('mira');
		await h.goes('/forms');
		await h.type(h.control('Name'), 'Half-year review');
		await h.mark(h.page.getByRole('radio', { name: /standard template/ }));
		await h.leads(h.button('Make the template'));
		await h.leads(h.button('Publish'));
		await shows(h, /It does not change any more/);
	});
	await w.task('a cycle for one unit is prepared and launched', async () => {
		const h = await w.hand('mira');
		await h.goes('/cycles');
		await h.type(h.control('Name'), 'Pilot H2 2026');
		await h.day(h.control('It looks at the time from'), '2026-06-01');
		await h.day(h.control('to'), '2026-11-30');
		await h.leads(h.button('Prepare the cycle'));
		await h.choose(h.control('Template'), 'Half-year review, edition 1');
		await h.leads(h.button('Save'));
		await h.choose(h.control('Unit, with all below it'), 'Engineering');
		await h.leads(h.button('Add'));
		await shows(h, /5 people, as of/);
		await h.leads(h.button('Launch the cycle'));
		await heading(h, /Completion of Pilot H2 2026/);
		w.cycle = new URL(h.page.url()).pathname;
	});
}

async function writesSelf(w) {
	await w.task('signs in by a mailed link', () => w.byLink('ana'));
	await w.task('the self review is written; what is typed is kept', async () => {
		const h = await w.hand('ana');
		await h.leads(h.link(/self review/i));
		await heading(h, 'Your self review');
		const box = h.page.getByRole('main').getByRole('textbox').first();
		await h.type(box, 'A first thought');
		if (w.script) await h.page.getByRole('status').getByText(w.saves ? /^Saved \d\d:\d\d$/ : /^Not saved/).waitFor();
		if (!w.saves) await h.leads(h.button('Save and finish later'));
		await opensPart(h, /self review/i);
		equal(await h.page.getByRole('main').getByRole('textbox').first().inputValue(), 'A first thought', 'the text afterwards');
		await shows(h, /^Saved .*\d\d:\d\d$/);
	});
	await w.task('handing in too early says what is missing and keeps the rest', async () => {
		const h = await w.hand('ana');
		await h.press(h.button('Hand in'));
		await h.page.locator(':invalid, [aria-invalid=true]').first().waitFor();
		equal(await h.page.getByRole('main').getByRole('textbox').first().inputValue(), 'A first thought', 'the text');
	});
	await w.task('the self review is handed in', async () => {
		const h = await w.hand('ana');
		await opensPart(h, /self review/i);
		await answers(h, 'Ana', /^Met/);
		await h.leads(h.button('Hand in'));
		await opensPart(h, /self review/i);
		await shows(h, written('Ana', 1));
		equal(await h.page.getByRole('button', { name: 'Hand in' }).count(), 0, 'buttons to hand in');
	});
}

async function goals(w) {
	await w.task('an employee proposes a goal', async () => {
		const h = await w.hand('ana');
		await h.goes('/goals');
		await h.leads(h.link('Propose a goal'));
		await h.type(h.control('Goal'), 'Customer satisfaction rises from 78% to 85%');
		await h.type(h.control(/^By what means/), 'Response time falls below 4 hours');
		await h.type(h.control('What is counted'), 'Satisfaction');
		await h.choose(h.control('As'), 'Percent');
		await h.type(h.control('Today'), '78');
		await h.type(h.control('Target'), '85');
		await h.leads(h.button('Propose the goal'));
		await heading(h, 'Customer satisfaction rises from 78% to 85%');
		await shows(h, /still has to agree/);
	});
	await w.task('the manager agrees to the goal', async () => {
		const h = await w.hand('asa');
		await w.byLink('asa');
		await h.leads(h.link(/Agree a goal/));
		await h.leads(h.button('I agree to this goal'));
		await shows(h, 'Agreed as the manager');
	});
	await w.task('a step is recorded', async () => {
		const h = await w.hand('ana');
		await h.goes('/goals');
		await h.leads(h.link('Customer satisfaction rises from 78% to 85%'));
		await h.type(h.control('Figure now'), '81.5');
		await h.press(h.button('Record the step'));
		await shows(h, 'This figure has more decimals than the measure.');
		await h.type(h.control('Figure now'), '82');
		await h.leads(h.button('Record the step'));
		await shows(h, '57%');
	});
}

async function thanksTwice(w) {
	await w.task('somebody thanks a colleague before everybody', async () => {
		const h = await w.hand('mira');
		await thanks(h, 'duarte', 'Ana Duarte', 'Found the fault in the gauge line before anybody else');
		await thanks(h, 'duarte', 'Ana Duarte', 'Showed two of us how the new list is kept');
	});
}

/** One asks a colleague for feedback, and gets it. */
async function asks(w) {
	await w.task('feedback is asked for', async () => {
		const h = await w.hand('ana');
		await h.goes('/feedback/ask');
		await h.type(h.control(/^Look for a name/), 'Lindqvist');
		await h.leads(h.page.getByRole('button', { name: 'Find', exact: true }));
		await h.mark(h.page.getByRole('checkbox', { name: /Åsa Lindqvist/ }));
		await h.leads(h.button('Continue'));
		await h.type(h.control(/^What would you like to know/), 'How was my talk at the works meeting?');
		await h.leads(h.page.getByRole('button', { name: 'Ask', exact: true }));
		await shows(h, 'How was my talk at the works meeting?');
	});
	await w.task('and answered, for the one who asked alone', async () => {
		const h = await w.hand('asa');
		await h.goes('/');
		await h.leads(h.page.getByRole('main').getByRole('link', { name: /Answer a request for feedback/ }).first());
		await shows(h, 'How was my talk at the works meeting?');
		await h.type(h.control('What did Ana Duarte do?'), 'You showed the figures before the opinion.');
		await h.mark(h.page.getByRole('radio', { name: /^Only Ana Duarte/ }));
		await h.leads(h.button('Give the answer'));
		const ana = await w.hand('ana');
		await ana.goes('/feedback');
		await shows(ana, /figures before the opinion/);
	});
}

async function writesManager(w) {
	await w.task('HR sees who is late, and gives one person more time', async () => {
		const h = await w.hand('mira');
		await w.byPassword('mira');
		await h.leads(h.page.getByRole('main').getByRole('link', { name: 'Pilot H2 2026' }).first());
		const one = h.page.getByRole('listitem').filter({ hasText: "Seán O'Brien" }).filter({ hasText: 'Self review' });
		await one.waitFor();
		await h.unfold(h.page.getByText('Give one person more time'));
		await h.choose(h.control('Who'), "Seán O'Brien");
		await h.day(h.control('Until'), '2026-12-15');
		await h.mark(h.page.getByRole('radio', { name: 'Their self review' }));
		await h.type(h.control('Reason'), 'On leave last week');
		await h.leads(h.button('Give more time'));
		equal(await one.count(), 0, 'late lines of this person');
	});
	await w.task('the manager writes about one of the team, with two citations', async () => {
		const h = await w.hand('asa');
		await w.byLink('asa');
		await h.goes('/team');
		await h.leads(h.link('your review of Ana Duarte'));
		await heading(h, /Review of Ana Duarte/);
		lacks(await h.page.getByRole('main').innerText(), 'Ana wrote this');
		await answers(h, 'Åsa', /^Exceeded/);
		await citesTwo(h, w.saves);
		await answers(h, 'Åsa', /^Exceeded/, 1);
		await h.leads(h.button('Hand in'));
		await h.goes('/team');
		await h.leads(h.page.getByRole('rowheader', { name: 'Ana Duarte' }).getByRole('link'));
		await shows(h, written('Ana', 1));
		await shows(h, /Found the fault in the gauge line/);
		w.review = new URL(h.page.url()).pathname;
	});
}

async function releases(w) {
	await w.task('HR previews as the employee, and releases', async () => {
		const h = await w.hand('mira');
		await w.byPassword('mira');
		await h.goes(w.cycle);
		await h.leads(h.page.getByRole('rowheader', { name: 'Ana Duarte' }).getByRole('link'));
		await h.leads(h.link('Preview as Ana Duarte'));
		await shows(h, written('Åsa', 1));
		equal(await h.page.getByRole('button', { name: 'Send' }).count(), 0, 'buttons that answer in her place');
		await h.leads(h.link('Back to the review'));
		await h.leads(h.button('Release to Ana Duarte'));
		await shows(h, /^Released/);
	});
	await w.task('the employee reads, and acknowledges with disagreement', async () => {
		const h = await w.hand('ana');
		await w.byLink('ana');
		await h.goes('/reviews');
		await h.leads(h.page.getByRole('link', { name: 'Pilot H2 2026' }).first());
		await shows(h, written('Åsa', 1));
		await h.unfold(h.page.getByText('How this was worked out'));
		await h.mark(h.page.getByRole('radio', { name: /do not agree/ }));
		await h.type(h.control(/^Comment/), 'The second half of the year is missing.');
		await h.leads(h.button('Send'));
		await shows(h, 'The second half of the year is missing.');
	});
	await w.task('the record prints, with lines to sign on', async () => {
		const h = await w.hand('ana');
		await h.leads(h.link('Signed record'));
		await heading(h, /Performance review/);
		await shows(h, 'Date and signature');
		await shows(h, 'The second half of the year is missing.');
		const pdf = await h.page.pdf({ preferCSSPageSize: true });
		equal(pdf.subarray(0, 5).toString(), '%PDF-', 'the print');
		if (pdf.length < 20000) throw new Error(`a print of ${pdf.length} bytes`);
		await h.page.emulateMedia({ media: 'print' });
		equal(await h.page.getByRole('link', { name: 'Save the signed file' }).isVisible(), false, 'a button on paper');
		equal(await h.page.locator('.signature:visible').count(), 2, 'lines to sign on');
	});
}

/** All of it, one way. */
export async function walk(browser, db, how) {
	const w = new Walk(browser, db, how);
	equal(run(db, ['migrate', '--test']).code, 0, 'migrate --test');
	await w.opens('2026-11-24');
	await setUp(w);
	await prepares(w);
	await writesSelf(w);
	await goals(w);
	await thanksTwice(w);
	await asks(w);
	await w.opens('2026-12-09');
	await writesManager(w);
	await w.opens('2026-12-23');
	await releases(w);
	for (const h of w.hands.values()) await h.page.context().close();
	await w.house.stop();
}
