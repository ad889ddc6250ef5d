// behave.mjs: what the script adds, in a demo organisation: a way back for ten seconds, what is wrong said beside the
// field, a refused form that keeps its place; and that all of it still works when a request of the script fails.
import { equal, holds, it } from '../house.mjs';
import { comeAs } from './looks.mjs';
import { demoHouse } from './pages.mjs';

const byLabel = (page, label) => page.getByRole('main').getByLabel(label, { exact: true }).first();
const button = (page, name) => page.getByRole('button', { name, exact: true }).first();
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.id || document.activeElement.tagName);
const quiet = (page) => { const said = page.said.splice(0); if (said.length) throw new Error(said.join('\n')); };

/** A page of the director's, at a draft of a template. */
async function atDraft(browser, house) {
	const page = await comeAs(browser, house, house.roles.get('director'));
	await page.goto(`${house.site}/forms`);
	await byLabel(page, 'Name').fill('To try the script on');
	await page.getByRole('radio', { name: /empty/i }).check();
	await button(page, 'Make the template').click();
	await page.getByRole('heading', { level: 1, name: 'To try the script on' }).waitFor();
	return page;
}

async function inline(browser, house) {
	const page = await atDraft(browser, house), weight = byLabel(page, 'Weight in percent'), title = byLabel(page, 'Title');
	await it('what is wrong is said beside the field as one goes on, and told to who listens', async () => {
		await title.fill('What was reached');
		await weight.fill('much');
		await page.keyboard.press('Tab');
		const error = page.locator('#weight-error');
		await error.waitFor();
		holds(await error.textContent(), 'not a number');
		equal(await weight.getAttribute('aria-invalid'), 'true', 'aria-invalid');
		equal(await weight.getAttribute('aria-describedby'), 'weight-error', 'aria-describedby');
		equal(await page.locator('#announced').textContent(), await error.textContent(), 'what is told');
		equal(await focused(page), 'nsh', 'the focus');
		equal(await page.locator('.error').count(), 1, 'refusals');
	});
	await it('it goes when it is right', async () => {
		await weight.fill('60');
		await page.keyboard.press('Tab');
		await page.locator('#weight-error').waitFor({ state: 'detached' });
		equal(await weight.getAttribute('aria-invalid'), null, 'aria-invalid');
		equal(await weight.getAttribute('aria-describedby'), null, 'aria-describedby');
		equal(await page.locator('#announced').textContent(), '', 'what is told');
	});
	await it('a refused form keeps its place, the focus and what was typed', async () => {
		await weight.fill('100000');
		await title.fill('');
		await page.locator('#nst').evaluate((e) => { e.required = false; e.form.mark = 'the same page'; window.mark = 1; });
		await button(page, 'Add the section').focus();
		const top = await button(page, 'Add the section').evaluate((b) => b.getBoundingClientRect().top);
		await page.keyboard.press('Enter');
		await page.locator('#title-error').waitFor();
		equal(await page.evaluate(() => window.mark), 1, 'the page');
		equal(await focused(page), 'Add the section', 'the focus');
		equal(await weight.inputValue(), '100000', 'what was typed');
		const moved = Math.abs(await button(page, 'Add the section').evaluate((b) => b.getBoundingClientRect().top) - top);
		if (moved > 2) throw new Error(`the button moved by ${moved} px`);
	});
	await it('corrected and sent, it leads on', async () => {
		await title.fill('What was reached');
		await weight.fill('60');
		await button(page, 'Add the section').click();
		await page.getByRole('heading', { name: /What was reached/ }).waitFor();
		equal(await page.evaluate(() => window.mark), undefined, 'the page');
	});
	quiet(page);
	await page.context().close();
}

async function meanwhile(browser, house) {
	const page = await atDraft(browser, house), weight = byLabel(page, 'Weight in percent'), title = byLabel(page, 'Title');
	await it('what is typed and pressed while the refusal is on its way stays, and is sent', async () => {
		let let_go;
		const held = new Promise((r) => { let_go = r; });
		await page.route((u) => u.pathname.endsWith('/sections'), async (route) => {
			if (route.request().method() === 'POST' && !route.request().headers()['meridian-check']) await held;
			await route.continue();
		});
		await title.fill('');
		await button(page, 'Add the section').focus();
		await page.keyboard.press('Enter');
		await title.fill('Typed meanwhile');
		await weight.fill('1');
		await button(page, 'Add the section').focus();
		await page.keyboard.press('Enter');
		let_go();
		await page.getByRole('heading', { name: /Typed meanwhile/ }).waitFor();
		await page.unrouteAll();
	});
	await page.context().close();
}

