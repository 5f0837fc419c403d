import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './error-boundary.tsx';

interface LateProps {
	/** Drawn until the part is there. */
	until?: ReactNode;
	/** Drawn where the part cannot be loaded: its file is gone, as the extension was updated. Something that was pressed must say so. */
	otherwise?: ReactNode;
	children: ReactNode;
}

/** A part of a page that is loaded when it is first drawn. Where that fails, the rest of the page stays as it is. */
export function Late({ until = null, otherwise = null, children }: LateProps) {
	return (
		<ErrorBoundary fallback={otherwise}>
			<Suspense fallback={until}>{children}</Suspense>
		</ErrorBoundary>
	);
}
