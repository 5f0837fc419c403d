import { closest, focusedIn, giveFocus, isConnected, rootOf } from '../../page/collect/nodes.ts';
import type { BarContent, OfferedAction, SendToBackground } from '../protocol.ts';
import { barActions } from './bar-items.ts';
import { focusIn, handleBarKey, isBarKey } from './bar-keys.ts';
import { drawBar } from './draw-bar.ts';
import { elementOf, endOf, isBackward, viewNow } from './end-of.ts';
import { distanceOutside, placeBar } from './place-bar.ts';
import { boxOf, isInField, isSameSelected, type Selected, selectedNow } from './selected.ts';
import { textOfSelected } from './text-of-selected.ts';
import { watchCover } from './watch-cover.ts';

export interface Bar {
	/** Shows the bar beside what the user has selected; `pointer` is the event that ended it, if it was one. */
	show(selected: Selected, content: BarContent, pointer: PointerEvent | null): void;
	hide(): void;
	/** Whether the keys go to the bar. */
	hasFocus(): boolean;
}

/**
 * How long the bar lets clicks through to the page, in milliseconds: what appears under the pointer was not what the user
 * wanted to press.
 */
const NOT_YET_MS = 300;
/** How far the end of the selection may be scrolled out of the window, in CSS pixels. */
const FAR = 100;
const KEYS_AND_CLICKS = [
	'pointerdown',
	'pointerup',
	'mousedown',
	'mouseup',
	'click',
	'keydown',
	'keyup',
	'keypress',
];

