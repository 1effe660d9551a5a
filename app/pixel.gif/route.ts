import { pixel } from '#lib/web/pixel-route.ts';

export { pixel as GET, pixel as POST };
