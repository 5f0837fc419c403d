import type { Part } from '../../../chat/schema.ts';
import type { ForeignMessage } from './foreign-chat.ts';

export interface JoinedTurns {
	messages: ForeignMessage[];
	/** The message that each given one became, or became a part of. */
	placeOf: Map<string, string>;
	/** How many lead back to no first message: they follow each other in a circle. */
	unreached: number;
}

/**
 * Programs that keep each step of an answer (a thought, a call of a tool, its result, words) as a message of its own: an
 * answer that is all that follows another answer goes on with it. A message whose parent is not there is a first one.
 */
export function joinTurns(steps: readonly ForeignMessage[]): JoinedTurns {
	const byId = new Map(steps.map((step) => [step.id, step]));
	const children = new Map<string | null, ForeignMessage[]>();
	for (const step of byId.values()) {
		const parentId = step.parentId !== null && byId.has(step.parentId) ? step.parentId : null;
		const siblings = children.get(parentId);
		if (siblings) siblings.push(step);
		else children.set(parentId, [step]);
	}
	const joined = new Map<string, ForeignMessage>();
	const placeOf = new Map<string, string>();
	const open = [...(children.get(null) ?? [])];
	for (let at = 0; at < open.length; at += 1) {
		const step = open[at];
		if (!step) break;
		const following = children.get(step.id) ?? [];
		const parent = step.parentId === null ? undefined : joined.get(placeOf.get(step.parentId) ?? '');
		const isOnly = children.get(step.parentId)?.length === 1;
		if (parent && isOnly && parent.role === 'assistant' && step.role === 'assistant') {
			for (const part of step.parts) addPart(parent.parts, part);
			parent.model ??= step.model;
			parent.status = step.status;
			parent.finishReason = step.finishReason;
			placeOf.set(step.id, parent.id);
		} else {
			joined.set(step.id, { ...step, parentId: parent?.id ?? null, parts: [...step.parts] });
			placeOf.set(step.id, step.id);
		}
		for (const next of following) open.push(next);
	}
	return { messages: [...joined.values()], placeOf, unreached: byId.size - placeOf.size };
}

/** A tool's result goes to the call before it. */
function addPart(parts: Part[], part: Part): void {
	const last = parts.at(-1);
	const output = part.type === 'tool' && part.input === '' ? part.output : undefined;
	if (output !== undefined && last?.type === 'tool' && last.output === undefined) {
		parts[parts.length - 1] = { ...last, output };
	} else parts.push(part);
}
