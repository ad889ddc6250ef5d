// Homes: what each role sees first and what changes it; a team's lead and each of its people read the same figures.
import { equal, holds, it, lacks, plain } from '../house.mjs';
import { fullName, mail, Organisation } from '../matrix/organisation.mjs';
import { PASSWORD } from './steps.mjs';
import { sums } from './sums.mjs';

export const words = 'each role opens on what it must do next, and the figures are those of the people they speak of';

const days = { opens: '2026-11-24', due: '2027-03-04' };
const goal = (title, more = {}) => ({ title, why: 'Why', lever: 'How', success: 'What', ...days, seen_by: 'line', parent: '',
	measure: { 1: { name: 'Calls answered', kind: 'number', better: 'up', unit: 'calls', baseline: '0', target: '100' } }, ...more });

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const as = (who) => ({ get: async (path) => { const r = await org.house.as(mail(who)).json(path); equal(r.status, 200, `GET ${path} as ${who}`); return r.json; },
		post: async (path, fields) => { const v = org.house.as(mail(who)); await v.get('/'); const r = await v.post(path, fields); if (r.status !== 303) throw new Error(`POST ${path} as ${who}: ${r.status} ${JSON.stringify(r.text.match(/<p class=.error[^]*?<.p>/g))}`); return r.to.replace(org.house.site, ''); } });
	const home = (who) => as(who).get('/');
	const row = async (who, name) => {
		const page = await home(who), found = page.team.find((t) => t.name === name);
		if (!found) throw new Error(`${name} is not in the team of ${who}: ${JSON.stringify(page.team)}`);
		return found;
	};
	const whys = async (name) => (await row('manager', name)).whys.map((w) => w.why).join(' ');

	await it('a lead sees who has no goal, and whom to talk to first', async () => {
		equal(await whys('Sal Self'), 'none quiet', 'why to talk');
		holds(plain((await org.house.as(mail('manager')).opens('/')).text), 'No goal yet');
		holds(plain((await org.house.as(mail('manager')).opens('/')).text), 'How this is counted');
	});
	let address;
	await it('a goal proposed, agreed and fallen behind changes the top of the team, and both read the same figures', async () => {
		address = await org.as('self').post(`/people/${org.id('self')}/goals`, goal('Answer a hundred calls'));
		equal(await whys('Sal Self'), 'waiting quiet', 'after proposing');
		await as('manager').post(`${address}/agree`, { version: (await as('manager').get(address)).head.version });
		equal(await whys('Sal Self'), 'quiet', 'after agreeing');
		await org.on('2026-12-20');
		for (const who of ['self', 'manager', 'peer', 'former-manager', 'admin']) await org.house.comeByLink(mail(who));
		equal(await whys('Sal Self'), 'silent quiet', 'after weeks without a step');
		const measure = (await as('self').get(address)).measures[0].id;
		await as('self').post(`${address}/steps`, { measure, value: '1', on_day: '2026-12-20' });
		equal(await whys('Sal Self'), 'behind quiet', 'after a small step');
		equal((await home('manager')).team[0].name, 'Sal Self', 'who comes first');
	});
	const alike = async () => {
		const theirs = await row('manager', 'Sal Self'), own = (await home('self')).own;
		for (const figure of ['goals', 'behind', 'silent', 'waiting', 'health', 'given_on', 'heard_on']) equal(own[figure], theirs[figure], figure);
		return own;
	};
	await it('feedback from the lead takes the last reason; the employee reads the same days', async () => {
		await alike();
		await as('manager').post(`/people/${org.id('self')}/feedback`, { kind: 'observation', behaviour: 'You called back on the same day.', happened: '2026-12-18', seen_by: 'receiver' });
		equal(await whys('Sal Self'), 'behind', 'why to talk');
		const own = await alike();
		equal(own.given_on, '2026-12-20', 'given on');
		equal(own.heard_on, null, 'what went to the receiver alone is not what the manager reads');
	});
	await it('what a colleague says to the receiver alone moves no figure of the manager; what the manager may read does', async () => {
		const say = (seen_by, happened) => as('peer').post(`/people/${org.id('self')}/feedback`, { kind: 'observation', behaviour: 'You listened.', happened, seen_by });
		await say('receiver', '2026-12-15');
		equal((await alike()).heard_on, null, 'to the receiver alone');
		await say('manager', '2026-12-10');
		equal((await alike()).heard_on, '2026-12-10', 'for the manager too');
	});
	await it('whoever leads nobody has no team, and nobody sees another’s', async () => {
		equal((await home('peer')).team.length, 0, 'a colleague');
		equal((await home('former-manager')).team.some((t) => t.name === 'Sal Self'), false, 'who led them before');
		lacks(plain((await org.house.as(mail('admin')).opens('/')).text), fullName('self'));
	});
	await roles(org, db, home);
	await org.house.stop();
}

