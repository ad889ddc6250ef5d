// Somebody was there for a part of the period, or is led by somebody else now: HR decides what is asked, with a reason.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { write } from './steps.mjs';
import { sums, tables } from './sums.mjs';

export const words = 'somebody was on leave or changed teams: HR decides what is asked of them';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db), director = house.as(who.get('director')), employee = house.as(who.get('employee'));
	await house.start(['--today', '2026-11-24']);
	for (const role of ['director', 'employee']) await house.signIn(who.get(role));
	const cycle = (await director.json('/cycles')).json.cycles.find((c) => c.state === 'launched').id, page = `/cycles/${cycle}/cases`;
	const head = (await director.json(page)).json.head;
	const plus = (day, n) => { const d = new Date(`${day}T00:00:00Z`); d.setUTCDate(d.getUTCDate() + n); return d.toISOString().slice(0, 10); };
	const t = tables(db, ['person', 'account', 'review', 'review_part', 'chain', 'person_now']);
	const mailOf = (id) => t.account.find((a) => a[1] === id)?.[2];
	const own = t.account.find((a) => a[2] === who.get('director'))[1];
	const partsOf = (r) => ['self', 'manager'].map((side) => t.review_part.find((p) => p[1] === r[0] && p[3] === side));
	// reviews nobody has begun, of people the director is not below, with an account at both ends
	const free = t.review.filter((r) => r[1] === cycle && r[5] === 'open' && partsOf(r).every((p) => p?.[6] === 'asked') && mailOf(r[3]) && mailOf(r[4])
		&& r[3] !== own && r[4] !== own && !t.chain.some(([up, down]) => up === r[3] && down === own));
	if (free.length < 3) throw new Error(`only ${free.length} reviews nobody has begun`);
	const name = (r) => t.person.find((p) => p[0] === r[3])[7];
	const away = async (r, from, back) => { await director.opens(page); return director.fill(`/cycles/${cycle}/absences`, { who: mailOf(r[3]), away: from, back }); };
	const caseOf = async (r) => (await director.json(page)).json.cases.find((c) => c.person === r[3]);
	const decide = async (r, fields) => { await director.opens(page); return director.fill(`/cycles/${cycle}/cases/${r[3]}`, { reason: `DECIDED ${name(r)}`, ...fields }); };
	const agree = (what) => { const s = sums(db); equal(s.kept, s.counted, `sums ${what}`); };
	const [one, two, three] = free;

	await it('the days somebody was away make a case only when they take more than a quarter', async () => {
		const before = await caseOf(one);
		equal((await away(one, head.period_from, plus(head.period_from, 5))).status, 303, 'five days');
		equal((await caseOf(one))?.reasons.filter((x) => x.what === 'absence').length ?? 0, 0, 'no case by five days');
		equal((await away(one, plus(head.period_from, 10), plus(head.period_from, 130))).status, 303, 'four months');
		const now = await caseOf(one);
		equal(now.reasons.filter((x) => x.what === 'absence').length, 2, 'both absences together');
		equal(now.needs, true, `needs a decision (before: ${JSON.stringify(before)})`);
		holds(plain((await director.opens(`/cycles/${cycle}`)).text), 'a decision');
		const bad = await away(one, plus(head.period_from, 9), plus(head.period_from, 9));
		equal(bad.status, 422, 'back before away');
		holds(plain(bad.text), 'comes after the first day away');
		await director.opens(page);
		const nobody = await director.fill(`/cycles/${cycle}/absences`, { who: 'nobody@nowhere.example', away: head.period_from, back: plus(head.period_from, 3) });
		equal(nobody.status, 422, 'nobody');
	});
	await it('some of the days: the form and the evidence beside it speak of these', async () => {
		const outside = await decide(one, { choice: 'part', from: plus(head.period_from, -1), to: head.period_to });
		equal(outside.status, 422, 'outside the period');
		holds(plain(outside.text), 'within the period');
		const from = plus(head.period_from, 130);
		equal((await decide(one, { choice: 'part', from, to: head.period_to })).status, 303, 'decided');
		const writer = await house.signIn(mailOf(one[4])), part = (await writer.json(`/parts/${partsOf(one)[1][0]}`)).json;
		equal(`${part.head.period_from} ${part.head.period_to}`, `${from} ${head.period_to}`, 'days of the form');
		equal(part.item_months.flatMap((m) => m.items).every((i) => i.on_day >= from), true, 'no evidence of before');
		const c = await caseOf(one);
		equal(`${c.choice} ${c.needs}`, 'part false', 'shown');
		holds(c.reason, 'DECIDED');
		equal((await decide(one, { choice: 'keep' })).status, 303, 'decided anew');
		equal((await writer.json(`/parts/${partsOf(one)[1][0]}`)).json.head.period_from, partsBefore(one), 'as before');
	});
	function partsBefore(r) { return tables(db, ['cycle_member']).cycle_member.find((m) => m[0] === r[2])[9]; }
	await it('left out: nobody finds the review, nothing waits, the sums are a recount; decided anew it comes back', async () => {
		await away(two, head.period_from, plus(head.period_from, 200));
		const person = await house.signIn(mailOf(two[3])), part = `/parts/${partsOf(two)[0][0]}`;
		equal((await person.get(part)).status, 200, 'before');
		const people = (await director.json(`/cycles/${cycle}`)).json.counts.people;
		equal((await decide(two, { choice: 'exclude' })).status, 303, 'left out');
		agree('after leaving out');
		equal((await director.json(`/cycles/${cycle}`)).json.counts.people, people - 1, 'one fewer');
		equal((await person.get(part)).status, 404, 'the part is gone');
		equal((await director.get(`/reviews/${two[0]}`)).status, 404, 'the review is gone');
		const waits = () => tables(db, ['waiting']).waiting.filter((w) => partsOf(two).some((p) => p[0] === w[4]) && w[8] === '\\N').length;
		equal((await person.json('/reviews')).json.parts.some((p) => part.endsWith(p.id)), false, 'not among their own');
		lacks(plain((await director.opens(`/cycles/${cycle}?state=open`)).text), `${name(two)} Not begun`);
		equal((await decide(two, { choice: 'keep' })).status, 303, 'back');
		agree('after coming back');
		equal((await person.get(part)).status, 200, 'the part is back');
		if (waits() < 2) throw new Error('what waited does not wait again');
	});
	await it('another template, while nobody has begun', async () => {
		await away(three, head.period_from, plus(head.period_from, 200));
		await director.opens('/forms');
		const form = (await director.fill('/forms', { name: 'Shorter', start: 'light' })).to.replace(house.site, '');
		await director.opens(form);
		await director.does(`${form}/publish`);
		equal((await decide(three, { choice: 'short' })).status, 422, 'no template chosen');
		equal((await decide(three, { choice: 'short', form: form.match(/\d+/)[0] })).status, 303, 'decided');
		const person = await house.signIn(mailOf(three[3])), part = `/parts/${partsOf(three)[0][0]}`;
		const asked = (await person.json(part)).json.sections.flatMap((s) => s.questions);
		equal(asked.every((q) => q.kind === 'text'), true, 'words only');
		await write(person, part, 3000, (n) => `Shorter ${n}`);
		const late = await decide(three, { choice: 'keep' });
		equal(late.status, 422, 'begun');
		holds(plain(late.text), 'Somebody has begun to write');
	});
	await it('the employee sees none of it: neither page nor reason', async () => {
		equal((await employee.get(page)).status, 404, 'the page');
		const person = await house.signIn(mailOf(one[3]));
		lacks((await person.opens(`/parts/${partsOf(one)[0][0]}`)).text, 'DECIDED');
	});
	await it('led by somebody else now: the part moves, empty, and the former manager finds nothing', async () => {
		const tree = new Map(t.person_now.map((n) => [n[0], n]));
		const heir = t.review.find((r) => r[4] !== one[4] && r[4] !== one[3] && mailOf(r[4]) && r[4] !== own && !t.chain.some(([up, down]) => up === one[3] && down === r[4]))[4];
		const former = await house.signIn(mailOf(one[4])), part = `/parts/${partsOf(one)[1][0]}`;
		await write(former, part, 3000, (n) => `FORMERWORDS ${n}`, false);
		const person = t.person.find((p) => p[0] === one[3]), boss = t.person.find((p) => p[0] === heir);
		equal(tree.get(one[3]).includes(one[4]), true, 'led by the former manager');
		await moveLine(house, director, person, boss);
		const move = (await director.json(page)).json.moves.find((m) => m.person === one[3]);
		equal(move.needs, true, 'needs a decision');
		await director.opens(page);
		equal((await director.fill(`/cycles/${cycle}/moves/${one[3]}`, { choice: 'move', reason: 'CHANGEDTEAMS' })).status, 303, 'moved');
		equal((await former.get(part)).status, 404, 'the former manager: the part');
		equal((await former.get(`/reviews/${one[0]}`)).status, 404, 'the former manager: the review');
		const next = await house.signIn(mailOf(heir));
		lacks((await next.opens(part)).text, 'FORMERWORDS');
		equal((await next.json('/reviews')).json.parts.some((p) => part.endsWith(p.id)), true, 'among theirs');
		equal(tables(db, ['notification']).notification.filter((n) => n.includes('review.moved')).length, 1, 'notice');
		agree('after a move');
		await write(next, part, 3000, (n) => `NEXTWORDS ${n}`);
		await director.opens(page);
		const late = await director.post(`/cycles/${cycle}/cases/${one[3]}`, { choice: 'exclude', reason: 'too late' });
		equal(late.status, 409, 'handed in: nothing to decide');
	});
	await house.stop();
}

/** The line of one person changes by an import of their row alone. */
async function moveLine(house, director, person, boss) {
	const unit = (await director.json(`/people/${person[0]}`)).json;
	const csv = `Employee ID,First Name,Last Name,Work E-mail,Supervisor\r\n${person[2]},${person[5]},${person[6]},${person[10]},${boss[2]}\r\n`;
	await director.opens('/import');
	const r = await director.upload('/import', 'file', 'line.csv', csv);
	equal(r.status, 303, `import: ${unit?.name}`);
	const at = r.to.replace(house.site, '');
	await director.opens(at);
	await director.fill(`${at}/apply`, { good: '1' });
}
