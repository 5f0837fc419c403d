import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';

/**
 * To be put around every part of Base UI, which would otherwise write style elements, and the page's policy refuses
 * those.
 */
export function BaseUiCsp({ children }: { children: ReactNode }) {
	return <CSPProvider disableStyleElements>{children}</CSPProvider>;
}
