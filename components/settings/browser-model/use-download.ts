import { useEffect, useRef, useState } from 'react';
import type { FoundModel } from '../../../utils/providers/language-model.ts';
import { downloadModel } from './browser-model.ts';

export type DownloadState =
	| { type: 'idle' }
	/**
	 * `loaded` is the share that has come, from 0 to 1. It is null while it is not known, which is before the first
	 * bytes and after the last.
	 */
	| { type: 'downloading'; loaded: number | null; hasBegun: boolean }
	| { type: 'failed'; detail: string };

/**
 * Has the browser download its model, and tells how far that is. When the window closes, the download goes on without
 * being watched.
 */
export function useDownload(onReady: () => void) {
	const [state, setState] = useState<DownloadState>({ type: 'idle' });
	const running = useRef<AbortController | null>(null);
	useEffect(() => () => running.current?.abort(), []);

	async function start(found: FoundModel): Promise<void> {
		const abort = new AbortController();
		running.current = abort;
		setState({ type: 'downloading', loaded: null, hasBegun: false });
		try {
			await downloadModel(found, {
				signal: abort.signal,
				onProgress(share) {
					if (abort.signal.aborted) return;
					const isPart = share > 0 && share < 1;
					setState({ type: 'downloading', loaded: isPart ? share : null, hasBegun: share > 0 });
				},
			});
			if (!abort.signal.aborted) onReady();
		} catch (error) {
			if (abort.signal.aborted) return;
			console.error('The browser did not make its model ready.', error);
			setState({ type: 'failed', detail: error instanceof Error ? error.message : String(error) });
		}
	}

	function cancel(): void {
		running.current?.abort();
		setState({ type: 'idle' });
	}

	return { state, start, cancel };
}
