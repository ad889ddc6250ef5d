// browser.mjs: Chromium as people meet it: contexts, what a page complains of, and three hands that use a page
// by its roles and labels: with script, without, and without a mouse. It knows no page of the product.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
	'--disable-background-networking', '--disable-component-update', '--disable-sync'];
const PATIENCE = 15000;
export const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export function launch() {
	const executablePath = execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim();
	return chromium.launch({ executablePath, args: FLAGS });
}

/** A page of a new visitor; what it complains of gathers in page.said. A refusal's own status is no complaint. */
export async function visitor(browser, options = {}) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, locale: 'en-US', ...options });
	context.setDefaultTimeout(PATIENCE);
	const page = await context.newPage();
	page.said = [];
	page.on('console', (m) => { if (m.type() === 'error' && !/status of (403|404|409|410|422)/.test(m.text())) page.said.push(m.text()); });
	page.on('pageerror', (e) => page.said.push(e.message));
	page.on('response', (r) => { if (r.status() >= 500) page.said.push(`${r.url()} gave ${r.status()}`); });
	return page;
}

/** With a mouse. `site` is where paths begin. */
export class Hand {
	constructor(page, site) { this.page = page; this.site = site; }

	async goes(path) {
		const r = await this.page.goto(this.site + path);
		if (r.status() >= 400) throw new Error(`${path} gave ${r.status()}`);
	}

	link(name) { return this.page.getByRole('link', { name }).first(); }
	button(name) { return this.page.getByRole('button', { name }).first(); }
	/** A control by its label; inside a part of the page when one is given. */
	control(label, within = this.page) { return within.getByLabel(label, { exact: typeof label === 'string' }).first(); }

	/** Presses what leads to another page, and waits for that page. */
	async leads(target) {
		const there = this.page.waitForEvent('framenavigated', { predicate: (f) => f === this.page.mainFrame() });
		there.catch(() => {});
		await this.press(target);
		await there;
		await this.page.waitForLoadState('domcontentloaded');
	}

	press(target) { return target.click(); }
	type(target, text) { return target.fill(text); }
	choose(target, label) { return target.selectOption({ label }); }
	mark(target) { return target.check(); }
	day(target, day) { return target.fill(day); }
	file(target, file) { return target.setInputFiles(file); }
	unfold(summary) { return summary.click(); }
}

/** With Tab, Space, Enter, arrows and letters only. */
export class Keys extends Hand {
	constructor(page, site) {
		super(page, site);
		page.on('filechooser', () => {});       /* asked for from the start: the first key press may not wait */
	}

	key(name) { return this.page.keyboard.press(name); }

	/** Tabs to it, round the page once at most. */
	async reach(target) {
		await target.waitFor({ state: 'attached' });
		const here = () => target.evaluate((e) => e === document.activeElement || (e.type === 'radio' && document.activeElement?.name === e.name && document.activeElement?.form === e.form));
		for (let i = 0; i < 400; i++) {
			if (await here()) return;
			await this.key('Tab');
		}
		throw new Error(`Tab does not reach ${target}`);
	}

	async press(target) { await this.reach(target); await this.key('Enter'); }
	async unfold(summary) { await this.reach(summary); await this.key('Enter'); }
	async type(target, text) {
		await this.reach(target);
		await this.key('Control+a');
		await this.page.keyboard.insertText(text);
	}

	async choose(target, label) {
		await this.reach(target);
		await this.key('Home');
		for (let i = 0; i < 200; i++) {
			if (await target.evaluate((e) => e.selectedOptions[0]?.label) === label) return;
			await this.key('ArrowDown');
		}
		throw new Error(`the arrows do not reach "${label}"`);
	}

	async mark(target) {
		await this.reach(target);
		if (await target.getAttribute('type') !== 'radio') {
			if (!await target.isChecked()) await this.key('Space');
			return;
		}
		await this.key('Space');
		for (let i = 0; i < 20 && !await target.isChecked(); i++) await this.key('ArrowDown');
		if (!await target.isChecked()) throw new Error('the arrows do not reach the choice');
	}

	async day(target, day) {
		await this.reach(target);
		const [y, m, d] = day.split('-');
		await this.page.keyboard.type(`${m}${d}${y}`);
		if (await target.inputValue() !== day) throw new Error(`typing gave ${await target.inputValue()}, not ${day}`);
	}

	async file(target, file) {
		await this.reach(target);
		const asked = this.page.waitForEvent('filechooser');
		await this.key('Space');
		await (await asked).setFiles(file);
	}
}
