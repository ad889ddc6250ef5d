// organisation.mjs: a small organisation with one person for each persona, made through the product's own doors.
// Matrix and rows begin from it. It knows how people do things; it never touches rows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, forms, House, plain, run, Visitor } from '../house.mjs';
import { begin, PASSWORD } from '../scenarios/steps.mjs';
import { narrow } from '../scenarios/twelve.mjs';

export const EARLY = '2026-11-02', TODAY = '2026-11-24';
export const mail = (key) => `${key}@matrix.example`;

/* key, given, family, unit path, manager's key */
const folk = [
	['top', 'Tara', 'Top', 'North Instruments', ''],
	['above', 'Abe', 'Above', 'Field', 'top'],
	['manager', 'Max', 'Manager', 'Field > Team', 'above'],
	['former-manager', 'Fay', 'Former', 'Field', 'above'],
	['self', 'Sal', 'Self', 'Field > Solo', 'manager'],
	['report', 'Rex', 'Report', 'Field > Team', 'self'],
	['peer', 'Pia', 'Peer', 'Field > Team', 'manager'],
	['stranger', 'Sam', 'Stranger', 'Sales', 'top'],
	['leaver', 'Lee', 'Leaver', 'Field > Team', 'manager'],
	['partner', 'Pat', 'Partner', 'People', 'top'],
	['other-partner', 'Ola', 'Other', 'People', 'top'],
	['director', 'Dee', 'Director', 'Own', 'top'],
	['performance', 'Per', 'Performance', 'People', 'top'],
	['analyst', 'Ann', 'Analyst', 'People', 'top'],
	['executive', 'Eve', 'Executive', 'Board', 'top'],
	['admin', 'Ada', 'Admin', 'People', 'top'],
];
export const fullName = (key) => { const p = folk.find((f) => f[0] === key); return `${p[1]} ${p[2]}`; };
const grants = [['partner', 'partner', 'Field'], ['other-partner', 'partner', 'Sales'], ['director', 'director', 'North Instruments'], ['performance', 'performance', 'North Instruments'],
	['analyst', 'analyst', 'North Instruments'], ['executive', 'executive', 'North Instruments'], ['admin', 'admin', 'North Instruments']];

/** Who can be sent: persona to the person behind it (a key of folk), or what else it is. */
export const personas = ['self', 'manager', 'above', 'report', 'peer', 'partner', 'other-partner', 'director', 'performance', 'analyst', 'executive', 'admin', 'former-manager', 'leaver', 'stranger', 'narrow-token', 'nobody'];

/** Somebody with a token: JSON in, JSON out. */
export class Program {
	constructor(house, token) { this.v = new Visitor(house, 'program'); this.v.token = token; }
	async get(path) {
		const r = await this.v.json(path);
		if (r.status !== 200) throw new Error(`GET ${path}: ${r.status} ${r.text.slice(0, 400)}`);
		return r.json;
	}
	async post(path, value = {}) {
		const r = await this.v.sendJson('POST', path, value);
		if (r.status !== 303) throw new Error(`POST ${path} ${JSON.stringify(value)}: ${r.status} ${r.text.slice(0, 600)}`);
		return (r.to ?? '').replace(this.v.house.site, '');
	}
}

/** A form's questions, whatever section they are in. */
export const questionsOf = (page) => page.sections.flatMap((s) => s.questions);

export class Organisation {
	constructor(db) { this.db = db; this.house = new House(db); this.people = new Map(); this.tokens = new Map(); }

	/** A program that acts as that person. */
	as(key) {
		if (!this.tokens.has(key)) {
			const r = run(this.db, ['token', mail(key)]);
			if (r.code !== 0) throw new Error(`no token of ${key}: ${r.out}${r.err}`);
			this.tokens.set(key, r.out.trim());
		}
		return new Program(this.house, this.tokens.get(key));
	}

	imports(manager, leaving, more = () => ({}), gone = 'leaver') {
		const rows = folk.map(([key, given, family, path, boss]) => [`N-${key}`, given, family, mail(key), path, boss && `N-${key === 'self' ? manager : boss}`, '2020-01-15', key === gone ? leaving : '',
			...Object.values(more(key))]);
		const head = ['Employee ID', 'First Name', 'Last Name', 'Work E-mail', 'Org Path', 'Supervisor', 'Hire Date', 'Leaving Date', ...Object.keys(more('self'))];
		const file = join(this.db.dir, 'folk.csv');
		writeFileSync(file, narrow(head, rows));
		const r = run(this.db, ['import', 'people', file, '--json']);
		equal(r.code, 0, `import: ${r.out}${r.err}`);
		if (JSON.parse(r.out).problems.length) throw new Error(`import: ${r.out}`);
	}

	async lookUp() {
		const mira = this.as('mira');
		for (let page = await mira.get('/people'); ; page = await mira.get(`/people?after=${encodeURIComponent(page.next)}`)) {
			for (const p of page.people) this.people.set(p.name, String(p.person ?? p.id));
			if (!page.next) break;
		}
	}
	id(key) {
		const id = this.people.get(key === 'mira' ? 'Mira Stein' : fullName(key));
		if (!id) throw new Error(`nobody is called ${key}: ${[...this.people.keys()]}`);
		return id;
	}

	async on(day) {
		if (this.house.child) await this.house.stop();
		await this.house.start(['--today', day]);
		this.tokens.clear();            // they last a day
	}

