/* meridian.js: what htmx does not do. Saves drafts as one types and opens the help sheet with "?".
 * It refuses to move focus, to know any page, or to hold a text (all words come from the page). */
(function () {
	"use strict";

	const PAUSE = 800;              /* ms without typing before a draft is sent */
	const unsaved = new Set();      /* places whose last words the server does not have */
	const lanes = new WeakMap();    /* place -> its timer and whether a request is out */

	/* A place that saves itself: a whole form, or one answer of it. */
	function lane(place) {
		if (!lanes.has(place))
			lanes.set(place, { timer: 0, out: false, again: false });
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
		if (at.again)
			send(place);
	}

	function typed(event) {
		const place = event.target.closest("[data-autosave]");

		if (!place || !place.closest("form"))
			return;
		unsaved.add(place);
		clearTimeout(lane(place).timer);
		lane(place).timer = setTimeout(send, PAUSE, place);
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

	function writes(target) {
		return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
	}

	function pressed(event) {
		const sheet = document.getElementById("shortcuts");

		if (event.key !== "?" || !sheet || writes(event.target) || event.ctrlKey || event.metaKey || event.altKey)
			return;
		event.preventDefault();
		sheet.open = !sheet.open;
		if (sheet.open)
			sheet.scrollIntoView({ block: "nearest" });
	}

	/* Open menus close on Escape and on a press elsewhere. */
	function closeMenus(event) {
		for (const menu of document.querySelectorAll("details.more[open], details.menu[open]"))
			if (event.key === "Escape" || (event.type === "click" && !menu.contains(event.target)))
				menu.open = false;
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
	document.addEventListener("submit", submitted);
	document.addEventListener("keydown", pressed);
	document.addEventListener("keydown", closeMenus);
	document.addEventListener("click", closeMenus);
	window.addEventListener("beforeunload", leaving);
}());
