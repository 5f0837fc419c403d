/** The promise: what arrived longer ago than this is never lost. */
const PROMISED_MS = 1_000;
/** For the write itself and the way from the server's socket, on a machine that does much else. */
const MARGIN_MS = 250;

/** The background is killed: a token sent longer before than this is saved. */
export const SAVED_AFTER_MS = PROMISED_MS + MARGIN_MS;
/** Stop, or a reset: a token sent longer before than this has arrived. A reset discards what is on the way. */
export const ARRIVED_AFTER_MS = MARGIN_MS;
/** Everything is final and shown so long after the last answer's end. */
export const RIGHT_AFTER_MS = 5_000;
/** The setting's least; silence for so long ends an answer. */
export const STALL_SECONDS = 10;