	/** People, weeks ago; one line changed since. more: further columns of the import by key. */
	async begin(more) {
		equal(run(this.db, ['migrate', '--test']).code, 0, 'migrate');
		await this.on(EARLY);
		await begin(this.house, mail('mira'));
		this.imports('former-manager', '', more);
		await this.on('2026-11-03');
		this.imports('manager', '', more);
		await this.lookUp();
	}

	/** Today: everybody signs in. */
	async arrive() {
		await this.on(TODAY);
		await this.house.signIn(mail('mira'), PASSWORD);
		await this.invite();
	}

	/** Everybody comes by the link of their invitation; nobody chooses a password. */
	async invite() {
		const mira = this.house.as(mail('mira'));
		await mira.opens('/accounts');
		if (forms(mira.last.text).some((f) => f.action === '/accounts/invite')) await mira.does('/accounts/invite');
		for (const [key] of folk) {
			const link = await this.house.letter(mail(key));
			const v = this.house.as(mail(key));
			await v.opens(link);
			const r = await v.fill(link);
			equal(r.status, 303, `${key} by link: ${plain(r.text).slice(0, 300)}`);
		}
	}

	async grant(key, role, unit, reason = 'For the matrix') {
		const mira = this.as('mira');
		const page = await mira.get(`/people/${this.id(key)}/grants`);
		const found = page.units.find((u) => u.name === unit);
		if (!found) throw new Error(`no unit ${unit}: ${JSON.stringify(page.units)}`);
		await mira.post(`/people/${this.id(key)}/grants`, { role, unit: found.id, starts_on: page.today, reason });
	}

	async roles() {
		for (const [key, role, unit] of grants) await this.grant(key, role, unit);
	}

	/** The leaver goes, after having signed in; the director makes a token that may only read. */
	async settle(more) {
		this.imports('manager', '2026-11-20', more);
		const dee = this.house.as(mail('director'));
		await dee.opens('/account');
		const r = await dee.fill('/account/tokens', { name: 'for reading', scopes: 'read', hours: '24' });
		this.narrow = r.text.match(/id="token" value="([^"]+)"/)?.[1];
		if (!this.narrow) throw new Error(`no narrow token: ${r.status} ${plain(r.text).slice(0, 500)}`);
		this.tokenOf = { self: null };
	}

	/** A published template from the standard. */
	async template(name = 'Standard') {
		const mira = this.as('mira');
		const form = await mira.post('/forms', { name, start: 'standard' });
		await mira.post(`${form}/publish`, { version: (await mira.get(form)).head.version });
		return form.match(/\d+/)[0];
	}

	/** A cycle of one unit whose phases are all open from `from` to `to`. */
	async cycle(name, unit, form, from = TODAY, to = '2027-01-31', more = {}) {
		const mira = this.as('mira');
		const setup = await mira.post('/cycles', { name, period_from: '2026-01-01', period_to: from });
		const cycle = setup.match(/\d+/)[0];
		let page = await mira.get(setup);
		const entry = { name, period_from: '2026-01-01', period_to: from, as_of: from, form, version: page.head.version, ...more };
		entry.phase = Object.fromEntries(page.phases.map((p) => [p.id, { opens: from, closes: to }]));
		await mira.post(setup, entry);
		page = await mira.get(setup);
		await mira.post(`/cycles/${cycle}/rules`, { takes: 'in', unit: page.units.find((u) => u.name === unit).id, version: page.head.version });
		return cycle;
	}

	async launch(cycle) {
		const mira = this.as('mira');
		await mira.post(`/cycles/${cycle}/launch`, { version: (await mira.get(`/cycles/${cycle}/setup`)).head.version });
	}

	/** Writes and hands in a part; values are levels, words are said by number. */
	async part(key, part, words, level = '3', submit = true) {
		const program = this.as(key), page = await program.get(`/parts/${part}`), entry = { version: page.head.version, question: {} };
		questionsOf(page).forEach((q, i) => {
			entry.question[q.id] = { version: q.version, ...(q.kind === 'rating' ? { value: level } : { words: words(i, q) }) };
		});
		if (submit) entry.submit = 1;
		await program.post(`/parts/${part}`, entry);
	}

	/** Parts and reviews by cycle name, of one employee and their manager. */
	async reviews(self, manager) {
		const found = new Map();
		for (const p of (await this.as(self).get('/reviews')).parts) if (p.relation === 'self') found.set(p.cycle_name, { self: p.id, review: p.review });
		for (const p of (await this.as(manager).get('/reviews')).parts) if (p.relation === 'manager' && found.has(p.cycle_name) && p.name === fullName(self)) found.get(p.cycle_name).manager = p.id;
		return found;
	}

	async step(key, review, step, fields = {}) {
		const program = this.as(key), page = await program.get(`/reviews/${review}`);
		await program.post(`/reviews/${review}/${step}`, { version: page.head.version, ...fields });
	}

	/** Brings a review to a state: both sides in, released, acknowledged, locked. */
	async bring(at, state, self = 'self', manager = 'manager', words = (i) => `words ${i}`) {
		const order = ['written', 'released', 'acknowledged', 'locked'];
		const to = order.indexOf(state === 'withdrawn' ? 'released' : state);
		if (to < 0) return;
		await this.part(self, at.self, (i) => words('self', i));
		await this.part(manager, at.manager, (i) => words('manager', i), '4');
		if (to >= 1) await this.step('mira', at.review, 'release');
		if (state === 'withdrawn') return this.step('mira', at.review, 'withdraw', { withdraw_reason: words('withdrawn', 0) });
		if (to >= 2) await this.step(self, at.review, 'acknowledge', { verdict: 'disagreed', comment: words('comment', 0) });
		if (to >= 3) await this.step('mira', at.review, 'lock');
	}
}
