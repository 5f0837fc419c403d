import { useMemo, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { FieldLook, Writing, Written } from '../../../utils/page/write-field.ts';
import { markdownPlain } from '../../export/markdown-copy.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useCopied } from '../../ui/use-copied.ts';
import { useChatServices } from '../services/chat-services.ts';
import { Difference } from './difference.tsx';
import { FieldProblem } from './field-problem.tsx';
import { usePageField } from './use-page-field.ts';

interface WriteDialogProps {
	answerId: string;
	/** The answer's Markdown. */
	text: string;
	onClose: () => void;
}

/** Shows what an answer would change in a field of the page, and writes it there by a click. */
export function WriteDialog({ answerId, text, onClose }: WriteDialogProps) {
	const { composer, announcer } = useChatServices();
	const { field, findFocused, write } = usePageField(answerId);
	const [outcome, setOutcome] = useState<Written | null>(null);
	const [isWriting, setIsWriting] = useState(false);
	const [keepsMarks, setKeepsMarks] = useState<boolean | null>(null);
	const box = useRef<HTMLElement>(null);
	const [copied, copy] = useCopied();
	const look = field.status === 'found' ? field.look : null;
	const plain = useMemo(() => markdownPlain(text), [text]);
	const hasMarks = plain !== text.trim();
	// Whoever writes Markdown in a field goes on with it.
	const isMarkdown = keepsMarks ?? (look !== null && look.text.trim() !== markdownPlain(look.text));
	const written = fitting(isMarkdown ? text.trim() : plain, look);

	async function finish(how: Writing['how']): Promise<void> {
		if (!look || isWriting) return;
		setIsWriting(true);
		const next = await write(how, written, look.text);
		setIsWriting(false);
		setOutcome(next);
		if (next !== 'written') return;
		announcer.say(i18n.t('write.written'));
		onClose();
	}

	return (
		<Dialog
			title={i18n.t('write.title')}
			onClose={onClose}
			getInitialFocus={() => box.current}
			getFinalFocus={composer.getElement}
			actions={
				<>
					<Button onClick={() => copy(written)}>
						{i18n.t(copied === null ? 'chat.copy' : copied === 'copied' ? 'chat.copied' : 'chat.notCopied')}
					</Button>
					{look && (
						<>
							<Button disabled={isWriting} onClick={() => void finish('below')}>
								{i18n.t('write.below')}
							</Button>
							<Button
								look="primary"
								disabled={isWriting || !look.canReplace}
								onClick={() => void finish('replace')}
							>
								{i18n.t('write.replace')}
							</Button>
						</>
					)}
				</>
			}
		>
			<FieldProblem field={field} outcome={outcome} onFind={findFocused} />
			{look && <p className="text-sm break-words text-muted">{nameOf(look)}</p>}
			<section
				ref={box}
				// biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and by keys only where it can have the focus.
				tabIndex={0}
				aria-label={i18n.t('write.difference')}
				dir="auto"
				className="min-h-16 overflow-y-auto rounded-md border border-border px-3 py-2 break-words whitespace-pre-wrap"
			>
				{look ? <Difference before={look.canReplace ? look.text : ''} after={written} /> : written}
			</section>
			{hasMarks && (
				<CheckboxField
					label={i18n.t('write.marks')}
					checked={isMarkdown}
					onChange={(event) => setKeepsMarks(event.target.checked)}
				/>
			)}
		</Dialog>
	);
}

/** A field of one line has no room for more. */
const fitting = (text: string, look: FieldLook | null): string =>
	look?.isLine ? text.replace(/\s*\n\s*/g, ' ') : text;

const nameOf = ({ label, host, isPart }: FieldLook): string => {
	const name = label === '' ? i18n.t('write.nameless') : i18n.t('write.named', { name: label });
	const where = host === '' ? name : `${name} · ${host}`;
	return isPart ? `${where} · ${i18n.t('write.part')}` : where;
};
