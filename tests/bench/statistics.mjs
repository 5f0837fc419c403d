// @ts-check

/** @param {readonly number[]} values @param {number} share 0 to 1 */
export function quantile(values, share) {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/** @param {readonly number[]} values */
export const spread = (values) => ({
	median: median(values),
	min: Math.min(...values),
	max: Math.max(...values),
	p95: quantile(values, 0.95),
	samples: values.length,
});
