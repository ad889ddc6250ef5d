// Last year's cycle again; tried out without a letter; thrown away; closed with a reason although not all is released.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';

export const words = 'last year\'s cycle is copied, tried without mail, and closed with a reason';

const count = (db, table, test = () => true) => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith(`${table}|`) && test(l.split('|').slice(1))).length;

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db), director = house.as(who.get('director')), employee = house.as(who.get('employee'));
	await house.start(['--today', '2026-11-24']);
	for (const role of ['director', 'employee']) await house.signIn(who.get(role));
	const list = async () => (await director.json('/cycles')).json.cycles;
	const last = (await list()).find((c) => c.state === 'launched'), was = (await director.json(`/cycles/${last.id}/setup`)).json;
	let draft, rehearsal;

	await it('a copy has every day a year later, the same people, template and reminders', async () => {
		await director.opens(`/cycles/${last.id}/setup`);
		const r = await director.fill(`/cycles/${last.id}/copy`, { name: 'Review of 2027', by: 'year' });
		equal(r.status, 303, 'copy');
		draft = r.to.match(/cycles\/(\d+)/)[1];
		const is = (await director.json(`/cycles/${draft}/setup`)).json;
		equal(is.head.state, 'draft', 'state');
		const year = (d) => `${Number(d.slice(0, 4)) + 1}${d.slice(4)}`;
		equal(is.head.period_from, year(was.head.period_from), 'from');
		equal(is.head.period_to, year(was.head.period_to), 'to');
		equal(is.phases.map((p) => `${p.name} ${p.opens} ${p.closes}`).join(), was.phases.map((p) => `${p.name} ${year(p.opens)} ${year(p.closes)}`).join(), 'phases');
		equal(is.rules.length, was.rules.length, 'rules');
		equal(is.reminders.map((x) => `${x.verb} ${x.days}`).join(), was.reminders.map((x) => `${x.verb} ${x.days}`).join(), 'reminders');
		equal(is.head.form, was.head.form, 'template');
		equal(is.population.people, was.population.people, 'people');
	});
	await it('without a name nothing is copied, and the page says so', async () => {
		const before = (await list()).length;
		await director.opens(`/cycles/${last.id}/setup`);
		equal((await director.fill(`/cycles/${last.id}/copy`, { name: '', by: 'half' })).status, 422, 'no name');
		equal((await list()).length, before, 'cycles');
	});
	await it('a rehearsal runs beside the draft: reviews are there, no letter, no task, no figure', async () => {
		const mail = count(db, 'mail'), tasks = count(db, 'waiting'), shown = (await director.json('/')).json.cycles.length, days = (await employee.json('/calendar?month=2027-11')).json.lines.length;
		await director.opens(`/cycles/${draft}/setup`);
		const r = await director.post(`/cycles/${draft}/rehearse`);
		equal(r.status, 303, `rehearse: ${plain(r.text).slice(0, 500)}`);
		rehearsal = r.to.match(/cycles\/(\d+)/)[1];
		holds(plain((await director.opens(`/cycles/${rehearsal}`)).text), 'This is a rehearsal.');
		equal((await director.json(`/cycles/${rehearsal}`)).json.counts.people, was.population.people - was.population.no_manager, 'people');
		equal(count(db, 'mail'), mail, 'letters');
		equal(count(db, 'waiting'), tasks, 'tasks');
		equal((await director.json('/')).json.cycles.length, shown, 'figures at home');
		equal((await employee.json('/calendar?month=2027-11')).json.lines.length, days, 'lines of the calendar');
		holds(plain((await employee.opens('/reviews')).text), 'Rehearsal: Review of 2027');
		equal((await director.json(`/cycles/${draft}/setup`)).json.head.state, 'draft', 'the draft');
	});
	await it('thrown away it is nowhere any more, and the draft can be launched', async () => {
		await director.opens(`/cycles/${rehearsal}`);
		equal((await director.post(`/cycles/${rehearsal}/discard`)).status, 303, 'discard');
		lacks(plain((await employee.opens('/reviews')).text), 'Rehearsal');
		equal((await list()).some((c) => c.id === rehearsal), false, 'in the list');
		await director.opens(`/cycles/${draft}/setup`);
		equal((await director.does(`/cycles/${draft}/launch`)).status, 200, 'launch');
		equal((await list()).find((c) => c.id === draft).state, 'launched', 'state');
	});
	await it('a real cycle is not thrown away', async () => {
		await director.opens(`/cycles/${draft}`);
		equal((await director.post(`/cycles/${draft}/discard`)).status, 409, 'discard');
	});
	await it('it closes although not all is released, with a reason that HR reads', async () => {
		await director.opens(`/cycles/${draft}`);
		const no = await director.fill(`/cycles/${draft}/close`, { reason: '' });
		equal(no.status, 422, 'without a reason');
		holds(plain(no.text), 'Say why it closes nevertheless.');
		await director.opens(`/cycles/${draft}`);
		equal((await director.fill(`/cycles/${draft}/close`, { reason: 'The plant was sold.' })).status, 303, 'with one');
		holds(plain((await director.opens(`/cycles/${draft}`)).text), 'The plant was sold.');
	});
	await house.stop();
}