async function failing(browser, house) {
	const page = await atDraft(browser, house);
	await it('when the requests of the script fail, the browser sends the form itself', async () => {
		await page.route('**/*', (route) => (route.request().isNavigationRequest() || route.request().method() === 'GET' ? route.continue() : route.abort()));
		await byLabel(page, 'Title').fill('By the browser');
		await byLabel(page, 'Weight in percent').fill('70');
		await button(page, 'Add the section').click();
		await page.getByRole('heading', { name: /By the browser/ }).waitFor();
	});
	await it('when the reply is lost though the change was made, it is made once', async () => {
		await page.unroute('**/*');
		await page.route('**/sections', async (route) => {
			if (route.request().isNavigationRequest()) return route.continue();
			await route.fetch({ maxRedirects: 0 });
			return route.abort();
		});
		await page.locator('#nst').fill('Sent twice');
		await page.locator('#nsw').fill('30');
		await button(page, 'Add the section').click();
		await page.getByRole('heading', { name: /Sent twice/ }).first().waitFor();
		equal(await page.getByRole('heading', { level: 2, name: /Sent twice/ }).count(), 1, 'sections');
	});
	await page.context().close();
}

async function finding(browser, house) {
	const page = await comeAs(browser, house, house.roles.get('director')), dialog = page.getByRole('dialog', { name: 'Find' });
	const person = (await house.as(house.roles.get('director')).json('/people')).json.people[5];
	await page.goto(`${house.site}/reviews`);
	await it('a person is two keys and a few letters away, by keyboard alone', async () => {
		await page.keyboard.press('Control+k');
		await dialog.waitFor();
		const box = dialog.getByRole('combobox');
		await box.pressSequentially(person.name.slice(0, 4));
		const hit = dialog.getByRole('option').filter({ hasText: person.name });
		await hit.waitFor();
		for (let i = 0; i < 10 && await hit.getAttribute('aria-selected') !== 'true'; i++) await page.keyboard.press('ArrowDown');
		equal(await box.getAttribute('aria-activedescendant'), await hit.getAttribute('id'), 'the active option');
		equal(await box.getAttribute('aria-expanded'), 'true', 'aria-expanded');
		await page.keyboard.press('Enter');
		await page.getByRole('heading', { level: 1, name: person.name }).waitFor();
	});
	await it('a slash opens it, Escape closes it, and the focus is where it was', async () => {
		await page.goto(`${house.site}/people`);
		await page.getByRole('link', { name: 'Units' }).focus();
		await page.keyboard.press('/');
		await dialog.waitFor();
		await dialog.getByRole('combobox').pressSequentially('zzqx');
		await dialog.getByText('Nothing that you may see').waitFor();
		await page.keyboard.press('Escape');
		await dialog.waitFor({ state: 'hidden' });
		equal(await focused(page), 'Units', 'the focus');
	});
	await it('keys are not taken from who writes', async () => {
		const box = page.getByRole('searchbox');
		await box.pressSequentially('/?gh');
		equal(await box.inputValue(), '/?gh', 'what was typed');
		equal(await dialog.isVisible(), false, 'the dialog');
	});
	await it('two keys lead home, the sheet says which, and they can be turned off', async () => {
		await page.goto(`${house.site}/people`);
		await page.keyboard.press('?');
		const sheet = page.getByRole('dialog', { name: 'Keys' });
		holds((await sheet.innerText()).replace(/\s+/g, ' '), 'g h Home');
		await sheet.getByRole('checkbox').uncheck();
		await page.keyboard.press('Escape');
		await sheet.waitFor({ state: 'hidden' });
		await page.keyboard.type('gh');
		equal(new URL(page.url()).pathname, '/people', 'the page while they are off');
		await page.keyboard.press('?');
		await sheet.getByRole('checkbox').check();
		await page.keyboard.press('Escape');
		await sheet.waitFor({ state: 'hidden' });
		await page.keyboard.type('gh');
		await page.getByRole('heading', { level: 1, name: /^Good / }).waitFor();
	});
	await it('nothing is wrong with the open sheets for who listens', async () => {
		const bad = [];
		for (const key of ['Control+k', '?']) {
			await page.keyboard.press(key);
			await page.waitForTimeout(400);
			bad.push(...(await page.evaluate(async () => (await window.axe.run(document)).violations.map((v) => `${v.id}: ${v.nodes[0].html}`))));
			await page.keyboard.press('Escape');
		}
		equal(bad.join('\n'), '', 'axe');
	});
	quiet(page);
	await page.context().close();
}

