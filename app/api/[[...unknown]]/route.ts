import { anyMethod } from '#lib/web/route-of.ts';
import { unknownPath } from '#lib/web/unknown-path.ts';

export const { GET, POST, PUT, PATCH, DELETE } = anyMethod(unknownPath);
