import type { Operation } from '#lib/web/api-reference.ts';
import { anchorOf } from './anchor.ts';
import { OperationCard } from './operation-card.tsx';

export function Group({ name, operations }: { name: string; operations: Operation[] }) {
  const id = anchorOf(name);
  return (
    <section aria-labelledby={id} className="max-w-[900px] space-y-5">
      <h2 id={id} className="scroll-mt-16 font-semibold text-lg tracking-[-0.01em]">
        {name}
      </h2>
      {operations.map((operation) => (
        <OperationCard key={operation.id} operation={operation} />
      ))}
    </section>
  );
}
