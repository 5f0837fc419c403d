/** What is found out once in a look at a page, and may be otherwise at the next one: the scripts stay in the page. */
const memories: Map<unknown, unknown>[] = [];

/** A memory for one look. */
export function lookMemory<Key, Value>(): Map<Key, Value> {
	const memory = new Map<Key, Value>();
	memories.push(memory);
	return memory;
}

/** Ends a look: what is remembered would also keep parts of the page that go meanwhile. */
export function forgetLook(): void {
	for (const memory of memories) memory.clear();
}

/** What is remembered for a key; found out where nothing is. */
export function remembered<Key, Value>(memory: Map<Key, Value>, key: Key, find: () => Value): Value {
	const known = memory.get(key);
	if (known !== undefined) return known;
	const found = find();
	memory.set(key, found);
	return found;
}
