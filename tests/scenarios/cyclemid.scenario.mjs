// A mid-year conversation: words only, no rating, no release; both read both sides once both have handed in, then they talk.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { partOf, write } from './steps.mjs';

export const words = 'half way through the year two people write, read each other, and talk';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db), director = house.as(who.get('director')), employee = house.as(who.get('employee'));
	await house.start(['--today', '2026-11-24']);
	for (const role of ['director', 'employee']) await house.signIn(who.get(role));
	const choose = async (cycle, form) => {
		await director.opens(`/cycles/${cycle}/setup`);
		const page = (await director.json(`/cycles/${cycle}/setup`)).json, fields = { form };
		page.phases.forEach((p) => { fields[`opens.${p.id}`] = '2026-11-24'; fields[`closes.${p.id}`] = '2027-01-10'; });
		equal((await director.fill(`/cycles/${cycle}/setup`, fields)).status, 303, 'saved');
	};
	let cycle, light, review, manager;

	await it('it is prepared with the light template: three phases, no release', async () => {
		await director.opens('/forms');
		const form = (await director.fill('/forms', { name: 'Half way', start: 'light' })).to.replace(house.site, '');
		light = form.match(/\d+/)[0];
		await director.opens(form);
		equal((await director.json(form)).json.flaws?.length ?? 0, 0, 'flaws');
		await director.does(`${form}/publish`);
		await director.opens('/cycles');
		const r = await director.fill('/cycles', { kind: 'midyear', name: 'Half way 2026', period_from: '2026-07-01', period_to: '2026-12-31' });
		cycle = r.to.match(/cycles\/(\d+)/)[1];
		equal((await director.json(`/cycles/${cycle}/setup`)).json.phases.map((p) => p.name).join(), 'self,manager,talk', 'phases');
		await director.opens(`/cycles/${cycle}/setup`);
		await director.fill(`/cycles/${cycle}/rules`, { takes: 'in', unit: '' });
	});
	await it('a template with ratings is refused, in words', async () => {
		const rated = (await director.json(`/cycles/${cycle}/setup`)).json.forms.find((f) => f.name.startsWith('Standard review'));
		await choose(cycle, rated.id);
		await director.opens(`/cycles/${cycle}/setup`);
		const r = await director.post(`/cycles/${cycle}/launch`, { version: (await director.json(`/cycles/${cycle}/setup`)).json.head.version });
		equal(r.status, 422, 'launch');
		holds(plain(r.text), 'asks for words only');
	});
	await it('the employee writes; their manager does not see it yet', async () => {
		await choose(cycle, light);
		await director.opens(`/cycles/${cycle}/setup`);
		await director.does(`/cycles/${cycle}/launch`);
		const mine = (await employee.json('/reviews')).json.parts.find((p) => p.cycle_name === 'Half way 2026' && p.relation === 'self');
		review = mine.review;
		const rows = run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('review|') && l.split('|')[1] === review)[0].split('|');
		const address = run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('account|') && l.split('|')[2] === rows[5])[0].split('|')[3];
		manager = await house.signIn(address);
		holds(plain((await employee.opens(`/parts/${mine.id}`)).text), 'Your manager sees this once both of you have handed in');
		await write(employee, `/parts/${mine.id}`, 3000, (n) => `Half way ${n}: SELFWORDS`);
		equal((await manager.get(`/parts/${mine.id}`)).status, 404, 'the manager looks early');
		equal((await employee.get(`/reviews/${review}`)).status, 404, 'the employee looks early');
	});
	await it('the manager writes, is told who reads it when, and both read both', async () => {
		const name = (await manager.json('/team')).json.reviews.find((r) => r.id === review).name;
		const part = (await manager.json('/reviews')).json.parts.find((p) => p.review === review && p.relation === 'manager');
		holds(plain((await manager.opens(`/parts/${part.id}`)).text), `${name} sees this once both of you have handed in`);
		await write(manager, `/parts/${part.id}`, 3000, (n) => `Half way ${n}: MANAGERWORDS`);
		for (const v of [employee, manager]) {
			const page = await v.opens(`/reviews/${review}`);
			holds(page.text, 'SELFWORDS');
			holds(page.text, 'MANAGERWORDS');
		}
		const state = (await director.json(`/cycles/${cycle}`)).json.counts;
		equal(`${state.ready} ${state.released}`, '0 1', 'nothing waits for a release');
	});
	await it('they set the day of their talk, and it stands in both calendars', async () => {
		await manager.opens(`/reviews/${review}`);
		const r = await manager.post(`/reviews/${review}/talk`, { talk_on: '2026-12-16', version: (await manager.json(`/reviews/${review}`)).json.head.version });
		equal(r.status, 303, 'talk');
		for (const v of [employee, manager]) equal((await v.json('/calendar?month=2026-12')).json.lines.some((l) => l.kind === 'review' && String(l.id) === review && l.from_on === '2026-12-16'), true, 'calendar');
	});
	await it('the figures of the cycle are a recount, and no letter spoke of a release', async () => {
		const page = (await director.json(`/cycles/${cycle}`)).json.counts;
		equal(`${page.self_in} ${page.manager_in}`, '1 1', 'handed in');
		lacks(run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('mail|')).join('\n'), 'released');
	});
	await house.stop();
}
