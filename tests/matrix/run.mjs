// The matrix: routes.matrix, asked line by line as each persona, each with a copy of the house to itself.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyOf, engines, finish, freshDatabase, House, ok, run, wrong } from '../house.mjs';
import { Organisation, personas, TODAY } from './organisation.mjs';
import { prepare, subject } from './subjects.mjs';
import { visitor } from './visitor.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** { names, lines: [{ method, path, state, codes, why }] } */
export function readMatrix(text) {
	let names = null;
	const lines = [];
	text.split('\n').forEach((line, at) => {
		if (!line.trim() || line.startsWith('#')) return;
		if (!names) { names = line.trim().split(/\s+/); return; }
		const m = line.match(/^(GET|POST|PUT|DELETE)\s+(\S+)(?:\s+\[([^\]]+)\])?\s+(.*?)\s+--\s+(\S.*)$/);
		if (!m) throw new Error(`line ${at + 1} of routes.matrix is none: ${line}`);
		const codes = m[4].split(/\s+/);
		if (codes.length !== names.length) throw new Error(`line ${at + 1} of routes.matrix has ${codes.length} codes, not ${names.length}`);
		lines.push({ method: m[1], path: m[2], state: m[3] ?? '', why: m[5], codes: new Map(names.map((n, i) => [n, codes[i]])), key: `${m[1]} ${m[2]}${m[3] ? ` [${m[3]}]` : ''}` });
	});
	return { names, lines };
}

/** What a reply is in the words of the matrix: a status, "in", or whether a part of the page is shown. */
const code = (r, line) => (line.state.startsWith('shows ') && r.status === 200 ? (line.state.slice(6) in r.json ? 'yes' : 'no') :
	r.status === 303 && /\/sign-in\?next=/.test(r.to ?? '') || r.status === 401 ? 'in' : String(r.status));

let asked = 0;
async function ask(v, org, line, persona) {
	const s = subject(org, line, persona);
	if (line.state.startsWith('shows ')) return v.json(s.path);
	if (line.method === 'GET') return v.get(s.path);
	if (v.token) return v.sendJson('POST', s.path, s.fields);
	const fields = { csrf: v.csrf, retry: `matrix-${++asked}`, ...s.fields };
	if (s.file) return v.upload(s.path, s.file.field, s.file.name, s.file.bytes, fields);
	return v.post(s.path, fields);
}

/** All lines as one persona; said tells of each mismatch and may end it by returning true. */
async function askAll(house, org, lines, persona, said) {
	const v = visitor(house, org, persona);
	const page = await v.get(persona === 'nobody' || persona === 'leaver' ? '/sign-in' : '/account');
	v.csrf = v.hidden('csrf') ?? page.text.match(/name="csrf" value="([^"]+)"/)?.[1] ?? '';
	v.last = null;
	for (const line of lines) {
		const want = line.codes.get(persona);
		if (want === '-' || want === undefined) continue;
		let got;
		try { got = await ask(v, org, line, persona); } catch (e) { got = { status: `no reply: ${e.message}`, text: '', to: null }; }
		if (said(line, persona, want, code(got, line), got)) return;
	}
}

async function whole(engine, matrix) {
	const db = freshDatabase(engine), org = new Organisation(db);
	const routes = run(db, ['routes', '--json']);
	const all = JSON.parse(routes.out);
	try {
		await prepare(org, matrix.lines);
		await org.house.stop();
		const before = Date.now();
		let asked = 0;
		for (const persona of personas) {
			const twin = copyOf(db), house = new House(twin);
			try {
				await house.start(['--today', TODAY]);
				await askAll(house, org, matrix.lines, persona, (line, who, want, got, reply) => {
					asked++;
					if (want === got) ok();
					else wrong(`${line.key} as ${who} on ${engine} is ${got}, not ${want} (${line.why})\n${reply.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 300)}`);
				});
				await house.stop();
			} catch (e) { wrong(`${persona} on ${engine}: ${e.stack}`); } finally { house.child?.kill('SIGKILL'); twin.gone(); }
		}
		console.log(`note: ${engine}: ${asked} questions by ${personas.length} personas in ${((Date.now() - before) / 1000).toFixed(1)} s`);
		if (engine === 'sqlite') await mutations(org, matrix, all);
	} finally {
		org.house.child?.kill('SIGKILL');
		db.gone();
	}
}

/** Each line of the policy turned round, one at a time: the matrix must see it. */
async function mutations(org, matrix, routes) {
	const permission = new Map(routes.map((r) => [`${r.method} ${r.path}`, r.permission]));
	const rows = policyRows();
	let caught = 0;
	const missed = [];
	for (let n = 0; n < rows.length; n++) {
		const twin = copyOf(org.db), house = new House(twin);
		let seen = false;
		try {
			await house.start(['--today', TODAY], { MERIDIAN_TEST_SWAP: String(n) });
			const near = matrix.lines.filter((l) => permission.get(`${l.method} ${l.path}`) === rows[n]);
			const lines = [...near, ...matrix.lines.filter((l) => !near.includes(l) && l.method === 'GET')];
			for (const persona of ['self', 'director', 'stranger', 'manager', 'partner', 'performance', 'admin', 'above']) {
				await askAll(house, org, lines, persona, (line, who, want, got) => (seen ||= want !== got));
				if (seen) break;
			}
		} finally { house.child?.kill('SIGKILL'); await house.ended; twin.gone(); }
		if (seen) caught++;
		else missed.push(`${n} (${rows[n]})`);
	}
	console.log(`note: policy rows turned round and caught: ${caught} of ${rows.length}`);
	if (missed.length) wrong(`the matrix does not see these policy rows turned round: ${missed.join(', ')}`);
	else ok(rows.length);
}

/** The capability of each row of policy.c, in its order, as `meridian routes` spells it. */
function policyRows() {
	const text = readFileSync(join(here, '../../src/app/access/policy.c'), 'utf8');
	const table = text.slice(text.indexOf('policy_row rows[]'), text.indexOf('};', text.indexOf('policy_row rows[]')));
	return [...table.matchAll(/^\s*\{\s*([A-Z_]+),/gm)].map((m) => m[1].toLowerCase().replaceAll('_', '-'));
}

function complete(matrix) {
	const db = freshDatabase('sqlite');
	const all = JSON.parse(run(db, ['routes', '--json']).out).map((r) => `${r.method} ${r.path}`);
	db.gone();
	const lines = new Set(matrix.lines.map((l) => `${l.method} ${l.path}`));
	for (const r of all) if (lines.has(r)) ok(); else wrong(`${r} has no line in routes.matrix`);
	for (const l of lines) if (!all.includes(l)) wrong(`${l} is in routes.matrix and no route`);
	const twice = matrix.lines.map((l) => l.key).filter((k, i, a) => a.indexOf(k) !== i);
	for (const k of twice) wrong(`${k} is in routes.matrix twice`);
}

const matrix = readMatrix(readFileSync(join(here, 'routes.matrix'), 'utf8'));
complete(matrix);
for (const engine of engines) {
	try { await whole(engine, matrix); } catch (e) { wrong(`the matrix on ${engine}: ${e.stack}`); }
}
finish();
