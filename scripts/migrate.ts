import { migrate } from '#db/migrate.ts';
import { env } from '#lib/env.ts';

await migrate(env().DATABASE_URL);
