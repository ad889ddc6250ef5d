// The main job: from an empty database to the signed record, by pages.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { exported } from './twelve.mjs';
import { begin, comeBack, cycleOf, partOf, reviewOf, write } from './steps.mjs';

export const words = 'a pilot unit reviews itself, from the export to the signed record';

const texts = (who, n) => `${who} wrote this, sentence ${n}: the gauge line runs without rework.`;

export default async function scenario(db) {
	const house = new House(db);
	let cycle, review, file;
	const on = async (day) => { if (house.child) await house.stop(); await house.start(['--today', day]); };
	const mira = house.as('mira@north.example'), ana = house.as('ana@north.example'), asa = house.as('asa@north.example');

	equal(run(db, ['migrate', '--test']).code, 0, 'migrate --test');
	await on('2026-11-24');

	await it('the terminal prints a set-up link, and it sets up the organisation once', async () => {
		const link = await begin(house);
		const late = await house.as('somebody else').get(link);
		equal(late.status, 410, 'the link afterwards');
		holds((await mira.opens('/')).text, 'Mira');
	});
	await it('the export comes in by page: mapping proposed, checked, applied', async () => {
		await mira.opens('/import');
		const r = await mira.upload('/import', 'file', 'export.csv', exported);
		equal(r.status, 303, `upload: ${plain(r.text).slice(0, 600)}`);
		const page = await mira.opens(r.to.replace(house.site, ''));
		for (const w of ['Employee ID', 'Supervisor', 'Department']) holds(plain(page.text), w);
		await mira.does(/\/apply$/);
		const list = await mira.opens('/people');
		for (const w of ['Nguyễn', 'Łukasz', "O'Brien", 'Engineering']) holds(plain(list.text), w);
	});
	await it('people are invited by letter and a role is given', async () => {
		await mira.opens('/accounts');
		await mira.does('/accounts/invite');
		const invited = await house.letter('ana@north.example');
		await ana.opens(invited);
		equal((await ana.fill(invited)).status, 303, 'sign-in by invitation');
		holds(plain((await ana.opens('/')).text), 'Ana');
		const person = (await mira.json('/people')).json.people.find((p) => p.name.includes('Haddad')).person;
		await mira.opens(`/people/${person}/grants`);
		const form = mira.form(/grants$/);
		holds((await mira.does(/grants$/, { role: 'partner', unit: form.choice('unit', 'Engineering'), reason: 'Looks after the pilot' })).text, 'Looks after the pilot');
	});
	await it('a template is made from the standard and published', async () => {
		await mira.opens('/forms');
		await mira.does('/forms', { name: 'Half-year review', start: 'standard' });
		holds((await mira.does(/\/publish$/)).text, 'It does not change any more');
	});
	await it('a cycle for one unit is prepared and launched', async () => {
		await mira.opens('/cycles');
		await mira.does('/cycles', { name: 'Pilot H2 2026', period_from: '2026-06-01', period_to: '2026-11-30' });
		cycle = cycleOf(mira.last.path);
		const setup = `/cycles/${cycle}/setup`;
		await mira.does(setup, { form: mira.form(setup).choice('form', 'Half-year review') });
		await mira.does(`/cycles/${cycle}/rules`, { takes: 'in', unit: mira.form(`/cycles/${cycle}/rules`).choice('unit', 'Engineering') });
		holds(plain(mira.last.text), '5 people');
		const page = await mira.does(`/cycles/${cycle}/launch`);
		equal(page.path, `/cycles/${cycle}`, 'leads to');
	});
	await it('an employee comes by mailed link, finds the one thing to do, and writes', async () => {
		await house.comeByLink('ana@north.example');
		holds(plain((await ana.opens('/')).text), 'Pilot H2 2026');
		const part = await partOf(ana, 'self');
		await ana.opens(part);
		const form = ana.form(part);
		const one = form.names.find((n) => n.startsWith('words.')), id = one.slice(6);
		const saved = await ana.fill(part);
		equal(saved.status, 303, 'saved as it is');
		await ana.opens(part);
		const auto = await ana.post(`${part}/answers/${id}`, { [one]: 'A first thought', [`version.${id}`]: ana.form(part).control(`version.${id}`).value }, { accept: 'application/json', 'hx-request': 'true' });
		equal(auto.status, 200, `autosave: ${auto.text.slice(0, 300)}`);
		holds(auto.text, '"saved"');
		holds((await ana.opens(part)).text, 'A first thought');
	});
	await it('handing in with something missing says what, and keeps what was typed', async () => {
		const part = await partOf(ana, 'self');
		await ana.opens(part);
		const one = ana.form(part).names.find((n) => n.startsWith('words.'));
		const r = await ana.fill(part, { [one]: 'Kept although it was refused', submit: '1' });
		equal(r.status, 422, 'status');
		holds(r.text, 'Kept although it was refused');
	});
	await it('the self review is handed in, once', async () => {
		const part = await partOf(ana, 'self');
		await write(ana, part, 3000, (n) => texts('Ana', n));
		equal((await ana.opens('/reviews')).status, 200, 'reviews');
		const again = await ana.post(part, { submit: '1', version: '1' });
		if (![403, 409].includes(again.status)) throw new Error(`handed in again: ${again.status}`);
		equal((await ana.opens(part)).text.includes('name="submit"'), false, 'a button to hand in');
	});
	await it('before the manager wrote neither sees the other', async () => {
		await house.comeByLink('asa@north.example');
		review = await reviewOf(asa, 'Ana Duarte');
		lacks((await asa.get(review)).text, 'Ana wrote this');
		equal((await ana.get(review)).status, 404, 'the employee');
	});
	await on('2026-12-09');
	await it('after two weeks everybody signs in again', async () => {
		equal((await mira.get('/')).status, 303, 'an old session');
		await comeBack(house, 'mira@north.example');
		await Promise.all(['asa', 'ana', 'sean', 'minh'].map((who) => house.comeByLink(`${who}@north.example`)));
	});
	await it('HR sees who is late, and gives one person more time', async () => {
		const page = await mira.opens(`/cycles/${cycle}`);
		holds(plain(page.text), "Seán O'Brien");
		const forms = mira.form(`/cycles/${cycle}/extensions`);
		const who = (await mira.json('/people?words=brien')).json.people[0].person;
		const f = mira.last.text.split('<form').find((x) => x.includes('/extensions') && x.includes(`value="${who}"`));
		if (!f) throw new Error(`no form to extend ${who}; one is ${JSON.stringify(forms.controls)}`);
		const phase = f.match(/name="phase"[^>]*value="(\d+)"/)[1];
		await mira.does(`/cycles/${cycle}/extensions`, { person: who, phase, until: '2026-12-15', reason: 'On leave last week' });
		lacks(plain(mira.last.text), 'nothing');
	});
	await it('the late one can still write; the others cannot any more', async () => {
		const sean = house.as('sean@north.example');
		await write(sean, await partOf(sean, 'self'), 4000, (n) => texts('Seán', n));
		const minh = house.as('minh@north.example');
		await minh.opens('/reviews');
		const part = await partOf(minh, 'self', true);
		const r = await minh.post(part, { submit: '1', version: '1' });
		if (![403, 409].includes(r.status)) throw new Error(`after the phase: ${r.status}`);
	});
	await it('the manager writes about each', async () => {
		await asa.opens('/');
		for (const who of ['Ana Duarte', "Seán O'Brien"]) await write(asa, await partOf(asa, 'manager', false, who), 4000, (n) => texts('Åsa', n));
		const page = plain((await asa.opens(review)).text);
		holds(page, 'Ana wrote this');
		holds(page, 'Åsa wrote this');
		equal((await ana.get(review)).status, 404, 'the employee, before release');
	});
	await on('2026-12-23');
	await it('and again', async () => {
		await comeBack(house, 'mira@north.example');
		await Promise.all(['asa', 'ana', 'sean'].map((who) => house.comeByLink(`${who}@north.example`)));
	});
	await it('HR previews as the employee and releases; nobody else can', async () => {
		holds(plain((await mira.opens(`${review}/preview`)).text), 'Åsa wrote this');
		equal((await asa.post(`${review}/release`, {})).status, 403, 'the manager releasing');
		await mira.opens(review);
		await mira.does(`${review}/release`);
		holds(plain((await mira.opens(review)).text), 'eleased');
	});
	await it('the employee reads, sees the formula, and acknowledges with disagreement', async () => {
		await ana.opens('/');
		const page = plain((await ana.opens(review)).text);
		holds(page, 'Åsa wrote this');
		holds(page, 'Exceeded');
		await ana.does(`${review}/acknowledge`, { verdict: 'disagreed', comment: 'The second half of the year is missing.' });
		holds(plain((await ana.opens(review)).text), 'The second half of the year is missing.');
		const again = await ana.post(`${review}/acknowledge`, { verdict: 'acknowledged', comment: 'again', version: '1' });
		if (![403, 409].includes(again.status)) throw new Error(`acknowledged twice: ${again.status}`);
	});
	await it('the record prints and proves itself; a changed byte is found', async () => {
		holds(plain((await ana.opens(`${review}/record`)).text), 'Ana Duarte');
		const r = await ana.get(`${review}/record/file`);
		equal(r.status, 200, 'file');
		holds(r.headers.get('content-disposition'), 'attachment');
		file = join(db.dir, 'record.txt');
		writeFileSync(file, r.text);
		const good = run(db, ['audit', 'verify', '--record', file]);
		equal(good.code, 0, `verify: ${good.out}${good.err}`);
		holds(good.out, 'Ana Duarte');
		const bytes = readFileSync(file);
		let found = 0, tried = 0;
		for (let at = 0; at < bytes.length; at += Math.max(1, Math.floor(bytes.length / 25))) {
			const changed = Buffer.from(bytes);
			changed[at] ^= 1;
			writeFileSync(join(db.dir, 'changed.txt'), changed);
			tried++;
			if (run(db, ['audit', 'verify', '--record', join(db.dir, 'changed.txt')]).code === 1) found++;
		}
		equal(found, tried, 'changed bytes found');
		equal(run(db, ['audit', 'verify', '--record', join(db.dir, 'nothing.txt')]).code !== 0, true, 'a file that is not there');
	});
	await it('HR locks it, which signs what came after the release, and amends it later with a reason: the record has a third edition', async () => {
		await mira.opens(review);
		await mira.does(`${review}/lock`);
		await mira.opens(review);
		await mira.does(`${review}/amend`, { reason: 'The figure of March was wrong.' });
		const two = await ana.get(`${review}/record/file`);
		writeFileSync(file, two.text);
		const r = run(db, ['audit', 'verify', '--record', file, '--json']);
		equal(r.code, 0, `verify: ${r.out}${r.err}`);
		equal(JSON.parse(r.out).edition, '3', 'edition');
	});
	await it('the second review is released with the first one\'s page, all at once', async () => {
		await mira.opens(`/cycles/${cycle}`);
		await mira.does(`/cycles/${cycle}/release`);
		const sean = house.as('sean@north.example');
		holds(plain((await sean.opens('/')).text), 'Pilot H2 2026');
	});
	await house.stop();
}
