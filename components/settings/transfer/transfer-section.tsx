import { ChevronDown } from 'lucide-react';
import { lazy, useId, useState } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { CARD, Section } from '../fields/section.tsx';
import { importedBefore } from './imported.ts';

const TransferPanel = lazy(() => import('./transfer-panel.tsx'));

/** Takes the settings to another browser. The code that does this is loaded when the section is opened. */
export function TransferSection() {
	const [isOpen, setIsOpen] = useState(() => importedBefore() !== null);
	const id = useId();
	return (
		<Section title={i18n.t('settings.transfer.title')} hint={i18n.t('settings.transfer.hint')}>
			<div className={`${CARD} flex flex-col gap-4 p-4`}>
				<Button
					className="self-start"
					aria-expanded={isOpen}
					aria-controls={id}
					onClick={() => setIsOpen(!isOpen)}
				>
					{i18n.t('settings.transfer.open')}
					<ChevronDown size={16} aria-hidden="true" className={isOpen ? 'rotate-180' : undefined} />
				</Button>
				<div id={id}>
					{isOpen && (
						<Late until={<Spinner />} otherwise={<ReloadNotice />}>
							<TransferPanel />
						</Late>
					)}
				</div>
			</div>
		</Section>
	);
}
