import { turnAsideUnreadable } from '#lib/web/turn-aside.ts';

turnAsideUnreadable();
