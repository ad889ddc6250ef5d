// A cycle runs by itself: phases open and close with the day, those concerned hear of it, reminders go by rule, each once.
import { equal, holds, House, it, lacks, plain, run, until } from '../house.mjs';

export const words = 'phases open and close by themselves, reminders go by themselves';

function tables(db, names) {
	const found = Object.fromEntries(names.map((n) => [n, []]));
	for (const line of run(db, ['dump']).out.split('\n')) {
		const [name, ...cells] = line.split('|');
		found[name]?.push(cells);
	}
	return found;
}

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db), director = house.as(who.get('director'));
	const on = async (day) => { if (house.child) await house.stop(); await house.start(['--today', day]); await house.signIn(who.get('director')); };
	const idle = () => until('all that was left to do is done', () => tables(db, ['job_queue']).job_queue.filter((j) => j[1].startsWith('cycle.')).every((j) => j[5] === 'done'));
	const events = (verb) => tables(db, ['event']).event.filter((e) => e.includes(verb));
	const notices = (verb) => tables(db, ['notification']).notification.filter((n) => n[3] === verb);
	const letters = (template) => tables(db, ['mail']).mail.filter((m) => m[3] === template);
	let cycle, phases;

	await on('2026-11-24');
	cycle = (await director.json('/cycles')).json.cycles.find((c) => c.state === 'launched').id;
	phases = (await director.json(`/cycles/${cycle}/setup`)).json.phases;
	const stands = (name) => tables(db, ['cycle_phase']).cycle_phase.find((p) => p[1] === cycle && p[2] === name)[6];
	const day = (name, which, plus = 0) => { const d = new Date(`${phases.find((p) => p.name === name)[which]}T00:00:00Z`); d.setUTCDate(d.getUTCDate() + plus); return d.toISOString().slice(0, 10); };

	await it('the setup page says when it reminds; a rule is added and stopped while it runs', async () => {
		const page = (await director.json(`/cycles/${cycle}/setup`)).json;
		equal(page.reminders.length, 6, 'proposed');
		await director.opens(`/cycles/${cycle}/setup`);
		await director.fill(`/cycles/${cycle}/reminders`, { verb: 'self', days: '0', side: 'before' });
		const more = (await director.json(`/cycles/${cycle}/setup`)).json.reminders;
		equal(more.length, 7, 'with one more');
		await director.opens(`/cycles/${cycle}/setup`);
		const r = await director.fill(`/cycles/${cycle}/reminders`, { verb: 'self', days: '61', side: 'after' });
		equal(r.status, 422, 'too far');
		holds(plain(r.text), 'Choose a number from 0 to 60.');
		const own = more.find((x) => x.side === 'on');
		await director.opens(`/cycles/${cycle}/setup`);
		await director.post(`/cycles/${cycle}/reminders/${own.id}/stop`);
		equal((await director.json(`/cycles/${cycle}/setup`)).json.reminders.length, 6, 'stopped');
	});
	await on(day('self', 'closes', -3));
	await idle();
	let before;
	await it('three days before the last day whoever owes it is reminded, by notice and letter, once', async () => {
		const t = tables(db, ['review_part', 'review']), mine = new Set(t.review.filter((r) => r[1] === cycle).map((r) => r[0]));
		const owed = t.review_part.filter((p) => mine.has(p[1]) && p[3] === 'self' && ['asked', 'writing'].includes(p[6]) && p[7] === day('self', 'closes'));
		if (owed.length < 2) throw new Error(`only ${owed.length} owe it`);
		before = notices('review.due').length;
		equal(before, owed.length, 'notices');
		await until('letters', () => letters('review-due').length === before);
		equal(events('reminder.sent').length, before, 'events');
		await on(day('self', 'closes', -2));
		await idle();
		equal(notices('review.due').length, before, 'notices a day later');
	});
	await on(day('self', 'closes', 1));
	await idle();
	await it('the phase of the self review closes after its last day, once, and whoever is late hears of it', async () => {
		equal(stands('self'), 'closed', 'self');
		equal(events('phase.closed').length, 1, 'events');
		const late = notices('phase.self.closed').length;
		if (late < 1) throw new Error('nobody was told');
		await on(day('self', 'closes', 1));
		await idle();
		equal(events('phase.closed').length, 1, 'events after a restart');
		equal(notices('phase.self.closed').length, late, 'notices after a restart');
		if (notices('review.late').length < late) throw new Error('the rule of the day after did not remind');
	});
	await on(day('manager', 'closes', 8));
	await idle();
	await it('a week late, whoever leads the writer hears of it, in a notice and a letter without a name', async () => {
		const told = notices('review.escalated').length;
		if (told < 1) throw new Error('nobody was told');
		await until('letters', () => letters('review-escalated').length >= 1);
		equal(stands('manager'), 'closed', 'manager');
	});
	await it('release and conversation open on their days, even when no day was looked at between', async () => {
		await on(day('talk', 'opens', 1));
		await idle();
		equal(stands('release'), phases.find((p) => p.name === 'release').closes < day('talk', 'opens', 1) ? 'closed' : 'open', 'release');
		equal(stands('talk'), 'open', 'talk');
		await on(day('talk', 'closes', 1));
		await idle();
		equal(stands('talk'), 'closed', 'talk');
		const all = events('phase.opened').concat(events('phase.closed')).map((e) => `${e[5]}`);
		if (all.length < 4) throw new Error(`${all.length} events of phases`);
		lacks(JSON.stringify(tables(db, ['job_queue']).job_queue.filter((j) => j[5] === 'failed')), 'cycle.');
	});
	await house.stop();
}
