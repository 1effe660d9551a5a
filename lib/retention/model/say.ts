import type { Signal } from './information.ts';
import type { Reference } from './people.ts';
import type { Step } from './steps.ts';

/** One line of a story: what happens, so that a person can follow it with the rules beside them. */
export function say(step: Step): string {
  if ('at' in step && step.at !== undefined) return `No daily process runs until ${step.at}. ${saySo(step)}`;
  return saySo(step);
}

function saySo(step: Step): string {
  switch (step.do) {
    case 'tell':
      return `A program tells: ${step.signals.map(sayOf).join(' · ')}`;
    case 'advance':
      return `The clock advances to ${step.to}, running each day on its way`;
    case 'wait':
      return 'Nothing happens';
    case 'run':
      return `The daily process runs, cut off after every ${step.chunkRows} rows`;
    case 'answer':
      return `A person answers for the ${step.kind} that wait in the run of ${step.day}: ${step.said}`;
    default:
      return `A person ${decided(step)}`;
  }
}

function decided(step: Exclude<Step, { do: 'tell' | 'advance' | 'wait' | 'run' | 'answer' }>): string {
  switch (step.do) {
    case 'save':
      return `saves policies ${json(step.save.choices)}${step.save.accepted ? `, accepting ${json(step.save.accepted)}` : ''}`;
    case 'define':
      return `defines the collection ${step.collection}`;
    case 'hold':
      return `puts ${entity(step.reference)} on hold${step.until === null ? '' : ` until ${step.until}`}`;
    case 'end-hold':
      return `ends the hold on ${entity(step.reference)}`;
    case 'archive':
      return `archives ${step.account}`;
    case 'restore':
      return `restores ${step.account}`;
    case 'delete':
      return `deletes ${step.account} at once`;
    case 'edit':
      return `edits ${step.account}: ${json(step.patch)}`;
    case 'revive':
      return `revives ${step.references.map(entity).join(', ')}`;
    case 'revive-found':
      return `revives all that are marked among ${json(step.filter)}`;
    case 'pause':
      return `sets pauses: marking ${step.marking}, purging ${step.purging}`;
    case 'safety':
      return `sets the breaker to ${step.share} % and ${step.floor}, and ${step.archivedBlocks ? 'blocks' : 'lets in'} information for archived accounts`;
  }
}

function sayOf({ type, ...rest }: Signal): string {
  return `${type} ${Object.values(rest)
    .filter((value) => value !== undefined)
    .map((value) => (typeof value === 'string' ? value : json(value)))
    .join(' ')}`;
}

function entity({ account, collection, member }: Reference): string {
  return [collection, account, member].filter((part) => part !== undefined).join('/');
}

const json = (value: unknown) => JSON.stringify(value);
