import { getPolicies } from '#lib/retention/get-policies.ts';
import { PoliciesAnswer } from '#lib/retention/rules/policies-answer.ts';
import { PoliciesPatch } from '#lib/retention/rules/policies-input.ts';
import { savePolicies } from '#lib/retention/save-policies.ts';
import { operation } from '../operation.ts';

export const getPoliciesOperation = operation({
  id: 'getPolicies',
  method: 'GET',
  path: '/api/v1/retention/policies',
  scope: ['retention', 'read'],
  summary: 'After how many inactive days each kind is marked, and since when its clock runs. Null is Never.',
  answer: PoliciesAnswer,
  run: (ctx) => getPolicies(ctx, {}),
});

export const savePoliciesOperation = operation({
  id: 'savePolicies',
  method: 'PATCH',
  path: '/api/v1/retention/policies',
  scope: ['retention'],
  summary: 'One save of any part of the policies: in force at once, applied by the next daily process. What is left out stays.',
  body: PoliciesPatch,
  answer: PoliciesAnswer,
  idempotent: true,
  run: (ctx, { body }) => savePolicies(ctx, body),
});
