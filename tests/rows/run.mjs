// Rows: each text column that people fill holds its own marker; then everybody follows every link, form and JSON
// address, and tries everybody else's. A marker in the wrong hands fails. The rules of who may are written below by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engines, finish, freshDatabase, House, forms, it, ok, run, wrong } from '../house.mjs';
import { links } from '../forms.mjs';
import { mail, Organisation, personas, questionsOf, TODAY } from '../matrix/organisation.mjs';
import { visitor } from '../matrix/visitor.mjs';

const MOST = Number(process.env.MERIDIAN_TEST_ROWS_MOST ?? 4000);
const name = (key) => key.replaceAll('-', '');
const marker = (field, owner = 'all') => `Mk${field}Of${name(owner)}End`;
const seen = /Mk([a-z]+)Of([a-z]+)End/gi;

/* Who leads whom, and who looks after whom as HR: a second telling of organisation.mjs, on purpose. */
const boss = { self: 'manager', manager: 'above', above: 'top', report: 'self', peer: 'manager', formermanager: 'above', leaver: '', stranger: 'top', partner: 'top', otherpartner: 'top', director: 'top',
	performance: 'top', analyst: 'top', executive: 'top', admin: 'top', top: '' };
const field = ['self', 'manager', 'above', 'report', 'peer', 'formermanager', 'leaver'];
const above = (who, owner) => { for (let b = boss[owner]; b; b = boss[b]) if (b === who) return true; return false; };
const behind = (persona) => (persona === 'narrow-token' ? 'director' : name(persona));
const hr = (persona, owner) => {
	const who = behind(persona);
	if (who === owner || above(owner, who)) return false;
	return who === 'director' || who === 'performance' || (who === 'partner' && field.includes(owner)) || (who === 'otherpartner' && owner === 'stranger');
};
const signedIn = (p) => p !== 'nobody' && p !== 'leaver';
const circle = (p, o) => signedIn(p) && (behind(p) === o || above(behind(p), o) || hr(p, o));
const among = (...who) => (p) => signedIn(p) && who.includes(behind(p));
const HR = ['partner', 'director', 'performance'];

/** Field to rule: may this persona meet this owner's? */
const may = {
	job: signedIn,
	phone: circle, level: circle, location: circle, number: circle, leaving: circle,
	gender: () => false, unused: () => false,
	grantreason: among('director', 'admin'),
	frameworkreason: among('otherpartner', ...HR),
	formdraft: among('director', 'performance'), formhelp: among('director', 'performance'),
	cycledraft: among('otherpartner', ...HR),
	selfopen: among('self'), selfsubmitted: among('self', ...HR), selfboth: among('self', 'manager', 'above', 'top', ...HR), selfreleased: among('self', 'manager', 'above', 'top', ...HR),
	manageropen: among('manager'), managersubmitted: among('manager', ...HR), managerboth: among('manager', 'above', 'top', ...HR), managerreleased: among('self', 'manager', 'above', 'top', ...HR),
	unshared: among('manager', 'above', 'top', ...HR), unsharedrating: among('manager', 'above', 'top', ...HR), unsharedtitle: among('manager', 'above', 'top', ...HR),
	evidenceself: among('self', 'peer'), evidencemanager: among('self', 'manager', 'peer'), evidenceall: signedIn,
	comment: among('self', 'manager', 'above', 'top', ...HR), amendreason: among('self', 'manager', 'above', 'top', ...HR), extensionreason: among(...HR), casereason: among(...HR), closereason: among('otherpartner', ...HR), sayremark: () => false,
	correctionwords: among('self', 'partner', 'director'), correctionanswer: among('self', 'partner', 'director'),
	taskself: among('self'), taskpair: among('self', 'manager'), taskline: among('self', 'manager', 'above', 'top'),
	sentback: among('manager', 'above', 'top', ...HR), reopenedself: among('self', 'manager', 'above', 'top', ...HR), reopenedmanager: among('manager', 'above', 'top', ...HR),
	withdrawn: among('self', 'manager', 'above', 'top', ...HR), selfwithdrawn: among('self', 'manager', 'above', 'top', ...HR), managerwithdrawn: among('manager', 'above', 'top', ...HR),
	goalline: among('self', 'manager', 'above', 'top', ...HR), goalinside: among('self', 'manager', 'above', 'top', ...HR), goalproposed: among('self', 'manager', 'above', 'top', ...HR),
	goalall: signedIn, goalunit: among('above', 'top', 'executive', ...HR), goalabove: among('manager', 'above', 'top', ...HR),
	templatetitle: signedIn, templateown: signedIn, templateof: signedIn,
	valuename: signedIn, valuemeaning: signedIn,
	givenself: among('self', 'peer'), givensituation: among('self', 'peer'), givenimpact: among('self', 'peer'), givennext: among('self', 'peer'), givenreply: among('self', 'peer'),
	givenmanager: among('self', 'peer', 'manager'), givenall: signedIn, givenwithdrawn: among('peer'), givenup: among('self', 'peer', 'manager', 'above'),
	askwhy: among('self', 'peer', 'stranger'), askreason: among('self'), askanswer: among('self', 'peer'), askupwhy: among('above', 'peer', 'self'),
	noteown: among('self'), notelead: among('manager'), notefile: among('self'), noteshared: among('self', 'manager'), notesharedfile: among('self', 'manager'), noteunshared: among('self'),
	formergiven: among('formermanager', 'manager', ...HR), formernext: among('formermanager', 'manager', ...HR), formershared: among('self', 'formermanager', 'manager', ...HR), formerreason: among('formermanager', ...HR),
	agreed: among('self', 'manager', 'above', 'top', ...HR), ownwords: among('self', 'manager', 'above', 'top', ...HR), nextstep: among('self', 'manager', 'above', 'top', ...HR), managerstep: among('self', 'manager', 'above', 'top', ...HR),
	draftown: among('self'),
	tokenname: (p, o) => signedIn(p) && behind(p) === o,
};

