import { useRef, useState } from 'react';
import { type PercentCrop, ReactCrop } from 'react-image-crop';
import 'react-image-crop/dist/ReactCrop.css';
import { i18n } from '#i18n';
import type { Area } from '../../../utils/files/read-picture.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useChatServices } from '../services/chat-services.ts';

interface PartOfShotProps {
	/** The screenshot, as a `data:` address. */
	shot: string;
	/** Called with null where the user wants none of it. */
	onChosen: (area: Area | null) => void;
}

const WHOLE: PercentCrop = { unit: '%', x: 0, y: 0, width: 100, height: 100 };

/** What is read out of the area's edges and corners, which the arrow keys move. */
const edgeLabels = () => ({
	cropArea: i18n.t('attach.part.area'),
	nwDragHandle: i18n.t('attach.part.topLeft'),
	nDragHandle: i18n.t('attach.part.top'),
	neDragHandle: i18n.t('attach.part.topRight'),
	eDragHandle: i18n.t('attach.part.right'),
	seDragHandle: i18n.t('attach.part.bottomRight'),
	sDragHandle: i18n.t('attach.part.bottom'),
	swDragHandle: i18n.t('attach.part.bottomLeft'),
	wDragHandle: i18n.t('attach.part.left'),
});

/** The marked area's size in pixels of the screenshot. */
function sizeOf({ width, height }: PercentCrop, whole: { width: number; height: number }): string {
	const pixels = (share: number, all: number) => formatNumber(Math.round((share / 100) * all));
	return `${pixels(width, whole.width)} × ${pixels(height, whole.height)}`;
}

/**
 * A screenshot of which the user marks a part: with the pointer, or by “Mark all of it” and the arrow keys on the area's
 * edges. It is chosen here and not on the page, as a click on the page would close the popup, and a page could see and
 * disturb what is drawn on it.
 */
export function PartOfShot({ shot, onChosen }: PartOfShotProps) {
	const { composer } = useChatServices();
	const [crop, setCrop] = useState<PercentCrop | null>(null);
	const [whole, setWhole] = useState({ width: 0, height: 0 });
	const all = useRef<HTMLButtonElement>(null);
	const isEmpty = crop === null || crop.width === 0 || crop.height === 0;

	function attach(): void {
		if (isEmpty) return;
		const { x, y, width, height } = crop;
		onChosen({ x: x / 100, y: y / 100, width: width / 100, height: height / 100 });
	}

	return (
		<Dialog
			title={i18n.t('attach.part.title')}
			isWide
			onClose={() => onChosen(null)}
			getInitialFocus={() => all.current}
			getFinalFocus={composer.getElement}
			actions={
				<>
					<Button ref={all} onClick={() => setCrop(WHOLE)}>
						{i18n.t('attach.part.all')}
					</Button>
					<Button look="primary" disabled={isEmpty} onClick={attach}>
						{i18n.t('attach.part.attach')}
					</Button>
				</>
			}
		>
			<p className="text-sm text-muted">{i18n.t('attach.part.hint')}</p>
			{/* Edges are left and right of a picture in every language. */}
			<div dir="ltr" className="flex justify-center p-1.5">
				<ReactCrop
					className="max-h-[50dvh] outline outline-border"
					{...(crop && { crop })}
					ariaLabels={edgeLabels()}
					onChange={(_, percent) => setCrop(percent)}
				>
					<img
						src={shot}
						alt={i18n.t('attach.screenshot')}
						draggable={false}
						onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
							setWhole({ width, height })
						}
					/>
				</ReactCrop>
			</div>
			<p role="status" className="min-h-5 text-sm text-muted">
				{!isEmpty && i18n.t('attach.part.size', { size: sizeOf(crop, whole) })}
			</p>
		</Dialog>
	);
}
