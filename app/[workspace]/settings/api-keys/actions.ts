'use server';

import { formAction } from '#lib/web/form-action.ts';
import { createApiKey } from '#lib/workspaces/create-api-key.ts';
import { revokeApiKey } from '#lib/workspaces/revoke-api-key.ts';

export const createApiKeyAction = formAction(createApiKey);
export const revokeApiKeyAction = formAction(revokeApiKey);
