// forms.mjs: the forms of a page, with the fields a browser would send. Knows markup; no addresses.

export function unescape(text) {
	return text.replace(/&(amp|lt|gt|quot|#39|#x27|apos);/g, (m, n) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'" })[n]);
}

function attributes(text) {
	const all = {};
	for (const m of text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) all[m[1].toLowerCase()] = unescape(m[2] ?? '');
	return all;
}

class Form {
	constructor(at) {
		this.action = at.action ?? '';
		this.method = (at.method ?? 'get').toLowerCase();
		this.id = at.id;
		this.enctype = at.enctype ?? '';
		this.controls = [];
	}

	get names() { return [...new Set(this.controls.map((c) => c.name))]; }
	control(name) { return this.controls.find((c) => c.name === name); }
	options(name) { return this.controls.filter((c) => c.name === name).flatMap((c) => c.options ?? [{ value: c.value, text: c.text ?? '' }]); }
	/** The value of a select's or radio's choice that is called so. */
	choice(name, words) {
		const found = this.options(name).find((o) => o.text.includes(words) || o.value === words);
		if (!found) throw new Error(`${name} has no choice "${words}": ${this.options(name).map((o) => `${o.value}=${o.text}`).join(', ')}`);
		return found.value;
	}

	/** What would be sent, with these values laid over; null leaves a field out. */
	filled(fields = {}) {
		const all = new URLSearchParams();
		for (const c of this.controls) {
			if (c.name in fields || c.type === 'file' || c.type === 'submit') continue;
			if ((c.type === 'checkbox' || c.type === 'radio') && !c.checked) continue;
			all.append(c.name, c.value);
		}
		for (const [k, v] of Object.entries(fields)) for (const one of [v].flat()) if (one !== null) all.append(k, one);
		return all;
	}
}

const begin = {
	form: (page, at) => { page.form = new Form(at); page.all.push(page.form); },
	input: (page, at) => add(page, at, { type: at.type ?? 'text', name: at.name, value: at.value ?? (at.type === 'checkbox' || at.type === 'radio' ? 'on' : ''), checked: 'checked' in at, max: at.maxlength, required: 'required' in at }),
	button: (page, at) => add(page, at, { type: 'submit', name: at.name, value: at.value ?? '' }),
	textarea: (page, at) => add(page, at, page.open = { type: 'textarea', name: at.name, value: '', max: at.maxlength, required: 'required' in at }),
	select: (page, at) => add(page, at, page.choices = { type: 'select', name: at.name, value: null, options: [], required: 'required' in at }),
	option: (page, at) => {
		const o = page.option = { value: at.value ?? '', text: '' };
		page.choices?.options.push(o);
		if (page.choices && ('selected' in at || page.choices.value === null)) page.choices.value = o.value;
	},
};

function add(page, at, control) {
	const form = at.form ? page.all.find((f) => f.id === at.form) : page.form;
	if (control.name && form && !('disabled' in at)) form.controls.push(control);
	else if (control.name && at.form) page.late.push([at.form, control]);
}

export function forms(html) {
	const page = { all: [], late: [], form: null, open: null, choices: null, option: null };
	let end = 0;
	for (const m of String(html).matchAll(/<(\/?)(form|input|textarea|select|option|button|label)\b((?:"[^"]*"|[^">])*)>/g)) {
		const before = html.slice(end, m.index);
		end = m.index + m[0].length;
		if (page.open) page.open.value += unescape(before).replace(/^\r?\n/, '');
		if (page.option) { page.option.text += unescape(before.replace(/<[^>]*>/g, '')).trim(); page.option = null; }
		if (!m[1]) begin[m[2]]?.(page, attributes(m[3]));
		else if (m[2] === 'form') page.form = null;
		else if (m[2] === 'textarea') page.open = null;
		else if (m[2] === 'select') page.choices = null;
	}
	for (const [id, control] of page.late) page.all.find((f) => f.id === id)?.controls.push(control);
	return page.all;
}

/** Every address a page leads to. */
export function links(html) {
	return [...new Set([...String(html).matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map((m) => unescape(m[1])))];
}
