// tasks_evidence.mjs: writing a manager review with the year beside it, done by roles and labels, for any of the three hands.
import { equal, until } from '../house.mjs';


/** Somebody thanks a colleague before everybody, so that there is something to cite. */
export async function thanks(h, search, name, words) {
	await h.goes(`/feedback/new?words=${search}`);
	await h.leads(h.page.getByRole('main').getByRole('link', { name }).first());
	await h.mark(h.page.getByRole('radio', { name: /^Thanks or praise/ }));
	await h.type(h.control(`What did ${name} do?`), words);
	await h.mark(h.page.getByRole('radio', { name: /^Everybody/ }));
	await h.leads(h.button('Give the feedback'));
}

/**
 * On the open part of a manager: cites the first two items for the first question, rates it at the top, and finds the citations beneath it.
 * `script`: a press changes the page in place; without it, it leads to a new one.
 */
export async function citesTwo(h, script, level = /^Outstanding/) {
	const question = h.page.locator('.part-question').first(), cited = question.locator('.cites').getByRole('listitem');
	const evidence = h.page.getByRole('complementary', { name: 'Evidence' });
	const box = h.page.getByRole('main').getByRole('textbox').first();
	await h.type(box, 'Typed before citing');
	await h.press(question.getByRole('link', { name: /^See evidence/ }));
	await h.choose(h.control('Cite for'), (await h.control('Cite for').locator('option').first().innerText()).trim());
	for (let i = 0; i < 2; i++) {
		const button = evidence.getByRole('button', { name: /^Cite\b/ }).nth(i), name = (await button.innerText()).trim();
		if (script) await h.press(button); else await h.leads(button);
		await until(`${i + 1} citations`, async () => await cited.count() === i + 1);
		if (script) equal((await h.page.evaluate(() => document.activeElement.innerText)).trim(), name, 'where the focus is');
	}
	equal(await box.inputValue(), 'Typed before citing', 'what was typed');
	await evidence.getByText(/^Cited in 1\.1/).first().waitFor();
	await h.mark(question.getByRole('radio', { name: level }));
}