/** The bar of a document. Only the user's own clicks and keys do something in it, never events that the page makes. */
export function createBar(send: SendToBackground): Bar {
	let end: (() => void) | null = null;
	let shown: HTMLElement | null = null;
	const hasFocus = () => shown !== null && focusedIn(document) === shown;

	function hide(): void {
		end?.();
		end = null;
	}

	function show(selected: Selected, content: BarContent, pointer: PointerEvent | null): void {
		hide();
		const page = rootOf(document);
		if (page instanceof HTMLElement) end = open(page, selected, { ...content, pointer });
	}

	function open(
		page: HTMLElement,
		selected: Selected,
		{ actions, texts, pointer }: BarContent & { pointer: PointerEvent | null },
	): () => void {
		const { inBar, inMenu } = barActions(actions, isInField(selected));
		const asItem = ({ id, name }: OfferedAction) => ({ name, run: (event: Event) => choose(event, id) });
		const bar = drawBar(texts, inBar.map(asItem), { name: '⋯', run: toggleMenu }, [
			...inMenu.map(asItem),
			{ name: texts.ask, run: (event) => choose(event, null) },
			...(texts.hide === null ? [] : [{ name: texts.hide, run: hideHere }]),
		]);
		const { host, root, place, toolbar, menu, more } = bar;
		shown = host;
		const cover = watchCover();
		const corner = boxOf(selected)?.getBoundingClientRect();
		const inBox =
			pointer && corner ? { x: pointer.clientX - corner.left, y: pointer.clientY - corner.top } : null;
		/** What had the focus before the bar took it. */
		let back: Element | null = null;
		let frame = 0;

		/** Whether the bar is where it was put: a page can find its host, and move or remove it. */
		const isInPlace = () => host.isConnected && host.matches(':popover-open');
		/** Whether the bar could be seen when the button of the pointer went down: a page can uncover it right after that. */
		let wasClear = true;

		/**
		 * Whether the user can have meant this event for a part of the bar: at once for keys, which have no place on the
		 * screen, and a frame later for clicks.
		 */
		function whenMeant(event: Event, part: Element, run: () => void): void {
			if (!event.isTrusted || !isInPlace()) return;
			if (!(event instanceof MouseEvent) || event.detail === 0) run();
			else if (wasClear)
				void cover.isClearNow(part).then((isClear) => isClear && isInPlace() && shown === host && run());
		}

		function choose(event: Event, actionId: string | null): void {
			const { currentTarget } = event;
			const part = currentTarget instanceof Node && menu.contains(currentTarget) ? menu : place;
			whenMeant(event, part, () => {
				leave();
				const now = selectedNow();
				const text = now && isSameSelected(now, selected) ? textOfSelected(now) : '';
				hide();
				if (text !== '') void send({ type: 'bar-chosen', actionId, text }).catch(console.info);
			});
		}

		function hideHere(event: Event): void {
			whenMeant(event, menu, () => {
				hide();
				void send({ type: 'bar-hidden' }).catch(console.info);
			});
		}

		function setMenu(isOpen: boolean): void {
			menu.hidden = !isOpen;
			more.setAttribute('aria-expanded', String(isOpen));
			if (isOpen) cover.watch(menu);
			else cover.forget(menu);
		}

		function toggleMenu(event: Event): void {
			if (!event.isTrusted) return;
			setMenu(menu.hidden !== false);
			if (!menu.hidden && event instanceof MouseEvent && event.detail === 0) focusIn(menu, 0);
		}

		function enter(): void {
			if (!hasFocus()) {
				back = focusedIn(document);
			}
			place.inert = false;
			focusIn(toolbar, 0);
		}

		function leave(): void {
			if (!hasFocus()) return;
			const { activeElement } = root;
			if (activeElement instanceof HTMLElement) activeElement.blur();
			if (back instanceof HTMLElement && isConnected(back)) giveFocus(back, { preventScroll: true });
		}

		function close(): void {
			leave();
			hide();
		}

		function move(): void {
			const view = viewNow();
			const at = endOf(selected, inBox);
			if (distanceOutside(at, view) > away + FAR) {
				close();
				return;
			}
			const { width, height } = toolbar.getBoundingClientRect();
			// A page that is drawn larger by a style draws the bar larger, too.
			const scale = width / toolbar.offsetWidth || 1;
			const { left, top, isMenuAbove } = placeBar(
				at,
				{ width, height },
				{ view, isBackward: isBackward(selected) },
			);
			place.style.left = `${left / scale}px`;
			place.style.top = `${top / scale}px`;
			menu.classList.toggle('above', isMenuAbove);
			const room = isMenuAbove ? top - view.top : view.top + view.height - top - height;
			menu.style.maxHeight = `${Math.max(60, room - 16) / scale}px`;
		}

		function moveSoon(): void {
			cancelAnimationFrame(frame);
			frame = requestAnimationFrame(move);
		}

		function onSelectionChange(): void {
			// With the focus in the bar, no box has it, and browsers tell of no selection there.
			if (hasFocus() && boxOf(selected)) return;
			const now = selectedNow();
			if (!now || !isSameSelected(now, selected)) hide();
		}

		function onKeyDown(event: KeyboardEvent): void {
			if (!event.isTrusted) return;
			if (isBarKey(event)) {
				event.preventDefault();
				event.stopPropagation();
				enter();
			} else if (event.key === 'Escape' && !hasFocus()) hide();
		}

		const listening = new AbortController();
		const { signal } = listening;
		const early = { capture: true, passive: true, signal };
		window.addEventListener('keydown', onKeyDown, { capture: true, signal });
		window.addEventListener(
			'pointerdown',
			({ target, isTrusted }) => isTrusted && target !== host && hide(),
			early,
		);
		window.addEventListener('selectionchange', onSelectionChange, early);
		window.addEventListener('scroll', moveSoon, early);
		window.addEventListener('resize', moveSoon, early);
		window.visualViewport?.addEventListener('resize', moveSoon, { signal });
		window.visualViewport?.addEventListener('scroll', moveSoon, { signal });
		root.addEventListener('keydown', (event) => {
			if (event instanceof KeyboardEvent && event.isTrusted)
				handleBarKey(event, bar, { setMenu, leave, close });
		});
		root.addEventListener('pointerdown', () => {
			wasClear = cover.isClear(place) && (menu.hidden !== false || cover.isClear(menu));
		});
		// A click would take the selection away, and the focus from where the user is writing.
		for (const type of ['pointerdown', 'mousedown'])
			root.addEventListener(type, (event) => event.preventDefault());
		// Keys and clicks in the bar must not reach the page: it might take a key for one of its shortcuts, or a
		// click for one beside its dialog, and close that.
		for (const type of KEYS_AND_CLICKS) root.addEventListener(type, (event) => event.stopPropagation());

		const away = distanceOutside(endOf(selected, inBox), viewNow());
		place.inert = true;
		const ready = setTimeout(() => {
			place.inert = false;
		}, NOT_YET_MS);
		// All that stands outside of a modal dialog can be neither clicked nor focused.
		const around = elementOf(selected.to);
		const dialog = around && closest(around, 'dialog:modal');
		(dialog ?? page).append(host);
		host.showPopover();
		// Elements inside the watched one do not count as covering it. The toolbar cannot be watched alone: the
		// shadow of its menu falls on it, and would count.
		cover.watch(place);
		move();

		return () => {
			clearTimeout(ready);
			cancelAnimationFrame(frame);
			listening.abort();
			cover.end();
			host.remove();
		};
	}

	return { show, hide, hasFocus };
}