/** A template with one question that the employee does not get to see. */
async function template(org) {
	const mira = org.as('mira'), form = await mira.post('/forms', { name: 'With an unshared question', start: 'standard' });
	let page = await mira.get(form);
	await mira.post(`${form}/sections/${page.sections[0].id}/questions`, { title: marker('unsharedtitle'), kind: 'text', version: page.head.version });
	page = await mira.get(form);
	const q = questionsOf(page).find((x) => x.title === marker('unsharedtitle'));
	await mira.post(`${form}/questions/${q.id}`, { title: q.title, asks: 'manager', required: 1, version: page.head.version });
	page = await mira.get(form);
	await mira.post(`${form}/sections/${page.sections[0].id}/questions`, { title: marker('unsharedrating'), kind: 'rating', version: page.head.version });
	page = await mira.get(form);
	const r = questionsOf(page).find((x) => x.title === marker('unsharedrating'));
	await mira.post(`${form}/questions/${r.id}`, { title: r.title, asks: 'manager', weight: 0, required: 1, version: page.head.version });
	await mira.post(`${form}/publish`, { version: (await mira.get(form)).head.version });
	return form.match(/\d+/)[0];
}

const answer = (org, key, part, field) => org.part(key, part, (i, q) => (q.title === marker('unsharedtitle') ? marker('unshared', 'self') : `${i} ${marker(field, 'self')}`), '3', !field.endsWith('open'));

/** What is sent back, opened again, taken back: each with its reason. */
async function takenBack(org, at, form) {
	for (const c of ['sentback', 'reopened', 'withdrawn']) {
		await org.launch(await org.cycle(`Cycle ${c}`, 'Solo', form, undefined, undefined, c === 'sentback' ? { approval: 1 } : {}));
	}
	const now = await org.reviews('self', 'manager'), both = async (c, field) => {
		await answer(org, 'self', now.get(`Cycle ${c}`).self, `self${field}`);
		await answer(org, 'manager', now.get(`Cycle ${c}`).manager, `manager${field}`);
		return now.get(`Cycle ${c}`).review;
	};
	await org.step('above', await both('sentback', 'both'), 'send-back', { back_reason: marker('sentback', 'self') });
	const again = await both('reopened', 'both');
	for (const side of ['self', 'manager']) await org.step('mira', again, 'reopen', { side, until: '2027-01-10', reopen_reason: marker(`reopened${side}`, 'self') });
	const gone = await both('withdrawn', 'withdrawn');
	await org.step('mira', gone, 'release');
	await org.step('mira', gone, 'withdraw', { withdraw_reason: marker('withdrawn', 'self') });
}

