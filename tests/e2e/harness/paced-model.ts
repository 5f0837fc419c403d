import type { LockchatServer } from '../../lockchat-server/types.ts';

/** A model that says nothing before it is told to. */
export interface PacedModel {
	/** The name to ask it by. */
	model: string;
	/** Lets the model say its next pieces. The step after the last piece ends the answer. */
	next(steps?: number): void;
}

/** Registers a model that says these pieces one by one. `id` is the test's own: a server serves many tests. */
export function createPacedModel(server: LockchatServer, id: string, pieces: readonly string[]): PacedModel {
	const hold = `${id}-next`;
	const model = server.script(id, [
		...pieces.flatMap((token) => [{ hold }, { token }]),
		{ hold },
		{ done: true },
	]);
	return {
		model,
		next(steps = 1) {
			for (let step = 0; step < steps; step += 1) server.release(hold);
		},
	};
}
