import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';

/** Around everything of Base UI: the page's policy refuses the style elements it would write. */
export function BaseUiCsp({ children }: { children: ReactNode }) {
	return <CSPProvider disableStyleElements>{children}</CSPProvider>;
}
