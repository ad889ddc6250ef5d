// A change is taken back within ten seconds: the page says so with a form, and what stands behind it judges the time.
import { equal, holds, House, it, lacks, run, until } from '../house.mjs';

export const words = 'a change is taken back within ten seconds, and not later';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '2', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const [email, other] = made.out.split('\n').map((l) => l.split(' ')[1]);
	const house = await new House(db).start(['--today', '2026-11-24']);
	const v = await house.signIn(email), w = await house.signIn(other);
	await v.opens('/account');
	await v.fill('/account/tokens', { name: 'for the script', scopes: 'read', hours: '2' });
	const token = (await v.json('/account')).json.tokens[0].id, end = `/account/tokens/${token}/end`, keep = `/account/tokens/${token}/keep`;

	await it('the next page says what was done, and how to take it back', async () => {
		await v.opens('/account');
		const page = await v.does(end);
		holds(page.text, 'The token has ended.');
		equal(v.form(keep).method, 'post', 'the form');
		lacks(page.text, `action="${end}"`);
	});
	await it('nobody else takes it back', async () => {
		await w.opens('/account');
		equal((await w.post(keep)).status, 404, "another's token");
		equal((await v.json('/account')).json.tokens.length, 0, 'tokens');
	});
	await it('a way back that is bent, or of another session, is not offered', async () => {
		for (const cookie of ['told.token_ended~00~1~/sign-out', 'told.token_ended~', 'told.token_ended~x~y~z']) {
			w.cookies.set('tell', cookie);
			const page = await w.opens('/account');
			holds(page.text, 'The token has ended.');
			lacks(page.text, 'Undo');
		}
	});
	await it('it is taken back, once', async () => {
		holds((await v.does(keep)).text, 'The token goes on as before.');
		equal((await v.json('/account')).json.tokens[0].id, token, 'the token');
		equal((await v.post(keep)).status, 404, 'a second time');
	});
	await it('a page later the way back is no longer offered', async () => {
		await v.opens('/account');
		await v.does(end);
		lacks((await v.opens('/account')).text, 'Undo');
	});
	const admin = await house.signIn(made.out.match(/^admin (\S+)/m)[1]), link = /\/account\/link$/;
	const letters = (state) => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('mail|') && l.includes('|reset|') && (!state || l.includes(`|${state}|`))).length;
	const links = () => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('link|') && l.includes('|reset|')).length;
	await it('a letter of such a change waits until it cannot be taken back any more', async () => {
		await admin.opens('/accounts?state=open');
		const page = await admin.does(link);
		holds(page.text, 'Undo');
		equal(letters('waiting'), 1, 'letters on their way');
		await new Promise((r) => setTimeout(r, 2500));
		equal(letters('waiting'), 1, 'letters on their way, after the queue was looked at');
		equal(links(), 1, 'links');
	});
	await it('taken back, it does not leave, and its link opens nothing', async () => {
		await admin.opens('/accounts?state=open');
		await admin.does(link);
		const back = admin.form(/\/back$/).action;
		holds((await admin.does(/\/back$/)).text, 'Taken back');
		equal(letters('dropped'), 1, 'letters dropped');
		equal(links(), 0, 'links, both of the last seconds');
		equal((await admin.post(back)).status, 409, 'a second time');
	});
	const hr = await house.signIn(made.out.match(/^director (\S+)/m)[1]);
	let form, question;
	await it('a question taken out of a draft comes back as it was, to its place', async () => {
		await hr.opens('/forms');
		form = (await hr.fill('/forms', { name: 'To take from', start: 'standard' })).to.replace(house.site, '');
		const seen = async () => { const p = (await hr.json(form)).json; delete p.head.version; return JSON.stringify(p); }, before = await seen();
		const all = (await hr.json(form)).json.sections[0].questions;
		question = all[0].id;
		await hr.opens(form);
		const page = await hr.does(`${form}/questions/${question}/remove`);
		holds(page.text, 'The question is taken out.');
		equal((await hr.json(form)).json.sections[0].questions.length, all.length - 1, 'questions');
		holds((await hr.does(`${form}/questions/${question}/back`)).text, 'The question is back.');
		equal(await seen(), before, 'the template');
		equal((await hr.post(`${form}/questions/${question}/back`)).status, 404, 'a second time');
	});
	await it('a question whose section has gone meanwhile does not come back alone', async () => {
		const section = (await hr.json(form)).json.sections[0];
		await hr.opens(form);
		await hr.does(`${form}/questions/${question}/remove`);
		const way = hr.form(`${form}/questions/${question}/back`).action;
		await hr.does(`${form}/sections/${section.id}/remove`);
		const r = await hr.post(way);
		equal(r.status, 409, 'the way back');
	});
	let file;
	await it('an import put away by mistake is there again, with all its rows', async () => {
		await hr.opens('/import');
		file = (await hr.upload('/import', 'file', 'people.csv', 'Employee ID,Name,Work E-mail\r\nN-901,Nora Neu,nora@north.example\r\n')).to.replace(house.site, '');
		const before = JSON.stringify((await hr.json(file)).json);
		await hr.opens(file);
		holds((await hr.does(`${file}/away`)).text, 'Put away. Nothing of it was applied.');
		equal((await hr.post(`${file}/apply`)).status, 422, 'applied while it is put away');
		await hr.opens(file);
		equal((await w.post(`${file}/back`)).status, 404, 'by another');
		const back = await hr.post(`${file}/back`);
		equal(back.status, 303, 'the way back');
		equal(JSON.stringify((await hr.json(file)).json), before, 'the import');
		await hr.opens(file);
		equal((await hr.post(`${file}/back`)).status, 409, 'a second time');
		await hr.opens(file);
		await hr.does(`${file}/away`);
	});
	await house.stop();
	await house.start(['--today', '2026-11-25']);
	await it('a day later the import stays away, and its file is gone', async () => {
		await until('the file is gone', () => !run(db, ['dump']).out.split('\n').some((l) => l.startsWith('file|') && l.includes('|upload|')));
		const later = await house.signIn(made.out.match(/^director (\S+)/m)[1]);
		await later.opens('/import');
		equal((await later.post(`${file}/back`)).status, 409, 'the way back');
		equal((await later.post(`${form}/questions/${question}/back`)).status, 409, 'the question');
	});
	await it('a day later it is too late, and the page says so', async () => {
		const again = await house.signIn(email);
		await again.opens('/account');
		const r = await again.post(keep);
		equal(r.status, 409, 'a day later');
		holds(r.text, 'A change can be taken back for ten seconds, and they are over.');
		equal((await again.json('/account')).json.tokens.length, 0, 'tokens');
	});
	await house.stop();
}
