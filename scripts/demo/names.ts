import type { Random } from './random.ts';
import { COINED, FAMILY_NAMES, GIVEN_NAMES, INDUSTRIES, PLACES, REGIONS } from './words.ts';

export type Company = { stem: string; ending: string; industry: string };

/** An invented company: a stem for its whole family (Sedgekeld, Velora, Okafor & Lind) and what it does (Freight). */
export function company(random: Random): Company {
  const industry = random.pick(Object.keys(INDUSTRIES));
  const stem = random.weighted<(random: Random) => string>([
    [place, 50],
    [coined, 32],
    [founders, 18],
  ])(random);
  return { stem, ending: random.pick(INDUSTRIES[industry] ?? []), industry };
}

export function personName(random: Random): string {
  return `${random.pick(GIVEN_NAMES)} ${random.pick(FAMILY_NAMES)}`;
}

export function region(random: Random): string {
  return random.pick(Object.keys(REGIONS));
}

export function city(random: Random, ofRegion: string): string {
  return random.pick(REGIONS[ofRegion] ?? [ofRegion]);
}

/** As a program would name it: `sedgekeld-malmo`. */
export function identifier(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').replace(/ø/gi, 'o').replace(/ı/g, 'i').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

const place = (random: Random) => random.pick(PLACES.heads) + random.pick(PLACES.tails);
const coined = (random: Random) => random.pick(COINED.heads) + random.pick(COINED.middles) + random.pick(COINED.tails);

function founders(random: Random): string {
  const first = random.pick(FAMILY_NAMES);
  return `${first} & ${random.pick(FAMILY_NAMES.filter((name) => name !== first))}`;
}
