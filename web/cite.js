/* cite.js: citing beside the form without a new page: what was typed and where one was stay as they are.
 * Refuses to know what is cited, and to hold a text; without it each button sends the form. */
(function () {
	"use strict";

	const form = document.querySelector("form[data-cites]");
	const said = document.getElementById("cite-said");
	let busy = false;

	/* The question one answered last, or came from, is the one that is cited for; Tab passes by. */
	function chosen(event) {
		const place = event.target.closest("[data-question]");
		const select = document.getElementById("cites-for");

		if (!place || !select)
			return;
		for (const option of select.options)
			if (option.value === place.dataset.question)
				select.value = option.value;
	}

	function body(button) {
		const parts = new URLSearchParams();

		for (const name of ["csrf", "cites_for", "source", "sort", "most", "earlier"]) {
			const control = form.elements.namedItem(name);

			if (control && control.value !== "")
				parts.append(name, control.value);
		}
		parts.append(button.name, button.value);
		return parts;
	}

	/* Each marked place, and the filter, as the new page has them; the answers are left alone. */
	function swap(page) {
		for (const old of document.querySelectorAll("[data-swap]")) {
			const fresh = page.getElementById(old.id);

			if (fresh)
				old.replaceWith(document.adoptNode(fresh));
		}
		for (const name of ["source", "sort", "most", "earlier"]) {
			const fresh = page.querySelector('input[name="' + name + '"]');

			if (fresh)
				form.elements.namedItem(name).value = fresh.value;
		}
	}

	function focus(button, place) {
		const same = form.querySelector('button[name="' + button.name + '"][value="' + CSS.escape(button.value) + '"]') ||
			(place && document.querySelector("#" + CSS.escape(place) + " a")) ||
			document.querySelector("#evidence button");

		if (same)
			same.focus({ preventScroll: true });
	}

	async function send(button) {
		const list = button.closest(".evidence");
		const at = list ? list.scrollTop : 0;
		const place = button.closest("[data-swap]").id;
		const reply = await fetch(form.dataset.cites, { method: "POST", body: body(button), credentials: "same-origin", headers: { "Accept": "text/html" } });

		if (!reply.ok)
			throw new Error(String(reply.status));
		swap(new DOMParser().parseFromString(await reply.text(), "text/html"));
		history.replaceState(history.state, "", reply.url);
		if (list && button.name === "cite")
			document.getElementById("evidence").scrollTop = at;
		focus(button, place);
		said.textContent = form.getAttribute("data-" + button.name + "d-word") || "";
	}

	async function pressed(event) {
		const button = event.target.closest('button[name="cite"], button[name="uncite"], button[name="see"]');

		if (!button || !form.contains(button))
			return;
		event.preventDefault();
		if (busy)
			return;
		busy = true;
		try {
			await send(button);
			busy = false;
		} catch (e) {
			form.requestSubmit(button);     /* the whole form, which says what is wrong */
		}
	}

	if (!form)
		return;
	form.addEventListener("input", chosen);
	form.addEventListener("click", chosen);
	form.addEventListener("click", pressed);
}());
