import { Image } from 'lucide-react';
import { i18n } from '#i18n';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { pictureName } from '../message/picture-view.tsx';
import { usePicture } from '../message/use-picture.ts';
import { useBlindModel } from './use-model-details.ts';

/** The length of the base64 of three bytes, and what stands before it. */
const bytesOf = (url: string): number => (url.length - url.indexOf(',') - 1) * 0.75;

/** A picture that will be sent: small, with its name and size, and whether the model is known to see none. */
export function ImageChip({ image }: { image: PartOf<'image'> }) {
	const url = usePicture(image.blobId);
	const blind = useBlindModel();
	const size = `${formatNumber(image.width)} × ${formatNumber(image.height)}`;
	const weight = url
		? i18n.t('attach.kilobytes', { count: formatNumber(Math.ceil(bytesOf(url) / 1000)) })
		: '';
	return (
		<>
			<div className="flex min-w-0 items-center gap-2 text-sm">
				{url ? (
					<img
						src={url}
						alt={pictureName(image)}
						className="size-12 shrink-0 rounded-sm border border-border bg-bg object-cover"
					/>
				) : (
					<Image size={15} aria-hidden="true" className="shrink-0 text-accent" />
				)}
				<span className="flex min-w-0 flex-1 flex-wrap gap-x-1.5">
					<span dir="auto" className="max-w-full truncate font-medium">
						{image.name || i18n.t('parts.image')}
					</span>{' '}
					<span className="text-muted">{[size, weight].filter(Boolean).join(' · ')}</span>
				</span>
			</div>
			{url === null && <p className="text-sm text-warning">{i18n.t('attach.pictureGone')}</p>}
			{blind !== null && <p className="text-sm text-warning">{i18n.t('attach.blind', { model: blind })}</p>}
		</>
	);
}
