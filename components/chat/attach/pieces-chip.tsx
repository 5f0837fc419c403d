import { Layers, X } from 'lucide-react';
import { i18n } from '#i18n';
import { pieceOf } from '../../../utils/chat/pieces.ts';
import { plural } from '../../../utils/platform/texts.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { TextChip } from './text-chip.tsx';
import type { AttachedText } from './text-dialog.tsx';

/** A text that will be asked about piece by piece. It opens to its pieces, and each of these to what will be sent. */
export function PiecesChip({ pieces }: { pieces: readonly [AttachedText, ...AttachedText[]] }) {
	const { composer } = useChatServices();
	const [first] = pieces;
	const name = first.type === 'page' ? first.title || first.url : first.name;
	return (
		<div className="mb-2 flex items-start gap-1 rounded-md border-s-2 border-accent bg-surface py-1.5 ps-3 pe-1">
			<div className="min-w-0 flex-1 text-sm">
				<details>
					<summary className="cursor-pointer rounded-sm py-1 [overflow-wrap:anywhere]">
						<Layers size={15} aria-hidden="true" className="me-1.5 inline text-accent" />
						<span dir="auto" className="font-medium">
							{name || i18n.t('attach.nameless')}
						</span>{' '}
						<span className="text-muted">· {plural('attach.pieces', pieces.length)}</span>
					</summary>
					<ul className="max-h-[24dvh] overflow-y-auto px-1">
						{pieces.map((piece) => (
							<li key={pieceOf(piece)?.number}>
								<TextChip attached={piece} name={nameOf(piece)} />
							</li>
						))}
					</ul>
				</details>
				<p className="text-muted">{plural('attach.piecesHint', pieces.length)}</p>
			</div>
			<IconButton
				size="sm"
				icon={X}
				label={i18n.t('attach.removePieces')}
				onClick={() => {
					composer.remove(...pieces);
					composer.focus();
				}}
			/>
		</div>
	);
}

function nameOf(attached: AttachedText): string {
	const { number = 0, of = 0 } = pieceOf(attached) ?? {};
	return i18n.t('attach.piece', { number, of });
}
