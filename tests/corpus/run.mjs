// Files of people by the hundred, each judged by the import's own rules in one process; the reports are compared with those that were
// read and kept (import/reports). `--write` keeps them anew: read the difference before you commit it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from '../house.mjs';
import { cases } from './import/cases.mjs';
import './import/cases_people.mjs';
import './import/cases_workbook.mjs';

const at = join(dirname(fileURLToPath(import.meta.url)), 'import/reports'), LEAST = 300;
const write = process.argv.includes('--write');
let passed = 0, failed = 0;
const ok = (so, what) => { if (so) passed++; else { failed++; console.log(`not ok - ${what}`); } };

const names = new Set(cases.map((c) => c.name));
ok(names.size === cases.length && cases.length >= LEAST, `${cases.length} files, ${names.size} names; at least ${LEAST}`);

const input = Buffer.concat(cases.flatMap((c) => [Buffer.from(`${c.name} ${c.against} ${c.bytes.length}\n`), c.bytes]));
const r = spawnSync(join(dirname(program), 'judge'), { input, maxBuffer: 1 << 28 });
ok(r.status === 0 && r.stderr.length === 0, `the judge ended with ${r.status ?? r.signal}: ${r.stderr.toString().slice(0, 2000)}`);

/** Reports by name: a line without a blank in front begins one. */
function apart(text) {
	const found = new Map();
	let lines = null;
	for (const line of text.split('\n')) {
		if (/^[a-z]+\//.test(line)) found.set(line, lines = []);
		else if (line !== '') lines?.push(line);
	}
	return found;
}

const said = apart(r.stdout.toString()), groups = new Map();
for (const c of cases) groups.set(c.group, [...groups.get(c.group) ?? [], c.name]);
if (write) {
	mkdirSync(at, { recursive: true });
	for (const [group, all] of groups) writeFileSync(join(at, `${group}.txt`), all.map((n) => `${n}\n${said.get(n)?.join('\n')}\n`).join('\n'));
}
for (const [group, all] of groups) {
	const kept = apart(readFileSync(join(at, `${group}.txt`), 'utf8'));
	for (const name of all) {
		const now = said.get(name)?.join('\n'), was = kept.get(name)?.join('\n');
		ok(now !== undefined && now === was, `${name}\n# kept:\n${was}\n# now:\n${now}`);
	}
	for (const name of kept.keys()) ok(names.has(name), `${name} has a report and no file`);
}
for (const f of readdirSync(at)) ok(groups.has(f.replace('.txt', '')), `${f} belongs to no group`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
