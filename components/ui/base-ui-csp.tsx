import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';

/** Put this around every part of Base UI: it would write style elements, which the page's policy refuses. */
export function BaseUiCsp({ children }: { children: ReactNode }) {
	return <CSPProvider disableStyleElements>{children}</CSPProvider>;
}
