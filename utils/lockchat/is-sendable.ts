import { isDeep } from './errors/json.ts';

/** Whether a JSON value can be sent among the extra parameters of a request: it is not nested beyond all need. */
export const isSendable = (extra: unknown): boolean => !isDeep(extra);
