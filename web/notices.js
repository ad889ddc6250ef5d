/* notices.js: the number on the bell while a page is open. One connection a browser, whatever its tabs: the tab that
 * holds the lock listens and tells the others. It refuses to know what a notice says; without it the number is that of
 * the last page load. */
(function () {
	"use strict";

	const bell = document.querySelector("[data-feed]");
	const FIRST = 2000, MOST = 60000;       /* ms before it is tried again: doubled each time, by chance up or down */

	/* Locks are there under https and on localhost only. */
	if (!bell || !window.EventSource || !window.BroadcastChannel || !navigator.locks)
		return;

	const others = new BroadcastChannel("meridian-notices");
	let wait = FIRST;

	function show(count) {
		const place = bell.querySelector(".unread");

		place.hidden = !(count > 0);
		bell.querySelector(".unread-n").textContent = new Intl.NumberFormat(document.documentElement.lang).format(count);
	}

	function heard(event) {
		const count = Number(event.data);

		if (!Number.isInteger(count) || count < 0)
			return;
		wait = FIRST;
		show(count);
		others.postMessage(count);
	}

	/* Many browsers lose a server at once: they must not all come back at once. */
	function listen() {
		const source = new EventSource(bell.dataset.feed);

		source.addEventListener("unread", heard);
		source.addEventListener("error", function () {
			source.close();
			setTimeout(listen, wait * (0.5 + Math.random()));
			wait = Math.min(wait * 2, MOST);
		});
	}

	others.addEventListener("message", function (event) {
		if (Number.isInteger(event.data) && event.data >= 0)
			show(event.data);
	});

	/* Held until the page goes; then the next tab in line listens. */
	navigator.locks.request("meridian-notices", function () {
		listen();
		return new Promise(function () {});
	});
}());
