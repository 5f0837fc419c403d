import { type ReactNode, useState } from 'react';
import { i18n } from '#i18n';
import { Notice } from '../../ui/notice.tsx';
import { useSettings } from '../draft/settings-context.ts';

/** Loads the code of the doctor when it is first used. */
async function callDoctor() {
	const [{ browserWorld, createDoctor }, { DoctorPanel }] = await Promise.all([
		import('./doctor.ts'),
		import('./doctor-panel.tsx'),
	]);
	return { browserWorld, createDoctor, DoctorPanel };
}

/** The connection doctor of one endpoint. `start` begins a diagnosis, or a new one, and `panel` shows what it finds. */
export function useDoctor(id: string): { start: () => void; panel: ReactNode } {
	const { store, client } = useSettings();
	const [panel, setPanel] = useState<ReactNode>(null);
	const close = (): void => setPanel(null);

	async function start(): Promise<void> {
		store.set({ notice: null });
		try {
			const { browserWorld, createDoctor, DoctorPanel } = await callDoctor();
			const doctor = createDoctor(store, browserWorld(client), id);
			setPanel(<DoctorPanel key={crypto.randomUUID()} doctor={doctor} rowId={id} onClose={close} />);
		} catch (error) {
			console.error('The connection doctor was not loaded.', error);
			setPanel(<Notice look="danger">{i18n.t('settings.doctor.notLoaded')}</Notice>);
		}
	}

	return { start: () => void start(), panel };
}
