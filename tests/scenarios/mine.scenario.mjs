// What is kept about oneself: how much, who looked, and all of it as a file.
import { equal, holds, it, lacks, plain } from '../house.mjs';
import { mail, Organisation } from '../matrix/organisation.mjs';

export const words = 'everybody reads what is kept about them, who looked at it, and takes it away';

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const house = org.house, form = await org.template();
	await org.launch(await org.cycle('First', 'Solo', form));
	const at = (await org.reviews('self', 'manager')).get('First'), review = `/reviews/${at.review}`;
	const [self, manager, partner, peer] = ['self', 'manager', 'partner', 'peer'].map((k) => house.as(mail(k)));
	const data = async (v) => (await v.json('/account/data')).json;
	const count = (d, key) => d.kept.find((k) => k.key === key).n;
	const file = async (v) => { const r = await v.get('/account/data/file'); holds(r.headers.get('content-disposition'), 'my-data.json'); return { text: r.text, json: JSON.parse(r.text) }; };

	await it('before anybody looked the page says so, and a review that is not released does not count', async () => {
		holds(plain((await self.opens('/account/data')).text), 'Nobody yet');
		equal(count(await data(self), 'reviews'), 0, 'reviews');
	});
	await org.bring(at, 'written', 'self', 'manager', (side, i) => `said by ${side} ${i}`);
	await it('the file has one\'s own words and nothing another wrote that is not released', async () => {
		const own = await file(self);
		holds(own.text, 'said by self');
		lacks(own.text, 'said by manager');
		equal(own.json.reviews.length, 0, 'reviews');
		equal(own.json.profile.email, mail('self'), 'whose');
		holds((await file(manager)).text, 'said by manager');
	});
	await it('manager and HR who open a review are named to its person: once a day, however often', async () => {
		const before = (await data(self)).looks.length;
		for (const v of [manager, manager, partner]) await v.opens(review);
		const looks = (await data(self)).looks.filter((l) => l.kind === 'review').map((l) => l.name).sort();
		equal(looks.filter((n) => n === 'Max Manager').length, 1, `the manager among ${looks}`);
		equal(looks.filter((n) => n === 'Pat Partner').length, 1, `the partner among ${looks}`);
		equal((await data(self)).looks.length > before, true, 'more than before');
		holds(plain((await self.opens('/account/data')).text), 'Opened a review of yours');
	});
	await it('who may not see it leaves no look, nor does the person themself; nobody reads another\'s', async () => {
		await org.step('mira', at.review, 'release');
		const before = (await data(self)).looks.length;
		equal((await peer.get(review)).status, 404, 'a peer');
		await self.opens(review);
		equal((await data(self)).looks.length, before, 'looks');
		equal((await data(peer)).looks.length, 0, 'looks at the peer');
		equal(count(await data(self), 'reviews'), 1, 'reviews, now released');
		equal((await file(self)).json.reviews[0].state, 'released', 'in the file');
	});
	await it('a head start by program counts as well, and is called so', async () => {
		await house.byToken(mail('above')).json(review);
		equal((await data(self)).looks[0].door, 'api', 'door');
		holds(plain((await self.opens('/account/data')).text), 'by a program of theirs');
	});
	await house.stop();
}
