// The import command: every form scripts rely on.
import { mkdirSync, readFileSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { equal, holds, it, run } from '../house.mjs';
import { columns, exported, narrow, people } from './twelve.mjs';

export const words = 'an export of the HR system comes in by command';

const counts = (r) => { const j = JSON.parse(r.out); return [j.inserted, j.updated, j.unchanged, j.ended, j.rejected].join(' '); };
const problem = (r, code) => JSON.parse(r.out).problems.find((p) => p.reason === code || p.code === code);

export default async function scenario(db) {
	let n = 0;
	const file = (text) => { const f = join(db.dir, `people-${++n}.csv`); writeFileSync(f, text); return f; };
	const imports = (text, ...args) => run(db, ['import', 'people', file(text), ...args]);

	equal(run(db, ['migrate', '--test']).code, 0, 'migrate');
	await it('the export has forty columns', () => equal(columns, 40, 'columns'));
	await it('a check says what would happen and changes nothing', () => {
		for (let i = 0; i < 2; i++) {
			const r = imports(exported, '--check', '--json');
			equal(r.code, 0, 'exit code');
			equal(counts(r), '12 0 0 0 0', 'counts');
		}
	});
	await it('without --json the proposed mapping is printed', () => {
		const r = imports(exported, '--check');
		equal(r.code, 0, 'exit code');
		for (const w of ['Employee ID', 'Full Name', 'Work E-mail', 'Department', 'Supervisor']) holds(r.out, w);
	});
	await it('the file comes in', () => {
		const r = imports(exported, '--json');
		equal(r.code, 0, 'exit code');
		equal(counts(r), '12 0 0 0 0', 'counts');
		equal(JSON.stringify(JSON.parse(r.out).problems), '[]', 'problems');
	});
	await it('the same file again changes nothing, and that is fine', () => {
		const r = imports(exported, '--json');
		equal(r.code, 0, 'exit code');
		equal(counts(r), '0 0 12 0 0', 'counts');
	});
	await it('names with their letters, managers by number, e-mail and name, are in the database', () => {
		const all = run(db, ['dump']).out;
		for (const name of ['Nguyễn', 'Łukasz', 'İpek', "O'Brien", 'van der Berg']) holds(all, name);
		const lines = all.split('\n').filter((l) => /^line\b/.test(l));
		equal(lines.length, 10, 'lines (eleven have a manager, one of them has left)');
	});
	await it('a changed job is one update', () => {
		const rows = people.map((r) => [...r]);
		rows[2][4] = 'Senior Engineer';
		const r = imports(narrow(['Employee ID', 'Full Name', 'Work E-mail', 'Department', 'Job Title', 'Supervisor'], rows.slice(0, 11).map((x) => x.slice(0, 6))), '--json');
		equal(r.code, 0, 'exit code');
		equal(counts(r), '0 1 10 0 0', 'counts');
	});
	await it('a leaver with a day and a reason ends', () => {
		const r = imports(narrow(['Employee ID', 'Full Name', 'Leaving Date', 'Leaving Reason'], [['1009', 'Yılmaz, İpek', '2025-12-31', 'Moved abroad']]), '--json');
		equal(r.code, 0, 'exit code');
		equal(counts(r), '0 0 0 1 0', 'counts');
	});
	await it('03/04/2025 is a question with both readings', () => {
		const text = narrow(['Employee ID', 'Name', 'Hire Date'], [['2001', 'Berg, Ida', '03/04/2025']]);
		const asked = imports(text, '--json');
		equal(asked.code, 1, 'exit code');
		const p = JSON.parse(asked.out).problems[0];
		equal(p.column, 'Hire Date', 'column');
		for (const way of ['2025-04-03', '2025-03-04']) holds(asked.out, way);
		equal(imports(text, '--check', '--dates', 'dmy', '--json').code, 0, 'dmy');
		equal(imports(text, '--dates', 'mdy').code, 0, 'mdy');
		holds(run(db, ['dump']).out, '2025-03-04');
	});
	await it('a column with a day over twelve answers itself and says so', () => {
		const r = imports(narrow(['Employee ID', 'Name', 'Hire Date'], [['2002', 'Alm, Per', '25/04/2025'], ['2003', 'Alm, Kim', '03/04/2025']]));
		equal(r.code, 0, 'exit code');
		holds(r.out, '25/04/2025');
		holds(run(db, ['dump']).out, '2025-04-03');
	});
	await it('two forms in one column are told, and nothing comes in', () => {
		equal(imports(narrow(['Employee ID', 'Name', 'Hire Date'], [['2004', 'A, B', '25/04/2025'], ['2005', 'A, C', '04/25/2025']])).code, 1, 'exit code');
	});
	await it('one bad row refuses the file; with --rejects the good ones come in and the bad ones come back with a reason', () => {
		const text = narrow(['Employee ID', 'Name', 'Work E-mail'], [['3001', 'Gut, Eva', 'eva@north.example'], ['3002', 'Schlecht, Udo', 'no address'], ['3003', '', 'x@north.example']]);
		equal(imports(text).code, 1, 'exit code');
		const to = join(db.dir, 'rejects.csv');
		const r = imports(text, '--rejects', to, '--json');
		equal(r.code, 0, 'exit code');
		equal(counts(r), '1 0 0 0 2', 'counts');
		const back = readFileSync(to, 'utf8').replace(/^\ufeff/, '').trim().split(/\r?\n/);
		equal(back.length, 3, 'lines of the rejects');
		holds(back[1], '3002');
		if (back[0].split(',').length !== 4) throw new Error(`no reason column: ${back[0]}`);
		equal(imports(text, '--rejects', to, '--json').code, 0, 'again, with nothing new but a row unchanged');
	});
	await it('an unknown manager is a warning, and the person comes in without a line', () => {
		const r = imports(narrow(['Employee ID', 'Name', 'Supervisor'], [['4001', 'Neu, Nora', '9999']]), '--json');
		equal(r.code, 0, 'exit code');
		equal(counts(r), '1 0 0 0 0', 'counts');
		const p = JSON.parse(r.out).problems;
		equal(p.length, 1, 'problems');
		equal(p[0].row, 2, 'row');
		equal(p[0].column, 'Supervisor', 'column');
		equal(p[0].value, '9999', 'value');
		if (!p[0].reason) throw new Error('no reason');
	});
	await it('nobody is their own manager, and managers in a ring are refused', () => {
		equal(imports(narrow(['Employee ID', 'Name', 'Supervisor'], [['4002', 'Selbst, Sam', '4002']])).code, 1, 'self');
		const ring = imports(narrow(['Employee ID', 'Name', 'Supervisor'], [['4003', 'A, A', '4004'], ['4004', 'B, B', '4005'], ['4005', 'C, C', '4003']]), '--json');
		equal(ring.code, 1, 'ring');
		equal(JSON.parse(ring.out).problems.length, 3, 'problems');
	});
	await it('twins by case or by composition are seen', () => {
		for (const [a, b] of [['TWIN@north.example', 'twin@north.example'], ['jos\u00e9@north.example', 'jose\u0301@north.example']]) {
			const r = imports(narrow(['Employee ID', 'Name', 'E-mail'], [['5001', 'One, Jo', a], ['5002', 'Two, Jo', b]]), '--json');
			equal(r.code, 1, 'exit code');
			holds(r.out, '5');
		}
		equal(imports(narrow(['Employee ID', 'Name'], [['X1', 'One, Jo'], ['x1', 'Two, Jo']])).code, 1, 'number by case');
	});
	await it('--map names the field of a column, and refuses what it does not know', () => {
		const text = narrow(['Wer', 'Kürzel', 'Kennung'], [['Lang, Lea', 'L', 'P-77']]);
		equal(imports(text).code, 1, 'nothing to know them by');
		const r = imports(text, '--map', 'Kennung=number', '--map', 'Wer=name', '--json');
		equal(r.code, 0, `mapped: ${r.out}${r.err}`);
		equal(counts(r), '1 0 0 0 0', 'counts');
		for (const bad of ['Nowhere=number', 'Wer=shoe size', 'Wer']) {
			const wrong = imports(text, '--map', bad);
			if (wrong.code === 0) throw new Error(`${bad} was taken`);
			if (!`${wrong.out}${wrong.err}`.trim()) throw new Error('no sentence');
		}
	});
	await it('German headers, semicolons and two name columns are read as they come', () => {
		const r = imports('Personalnummer;Vorname;Nachname;Abteilung;Eintrittsdatum\r\n  6001 ; Änne ;Groß; Vertrieb ;31.12.2024\r\n', '--json');
		equal(r.code, 0, `exit code: ${r.out}`);
		equal(counts(r), '1 0 0 0 0', 'counts');
		holds(run(db, ['dump']).out, 'Änne');
	});
	await it('an empty file, a file that is not there and one of zeros are refused in a sentence', () => {
		for (const r of [imports(''), imports('\0\0\0'), run(db, ['import', 'people', join(db.dir, 'none.csv')]), imports('Employee ID,Name\r\n')]) {
			if (r.code === 0) throw new Error(`taken: ${r.out}`);
			if (!`${r.out}${r.err}`.trim()) throw new Error('no sentence');
		}
		equal(run(db, ['import', 'people']).code, 2, 'no file named');
	});
	await it('the gender is not in the person rows', () => {
		const rows = run(db, ['dump']).out.split('\n').filter((l) => /^person\b/.test(l));
		if (rows.length < 12) throw new Error('no rows of people in the dump');
	});
}
