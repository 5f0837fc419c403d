import { useEffect, useRef, useState } from 'react';
import type { ImportOutcome } from '../../../utils/store/files/chats-file.ts';
import { useSettings } from '../draft/settings-context.ts';
import { exportAll, importFiles, isMoving, type MoveOptions } from './move-chats.ts';

export interface MoveState {
	type: 'exporting' | 'importing';
	/** From 0 to 1. */
	share: number;
}

/** Exports and imports chats, one at a time, and tells how far it is. A page that closes calls it off. */
export function useMoveChats() {
	const services = useSettings();
	const running = useRef<AbortController | null>(null);
	const [state, setState] = useState<MoveState | null>(null);
	const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
	useEffect(() => () => running.current?.abort(), []);

	async function move(type: MoveState['type'], work: (options: MoveOptions) => Promise<void>): Promise<void> {
		if (isMoving(services.store)) return;
		const abort = new AbortController();
		running.current = abort;
		setOutcome(null);
		setState({ type, share: 0 });
		let percent = 0;
		await work({
			signal: abort.signal,
			onProgress(share) {
				const next = Math.floor(share * 100);
				if (next === percent) return;
				percent = next;
				setState({ type, share });
			},
		});
		setState(null);
	}

	return {
		state,
		outcome,
		cancel: () => running.current?.abort(),
		exportChats: () => move('exporting', (options) => exportAll(services, options)),
		importChats: (files: readonly File[]) =>
			move('importing', async (options) => setOutcome(await importFiles(services, files, options))),
	};
}
