import { useEffect, useState } from 'react';
import { type FoundModel, ownModel } from '../../../utils/providers/language-model.ts';
import { lookForModel } from './browser-model.ts';

/** What the browser's own model can do here; null where there is none, undefined while the browser has not said. */
export function useFoundModel(): FoundModel | null | undefined {
	const [found, setFound] = useState<FoundModel | null | undefined>(ownModel() ? undefined : null);
	useEffect(() => {
		let isWanted = true;
		void lookForModel().then((model) => {
			if (isWanted) setFound(model);
		});
		return () => {
			isWanted = false;
		};
	}, []);
	return found;
}
