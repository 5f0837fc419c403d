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

/**
 * How much a figure varies by itself on this machine: compares every second round of the bare page with the others.
 * @param {readonly number[]} bare in the order they were measured
 */
export function noise(bare) {
	const halves = [0, 1].map((half) => median(bare.filter((_, index) => index % 2 === half)));
	return Math.max(...halves) / Math.min(...halves);
}

/**
 * The exponent with which a cost grows with its size, from the smallest size to the largest: 1 is linear, 2 is quadratic.
 * @param {readonly { size: number, cost: number }[]} points
 */
export function exponent(points) {
	const sorted = [...points].sort((a, b) => a.size - b.size);
	const [first, last] = [sorted.at(0), sorted.at(-1)];
	if (!first || !last || first.size === last.size) return Number.NaN;
	return Math.log(last.cost / first.cost) / Math.log(last.size / first.size);
}