/** What a colleague said to the employee alone, for the manager too, and before everybody; the manager cites what there is to cite. */
async function evidence(org, parts) {
	const peer = org.as('peer'), manager = org.as('manager');
	for (const [seen_by, kind, m] of [['receiver', 'observation', 'evidenceself'], ['manager', 'observation', 'evidencemanager'], ['all', 'praise', 'evidenceall']]) {
		await peer.post(`/people/${org.id('self')}/feedback`, { kind, behaviour: marker(m, 'self'), happened: '2026-11-10', seen_by });
	}
	for (const part of parts) {
		const page = await manager.get(`/parts/${part}`), items = page.item_months.flatMap((x) => x.items), q = questionsOf(page)[0].id;
		for (const m of ['evidencemanager', 'evidenceall']) await manager.post(`/parts/${part}/citations`, { cite: items.find((i) => i.words === marker(m, 'self')).ref, cites_for: q });
	}
}

/** A task kept for oneself, shared with the manager, with all above: title, note, a step and a remark. */
async function task(org, shared) {
	const m = marker(`task${shared}`, 'self'), who = org.as(shared === 'self' ? 'self' : 'manager'), path = shared === 'self' ? '/tasks' : `/people/${org.id('self')}/tasks`;
	await who.post(path, { title: m, note: `note ${m}`, due_on: '2026-12-20', seen_by: shared });
	const id = (await who.get(path)).tasks.find((t) => t.title === m).id;
	await who.post(`/tasks/${id}/steps`, { words: `step ${m}` });
	await org.as('self').post(`/tasks/${id}/remarks`, { remark: `remark ${m}` });
}

/** What the employee says is wrong, and what HR answers. */
async function correction(org) {
	await org.as('self').post('/corrections', { about: 'employment', words: marker('correctionwords', 'self') });
	const one = (await org.as('self').get('/corrections')).own[0].id;
	await org.as('partner').post(`/corrections/${one}/answer`, { verdict: 'declined', answer: marker('correctionanswer', 'self'), version: 1 });
}

/** HR asks who led the employee before: given and not shared, given and shared once released, declined. */
async function former(org, form) {
	const mira = org.as('mira'), fay = org.as('former-manager'), m = (field) => marker(field, 'self');
	for (const how of ['given', 'shared', 'reason']) {
		const cycle = await org.cycle(`Cycle former ${how}`, 'Solo', form);
		await org.launch(cycle);
		await mira.post(`/cycles/${cycle}/cases/${org.id('self')}`, { choice: 'keep', reason: marker('casereason', 'self'), ask: [org.id('former-manager')], ...(how === 'shared' ? { shared: 1 } : {}) });
		const one = (await fay.get('/reviews')).formers.find((f) => f.cycle_name === `Cycle former ${how}`).id;
		if (how === 'reason') await fay.post(`/formers/${one}/decline`, { reason: m('formerreason'), version: 1 });
		else await fay.post(`/formers/${one}`, { did: m(`former${how}`), next_step: m(how === 'given' ? 'formernext' : 'formershared'), version: 1 });
	}
	const at = await org.reviews('self', 'manager');
	for (const how of ['given', 'shared']) await org.bring(at.get(`Cycle former ${how}`), 'released');
}

