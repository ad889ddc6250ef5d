import { freshDatabase } from '../house.mjs'; import { launch } from './browser.mjs'; import { comeAs } from './looks.mjs'; import { demoHouse } from './pages.mjs';
const db = freshDatabase('sqlite'), b = await launch(), h = await demoHouse(db);
const who = h.roles.get('partner'); await h.signIn(who); const p = await comeAs(b, h, who, { viewport: { width: 390, height: 800 } });
await p.goto(h.site + '/reviews/1031');
console.log(JSON.stringify(await p.evaluate(() => [...document.querySelectorAll('.compare')].slice(0,1).map(c => [c.offsetHeight, [...c.children].map(x => [x.offsetHeight, getComputedStyle(x).padding, getComputedStyle(x).gridTemplateRows, x.firstElementChild.offsetHeight, getComputedStyle(x.firstElementChild).margin])]))));
const e = h.roles.get('employee'); await h.signIn(e); const q = await comeAs(b, h, e); const J=(await h.as(e).json('/reviews')).json.parts; console.log(J.map(x=>[x.id,x.phase,x.state].join())); await q.goto(h.site+'/parts/'+J[0].id);
console.log(await q.evaluate(() => [...document.querySelectorAll('.question-part')].slice(0,3).map(e => [e.parentElement.className, e.previousElementSibling?.outerHTML.slice(0,80), getComputedStyle(e).borderTop, getComputedStyle(e).paddingTop])));
await b.close(); await h.stop(); db.gone();
