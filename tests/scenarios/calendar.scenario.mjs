// One calendar: the programme's days are the same for everybody, personal ones stand in nobody else's.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';

export const words = 'all dates of all cycles stand in one calendar';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db);
	await house.start(['--today', '2026-11-24']);
	for (const role of ['director', 'employee', 'lead']) await house.signIn(who.get(role));
	const director = house.as(who.get('director')), employee = house.as(who.get('employee')), lead = house.as(who.get('lead'));
	const phases = (page) => page.lines.filter((l) => l.kind === 'phase').map((l) => `${l.what} ${l.title} ${l.from_on} ${l.to_on}`).join('\n');

	await it('everybody finds the same days of the programme', async () => {
		const own = (await employee.json('/calendar?month=2026-12')).json;
		equal(own.days.length, 42, 'days');
		equal(own.lines.filter((l) => l.kind === 'phase').length >= 3, true, 'phases');
		for (const v of [director, lead]) equal(phases((await v.json('/calendar?month=2026-12')).json), phases(own), 'phases');
		const marks = own.days.flatMap((d) => (d.marks ?? []).map((m) => `${d.day} ${m.mark} ${m.what}`));
		for (const l of own.lines.filter((x) => x.to_on <= '2026-12-31')) equal(marks.some((m) => m === `${l.to_on} ${l.from_on === l.to_on ? 'on' : 'closes'} ${l.what}`), true, `last day of ${l.what}`);
	});
	await it('it is the same after the page was left and come back to; nonsense is this month', async () => {
		const now = (await employee.json('/calendar')).json, odd = (await employee.json('/calendar?month=2026-99')).json;
		equal(`${odd.month} ${odd.year}`, `${now.month} ${now.year}`, 'month');
		holds(plain((await employee.opens('/calendar')).text), 'November 2026');
		equal((await employee.json(`/calendar?month=${now.before}`)).json.after, '2026-11', 'back again');
	});
	await it('a conversation stands in the calendar of the one who holds it, and in nobody else\'s', async () => {
		const mine = (await lead.json('/team')).json.reviews;
		let set = null;
		for (const r of mine) {
			await lead.opens(`/reviews/${r.id}`);
			const made = await lead.post(`/reviews/${r.id}/talk`, { talk_on: '2026-12-15', version: (await lead.json(`/reviews/${r.id}`)).json.head.version });
			if (made.status === 303) { set = r; break; }
		}
		if (!set) throw new Error('no review of the lead is written');
		const meetings = async (v) => (await v.json('/calendar?month=2026-12')).json.lines.filter((l) => l.kind === 'review');
		equal((await meetings(lead)).some((l) => l.title === set.name && l.from_on === '2026-12-15'), true, 'the lead\'s');
		equal((await meetings(director)).some((l) => l.title === set.name), false, 'the director\'s');
	});
	await it('it can be taken along as a file that other programs read', async () => {
		const r = await lead.get('/calendar/file');
		equal(r.status, 200, 'file');
		holds(r.text, 'BEGIN:VCALENDAR');
		holds(r.text, 'DTSTART;VALUE=DATE:20261215');
		equal(r.text.split('BEGIN:VEVENT').length, r.text.split('END:VEVENT').length, 'events');
		equal(r.text.split('\r\n').filter((l) => Buffer.byteLength(l) > 75).length, 0, 'long lines');
		lacks((await employee.get('/calendar/file')).text, '20261215');
	});
	await house.stop();
}