/** Goals kept to the line, shown to everybody, not agreed yet, of a unit; one serves a goal its owner may not see. */
async function goals(org) {
	const days = { opens: TODAY, due: '2027-06-30' }, text = (m) => ({ title: m, why: `why ${m}`, lever: `lever ${m}`, success: `success ${m}`, measure: { 1: { name: m, kind: 'number', better: 'up', unit: m.slice(0, 20), baseline: '0', target: '9' } } });
	const propose = (who, whose, m, seen_by, more = {}) => org.as(who).post(`/people/${org.id(whose)}/goals`, { ...days, ...text(m), seen_by, ...more });
	const step = async (who, goal, what, fields) => org.as(who).post(`${goal}${what}`, { version: (await org.as(who).get(goal)).head.version, ...fields });
	const above = await propose('manager', 'manager', marker('goalabove', 'manager'), 'line');
	await step('above', above, '/agree');
	const line = await propose('manager', 'self', marker('goalline', 'self'), 'line', { parent: above.match(/\d+$/)[0] });
	await step('self', line, '/agree');
	await propose('self', 'self', marker('goalproposed', 'self'), 'all');
	const all = await propose('self', 'self', marker('goalall', 'self'), 'all'), inside = marker('goalinside', 'self');
	await step('manager', all, '/agree');
	const measure = (await org.as('self').get(all)).measures[0].id;
	await step('self', all, '/steps', { measure, value: '1', on_day: TODAY, note: inside });
	await step('manager', all, '/comments', { words: inside });
	await step('manager', all, '', { ...days, ...text(marker('goalall', 'self')), due: '2027-07-31', seen_by: 'all', reason: inside });
	await step('self', all, '/agree');
	await step('self', all, '/close', { outcome: 'partly', realistic: 1, words: inside });
	const field = (await org.as('above').get('/goals/tree')).kept.find((u) => u.name === 'Field').id;
	await org.as('above').post(`/units/${field}/goals`, { ...days, ...text(marker('goalunit', 'above')), seen_by: 'line' });
}

/** Feedback from the peer to the employee, asked for and not; values. */
async function feedback(org) {
	const mira = org.as('mira'), peer = org.as('peer'), self = org.as('self'), to = `/people/${org.id('self')}/feedback`, m = (field) => marker(field, 'self');
	await mira.post('/ask-templates', { title: marker('templatetitle'), own_words: marker('templateown'), of_words: marker('templateof') });
	await mira.post('/values', { name: marker('valuename'), meaning: marker('valuemeaning') });
	const gift = await peer.post(to, { kind: 'suggestion', situation: m('givensituation'), behaviour: m('givenself'), impact: m('givenimpact'), next_step: m('givennext'), seen_by: 'receiver' });
	await self.post(`${gift}/replies`, { words: m('givenreply') });
	await peer.post(to, { kind: 'suggestion', behaviour: m('givenmanager'), seen_by: 'manager' });
	await peer.post(to, { kind: 'praise', behaviour: m('givenall'), seen_by: 'all' });
	org.withdrawn = await peer.post(to, { kind: 'praise', behaviour: m('givenwithdrawn'), seen_by: 'manager' });
	await peer.post(`${org.withdrawn}/withdraw`);
	const ask = await self.post(`/people/${org.id('self')}/ask`, { whom: [org.id('peer'), org.id('stranger')], why: m('askwhy'), due: '2026-12-01' });
	await peer.post(ask, { behaviour: m('askanswer'), seen_by: 'receiver' });
	await org.as('stranger').post(`${ask}/decline`, { reason: m('askreason') });
	await peer.post(await org.as('above').post(`/people/${org.id('self')}/ask`, { whom: [org.id('peer')], why: m('askupwhy'), due: '2026-12-01' }), { behaviour: m('givenup') });
}

/** Notes with files: kept, shared with and without them. */
async function journal(org) {
	const self = org.as('self'), v = org.house.as(mail('self')), m = (field) => marker(field, 'self');
	const write = (who, field) => org.as(who).post(`/people/${org.id('self')}/journal`, { kind: 'challenge', words: m(field), happened: TODAY });
	const file = async (note, field) => {
		await v.opens(note);
		const r = await v.upload(`${note}/files`, 'file', `${m(field)}.txt`, m(field));
		if (r.status !== 303) throw new Error(`upload: ${r.status}`);
	};
	await write('manager', 'notelead');
	await file(await write('self', 'noteown'), 'notefile');
	const shared = await write('self', 'noteshared');
	await file(shared, 'notesharedfile');
	await self.post(`${shared}/share`, { with_files: 1 });
	const back = await write('self', 'noteunshared');
	await self.post(`${await self.post(`${back}/share`)}/end`);
}

