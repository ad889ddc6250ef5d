// Who led somebody before is asked by HR, says it or declines, and is in no circle of the review for it.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { write } from './steps.mjs';
import { sums, tables } from './sums.mjs';

export const words = 'HR asks a former manager for a contribution: beside the review, in no rating, never waited for';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '60', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db), director = house.as(who.get('director'));
	await house.start(['--today', '2026-11-24']);
	await house.signIn(who.get('director'));
	const cycle = (await director.json('/cycles')).json.cycles.find((c) => c.state === 'launched').id, page = `/cycles/${cycle}/cases`;
	const t = tables(db, ['account', 'person', 'review', 'review_part', 'former_word', 'cycle_case']);
	const mailOf = (id) => t.account.find((a) => a[1] === id)?.[2], nameOf = (id) => t.person.find((p) => p[0] === id)[7];
	const own = t.account.find((a) => a[2] === who.get('director'))[1];
	const cases = (await director.json(page)).json.cases;
	// one nobody has decided, led by somebody else before, its parts not handed in
	const one = cases.find((c) => c.formers.some((f) => !f.state) && c.needs), asked = one?.formers.find((f) => !f.state);
	if (!one) throw new Error(`no case with a former manager: ${JSON.stringify(cases)}`);
	const review = t.review.find((r) => r[1] === cycle && r[3] === one.person), part = (side) => t.review_part.find((p) => p[1] === review[0] && p[3] === side);
	const former = await house.signIn(mailOf(asked.person)), manager = await house.signIn(mailOf(review[4])), employee = await house.signIn(mailOf(review[3]));
	const notices = (verb) => tables(db, ['notification']).notification.filter((n) => n.includes(verb)).length;
	const waits = () => tables(db, ['waiting']).waiting.filter((w) => w[2] === 'review.former' && w[1] === asked.person && w[8] === '\\N').length;
	let at;

	await it('a refused decision stays open with what was typed, the others are closed', async () => {
		await director.opens(page);
		const r = await director.fill(`/cycles/${cycle}/cases/${one.person}`, { choice: 'part', from: '2026-05-05', to: '2026-02-02', reason: 'TYPEDREASON', ask: asked.person });
		equal(r.status, 422, 'days the wrong way round');
		holds(r.text, 'TYPEDREASON');
		equal((r.text.match(/<details class="fold" open/g) ?? []).length, 1, 'one form is open');
		equal(waits(), 0, 'nobody is asked');
	});
	await it('HR asks: it waits on the home page of who is asked, with a notice; out of nothing else', async () => {
		const before = await director.json(`/cycles/${cycle}`), told = notices('former.asked');
		await director.opens(page);
		equal((await director.fill(`/cycles/${cycle}/cases/${one.person}`, { choice: 'keep', reason: 'Changed teams', ask: asked.person, shared: '1' })).status, 303, 'asked');
		equal(waits(), 1, 'waits');
		equal(notices('former.asked'), told + 1, 'a notice');
		holds(plain((await former.opens('/')).text), 'Say what you saw while you led them');
		at = `/formers/${(await former.json('/reviews')).json.formers.find((f) => f.name === one.name).id}`;
		const after = await director.json(`/cycles/${cycle}`);
		equal(JSON.stringify(after.json.counts), JSON.stringify(before.json.counts), 'completion counts nothing of it');
		const again = await director.sendJson('POST', `/cycles/${cycle}/cases/${one.person}`, { choice: 'keep', reason: 'again', ask: [asked.person] });
		equal(again.status === 422 || again.status === 403, true, `asked once: ${again.status}`);
	});
	await it('who is asked sees their own page and nothing of the review', async () => {
		const seen = await former.opens(at);
		holds(plain(seen.text), 'Only about the time you led them');
		for (const a of [`/reviews/${review[0]}`, `/parts/${part('manager')[0]}`, `/parts/${part('self')[0]}`, `/reviews/${review[0]}/preview`, `/reviews/${review[0]}/record`]) equal((await former.get(a)).status, 404, a);
		for (const [v, what] of [[manager, 'the manager'], [employee, 'the employee']]) equal((await v.get(at)).status, 404, `${what}: not before it is given`);
		equal((await director.get(at)).status, 200, 'HR sees that it is asked');
	});
	await it('handed in: beside the manager’s form, for HR, not for the employee; nothing is rated', async () => {
		await former.opens(at);
		const short = await former.fill(at, { did: '' });
		equal(short.status, 422, 'nothing written');
		await former.opens(at);
		equal((await former.fill(at, { did: 'FORMERDID kept the list', next_step: 'FORMERNEXT' })).status, 303, 'given');
		equal(waits(), 0, 'waits no more');
		holds(plain((await manager.opens(`/parts/${part('manager')[0]}`)).text), 'FORMERDID');
		equal((await manager.get(at)).status, 200, 'the manager');
		holds((await director.opens(at)).text, 'FORMERDID');
		equal((await employee.get(at)).status, 404, 'the employee');
		for (const a of [`/parts/${part('self')[0]}`, '/reviews', '/']) lacks((await employee.opens(a)).text, 'FORMERDID');
		equal((await former.post(at, { did: 'more', version: 2 })).status, 409, 'once');
		const s = sums(db);
		equal(s.kept, s.counted, 'sums');
	});
	await it('released: the employee reads it, for HR said so; the former manager still nothing of the review', async () => {
		for (const [v, side] of [[employee, 'self'], [manager, 'manager']]) await write(v, `/parts/${part(side)[0]}`, 3000, (n) => `${side} ${n}`);
		lacks((await employee.json('/reviews')).text, 'FORMERDID');
		await director.opens(`/reviews/${review[0]}`);
		equal((await director.fill(`/reviews/${review[0]}/release`)).status, 303, 'released');
		holds((await employee.opens(`/reviews/${review[0]}`)).text, 'FORMERDID');
		equal((await employee.get(at)).status, 200, 'its own page');
		equal((await former.get(`/reviews/${review[0]}`)).status, 404, 'the former manager');
		lacks(tables(db, ['review_record']).review_record.map(String).join(' '), 'FORMERDID');
	});
	await it('nobody waits for it: the manager hands in, and who has not answered is not asked any more', async () => {
		const open = t.former_word.find((f) => f[8] === 'asked'), r = t.review.find((x) => x[0] === open[1]), mine = t.review_part.find((p) => p[1] === r[0] && p[3] === 'manager');
		const late = await house.signIn(mailOf(open[2]));
		equal((await late.get(`/formers/${open[0]}`)).status, 200, 'asked');
		if (mine[6] !== 'submitted') await write(await house.signIn(mailOf(r[4])), `/parts/${mine[0]}`, 3000, (n) => `m ${n}`);
		equal(tables(db, ['waiting']).waiting.some((w) => w[2] === 'review.former' && w[4] === open[0] && w[8] === '\\N'), false, 'waits no more');
		holds(plain((await late.opens(`/formers/${open[0]}`)).text), 'It went on without this contribution');
		equal((await late.post(`/formers/${open[0]}`, { did: 'too late', version: 1 })).status, 409, 'too late');
	});
	await it('declined: HR reads why, the manager and the employee do not', async () => {
		const no = t.former_word.find((f) => f[8] === 'declined'), r = t.review.find((x) => x[0] === no[1]);
		holds((await director.opens(`/formers/${no[0]}`)).text, 'We met twice');
		for (const id of [r[3], r[4]]) equal((await (await house.signIn(mailOf(id))).get(`/formers/${no[0]}`)).status, 404, nameOf(id));
	});
	if (own === review[3]) throw new Error('the director is no case of their own');
	await house.stop();
}
