import { useEffect, useEffectEvent } from 'react';
import { i18n } from '#i18n';

/** A drag that is over the window tells so at least this often, in milliseconds. */
const SILENCE_MS = 600;

/** Says that what is dragged over the window can be dropped. Files are heard of by the composer. */
export function DropPlace({ onGone }: { onGone: () => void }) {
	const gone = useEffectEvent(onGone);
	useEffect(() => {
		// Browsers disagree on what they tell of a drag that leaves the window. All of them fall silent.
		let timer = setTimeout(gone, SILENCE_MS);
		const wait = () => {
			clearTimeout(timer);
			timer = setTimeout(gone, SILENCE_MS);
		};
		window.addEventListener('dragover', wait);
		window.addEventListener('drop', gone);
		return () => {
			clearTimeout(timer);
			window.removeEventListener('dragover', wait);
			window.removeEventListener('drop', gone);
		};
	}, []);
	return (
		<p className="pointer-events-none fixed inset-2 z-20 flex items-center justify-center rounded-lg border-2 border-dashed border-accent bg-bg/90 p-4 text-center text-lg font-semibold">
			{i18n.t('attach.drop')}
		</p>
	);
}
