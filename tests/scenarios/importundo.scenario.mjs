// An import is taken back: everybody as before, the history kept, refused where something rests on it.
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { narrow } from './twelve.mjs';
import { begin } from './steps.mjs';

export const words = 'an import is taken back as one change more';

const heads = ['number', 'name', 'email', 'unit', 'job', 'manager', 'starts', 'ends', 'phone'];
const first = [['1', 'Top, Tara', 'tara@north.example', 'Works', 'Chief', '', '2020-01-01', '', ''], ['2', 'Mid, Max', 'max@north.example', 'Works > Shop', 'Lead', '1', '2020-01-01', '', ''],
	['3', 'Low, Lea', 'lea@north.example', 'Works > Shop', 'Maker', '2', '2021-01-01', '', '1'], ['4', 'Low, Leo', 'leo@north.example', 'Works > Shop', 'Maker', '2', '2021-01-01', '', ''],
	['5', 'Gone, Gil', 'gil@north.example', 'Works', 'Maker', '1', '2019-01-01', '2023-05-31', ''], ['6', 'Stay, Sue', 'sue@north.example', 'Works', 'Maker', '1', '2022-01-01', '', '']];

export default async function scenario(db) {
	const house = new House(db), mira = house.as('mira@north.example');
	equal(run(db, ['migrate', '--test']).code, 0, 'migrate');
	await house.start(['--today', '2026-11-24']);
	await begin(house);
	const applies = async (rows, more = {}) => {
		await mira.opens('/import');
		const r = await mira.upload('/import', 'file', 'people.csv', narrow(heads, rows)), at = r.to.replace(house.site, '');
		const page = await mira.opens(at), tick = more.leave ? mira.form(`${at}/apply`).names.find((n) => n.startsWith('leave.')) : null;
		await mira.does(`${at}/apply`, tick ? { [tick]: '1', last: '2026-11-20' } : {});
		holds(plain(mira.last.text), 'This import is done.');
		return at;
	};
	/** What the rest of the system reads of people today. */
	const today = () => {
		const lines = run(db, ['dump']).out.split('\n'), of = (t) => lines.filter((l) => l.startsWith(`${t}|`));
		return [...of('person_now'), ...of('chain'), ...of('unit_chain'), ...of('person').map((l) => l.replace(/\|\d+$/, '')), ...of('person_word')];
	};
	const people = async () => (await mira.json('/people')).json.people.map((p) => `${p.name}: ${p.job}`).sort().join(', ');

	await applies(first);
	const before = today(), listed = await people();
	const changed = first.map((r) => [...r]);
	changed[2][1] = 'Berg, Lea'; changed[2][8] = '2'; changed[2][5] = '1';          // another name, phone, manager
	changed[3][3] = 'Works > Store'; changed[3][4] = 'Seller'; changed[3][2] = 'leo.low@north.example';
	changed[1][7] = '2026-10-31';                                                   // the manager of two has left
	changed[4][6] = '2026-11-01'; changed[4][7] = '';                               // back
	changed.push(['7', 'New, Nia', 'nia@north.example', 'Works > Lab', 'Maker', '1', '2026-11-02', '', ''], ['8', 'New, Ned', 'ned@north.example', 'Works > Lab', 'Maker', '7', '2026-12-01', '', '']);
	changed.splice(5, 1);                                                           // Sue is missing, and ticked

	let at;
	await it('an import changes names, places, managers; people come, go and return', async () => {
		at = await applies(changed, { leave: true });
		const now = await people();
		for (const w of ['Lea Berg', 'Gil Gone', 'Nia New', 'Leo Low: Seller']) holds(now, w);
		for (const w of ['Max Mid', 'Sue Stay', 'Lea Low']) lacks(now, w);
	});
	await it('taken back, everybody is as before', async () => {
		await mira.opens(at);
		await mira.does(`${at}/undo`);
		holds(plain(mira.last.text), 'This import was taken back.');
		equal(await people(), listed, 'the directory');
		const after = today(), ghosts = after.filter((l) => !before.includes(l)), lost = before.filter((l) => !after.includes(l));
		equal(lost.join('\n'), '', 'rows that are not as before');
		for (const l of ghosts) if (!/Nia|Ned|nia|ned|New|new|lab|store/i.test(l) && !/^(person_now|person_word|chain|unit_chain)\|/.test(l)) throw new Error(`a row that was not there: ${l}`);
		const employed = (lines) => lines.filter((l) => /^person_now\|\d+\|1\|/.test(l)).sort().join('\n');
		equal(employed(after), employed(before), 'who is employed');
	});
	await it('it is taken back once', async () => {
		await mira.opens('/import');
		equal((await mira.post(`${at}/undo`, { csrf: mira.hidden('csrf') })).status, 422, 'again');
	});
	await it('the history keeps both', () => {
		const events = run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('event|'));
		for (const verb of ['import.applied', 'import.undone', 'person.unmade']) holds(events.join('\n'), verb);
	});
	await it('the same file may come in again, the ghosts of the first time are the same people', async () => {
		const count = () => run(db, ['dump']).out.split('\n').filter((l) => l.startsWith('person|')).length, was = count();
		at = await applies(changed);
		equal(count(), was, 'people');
		holds(await people(), 'Nia New');
		lacks(await people(), 'Ned New');
	});
	await it('what came about since is not torn apart', async () => {
		const later = changed.map((r) => [...r]);
		later[2][1] = 'Berg-Low, Lea';
		const second = await applies(later);
		await mira.opens(at);
		const r = await mira.fill(`${at}/undo`);
		equal(r.status, 422, 'undo below a later change');
		holds(plain(r.text), 'Lea Berg-Low');
		holds(await people(), 'Lea Berg-Low');
		await mira.opens(second);
		await mira.does(`${second}/undo`);
		holds(await people(), 'Lea Berg:');
	});
	await house.stop();
	lacks(house.log, 'request.broken');
}
