/** The promise: what arrived longer ago than this is never lost. */
const PROMISED_MS = 1_000;
/** Time for the write itself and for the way from the server's socket, on a busy machine. */
const MARGIN_MS = 250;

/** When the background is killed, a token that was sent longer before than this must be saved. */
export const SAVED_AFTER_MS = PROMISED_MS + MARGIN_MS;
/** When Stop is pressed or the connection reset, a token that was sent longer before than this has arrived. A reset discards tokens that are on their way. */
export const ARRIVED_AFTER_MS = MARGIN_MS;
/** When everything must be final and shown after the end of the last answer. It is for what hangs: a busy machine is none. */
export const RIGHT_AFTER_MS = 20_000;
/** The smallest value of the setting: an answer ends after this much silence. */
export const STALL_SECONDS = 10;
