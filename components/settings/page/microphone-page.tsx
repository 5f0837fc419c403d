import { useCallback, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import {
	askHere,
	closeOwnTab,
	openMicrophoneSettings,
	watchMicrophone,
} from '../../../utils/platform/microphone.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';

type Asked = 'asking' | Awaited<ReturnType<typeof askHere>>;

const TEXTS: Record<Asked, () => string> = {
	asking: () => i18n.t('dictate.page.asking'),
	granted: () => i18n.t('dictate.page.granted'),
	dismissed: () => i18n.t('dictate.page.dismissed'),
	denied: () => i18n.t('dictate.page.denied'),
	missing: () => i18n.t('dictate.page.missing'),
};

/**
 * Asks for the microphone, with the reason, in a tab of its own: Chromium shows that prompt neither in a side panel nor in
 * a popup. The tab closes when the microphone is allowed.
 */
export function MicrophonePage() {
	const [asked, setAsked] = useState<Asked>('asking');

	const ask = useCallback(async () => {
		setAsked('asking');
		const answer = await askHere();
		setAsked(answer);
		if (answer === 'granted') await closeOwnTab();
	}, []);

	useEffect(() => void ask(), [ask]);
	// It can be allowed in the browser's settings, too.
	useEffect(
		() =>
			watchMicrophone((access) => {
				if (access === 'granted') void closeOwnTab();
			}),
		[],
	);

	return (
		<main className="mx-auto flex min-h-full max-w-110 flex-col items-start justify-center gap-4 p-6">
			<Mark />
			<h1 className="text-lg font-semibold">{i18n.t('dictate.page.title')}</h1>
			<p>{i18n.t('dictate.page.reason')}</p>
			<p role="status" className="text-muted">
				{TEXTS[asked]()}
			</p>
			<div className="flex flex-wrap gap-2">
				{asked === 'denied' && (
					<Button look="primary" onClick={() => void openMicrophoneSettings()}>
						{i18n.t('dictate.microphoneSettings')}
					</Button>
				)}
				{asked !== 'asking' && asked !== 'granted' && (
					<Button look={asked === 'denied' ? 'secondary' : 'primary'} onClick={() => void ask()}>
						{i18n.t('dictate.again')}
					</Button>
				)}
				<Button onClick={() => void closeOwnTab()}>{i18n.t('ui.close')}</Button>
			</div>
		</main>
	);
}
