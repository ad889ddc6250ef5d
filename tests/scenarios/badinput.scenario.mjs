// Bad input: a plain sentence, what was typed kept, nothing half done.
import { equal, forms, holds, it, lacks, plain, run, until } from '../house.mjs';
import { mail, Organisation, TODAY } from '../matrix/organisation.mjs';
import { write } from './steps.mjs';

export const words = 'bad input of every kind';

const hidden = ['csrf', 'retry'];
const isRefusal = (r, what) => {
	if (r.status !== 422) throw new Error(`${what} gave ${r.status}: ${plain(r.text).slice(0, 300)}`);
	if (/refused\.[a-z]/.test(plain(r.text))) throw new Error(`${what} shows a key instead of a sentence: ${plain(r.text).match(/refused\.[\w-]+/)[0]}`);
};

/** Each control of a form, filled in wrongly in each way that its kind allows. */
function* wrongWays(form) {
	for (const c of form.controls) {
		if (hidden.includes(c.name) || c.type === 'file' || c.type === 'submit' || c.type === 'checkbox') continue;
		const optional = !c.required && c.type !== 'hidden';
		if (c.type === 'radio' || c.type === 'select') yield [c.name, 'no such choice', 'no such choice'];
		else if (c.type === 'date') yield [c.name, '2026-02-30', 'no such day'];
		else if (c.type === 'number' || c.name.startsWith('version')) yield [c.name, 'abc', 'no number'];
		else if (c.type !== 'hidden') yield [c.name, `${'x'.repeat(9000)} end`, 'too long'];
		if (c.required && c.type !== 'radio' && c.type !== 'select') yield [c.name, '', 'missing'];
		if (!optional && c.type === 'text') yield [c.name, '   ', 'blank'];
	}
}

async function everyForm(v, path, skip = []) {
	await v.opens(path);
	let tried = 0;
	const seen = new Set();
	for (const form of forms(v.last.text)) {
		const kind = form.action.replace(/\d+/g, 'N');
		if (form.method !== 'post' || seen.has(kind) || skip.some((s) => form.action.includes(s))) continue;
		seen.add(kind);
		for (const [name, value, how] of wrongWays(form)) {
			await v.opens(path);
			const r = await v.fill(form.action, { [name]: value });
			tried++;
			isRefusal(r, `${form.action}: ${name} ${how}`);
			if (how === 'too long') holds(r.text, 'x'.repeat(50));
		}
	}
	return tried;
}

