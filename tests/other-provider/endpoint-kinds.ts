/** Stands in the place of `utils/providers/endpoint-kinds.ts` in the build of this folder. */
import { serverKind } from '../../utils/providers/server-endpoint.ts';
import { echoKind } from './echo.ts';

export const ENDPOINT_KINDS = { server: serverKind, echo: echoKind };
