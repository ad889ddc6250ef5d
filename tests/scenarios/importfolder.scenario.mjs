// A folder that is watched: a file without questions comes in, one with questions waits for HR, one that is none is refused; each once.
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, House, it, lacks, plain, run } from '../house.mjs';
import { workbook } from '../corpus/import/workbook.mjs';
import { narrow } from './twelve.mjs';
import { begin } from './steps.mjs';

export const words = 'files of a watched folder come in, wait or are refused';

export default async function scenario(db) {
	const house = new House(db), mira = house.as('mira@north.example'), dir = join(db.dir, 'watched');
	mkdirSync(dir);
	equal(run(db, ['migrate', '--test']).code, 0, 'migrate');
	await house.start(['--today', '2026-11-24']);
	await begin(house);
	const heads = ['number', 'name', 'email', 'manager'], all = async () => String((await mira.json('/people')).json.people.map((p) => p.name));
	const put = (name, bytes, age = 60) => { writeFileSync(join(dir, name), bytes); const at = Date.now() / 1000 - age; utimesSync(join(dir, name), at, at); };
	const works = () => run(db, ['import', 'folder', dir]);
	const lie = (room) => readdirSync(join(dir, room));
	const report = (room, name) => readFileSync(join(dir, room, lie(room).find((f) => f.includes(name) && f.endsWith('.report.txt'))), 'utf8');
	const needs = async () => plain((await mira.opens('/')).text);

	await it('an empty folder is fine; one that is not there is not', () => {
		equal(works().code, 0, 'empty');
		equal(run(db, ['import', 'folder', join(dir, 'nowhere')]).code, 2, 'nowhere');
	});
	await it('a file without questions comes in and lies in done, with its report', async () => {
		put('people.csv', narrow(heads, [['1', 'Top, Tara', 'tara@north.example', 'Board of Directors'], ['2', 'Low, Lea', 'lea@north.example', '1']]));
		equal(works().code, 0, 'exit');
		holds(await all(), 'Lea Low');
		equal(lie('done').length, 2, 'file and report');
		holds(report('done', 'people.csv'), 'New people: 2');
		equal(statSync(join(dir, 'done', lie('done')[1])).mode & 0o077, 0, 'nobody else reads the report');
		lacks(await needs(), 'Look at a file of people');
	});
	await it('a workbook comes in alike', async () => {
		put('people.xlsx', workbook([['Personalnummer', 'Name', 'E-Mail', 'Vorgesetzter', 'Eintritt'], ['1', 'Top, Tara', 'tara@north.example'], ['2', 'Low, Lea', 'lea@north.example', '1'], ['3', 'Neu, Nora', 'nora@north.example', '1', { v: 46000, s: 1 }]]));
		const r = works();
		equal(r.code, 0, `exit: ${r.out}${r.err}`);
		holds(await all(), 'Nora Neu');
	});
	await it('who is missing is a question: the file waits, HR is told, decides and applies', async () => {
		put('people.csv', narrow(heads, [['1', 'Top, Tara', 'tara@north.example', ''], ['2', 'Low-Berg, Lea', 'lea@north.example', '1']]));
		const r = works();
		equal(r.code, 1, 'exit');
		holds(r.out + lie('refused').map((f) => readFileSync(join(dir, 'refused', f), 'utf8')), 'waiting/');
		holds(report('waiting', 'people.csv'), 'HR finds this file');
		holds(await all(), 'Lea Low');
		lacks(await all(), 'Low-Berg');
		holds(await needs(), 'Look at a file of people');
		put('people.csv', narrow(heads, [['1', 'Top, Tara', 'tara@north.example', ''], ['2', 'Low-Berg, Lea', 'lea@north.example', '1']]));
		works();
		const runs = (await mira.json('/import')).json.runs.filter((r) => r.state === 'checked');
		equal(runs.length, 1, 'the later file stands in for the earlier');
		await mira.opens(`/import/${runs[0].id}`);
		holds(plain(mira.last.text), 'Nora Neu');
		await mira.does(`/import/${runs[0].id}/apply`);
		holds(await all(), 'Low-Berg');
		lacks(await needs(), 'Look at a file of people');
	});
	await it('what is no table is refused with the reason', async () => {
		put('list.pdf', '%PDF-1.4');
		equal(works().code, 1, 'exit');
		holds(report('refused', 'list.pdf'), 'This is not a table of text');
	});
	await it('links, hidden files and files still being written are left alone', async () => {
		symlinkSync('/etc/passwd', join(dir, 'link.csv'));
		put('.hidden.csv', narrow(heads, [['8', 'Hid, Hans', '', '']]));
		put('fresh.csv', narrow(heads, [['9', 'Fresh, Fay', '', '']]), 0);
		equal(works().code, 0, 'exit');
		for (const name of ['link.csv', '.hidden.csv', 'fresh.csv']) holds(String(readdirSync(dir)), name);
	});
	await it('without a server it works alike, and nothing is taken twice', async () => {
		await house.stop();
		const before = lie('done').length + lie('waiting').length + lie('refused').length;
		put('.hidden.csv', '');
		equal(lie('taken').length, 0, 'files half done');
		put('fresh.csv', narrow(heads, [['1', 'Top, Tara', 'tara@north.example', ''], ['2', 'Low-Berg, Lea', 'lea@north.example', '1'], ['3', 'Neu, Nora', 'nora@north.example', '1'], ['4', 'Spät, Sven', 'sven@north.example', '1']]));
		equal(works().code, 0, 'exit');
		equal(lie('done').length + lie('waiting').length + lie('refused').length, before + 2, 'files');
		holds(run(db, ['dump']).out, 'Spät');
	});
	lacks(house.log, 'request.broken');
}
