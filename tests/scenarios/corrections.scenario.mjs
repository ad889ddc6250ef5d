// What somebody says is wrong in what is kept about them, and what HR answers.
import { equal, holds, it, lacks, plain } from '../house.mjs';
import { mail, Organisation } from '../matrix/organisation.mjs';

export const words = 'an employee says that a day is wrong; HR of their unit answers within a month; the manager learns nothing';

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const house = org.house, [self, manager, partner, other, director, admin] = ['self', 'manager', 'partner', 'other-partner', 'director', 'admin'].map((k) => house.as(mail(k)));
	let one;

	await it('said without words it is refused and what was chosen stays', async () => {
		await self.opens('/corrections?about=employment');
		holds(self.last.text, '<option value="employment" selected');
		const r = await self.fill('/corrections', { about: 'employment', words: '' });
		equal(r.status, 422, 'no words');
	});
	await it('it is said, and waits on the home of the partner over them for a month', async () => {
		await self.opens('/corrections');
		await self.does('/corrections', { about: 'employment', words: 'I began on the 14th, not the 15th.' });
		one = (await self.json('/corrections')).json.own[0];
		equal(one.state, 'open', 'state');
		const need = (await partner.json('/')).json.needs.find((n) => n.verb === 'correction.answer');
		equal(need.link, `/corrections/${one.id}`, 'where it leads');
		equal((await director.json('/')).json.needs.some((n) => n.verb === 'correction.answer'), false, 'the director is asked only where there is no partner');
		holds(plain((await director.opens('/corrections')).text), 'Sal Self');
	});
	await it('manager, administrator and another unit\'s partner learn nothing of it', async () => {
		for (const v of [manager, admin, other]) {
			equal((await v.get(`/corrections/${one.id}`)).status, 404, v.who);
			lacks((await v.get('/corrections')).text, 'I began on the 14th');
			lacks((await v.get('/notices')).text, 'correction');
		}
	});
	await it('nobody answers their own', async () => {
		await partner.opens('/corrections');
		await partner.does('/corrections', { about: 'profile', words: 'My name is written otherwise.' });
		const mine = (await partner.json('/corrections')).json.own[0];
		await partner.opens(`/corrections/${mine.id}`);
		equal((await partner.post(`/corrections/${mine.id}/answer`, { verdict: 'mended', answer: 'Of course', version: 1 })).status, 403, 'one\'s own');
		equal((await director.json('/')).json.needs.some((n) => n.link === `/corrections/${mine.id}`), true, 'no partner but themself: the director is asked');
	});
	await it('the answer has a reason, reaches the employee, and ends the waiting; it stands', async () => {
		await partner.opens(`/corrections/${one.id}`);
		await partner.does(`/corrections/${one.id}/answer`, { verdict: 'mended', answer: 'The contract says the 14th; the next import brings it.' });
		holds(plain((await self.opens(`/corrections/${one.id}`)).text), 'The contract says the 14th');
		holds(plain((await self.opens('/notices')).text), 'HR answered what you said is wrong');
		equal((await partner.json('/')).json.needs.some((n) => n.link === `/corrections/${one.id}`), false, 'still waiting');
		equal((await partner.post(`/corrections/${one.id}/answer`, { verdict: 'declined', answer: 'Or not', version: 2 })).status, 409, 'once more');
		holds((await self.get('/account/data/file')).text, 'The contract says the 14th');
	});
	await house.stop();
}
