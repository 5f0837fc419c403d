import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { ActionsSection } from '../actions/actions-section.tsx';
import { BarSection } from '../bar/bar-section.tsx';
import { followStorage, readSettings, saveSettings } from '../draft/save-settings.ts';
import {
	SettingsContext,
	type SettingsServices,
	useSettings,
	useSettingsState,
} from '../draft/settings-context.ts';
import { isDraftChanged } from '../draft/settings-draft.ts';
import { createSettingsStore } from '../draft/settings-store.ts';
import { EndpointsSection } from '../endpoints/endpoints-section.tsx';
import { DataSection } from '../transfer/data-section.tsx';
import { TransferSection } from '../transfer/transfer-section.tsx';
import { AnswersSection } from './answers-section.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { StatusBar } from './status-bar.tsx';

function SettingsForm() {
	const { store } = useSettings();
	const draft = useSettingsState((state) => state.draft);
	const form = useRef<HTMLFormElement>(null);
	useLeaveWarning(draft !== null && isDraftChanged(draft));
	useProblemFocus(form);

	function save(event: FormEvent): void {
		event.preventDefault();
		void saveSettings(store);
	}

	return (
		<form
			ref={form}
			noValidate
			onSubmit={save}
			className="flex min-h-dvh flex-col bg-surface [&_:is(input,textarea,select,button,a,summary)]:scroll-mb-32"
		>
			<title>{`${i18n.t('settings.title')} – ${i18n.t('extension.name')}`}</title>
			<main className="mx-auto flex w-full max-w-2xl flex-1 flex-col gap-8 px-4 py-8">
				<h1 className="text-2xl font-semibold">{i18n.t('settings.title')}</h1>
				{draft && (
					<>
						<EndpointsSection draft={draft} />
						<AnswersSection draft={draft} />
						<AppearanceSection />
						<ActionsSection draft={draft} />
						<BarSection isLocked={draft.locked.includes('bar')} />
						<PrivacySection draft={draft} />
						<DataSection />
						<TransferSection />
					</>
				)}
			</main>
			<StatusBar />
		</form>
	);
}

/** The options page. It shows a draft of all settings, which is stored as a whole when the user saves. */
export function SettingsPage({ client, loadStore }: Omit<SettingsServices, 'store'>) {
	const [store] = useState(createSettingsStore);
	useEffect(() => {
		void readSettings(store);
		return followStorage(store);
	}, [store]);
	return (
		<SettingsContext value={{ store, client, loadStore }}>
			<SettingsForm />
		</SettingsContext>
	);
}

/** While `isActive`, the browser asks the user before the page is left. */
function useLeaveWarning(isActive: boolean): void {
	useEffect(() => {
		if (!isActive) return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		window.addEventListener('beforeunload', warn);
		return () => window.removeEventListener('beforeunload', warn);
	}, [isActive]);
}

/** Puts the cursor into the first wrong field each time the user is told that there is one. */
function useProblemFocus(form: RefObject<HTMLElement | null>): void {
	const incorrect = useSettingsState(({ notice }) => (notice?.type === 'incorrect' ? notice : null));
	useEffect(() => {
		if (incorrect) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	}, [incorrect, form]);
}
