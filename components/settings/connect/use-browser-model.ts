import { useState } from 'react';
import { browserEndpoint } from '../browser-model/browser-model.ts';
import { useDownload } from '../browser-model/use-download.ts';
import { useFoundModel } from '../browser-model/use-found-model.ts';
import { storeConnected } from './connect.ts';

/** Connects the browser's own model: at once if it is there, else after its download. */
export function useBrowserModel(onConnected: ((endpointId: string) => void) | undefined) {
	const found = useFoundModel();
	const [refusal, setRefusal] = useState<string | null>(null);
	const download = useDownload(() => void store());

	async function store(): Promise<void> {
		const endpoint = browserEndpoint();
		try {
			await storeConnected(endpoint, '');
			onConnected?.(endpoint.id);
		} catch (error) {
			setRefusal(error instanceof Error ? error.message : String(error));
		}
	}

	/** To be called straight from a click. */
	async function connect(): Promise<void> {
		setRefusal(null);
		if (!found) return;
		await (found.availability === 'available' ? store() : download.start(found));
	}

	return { found, connect, refusal, download };
}

export type BrowserModelConnection = ReturnType<typeof useBrowserModel>;
