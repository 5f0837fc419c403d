import type { Failure } from '../lockchat/failure.ts';
import { LockchatError } from '../lockchat/lockchat-error.ts';

/**
 * Makes plain data of whatever was thrown, as far as the error itself tells. What no provider expects becomes
 * `internal`.
 */
export function toFailure(error: unknown): Failure {
	if (error instanceof LockchatError) return error.toFailure();
	return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}
