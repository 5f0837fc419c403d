/**
 * Whether a key means “cancel”: Escape, and not one that only ends what an input method is composing. Key code 229 is
 * what some input methods send while they compose.
 */
export function isCancelKey(event: KeyboardEvent): boolean {
	return event.key === 'Escape' && !event.isComposing && event.keyCode !== 229;
}
