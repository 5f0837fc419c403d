import type { DrawnBar } from './draw-bar.ts';

/** Whether this is the key that leads into the bar. Other layouts have other letters there. */
export function isBarKey({ altKey, shiftKey, ctrlKey, metaKey, key, code }: KeyboardEvent): boolean {
	if (!altKey || !shiftKey || ctrlKey || metaKey) return false;
	return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'j' : code === 'KeyJ';
}

export interface BarKeys {
	setMenu: (isOpen: boolean) => void;
	/** Gives the focus back to where it was. */
	leave: () => void;
	close: () => void;
}

const STEPS: Record<string, -1 | 1> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };

/** Moves through a toolbar and its menu as people who use keys know it from other ones. */
export function handleBarKey(event: KeyboardEvent, bar: DrawnBar, { setMenu, leave, close }: BarKeys): void {
	const { key } = event;
	const { activeElement } = bar.root;
	const inMenu = bar.menu.contains(activeElement);
	const upOrDown = key === 'ArrowUp' || key === 'ArrowDown';
	if (key === 'Tab') {
		// From where the user came the browser then goes on.
		setMenu(false);
		leave();
		return;
	}
	if (key === 'Escape') {
		if (bar.menu.hidden) close();
		else {
			setMenu(false);
			bar.more.focus();
		}
	} else if (upOrDown && activeElement === bar.more) {
		setMenu(true);
		focusIn(bar.menu, key === 'ArrowDown' ? 0 : -1);
	} else if (key === 'Home') focusIn(inMenu ? bar.menu : bar.toolbar, 0);
	else if (key === 'End') focusIn(inMenu ? bar.menu : bar.toolbar, -1);
	else if (key in STEPS && upOrDown === inMenu) {
		const buttons: (Element | null)[] = buttonsOf(inMenu ? bar.menu : bar.toolbar);
		const place = buttons.indexOf(activeElement) + (STEPS[key] ?? 0);
		focusIn(inMenu ? bar.menu : bar.toolbar, place % buttons.length);
	} else return;
	event.preventDefault();
}

const buttonsOf = (box: HTMLElement): HTMLElement[] => [...box.querySelectorAll('button')];

/** Puts the focus on a button of the toolbar or of the menu; -1 is the last. */
export function focusIn(box: HTMLElement, place: number): void {
	buttonsOf(box).at(place)?.focus();
}
