/**
 * Whether a key belongs to an input method, which is composing text: Escape, Enter and Tab then cancel, confirm or move
 * among its proposals, and mean nothing to us. Most browsers mark such a key with `isComposing`. Some send the key that
 * ends a composition only after its end, without that mark, but with key code 229, as the UI Events specification asks.
 */
export function isComposing(event: KeyboardEvent): boolean {
	return event.isComposing || event.keyCode === 229;
}

/**
 * The key that a shortcut is to be compared with: a lower-case Latin letter, or the name of another key, such as
 * `Enter`. Empty while an input method is composing.
 *
 * A letter is what the layout makes of the key, where that is Latin: on Dvorak C is where C is printed. On a Russian or
 * Greek layout no key gives a Latin letter, so there the key's place on the keyboard decides.
 */
export function keyOf(event: KeyboardEvent): string {
	const { key, code } = event;
	if (isComposing(event)) return '';
	if (/^[a-z]$/i.test(key)) return key.toLowerCase();
	const isCharacter = [...key].length === 1 || key === 'Dead';
	const placed = isCharacter ? /^Key([A-Z])$/.exec(code)?.[1] : undefined;
	return placed?.toLowerCase() ?? key;
}

/** Whether a key means “do it”, in a field of one line. */
export function isEnterKey(event: KeyboardEvent): boolean {
	return keyOf(event) === 'Enter';
}

/** Whether a key means “cancel”. */
export function isCancelKey(event: KeyboardEvent): boolean {
	return keyOf(event) === 'Escape';
}
