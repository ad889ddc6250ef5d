// A running cycle: its sums, its pages, reminders, going on, closing. Sums are compared with a recount of the rows.
import { equal, holds, House, it, lacks, plain, run, until } from '../house.mjs';
import { sums, tables } from './sums.mjs';

export const words = 'a cycle is watched, people are reminded, it is closed; its sums are always a recount';

function same(db, when) {
	const s = sums(db);
	if (s.facts < 50) throw new Error(`only ${s.facts} sums`);
	equal(s.kept, s.counted, `sums ${when}`);
	return s;
}

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '200', '--seed', '5', '--today', '2026-11-24']);
	equal(made.code, 0, `demo: ${made.out}${made.err}`);
	const who = new Map(made.out.trim().split('\n').map((l) => l.split(' ')).filter((l) => l.length === 2 && l[1].includes('@')));
	const house = new House(db);
	const on = async (day) => { if (house.child) await house.stop(); await house.start(['--today', day]); };
	const director = house.as(who.get('director')), partner = house.as(who.get('partner'));
	/** Opens the page and presses: each form has its own retry key. */
	const press = async (v, what, fields = {}) => { await v.opens(`/cycles/${cycle}`); return v.post(`/cycles/${cycle}/${what}`, fields); };
	let cycle, over;

	await it('the demo leaves sums that are a recount, all folded', () => equal(same(db, 'of the demo').unfolded, 0, 'unfolded'));
	await on('2026-11-24');
	await house.signIn(who.get('director'));
	await it('it is told not to remind by itself', async () => {
		const running = (await director.json('/cycles')).json.cycles.find((c) => c.state === 'launched').id;
		for (const rule of (await director.json(`/cycles/${running}/setup`)).json.reminders) {
			await director.opens(`/cycles/${running}/setup`);
			equal((await director.post(`/cycles/${running}/reminders/${rule.id}/stop`)).status, 303, 'stopped');
		}
	});
	await on('2026-12-04');
	await house.signIn(who.get('director'));
	await house.signIn(who.get('partner'));

	await it('the list says which one runs and which one is closed', async () => {
		const list = (await director.json('/cycles')).json.cycles;
		cycle = list.find((c) => c.state === 'launched').id;
		over = list.find((c) => c.state === 'closed').id;
		holds(plain((await director.opens('/cycles')).text), 'Closed');
	});
	await it('the list of reviews goes on page by page to its end, each once; figures and list agree', async () => {
		const seen = new Map(), page = (await director.json(`/cycles/${cycle}`)).json;
		let at = `/cycles/${cycle}`, pages = 0;
		for (; at && pages < 20; pages++) {
			const p = (await director.json(at)).json;
			for (const r of p.reviews) { if (seen.has(r.id)) throw new Error(`${r.name} twice`); seen.set(r.id, r); }
			at = p.next ? `/cycles/${cycle}?after=${encodeURIComponent(p.next)}` : null;
		}
		// The figures count everybody; the list has no line of the director's own, whose rating nobody reads early.
		const own = (await director.json('/reviews')).json.parts.find((x) => x.relation === 'self' && seen.size && x.cycle_name === page.head.name);
		equal(seen.has(own.review), false, 'the own line');
		equal(seen.size, page.counts.people - 1, 'reviews');
		if (pages < 3) throw new Error(`${pages} pages`);
		const all = [...seen.values()];
		equal(all.filter((r) => r.self_state === 'submitted').length, page.counts.self_in - (own.state === 'submitted'), 'self reviews in');
		for (const [what, listed, counted] of [['manager reviews in', all.filter((r) => r.manager_state === 'submitted').length, page.counts.manager_in],
			['ready', all.filter((r) => r.state === 'written').length, page.counts.ready]])
			if (counted - listed !== 0 && counted - listed !== 1) throw new Error(`${what}: ${listed} listed, ${counted} counted, and only one's own may be missing`);
		const top = page.units.filter((u) => u.place === 0);
		equal(top.length, 1, 'units where the director begins');
		equal(top[0].people, page.counts.people, 'people of the whole');
	});
	await it('the filters: late, ready, one unit with all below it', async () => {
		const page = (await director.json(`/cycles/${cycle}`)).json, unit = page.units.find((u) => u.place === 1);
		for (const r of (await director.json(`/cycles/${cycle}?state=ready`)).json.reviews) equal(r.state, 'written', r.name);
		const late = (await director.json(`/cycles/${cycle}?state=late`)).json.reviews;
		if (!late.length || late.some((r) => r.self_state === 'submitted' && r.manager_state === 'submitted')) throw new Error('late ones');
		const one = (await director.json(`/cycles/${cycle}?unit=${unit.unit}`)).json;
		equal(one.unit_name, unit.name, 'unit');
		equal(one.counts.people, unit.people, 'people of the unit');
		equal(one.counts.self_in, unit.self_in, 'self reviews of the unit');
	});
	await it('a partner sees their own units only', async () => {
		const mine = (await partner.json(`/cycles/${cycle}`)).json, all = (await director.json(`/cycles/${cycle}`)).json;
		if (!(mine.counts.people > 0 && mine.counts.people < all.counts.people)) throw new Error(`${mine.counts.people} of ${all.counts.people}`);
		const other = all.units.find((u) => u.place === 1 && !mine.units.some((m) => m.unit === u.unit));
		equal((await partner.json(`/cycles/${cycle}?unit=${other.unit}`)).json.counts.people, 0, 'of another unit');
	});
	await it('one late person is reminded, then the others; nobody twice a day', async () => {
		const late = (await director.json(`/cycles/${cycle}`)).json.late;
		const one = late[0], back = new Set(), written = () => tables(db, ['mail']).mail.filter((m) => m[3] === 'review-late');
		/* A letter that its reader wants in a digest, or not at all, was written too; one taken back was not. */
		const letters = () => written().filter((m) => !back.has(m[0]));
		const r = await press(director, 'nudge', { person: one.writer });
		equal(r.status, 303, 'one');
		equal(letters().length, 1, 'letters on their way');
		holds(plain((await director.opens(`/cycles/${cycle}`)).text), 'The reminder is on its way.');
		const way = director.form(/\/nudge\/\d+\/\d+\/back$/).action;
		await partner.opens('/');
		equal((await partner.post(way)).status, 404, 'taken back by who looks after other units');
		holds(plain((await director.does(way)).text), 'Taken back. No reminder left.');
		for (const m of written().filter((m) => m.includes('dropped'))) back.add(m[0]);
		equal(letters().length, 0, 'letters on their way, taken back');
		equal((await director.json(`/cycles/${cycle}`)).json.late.find((l) => l.writer === one.writer).nudged_at ?? null, null, 'reminded');
		equal((await director.post(way)).status, 409, 'taken back a second time');
		equal((await press(director, 'nudge', { person: one.writer })).status, 303, 'reminded after all');
		const again = await press(director, 'nudge', { person: one.writer });
		holds(again.to, 'kept=1');
		const page = plain((await director.opens(again.to.replace(house.site, ''))).text);
		holds(page, '1 person was left out');
		holds(page, 'Reminded today');
		const before = (await director.json(`/cycles/${cycle}`)).json.late;
		const all = await press(director, 'nudge');
		holds(all.to, 'reminding=1');
		holds(plain((await director.opens(all.to.replace(house.site, ''))).text), 'Reminders are being written');
		const named = new Set(tables(db, ['person']).person.filter((p) => p[10] !== '\\N').map((p) => p[0]));
		const owed = new Set(before.filter((l) => named.has(l.writer)).map((l) => l.writer));
		if (owed.size < 2) throw new Error(`only ${owed.size} are late`);
		const done = () => tables(db, ['job_queue']).job_queue.filter((j) => j[1] === 'cycle.nudge').every((j) => j[5] === 'done');
		await until('the click is done', done);
		const first = new Set(letters().map((m) => m[1]));
		equal([...owed].filter((w) => !first.has(w)).join(), '', 'late and without a letter');
		await press(director, 'nudge');
		await until('that click too is done', done);
		equal(letters().length, first.size, 'letters after a second click');
		const list = letters().map((m) => m[1]);
		equal(new Set(list).size, list.length, 'people with a letter');
	});
	await it('more time for one: the sums move with the day', async () => {
		const page = (await director.json(`/cycles/${cycle}`)).json;
		const own = page.late.find((l) => l.own === 1), phase = page.phases.find((p) => p.name === 'self');
		const r = await press(director, 'extensions', { person: own.writer, phase: phase.id, until: '2026-12-20', reason: 'On leave' });
		equal(r.status, 303, 'extended');
		equal((await director.json(`/cycles/${cycle}`)).json.counts.late, page.counts.late - 1, 'late');
		same(db, 'after more time');
	});
	await it('going on, releasing, acknowledging, locking, amending: the sums follow', async () => {
		equal((await press(director, 'go-on')).status, 303, 'go on');
		same(db, 'after going on');
		equal((await press(director, 'release')).status, 303, 'release');
		same(db, 'after release');
		const out = (await director.json(`/cycles/${cycle}?state=released`)).json.reviews;
		const lock = async (id) => { await director.opens(`/reviews/${id}`); await director.does(`/reviews/${id}/lock`); };
		await lock(out[0].id);
		same(db, 'after locking');
		await director.opens(`/reviews/${out[0].id}`);
		await director.does(`/reviews/${out[0].id}/amend`, { reason: 'A figure was wrong.' });
		same(db, 'after amending');
	});
	await it('home tells the same figures', async () => {
		const home = (await director.json('/')).json.cycles.find((c) => c.id === cycle), page = (await director.json(`/cycles/${cycle}`)).json.counts;
		equal([home.people, home.selves, home.managers, home.released, home.acknowledged, home.late].join(),
			[page.people, page.self_in, page.manager_in, page.released, page.acknowledged, page.late].join(), 'figures');
	});
	await it('a second later all is folded, and still the same', async () => {
		await until('everything folded', () => sums(db).unfolded === 0);
		same(db, 'folded');
	});
	await it('it is not closed while reviews are to be released and phases to come', async () => {
		const r = await press(director, 'close');
		equal(r.status, 422, 'close');
		holds(plain(r.text), 'of its reviews are not released');
		equal((await press(partner, 'close')).status, 403, 'a partner');
	});
	await on('2027-01-20');
	await house.signIn(who.get('director'));
	await it('once its phases are over it is closed, and asks for nothing more', async () => {
		await director.opens(`/cycles/${cycle}`);
		const page = await director.does(`/cycles/${cycle}/close`);
		holds(plain(page.text), 'Closed');
		holds(plain(page.text), 'Nobody is late.');
		lacks(page.text, '/nudge"');
		equal((await press(director, 'nudge')).status, 409, 'a reminder');
		equal((await press(director, 'close')).status, 409, 'closed twice');
		lacks(JSON.stringify((await director.json('/')).json.cycles), `"${cycle}"`);
		same(db, 'after closing');
	});
	await it('what was released is still acknowledged in a closed cycle', async () => {
		const t = tables(db, ['review', 'person', 'account']), owner = new Map(t.account.map((a) => [a[1], a[2]]));
		const one = t.review.find((r) => r[1] === over && r[5] === 'released' && owner.has(r[3]));
		const v = await house.signIn(owner.get(one[3]));
		await v.opens(`/reviews/${one[0]}`);
		await v.does(`/reviews/${one[0]}/acknowledge`, { verdict: 'acknowledged' });
		same(db, 'after a late acknowledgement');
	});
	await house.stop();
}
