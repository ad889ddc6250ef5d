// What follows a review: the day, the conversation in both people's words, next steps, the record that carries them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, it, lacks, plain, run } from '../house.mjs';
import { mail, Organisation } from '../matrix/organisation.mjs';

export const words = 'a conversation is named, held and written down by both; its steps become tasks and come back with the next review';

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const house = org.house, form = await org.template();
	await org.launch(await org.cycle('First', 'Solo', form, undefined, undefined, { period_to: '2026-11-23' }));
	await org.launch(await org.cycle('Second', 'Solo', form));
	const both = await org.reviews('self', 'manager'), at = both.get('First'), again = both.get('Second'), review = `/reviews/${at.review}`;
	const [self, manager, above, partner, peer, former] = ['self', 'manager', 'above', 'partner', 'peer', 'former-manager'].map((k) => house.as(mail(k)));
	for (const one of [at, again]) await org.bring(one, 'written');

	await it('before release nothing is agreed: a task would tell of the review', async () => {
		await manager.opens(review);
		equal((await manager.post(`${review}/steps`, { step: 'Too early', step_due: '2027-01-10' })).status, 409, 'a step');
		lacks(plain((await self.opens('/tasks')).text), 'Too early');
	});
	await it('after release both find a guide, and the conversation waits for the manager', async () => {
		await org.step('mira', at.review, 'release');
		holds(plain((await manager.opens('/')).text), 'Have the conversation: Sal Self');
		holds(plain((await manager.opens(review)).text), 'A guide for the conversation');
		holds(plain((await self.opens(review)).text), 'A guide for the conversation');
	});
	await it('naming the day moves it there; it stays waiting until it was held', async () => {
		await manager.opens(review);
		await manager.does(`${review}/talk`, { talk_on: '2026-11-26' });
		const need = (await manager.json('/')).json.needs.find((n) => n.verb === 'review.talk');
		equal(need.due, '2026-11-26', 'due');
		await org.on('2026-12-01');
		await house.signIn('mira@matrix.example', 'long enough for anyone');
		await house.comeByLink(mail('manager'));
		equal((await manager.json('/')).json.needs.find((n) => n.verb === 'review.talk').pill, 'late', 'five days after the day');
		for (const k of ['self', 'above', 'partner', 'peer', 'former-manager']) await house.comeByLink(mail(k));
	});
	await it('a day to come is refused; what was agreed is written down, and the waiting ends', async () => {
		await manager.opens(review);
		const r = await manager.fill(`${review}/talked`, { talked_on: '2026-12-24', agreed: 'Kept although refused' });
		equal(r.status, 422, 'a day to come');
		holds(r.text, 'Kept although refused');
		await manager.opens(review);
		await manager.does(`${review}/talked`, { talked_on: '2026-11-30', agreed: 'Fewer things at once.' });
		lacks(plain((await manager.opens('/')).text), 'Have the conversation');
	});
	await it('the employee adds their own words; colleagues and who led before learn nothing', async () => {
		await self.opens(review);
		await self.does(`${review}/talked/own`, { own_words: 'I said that it is too much.' });
		for (const v of [manager, above, partner]) { const page = plain((await v.opens(review)).text); holds(page, 'Fewer things at once.'); holds(page, 'I said that it is too much.'); }
		for (const v of [peer, former]) equal((await v.get(review)).status, 404, v.who);
		equal((await partner.post(`${review}/talked`, { talked_on: '2026-11-30', agreed: 'x' })).status, 403, 'HR');
	});
	await it('a step for the employee is their task and waits on their home; one for the manager stays the manager\'s', async () => {
		await manager.opens(review);
		await manager.does(`${review}/steps`, { step: 'Write the hand-over', step_due: '2027-02-01', who: 'self' });
		await manager.opens(review);
		await manager.does(`${review}/steps`, { step: 'Find somebody who takes the list', step_due: '2027-01-15', who: 'manager' });
		holds(plain((await self.opens('/')).text), 'Do a task');
		const mine = (await self.json('/tasks')).json.tasks.map((t) => `${t.title} ${t.from_kind}`);
		equal(mine.join(), 'Write the hand-over review', 'tasks of the employee');
		for (const v of [self, manager, above, partner]) { const page = plain((await v.opens(review)).text); holds(page, 'Write the hand-over'); holds(page, 'Find somebody who takes the list'); }
		await self.opens(review);
		await self.does(`${review}/steps`, { step: 'Ask for help in time', step_due: '2027-01-20' });
		equal((await self.json('/tasks')).json.tasks.length, 2, 'with their own');
	});
	await it('locked, the record carries all of it; the edition of the release still proves itself', async () => {
		const file = async (v, edition = '') => { const r = await v.get(`${review}/record/file${edition}`); equal(r.status, 200, `edition ${edition}`); return r.text; };
		const first = await file(self);
		lacks(first, 'conversation:');
		await partner.opens(review);
		await partner.does(`${review}/lock`);
		const last = await file(self);
		for (const w of ['edition: 2', 'conversation: 2026-11-30, written by Max Manager', 'agreed: Fewer things at once.', 'employee-words: I said that it is too much.', 'next-step: 2027-02-01', 'locked: 2026-12-01']) holds(last, w);
		equal(await file(self, '?edition=1'), first, 'the first edition');
		equal((await self.get(`${review}/record/file?edition=9`)).status, 404, 'an edition that is not');
		[first, last].forEach((text, i) => { writeFileSync(join(db.dir, `${i}.txt`), text); equal(run(db, ['audit', 'verify', '--record', join(db.dir, `${i}.txt`)]).code, 0, `edition ${i + 1}`); });
		const page = plain((await self.opens(`${review}/record`)).text);
		for (const w of ['Fewer things at once.', 'Write the hand-over', 'Edition 2, locked']) holds(page, w);
		equal((await manager.get(review)).status, 200, 'the manager');
		lacks((await manager.get(review)).text, `${review}/talked`);
	});
	await it('the next review shows what is still open of the earlier one', async () => {
		const task = (await self.json('/tasks')).json.tasks.find((t) => t.title === 'Ask for help in time');
		await self.opens(`/tasks/${task.id}`);
		await self.does(`/tasks/${task.id}/lane`, { lane: 'done' });
		const page = plain((await manager.opens(`/reviews/${again.review}`)).text);
		holds(page, 'Still open from earlier reviews');
		holds(page, 'Write the hand-over');
		lacks(page, 'Ask for help in time');
		lacks(plain((await partner.opens(`/reviews/${again.review}`)).text), 'Write the hand-over');
	});
	await house.stop();
}
