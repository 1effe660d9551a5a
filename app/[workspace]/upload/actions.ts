'use server';

import { checkUpload, uploadSignals } from '#lib/ingest/upload-signals.ts';
import { formAction } from '#lib/web/form-action.ts';

export const checkUploadAction = formAction(checkUpload);
export const uploadAction = formAction(uploadSignals);
