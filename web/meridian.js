/* meridian.js: what htmx does not do. Saves as one types, says what is wrong beside the field, keeps a refused form in place.
 * It refuses to move focus, to know any page, or to hold a text (all words come from the page). */
(function () {
	"use strict";

	const PAUSE = 800;              /* ms without typing before a draft is sent */
	const unsaved = new Set();      /* places whose last words the server does not have */
	const lanes = new WeakMap();    /* place -> its timer and whether a request is out */

	/* A place that saves itself: a whole form, or one answer of it. */
	function lane(place) {
		if (!lanes.has(place))
			lanes.set(place, { timer: 0, out: false, again: false, over: null, end: null });
		return lanes.get(place);
	}

	/* The sign may stand outside its form (in the page head): data-saved="FORM-ID". */
	function sign(form) {
		return form.querySelector("[data-saved]") ||
			(form.id && document.querySelector('[data-saved="' + CSS.escape(form.id) + '"]'));
	}

	function say(form, text, failed) {
		const place = sign(form);

		if (!place)
			return;
		place.textContent = text;
		place.toggleAttribute("data-failed", failed);
	}

	function words(form, name, rest) {
		return (form.getAttribute(name) || rest);
	}

	/* The version of a whole form is "version", of one answer "version.7". */
	function saved(place, reply) {
		const form = place.closest("form");
		const version = place.querySelector('[name="version"], [name^="version."]');

		if (version && reply.version !== undefined)
			version.value = reply.version;
		if (!lane(place).again)
			unsaved.delete(place);
		say(form, words(form, "data-saved-word", "Saved %s").replace("%s", reply.saved), false);
	}

	function failed(place) {
		const form = place.closest("form");

		unsaved.add(place);
		say(form, words(form, "data-not-saved", ""), true);
	}

	/* What stands in the place, and the form's token; not its retry key: each save is a change of its own. */
	function body(place) {
		const form = place.closest("form");
		const parts = new URLSearchParams();

		for (const control of form.elements) {
			const off = !control.name || control.disabled || control.name === "retry" ||
				/^(submit|button|file|image|reset)$/.test(control.type) ||
				(/^(radio|checkbox)$/.test(control.type) && !control.checked);

			if (!off && (place.contains(control) || control.name === "csrf"))
				parts.append(control.name, control.value);
		}
		return parts;
	}

	async function send(place) {
		const at = lane(place);

		if (at.out) {
			at.again = true;
			return;
		}
		at.out = true;
		at.again = false;
		at.over = new Promise((done) => { at.end = done; });
		try {
			const reply = await fetch(place.dataset.autosave, {
				method: "POST", body: body(place), credentials: "same-origin",
				headers: { "HX-Request": "true", "Accept": "application/json" },
			});

			if (!reply.ok)
				throw new Error(String(reply.status));
			saved(place, await reply.json());
		} catch (e) {
			failed(place);
		}
		at.out = false;
		at.end();
		if (at.again)
			send(place);
	}

	function later(place) {
		unsaved.add(place);
		clearTimeout(lane(place).timer);
		lane(place).timer = setTimeout(send, PAUSE, place);
	}

	function typed(event) {
		const place = event.target.closest("[data-autosave]");

		if (!place || !place.closest("form"))
			return;
		later(place);
	}

	function leaving(event) {
		if (unsaved.size > 0)
			event.preventDefault();
	}

	/* A real submit carries the words itself. */
	function submitted(event) {
		for (const place of [event.target, ...event.target.querySelectorAll("[data-autosave]")]) {
			clearTimeout(lane(place).timer);
			unsaved.delete(place);
		}
	}

	/* ---- forms: what is wrong is said beside the field, and a refused form stays where it is ---- */

	const plain = new WeakSet();    /* forms that a browser sends by itself, because our way failed */
	const asked = new WeakMap();    /* control -> how often it was looked at: an old answer is not shown */

	function isPlain(form) {
		return form.getAttribute("method") !== "post" || plain.has(form) || !document.querySelector(".app") ||
			form.matches("[data-plain]") || form.querySelector("[type=file], [type=password]") !== null;
	}

	/* As a browser would send it, so that the same words are the same to the server. */
	function wordsOf(form, button) {
		const parts = new URLSearchParams();

		for (const [name, value] of new FormData(form, button))
			parts.append(name, value.replace(/\r?\n/g, "\r\n"));
		return parts;
	}

	function post(address, parts, headers) {
		return fetch(address, { method: "POST", body: parts, credentials: "same-origin", headers });
	}

	function announce(text) {
		const place = document.getElementById("announced");

		if (place)
			place.textContent = text;
	}

	/* Where the server would have put it: after the control, out of its label; for choices at the group's end. */
	function placeError(control, p) {
		const group = /^(radio|checkbox)$/.test(control.type) && control.closest("fieldset");
		let outer = control;

		if (group) {
			group.append(p);
			return;
		}
		for (let at = control; at !== control.form; at = at.parentElement)
			if (/^(LABEL|P|SPAN)$/.test(at.tagName))
				outer = at;
		outer.after(p);
	}

	function describe(control, id, said, wrong) {
		const names = new Set((control.getAttribute("aria-describedby") || "").split(/\s+/).filter(Boolean));

		names[said ? "add" : "delete"](id);
		if (wrong)
			control.toggleAttribute("aria-invalid", said);
		if (wrong && said)
			control.setAttribute("aria-invalid", "true");
		if (names.size)
			control.setAttribute("aria-describedby", [...names].join(" "));
		else
			control.removeAttribute("aria-describedby");
	}

	/* kind: "error", what is wrong; "advice", what would make it better. */
	function sayBeside(control, text, kind) {
		const form = control.form, name = control.name + "-" + kind;
		let p = form.querySelector("." + kind + '[id^="' + CSS.escape(name) + '"]');

		if (p && p.textContent === text)
			return;

		if (!p && text) {
			p = document.createElement("p");
			p.className = kind === "error" ? kind : "hint " + kind;
			p.id = document.getElementById(name) ? name + "-" + [...document.forms].indexOf(form) : name;
			placeError(control, p);
		}
		for (const one of form.elements)
			if (p && one.name === control.name)
				describe(one, p.id, text !== "", kind === "error");
		if (p && text)
			p.textContent = text;
		else if (p)
			p.remove();
		announce(text);
	}

	let pressing = Promise.resolve();       /* until the pointer is up: what is under it may not move away */

	function pointed() {
		pressing = new Promise((done) => addEventListener("pointerup", () => setTimeout(done), { once: true }));
		addEventListener("pointercancel", () => { pressing = Promise.resolve(); }, { once: true });
	}

	/* A form looked over by the server for one field: nothing is changed by it. */
	async function changed(event) {
		const control = event.target, form = control.form;

		if (!form || !control.name || isPlain(form) || control.closest("[data-autosave]:not(form)"))
			return;
		const turn = (asked.get(control) || 0) + 1;
		const parts = wordsOf(form);

		asked.set(control, turn);
		parts.delete("retry");
		try {
			const reply = await post(form.getAttribute("action"), parts, { "Meridian-Check": control.name, "Accept": "application/json" });
			const wrongs = reply.status === 422 ? (await reply.json()).errors : [];
			const advice = reply.status === 200 ? (await reply.json()).advice || "" : "";

			await pressing;
			if (asked.get(control) !== turn || !control.isConnected || ![200, 204, 422].includes(reply.status))
				return;
			sayBeside(control, wrongs.length ? wrongs[0].detail : "", "error");
			if (form.hasAttribute("data-advice"))
				sayBeside(control, advice, "advice");
		} catch (e) { /* it is said when the form is sent */ }
	}

	/* Where words are helped along it need not wait until the box is left: a pause is enough. */
	let pausing = 0;

	function paused(event) {
		clearTimeout(pausing);
		if (event.target.form && event.target.form.hasAttribute("data-advice") && event.target.matches("textarea"))
			pausing = setTimeout(() => changed(event), 1500);
	}

	/* The refusal may be far from the button that was pressed: the way there stands beside the button. */
	function pointTo(error, button) {
		const box = error.getBoundingClientRect();

		if (box.bottom > 0 && box.top < innerHeight)
			return;
		const p = document.createElement("p"), a = document.createElement("a");

		p.className = "error";
		a.href = "#" + (error.id || "main");
		a.textContent = error.textContent.trim();
		p.append(a);
		button.after(p);
	}

	/* What was typed while the answer was on its way stands in the new form too. */
	function carry(form, twin, was) {
		for (const control of form.elements) {
			const next = control.name && twin.elements.namedItem(control.name);

			if (next && was.has(control) && was.get(control) !== control.value)
				next.value = control.value;
		}
	}

	/* The refused form takes the place of the one that was sent; focus, scroll and what was typed since stay. */
	function replaceForm(form, twin, was) {
		const active = document.activeElement, at = [...form.elements].indexOf(active);
		const top = at < 0 ? 0 : active.getBoundingClientRect().top;

		carry(form, twin, was);

		form.replaceWith(twin);
		if (window.htmx)
			window.htmx.process(twin);
		const error = twin.querySelector(".error"), next = twin.elements[at];

		if (next) {
			next.focus({ preventScroll: true });
			scrollBy(0, next.getBoundingClientRect().top - top);
			pointTo(twin.querySelector(".error[id]") || error, next);
		}
		announce(error.textContent.trim());
		for (const place of [twin, ...twin.querySelectorAll("[data-autosave]")])
			if (place.dataset.autosave)
				later(place);
	}

	function replacePage(page) {
		const main = document.getElementById("main");

		main.replaceChildren(...page.getElementById("main").childNodes);
		document.title = page.title;
		if (window.htmx)
			window.htmx.process(main);
		main.focus();
		scrollTo(0, 0);
	}

	async function put(form, reply, was) {
		const page = new DOMParser().parseFromString(await reply.text(), "text/html");
		const twin = [...page.querySelectorAll("#main form")].find((f) => f.getAttribute("action") === form.getAttribute("action") && f.querySelector(".error"));

		if (reply.status !== 200 && twin)
			replaceForm(form, twin, was);
		else
			replacePage(page);
		return twin;
	}

	/* A page's own address with another part of it: that alone would not load it anew. */
	function goTo(address) {
		const to = new URL(address, location.href);
		const same = to.pathname + to.search === location.pathname + location.search;

		location.assign(to);
		if (same && to.hash)
			location.reload();
	}

	/* Forms that were pressed once more while they were on their way; which of their controls it was. */
	const again = new Map();

	function pressAgain(form, twin) {
		const at = again.get(form);

		if (again.delete(form) && twin && twin.isConnected)
			twin.requestSubmit(twin.elements[at] && twin.elements[at].type === "submit" ? twin.elements[at] : null);
	}

	/* Sent by us, so that a refusal does not lose the place. When our way fails the browser sends it: the retry
	 * key makes it one change, whichever came through. */
	async function sent(event) {
		const form = event.target, button = event.submitter;

		if (event.defaultPrevented || isPlain(form))
			return;
		event.preventDefault();
		if (form.ariaBusy === "true") {
			again.set(form, [...form.elements].indexOf(button));
			return;
		}
		form.ariaBusy = "true";
		const was = new Map([...form.elements].map((c) => [c, c.value]));
		try {
			await lane(form).over;          /* a draft on its way may not arrive after the form */
			const address = (button && button.getAttribute("formaction")) || form.getAttribute("action");
			const reply = await post(address, wordsOf(form, button), { "Meridian-Form": "1", "Accept": "text/html" });
			const to = reply.headers.get("HX-Redirect");

			if (to)
				goTo(to);
			else if (/^(200|409|422)$/.test(reply.status) && /^text\/html/.test(reply.headers.get("Content-Type")))
				pressAgain(form, await put(form, reply, was));
			else
				throw new Error(String(reply.status));
		} catch (e) {
			plain.add(form);
			form.requestSubmit(button);
		}
		form.ariaBusy = null;
	}

	/* Open menus close on Escape and on a press elsewhere. */
	function closeMenus(event) {
		for (const menu of document.querySelectorAll("details.more[open], details.menu[open]"))
			if (event.key === "Escape" || (event.type === "click" && !menu.contains(event.target)))
				menu.open = false;
	}

	/* ---- lists: data-refresh="found found-n" are the parts of the page that a filter form changes, by their ids ---- */

	/* With htmx they change as one types and chooses, and the address with them; without it the form is a form. */
	function refreshing(event) {
		for (const form of event.target.querySelectorAll("form[data-refresh]:not([hx-get])")) {
			const [first, ...others] = form.dataset.refresh.split(" ").map((id) => "#" + id);

			form.setAttribute("hx-get", form.getAttribute("action"));
			form.setAttribute("hx-trigger", "input delay:300ms, submit");
			form.setAttribute("hx-target", first);
			form.setAttribute("hx-select", first);
			form.setAttribute("hx-select-oob", others.join(","));
			form.setAttribute("hx-swap", "outerHTML");
			form.setAttribute("hx-sync", "this:replace");
			form.setAttribute("hx-push-url", "true");
			window.htmx.process(form);
		}
	}

	/* The first words of what came: how many there are, or that nobody was found. */
	function refreshed(event) {
		const form = event.detail.requestConfig.elt, told = form.dataset.refresh && document.getElementById(form.dataset.refresh.split(" ")[1]);

		if (told)
			announce(told.textContent.trim());
	}

	function refreshFailed(event) {
		const { elt, triggeringEvent } = event.detail.requestConfig;

		if (elt.matches("form[data-refresh]") && triggeringEvent && triggeringEvent.type === "submit")
			elt.submit();
	}

	/* A way back is offered for ten seconds; longer while somebody is on it. The server judges anyway. */
	function fade(toast) {
		if (toast.matches(":hover, :focus-within"))
			setTimeout(fade, 1000, toast);
		else
			toast.remove();
	}

	for (const toast of document.querySelectorAll(".toast:has(form)"))
		setTimeout(fade, 10000, toast);

	document.addEventListener("input", typed);
	document.addEventListener("input", paused);
	document.addEventListener("pointerdown", pointed);
	document.addEventListener("change", changed);
	document.addEventListener("htmx:load", refreshing);
	document.addEventListener("htmx:afterSettle", refreshed);
	document.addEventListener("htmx:sendError", refreshFailed);
	document.addEventListener("htmx:responseError", refreshFailed);
	document.addEventListener("submit", submitted);
	document.addEventListener("submit", sent);
	document.addEventListener("keydown", closeMenus);
	document.addEventListener("click", closeMenus);
	window.addEventListener("beforeunload", leaving);
}());
