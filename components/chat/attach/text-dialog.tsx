import { useDeferredValue, useId, useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { cutAtHeading } from '../../../utils/page/cut-at-heading.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/control.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { QuoteSource } from '../message/quote-view.tsx';
import { textSize } from '../message/text-size.ts';
import { useChatServices } from '../services/chat-services.ts';
import { DivideButton } from './divide-button.tsx';
import type { ModelContext } from './use-model-details.ts';
import { withText } from './with-text.ts';

/** The question and the answer need room, too. */
const SHARE_OF_CONTEXT = 0.75;

/** What is attached as a text. */
export type AttachedText = PartOf<'page' | 'file'>;

interface TextDialogProps {
	attached: AttachedText;
	context: ModelContext | null;
	onClose: () => void;
}

function wordsFor({ type }: AttachedText) {
	return type === 'page'
		? {
				title: i18n.t('attach.dialogTitle'),
				label: i18n.t('attach.dialogText'),
				cut: i18n.t('attach.cut'),
				remove: i18n.t('attach.removePage'),
			}
		: {
				title: i18n.t('attach.fileTitle'),
				label: i18n.t('attach.fileText'),
				cut: i18n.t('attach.cutFile'),
				remove: i18n.t('attach.removeFile'),
			};
}

/** Exactly what will be sent of a page or a file, to be changed or left out. */
export function TextDialog({ attached, context, onClose }: TextDialogProps) {
	const { composer } = useChatServices();
	const [text, setText] = useState(attached.text);
	const box = useRef<HTMLTextAreaElement>(null);
	const hintId = useId();
	const words = wordsFor(attached);
	// Typing does not wait for the estimate of a long text.
	const measured = useDeferredValue(text);
	const { tokens, text: size } = useMemo(() => textSize(withText(attached, measured)), [attached, measured]);

	function remove(): void {
		composer.remove(attached);
		onClose();
	}

	function save(): void {
		if (text.trim() === '') composer.remove(attached);
		else if (text !== attached.text) composer.replace(attached, withText(attached, text));
		onClose();
	}

	return (
		<Dialog
			title={words.title}
			onClose={onClose}
			getInitialFocus={() => box.current}
			getFinalFocus={composer.getElement}
			actions={
				<>
					<Button look="danger" onClick={remove}>
						{words.remove}
					</Button>
					<Button look="primary" onClick={save}>
						{i18n.t('attach.save')}
					</Button>
				</>
			}
		>
			<QuoteSource quote={attached.type === 'page' ? attached : { title: attached.name, url: '' }} />
			<p id={hintId} className="text-sm text-muted">
				{i18n.t('attach.dialogHint', { size })}
			</p>
			{context && tokens > context.tokens && (
				<Notice
					look="warning"
					actions={
						<>
							<DivideButton attached={attached} text={text} context={context} onDone={onClose} />
							<Button
								size="sm"
								onClick={() => setText(cutAtHeading(text, context.tokens * SHARE_OF_CONTEXT))}
							>
								{words.cut}
							</Button>
						</>
					}
				>
					{i18n.t('attach.tooMuch', { model: context.model, limit: formatNumber(context.tokens) })}{' '}
					{i18n.t('attach.tooMuchAdvice')}
				</Notice>
			)}
			<textarea
				ref={box}
				aria-label={words.label}
				aria-describedby={hintId}
				dir="auto"
				spellCheck={false}
				className={`${CONTROL} h-[45dvh] min-h-32 resize-none py-2 font-mono text-sm`}
				value={text}
				onChange={(event) => setText(event.target.value)}
			/>
		</Dialog>
	);
}
