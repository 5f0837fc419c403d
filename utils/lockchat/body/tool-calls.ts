import { isRecord } from '../errors/json.ts';

/** The calls of tools in a delta or a message, in the protocol's way and in its older one. */
export function callsIn({ tool_calls: calls, function_call: call }: Record<string, unknown>): unknown[] {
	return Array.isArray(calls) && calls.length > 0 ? calls : isRecord(call) ? [{ function: call }] : [];
}

const LONGEST_TOOL = 64;
/** The names of the tools that are called; the pieces of a call that follow its first have none. */
export function namesOf(calls: readonly unknown[]): string[] {
	const asked = calls.map((call) => (isRecord(call) && isRecord(call.function) ? call.function.name : ''));
	return asked.flatMap((name) => (name && typeof name === 'string' ? [name.slice(0, LONGEST_TOOL)] : []));
}