/** Above the team: timeliness by unit, targets, ratings, the organisation's goals, jobs. */
async function roles(org, db, home) {
	await org.on('2026-11-24');
	for (const who of ['self', 'manager', 'above', 'peer', 'partner', 'other-partner', 'director', 'performance', 'analyst', 'executive', 'admin']) await org.house.comeByLink(mail(who));
	await org.house.signIn(mail('mira'), PASSWORD);
	const form = await org.template(), cycle = await org.cycle('Field year', 'Field', form, '2026-11-24', '2026-12-10');
	await org.launch(cycle);
	const unit = async (who, name) => {
		const page = await home(who), found = page.units.find((u) => u.name === name);
		if (!found) throw new Error(`${who} sees no unit ${name}: ${JSON.stringify(page.units)}`);
		return found;
	};
	await it('the head of a department sees each unit below in time or late, and a part handed in moves it', async () => {
		equal((await unit('above', 'Solo')).selves, 0, 'before');
		const mine = (await org.as('self').get('/reviews')).parts.find((p) => p.cycle_name === 'Field year' && p.relation === 'self');
		await org.part('self', mine.id, () => 'What I did.');
		equal((await unit('above', 'Solo')).selves, 1, 'after');
		equal((await unit('partner', 'Solo')).selves, 1, 'the partner of the department reads the same');
		equal((await home('peer')).units.length, 0, 'a colleague leads no unit');
		equal((await home('other-partner')).units.every((u) => u.people === 0), true, 'the partner of another unit');
	});
	await it('a target set for a unit stands on its head’s home, judged', async () => {
		const field = (await org.as('above').get('/goals/tree')).kept.find((u) => u.name === 'Field').id;
		equal((await home('above')).targets.length, 0, 'before');
		const target = await org.as('above').post(`/units/${field}/goals`, goal('Answer every call of the region', { seen_by: 'unit' }));
		const shown = (await home('above')).targets.find((t) => target.endsWith(t.id));
		equal(shown.title, 'Answer every call of the region', 'after');
		equal((await home('peer')).targets.length, 0, 'a colleague');
	});
	await it('a released review counts under its rating for HR, none of them for others; sums are those of a recount', async () => {
		const at = (await org.reviews('self', 'manager')).get('Field year');
		equal((await home('director')).rated.released, 0, 'before');
		await org.part('manager', at.manager, () => 'What they did.', '4');
		await org.step('mira', at.review, 'release');
		const page = await home('director');
		equal(page.rated.released, 1, 'after');
		equal(page.rated.hidden, true, 'one is too few to show');
		equal(page.levels.length, 0, 'no level of it');
		for (const who of ['above', 'peer', 'analyst', 'executive', 'admin']) equal('rated' in await home(who), false, `${who} is not told`);
		const { counted, kept } = sums(db);
		equal(kept, counted, 'sums');
		if (!kept.includes('rated:')) throw new Error('no rating was counted');
		await org.step('mira', at.review, 'amend', { reason: 'Counted twice', rating: '2' });
		equal(sums(db).kept, sums(db).counted, 'after an amendment');
		await org.step('mira', at.review, 'withdraw', { withdraw_reason: 'Too early', sure: 1 });
		equal(sums(db).kept, sums(db).counted, 'after it was taken back');
		equal((await home('director')).rated.released, 0, 'none is released');
	});
	await it('an executive sees the goals of the organisation, and a new one at once', async () => {
		equal((await home('executive')).strategy.length, 0, 'before');
		const top = (await org.as('mira').get('/goals/tree')).kept.find((u) => u.name === 'North Instruments').id;
		await org.as('mira').post(`/units/${top}/goals`, goal('Be the first choice in the north', { seen_by: 'all' }));
		equal((await home('executive')).strategy.map((g) => g.title).join(), 'Be the first choice in the north', 'after');
		equal('strategy' in await home('peer'), false, 'others find it among the goals');
	});
	await it('the performance manager reminds everyone who is late with one click from home', async () => {
		await org.on('2026-12-14');
		for (const who of ['performance', 'above', 'admin', 'peer']) await org.house.comeByLink(mail(who));
		const v = org.house.as(mail('performance')), page = (await v.json('/')).json, running = page.cycles.find((c) => c.name === 'Field year');
		if (!running.late) throw new Error(`nobody is late: ${JSON.stringify(running)}`);
		equal(page.units.find((u) => u.below === 0).late, running.late, 'the units say the same');
		await v.opens('/');
		equal((await v.fill(`/cycles/${cycle}/nudge`)).status, 303, 'one click');
		const head = (await org.house.as(mail('above')).json('/')).json.units;
		equal(head.find((u) => u.name === 'Field').late, running.late, 'the head reads the same');
		equal(head.filter((u) => u.below).map((u) => u.late).join(), [...head.filter((u) => u.below)].sort((a, b) => b.late - a.late).map((u) => u.late).join(), 'what is late comes first');
	});
	await figures(org);
	await it('the administrator sees jobs and accounts, and no figure of anybody’s performance', async () => {
		const page = await home('admin');
		if (!page.figures || page.figures.sessions < 1) throw new Error(`no figures: ${JSON.stringify(page.figures)}`);
		for (const none of ['cycles', 'rated', 'levels', 'strategy']) equal(none in page, false, none);
		equal(page.units.length, 0, 'units');
	});
}

