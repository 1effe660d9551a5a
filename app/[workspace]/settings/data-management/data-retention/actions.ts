'use server';

import { savePolicies } from '#lib/retention/save-policies.ts';
import { saveSafety } from '#lib/retention/save-safety.ts';
import { setPause } from '#lib/retention/set-pause.ts';
import { formAction } from '#lib/web/form-action.ts';

export const savePoliciesAction = formAction(savePolicies);
export const saveSafetyAction = formAction(saveSafety);
export const setPauseAction = formAction(setPause);
