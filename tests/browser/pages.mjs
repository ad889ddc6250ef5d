// pages.mjs: every page that somebody of the demo organisation can open, one of each kind and shape: signs in as
// each role, follows what stands on each page, and keeps the first page of each shape. Reads; changes almost nothing.
import { House, run } from '../house.mjs';

const TODAY = '2026-11-24';
const SKIPS = /^\/(sign-out|assets|openapi)|\/(rejects|file)$/;
/** How many shapes of one address are looked at: an empty page, a full one, one with more rights. */
const SHAPES = 4;

/** A demo organisation that serves; `roles` has an address of each role. */
export async function demoHouse(db, people = 60, before = () => {}) {
	const r = run(db, ['demo', '--people', String(people), '--seed', '3', '--today', TODAY]);
	if (r.code !== 0) throw new Error(`demo: ${r.err}`);
	const house = new House(db);
	house.roles = new Map();
	for (const [, role, email] of r.out.matchAll(/^([a-z]+) (\S+@\S+)$/gm)) if (!house.roles.has(role)) house.roles.set(role, email);
	before(house);
	await house.start(['--today', TODAY]);
	return house;
}

const kindOf = (path) => path.replace(/\/\d+/g, '/:id').replace(/\?.*/, '');

/** What a page is made of: two pages of one kind that are made alike look alike. */
function shapeOf(html) {
	const main = html.slice(html.indexOf('<main'));
	return [...new Set([...main.matchAll(/<(?:[a-z0-9]+)[^>]*?(?:class="([^"]*)"|data-tone="[^"]*")|<(form|fieldset|textarea|select|table|dl|ol|h[1-4])\b/g)].map((m) => m[0].replace(/(id|for|href|action|aria-\w+|name|value)="[^"]*"/g, '')))].sort().join('');
}

function linksOf(house, html) {
	const found = [...html.matchAll(/<a\b[^>]*?href="([^"#]*)"/g)].map((m) => m[1].replaceAll('&amp;', '&').replace(house.site, ''));
	return found.filter((l) => l.startsWith('/') && !SKIPS.test(l));
}

/** A run of the import with problems, so that its page has something to say. */
async function importsBadly(house) {
	const v = house.as(house.roles.get('director'));
	await v.opens('/import');
	const rows = ['Number,Name,E-mail,Department,Manager,Start', 'X1,"Moreau, Inès",ines@north.example,Sales,nobody known,2026-02-30',
		'X2,"Ito, Ken",ken@north.example,Sales,,2026-01-05', ',,not an address,Sales,,', 'X2,"Ito, Ken again",ken@north.example,Sales,,2026-01-05'];
	await v.upload('/import', 'file', 'export.csv', rows.join('\r\n'));
	await v.opens('/forms');
	await v.fill('/forms', { name: 'A draft of a template', start: 'standard' });
	await v.opens('/cycles');
	await v.fill('/cycles', { name: 'A cycle in the making', period_from: '2026-06-01', period_to: '2026-11-30' });
}

/** [{ who, path, kind }]: what to look at. `most` pages of one kind are tried for each role. */
export async function pagesOf(house, most = 6) {
	const seen = new Map(), pages = [];
	const keep = (who, path, html) => {
		const kind = kindOf(path), shape = shapeOf(html), shapes = seen.get(kind) ?? seen.set(kind, new Set()).get(kind);
		if (path !== '/' && (shapes.has(shape) || shapes.size >= SHAPES)) return;
		shapes.add(shape);
		pages.push({ who, path, kind });
	};
	for (const path of ['/sign-in', '/sign-in/sent', '/setup/0000', '/link/0000', '/nothing-here']) keep(null, path, path);
	for (const email of house.roles.values()) await house.signIn(email);
	await importsBadly(house);
	for (const email of house.roles.values()) {
		const v = house.as(email), tried = new Map(), asked = new Set(['/']), queue = ['/'];
		while (queue.length) {
			const path = queue.shift(), r = await v.get(path);
			if (!(r.headers.get('content-type') ?? '').startsWith('text/html')) continue;
			keep(email, path, r.text);
			for (const link of linksOf(house, r.text)) {
				const kind = kindOf(link), n = tried.get(kind) ?? 0;
				if (asked.has(link) || n >= most) continue;
				asked.add(link);
				tried.set(kind, n + 1);
				queue.push(link);
			}
		}
	}
	for (const path of ['/nothing-here', '/health']) pages.push({ who: house.roles.get('employee'), path, kind: `${path} (refused)` });
	return pages;
}
