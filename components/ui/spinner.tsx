import { LoaderCircle } from 'lucide-react';

/** Shows that something is going on. The text beside it says what. */
export function Spinner({ size = 16 }: { size?: number }) {
	return <LoaderCircle size={size} aria-hidden="true" className="shrink-0 animate-spin text-muted" />;
}
