import { expect, type Page } from '@playwright/test';
import type { Role, TestWorkspace } from './workspace.ts';

/** Signs a person of `role` in through the sign-in page. */
export async function login(page: Page, { slug, people }: TestWorkspace, role: Role): Promise<void> {
  await page.goto(`/sign-in?next=/${slug}/accounts`);
  await page.getByLabel('Email').fill(people[role].email);
  await page.getByLabel('Password').fill(people[role].password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`^[^?]*/${slug}/accounts`));
}
