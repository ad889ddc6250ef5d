// live.mjs: pages that stay open: the number on the bell follows by itself, one connection a browser whatever its tabs, and
// a stop ends it; and every key that the sheet of keys lists does what the sheet says.
import { equal, it, run, until } from '../house.mjs';
import { comeAs } from './looks.mjs';
import { demoHouse } from './pages.mjs';

const count = (page) => page.locator('.bell .unread').evaluate((e) => (e.hidden ? 0 : Number(e.querySelector('.unread-n').textContent)));
const isStream = (r) => new URL(r.url()).pathname === '/notices/stream';

/** Somebody thanks the employee: one notice. */
async function thanks(house, person) {
	const v = house.as(house.roles.get('director'));
	await v.opens(`/people/${person}`);
	const r = await v.post(`/people/${person}/feedback`, { kind: 'praise', behaviour: 'Kept the list while everybody was away.', happened: '2026-11-23', seen_by: 'all' });
	equal(r.status, 303, 'the thanks');
}

async function bell(browser, house) {
	const who = house.roles.get('employee'), page = await comeAs(browser, house, who), streams = new Set();
	let begun = 0;
	const person = run(house.db, ['dump']).out.split('\n').find((l) => l.startsWith('person|') && l.includes(who)).split('|')[1];
	const context = page.context();
	context.on('request', (r) => { if (isStream(r)) { streams.add(r); begun++; } });
	for (const end of ['requestfinished', 'requestfailed']) context.on(end, (r) => streams.delete(r));
	let before, second;
	await it('a notice that comes while the page is open changes the number on the bell, without a reload', async () => {
		await page.goto(`${house.site}/people`);
		await until('the stream', () => streams.size === 1);
		before = await count(page);
		await page.evaluate(() => { window.mark = 1; });
		await thanks(house, person);
		await until('one more', async () => await count(page) === before + 1);
		equal(await page.evaluate(() => window.mark), 1, 'the page');
	});
	await it('a second tab has the same number and no connection of its own', async () => {
		second = await context.newPage();
		await second.goto(`${house.site}/people`);
		equal(await count(second), before + 1, 'the number of the second tab');
		await thanks(house, person);
		await until('both', async () => await count(page) === before + 2 && await count(second) === before + 2);
		equal(streams.size, 1, 'open connections');
	});
	await it('when the tab that listened is closed, the other one listens', async () => {
		await page.close();
		await until('a new stream', () => [...streams].some((r) => r.frame().page() === second));
		await thanks(house, person);
		await until('one more', async () => await count(second) === before + 3);
	});
	await it('the server stops at once though a page listens, and the page goes on as it is', async () => {
		const began = Date.now(), asked = begun;
		await house.stop();
		if (Date.now() - began > 4000) throw new Error(`the stop took ${Date.now() - began} ms`);
		await until('the page to ask again', () => begun > asked);
		equal(await count(second), before + 3, 'the number');
	});
	await context.close();
}

/** The keys of the sheet, and what each is said to lead to. */
async function listed(page) {
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Keys' });
	await sheet.waitFor();
	const keys = await sheet.locator('dt[data-listed]').evaluateAll((all) => all.map((dt) => [...dt.querySelectorAll('kbd')].map((k) => k.textContent).join(' ')));
	await page.keyboard.press('Escape');
	await sheet.waitFor({ state: 'hidden' });
	return keys;
}

async function keys(browser, house) {
	const seen = new Set();
	const tryAll = async (who, path) => {
		const page = await comeAs(browser, house, who);
		await page.goto(house.site + path, { waitUntil: 'domcontentloaded' });
		for (const key of await listed(page)) {
			if (seen.has(key)) continue;
			seen.add(key);
			await page.goto(house.site + path, { waitUntil: 'domcontentloaded' });
			const to = await page.locator(`[data-key="${key}"]`).first().evaluate((e) => e.pathname ?? '');
			for (const one of key.split(' ')) await page.keyboard.press(one);
			if (key === '/') { await page.getByRole('dialog', { name: 'Find' }).waitFor(); continue; }
			await page.waitForURL((u) => u.pathname === to, { waitUntil: 'domcontentloaded' });
		}
		await page.context().close();
	};
	const manager = house.roles.get('manager') ?? house.roles.get('director'), v = house.as(manager);
	await it('every key the sheet lists leads where it says', async () => {
		await tryAll(house.roles.get('director'), '/policy');
		await tryAll(manager, '/policy');
		for (const k of ['/', 'g h', 'g g', 'g r', 'g p', 'g c']) equal(seen.has(k), true, `key ${k}`);
	});
	await it('p and n lead from one review to write to the one before and the one after', async () => {
		const parts = (await v.json('/reviews')).json.parts.filter((p) => p.relation === 'manager').map((p) => p.id).sort((a, b) => a - b);
		const pages = [];
		for (const id of parts) pages.push([id, (await v.get(`/parts/${id}`)).text]);
		const one = pages.find(([, text]) => text.includes('data-key="p"') && text.includes('Hand in'));
		if (!one) throw new Error(`none of ${parts.length} reviews has one before it`);
		const page = await comeAs(browser, house, manager);
		await page.goto(`${house.site}/parts/${one[0]}`);
		await page.keyboard.press('p');
		await page.waitForURL((u) => u.pathname !== `/parts/${one[0]}` && u.pathname.startsWith('/parts/'));
		await page.keyboard.press('n');
		await page.waitForURL((u) => u.pathname === `/parts/${one[0]}`);
		await page.context().close();
		await tryAll(manager, `/parts/${one[0]}`);
	});
	await it('j and k lead from one review of the team to the next and back', async () => {
		const list = (await v.json('/team')).json.reviews;
		for (const r of list) if (!seen.has('j') || !seen.has('k')) if (/data-key="[jk]"/.test((await v.get(`/reviews/${r.id}`)).text)) await tryAll(manager, `/reviews/${r.id}`);
		equal(`${seen.has('j')} ${seen.has('k')}`, 'true true', 'keys tried');
	});
}

export async function live(browser, db) {
	const house = await demoHouse(db, 60);
	for (const email of house.roles.values()) await house.signIn(email);
	await keys(browser, house);
	await bell(browser, house);
}
