import { Ellipsis } from 'lucide-react';
import { lazy, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import type { AnswerView } from './use-answer.ts';

const AnswerMore = lazy(async () => ({ default: (await import('./answer-more.tsx')).AnswerMore }));

/** What else can be done with an answer's words. All of it is loaded when the menu is opened for the first time. */
export function AnswerMenu({ answer }: { answer: AnswerView }) {
	const [isUsed, setIsUsed] = useState(false);
	const button = (
		<IconButton
			size="sm"
			icon={Ellipsis}
			label={i18n.t('ui.more')}
			aria-haspopup="menu"
			onClick={() => setIsUsed(true)}
		/>
	);
	return isUsed ? (
		<Late until={button}>
			<AnswerMore answer={answer} />
		</Late>
	) : (
		button
	);
}
