// house.mjs: starts Meridian on a fresh database of each engine and talks to it as people do.
// A scenario says as(person).get(path), as(person).post(path, fields); it never touches rows.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, readdirSync, readFileSync, existsSync, copyFileSync } from 'node:fs';
import { forms } from './forms.mjs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'node:net';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export let program = process.env.MERIDIAN_PROGRAM ?? join(root, existsSync(join(root, 'build-asan/meridian')) ? 'build-asan/meridian' : 'build/meridian');
export const engines = (process.env.MERIDIAN_TEST_ENGINES ?? (process.env.MERIDIAN_TEST_PG ? 'sqlite postgres' : 'sqlite')).split(' ');

/** Another build, for a test that has reasons. */
export function takes(build) { if (!process.env.MERIDIAN_PROGRAM) program = join(root, build); }

let passed = 0, failed = 0;

/** One sentence that holds or does not; says so and counts. */
export async function it(sentence, work) {
	try {
		await work();
		passed++;
	} catch (e) {
		failed++;
		console.log(`not ok - ${sentence}\n${String(e.stack ?? e).slice(0, 3000)}`);
	}
}
export const ok = (count = 1) => { passed += count; };
export const wrong = (words) => { failed++; console.log(`not ok - ${words}`); };
export function finish() {
	console.log(`${passed} passed, ${failed} failed`);
	process.exit(failed || !passed ? 1 : 0);
}
export function equal(got, want, what = '') {
	if (got !== want) throw new Error(`${what} is ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
}
export function holds(text, words) {
	if (!String(text).includes(words)) throw new Error(`"${words}" is not in: ${String(text).replace(/\s+/g, ' ').slice(0, 1500)}`);
}
export function lacks(text, words) {
	if (String(text).includes(words)) throw new Error(`"${words}" is in the reply`);
}

let nextPort = 10000 + (process.pid * 53) % 20000;
/** A port nobody listens on: below those the system gives to callers, and begun elsewhere in each process, so that tests side by side do not meet. */
export function freePort() {
	const port = nextPort++;
	return new Promise((done) => {
		const s = createServer().once('error', () => done(freePort())).listen(port, '127.0.0.1', () => s.close(() => done(port)));
	});
}

let databases = 0;
/** A database nobody has used: its folder, its address, and how to drop it. */
export function freshDatabase(engine, template) {
	const dir = mkdtempSync(join(tmpdir(), 'meridian-'));
	const gone = () => rmSync(dir, { recursive: true, force: true });
	if (engine === 'sqlite') return { engine, dir, url: `sqlite:${dir}/m.db`, gone };
	const base = process.env.MERIDIAN_TEST_PG;
	const name = `m_${process.pid}_${++databases}`;
	const psql = (sql) => spawnSync('psql', ['-q', base, '-c', sql], { encoding: 'utf8' });
	const made = psql(`create database ${name}${template ? ` template ${template}` : ''}`);
	if (made.status !== 0) throw new Error(`no database: ${made.stderr}`);
	return { engine, dir, url: base.replace(/\/[^/]*$/, `/${name}`), gone: () => { psql(`drop database ${name} with (force)`); gone(); } };
}

/** A second database that begins as this one is (nothing may be serving it). */
export function copyOf(db) {
	const twin = db.engine === 'sqlite' ? freshDatabase('sqlite') : freshDatabase(db.engine, db.url.replace(/^.*\//, ''));
	for (const f of readdirSync(db.dir)) {
		if (f === 'keys' || f === 'm.db' || f === 'm.db-wal') copyFileSync(join(db.dir, f), join(twin.dir, f));
	}
	return twin;
}

export function environment(db, more = {}) {
	const env = { PATH: process.env.PATH, HOME: db.dir, MERIDIAN_DATABASE_URL: db.url, MERIDIAN_KEY_FILE: join(db.dir, 'keys'),
		MERIDIAN_SPOOL: join(db.dir, 'spool'), ASAN_OPTIONS: process.env.ASAN_OPTIONS ?? '', UBSAN_OPTIONS: process.env.UBSAN_OPTIONS ?? 'halt_on_error=1:print_stacktrace=1', TSAN_OPTIONS: process.env.TSAN_OPTIONS ?? '',
		...(db.today ? { MERIDIAN_TODAY: db.today } : {}), ...more };
	return env;
}

/** Runs a verb to its end. */
export function run(db, args, input, more) {
	const r = spawnSync(program, args, { env: environment(db, more), encoding: 'utf8', input: input ?? '', cwd: db.dir, maxBuffer: 1 << 28 });
	return { code: r.status, out: r.stdout, err: r.stderr };
}

/** The same without holding up this process, which may be the mail server the verb talks to. */
export function runAside(db, args, more) {
	const child = spawn(program, args, { env: environment(db, more), cwd: db.dir, stdio: ['ignore', 'pipe', 'pipe'] });
	let out = '', err = '';
	child.stdout.on('data', (d) => { out += d; });
	child.stderr.on('data', (d) => { err += d; });
	return new Promise((done) => child.on('exit', (code, signal) => done({ code, signal, out, err, child })));
}

/** A running server on a database. */
export class House {
	constructor(db) { this.db = db; this.jars = new Map(); this.log = ''; }

	/** The day the server is told is the day of every command after it (on one machine they share a clock). */
	async start(args = [], more = {}) {
		const told = args.indexOf('--today');
		this.db.today = told < 0 ? undefined : args[told + 1];
		this.port = await freePort();
		this.site = `http://127.0.0.1:${this.port}`;
		const env = environment(this.db, { MERIDIAN_LISTEN: `127.0.0.1:${this.port}`, MERIDIAN_URL: this.site, ...more });
		this.child = spawn(program, ['serve', ...args], { env, cwd: this.db.dir, stdio: ['ignore', 'pipe', 'pipe'] });
		this.ended = new Promise((done) => this.child.on('exit', (code, signal) => done({ code, signal })));
		this.child.stdout.on('data', (d) => { this.log += d; });
		this.child.stderr.on('data', (d) => { this.log += d; });
		for (let i = 0; i < 400; i++) {
			if (this.child.exitCode !== null) throw new Error(`the server ended: ${this.log.slice(-2000)}`);
			try { if ((await fetch(`${this.site}/healthz`)).ok) return this; } catch { /* not yet */ }
			await new Promise((r) => setTimeout(r, 25));
		}
		throw new Error(`the server does not answer: ${this.log.slice(-2000)}`);
	}

	async stop() {
		if (this.child.exitCode === null) this.child.kill('SIGTERM');
		const end = await this.ended;
		if (end.code !== 0) throw new Error(`the server ended with ${end.code ?? end.signal}: ${this.log.slice(-4000)}`);
	}

	/** A browser without script: cookies, forms with their hidden fields. */
	as(who) {
		if (!this.jars.has(who)) this.jars.set(who, new Visitor(this, who));
		return this.jars.get(who);
	}

	async signIn(who, password = 'meridian-demo') {
		const v = this.as(who);
		await v.get('/sign-in');
		const r = await v.post('/sign-in', { name: who, password });
		if (r.status !== 303) throw new Error(`${who} cannot sign in: ${r.status} ${r.text.slice(0, 500)}`);
		return v;
	}

	/** The newest link mailed to an address, once the letter is in the spool folder. */
	letter(address, not = null) {
		return until(`a letter to ${address}`, () => { const l = this.mailedLink(address); return l !== not && l; });
	}

	/** As a person of a mailed link: asks for it, opens it, signs in. */
	async comeByLink(who) {
		const v = this.as(who);
		const before = this.mailedLink(who);
		await v.opens('/sign-in');
		await v.does('/sign-in/link', { email: who });
		const link = await this.letter(who, before);
		await v.opens(link);
		const r = await v.fill(link);
		if (r.status !== 303) throw new Error(`the link of ${who} gave ${r.status}: ${plain(r.text).slice(0, 500)}`);
		return v;
	}

	/** A visitor with an API token of that person. */
	byToken(who, args = []) {
		const r = run(this.db, ['token', who, ...args]);
		if (r.code !== 0) throw new Error(`no token of ${who}: ${r.out}${r.err}`);
		const v = new Visitor(this, who);
		v.token = r.out.trim();
		return v;
	}

	/** The newest link mailed to an address: a path. */
	mailedLink(address) {
		const spool = join(this.db.dir, 'spool');
		const mails = existsSync(spool) ? readdirSync(spool).filter((f) => f.endsWith('.eml')).sort((a, b) => parseInt(a) - parseInt(b)) : [];
		for (const f of mails.reverse()) {
			const text = readFileSync(join(spool, f), 'utf8');
			const m = text.match(/https?:\/\/[^\s/]+(\/link\/\S+)/);
			if (text.includes(address) && m) return m[1];
		}
		return null;
	}
}