async function fill(org) {
	const more = (key) => ({ 'Job Title': marker('job', key), Phone: marker('phone', key), Grade: marker('level', key), Location: marker('location', key), Gender: marker('gender', key), 'Shirt Colour': marker('unused', key),
		'Leaving Reason': key === 'leaver' ? marker('leaving', key) : '' });
	await org.begin(more);
	await org.arrive();
	await org.roles();
	await org.grant('self', 'analyst', 'Solo', marker('grantreason'));
	const mira = org.as('mira'), form = await template(org);
	const draft = await mira.post('/forms', { name: marker('formdraft'), start: 'empty' });
	await mira.post(`${draft}/sections`, { title: 'One', help: marker('formhelp'), weight: '100', version: 1 });
	await mira.post('/framework', { growth: 'some', oversight: 'some', council: 'none', frequency: 'quarter', goals: 'both', data_use: 'both', fairness: 'second', manager_part: 'both', employee_part: 'shares' });
	const solo = (await mira.get('/framework')).units.find((u) => u.name === 'Solo');
	await mira.post('/framework/pilot', { style: 'blended', kind: 'review', unit: solo.id, name: 'A pilot', start: '2026-12-01', period_from: '2026-01-01', period_to: '2026-06-30', rhythm: 'month', reason: marker('frameworkreason'), version: 1 });
	await mira.post('/cycles', { name: marker('cycledraft'), period_from: '2026-01-01', period_to: '2026-06-30' });
	for (const stage of ['open', 'submitted', 'both', 'released']) await org.launch(await org.cycle(`Cycle ${stage}`, 'Solo', form));
	await org.launch(await org.cycle('Cycle mopen', 'Solo', form));
	await org.launch(await org.cycle('Cycle msubmitted', 'Solo', form));
	const at = await org.reviews('self', 'manager');
	await evidence(org, ['open', 'both', 'released'].map((stage) => at.get(`Cycle ${stage}`).manager));
	await answer(org, 'self', at.get('Cycle open').self, 'selfopen');
	await answer(org, 'manager', at.get('Cycle mopen').manager, 'manageropen');
	await answer(org, 'self', at.get('Cycle submitted').self, 'selfsubmitted');
	await answer(org, 'manager', at.get('Cycle msubmitted').manager, 'managersubmitted');
	for (const stage of ['both', 'released']) {
		await answer(org, 'self', at.get(`Cycle ${stage}`).self, `self${stage}`);
		await answer(org, 'manager', at.get(`Cycle ${stage}`).manager, `manager${stage}`);
	}
	const released = at.get('Cycle released').review;
	await org.step('mira', released, 'release');
	await org.step('manager', released, 'talked', { talked_on: TODAY, agreed: marker('agreed', 'self') });
	await org.as('self').post(`/reviews/${released}/talked/own`, { own_words: marker('ownwords', 'self') });
	for (const who of ['self', 'manager']) await org.as('manager').post(`/reviews/${released}/steps`, { who, step_due: '2027-02-01', step: marker(who === 'self' ? 'nextstep' : 'managerstep', 'self') });
	await org.step('self', released, 'acknowledge', { verdict: 'disagreed', comment: marker('comment', 'self') });
	await org.step('mira', released, 'amend', { reason: marker('amendreason', 'self') });
	await takenBack(org, at, form);
	for (const shared of ['self', 'pair', 'line']) await task(org, shared);
	await correction(org);
	await former(org, form);
	await goals(org);
	const cycle = (await mira.get(`/reviews/${at.get('Cycle open').review}`)).head.cycle;
	const phase = (await mira.get(`/cycles/${cycle}/setup`)).phases[0].id;
	await mira.post(`/cycles/${cycle}/extensions`, { phase, person: org.id('self'), until: '2027-03-01', reason: marker('extensionreason', 'self') });
	await mira.post(`/cycles/${cycle}/absences`, { who: mail('self'), away: '2026-12-01', back: '2027-01-20' });
	await mira.post(`/cycles/${cycle}/cases/${org.id('self')}`, { choice: 'keep', reason: marker('casereason', 'self') });
	await org.as('self').post(`/say/${(await mira.get(`/reviews/${released}`)).head.cycle}`, { worth: '4', change: marker('sayremark', 'self') });
	const over = await org.cycle('Cycle over', 'Solo', form);
	await org.launch(over);
	await mira.post(`/cycles/${over}/close`, { reason: marker('closereason') });
	await feedback(org);
	await journal(org);
	await org.house.as(mail('self')).opens('/tasks');
	await org.house.as(mail('self')).post('/drafts/task/0', { title: marker('draftown', 'self'), retry: null }, { 'hx-request': 'true', accept: 'application/json' });
	for (const p of personas) if (!['leaver', 'narrow-token', 'nobody'].includes(p)) {
		const v = org.house.as(mail(p));
		await v.opens('/account');
		await v.fill('/account/tokens', { name: marker('tokenname', p), scopes: 'read', hours: '1' });
	}
	await org.settle(more);
	await org.house.stop();
}

