import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { retention } from './support/retention.ts';

const person = { email: 'dana@sign-in.example', password: 'correct horse' };
let slug: string;

test.beforeAll(() => {
  ({ workspace: slug } = retention('workspace', 'create', '--name', 'Sign-in story', '--test-clock', '2026-07-01T09:00:00Z'));
  retention('user', 'create', '--email', person.email, '--password', person.password, '--workspace', slug, '--role', 'member');
});

async function signIn(page: Page, password = person.password): Promise<void> {
  await page.getByLabel('Email').fill(person.email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('whoever is led to the sign-in goes on to where they were going, and the address stays after a mistake', async ({ page }) => {
      await page.goto(`/${slug}?from=a-link`);
      await expect(page).toHaveURL(/\/sign-in\?next=/);
      await signIn(page, 'wrong');
      await expect(page.getByText('Email and password do not fit together.')).toBeVisible();
      await expect(page.getByLabel('Email')).toHaveValue(person.email);
      await expect(page.getByLabel('Password')).toHaveValue('');
      await signIn(page);
      await expect(page).toHaveURL(new RegExp(`/${slug}`));
    });
  });
}

test('the first page leads whoever is signed in to their workspace, and the workspace of others is not there', async ({ page }) => {
  const other = retention('workspace', 'create', '--name', 'Of others').workspace;
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page);
  await expect(page).toHaveURL(new RegExp(`/${slug}/`));
  for (const path of [`/${other}`, '/no-such-workspace']) expect((await page.goto(path))?.status(), path).toBe(404);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the sign-in page has no fault that axe finds, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/sign-in');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
}
