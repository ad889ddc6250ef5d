// The list of people as a file: what the page shows its reader, all of it, no more.
import { equal, holds, it, lacks } from '../house.mjs';
import { mail, Organisation } from '../matrix/organisation.mjs';

export const words = 'the list of people leaves as a file of just what the page shows';

export default async function scenario(db) {
	const org = new Organisation(db);
	await org.begin();
	await org.arrive();
	await org.roles();
	const house = org.house, [director, manager, stranger] = ['director', 'manager', 'stranger'].map((k) => house.as(mail(k)));
	const file = async (v, query) => {
		const r = await v.get(`/people/file${query}`);
		equal(r.status, 200, query);
		holds(r.headers.get('content-disposition'), 'people.csv');
		return r.text.replace(/^\ufeff/, '').trim().split('\r\n');
	};
	const names = async (v, query) => (await v.json(`/people${query}`)).json.people.map((p) => p.name);

	for (const query of ['', '?words=p', '?left=1', '?words=nobody-at-all'])
		await it(`the same people in the same order: "${query}"`, async () => {
			const [head, ...rows] = await file(stranger, query);
			equal(head, 'Name,Job,Unit,Manager', 'heads');
			equal(rows.map((r) => r.split(',')[0]).join('; '), (await names(stranger, query)).join('; '), 'names');
		});
	await it('first days stand in it only for those whose record one sees', async () => {
		const [head, ...rows] = await file(manager, '?mine=1&sort=hired');
		equal(head, 'Name,Job,Unit,Manager,First day', 'heads');
		equal(rows.map((r) => r.split(',')[0]).join('; '), (await names(manager, '?mine=1&sort=hired')).join('; '), 'names');
		lacks(rows.join('\n'), 'Sam Stranger');
		holds(rows.join('\n'), '2020-01-15');
		equal((await file(director, '?mine=1')).length > rows.length, true, 'the director sees more');
	});
	await it('a number finds in the file only whom it finds on the page', async () => {
		equal((await file(stranger, '?words=N-self')).length, 1 + (await names(stranger, '?words=N-self')).length, 'a stranger');
		equal((await file(manager, '?words=N-self')).length, 2, 'their manager');
	});
	await house.stop();
}
