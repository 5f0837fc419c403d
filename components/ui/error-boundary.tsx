import { Component, type ErrorInfo, type ReactNode } from 'react';

export interface ErrorBoundaryProps {
	/** Drawn in the place of children that cannot be. */
	fallback: ReactNode;
	children: ReactNode;
}

/**
 * Keeps a part that fails from taking the window with it: a part that is loaded late is gone from the disk once the
 * extension has been updated under an open page. A class, as React has no other way to say this.
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
