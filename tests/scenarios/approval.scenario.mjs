// The second level: approves, sends back; HR opens a part again and takes a release back. Sums are always a recount.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, it, lacks, plain, run, until } from '../house.mjs';
import { sums, tables } from './sums.mjs';

export const words = 'a second level approves or sends back; a part is opened again; a release is taken back; nobody does so with their own';

const texts = (who, n) => `${who} wrote this, sentence ${n}.`;

export default async function scenario(db) {
	const { Organisation, mail, TODAY } = await import('../matrix/organisation.mjs');
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const house = org.house, form = await org.template();
	const cycle = await org.cycle('Approved', 'Field', form, undefined, undefined, { approval: 1 });
	await org.launch(cycle);
	const at = (await org.reviews('self', 'manager')).get('Approved');
	const review = `/reviews/${at.review}`;
	const [self, manager, above, partner, peer, stranger, former] = ['self', 'manager', 'above', 'partner', 'peer', 'stranger', 'former-manager'].map((k) => house.as(mail(k)));
	const head = async () => (await partner.json(review)).json.head;
	const same = (when) => { const s = sums(db); if (s.facts < 10) throw new Error(`only ${s.facts} sums`); equal(s.kept, s.counted, `sums ${when}`); };
	const write = async () => { await org.part('self', at.self, (i) => texts('Sal', i)); await org.part('manager', at.manager, (i) => texts('Max', i), '4'); };

	await it('both sides in: it awaits the manager\'s manager, and nobody can release it', async () => {
		await write();
		holds(plain((await above.opens('/')).text), 'Approve reviews');
		equal((await partner.get(review)).status, 200, 'HR reads');
		equal((await partner.post(`${review}/release`, {})).status, 409, 'HR releasing');
		lacks(plain((await manager.opens('/')).text), 'Approve reviews');
		holds(plain((await manager.opens(review)).text), 'Awaits approval by Abe Above');
		same('while it awaits');
	});
	await it('only the second level may approve; others may not, and strangers learn nothing', async () => {
		for (const [v, code, who] of [[manager, 403, 'the manager'], [partner, 403, 'the partner'], [self, 404, 'the employee'], [peer, 404, 'a colleague'], [former, 404, 'who led before'], [stranger, 404, 'a stranger']]) {
			await v.get('/');
			equal((await v.post(`${review}/approve`, {})).status, code, who);
			equal((await v.json('/approvals')).json.lines.length, 0, `the list of ${who}`);
		}
	});
	await it('sent back without a reason is refused; with one it is the manager\'s again', async () => {
		await above.opens(review);
		equal((await above.fill(`${review}/send-back`, { back_reason: '' })).status, 422, 'without a reason');
		await above.opens(review);
		await above.does(`${review}/send-back`, { back_reason: 'The second half of the year is missing.' });
		equal((await head()).state, 'open', 'state');
		holds(plain((await manager.opens('/')).text), 'Write a review: Sal Self');
		holds(plain((await manager.opens(review)).text), 'The second half of the year is missing.');
		equal((await self.get(review)).status, 404, 'the employee');
		lacks(plain((await above.opens('/')).text), 'Approve reviews');
		same('after it was sent back');
	});
	await it('handed in once more it is approved from the list, beside the ratings of the teams', async () => {
		await org.part('manager', at.manager, (i) => texts('Max again', i), '3');
		const page = await above.opens('/approvals');
		for (const w of ['Sal Self', 'Max Manager', 'Ratings of your teams']) holds(plain(page.text), w);
		equal((await above.fill('/approvals', {})).status, 422, 'nothing marked');
		await above.opens('/approvals');
		await above.does('/approvals', { review: at.review });
		equal((await head()).state, 'approved', 'state');
		equal((await head()).approved_by, 'Abe Above', 'by whom');
		lacks(plain((await above.opens('/')).text), 'Approve reviews');
		same('once approved');
	});
	await it('HR opens a self review handed in by mistake: the rating goes, approval goes, its writer reads why', async () => {
		await partner.opens(review);
		equal((await partner.fill(`${review}/reopen`, { side: 'self', until: '2026-01-01', reopen_reason: 'By mistake' })).status, 422, 'a day that is over');
		await partner.opens(review);
		await partner.does(`${review}/reopen`, { side: 'self', until: '2026-12-20', reopen_reason: 'Sal pressed the wrong button.' });
		const h = await head();
		equal(`${h.state} ${h.final} ${h.approved_by}`, 'open null null', 'state, rating, approval');
		holds(plain((await self.opens('/')).text), 'Write your self review');
		holds(plain((await self.opens(`/parts/${at.self}`)).text), 'Sal pressed the wrong button.');
		same('with a part opened again');
		await org.part('self', at.self, (i) => texts('Sal anew', i));
		equal((await head()).state, 'written', 'both in again');
		await above.opens(review);
		await above.does(`${review}/approve`);
		same('approved again');
	});
	await it('released, the record says who approved it', async () => {
		await partner.opens(review);
		await partner.does(`${review}/release`);
		const file = await self.get(`${review}/record/file`);
		holds(file.text, 'approved: 2026-11-24');
		holds(file.text, 'Abe Above');
		writeFileSync(join(db.dir, 'one.txt'), file.text);
		equal(run(db, ['audit', 'verify', '--record', join(db.dir, 'one.txt')]).code, 0, 'verify');
		lacks(plain((await self.opens(review)).text), 'The second half of the year is missing.');
		same('released');
	});
	await it('HR takes the release back with a reason; the employee is told so, and reads nothing else', async () => {
		await partner.opens(review);
		await partner.does(`${review}/withdraw`, { withdraw_reason: 'The wrong template was used.' });
		const page = plain((await self.opens(review)).text);
		for (const w of ['taken back', 'The wrong template was used.', 'Pat Partner']) holds(page, w);
		for (const w of ['Max again', 'Sal anew']) lacks(page, w);
		for (const p of ['/preview', '/record', '/record/file']) equal((await self.get(review + p)).status === 200, false, `the employee at ${p}`);
		const mine = (await self.json('/reviews')).json.reviews.find((r) => r.id === at.review);
		equal(`${mine.state} ${mine.label}`, 'withdrawn null', 'in the list');
		same('taken back');
	});
	await it('released anew it is edition three; the first still proves itself; the history tells all of it', async () => {
		await partner.opens(review);
		await partner.does(`${review}/release`);
		const file = await self.get(`${review}/record/file`);
		holds(file.text, '\nedition: 3\n');
		writeFileSync(join(db.dir, 'three.txt'), file.text);
		for (const f of ['one', 'three']) equal(run(db, ['audit', 'verify', '--record', join(db.dir, `${f}.txt`)]).code, 0, `verify ${f}`);
		const page = plain((await self.opens(review)).text);
		for (const w of ['The release was taken back, edition 2', 'Released, edition 3', 'Approved']) holds(page, w);
		holds(plain((await partner.opens(review)).text), 'Sent back to the manager');
		same('released anew');
	});
	await it('once the employee has answered it takes more than a press', async () => {
		await self.opens(review);
		await self.does(`${review}/acknowledge`, { verdict: 'acknowledged', comment: '' });
		await partner.opens(review);
		equal((await partner.fill(`${review}/withdraw`, { withdraw_reason: 'Once more.' })).status, 422, 'without saying so');
		await partner.opens(review);
		await partner.does(`${review}/withdraw`, { withdraw_reason: 'Once more.', sure: '1' });
		same('taken back after it was read');
	});
	await it('with nobody above the manager HR approves; the reviewed one and the one who wrote it never', async () => {
		const over = await org.cycle('Top approved', 'Own', form, undefined, undefined, { approval: 1 });
		await org.launch(over);
		const own = (await org.reviews('director', 'top')).get('Top approved');
		await org.part('director', own.self, (i) => texts('Dee', i));
		await org.part('top', own.manager, (i) => texts('Tara', i), '4');
		const dee = house.as(mail('director')), per = house.as(mail('performance'));
		equal((await dee.get(`/reviews/${own.review}`)).status, 404, 'the director, about themself');
		equal((await dee.json('/approvals')).json.lines.length, 0, 'their list');
		await per.opens('/approvals');
		holds(per.last.text, 'Dee Director');
		await per.does('/approvals', { review: own.review });
		same('approved by HR');
	});
	await it('written, approved and released in a rehearsal, nothing of it waits on a home page, and nobody is told of the release', async () => {
		const draft = await org.cycle('Tried', 'Solo', form, undefined, undefined, { approval: 1 });
		await org.as('mira').post(`/cycles/${draft}/rehearse`);
		const tried = [...(await org.reviews('self', 'manager'))].find(([name]) => name.endsWith('Tried'))[1];
		const open = () => tables(db, ['waiting']).waiting.filter((w) => w[8] === '\\N').length, told = () => tables(db, ['notification']).notification.filter((n) => n.includes('review.released')).length;
		const was = [open(), told()];
		await org.part('self', tried.self, (i) => texts('Sal', i));
		await org.part('manager', tried.manager, (i) => texts('Max', i), '4');
		await org.step('above', tried.review, 'approve');
		await org.step('mira', tried.review, 'release');
		equal((await org.as('self').get(`/reviews/${tried.review}`)).head.state, 'released', 'released');
		equal(`${open()} ${told()}`, was.join(' '), 'waiting and notices');
	});
	await it('who approves leaves meanwhile: the next day it waits on the home pages of HR, once', async () => {
		const left = await org.cycle('Left behind', 'Solo', form, undefined, undefined, { approval: 1 });
		await org.launch(left);
		const own = (await org.reviews('self', 'manager')).get('Left behind');
		await org.part('self', own.self, (i) => texts('Sal', i));
		await org.part('manager', own.manager, (i) => texts('Max', i), '4');
		const waits = (key) => tables(db, ['waiting']).waiting.filter((w) => w[2] === 'review.approve' && w[4] === left && w[1] === org.id(key) && w[8] === '\\N').length;
		equal(`${waits('above')} ${waits('performance')}`, '1 0', 'while Abe is here');
		org.imports('manager', TODAY, undefined, 'above');
		await org.on('2026-11-25');
		await until('HR is asked', () => waits('performance') === 1);
		equal(`${waits('director')} ${waits('manager')} ${waits('partner')}`, '1 0 0', 'of HR over everything, not of who wrote it');
	});
	await house.stop();
}