export default async function scenario(db) {
	const org = new Organisation(db), { house } = org;
	await org.begin();
	await org.arrive();
	const mira = house.as(mail('mira')), sal = house.as(mail('self')), api = org.as('mira');
	const form = await org.template(), draft = await api.post('/forms', { name: 'A draft', start: 'standard' });
	const cycle = await org.cycle('Cycle one', 'Solo', form), prepared = await org.cycle('Cycle two', 'Solo', form);
	await org.launch(cycle);
	const at = (await org.reviews('self', 'manager')).get('Cycle one'), part = `/parts/${at.self}`;
	let tried = 0;

	for (const path of [`/people/${org.id('peer')}/grants`, '/account', '/forms', draft, '/cycles', `/cycles/${prepared}/setup`])
		await it(`each form of ${path.replace(/\d+/g, 'N')} refuses what does not fit, and keeps it`, async () => { tried += await everyForm(mira, path, ['/sign-out', '/password']); });
	await it('so does the review form', async () => { tried += await everyForm(sal, part, ['/sign-out']); });
	await it('so does the sign-in page', async () => {
		const v = house.as('a stranger');
		await v.opens('/sign-in');
		isRefusal(await v.fill('/sign-in', { name: 'nobody@matrix.example', password: 'wrong wrong wrong' }), 'unknown name');
		holds(v.last.text, 'nobody@matrix.example');
		lacks(v.last.text, 'wrong wrong wrong');
		await v.opens('/sign-in');
		isRefusal(await v.fill('/sign-in/link', { email: '' }), 'no address');
	});
	await it('a file that is no table is refused in a sentence, and an empty one', async () => {
		for (const bytes of ['', '\0\x01\x02', '{"people":[]}', 'one\ntwo\n', '"open quote\n1,2\n']) {
			await mira.opens('/import');
			const r = await mira.upload('/import', 'file', 'bad.csv', bytes);
			if (r.status === 303) await mira.opens(r.to.replace(house.site, ''));
			else if (r.status !== 422) throw new Error(`${JSON.stringify(bytes)}: ${r.status} ${plain(r.text).slice(0, 200)}`);
		}
	});

	await it('two people change a template: the second is told, and both texts are shown', async () => {
		await api.post(`/people/${org.id('director')}/grants`, { role: 'director', unit: (await api.get(`/people/${org.id('director')}/grants`)).units[0].id, starts_on: TODAY, reason: 'two of us' });
		const dee = house.as(mail('director'));
		await mira.opens(draft);
		await dee.opens(draft);
		await mira.does(draft, { name: 'Hers first' });
		const r = await dee.fill(draft, { name: 'His second' });
		equal(r.status, 409, 'status');
		holds(r.text, 'Hers first');
		holds(r.text, 'His second');
	});
	await it('one answer saved in two browsers: the second is told, both texts are shown', async () => {
		await sal.opens(part);
		const one = sal.form(part).names.find((n) => n.startsWith('words.')), id = one.slice(6);
		const was = sal.form(part).filled({ [one]: 'From the second browser', submit: '0' });
		await sal.does(part, { [one]: 'From the first browser', submit: '0' });
		was.delete('retry');
		const r = await sal.send('POST', part, was, { 'sec-fetch-site': 'same-origin' });
		equal(r.status, 409, 'status');
		holds(r.text, 'From the first browser');
		holds(r.text, 'From the second browser');
		const auto = await sal.post(`${part}/answers/${id}`, { [one]: 'Autosaved over it', [`version.${id}`]: '0' });
		equal(auto.status, 409, 'autosave');
		holds((await sal.opens(part)).text, 'From the first browser');
	});
	await it('a retry key counts once; under another body it is refused', async () => {
		const ask = (name, key) => api.v.sendJson('POST', '/forms', { name, start: 'empty' }, { 'idempotency-key': key });
		const one = await ask('Once', 'key-one'), two = await ask('Once', 'key-one'), other = await ask('Twice', 'key-one');
		equal(one.status, 303, `first ${one.text}`);
		equal(two.to, one.to, 'the second leads to');
		equal(other.status, 422, 'another body');
		equal((await api.get('/forms')).forms.filter((f) => f.name === 'Once' || f.name === 'Twice').length, 1, 'templates made');
		const odd = await ask('Odd', 'key with spaces?');
		equal(odd.status, 400, 'an odd key');
	});
	await it('a form sent twice makes one thing', async () => {
		await mira.opens('/cycles');
		const fields = { name: 'Sent twice', period_from: '2026-01-01', period_to: '2026-06-30' };
		const one = await mira.fill('/cycles', fields), two = await mira.fill('/cycles', fields);
		equal(two.to, one.to, 'leads to');
		equal((await api.get('/cycles')).cycles.filter((c) => c.name === 'Sent twice').length, 1, 'cycles made');
	});
	await it('a wrong token, another site and an odd content type change nothing', async () => {
		const made = async () => (await api.get('/forms')).forms.length;
		const before = await made();
		await mira.opens('/forms');
		const tries = [
			[{ csrf: '0'.repeat(128) }, {}, 403], [{ csrf: null }, {}, 403], [{}, { 'sec-fetch-site': 'cross-site' }, 403], [{}, { 'sec-fetch-site': 'same-site' }, 403],
		];
		for (const [fields, headers, status] of tries) {
			await mira.opens('/forms');
			const r = await mira.fill('/forms', { name: 'Never', ...fields }, headers);
			equal(r.status, status, JSON.stringify([fields, headers]));
		}
		await mira.opens('/forms');
		const body = mira.form('/forms').filled({ name: 'Never' });
		equal((await mira.send('POST', '/forms', body, { origin: 'https://evil.example' })).status, 403, 'another origin');
		equal((await mira.send('POST', '/forms', String(body), { 'content-type': 'text/plain', 'sec-fetch-site': 'same-origin' })).status, 415, 'text/plain');
		equal((await mira.sendJson('POST', '/forms', { name: 'Never', start: 'empty' }, { 'sec-fetch-site': 'same-origin' })).status, 403, 'JSON by cookie without the token');
		equal((await mira.send('POST', '/forms', '{"name":', { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' })).status, 400, 'half a JSON');
		equal(await made(), before, 'templates');
	});
	await it('what is too large or holds %00 is refused', async () => {
		await mira.opens('/forms');
		const all = mira.form('/forms').filled({ name: 'x'.repeat(1 << 21) });
		const huge = await mira.send('POST', '/forms', all, { 'sec-fetch-site': 'same-origin' }).catch((e) => ({ status: 413, text: String(e) }));
		equal(huge.status, 413, 'two megabytes');
		equal((await mira.send('POST', '/forms', 'name=a%00b&start=empty', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' })).status, 400, '%00 in a form');
		for (const path of ['/people?words=%00', '/people/%00', '/people/1%2F2']) equal((await mira.get(path)).status, 400, path);
		equal((await mira.get(`/people?words=${'y'.repeat(9000)}`)).status >= 400, true, 'a long address');
	});
	await it('numbers that are none, or nobody\'s, are not there', async () => {
		for (const path of ['/people/0', '/people/99999999999', '/people/999999999999999999999999', '/people/-1', '/people/1x', '/reviews/abc', '/parts/1e3', '/nowhere', '/forms/%27', '/people?after=nonsense', '/people?unit=abc', '/cycles/1?state=nonsense']) {
			const r = await mira.get(path);
			if (r.status >= 500) throw new Error(`${path}: ${r.status} ${r.text.slice(0, 200)}`);
			if (!path.includes('?') && r.status !== 404) throw new Error(`${path}: ${r.status}`);
		}
	});
	await it('methods that are not there are 405', async () => {
		equal((await mira.send('DELETE', '/people')).status, 405, 'DELETE');
		equal((await mira.send('PUT', '/forms', 'x=1', { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' })).status, 405, 'PUT');
	});
	await it('markup that is typed is shown as text', async () => {
		const name = '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>';
		const made = await api.post('/forms', { name, start: 'empty' });
		const page = (await mira.opens(made)).text;
		lacks(page, '<script>alert');
		lacks(page, '<img src=x');
		equal((await api.get(made)).head.name, name, 'in JSON');
	});
	await it('someone who has left is out at once: session and token', async () => {
		const lee = org.as('leaver');
		await lee.get('/reviews');
		org.imports('manager', '2026-11-20');
		equal((await lee.v.json('/reviews')).status, 401, 'token');
		const r = await house.as(mail('leaver')).get('/');
		equal(r.status, 303, 'session');
		holds(r.to, '/sign-in');
		const before = house.mailedLink(mail('leaver'));
		const v = house.as('the leaver again');
		await v.opens('/sign-in');
		equal((await v.fill('/sign-in/link', { email: mail('leaver') })).status, 303, 'the same answer as for all');
		await v.opens('/sign-in');
		await v.fill('/sign-in/link', { email: mail('peer') });
		await until('a letter to somebody else', () => house.mailedLink(mail('peer')));
		equal(house.mailedLink(mail('leaver')), before, 'no new letter');
		equal(run(db, ['token', mail('leaver')]).code, 1, 'no token by command');
	});
	await it('handed in twice, after the phase, after release: nothing is lost and nothing changes', async () => {
		const two = await org.cycle('Cycle three', 'Solo', form);
		await org.launch(two);
		const late = `/parts/${(await org.reviews('self', 'manager')).get('Cycle three').self}`;
		await write(sal, part, 3000, (n) => `The self review, text ${n}`);
		const page = await sal.get(late), fields = {};
		await sal.opens(late);
		const open = sal.form(late);
		for (const n of open.names) if (n.startsWith('words.')) fields[n] = 'Written too late';
		const typed = open.filled({ ...fields, submit: '1' });
		const again = await sal.send('POST', part, typed, { 'sec-fetch-site': 'same-origin' });
		equal(again.status, 409, 'handed in twice');
		await org.on('2027-02-05');
		await house.comeByLink(mail('self'));
		await sal.opens('/account');
		typed.delete('retry');
		typed.set('csrf', sal.hidden('csrf'));
		const r = await sal.send('POST', late, typed, { 'sec-fetch-site': 'same-origin' });
		equal(r.status, 409, 'after the phase');
		holds(r.text, 'Written too late');
		equal(page.status, 200, 'page');
		await org.on(TODAY);
		org.tokens.clear();
		await org.part('manager', at.manager, (i) => `manager ${i}`);
		await org.as('mira').post(`/reviews/${at.review}/release`, {});
		const max = await org.as('manager').v.sendJson('POST', `/parts/${at.manager}`, { version: 2, submit: 1 });
		equal(max.status, 409, 'after release');
		const twice = await org.as('mira').v.sendJson('POST', `/reviews/${at.review}/release`, {});
		equal(twice.status, 409, 'released twice');
	});
	await house.stop();
	lacks(house.log, 'request.broken');
	lacks(house.log, 'ERROR: AddressSanitizer');
	lacks(house.log, 'runtime error');
	await it('many wrong fields were tried', () => { if (tried < 40) throw new Error(`only ${tried}`); });
}
