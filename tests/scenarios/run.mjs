// run.mjs: every scenario of this folder, on every engine asked for. `run.mjs NAME…` runs only those.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines, finish, fresh, it } from '../house.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const asked = process.argv.slice(2);
const files = readdirSync(here).filter((f) => f.endsWith('.scenario.mjs') && (!asked.length || asked.some((a) => f.startsWith(a)))).sort();

for (const f of files) {
	const { default: scenario, words } = await import(join(here, f));
	for (const engine of engines) {
		const began = Date.now();
		await it(`${words} (${engine})`, () => fresh(engine, scenario));
		console.log(`note: ${f.replace('.scenario.mjs', '')} on ${engine}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
	}
}
finish();
