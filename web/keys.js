/* keys.js: keys that lead somewhere, the sheet that lists them, and finding any person, page or record.
 * It refuses to know any page, or to hold a text (all words come from the page). */
(function () {
	"use strict";

	function announce(text) {
		document.getElementById("announced").textContent = text;
	}

	/* ---- keys: what leads somewhere says so by data-key; "g h" is two keys one after the other ---- */

	let begun = "", pause = 0;      /* the first of two keys, for a moment */

	function writes(target) {
		return target.isContentEditable || (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !/^(checkbox|radio|button|submit)$/.test(target.type));
	}

	/* Single keys can be turned off: who dictates, or rests a hand on the keys, would go astray. */
	function keysAreOn() {
		try {
			return localStorage.getItem("keys") !== "off";
		} catch (e) {
			return true;
		}
	}

	function keyed() {
		return [...document.querySelectorAll("[data-key]")].filter((e) => e.closest("nav") || e.checkVisibility());
	}

	function follow(key) {
		const whole = begun ? begun + " " + key : key, all = keyed();
		const hit = all.find((e) => e.dataset.key === whole);

		clearTimeout(pause);
		begun = !hit && all.some((e) => e.dataset.key.startsWith(whole + " ")) ? whole : "";
		pause = setTimeout(() => { begun = ""; }, 1500);
		if (hit && writes(hit))
			hit.focus();
		else if (hit)
			hit.click();
		return hit || begun;
	}

	function pressed(event) {
		const sheet = document.getElementById("shortcuts");

		if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === "k" && seek()) {
			event.preventDefault();
			return;
		}
		if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || writes(event.target) || document.querySelector("dialog[open]"))
			return;
		if (event.key === "?" && sheet) {
			event.preventDefault();
			openSheet(sheet);
		} else if (keysAreOn() && event.key.length === 1 && event.key !== " " && follow(event.key)) {
			event.preventDefault();
		}
	}

	/* The sheet lists what the page has: its words are those of the links and buttons themselves. */
	function openSheet(sheet) {
		const list = sheet.querySelector("dl"), on = document.getElementById("keys-on");

		for (const old of list.querySelectorAll("[data-listed]"))
			old.remove();
		for (const e of keyed()) {
			const dt = document.createElement("dt"), dd = document.createElement("dd");

			for (const key of e.dataset.key.split(" ")) {
				const kbd = document.createElement("kbd");

				kbd.textContent = key;
				dt.append(kbd, " ");
			}
			dd.textContent = e.getAttribute("aria-label") || (e.querySelector("span:not(.away, .count)") || e).innerText.trim() || e.textContent.trim();
			dt.dataset.listed = dd.dataset.listed = "";
			list.append(dt, dd);
		}
		on.checked = keysAreOn();
		on.onchange = () => {
			try {
				localStorage.setItem("keys", on.checked ? "on" : "off");
			} catch (e) { /* then they stay on */ }
		};
		sheet.showModal();
	}

	/* ---- finding: any person, page or record by a few letters; the page /find does the same without script ---- */

	function seek() {
		const dialog = document.getElementById("seek");

		if (!dialog || document.querySelector("dialog[open]"))
			return false;
		dialog.showModal();
		dialog.querySelector("input").select();
		if (!dialog.dataset.begun)
			beginSeek(dialog);
		return true;
	}

	function option(a, i) {
		const li = document.createElement("li"), row = a.closest("li");

		li.role = "option";
		li.id = "seek-" + i;
		li.dataset.href = a.getAttribute("href");
		for (const part of [a, row.querySelector(".sub"), row.querySelector(".pill")]) {
			const span = document.createElement("span");

			if (!part)
				continue;
			span.className = part === a ? "row-title" : part.className;
			span.textContent = part.textContent;
			li.append(span);
		}
		return li;
	}

	function choose(dialog, at) {
		const input = dialog.querySelector("input"), all = [...dialog.querySelectorAll("[role=option]")];

		all.forEach((li, i) => { li.ariaSelected = String(i === at); });
		if (all[at]) {
			input.setAttribute("aria-activedescendant", all[at].id);
			all[at].scrollIntoView({ block: "nearest" });
		} else {
			input.removeAttribute("aria-activedescendant");
		}
	}

	function chosen(dialog) {
		return [...dialog.querySelectorAll("[role=option]")].findIndex((li) => li.ariaSelected === "true");
	}

	function beginSeek(dialog) {
		const input = dialog.querySelector("input"), list = dialog.querySelector("[role=listbox]");
		const none = document.getElementById("seek-none"), form = dialog.querySelector("form");
		let turn = 0, timer = 0;

		async function look() {
			const mine = ++turn, address = form.getAttribute("action") + "?words=" + encodeURIComponent(input.value.trim());

			try {
				const reply = await fetch(address, { headers: { "Accept": "text/html" }, credentials: "same-origin" });
				const page = new DOMParser().parseFromString(await reply.text(), "text/html");

				if (mine !== turn)
					return;
				list.replaceChildren(...[...page.querySelectorAll("#found a")].map(option));
				none.hidden = list.children.length > 0;
				input.ariaExpanded = String(list.children.length > 0);
				choose(dialog, list.children.length ? 0 : -1);
				announce(none.hidden ? list.children.length + " " + list.ariaLabel : none.textContent);
			} catch (e) {
				list.replaceChildren();         /* Enter then leads to the page that finds */
			}
		}

		dialog.dataset.begun = "1";
		input.addEventListener("input", () => {
			clearTimeout(timer);
			timer = setTimeout(look, 150);
		});
		input.addEventListener("keydown", (event) => {
			const n = list.children.length, at = chosen(dialog);

			if (event.key === "Escape") {           /* a search box would only empty itself */
				event.preventDefault();
				dialog.close();
			} else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
				event.preventDefault();
				choose(dialog, n ? (at + (event.key === "ArrowDown" ? 1 : n - 1)) % n : -1);
			} else if (event.key === "Enter" && at >= 0 && !event.isComposing) {
				event.preventDefault();
				location.assign(list.children[at].dataset.href);
			}
		});
		list.addEventListener("click", (event) => {
			const li = event.target.closest("[role=option]");

			if (li)
				location.assign(li.dataset.href);
		});
		look();
	}

	function clicked(event) {
		const dialog = event.target.closest("dialog");

		if (event.target === dialog)            /* beside the sheet */
			dialog.close();
		if (event.target.closest("a.seek") && !event.ctrlKey && !event.metaKey && seek())
			event.preventDefault();
	}

	document.addEventListener("keydown", pressed);
	document.addEventListener("click", clicked);
}());
