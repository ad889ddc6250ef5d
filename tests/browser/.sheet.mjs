import { launch } from './browser.mjs';
import { writeFileSync } from 'node:fs';
const [,, out, w, cols, maxh, ...files] = process.argv;
const b = await launch(); const p = await b.newPage({ viewport: { width: w*cols+ 10*cols, height: 600 } });
const html = `<body style="margin:4px;background:#888"><div style="display:grid;grid-template-columns:repeat(${cols},${w}px);gap:8px;align-items:start">${files.map(f=>`<div><div style="font:12px sans-serif;background:#ff0">${f.replace(/.*\//,'')}</div><div style="max-height:${maxh}px;overflow:hidden"><img src="file://${f}" style="width:${w}px"></div></div>`).join('')}</div>`;
writeFileSync('/tmp/bt/sheet.html', html);
await p.goto('file:///tmp/bt/sheet.html'); await p.waitForLoadState('load'); await p.screenshot({ path: out, fullPage: true }); await b.close();
