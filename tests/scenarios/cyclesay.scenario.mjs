// After a cycle those who took part say in two questions whether it was worth their time; nobody can tell who said what.
import { equal, holds, House, it, lacks, plain, run, until } from '../house.mjs';

export const words = 'after it we say in two questions whether the cycle was worth our time';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '200', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const rows = (table) => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith(`${table}|`)).map((l) => l.split('|').slice(1));
	const house = new House(db), director = house.as(who.get('director'));
	const on = async (day) => { if (house.child) await house.stop(); await house.start(['--today', day]); await house.signIn(who.get('director')); };
	const idle = () => until('all that was left to do is done', () => rows('job_queue').filter((j) => j[1].startsWith('cycle.')).every((j) => j[5] === 'done'));
	let cycle, people;

	await on('2026-12-12');
	cycle = (await director.json('/cycles')).json.cycles.find((c) => c.state === 'launched').id;
	for (const step of ['go-on', 'release']) { await director.opens(`/cycles/${cycle}`); await director.post(`/cycles/${cycle}/${step}`); }
	const account = new Map(rows('account').map((a) => [a[1], a[2]]));
	people = [...new Set(rows('review').filter((r) => r[1] === cycle && r[11] !== '\\N').map((r) => r[3]))].filter((p) => account.has(p)).slice(0, 12);
	const visitors = [];

	await it('only who took part is asked, each finds who will see what and when', async () => {
		equal(people.length >= 11, true, `${people.length} reviews are released`);
		for (const p of people) visitors.push(await house.signIn(account.get(p)));
		const page = plain((await visitors[0].opens(`/say/${cycle}`)).text);
		holds(page, 'Nobody sees what you answer, not even HR, while the cycle runs.');
		holds(page, 'at least 5 people');
		holds(page, 'at least 10 did');
		const out = rows('review').find((r) => r[1] === cycle && r[11] === '\\N' && account.has(r[3]) && !rows('review').some((x) => x[1] === cycle && x[4] === r[3] && x[11] !== '\\N'));
		equal((await (await house.signIn(account.get(out[3]))).get(`/say/${cycle}`)).status, 404, 'whose review is not released');
	});
	await it('an answer needs a mark, is sent once, and leaves no trace of who said it', async () => {
		const v = visitors[0];
		await v.opens(`/say/${cycle}`);
		equal((await v.fill(`/say/${cycle}`, { change: 'SECRETWORDS' })).status, 422, 'without a mark');
		const events = rows('event').length;
		for (const [i, one] of visitors.entries()) {
			await one.opens(`/say/${cycle}`);
			equal((await one.fill(`/say/${cycle}`, { worth: String(1 + (i % 5)), change: i % 2 ? `SECRETWORDS ${'x'.repeat(i * 20)}` : '' })).status, 303, 'sent');
		}
		await v.opens(`/say/${cycle}`);
		holds(plain(v.last.text), 'You have answered');
		equal((await v.post(`/say/${cycle}`, { worth: '5' })).status, 409, 'twice');
		const dump = run(db, ['dump']).out;
		equal(rows('event').length, events, 'events');
		lacks(dump, 'SECRETWORDS');
		equal(new Set(rows('cycle_envelope').map((e) => e[2].length)).size, 1, 'lengths of envelopes');
		equal(rows('cycle_seat').filter((s) => s[0] === cycle).length, visitors.length, 'seats');
		for (const s of rows('cycle_seat')) equal(s.length, 3, 'a seat is cycle, person, answered');
		lacks(house.log, 'SECRETWORDS');
	});
	await it('HR sees nothing of it while the cycle runs', async () => {
		const page = (await director.json(`/cycles/${cycle}`)).json;
		equal(`${page.verdicts.length} ${page.remarks.length}`, '0 0', 'told');
	});
	await it('closed, it is told how often each was chosen and what was written, and no envelope is left', async () => {
		await director.opens(`/cycles/${cycle}`);
		equal((await director.fill(`/cycles/${cycle}/close`, { reason: 'Enough.' })).status, 303, 'close');
		await idle();
		const page = (await director.json(`/cycles/${cycle}`)).json;
		equal(page.verdicts.reduce((n, v) => n + v.people, 0), visitors.length, 'answers');
		equal(page.remarks.length, Math.floor(visitors.length / 2), 'texts');
		equal(rows('cycle_envelope').length, 0, 'envelopes');
		holds(plain((await director.opens(`/cycles/${cycle}`)).text), 'Was it worth their time?');
		holds(plain((await visitors[0].opens(`/say/${cycle}`)).text), 'This cycle is closed');
	});
	await house.stop();
}
