'use server';

import { savePolicies } from '#lib/retention/save-policies.ts';
import { formAction } from '#lib/web/form-action.ts';

export const savePoliciesAction = formAction(savePolicies);