/** Asks until the answer is there; at most about ten seconds. */
export async function until(what, ask) {
	for (let i = 0; i < 400; i++) {
		const answer = await ask();
		if (answer) return answer;
		await new Promise((r) => setTimeout(r, 25));
	}
	throw new Error(`${what}: not within ten seconds`);
}

export class Visitor {
	constructor(house, who) { this.house = house; this.who = who; this.cookies = new Map(); this.last = null; this.token = null; }

	async send(method, path, body, headers = {}) {
		const h = { accept: 'text/html', ...headers };
		if (this.token) h.authorization = `Bearer ${this.token}`;
		else if (this.cookies.size) h.cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
		const r = await fetch(this.house.site + path, { method, body, headers: h, redirect: 'manual' });
		for (const c of r.headers.getSetCookie()) {
			const [pair] = c.split(';');
			const at = pair.indexOf('=');
			if (/max-age=0/i.test(c)) this.cookies.delete(pair.slice(0, at)); else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
		}
		const text = await r.text();
		const reply = { status: r.status, text, to: r.headers.get('location'), headers: r.headers, path, get json() { return JSON.parse(text); } };
		if ((method === 'GET' || r.status === 422 || r.status === 409) && (r.headers.get('content-type') ?? '').startsWith('text/html')) this.last = reply;
		return reply;
	}

