import { Code } from '@/components/ui/code.tsx';

/** A text of the document: what stands between backticks is code. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((part, i) => {
    const key = `${i} ${part}`;
    return i % 2 === 0 ? <span key={key}>{part}</span> : <Code key={key}>{part}</Code>;
  });
}
