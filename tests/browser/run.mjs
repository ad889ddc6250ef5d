// run.mjs: the product in a browser. `run.mjs NAME…` runs only those: tasks, pages, behave, live, words.
import { finish, freshDatabase, wrong } from '../house.mjs';
import { behave } from './behave.mjs';
import { launch } from './browser.mjs';
import { live } from './live.mjs';
import { looks, statesOf } from './looks.mjs';
import { demoHouse, pagesOf } from './pages.mjs';
import { walk } from './tasks.mjs';
import { words } from './words.mjs';

const asked = process.argv.slice(2);
const wanted = (name) => !asked.length || asked.includes(name);
const note = (words, began) => console.log(`note: ${words}: ${((Date.now() - began) / 1000).toFixed(1)} s`);

async function alone(words, work) {
	const db = freshDatabase('sqlite'), began = Date.now();
	try { await work(db); } catch (e) { wrong(`${words}: ${String(e.stack ?? e).slice(0, 3000)}`); } finally { db.gone(); }
	note(words, began);
}

const browser = await launch();
if (wanted('tasks') || wanted('cut'))
	await Promise.all((wanted('tasks') ? ['script on', 'script off', 'keyboard only', 'requests cut'] : ['requests cut']).map((how) => alone(`tasks, ${how}`, (db) => walk(browser, db, how))));
if (wanted('pages')) await alone('pages', async (db) => {
	const house = await demoHouse(db);
	const pages = await pagesOf(house);
	await looks(browser, house, [...pages, ...statesOf(house, pages)]);
	await house.stop();
});
if (wanted('behave')) await alone('behave', (db) => behave(browser, db));
if (wanted('live')) await alone('live', (db) => live(browser, db));
if (wanted('words')) await alone('words', (db) => words(browser, db));
await browser.close();
finish();
