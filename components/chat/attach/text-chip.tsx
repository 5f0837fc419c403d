import type { LucideIcon } from 'lucide-react';
import { lazy, useState } from 'react';
import { i18n } from '#i18n';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { textSize } from '../message/text-size.ts';
import { DivideButton } from './divide-button.tsx';
import type { AttachedText } from './text-dialog.tsx';
import { useContextTokens } from './use-model-details.ts';

const TextDialog = lazy(async () => ({ default: (await import('./text-dialog.tsx')).TextDialog }));

interface TextChipProps {
	attached: AttachedText;
	icon?: LucideIcon;
	name: string;
}

/** A text that will be sent: its name and how long it is. It opens to what will be sent. */
export function TextChip({ attached, icon: Icon, name }: TextChipProps) {
	const [isOpen, setIsOpen] = useState(false);
	const context = useContextTokens();
	const { tokens, text: size } = textSize(attached);
	return (
		<>
			<button
				type="button"
				aria-haspopup="dialog"
				className="flex w-full min-w-0 items-start gap-1.5 rounded-sm py-1 text-start text-sm hover:underline"
				onClick={() => setIsOpen(true)}
			>
				{Icon && <Icon size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-accent" />}
				{/* In a narrow window the size stands below the title. */}
				<span className="flex min-w-0 flex-1 flex-wrap gap-x-1.5">
					<span dir="auto" className="max-w-full truncate font-medium">
						{name}
					</span>{' '}
					<span className="text-muted">· {size}</span>
				</span>
			</button>
			{context !== null && tokens > context.tokens && (
				<div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-warning">
					<span>
						{i18n.t('attach.tooMuch', { model: context.model, limit: formatNumber(context.tokens) })}
					</span>
					<DivideButton attached={attached} text={attached.text} context={context} />
				</div>
			)}
			{isOpen && (
				<Late otherwise={<ReloadNotice />}>
					<TextDialog attached={attached} context={context} onClose={() => setIsOpen(false)} />
				</Late>
			)}
		</>
	);
}
