import type { Link } from './blocks.ts';
import { drawInline } from './draw-inline.tsx';

/** A link into a new tab, with its real host beside it where its text could mislead. */
export function LinkView({ link }: { link: Link }) {
	return (
		<>
			<a
				href={link.href}
				title={link.title ?? undefined}
				target="_blank"
				rel="noopener noreferrer"
				className={link.isImage ? 'md-image' : undefined}
			>
				{drawInline(link.children)}
			</a>
			{link.host !== null && <bdi className="md-host"> ({link.host})</bdi>}
		</>
	);
}