	get(path, headers) { return this.send('GET', path, undefined, headers); }
	json(path) { return this.send('GET', path, undefined, { accept: 'application/json' }); }

	/** Posts fields as the form on the last page would: with its token and retry key. */
	async post(path, fields = {}, headers = {}) {
		const all = new URLSearchParams();
		for (const name of ['csrf', 'retry']) {
			const value = this.hidden(name, path);
			if (value && !(name in fields)) all.append(name, value);
		}
		for (const [k, v] of Object.entries(fields)) for (const one of [v].flat()) if (one !== null) all.append(k, one);
		return this.send('POST', path, all, { 'sec-fetch-site': 'same-origin', ...headers });
	}

	/** Posts and follows to the page it leads to. */
	async through(path, fields) {
		const r = await this.post(path, fields);
		if (r.status !== 303) throw new Error(`${path} gave ${r.status}: ${r.text.replace(/\s+/g, ' ').slice(0, 1500)}`);
		return this.get(r.to.replace(this.house.site, ''));
	}

	/** The form of the last page that posts (or gets) there: a path or a pattern. */
	form(action) {
		const all = forms(this.last?.text ?? '');
		const found = all.find((f) => (action instanceof RegExp ? action.test(f.action) : f.action === action));
		if (!found) throw new Error(`no form to ${action} on ${this.last?.path}; there are: ${all.map((f) => f.action).join(' ')}`);
		return found;
	}

	/** Fills in that form as a person would: what is not named stays as shown; null leaves a field out. */
	fill(action, fields = {}, headers = {}) {
		const form = this.form(action);
		const all = form.filled(fields);
		if (form.method === 'get') return this.get(`${form.action}?${all}`);
		return this.send('POST', form.action, all, { 'sec-fetch-site': 'same-origin', ...headers });
	}

	/** The same, and on to the page it leads to. */
	async does(action, fields = {}) {
		const r = await this.fill(action, fields);
		if (r.status !== 303) throw new Error(`${this.form(action).action} gave ${r.status}: ${plain(r.text).slice(0, 1500)}`);
		return this.get(r.to.replace(this.house.site, ''));
	}

	/** Goes to a page that must be there. */
	async opens(path) {
		const r = await this.get(path);
		if (r.status !== 200) throw new Error(`${path} gave ${r.status}${r.to ? ` to ${r.to}` : ''}: ${plain(r.text).slice(0, 800)}`);
		return r;
	}

	async upload(path, field, fileName, bytes, fields = {}) {
		const form = new FormData();
		for (const name of ['csrf', 'retry']) { const v = name in fields ? null : this.hidden(name, path); if (v) form.append(name, v); }
		for (const [k, v] of Object.entries(fields)) form.append(k, v);
		form.append(field, new Blob([bytes], { type: 'text/csv' }), fileName);
		return this.send('POST', path, form, { 'sec-fetch-site': 'same-origin' });
	}

	sendJson(method, path, value, headers = {}) {
		return this.send(method, path, JSON.stringify(value), { 'content-type': 'application/json', accept: 'application/json', ...headers });
	}

	/** A hidden field of the last page, of the form that posts to `path` if there is one. */
	hidden(name, path) {
		const page = this.last?.text ?? '';
		const form = path && page.split(/(?=<form\b)/).find((f) => f.startsWith('<form') && f.slice(0, f.indexOf('>')).includes(`action="${path}"`));
		const m = (form ?? page).match(new RegExp(`name="${name}"[^>]*value="([^"]*)"`)) ?? page.match(new RegExp(`name="${name}"[^>]*value="([^"]*)"`));
		return m ? m[1].replaceAll('&amp;', '&').replaceAll('&#39;', "'").replaceAll('&quot;', '"') : null;
	}
}

/** A page as its words. */
export function plain(html) {
	return String(html).replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/&amp;/g, '&').replace(/&#39;/g, "'").replace(/&quot;/g, '"')
		.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/\s+/g, ' ').trim();
}

export { forms };

export const fresh = async (engine, work) => {
	const db = freshDatabase(engine);
	try { await work(db); } finally { db.gone(); }
};
