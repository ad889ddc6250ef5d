// Imports that were checked and never applied do not stay for ever: after thirty days their file, rows and flaws are gone.
import { equal, House, it, run } from '../house.mjs';
import { begin } from './steps.mjs';

export const words = 'an import nobody went on with is gone after thirty days; what is applied or still worked on is not touched';

const day = (n) => new Date(Date.now() + n * 86400000).toISOString().slice(0, 10);
const file = (name) => `Employee ID,Name,Work E-mail\r\nN-${name},${name} Neu,${name.toLowerCase()}@north.example\r\n,Nobody,\r\n`;

export default async function scenario(db) {
	run(db, ['migrate', '--test']);
	const house = await new House(db).start();
	await begin(house);
	const v = house.as('mira@north.example'), at = {};
	for (const name of ['Left', 'Worked', 'Applied']) {
		await v.opens('/import');
		at[name] = (await v.upload('/import', 'file', `${name}.csv`, file(name))).to.replace(house.site, '');
	}
	await v.opens(at.Applied);
	await v.fill(`${at.Applied}/apply`, { good: '1' });
	await house.stop();

	const id = (name) => at[name].match(/\d+$/)[0];
	const lines = (table, match) => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith(`${table}|`) && match(l.split('|')));
	const state = (name) => lines('import_run', (c) => c[1] === id(name))[0].split('|').find((c) => ['checked', 'refused', 'applied'].includes(c));
	const kept = (name) => ({ files: lines('file', (c) => c.includes('upload') && c.includes(id(name))).length, rows: lines('import_row', (c) => c[1] === id(name)).length, flaws: lines('import_flaw', (c) => c[1] === id(name)).length });
	const shows = (name) => JSON.stringify(kept(name));
	const until = (d) => equal(run(db, ['jobs', '--until', day(d)]).code, 0, `jobs until ${d}`);

	await it('within thirty days all of it is there', () => {
		equal(kept('Left').files + kept('Left').rows + kept('Left').flaws >= 3, true, shows('Left'));
		until(18);
		equal(state('Left'), 'checked', 'state');
		equal(kept('Left').files, 1, 'files');
	});
	await it('looked at again with other columns, it begins anew', async () => {
		await house.start(['--today', day(20)]);
		const w = house.as('mira@north.example later');
		await w.get('/sign-in');
		equal((await w.post('/sign-in', { name: 'mira@north.example', password: 'long enough for anyone' })).status, 303, 'sign in');
		await w.opens(at.Worked);
		await w.does(`${at.Worked}/mapping`);
		await house.stop();
	});
	await it('after thirty days the one nobody went on with is gone; the one worked on is not, nor is the one applied', () => {
		until(32);
		equal(state('Left'), 'refused', 'state of the one left');
		equal(shows('Left'), '{"files":0,"rows":0,"flaws":0}', 'what is left of it');
		equal(lines('event', (c) => c.includes('import.expired') && c.includes(id('Left'))).length, 1, 'events');
		equal(state('Worked'), 'checked', 'state of the one worked on');
		equal(kept('Worked').files, 1, 'its file');
		equal(state('Applied'), 'applied', 'state of the one applied');
		equal(lines('person', (c) => c.some((x) => x.includes('applied@north.example'))).length, 1, 'people it brought');
	});
	await it('of the one applied, what it could not take is named for thirty days', () => equal(kept('Applied').flaws, 0, 'flaws'));
	await it('thirty days later that one is gone too', () => {
		until(52);
		equal(state('Worked'), 'refused', 'state');
		equal(shows('Worked'), '{"files":0,"rows":0,"flaws":0}', 'what is left of it');
	});
	await it('what has expired cannot be applied, and the page says so', async () => {
		await house.start(['--today', day(53)]);
		const w = house.as('mira@north.example at last');
		await w.get('/sign-in');
		await w.post('/sign-in', { name: 'mira@north.example', password: 'long enough for anyone' });
		await w.opens(at.Left);
		equal((await w.post(`${at.Left}/apply`, { good: '1' })).status, 422, 'apply');
		equal((await w.post(`${at.Left}/back`)).status, 409, 'the way back');
		equal((await w.json('/people')).json.people.some((p) => p.name === 'Left Neu'), false, 'a person of it');
		await house.stop();
	});
}
