// Silent goals: whoever lets one fall silent is asked once for a word about it, until a step comes or the goal ends.
import { equal, House, it, run } from '../house.mjs';

export const words = 'a goal without a step for its rhythm asks its owner once, at home, until a step comes or it ends';

/* Days from the real one on: `meridian jobs` lives each until the day it is told. */
const day = (n) => new Date(Date.now() + n * 864e5).toISOString().slice(0, 10);

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '3', '--today', day(0)]);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db), lead = house.as(who.get('lead')), director = house.as(who.get('director'));
	await house.start(['--today', day(0)]);
	for (const r of ['lead', 'director']) await house.signIn(who.get(r));
	const person = (await lead.json('/goals/team')).json.members[0].id, email = (await director.json(`/people/${person}`)).json.card.email, ana = house.as(email);
	await house.signIn(email);
	const waits = async () => (await ana.json('/')).json.needs.filter((n) => n.verb === 'goal.step' && String(n.subject) === goal.match(/\d+$/)[0]);
	const on = async (n) => { await house.start(['--today', day(n)]); for (const e of [who.get('lead'), email]) await house.signIn(e); };
	const until = async (n) => { await house.stop(); const r = run(db, ['jobs', '--until', day(n)]); equal(r.code, 0, r.err); await on(n); };
	let goal;

	await it('no word is owed before the rhythm is over', async () => {
		const form = `/people/${person}/goals`;
		await ana.opens(`${form}/new`);
		goal = (await ana.post(form, { title: 'Answer every caller in three minutes', opens: day(0), due: day(60), seen_by: 'line', 'name.1': 'Minutes', 'kind.1': 'number', 'better.1': 'down', 'baseline.1': '9', 'target.1': '3', 'every.1': '7' })).to.replace(house.site, '');
		await lead.opens(goal);
		equal((await lead.post(`${goal}/agree`, { version: (await lead.json(goal)).json.head.version })).status, 303, 'agreed');
		await until(6);
		equal((await waits()).length, 0, 'asked');
	});
	await it('on its last day the owner is asked, with that day; days later it is still the one line, and the lead is not asked', async () => {
		await until(7);
		const first = await waits();
		equal(first.map((n) => n.due).join(), day(7), 'the day');
		await until(10);
		equal((await waits()).map((n) => `${n.id} ${n.due}`).join(), `${first[0].id} ${day(7)}`, 'the same line');
		equal((await lead.json('/')).json.needs.filter((n) => n.verb === 'goal.step' && n.link === goal).length, 0, 'the lead');
	});
	await it('a step answers it at once; the next silence asks again', async () => {
		await ana.opens(goal);
		await ana.post(`${goal}/steps`, { measure: (await ana.json(goal)).json.measures[0].id, value: '8', on_day: day(10) });
		equal((await waits()).length, 0, 'after the step');
		await until(17);
		equal((await waits()).length, 1, 'silent again');
	});
	await it('a goal that ends asks nobody', async () => {
		await ana.opens(goal);
		equal((await ana.post(`${goal}/close`, { outcome: 'partly', realistic: '1', words: 'It was enough', version: (await ana.json(goal)).json.head.version })).status, 303, 'closed');
		equal((await waits()).length, 0, 'closed');
		await until(30);
		equal((await waits()).length, 0, 'and stays so');
	});
	await house.stop();
}
