import { IngestHealth, ingestHealth } from '#lib/ingest/ingest-health.ts';
import { getIngestSettings, IngestSettings, IngestSettingsPatch, saveIngestSettings } from '#lib/ingest/save-ingest-settings.ts';
import { operation } from '../operation.ts';

export const getIngestHealthOperation = operation({
  id: 'getIngestHealth',
  method: 'GET',
  path: '/api/v1/ingest/health',
  scope: ['ingest', 'read', 'admin'],
  summary: 'What came in the last seven days, by the hour and by its source, and the last of each reason for which something was kept out.',
  answer: IngestHealth,
  run: (ctx) => ingestHealth(ctx, {}),
});

export const getIngestSettingsOperation = operation({
  id: 'getIngestSettings',
  method: 'GET',
  path: '/api/v1/ingest/settings',
  scope: ['read', 'admin'],
  summary: 'How the traffic of clients that people run already is read.',
  answer: IngestSettings,
  run: (ctx) => getIngestSettings(ctx, {}),
});

export const saveIngestSettingsOperation = operation({
  id: 'saveIngestSettings',
  method: 'PATCH',
  path: '/api/v1/ingest/settings',
  scope: ['admin'],
  summary: 'Sets any part of it.',
  body: IngestSettingsPatch.meta({ examples: [{ status_names: ['contract_status', 'Contract Status', 'Status', 'status', 'Plan'] }] }),
  answer: IngestSettings,
  run: (ctx, { body }) => saveIngestSettings(ctx, body),
});
