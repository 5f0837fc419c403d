import { LoaderCircle } from 'lucide-react';

/** Something goes on; the words for it stand beside it. */
export function Spinner({ size = 16 }: { size?: number }) {
	return <LoaderCircle size={size} aria-hidden="true" className="shrink-0 animate-spin text-muted" />;
}
