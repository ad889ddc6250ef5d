/* meridian.js: what htmx does not do. Saves drafts as one types and opens the help sheet with "?".
 * It refuses to move focus, to know any page, or to hold a text (all words come from the page). */
(function () {
	"use strict";

	const PAUSE = 800;              /* ms without typing before a draft is sent */
	const unsaved = new Set();      /* forms whose last words the server does not have */
	const lanes = new WeakMap();    /* form -> its timer and whether a request is out */

	function lane(form) {
		if (!lanes.has(form))
			lanes.set(form, { timer: 0, out: false, again: false });
		return lanes.get(form);
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

	function saved(form, reply) {
		const version = form.querySelector('[name="version"]');

		if (version && reply.version !== undefined)
			version.value = reply.version;
		unsaved.delete(form);
		say(form, words(form, "data-saved-word", "Saved %s").replace("%s", reply.saved), false);
	}

	function failed(form) {
		unsaved.add(form);
		say(form, words(form, "data-not-saved", ""), true);
	}

	function body(form) {
		const parts = new URLSearchParams();

		for (const [name, value] of new FormData(form))
			if (typeof value === "string")
				parts.append(name, value);
		return parts;
	}

	async function send(form) {
		const at = lane(form);

		if (at.out) {
			at.again = true;
			return;
		}
		at.out = true;
		at.again = false;
		try {
			const reply = await fetch(form.dataset.autosave, {
				method: "POST", body: body(form), credentials: "same-origin",
				headers: { "HX-Request": "true", "Accept": "application/json" },
			});

			if (!reply.ok)
				throw new Error(String(reply.status));
			saved(form, await reply.json());
		} catch (e) {
			failed(form);
		}
		at.out = false;
		if (at.again)
			send(form);
	}

	function typed(event) {
		const form = event.target.form;

		if (!form || !form.dataset.autosave)
			return;
		unsaved.add(form);
		clearTimeout(lane(form).timer);
		lane(form).timer = setTimeout(send, PAUSE, form);
	}

	function leaving(event) {
		if (unsaved.size > 0)
			event.preventDefault();
	}

	/* A real submit carries the words itself. */
	function submitted(event) {
		clearTimeout(lane(event.target).timer);
		unsaved.delete(event.target);
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

	document.addEventListener("input", typed);
	document.addEventListener("submit", submitted);
	document.addEventListener("keydown", pressed);
	document.addEventListener("keydown", closeMenus);
	document.addEventListener("click", closeMenus);
	window.addEventListener("beforeunload", leaving);
}());
