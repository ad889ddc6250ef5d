// A form is looked over for one field, as it is filled in: what is wrong is said, and nothing is changed by it.
import { equal, holds, House, it, lacks, run } from '../house.mjs';

export const words = 'a form is looked over field by field, and nothing is changed by it';

export default async function scenario(db) {
	const made = run(db, ['demo', '--people', '12', '--seed', '2', '--today', '2026-11-24']);
	equal(made.code, 0, made.err);
	const email = (role) => made.out.match(new RegExp(`^${role} (\\S+)`, 'm'))[1];
	const house = await new House(db).start(['--today', '2026-11-24']);
	const v = await house.signIn(email('director')), w = await house.signIn(email('employee'));
	const look = (who, path, field, fields, headers = {}) => who.post(path, fields, { 'meridian-check': field, accept: 'application/json', ...headers });
	const rows = () => run(db, ['dump']).out.replace(/^(id_lease|session)\|.*$/gm, '');         /* numbers may be taken and not used; a session is seen */

	await v.opens('/forms');
	const form = (await v.does('/forms', { name: 'A template to try on', start: 'empty' })).path, sections = `${form}/sections`;
	await v.opens(form);
	let before = rows();
	for (let now; (now = rows()) !== before || /^job_queue\|.*\|waiting\|0\|/m.test(now); before = now) await new Promise((r) => setTimeout(r, 500));     /* the day's own work is done */

	await it('what is wrong with the field is said, and of no other field', async () => {
		const r = await look(v, sections, 'weight', { title: '', weight: 'much', version: '1' });
		equal(r.status, 422, 'a weight of letters');
		equal(r.json.errors.length, 1, 'refusals');
		equal(r.json.errors[0].field, 'weight', 'the field');
		holds(r.json.errors[0].detail, 'not a number');
		equal((await look(v, sections, 'title', { title: '', weight: 'much', version: '1' })).json.errors[0].field, 'title', 'the field');
	});
	await it('what is right is not spoken of, whatever the others are', async () => {
		const r = await look(v, sections, 'title', { title: 'What was reached', weight: 'much', version: '1' });
		equal(r.status, 204, 'a title');
		equal(r.text, '', 'what is said');
		equal((await look(v, sections, 'title', { title: 'What was reached', weight: '100', version: '1' })).status, 204, 'a form without fault');
		equal((await look(v, sections, 'nothing', { title: '', weight: '', version: '1' })).status, 204, 'a field that is not there');
	});
	await it('an old version is no fault of the field', async () => {
		equal((await look(v, sections, 'title', { title: 'One', weight: '50', version: '77' })).status, 204, 'an old version');
	});
	await it('nothing was changed, though forms without fault were looked over', async () => {
		for (let i = 0; i < 5; i++) await look(v, sections, 'title', { title: `Section ${i}`, weight: '20', version: '1' });
		await look(v, '/cycles', 'name', { name: 'Another cycle', period_from: '2026-01-01', period_to: '2026-06-30' });
		await look(v, '/account/tokens', 'name', { name: 'a token', scopes: 'read', hours: '2' });
		equal(rows(), before, 'the rows');
	});
	await it('no notice of something done is left behind', async () => {
		lacks((await v.opens('/account')).text, 'class="toast"');
	});
	await it('the retry key of the form is still unused', async () => {
		await v.opens(form);
		const retry = v.hidden('retry', sections);
		equal((await look(v, sections, 'title', { title: 'One', weight: '60', version: '1', retry })).status, 204, 'looked over');
		equal((await v.post(sections, { title: 'One, named better', weight: '60', version: '1', retry })).status, 303, 'sent');
	});
	await it('who may not send the form may not have it looked over', async () => {
		await w.opens('/account');
		equal((await look(w, sections, 'weight', { title: 'x', weight: 'much', version: '1' })).status, 404, 'an employee');
		const nobody = house.as('nobody');
		await nobody.opens('/sign-in');
		equal((await look(nobody, sections, 'weight', { title: 'x', weight: 'much' })).status, 401, 'nobody');
	});
	await it('it needs the token of our own pages', async () => {
		equal((await look(v, sections, 'weight', { csrf: 'x', title: 'x', weight: 'much' })).status, 403, 'without the token');
		equal((await look(v, sections, 'weight', { title: 'x', weight: 'much' }, { 'sec-fetch-site': 'cross-site' })).status, 403, 'from elsewhere');
	});
	await it('passwords, files and sign-in are not looked over', async () => {
		const now = rows();
		await v.opens('/account');
		equal((await look(v, '/account/password', 'old', { old: 'a guess of it', password: 'long enough for anyone' })).status, 204, 'a password');
		const nobody = house.as('guesser');
		await nobody.opens('/sign-in');
		equal((await look(nobody, '/sign-in', 'name', { name: email('director'), password: 'a guess' })).status, 204, 'sign-in');
		equal(rows(), now, 'the rows');
	});
	await it('a form our script sent is led on by a header, and keeps its notice', async () => {
		const page = await v.opens(form), version = page.text.match(/name="version" value="(\d+)"/)[1];
		const r = await v.post(sections, { title: 'Two', weight: '40', version }, { 'meridian-form': '1' });
		equal(r.status, 204, 'the reply');
		holds(r.headers.get('hx-redirect'), form);
		equal(r.to, null, 'the location');
		await v.opens(form);
		const bad = await v.post(sections, { title: 'Three', weight: 'much', version }, { 'meridian-form': '1' });
		equal(bad.status, 422, 'a refusal');
		holds(bad.text, 'id="weight-error"');
	});
	await it('nobody has forms looked over without end', async () => {
		const said = new Set();
		await w.opens('/account');
		for (let i = 0; i < 300 && !said.has(429); i++) said.add((await look(w, '/account/tokens', 'name', { name: 'x', scopes: 'read', hours: '1' })).status);
		equal([...said].join(' '), '204 429', 'replies');
		equal((await w.get('/account')).status, 200, 'a page');
	});
	await house.stop();
}
