import { defineConfig } from '@playwright/test';

/** `npm test -- browser` serves the product, finds a browser, and says in the environment where both are. */
export default defineConfig({
  testDir: './e2e',
  outputDir: './.data/test-results/browser',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    baseURL: process.env.E2E_BASE_URL,
    launchOptions: JSON.parse(process.env.E2E_LAUNCH ?? '{}'),
    trace: 'retain-on-failure',
  },
});
