// words.mjs: a person whose language is the pseudo-language xx meets no plain English: what a page says in plain
// letters is either what the organisation wrote (it stands in the page's own JSON) or a fault.
import { ok, wrong } from '../house.mjs';
import { comeAs, sideways } from './looks.mjs';
import { demoHouse, pagesOf } from './pages.mjs';

/** Runs in the page: each text that people read or hear. */
function texts() {
	const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	const skipped = (e) => e.closest('script, style, [translate=no], [aria-hidden=true], code, .mono, textarea');
	for (let n; (n = walker.nextNode());) if (n.data.trim() && !skipped(n.parentElement)) found.push(n.data.trim());
	for (const e of document.querySelectorAll('[title], [alt], [placeholder], [aria-label]')) if (!skipped(e))
		for (const a of ['title', 'alt', 'placeholder', 'aria-label']) if (e.getAttribute(a)) found.push(e.getAttribute(a));
	return found;
}

/** Every text in a JSON value. */
function textsOf(value, all = []) {
	if (typeof value === 'string') all.push(value);
	else if (value && typeof value === 'object') Object.values(value).forEach((v) => textsOf(v, all));
	return all;
}

/** Plain words left when what customers wrote is taken away. */
export function leftOver(text, customers) {
	let rest = ` ${text} `;
	for (const c of customers) for (let at = rest.indexOf(c); at > 0; at = rest.indexOf(c, at + 1))
		if (!/\p{L}/u.test(rest[at - 1] + (rest[at + c.length] ?? ' '))) rest = `${rest.slice(0, at)} ${rest.slice(at + c.length)}`;
	return [...rest.matchAll(/(?<!\p{L})[A-Za-z]{3,}(?!\p{L})/gu)].map((m) => m[0]);
}

/** A code of ours (open, unit-path) is no text of theirs. */
const isTheirs = (t) => /\p{L}/u.test(t) && t.length > 2 && !/^[a-z_-]+$/.test(t);
const squeezed = (t) => t.replace(/\s+/g, ' ').trim();

/** The HR system says that the language of one person of each role is xx. */
async function speakPseudo(house) {
	const rows = ['E-mail,Full name,Language'];
	for (const email of house.roles.values()) {
		await house.signIn(email);
		rows.push(`${email},"${(await house.as(email).json('/account')).json.name}",xx`);
	}
	const v = house.as(house.roles.get('director'));
	await v.opens('/import');
	const r = await v.upload('/import', 'file', 'languages.csv', `${rows.join('\n')}\n`);
	await v.opens(r.to.replace(house.site, ''));
	await v.does(/\/apply$/);
}

export async function words(browser, db) {
	const house = await demoHouse(db, 40);
	await speakPseudo(house);
	let page, who, spoken = 0;
	const names = new Set();
	for (const p of (await pagesOf(house)).filter((x) => x.who)) {
		if (who !== p.who) {
			await page?.context().close();
			page = await comeAs(browser, house, p.who);
			who = p.who;
			for (const path of ['/account', '/people', `/people?words=${who.split('.')[0]}`]) textsOf((await house.as(who).json(path)).json).filter(isTheirs).forEach((t) => names.add(squeezed(t)));
		}
		await page.goto(house.site + p.path, { waitUntil: 'domcontentloaded' });
		const lang = await page.evaluate(() => document.documentElement.lang);
		if (lang !== 'en-XA') { wrong(`${p.path} as ${who} says it is ${lang}`); continue; }
		await page.setViewportSize({ width: 390, height: 844 });
		const over = await page.evaluate(sideways);
		if (over) wrong(`${p.path} as ${who}, right to left, scrolls sideways at 390 by ${over}`);
		const v = house.as(who), r = await v.json(p.path);
		for (const t of textsOf(r.status === 200 ? r.json : {})) if (isTheirs(t)) names.add(squeezed(t));
		const customers = [...names].flatMap((n) => [n, ...n.split(/\n+/)]).sort((a, b) => b.length - a.length);
		const seen = await page.evaluate(texts), left = new Set();
		for (const t of seen) for (const w of leftOver(squeezed(t), customers)) left.add(`${w} in "${squeezed(t).slice(0, 90)}"`);
		spoken += seen.length;
		if (left.size) wrong(`plain English on ${p.path} as ${who}:\n   ${[...left].slice(0, 12).join('\n   ')}`); else ok();
	}
	await page.context().close();
	const english = await comeAs(browser, house, null);
	await english.goto(`${house.site}/sign-in`);
	const plain = (await english.evaluate(texts)).flatMap((t) => leftOver(t, []));
	if (plain.length < 20) wrong(`this test sees only ${plain.length} plain words on an English page`); else ok();
	await english.context().close();
	await house.stop();
	console.log(`note: ${spoken} texts read in the pseudo-language`);
}
