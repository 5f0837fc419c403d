import { Download, Upload } from 'lucide-react';
import { type ChangeEvent, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { exportAll, importFile } from './move-chats.ts';
import { CARD, Section } from './section.tsx';
import { useSettings } from './settings-context.ts';

/** Exports all chats to a file, and imports chats from one. */
export function DataSection() {
	const services = useSettings();
	const input = useRef<HTMLInputElement>(null);

	function take(event: ChangeEvent<HTMLInputElement>): void {
		const [file] = event.target.files ?? [];
		if (file) void importFile(services, file);
		// Choosing the same file once more would be no change, and nothing would happen, so the choice is cleared.
		event.target.value = '';
	}

	return (
		<Section title={i18n.t('settings.chats.title')} hint={i18n.t('settings.chats.hint')}>
			<div className={`${CARD} flex flex-wrap gap-2 p-4`}>
				<Button onClick={() => void exportAll(services)}>
					<Download size={16} aria-hidden="true" />
					{i18n.t('settings.chats.exportAll')}
				</Button>
				<Button onClick={() => input.current?.click()}>
					<Upload size={16} aria-hidden="true" />
					{i18n.t('settings.chats.import')}
				</Button>
				<input ref={input} type="file" accept=".json,application/json" hidden onChange={take} />
			</div>
		</Section>
	);
}
