// pictures.mjs: a picture of every page, wide and phone, light and dark, for people to look at.
//   node tests/browser/pictures.mjs OUTDIR [WORD…]     only pages whose name has one of the words
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase } from '../house.mjs';
import { launch } from './browser.mjs';
import { comeAs } from './looks.mjs';
import { demoHouse, pagesOf } from './pages.mjs';

const SIZES = [[1440, 1000], [390, 844]];
const [outdir, ...words] = process.argv.slice(2);
if (!outdir) {
	console.error('usage: node tests/browser/pictures.mjs OUTDIR [WORD...]');
	process.exit(2);
}
mkdirSync(outdir, { recursive: true });

const db = freshDatabase('sqlite'), browser = await launch();
const house = await demoHouse(db), roleOf = new Map([...house.roles].map(([role, email]) => [email, role]));
const nameOf = (p) => `${p.kind.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'}-${roleOf.get(p.who) ?? 'nobody'}${p.path.replace(/\D+/g, '-')}`.replace(/-$/, '');
let count = 0;
for (const p of await pagesOf(house)) {
	if (words.length && !words.some((w) => nameOf(p).includes(w))) continue;
	const page = await comeAs(browser, house, p.who);
	for (const [width, height] of SIZES) for (const colorScheme of ['light', 'dark']) {
		await page.setViewportSize({ width, height });
		await page.emulateMedia({ colorScheme });
		await page.goto(house.site + p.path, { waitUntil: 'load' });
		await page.evaluate(() => document.fonts.ready);
		await page.screenshot({ path: join(outdir, `${width}-${colorScheme}-${nameOf(p)}.png`), fullPage: true });
		count++;
	}
	await page.context().close();
}
await browser.close();
await house.stop();
db.gone();
console.log(`${count} pictures in ${outdir}`);