const local = (a) => a.startsWith('/') && !a.startsWith('//') && !a.startsWith('/assets/');
const clean = (a) => a.replace(/#.*$/, '');

/** What one reply gives away, and where it leads. */
function look(found, persona, address, r, say) {
	found.replies++;
	for (const m of r.text.matchAll(seen)) {
		const rule = may[m[1].toLowerCase()];
		found.markers.add(m[0].toLowerCase());
		if (!rule) say(`no rule for ${m[0]}`);
		else if (!rule(persona, m[2].toLowerCase())) say(`${persona} meets ${m[0]} at ${address}`, `${persona} ${m[1]} ${address.replace(/\d+/g, 'N')}`);
	}
	if (r.status >= 500) say(`${address} as ${persona} is ${r.status}`, `${r.status} ${address.replace(/\d+/g, 'N')}`);
}

/** Follows what leads on from home; then everything anybody found. */
async function crawl(house, org, persona, everything, found, say) {
	const v = visitor(house, org, persona), queue = ['/', '/account', '/account/data', '/account/data/file', '/corrections', '/reviews', '/calendar', '/calendar/file', '/goals', '/goals?show=all', '/goals/file', '/goals/file?show=all', '/goals/team', '/goals/team/file', '/goals/tree', '/team', '/people', '/people/file', '/people/file?mine=1', '/policy', '/units', '/feedback', '/feedback?box=team', '/feedback?box=asked', '/feedback?box=asks', '/feedback/praise', '/ask-templates', '/journal', '/values', '/notices', '/account/notices', '/accounts', '/health', '/tasks', org.withdrawn], mine = new Set(queue);
	const add = (a) => { const c = clean(a); if (local(c) && !mine.has(c) && mine.size < 600) { mine.add(c); queue.push(c); } };
	for (let i = 0; i < queue.length && i < 600; i++) {
		const r = await v.get(queue[i]);
		look(found, persona, queue[i], r, say);
		if (r.to) add(r.to.replace(house.site, ''));
		for (const a of links(r.text)) add(a);
		for (const f of forms(r.text)) if (f.method === 'get') add(`${f.action}?${f.filled()}`);
		const j = await v.json(queue[i]);
		look(found, persona, `${queue[i]} (JSON)`, j, say);
	}
	for (const a of mine) everything.add(a);
}

/* Each persona has as many tries as the others, whatever the crawl before found. */
async function tries(house, org, persona, everything, found, say) {
	const v = visitor(house, org, persona), most = found.replies + Math.ceil((MOST * 4) / personas.length);
	for (const a of everything) {
		if (found.replies >= most) return;
		look(found, persona, a, await v.get(a), say);
		look(found, persona, `${a} (JSON)`, await v.json(a), say);
	}
}

/** A notice is its reader's alone: its number, tried by everybody else, leads nowhere. */
async function notices(house, org, say) {
	const mine = new Map();
	for (const p of personas) if (signedIn(p)) {
		const r = await visitor(house, org, p).json('/notices');
		if (r.status === 200) mine.set(p, r.json.notices.map((n) => n.id));
	}
	let tried = 0;
	for (const [p, ids] of mine) for (const id of ids.slice(0, 5)) for (const q of personas) {
		if (behind(q) === behind(p) || !mine.has(q)) continue;
		if (mine.get(q).includes(id)) say(`${q} has notice ${id} of ${p}`);
		const r = await visitor(house, org, q).get(`/notices/${id}`);
		tried++;
		if (r.status !== 404) say(`${q} opens a notice of ${p}: ${r.status}`, `notices ${q} ${p}`);
	}
	if (tried < 100) say(`only ${tried} notices were tried by others`);
}

/** Letters and logs carry who, what kind and a link: never a text of anybody's. */
function letters(db, log, say) {
	const spool = join(db.dir, 'spool'), all = existsSync(spool) ? readdirSync(spool) : [];
	for (const f of all) for (const m of readFileSync(join(spool, f), 'utf8').matchAll(seen)) say(`a letter carries ${m[0]}`);
	for (const m of log.matchAll(seen)) say(`the log carries ${m[0]}`);
	const sums = all.filter((f) => readFileSync(join(spool, f), 'utf8').includes('Subject: Meridian: what is waiting and what is new'));
	if (sums.length < 3) say(`only ${sums.length} letters sum up`);
	if (all.length < 10) say(`only ${all.length} letters were written`);
	if (log.length < 10000) say('the log is too short to have been looked at');
}

async function rows(engine) {
	const db = freshDatabase(engine), org = new Organisation(db), found = { replies: 0, markers: new Set() };
	const everything = new Set(), said = new Set();
	const say = (words, alike = words) => { if (!said.has(alike) && said.size < 60) wrong(`${words} (${engine})`); said.add(alike); };
	try {
		await fill(org);
		const house = new House(db);
		await house.start(['--today', TODAY]);
		for (const p of personas) await crawl(house, org, p, everything, found, say);
		/* Numbers stand for many alike: of each kind of address some are enough for those who only try. */
		const some = sample(everything);
		for (const p of personas) await tries(house, org, p, some, found, say);
		await notices(house, org, say);
		await house.stop();
		const week = new Date(Date.now() + 8 * 86400000).toISOString().slice(0, 10);
		if (run(db, ['jobs', '--until', week]).code !== 0) say('the work of the week was not done');
		letters(db, house.log + org.house.log, say);
		await it(`at least 2,000 replies were looked at (${engine})`, () => { if (found.replies < 2000) throw new Error(`${found.replies}`); });
		for (const f of Object.keys(may)) {
			if (['gender', 'unused', 'extensionreason', 'number', 'sayremark'].includes(f)) continue;
			if (![...found.markers].some((m) => m.startsWith(`mk${f}of`))) say(`nobody at all met a marker of ${f}: it is not looked for`);
		}
		ok(said.size ? 0 : 1);
		console.log(`note: ${engine}: ${found.replies} replies to ${personas.length} personas, ${everything.size} addresses, ${found.markers.size} markers met, ${said.size} out of place`);
	} finally {
		org.house.child?.kill('SIGKILL');
		db.gone();
	}
}

/**
 * All addresses, of those that only filter two of a path; by turns, one of each kind, so that whoever stops early has tried
 * every kind.
 */
function sample(all) {
	const filters = new Map(), kinds = new Map();
	for (const a of all) {
		const path = a.split('?')[0], n = (filters.get(path) ?? 0) + 1;
		if (a.includes('?')) filters.set(path, n);
		if (a.includes('?') && n > 2) continue;
		const kind = a.replace(/\d+/g, 'N');
		if (!kinds.has(kind)) kinds.set(kind, []);
		kinds.get(kind).push(a);
	}
	const turns = [];
	for (let i = 0; [...kinds.values()].some((k) => k.length > i); i++) for (const k of kinds.values()) if (k.length > i) turns.push(k[i]);
	return turns;
}

for (const engine of engines) {
	try { await rows(engine); } catch (e) { wrong(`rows on ${engine}: ${e.stack}`); }
}
finish();
