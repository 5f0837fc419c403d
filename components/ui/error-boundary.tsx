import { Component, type ErrorInfo, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
	/** Drawn instead of the children when they cannot be drawn. */
	fallback: ReactNode;
	children: ReactNode;
}

/**
 * Keeps the rest of the window when one part of it fails. A part that is loaded late can fail because its file is gone:
 * the extension was updated while the page was open. It is a class because React offers nothing else for this.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
	override state = { hasFailed: false };

	static getDerivedStateFromError(): { hasFailed: boolean } {
		return { hasFailed: true };
	}

	override componentDidCatch(error: unknown, { componentStack }: ErrorInfo): void {
		console.error('A part of the page could not be drawn.', error, componentStack);
	}

	override render(): ReactNode {
		return this.state.hasFailed ? this.props.fallback : this.props.children;
	}
}
