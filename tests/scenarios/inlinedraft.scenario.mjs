// What is typed into a form and not sent is kept for its author alone, comes back with the form, and goes when it is sent.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';

export const words = 'what is typed and not sent is kept, for its author alone';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '2', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const [email, other] = [...made.out.matchAll(/^[a-z]+ (\S+@\S+)$/gm)].map((m) => m[1]);
	const house = await new House(db).start(['--today', '2026-11-24']);
	const v = await house.signIn(email), w = await house.signIn(other);
	const place = '/drafts/task/0', typed = { title: 'Kept <b>words</b> & “more”', due_on: '2026-12-24', every: '14', note: 'one line\ntwo lines', version: '77' };
	const script = { 'hx-request': 'true', accept: 'application/json' };

	await it('the form says where it is kept', async () => {
		holds((await v.opens('/tasks')).text, `data-autosave="${place}"`);
		lacks((await v.opens('/tasks')).text, 'We kept what you typed');
	});
	await it('what is typed is kept, with its time', async () => {
		const r = await v.post(place, typed, script);
		equal(r.status, 200, 'the reply');
		if (!/^\d\d:\d\d$/.test(r.json.saved)) throw new Error(r.text);
		equal(r.json.version, undefined, 'a version, which would be taken for the record’s');
	});
	await it('it comes back with the form, as typed, also after the session has ended', async () => {
		await v.opens('/account');
		await v.does('/sign-out');
		const again = await house.signIn(email), page = await again.opens('/tasks');
		if (!/We kept what you typed at \d\d:\d\d\. It is not sent yet\./.test(plain(page.text))) throw new Error('it is not said');
		holds(page.text, 'value="Kept &lt;b&gt;words&lt;/b&gt; &amp; “more”"');
		holds(page.text, 'value="2026-12-24"');
		holds(page.text, 'two lines');
		if (!/<option value="14" selected/.test(page.text)) throw new Error('the choice is not kept');
		lacks(page.text, 'value="77"');
	});
	await it('the newest is kept, in one place', async () => {
		await v.opens('/tasks');
		await v.post(place, { ...typed, title: 'Kept words, second thoughts' }, script);
		const page = await v.opens('/tasks');
		holds(page.text, 'second thoughts');
		equal(run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('draft|')).length, 1, 'drafts');
	});
	await it('nobody else sees it, and the database does not tell it', async () => {
		lacks((await w.opens('/tasks')).text, 'second thoughts');
		lacks(run(db, ['dump']).out, 'second thoughts');
		lacks(run(db, ['dump']).out, Buffer.from('second thoughts').toString('hex'));
		equal(run(db, ['dump']).out.split('\n').filter((l) => /^event\|.*draft/.test(l)).length, 0, 'events');
	});
	await it("another's place cannot be named: the same address keeps one's own", async () => {
		await w.opens('/tasks');
		await w.post(place, { title: 'Of somebody else' }, script);
		holds((await v.opens('/tasks')).text, 'second thoughts');
		holds((await w.opens('/tasks')).text, 'Of somebody else');
	});
	await it('it can be put away, by a button that Enter in a field does not press', async () => {
		const page = await w.opens('/tasks'), inside = page.text.slice(page.text.indexOf('action="/tasks"'));
		equal(/<button[^>]*>/.exec(inside)[0].includes('form="draft-task:0"'), true, 'the first button is of another form');
		holds((await w.does(`${place}/discard`)).text, 'Put away.');
		lacks((await w.opens('/tasks')).text, 'Of somebody else');
	});
	await it('a refused form shows what was typed, and the draft stays', async () => {
		await v.opens('/tasks');
		const r = await v.fill('/tasks', { title: 'Sent without a day', due_on: '' });
		equal(r.status, 422, 'the reply');
		holds(r.text, 'value="Sent without a day"');
		lacks(plain(r.text), 'We kept what you typed');
		holds((await v.opens('/tasks')).text, 'second thoughts');
	});
	await it('sent, it is gone', async () => {
		await v.opens('/tasks');
		await v.does('/tasks', { seen_by: 'self' });
		const page = await v.opens('/tasks');
		lacks(plain(page.text), 'We kept what you typed');
		equal(run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('draft|')).length, 0, 'drafts');
	});
	await it('it has limits: how long, how many, and what a place is called', async () => {
		await v.opens('/tasks');
		const r = await v.post(place, { note: 'x'.repeat(70000), retry: null }, script);
		equal(r.status, 422, 'a very long one');
		holds(r.json.errors[0].detail, 'too long to be kept');
		for (const bad of ['/drafts/task/x', '/drafts/Task/0', '/drafts/a.b/0', `/drafts/${'a'.repeat(41)}/0`]) equal((await v.post(bad, { retry: null }, script)).status, 404, bad);
		for (let i = 1; i <= 30; i++) equal((await v.post(`/drafts/many/${i}`, { note: 'x', retry: null }, script)).status, 200, `number ${i}`);
		equal((await v.post('/drafts/many/31', { note: 'x', retry: null }, script)).status, 422, 'one more');
		equal((await v.post('/drafts/many/30', { note: 'y', retry: null }, script)).status, 200, 'one that is there');
	});
	await house.stop();
	await house.start(['--today', '2027-02-21']);
	await it('after 90 days what is left is forgotten', async () => {
		await house.signIn(email);
		equal(run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('draft|')).length, 30, 'after 89 days');
		await house.stop();
		await house.start(['--today', '2027-02-23']);
		await house.signIn(email);
		equal(run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('draft|')).length, 0, 'after 91 days');
	});
	await house.stop();
}
