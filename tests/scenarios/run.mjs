// run.mjs: every scenario of this folder, on every engine asked for, four at a time, each in a process of its own.
// `run.mjs NAME…` runs only those whose names begin so. MERIDIAN_TEST_LANES says how many at a time.
import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines, finish, fresh, it, ok, wrong } from '../house.mjs';

const self = fileURLToPath(import.meta.url), here = dirname(self);
const LANES = Number(process.env.MERIDIAN_TEST_LANES ?? 4);

/** One scenario on one engine, in this process. */
async function one(file, engine) {
	const { default: scenario, words } = await import(join(here, file));
	await it(`${words} (${engine})`, () => fresh(engine, scenario));
	finish();
}

/** The same in a process of its own: what it says comes out whole, its sum is counted. */
function aside({ file, engine }) {
	const began = Date.now();
	const child = spawn(process.execPath, [self, '--one', file, engine], { stdio: ['ignore', 'pipe', 'pipe'] });
	let said = '';
	child.stdout.on('data', (d) => { said += d; });
	child.stderr.on('data', (d) => { said += d; });
	return new Promise((done) => child.on('close', (code) => {
		const name = `${file.replace('.scenario.mjs', '')} on ${engine}`;
		const sum = said.match(/^(\d+) passed, (\d+) failed\n/m);
		process.stdout.write(sum ? said.replace(sum[0], '') : said);
		if (sum) ok(Number(sum[1]));
		if (!sum || code !== 0) wrong(`${name} (exit ${code})`);
		console.log(`note: ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
		done();
	}));
}

async function all(asked) {
	const files = readdirSync(here).filter((f) => f.endsWith('.scenario.mjs') && (!asked.length || asked.some((a) => f.startsWith(a))));
	const size = (f) => statSync(join(here, f)).size;
	const queue = files.sort((a, b) => size(b) - size(a)).flatMap((file) => engines.map((engine) => ({ file, engine })));
	const lane = async () => { while (queue.length) await aside(queue.shift()); };
	await Promise.all(Array.from({ length: LANES }, lane));
	finish();
}

const [, , first, ...rest] = process.argv;
await (first === '--one' ? one(...rest) : all(process.argv.slice(2)));
