import { useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { cutAtHeading } from '../../../utils/page/cut-at-heading.ts';
import type { PagePart } from '../../../utils/page/read-page.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/control.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { pageSize } from '../message/page-size.ts';
import { QuoteSource } from '../message/quote-view.tsx';
import { useChatServices } from '../services/chat-services.ts';
import type { ContextLimit } from './use-context-tokens.ts';

/** The question and the answer need room, too. */
const SHARE_OF_CONTEXT = 0.75;

interface PageDialogProps {
	page: PagePart;
	context: ContextLimit | null;
	onClose: () => void;
}

/** Exactly what will be sent of a page, to be changed or left out. */
export function PageDialog({ page, context, onClose }: PageDialogProps) {
	const { composer } = useChatServices();
	const [text, setText] = useState(page.text);
	const box = useRef<HTMLTextAreaElement>(null);
	const hintId = useId();
	// What was written into the text is no more of the page than before.
	const share = page.share * Math.min(1, text.length / Math.max(1, page.text.length));
	const { tokens, text: size } = pageSize({ ...page, text, share });

	function remove(): void {
		composer.remove(page);
		onClose();
	}

	function save(): void {
		if (text.trim() === '') composer.remove(page);
		else if (text !== page.text) composer.replace(page, { ...page, text, share });
		onClose();
	}

	return (
		<Dialog
			title={i18n.t('attach.dialogTitle')}
			onClose={onClose}
			getInitialFocus={() => box.current}
			getFinalFocus={composer.getElement}
			actions={
				<>
					<Button look="danger" onClick={remove}>
						{i18n.t('attach.removePage')}
					</Button>
					<Button look="primary" onClick={save}>
						{i18n.t('attach.save')}
					</Button>
				</>
			}
		>
			<QuoteSource quote={page} />
			<p id={hintId} className="text-sm text-muted">
				{i18n.t('attach.dialogHint', { size })}
			</p>
			{context && tokens > context.tokens && (
				<Notice
					look="warning"
					actions={
						<Button size="sm" onClick={() => setText(cutAtHeading(text, context.tokens * SHARE_OF_CONTEXT))}>
							{i18n.t('attach.cut')}
						</Button>
					}
				>
					{i18n.t('attach.tooMuch', { model: context.model, limit: formatNumber(context.tokens) })}{' '}
					{i18n.t('attach.tooMuchAdvice')}
				</Notice>
			)}
			<textarea
				ref={box}
				aria-label={i18n.t('attach.dialogText')}
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
