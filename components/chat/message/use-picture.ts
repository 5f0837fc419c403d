import { useEffect, useState } from 'react';
import { useChatServices } from '../services/chat-services.ts';

/** A picture as a `data:` address: undefined until it is read, null where it is not there any more. */
export function usePicture(blobId: string): string | null | undefined {
	const { loadStore } = useChatServices();
	const [url, setUrl] = useState<string | null>();
	useEffect(() => {
		let isOver = false;
		void loadStore()
			.then((store) => store.getBlobs([blobId]))
			.then((blobs) => {
				if (!isOver) setUrl(blobs.get(blobId) ?? null);
			});
		return () => {
			isOver = true;
		};
	}, [loadStore, blobId]);
	return url;
}