/** What an analyst reads: sums of groups, none of a small one, the file the same as the page. */
async function figures(org) {
	await it('an analyst’s figures show no group of fewer than five, nor what tells of one; the file says what the page says', async () => {
		await org.house.comeByLink(mail('analyst'));
		const v = org.house.as(mail('analyst')), page = (await v.json('/figures')).json;
		equal(page.counts.people, 7, 'people of the cycle, all in Field');
		const file = (await v.get('/figures/file')).text.replace(/^\uFEFF/, '').trim().split('\r\n').map((l) => l.split(','));
		equal(file.length, page.units.length + 2, 'lines of the file');
		for (const u of page.units) equal(file.find((l) => l[0] === u.name)?.slice(1, 6).join(), [u.people, u.selves, u.managers, u.released, u.late].map((n) => n ?? '').join(), u.name);
		const field = page.units.find((u) => u.name === 'Field'), inside = (await v.json(`/figures?unit=${field.id}`)).json;
		for (const u of inside.units) equal(u.people === null || u.people === 0 || u.people >= 5, true, `${u.name} of ${u.people}`);
		equal(inside.units.some((u) => u.people === null), true, 'something is hidden');
		const hidden = inside.units.find((u) => u.people === null);
		equal((await v.json(`/figures?unit=${hidden.id}`)).json.counts, null, 'asked by its number it is hidden too');
	});
	await it('whoever has no such role is told there is no such page; a unit outside one’s own is not there', async () => {
		equal((await org.house.as(mail('peer')).get('/figures')).status, 404, 'a colleague');
		equal((await org.house.as(mail('admin')).get('/figures/file')).status, 404, 'the administrator');
		await org.house.comeByLink(mail('other-partner'));
		const field = (await org.house.as(mail('analyst')).json('/figures')).json.units.find((u) => u.name === 'Field').id;
		equal((await org.house.as(mail('other-partner')).get(`/figures?unit=${field}`)).status, 404, 'the partner of another unit');
	});
}
