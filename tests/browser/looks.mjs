// looks.mjs: what every page owes to everybody: no axe violation in light and dark, wide and on the phone, no
// sideways scroll at 320 px, 390 px and with letters twice as large, a title, one h1, a language, one filled
// button, no inline style, nothing said on the console.
import { wrong, ok } from '../house.mjs';
import { axe, visitor } from './browser.mjs';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const SIZES = [[1440, 1000], [390, 844]];
const SCHEMES = ['light', 'dark'];

/** Runs in the page. */
async function violations(tags) {
	const r = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
	return r.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 2).map((n) => `${n.target} ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''}`).join(' | ')}`);
}

/** Runs in the page: its frame, before anything is changed. */
function frame() {
	const wrongs = [], all = (s) => [...document.querySelectorAll(s)];
	const count = (s, words) => { const n = all(s).length; if (n !== 1) wrongs.push(`${n} ${words}`); };
	count('h1', 'h1');
	count('main', 'main');
	if (!document.title.replace('· Meridian', '').trim()) wrongs.push('no title');
	if (!document.documentElement.lang) wrongs.push('no language');
	const inline = all('[style]');
	if (inline.length) wrongs.push(`inline style on ${inline[0].outerHTML.slice(0, 120)}`);
	const filled = all('.button.primary').filter((b) => b.checkVisibility());
	if (filled.length > 1) wrongs.push(`${filled.length} filled buttons: ${filled.map((b) => b.textContent.trim()).join(', ')}`);
	if (document.querySelector('header .error')) wrongs.push('a refusal stands in the side bar');
	const ids = all('[id]').map((e) => e.id), twice = ids.find((id, i) => ids.indexOf(id) !== i);
	if (twice) wrongs.push(`two of id ${twice}`);
	const hanging = all('[aria-labelledby], [aria-describedby], label[for]').find((e) => ['aria-labelledby', 'aria-describedby', 'for'].some((a) => (e.getAttribute(a) ?? '').split(/\s+/).some((id) => id && !document.getElementById(id))));
	if (hanging) wrongs.push(`names what is not there: ${hanging.outerHTML.slice(0, 160)}`);
	return wrongs;
}

/** Runs in the page: how far it reaches beyond the window, and what does. */
export function sideways() {
	const over = document.documentElement.scrollWidth - window.innerWidth;
	if (over <= 0) return null;
	const far = [...document.querySelectorAll('main *, header *')].filter((e) => !e.closest('.table-wrap, .away') && e.getBoundingClientRect().right > window.innerWidth + 1).pop();
	return `${over} px, by ${far?.outerHTML.slice(0, 140)}`;
}

/** Everything one page owes; the list of what it does not give. */
async function examine(page, site, { path, then }) {
	const wrongs = [];
	await page.setViewportSize({ width: SIZES[0][0], height: SIZES[0][1] });
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto(site + path, { waitUntil: 'load' });
	if (then) wrongs.push(...await then(page) ?? []);
	wrongs.push(...await page.evaluate(frame));
	for (const width of [320, 390, 1024]) {
		await page.setViewportSize({ width, height: 844 });
		const over = await page.evaluate(sideways);
		if (over) wrongs.push(`scrolls sideways at ${width} by ${over}`);
	}
	await page.evaluate(() => { for (const d of document.querySelectorAll('details:not(.menu)')) d.open = true; });
	for (const [width, height] of SIZES) {
		await page.setViewportSize({ width, height });
		for (const colorScheme of SCHEMES) {
			await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
			for (const v of await page.evaluate(violations, TAGS)) wrongs.push(`${width} ${colorScheme}: ${v}`);
		}
	}
	await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
	for (const width of [1440, 640]) {
		await page.setViewportSize({ width, height: 844 });
		const over = await page.evaluate(sideways);
		if (over) wrongs.push(`scrolls sideways with letters twice as large at ${width} by ${over}`);
	}
	return [...wrongs, ...page.said.splice(0)];
}

/** Sends a form half empty past the browser's own checks: the page that comes back says what is wrong. */
async function refused(page, name) {
	const button = page.getByRole('button', { name, exact: true });
	await button.evaluate((b) => { b.form.noValidate = true; });
	const reply = page.waitForResponse((r) => r.request().method() === 'POST' && !r.request().headers()['meridian-check']);
	await button.click();
	const r = await reply;
	await page.waitForLoadState('load');
	if (r.status() !== 422) return [`${name} with nothing filled in gave ${r.status()}, not 422`];
	const told = page.locator('[aria-invalid=true], .error-summary, .notice');
	await told.first().waitFor({ state: 'attached', timeout: 5000 }).catch(() => {});        /* with script it is put in place when it has come */
	return await told.count() ? [] : [`${name}: the refusal is not told`];
}

/** The states that a crawl does not meet: refused forms, and the menu of the phone. */
export function statesOf(house, pages) {
	const director = house.roles.get('director'), draft = (kind) => pages.find((p) => p.kind === kind && p.who === director)?.path;
	const open = pages.find((p) => p.kind === '/parts/:id');
	return [[null, '/sign-in', 'Sign in'], [open.who, open.path, 'Hand in'], [director, '/forms', 'Make the template'], [director, '/cycles', 'Prepare the cycle'],
		[director, draft('/forms/:id'), 'Add the section'], [director, '/account', 'Save the password']]
		.filter(([, path]) => path).map(([who, path, name]) => ({ who, path, kind: `${path} (refused)`, then: (page) => refused(page, name) }))
		.concat({ who: director, path: '/', kind: '/ (menu open)', then: (page) => page.setViewportSize({ width: 390, height: 844 }).then(() => page.locator('summary').first().click()) });
}

/** Gives a browser the session that a visitor of the house has. */
export async function comeAs(browser, house, who, options = {}) {
	const page = await visitor(browser, options);
	if (who) await page.context().addCookies([...house.as(who).cookies].map(([name, value]) => ({ name, value, url: house.site })));
	await page.addInitScript(axe);
	return page;
}

/** All pages, two at a time. */
export async function looks(browser, house, pages) {
	const queue = [...pages].sort((a, b) => String(a.who).localeCompare(String(b.who)));
	const worker = async () => {
		let page = null, who;
		for (let p; (p = queue.shift());) {
			try {
				if (!page || who !== p.who) { await page?.context().close(); page = await comeAs(browser, house, p.who); who = p.who; }
				const wrongs = await examine(page, house.site, p);
				if (wrongs.length) wrong(`${p.kind}, ${p.path} as ${p.who ?? 'nobody'}:\n   ${[...new Set(wrongs)].join('\n   ')}`); else ok();
			} catch (e) { wrong(`${p.path} as ${p.who}: ${String(e.stack ?? e).slice(0, 800)}`); page = null; }
		}
		await page?.context().close();
	};
	await Promise.all([worker(), worker()]);
}
