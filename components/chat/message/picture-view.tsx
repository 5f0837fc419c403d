import { i18n } from '#i18n';
import type { PartOf } from '../../../utils/chat/schema.ts';
import { PartBox } from './part-box.tsx';
import { usePicture } from './use-picture.ts';

/** How a picture is called where it cannot be seen. */
export function pictureName({ name }: PartOf<'image'>): string {
	return name ? i18n.t('parts.namedImage', { name }) : i18n.t('parts.image');
}

/** A picture that a question carries. Of one that is not there, as in a chat of another program, the name is shown. */
export function PictureView({ image }: { image: PartOf<'image'> }) {
	const url = usePicture(image.blobId);
	if (url === null) return <PartBox part={image} />;
	const { width, height } = image;
	return (
		<img
			src={url}
			alt={pictureName(image)}
			title={image.name}
			width={width || undefined}
			height={height || undefined}
			className="ms-auto h-auto max-h-80 w-auto max-w-full min-w-0 rounded-md border border-border bg-surface object-contain"
		/>
	);
}