async function refreshing(browser, house) {
	const page = await comeAs(browser, house, house.roles.get('director'));
	const count = () => page.locator('#found tbody tr').count();
	await it('a list follows the filter as one types, and the address and the back button follow', async () => {
		await page.goto(`${house.site}/people`);
		const all = await count(), box = page.getByRole('searchbox'), name = (await page.locator('#found tbody th').nth(3).innerText()).trim();
		await page.evaluate(() => { window.mark = 1; });
		await box.pressSequentially(name.slice(0, 5));
		await page.waitForURL(/words=/);
		await page.locator('#found').getByText(name).waitFor();
		if (await count() >= all) throw new Error(`still ${all} people`);
		equal(await page.evaluate(() => window.mark), 1, 'the page');
		equal(await page.evaluate(() => document.activeElement.name), 'words', 'the focus');
		await page.waitForFunction(() => document.getElementById('announced').textContent !== '');
		holds(await page.locator('#announced').textContent(), await page.locator('#found-n').textContent());
		await page.goBack();
		await page.waitForFunction((n) => document.querySelectorAll('#found tbody tr').length === n, all);
		equal(await page.getByRole('searchbox').inputValue(), '', 'the box after going back');
		await page.getByRole('searchbox').pressSequentially(name.slice(0, 5));
		await page.waitForURL(/words=/);
	});
	await it('a part that another choice needs comes with it', async () => {
		await page.getByLabel('Which records').selectOption({ label: 'Whose record I see' });
		await page.getByLabel('Order').waitFor();
	});
	await it('when the request of the script fails, Show asks as a browser does', async () => {
		await page.route('**/people?*', (route) => (route.request().isNavigationRequest() ? route.continue() : route.abort()));
		await page.evaluate(() => { window.mark = 2; });
		await page.getByRole('searchbox').fill('');
		await page.getByRole('button', { name: 'Show' }).click();
		await page.waitForFunction(() => window.mark === undefined);
		page.said.splice(0);
	});
	await it('without htmx the form is a form', async () => {
		const bare = await comeAs(browser, house, house.roles.get('director'));
		await bare.route('**/htmx.min.js*', (route) => route.abort());
		await bare.goto(`${house.site}/people`);
		await bare.getByRole('searchbox').fill('a');
		await bare.getByRole('button', { name: 'Show' }).click();
		await bare.waitForURL(/words=a/);
		await bare.context().close();
	});
	await page.context().close();
}

async function undo(browser, house) {
	const page = await comeAs(browser, house, house.roles.get('employee'));
	const ends = async () => {
		await page.goto(`${house.site}/account`);
		await byLabel(page, 'What it is for').fill('for a program');
		await page.getByRole('button', { name: /Make/ }).click();
		await page.getByText('for a program').first().waitFor();
		await page.goto(`${house.site}/account`);
		await page.getByRole('button', { name: /^End.*for a program/ }).first().click();
		await page.getByRole('status').getByText('The token has ended.').waitFor();
	};
	await it('what was done can be taken back from the notice', async () => {
		await ends();
		await button(page, 'Undo').click();
		await page.getByRole('status').getByText('The token goes on as before.').waitFor();
		await page.getByRole('button', { name: /^End.*for a program/ }).first().waitFor();
	});
	await it('the way back goes after ten seconds, not while the focus is on it', async () => {
		await page.clock.install();
		await ends();
		await page.clock.runFor(9000);
		equal(await page.locator('.toast').count(), 1, 'notices');
		await button(page, 'Undo').focus();
		await page.clock.runFor(5000);
		equal(await page.locator('.toast').count(), 1, 'notices under the focus');
		await button(page, 'Undo').blur();
		await page.clock.runFor(1500);
		equal(await page.locator('.toast').count(), 0, 'notices afterwards');
	});
	quiet(page);
	await page.context().close();
}

export async function behave(browser, db) {
	const house = await demoHouse(db, 40);
	for (const email of house.roles.values()) await house.signIn(email);
	for (const part of [inline, meanwhile, failing, finding, refreshing, undo]) await part(browser, house);
	await house.stop();
}
